"""Who the patient is, as a patient file says it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.chart.entries import Finding
from core.chart.reading.findings import FindingReader
from core.chart.reading.moments import UNKNOWN, read_moment
from core.chart.sections.section import Section
from core.chart.values import Coded
from core.language.said import said
from core.source_text.fields import Fields


@dataclass(frozen=True, slots=True)
class Person:
    """What tells the patient apart; ``judged_on`` is the day a sample is made for."""

    name: str
    number: str
    is_synthetic: bool
    judged_on: date | None


def read_person(fields: Fields) -> Person:
    """Return who a patient file is of; a note on the whole of it is kept and says nothing."""
    fields.text("note")
    return Person(
        fields.text("name") or "",
        fields.text("number") or "",
        bool(fields.yes_no("synthetic")),
        _judged_on(fields),
    )


def _judged_on(fields: Fields) -> date | None:
    """Return the day on which the patient is to be judged: of a sample, which is made for that day."""
    moment = read_moment(fields, "judge_on")
    if moment is not None and not moment.is_exact:
        message = said("'judge_on' is '{text}', not one day", text=moment.text)
        fields.report(fields.span_of("judge_on"), "date", message, "write judge_on: 2026-11-22")
        return None
    return None if moment is None else moment.first


def read_sex(section: Section, reader: FindingReader) -> tuple[Finding, ...]:
    """Return the sex as a finding of the concept of the same name."""
    fields = reader.outer
    concept, scalar = reader.catalogue.by_role.get(section.id), fields.scalar(section.id)
    if scalar is None or concept is None or scalar.text == UNKNOWN:
        return ()
    code = concept.code(scalar.text)
    if code is None:
        hint = said("write one of: {names}", names=", ".join(sorted(concept.words)))
        fields.report(scalar.span, "unknown-value", said("'sex' cannot be '{text}'", text=scalar.text), hint)
        return ()
    return (Finding(section.id, concept.id, Coded(frozenset({code.id}))),)
