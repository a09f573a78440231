"""The criteria of a file: what is asked, where it is judged, where it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field, replace

from core.criteria.nodes import Condition, NotPublic, State, walk
from core.criteria.parsing.conditions import ConditionReader
from core.criteria.scope import Question, Scope
from core.criteria.values import OnDay, Stretch, Term, Within
from core.language.said import said
from core.progress import Report, told, unwatched
from core.rule_files.reading.declarations import is_name, read_asked_of, read_aspects, read_length
from core.rule_files.rule_file import Citation, Criterion, Form, Polarity, Source
from core.source_text.fields import Fields
from core.source_text.problem import Problem, Span
from core.source_text.suggestion import nearest
from core.source_text.tree import Entry, Mapping, Scalar, Tree

_FORMS = ("require", "exclude_if", "commitment", "formality", "not_public")
_WORDINGS = ("full", "cut", "summary", "memory")
_CONSENT = re.compile(r"consent by (?P<by>(?:patient|guardian)(?: or (?:patient|guardian))*)")
_PROMISED = re.compile(
    r"(?P<what>.+?),? from (?P<first>[a-z_]+) until (?P<last>[a-z_]+(?: \+ \d+ (?:day|week|month|year)s?)?)"
)
"""A promise in one sentence: "Contraception from screening until infusion + 12 months"."""
_SECTION = re.compile(r"([A-Za-z0-9_]+)(?:,?\s+(.*))?")


@dataclass
class CriteriaReader:
    """Reads lists of criteria within one scope. Commitments and formalities become questions of the file."""

    scope: Scope
    file: str
    problems: list[Problem]
    sources: MappingOf[str, Source]
    blocks: MappingOf[str, Tree]
    report: Report = unwatched
    questions: dict[str, Question] = field(default_factory=dict[str, Question])
    ids: set[str] = field(default_factory=set[str])
    written: set[str] = field(default_factory=set[str])  # of the whole file, the unreadable ones among them
    retests: dict[str, Condition] = field(default_factory=dict[str, Condition])
    places: dict[Span, dict[Condition, Span]] = field(default_factory=dict[Span, dict[Condition, Span]])
    here: dict[Condition, Span] = field(default_factory=dict[Condition, Span])  # the places of the criterion being read

    def read(self, fields: Fields, polarity: Polarity) -> tuple[tuple[Criterion, ...], bool]:
        """Return the criteria at ``inclusion`` or ``exclusion``, and whether that section is public."""
        tree = fields.tree(polarity.value)
        if isinstance(tree, Scalar):
            if tree.text != "not_public":
                hint = said("write a list of criteria, or {value}: not_public", value=polarity.value)
                fields.report(
                    tree.span, "kind", said("'{value}' is '{text}'", value=polarity.value, text=tree.text), hint
                )
            return (), False
        return tuple(self._listed(fields, polarity.value, polarity)), True

    def _listed(self, fields: Fields, key: str, polarity: Polarity) -> list[Criterion]:
        found: list[Criterion] = []
        for entry in told(fields.each(key), self.report):
            block = entry.scalar("uses") if entry.written.get("uses") is not None else None
            if block is not None:
                found += self._block(entry, block, polarity)
                continue
            criterion = self._criterion(entry, polarity)
            if criterion is not None:
                found.append(criterion)
        return found

    def _block(self, entry: Fields, name: Scalar, polarity: Polarity) -> list[Criterion]:
        tree = self.blocks.get(name.text)
        entry.finish()
        if tree is None:
            near = nearest(name.text, self.blocks)
            hint = said("did you mean '{near}'?", near=near) if near else "name it under 'blocks:'"
            self.problems.append(
                Problem(self.file, name.span, "unknown-name", said("unknown block '{text}'", text=name.text), hint)
            )
            return []
        inner = Fields(Mapping((Entry(name, tree),), name.span, is_flow=False), self.file, self.problems)
        known = set(self.ids)
        found = self._listed(inner, name.text, polarity)
        self.ids = known  # the same block may stand in several cohorts
        return found

    def _criterion(self, fields: Fields, polarity: Polarity) -> Criterion | None:
        written = fields.required_scalar("id")
        name, span = ("", fields.written.span) if written is None else (written.text, written.span)
        if written is not None:
            is_name(fields, written)  # what is no name is read on: each problem of the criterion is told once
        text = fields.required_text("text") or ""
        if name in self.ids:
            hint = "give each criterion an id of its own"
            fields.report(span, "duplicate-id", said("the id '{text}' is used twice", text=name), hint)
        self.ids |= {name} - {""}
        self.written |= {name} - {""}
        self.here = self.places.setdefault(span, {})
        form, condition = self._form(fields, name, polarity)
        applies_when, unless = self._optional(fields, "applies_when"), self._optional(fields, "unless")
        points = self._points(fields, condition)
        retest, retest_if = self._retest(fields)
        promised = self._promised(fields)
        criterion = Criterion(
            id=name,
            polarity=polarity,
            form=form,
            text=text,
            condition=condition if condition is not None else NotPublic(text),
            points=points,
            citations=self._citations(fields),
            applies_when=applies_when,
            unless=unless,
            asked_of=read_asked_of(fields),
            is_absence_assumed=self._is_absence_assumed(fields),
            retest=retest,
            retest_if=retest_if,
            given_by=" or ".join(self.questions[name].asked_of) if form is Form.FORMALITY and condition else "",
            valid_for=self.questions[name].valid_for if name in self.questions else None,
            help=fields.text("help") or "",
            wording=fields.choice("wording", _WORDINGS) or "full",
            reading=fields.text("reading") or "",
            concerns=read_aspects(fields, "concerns"),
            from_text=fields.text("from") or (promised["first"] if promised else ""),
            until_text=fields.text("until") or (promised["last"] if promised else ""),
            span=span,
        )
        self._check_form(fields)
        fields.finish(_FORMS)
        return criterion if condition is not None and name else None

    def _check_form(self, fields: Fields) -> None:
        """Report a criterion that asks for nothing, unless a key is a slip of one of its forms."""
        is_written = any(fields.written.get(form) is not None for form in _FORMS)
        if not is_written and not fields.slip_of(_FORMS):
            message = said("a criterion has exactly one of {names}", names=", ".join(_FORMS))
            fields.report(fields.written.span, "form", message, said("found {names}", names="none of them"))

    def _form(self, fields: Fields, name: str, polarity: Polarity) -> tuple[Form, Condition | None]:
        written = [form for form in _FORMS if fields.written.get(form) is not None]
        if len(written) > 1:
            message = said("a criterion has exactly one of {names}", names=", ".join(_FORMS))
            hint = said("found {names}", names=", ".join(written))
            fields.report(_key_span(fields, written[1]), "form", message, hint)
        if len(written) != 1:
            return Form.CONDITION, None
        form = written[0]
        wrong = "exclude_if" if polarity is Polarity.INCLUSION else "require"
        if form == wrong:
            other = "require" if form == "exclude_if" else "exclude_if"
            message = said("'{form}' in the section '{value}'", form=form, value=polarity.value)
            fields.report(_key_span(fields, form), "form", message, said("write '{other}'", other=other))
        if form in ("require", "exclude_if"):
            tree = fields.required_tree(form)
            return Form.CONDITION, None if tree is None else self._reader.read(tree)
        if form == "not_public":
            what = fields.required_text("not_public")
            return Form.NOT_PUBLIC, None if what is None else NotPublic(what)
        return self._promise(fields, form, name)

    def _promise(self, fields: Fields, form: str, name: str) -> tuple[Form, Condition | None]:
        asked_of = read_asked_of(fields) or ("patient",)
        ask = fields.required_text(form) or ""
        if form == "formality":
            ask, given_by = self._consent(fields, ask)
            asked_of = tuple(given_by.split(" or "))
            if ask != "consent":
                fields.report(
                    fields.span_of(form),
                    "unknown-value",
                    said("'formality' cannot be '{ask}'", ask=ask),
                    "write consent",
                )
        elif (promised := self._promised(fields)) is not None:
            is_translated = any(ask in texts for texts in self.scope.told.values())
            ask = ask if is_translated else promised["what"]  # a translation is known by the whole sentence
        elif fields.written.get("from") is None or fields.written.get("until") is None:
            fields.report(
                fields.span_of(form), "missing-key", "a commitment has a start and an end", "write from: and until:"
            )
        # nobody reads "consent" as a question: a formality is asked for in the criterion's own words
        words = fields.text("text") or ask if form == "formality" else ask
        self.questions[name] = Question(name, words, asked_of, read_length(fields, "valid_for"))
        kind = Form.FORMALITY if form == "formality" else Form.COMMITMENT
        return kind, State(Term(name), ("yes",))

    def _promised(self, fields: Fields) -> re.Match[str] | None:
        """Return what a commitment says in one sentence of its days; None where keys say them, or no point is named."""
        is_by_keys = any(fields.written.get(key) is not None for key in ("from", "until"))
        match = None if is_by_keys else _PROMISED.fullmatch(fields.text("commitment") or "")
        if match is None or not {match["first"], match["last"].split(" ")[0]} <= set(self.scope.anchors):
            return None
        return match

    def _consent(self, fields: Fields, written: str) -> tuple[str, str]:
        """Return ``consent`` and who gives it: ``consent by patient or guardian``, or the key ``given_by``."""
        match = _CONSENT.fullmatch(written)
        if match is not None:
            return "consent", match["by"]
        return written, fields.required_text("given_by") or "patient"

    @property
    def _reader(self) -> ConditionReader:
        return ConditionReader(self.scope, self.file, self.problems, frozenset(self.sources), self.here)

    def _optional(self, fields: Fields, key: str) -> Condition | None:
        tree = fields.tree(key)
        return None if tree is None else self._reader.read(tree)

    def _points(self, fields: Fields, condition: Condition | None) -> tuple[str, ...]:
        written = fields.texts("at")
        for scalar in written:
            if scalar.text not in self.scope.anchors:
                near = nearest(scalar.text, self.scope.anchors)
                hint = (
                    said("did you mean '{near}'?", near=near)
                    if near
                    else said("write one of: {names}", names=", ".join(self.scope.anchors))
                )
                fields.report(
                    scalar.span, "unknown-name", said("unknown decision point '{text}'", text=scalar.text), hint
                )
        if written:
            return tuple(scalar.text for scalar in written)
        anchored = () if condition is None else tuple(_anchors_of(condition))
        return next(((anchor,) for anchor in anchored if anchor in self.scope.anchors), ("screening",))

    def _citations(self, fields: Fields) -> tuple[Citation, ...]:
        found: list[Citation] = []
        for scalar in fields.required_texts("source"):
            match = _SECTION.fullmatch(scalar.text)
            key = match[1] if match else scalar.text
            if key not in self.sources:
                near = nearest(key, self.sources)
                hint = said("did you mean '{near}'?", near=near) if near else "name it under 'sources:'"
                fields.report(
                    scalar.span_of(0, len(key)), "unknown-source", said("unknown source '{key}'", key=key), hint
                )
            found.append(Citation(key, (match[2] or "") if match else ""))
        return tuple(found)

    def _is_absence_assumed(self, fields: Fields) -> bool:
        return fields.choice("if_not_recorded", ("assume absent",)) is not None

    def _retest(self, fields: Fields) -> tuple[str, Condition | None]:
        """Return how often a failed criterion may be tried again, and under which condition."""
        inner = fields.fields("retest")
        if inner is None:
            return "", None
        times = inner.text("times") or "1"
        tree = inner.tree("if")
        condition = None if tree is None else self._reader.read(tree)
        inner.finish()
        return times, condition


def _key_span(fields: Fields, key: str) -> Span:
    return next((entry.key.span for entry in fields.written if entry.key.text == key), fields.written.span)


def _anchors_of(condition: Condition) -> list[str]:
    found: list[str] = []
    for node in walk(condition):
        window = getattr(node, "window", None)
        if isinstance(window, Within | Stretch | OnDay) and window.anchor:
            found.append(window.anchor)
        lasting = getattr(node, "lasting", None)
        anchor = getattr(lasting, "anchor", "")
        if isinstance(anchor, str) and anchor:
            found.append(anchor)
    return found


def with_questions(scope: Scope, questions: MappingOf[str, Question]) -> Scope:
    """Return the scope with the questions that commitments and formalities ask."""
    return replace(scope, questions={**scope.questions, **questions})
