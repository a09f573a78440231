"""Findings of a patient file: the short form, a value with its date, a list of results, an absence."""

from __future__ import annotations

from dataclasses import dataclass

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.chart.entries import Finding
from core.chart.reading.amounts import read_amount, read_number
from core.chart.reading.answers import INPUTS, check_value, read_answers, value_of
from core.chart.reading.moments import UNKNOWN, check_birth, moment_of, not_before, read_moment
from core.chart.reading.plain_values import ABSENCES, absence_of, read_value
from core.chart.reading.records import read_record
from core.chart.reading.scores import read_score
from core.chart.values import Absence, Coded, Landmark, TestResult, Value
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.source_text.tree import Mapping, Sequence, Tree
from core.values.partial_date import PartialDate, parse_partial_date
from core.values.quantity import Quantity

_QUALIFIER_KEYS = ("method", "sample", "circumstances")
_OWN_KEYS = ("date", "uln", "lln", "laboratory", "assessor", "note", INPUTS, *_QUALIFIER_KEYS)
_SAYING = ("value", "absent", "items", "domains")
"""The keys that say a value themselves."""


@dataclass(frozen=True, slots=True)
class FindingReader:
    """Reads the findings of one patient, concept by concept."""

    catalogue: Catalogue
    outer: Fields
    birth: PartialDate | None = None

    def read(self, concept: Concept, tree: Tree) -> tuple[Finding, ...]:
        """Return the findings written at a concept's key."""
        refusal = _refusal(concept)
        if refusal is not None:
            self.outer.report(tree.span, *refusal)
            return ()
        items = tree.items if isinstance(tree, Sequence) and not _is_set(concept, tree) else (tree,)
        found: list[Finding] = []
        for number, item in enumerate(items, start=1):
            finding = self._finding(concept, item, f"{concept.id}/{number}")
            if finding is not None:
                found += [finding, *_members(concept, finding)]
        return tuple(found)

    def _finding(self, concept: Concept, tree: Tree, ref: str) -> Finding | None:
        absence = absence_of(tree, concept)
        if absence is not None:
            return Finding(ref, concept.id, absence)
        if not isinstance(tree, Mapping):
            plain = read_value(self.outer, concept, tree)
            return None if plain is None else Finding(ref, concept.id, plain)
        fields = Fields(tree, self.outer.file, self.outer.problems)
        on = read_moment(fields, "date")
        check_birth(fields, "date", on, self.birth)
        answers, answer = read_answers(concept, fields)
        if answer is not None and not _says_value(concept, fields):
            value: Value | Absence | None = value_of(concept, answer)
        else:
            value = self._value(concept, fields)
            if answer is not None:
                check_value(concept, fields, value, answer)
        if isinstance(value, Landmark) and tree.get("value") is not None:
            check_birth(fields, "value", value.on, self.birth)
        qualifiers = _qualifiers(concept, fields)
        upper, lower = _limit(concept, fields, "uln"), _limit(concept, fields, "lln")
        laboratory = fields.text("laboratory") or ""
        fields.finish(_OWN_KEYS)
        if value is None:
            return None
        return Finding(
            ref, concept.id, value, not_before(on, self.birth), qualifiers, upper, lower, laboratory, answers=answers
        )

    def _value(self, concept: Concept, fields: Fields) -> Value | Absence | None:
        """Return the value or the absence a mapping writes."""
        if fields.written.get("absent") is not None:
            word = fields.choice("absent", tuple(ABSENCES))
            return None if word is None else ABSENCES[word]
        absence = absence_of(fields.written.get("value"), concept)
        if absence is not None:
            fields.tree("value")
            return absence
        match concept.kind:
            case Kind.DATE:
                return _landmark(concept, fields)
            case Kind.RECORD:
                return read_record(fields, concept, _OWN_KEYS)
            case Kind.SCORE:
                return read_score(fields, concept)
            case _:
                return _single(concept, fields)


def _says_value(concept: Concept, fields: Fields) -> bool:
    """True where a value is written beside answers: else it follows from them."""
    return any(entry.key.text in (*_SAYING, *concept.fields) for entry in fields.written)


def _refusal(concept: Concept) -> tuple[str, str, str] | None:
    """Return code, message and hint where nothing may be written at a concept's key."""
    match concept.kind:
        case Kind.AGE:
            return ("computed", "the age is computed", "write birth_date: 2012-10-15")
        case Kind.DOSE:
            hint = "write the dose of the course: doses: [{dose: 10 mg/day, from: …, to: ongoing}]"
            return ("computed", said("'{id}' is computed from the treatments", id=concept.id), hint)
        case Kind.EVENT:
            hint = said("write events: [{{event: {id}, date: …}}]", id=concept.id)
            return ("kind", said("'{id}' is an event", id=concept.id), hint)
        case Kind.NUMBER if concept.members:
            hint = said("write each of its values: {names}", names=", ".join(concept.members))
            return ("kind", said("'{id}' stands for several measurements", id=concept.id), hint)
        case _:
            return None


def _is_set(concept: Concept, tree: Sequence) -> bool:
    """True for the codes of one value, as against several values."""
    return concept.kind is Kind.CODES and not any(isinstance(item, Mapping) for item in tree)


def _members(concept: Concept, finding: Finding) -> list[Finding]:
    """A negative panel is a negative result of each of its members; a positive one says nothing of any."""
    is_negative = isinstance(finding.value, TestResult) and finding.value.word == "negative"
    if not is_negative:
        return []
    return [
        Finding(f"{finding.ref}:{member}", member, finding.value, finding.on, laboratory=finding.laboratory)
        for member in concept.members
    ]


def _landmark(concept: Concept, fields: Fields) -> Landmark | Absence | None:
    """A landmark is the day at ``value`` (``date`` then being the day it was told), else the day at ``date``."""
    key = "value" if fields.written.get("value") is not None else "date"
    scalar = fields.required_scalar(key)
    if scalar is None:
        return None
    if scalar.text == UNKNOWN:
        return Absence.UNKNOWN
    moment = moment_of(fields, concept.id, scalar) if key == "value" else parse_partial_date(scalar.text)
    return None if moment is None else Landmark(moment)


def _single(concept: Concept, fields: Fields) -> Value | None:
    tree = fields.required_tree("value")
    value = None if tree is None else read_value(fields, concept, tree)
    if concept.kind is not Kind.CLASSIFICATION:
        return value
    scalar = fields.scalar("score")
    number = None if scalar is None else read_number(fields, scalar, concept)
    return Coded(value.codes, number) if isinstance(value, Coded) else None


def _qualifiers(concept: Concept, fields: Fields) -> frozenset[str]:
    known = {name: code.id for code in concept.qualifiers for name in (code.id, *code.also)}
    found: set[str] = set()
    for key in _QUALIFIER_KEYS:
        for scalar in fields.texts(key):
            if scalar.text in known:
                found.add(known[scalar.text])
                continue
            near = nearest(scalar.text, known)
            hint = (
                said("did you mean '{near}'?", near=near)
                if near
                else said("known: {names}", names=", ".join(sorted(set(known.values()))) or "none")
            )
            fields.report(
                scalar.span,
                "unknown-name",
                said("'{id}' has no {key} '{text}'", id=concept.id, key=key, text=scalar.text),
                hint,
            )
    return frozenset(found)


def _limit(concept: Concept, fields: Fields, key: str) -> Quantity | None:
    scalar = fields.scalar(key)
    if scalar is None:
        return None
    if concept.kind not in (Kind.NUMBER, Kind.TITRE, Kind.TEST):
        fields.report(
            scalar.span,
            "kind",
            said("'{id}' has no limit of a laboratory", id=concept.id),
            said("leave {key} out", key=key),
        )
        return None
    return read_amount(fields, scalar, concept)
