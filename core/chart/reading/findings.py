"""Findings of a patient file: the short form, a value with its date, a list of results, an absence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from core.catalogue.catalogue import RESULT_WORDS, Catalogue
from core.catalogue.concept import Concept, Kind
from core.chart.entries import Finding
from core.chart.reading.amounts import read_amount
from core.chart.reading.moments import moment_of, read_moment
from core.chart.values import Absence, Coded, Fact, Landmark, Measured, Recorded, Scored, TestResult, Value
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.source_text.tree import Mapping, Scalar, Sequence, Tree
from core.values.interval import Interval
from core.values.quantity import Quantity, parse_quantity
from core.values.truth import Truth

_YES_NO = {"yes": True, "no": False, "true": True, "false": False}
_ABSENCES = {absence.value: absence for absence in Absence}
_QUALIFIER_KEYS = ("method", "sample", "circumstances")
_OWN_KEYS = ("date", "uln", "lln", "laboratory", "assessor", "note", *_QUALIFIER_KEYS)
_TRUTHS = {"yes": Truth.TRUE, "no": Truth.FALSE, "0": Truth.FALSE, "none": Truth.FALSE, "unanswered": Truth.UNKNOWN}


@dataclass(frozen=True, slots=True)
class FindingReader:
    """Reads the findings of one concept."""

    catalogue: Catalogue
    outer: Fields

    def read(self, concept: Concept, tree: Tree) -> tuple[Finding, ...]:
        """Return the findings written at a concept's key."""
        if concept.kind is Kind.AGE:
            self._report(tree, "computed", "the age is computed", "write birth_date: 2012-10-15")
            return ()
        if concept.kind is Kind.DOSE:
            hint = "write the dose of the course: doses: [{dose: 10 mg/day, from: …, to: ongoing}]"
            self._report(tree, "computed", f"'{concept.id}' is computed from the treatments", hint)
            return ()
        items = tree.items if isinstance(tree, Sequence) and concept.kind is not Kind.CODES else (tree,)
        found: list[Finding] = []
        for number, item in enumerate(items, start=1):
            finding = self._finding(concept, item, f"{concept.id}/{number}")
            if finding is not None:
                found += [finding, *self._members(concept, finding)]
        return tuple(found)

    def _members(self, concept: Concept, finding: Finding) -> list[Finding]:
        """A negative panel is a negative result of each of its members."""
        is_negative = isinstance(finding.value, TestResult) and finding.value.word == "negative"
        if concept.kind is not Kind.TEST or not is_negative:
            return []
        return [
            Finding(f"{finding.ref}:{member}", member, finding.value, finding.on, finding.qualifiers)
            for member in concept.members
        ]

    def _finding(self, concept: Concept, tree: Tree, ref: str) -> Finding | None:
        if isinstance(tree, Scalar):
            absence = _ABSENCES.get(tree.text)
            if absence is not None and tree.text not in concept.words:
                return Finding(ref, concept.id, absence)
        if not isinstance(tree, Mapping):
            value = self.value(concept, tree)
            return None if value is None else Finding(ref, concept.id, value)
        fields = Fields(tree, self.outer.file, self.outer.problems)
        on = read_moment(fields, "date")
        if tree.get("absent") is not None:
            word = fields.choice("absent", tuple(_ABSENCES))
            fields.finish(_OWN_KEYS)
            return None if word is None else Finding(ref, concept.id, _ABSENCES[word], on)
        value = self._value_of(concept, fields)
        finding = Finding(
            ref,
            concept.id,
            value if value is not None else Absence.NOT_ASKED,
            on,
            self._qualifiers(concept, fields),
            self._limit(concept, fields, "uln"),
            self._limit(concept, fields, "lln"),
            fields.text("laboratory") or "",
        )
        fields.finish(_OWN_KEYS)
        return None if value is None else finding

    def _qualifiers(self, concept: Concept, fields: Fields) -> frozenset[str]:
        known = {name: code.id for code in concept.qualifiers for name in (code.id, *code.also)}
        found: set[str] = set()
        for key in _QUALIFIER_KEYS:
            for scalar in fields.texts(key):
                if scalar.text in known:
                    found.add(known[scalar.text])
                    continue
                near = nearest(scalar.text, known)
                hint = (
                    f"did you mean '{near}'?" if near else f"known: {', '.join(sorted(set(known.values()))) or 'none'}"
                )
                fields.report(scalar.span, "unknown-name", f"'{concept.id}' has no {key} '{scalar.text}'", hint)
        return frozenset(found)

    def _limit(self, concept: Concept, fields: Fields, key: str) -> Quantity | None:
        scalar = fields.scalar(key)
        return None if scalar is None else read_amount(fields, scalar, concept)

    def _value_of(self, concept: Concept, fields: Fields) -> Value | None:
        """Return the value a mapping writes."""
        if concept.kind is Kind.DATE:
            moment = read_moment(fields, "date") or read_moment(fields, "value")
            return None if moment is None else Landmark(moment)
        if concept.kind is Kind.RECORD:
            return self._record(concept, fields)
        if concept.kind is Kind.SCORE:
            return self._score(concept, fields)
        tree = fields.required_tree("value")
        value = None if tree is None else self.value(concept, tree)
        if isinstance(value, Coded) and concept.kind is Kind.CLASSIFICATION:
            return Coded(value.codes, self._number(fields, "score"))
        return value

    def value(self, concept: Concept, tree: Tree) -> Value | None:
        """Return the value a text (or a set of codes) writes."""
        if concept.kind in (Kind.CODE, Kind.CODES, Kind.CLASSIFICATION):
            return self._coded(concept, tree)
        if not isinstance(tree, Scalar):
            self._report(tree, "kind", f"'{concept.id}' is not written like this", "write {value: …, date: …}")
            return None
        match concept.kind:
            case Kind.YES_NO | Kind.CONDITION:
                return self._fact(concept, tree)
            case Kind.NUMBER | Kind.TITRE:
                quantity = read_amount(self.outer, tree, concept)
                return None if quantity is None else Measured(quantity)
            case Kind.TEST:
                return self._test(concept, tree)
            case Kind.DATE:
                moment = moment_of(self.outer, concept.id, tree)
                return None if moment is None else Landmark(moment)
            case Kind.SCORE:
                total = self._decimal(tree, concept)
                return None if total is None else Scored(Interval.exactly(total))
            case _:
                hint = (
                    "write it under events: [{event: …, date: …}]" if concept.kind is Kind.EVENT else "write its fields"
                )
                self._report(tree, "kind", f"'{concept.id}' is not a single value", hint)
                return None

    def _fact(self, concept: Concept, scalar: Scalar) -> Fact | None:
        if scalar.text in _YES_NO and not scalar.is_quoted:
            return Fact(_YES_NO[scalar.text])
        self._report(scalar, "kind", f"'{concept.id}' is '{scalar.text}', not yes or no", "write yes, no or unknown")
        return None

    def _test(self, concept: Concept, scalar: Scalar) -> TestResult | None:
        code = concept.code(scalar.text)
        word = code.id if code is not None else scalar.text
        if word in RESULT_WORDS or code is not None:
            return TestResult(word)
        if scalar.text[:1].isdecimal() or scalar.text[:1] in "<>":
            quantity = read_amount(self.outer, scalar, concept)
            return None if quantity is None else TestResult("", quantity)
        near = nearest(scalar.text, RESULT_WORDS)
        hint = f"did you mean '{near}'?" if near else f"write a number, or one of: {', '.join(RESULT_WORDS)}"
        self._report(scalar, "unknown-value", f"'{concept.id}' cannot be '{scalar.text}'", hint)
        return None

    def _coded(self, concept: Concept, tree: Tree) -> Coded | None:
        scalars = tree.items if isinstance(tree, Sequence) else (tree,)
        if isinstance(tree, Sequence) and concept.kind is not Kind.CODES:
            self._report(tree, "kind", f"'{concept.id}' is one of some words, not several", "write one")
            return None
        codes: set[str] = set()
        for scalar in scalars:
            code = concept.code(scalar.text) if isinstance(scalar, Scalar) else None
            if code is None:
                text = scalar.text if isinstance(scalar, Scalar) else "this"
                spellings = [name for each in concept.codes for name in (each.id, *each.also)]
                near = nearest(text, spellings)
                hint = f"did you mean '{near}'?" if near else f"write one of: {', '.join(sorted(concept.words))}"
                self._report(scalar, "unknown-value", f"'{concept.id}' cannot be '{text}'", hint)
                return None
            codes.add(code.id)
        return Coded(frozenset(codes))

    def _record(self, concept: Concept, fields: Fields) -> Recorded:
        return Recorded(read_fields(self, concept, fields, _OWN_KEYS))

    # --- scores

    def _score(self, concept: Concept, fields: Fields) -> Scored | None:
        total = self._number(fields, "value")
        items = self._items(concept, fields)
        domains = self._domains(concept, fields)
        if total is None and not items and not domains:
            hint = "write value: 14, or items: {…}, or domains: {…}"
            self._report(fields.written, "missing-key", f"'{concept.id}' has no value", hint)
            return None
        self._check_total(concept, fields, total, items)
        return Scored(total, items, domains)

    def _check_total(self, concept: Concept, fields: Fields, total: Interval | None, items: dict[str, Truth]) -> None:
        """A total that contradicts its own complete items is a slip somebody has to look at."""
        answered = {name for name, truth in items.items() if truth.is_known}
        if total is None or not total.is_exact or not items or answered != {item.id for item in concept.items}:
            return
        summed = sum((item.weight for item in concept.items if items[item.id] is Truth.TRUE), Decimal(0))
        if summed != total.low:
            message = f"the items of '{concept.id}' add up to {summed}, not to {total.low}"
            fields.report(fields.span_of("value"), "total", message, "correct the total or the items")

    def _items(self, concept: Concept, fields: Fields) -> dict[str, Truth]:
        inner = fields.fields("items")
        if inner is None:
            return {}
        known = {name: item.id for item in concept.items for name in (item.id, *item.also)}
        found: dict[str, Truth] = {}
        others = Truth.UNKNOWN
        for entry in inner.written:
            truth = _TRUTHS.get(inner.text(entry.key.text) or "")
            if truth is None:
                inner.report(entry.value.span, "unknown-value", "an item is yes, no or unanswered", "write yes or no")
            elif entry.key.text == "others":
                others = truth
            elif entry.key.text in known:
                found[known[entry.key.text]] = truth
            else:
                self._unknown(inner, entry.key, f"item of '{concept.id}'", known)
        return {item.id: found.get(item.id, others) for item in concept.items}

    def _domains(self, concept: Concept, fields: Fields) -> dict[str, str]:
        inner = fields.fields("domains")
        if inner is None:
            return {}
        known = {name: code.id for code in concept.domains for name in (code.id, *code.also)}
        found: dict[str, str] = {}
        others: str | None = None
        for entry in inner.written:
            scalar = inner.scalar(entry.key.text)
            code = None if scalar is None else concept.code(scalar.text)
            if code is None:
                hint = f"write one of: {', '.join(sorted(concept.words))}"
                inner.report(entry.value.span, "unknown-value", f"this is no grade of '{concept.id}'", hint)
            elif entry.key.text == "others":
                others = code.id
            elif entry.key.text in known:
                found[known[entry.key.text]] = code.id
            else:
                self._unknown(inner, entry.key, f"domain of '{concept.id}'", known)
        if others is not None:
            return {code.id: found.get(code.id, others) for code in concept.domains}
        return found

    def _number(self, fields: Fields, key: str) -> Interval | None:
        scalar = fields.scalar(key)
        quantity = None if scalar is None else parse_quantity(scalar.text)
        if scalar is not None and (quantity is None or quantity.unit):
            fields.report(scalar.span, "number", f"'{key}' is '{scalar.text}', not a number", "write 14")
            return None
        return None if quantity is None else quantity.amount

    def _decimal(self, scalar: Scalar, concept: Concept) -> Decimal | None:
        quantity = parse_quantity(scalar.text)
        if quantity is None or quantity.unit or quantity.amount.low is None:
            self._report(scalar, "number", f"'{scalar.text}' is no total of '{concept.id}'", "write 14")
            return None
        return quantity.amount.low

    # --- problems

    def _unknown(self, fields: Fields, key: Scalar, what: str, known: dict[str, str]) -> None:
        near = nearest(key.text, known)
        hint = f"did you mean '{near}'?" if near else f"known: {', '.join(sorted(set(known.values()))) or 'none'}"
        fields.report(key.span, "unknown-name", f"'{key.text}' is no {what}", hint)

    def _report(self, tree: Tree, code: str, message: str, hint: str) -> None:
        self.outer.report(tree.span, code, message, hint)


def read_fields(reader: FindingReader, concept: Concept, fields: Fields, own: tuple[str, ...]) -> dict[str, Value]:
    """Return the fields of a record or event that are written beside its own keys."""
    found: dict[str, Value] = {}
    for entry in fields.written:
        name = entry.key.text
        field = concept.fields.get(name)
        if field is None or name in own:
            continue
        tree = fields.tree(name)
        if isinstance(tree, Scalar) and tree.text == "unknown":
            continue
        value = None if tree is None else reader.value(field, tree)
        if value is not None:
            found[name] = value
    return found
