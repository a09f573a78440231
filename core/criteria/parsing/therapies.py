"""Reading the therapy block: a count over treatment courses."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from core.chart.words import NAMED_OUTCOMES, REASONS_FOR_STOPPING
from core.criteria.nodes import Counting, DoseLimit, Therapy
from core.criteria.parsing.limits import take_limit, take_op
from core.criteria.parsing.naming import Naming
from core.criteria.parsing.scanner import Scanner, SentenceError
from core.criteria.parsing.windows import counts_half_lives, take_span
from core.criteria.scope import Scope
from core.criteria.values import Lasting, Limit, Within
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.source_text.tree import Mapping, Scalar, Sequence, Tree
from core.values.duration import Duration, parse_duration
from core.values.interval import Op

_DOCUMENTED = ("documented",)
_REQUIRED = ("required",)
_COUNTINGS: tuple[Counting, ...] = get_args(Counting)


def read_therapy(outer: Fields, scope: Scope) -> Therapy | None:
    """Return the therapy block under ``therapy:``, or None after its problems."""
    fields = outer.fields("therapy")
    if fields is None:
        return None
    before = len(outer.problems)
    block = _Block(fields, scope)
    node = block.read()
    fields.finish()
    return node if len(outer.problems) == before else None


def _scalars_of(tree: Tree | None, key: str) -> Iterator[Scalar]:
    """Yield the names at a key: of a list, of lists in a list, or the keys of a mapping."""
    if isinstance(tree, Mapping):
        yield from (entry.key for entry in tree)
    elif isinstance(tree, Sequence):
        for item in tree:
            yield from _scalars_of(item, key)
    elif isinstance(tree, Scalar) and key != "each_for":
        yield tree


@dataclass(frozen=True, slots=True)
class _Block:
    """One method per kind of key."""

    fields: Fields
    scope: Scope

    def read(self) -> Therapy:
        fields = self.fields
        of, all_of, one_from_each = self._names("of"), self._names("all_of"), self._lists("one_from_each")
        at_least = self._count("at_least")
        if of:
            fields.required_tree("at_least")
        elif fields.written.get("at_least") is not None:
            fields.required_tree("of")
        self._check_named((*of, *all_of, *(name for place in one_from_each for name in place)))
        if not (of or all_of or one_from_each):
            hint = "write 'at_least: 2' with 'of: […]', or 'all_of', or 'one_from_each'"
            fields.report(fields.written.span, "missing-key", "a therapy block needs the drugs it counts", hint)
            of = ("",)  # the other keys are read all the same: each problem is told once
        return self._node(max(at_least, 1) if of else 0, of, all_of, one_from_each)

    def _node(
        self,
        at_least: int,
        of: tuple[str, ...],
        all_of: tuple[str, ...],
        one_from_each: tuple[tuple[str, ...], ...],
    ) -> Therapy:
        fields = self.fields
        return Therapy(
            counted_if=self._counted_if(),
            at_least=at_least,
            of=of,
            all_of=all_of,
            one_from_each=one_from_each,
            counting=self._counting(),
            must_include=self._names("must_include"),
            count_once=self._lists("count_once"),
            any_length_if=self._outcomes("any_length_if"),
            contraindicated=self._contraindicated(),
            each_for=self._each_for(),
            together_for=self._lasting("together_for"),
            in_total_for=self._lasting("in_total_for"),
            gap=self._duration("gap"),
            looking_back=self._looking_back(),
            together_with=self._names("together_with"),
            at_dose=self._doses("at_dose"),
            cumulative=self._doses("cumulative"),
            is_dose_adequate_required=fields.choice("dose_adequate", _REQUIRED) is not None,
            is_adherence_required=fields.choice("adherence", _DOCUMENTED) is not None,
            is_still_on=bool(fields.yes_no("still_on")),
            unchanged_for=self._lasting("unchanged_for"),
        )

    def _check_named(self, counted: tuple[str, ...]) -> None:
        """Report conditions on drugs that the block does not count: they would ask for nothing, or for too much."""
        drugs = self.scope.drugs(counted)
        for key in ("must_include", "at_dose", "cumulative", "each_for", "count_once"):
            for scalar in _scalars_of(self.fields.written.get(key), key):
                meant = self.scope.drugs((self.scope.catalogue.id_of(scalar.text) or scalar.text,))
                if meant and not meant & drugs:
                    hint = "name it under 'of', 'all_of' or 'one_from_each' too, or take it out"
                    self.fields.report(
                        scalar.span, "not-counted", said("'{text}' is not counted here", text=scalar.text), hint
                    )

    def _count(self, key: str) -> int:
        scalar = self.fields.scalar(key)
        if scalar is None:
            return 0
        if not scalar.text.isdecimal() or int(scalar.text) < 1:
            self.fields.report(
                scalar.span,
                "number",
                said("'{key}' is '{text}'", key=key, text=scalar.text),
                "write a whole number from 1",
            )
            return 0
        return int(scalar.text)

    def _names(self, key: str) -> tuple[str, ...]:
        return tuple(self._name(scalar) for scalar in self.fields.texts(key))

    def _name(self, scalar: Scalar) -> str:
        if scalar.text in self.scope.groups:
            return scalar.text
        catalogue = self.scope.catalogue
        drug = catalogue.id_of(scalar.text) or scalar.text
        if not catalogue.drugs_of(drug):
            hint = catalogue.hint_for(
                scalar.text,
                lambda name: bool(catalogue.drugs_of(name)),
                "use a drug or class of the catalogue, or a group of this file",
                self.scope.groups,
            )
            self.fields.report(scalar.span, "unknown-name", said("unknown drug '{text}'", text=scalar.text), hint)
        return drug

    def _lists(self, key: str) -> tuple[tuple[str, ...], ...]:
        sequence = self.fields.sequence(key)
        found: list[tuple[str, ...]] = []
        for item in sequence or ():
            if isinstance(item, Sequence):
                found.append(tuple(self._name(name) for name in item if isinstance(name, Scalar)))
            else:
                hint = said("write {key}: [[a, b], [c, d]]", key=key)
                self.fields.report(item.span, "kind", said("'{key}' is a list of lists", key=key), hint)
        return tuple(names for names in found if names)

    def _counting(self) -> Counting:
        choice = self.fields.choice("counting", _COUNTINGS)
        found: tuple[Counting, ...] = tuple(each for each in _COUNTINGS if each == choice)
        return found[0] if found else "drugs"

    def _contraindicated(self) -> Literal["ignored", "counts", "waives"]:
        choice = self.fields.choice("contraindicated", ("ignored", "counts", "waives"))
        return "counts" if choice == "counts" else "waives" if choice == "waives" else "ignored"

    def _counted_if(self) -> tuple[str, ...] | None:
        found = self.fields.required_texts("counted_if")
        if [scalar.text for scalar in found] == ["taken"]:
            return None
        return self._outcomes("counted_if")

    def _outcomes(self, key: str) -> tuple[str, ...]:
        known = (*NAMED_OUTCOMES, *REASONS_FOR_STOPPING)
        for scalar in self.fields.texts(key):
            if scalar.text not in known:
                near = nearest(scalar.text, known)
                hint = (
                    said("did you mean '{near}'?", near=near)
                    if near
                    else said("write some of: {names}", names=", ".join(known))
                )
                self.fields.report(
                    scalar.span, "unknown-value", said("'{text}' is no outcome or reason", text=scalar.text), hint
                )
        return tuple(scalar.text for scalar in self.fields.texts(key))

    def _lasting(self, key: str) -> Lasting | None:
        scalar = self.fields.scalar(key)
        return None if scalar is None else self._lasting_of(key, scalar)

    def _lasting_of(self, key: str, scalar: Scalar) -> Lasting | None:
        scanner, naming = self._reading(scalar)
        is_more = scanner.accept("more", "than")
        if not is_more and not scanner.accept("at", "least"):
            hint = said("write '{key}: at least {text}'", key=key, text=scalar.text)
            self.fields.report(
                scalar.span, "syntax", said("'{text}' does not say whether more is enough", text=scalar.text), hint
            )
            return None
        try:
            span = take_span(scanner, naming)
        except SentenceError as error:
            self._note(scalar, error)
            return None
        self._note_all(scalar, naming)
        self._end(scalar, scanner)
        if not isinstance(span, Duration):
            self.fields.report(
                scalar.span,
                "window",
                said("'{text}' is no plain length", text=scalar.text),
                "write 'at least 12 weeks'",
            )
            return None
        return Lasting(span, is_more)

    def _each_for(self) -> dict[str, Lasting]:
        tree = self.fields.tree("each_for")
        if not isinstance(tree, Mapping):
            lasting = self._lasting("each_for")
            return {} if lasting is None else {"": lasting}
        found: dict[str, Lasting] = {}
        for entry in tree:
            lasting = self._lasting_of("each_for", entry.value) if isinstance(entry.value, Scalar) else None
            if lasting is not None:
                found["" if entry.key.text == "others" else self._name(entry.key)] = lasting
        return found

    def _duration(self, key: str) -> Duration | None:
        scalar = self.fields.scalar(key)
        if scalar is None:
            return None
        duration = parse_duration(scalar.text)
        if duration is None:
            self.fields.report(
                scalar.span, "syntax", said("'{text}' is no length of time", text=scalar.text), "write '28 days'"
            )
        return duration

    def _looking_back(self) -> Within | None:
        scalar = self.fields.scalar("looking_back")
        if scalar is None:
            return None
        scanner, naming = self._reading(scalar)
        try:
            span = take_span(scanner, naming)
            anchor = naming.anchor(naming.take_name("a decision point")) if scanner.accept("before") else ""
        except SentenceError as error:
            self._note(scalar, error)
            return None
        self._note_all(scalar, naming)
        self._end(scalar, scanner)
        window = Within(span, "before", anchor) if anchor else Within(span)
        if counts_half_lives(window):
            hint = "write a length such as '24 months'"
            self.fields.report(scalar.span, "window", "a look-back over several drugs has no half-lives", hint)
        return window

    def _doses(self, key: str) -> dict[str, DoseLimit]:
        mapping = self.fields.mapping(key)
        found: dict[str, DoseLimit] = {}
        for entry in mapping or ():
            if not isinstance(entry.value, Scalar):
                self.fields.report(entry.value.span, "kind", "a dose limit is a text", 'write ">= 1.5 g/day"')
                continue
            limit = self._dose(entry.value)
            if limit is not None:
                found[self._name(entry.key)] = limit
        return found

    def _dose(self, scalar: Scalar) -> DoseLimit | None:
        scanner, naming = self._reading(scalar)
        tests: tuple[tuple[Op, Limit], ...]
        try:
            if scanner.accept("between"):
                low = take_limit(scanner, naming, ())
                scanner.expect("and")
                tests = ((">=", low), ("<=", take_limit(scanner, naming, ())))
            else:
                tests = ((take_op(scanner), take_limit(scanner, naming, ())),)
        except SentenceError as error:
            self._note(scalar, error)
            return None
        self._note_all(scalar, naming)
        self._end(scalar, scanner)
        return DoseLimit(tests)

    def _reading(self, scalar: Scalar) -> tuple[Scanner, Naming]:
        scanner = Scanner(scalar.text)
        return scanner, Naming(self.scope, scanner, [])

    def _note(self, scalar: Scalar, error: SentenceError) -> None:
        span = scalar.span_of(error.start, error.end)
        self.fields.report(span, error.code, error.message, error.hint)

    def _note_all(self, scalar: Scalar, naming: Naming) -> None:
        for slip in naming.slips:
            self._note(scalar, slip)

    def _end(self, scalar: Scalar, scanner: Scanner) -> None:
        token = scanner.peek()
        if token.kind != "end":
            span = scalar.span_of(token.start, token.end)
            hint = "write 'at least 12 weeks', '24 months before screening' or '>= 10 mg/day', and nothing behind it"
            self.fields.report(span, "syntax", said("the text should end before '{text}'", text=token.text), hint)
