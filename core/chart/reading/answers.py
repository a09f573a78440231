"""Answers of a score that is asked input by input: the value follows from them, and must not contradict them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from core.catalogue.concept import Concept, Kind
from core.chart.values import Absence, Coded, Recorded, Scored, Value
from core.language.said import said
from core.scores.answering import Answer
from core.scores.definition import Definition
from core.scores.given import RefusedError
from core.scores.recording import answer_of, stated
from core.scores.shipped import asked_for
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.source_text.tree import Scalar
from core.values.interval import Interval

INPUTS = "inputs"
"""The key they stand under, beside the value."""
_OTHERS = "others"


def read_answers(concept: Concept, fields: Fields) -> tuple[Mapping[str, str], Answer | None]:
    """Return the answers a mapping writes, by input, and what they say; nothing after a problem."""
    inner = fields.fields(INPUTS)
    definition = asked_for(concept.id)
    if inner is None:
        return {}, None
    if definition is None:
        message = said("'{id}' has no inputs", id=concept.id)
        fields.report(fields.span_of(INPUTS), "kind", message, "write its value")
        return {}, None
    answers = _named(definition, inner)
    try:
        return answers, answer_of(definition, answers)
    except RefusedError as error:
        for refusal in error.refusals:
            fields.report(inner.span_of(refusal.where), "unknown-value", refusal.message, refusal.hint)
        return {}, None


def _named(definition: Definition, inner: Fields) -> dict[str, str]:
    found: dict[str, str] = {}
    known = [each.id for each in definition.asked]
    for entry in inner.written:
        asked, name = definition.named(entry.key.text), entry.key.text
        inner.tree(name)
        if (asked is None or not asked.is_asked) and name != _OTHERS:
            near = nearest(name, known)
            hint = said("did you mean '{near}'?", near=near) if near else said("known: {names}", names=", ".join(known))
            message = said("'{score}' does not ask for '{key}'", score=definition.id, key=name)
            inner.report(entry.key.span, "unknown-name", message, hint)
        elif isinstance(entry.value, Scalar):
            found[name if asked is None else asked.id] = entry.value.text
        else:
            message = said("'{name}' is not answered like this", name=name)
            inner.report(entry.value.span, "unknown-value", message, "write one word or number")
    return found


def value_of(concept: Concept, answer: Answer) -> Value | Absence:
    """Return the value that follows from answers; asked and not known while what is open leaves it open."""
    told = stated(answer.definition, answer)
    if not told.values:
        return Absence.UNKNOWN
    number = Interval.exactly(Decimal(told.number)) if told.number else None
    match concept.kind:
        case Kind.SCORE:
            return Scored(Interval.exactly(Decimal(told.values[0])))
        case Kind.CLASSIFICATION if concept.code(told.values[0]) is not None:
            return Coded(frozenset(told.values), number)
        case _:
            return next((each for each in Absence if each.value == told.values[0]), Absence.UNKNOWN)


def check_value(concept: Concept, fields: Fields, value: Value | Absence | None, answer: Answer) -> None:
    """Report a value that its own answers contradict: somebody has to look at both."""
    finding = answer.definition.finding
    told = stated(answer.definition, answer)
    if finding is None or value is None:
        return
    written, name = value, "value"
    if isinstance(value, Recorded):
        name = finding.value
        if name not in value.fields:
            return
        written = value.fields[name]
    given = _contradicting(written, finding.value, answer, told.values)
    if given:
        message = said("the answers of '{id}' give {given}", id=concept.id, given=given)
        fields.report(fields.span_of(name), "total", message, "correct the value or the answers")


def _contradicting(written: Value | Absence, output: str, answer: Answer, values: tuple[str, ...]) -> str:
    """Return what the answers give where the value cannot be it, else ""."""
    given = "+".join(values)
    if isinstance(written, Coded):
        return given if values and written.codes != frozenset(values) else ""
    total = written.total if isinstance(written, Scored) else None
    if total is None or total.low is None or not total.is_exact:
        return ""
    if values:
        return given if total.low != Decimal(given) else ""
    low, high = answer.ranges.get(output, (None, None))
    if isinstance(low, (int, float)) and isinstance(high, (int, float)) and not low <= total.low <= high:
        return said("from {low} to {high}", low=str(low), high=str(high))
    return ""
