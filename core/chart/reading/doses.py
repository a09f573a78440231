"""The doses of a treatment course: an amount and how often, or one single dose."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from core.chart.entries import DoseSegment
from core.chart.reading.moments import UNKNOWN, check_order, one_written, read_moment
from core.chart.shorthand import Lacking, Lacks, read_shorthand
from core.chart.words import DOSE_BASES, DOSE_UNITS
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.problem import Problem, Severity
from core.source_text.tree import Scalar
from core.values.duration import DAYS_PER_MONTH
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity, parse_quantity

_PER = re.compile(r"(?:([1-9]\d{0,3}) ?)?(hours?|h|days?|d|weeks?|w|months?)")
_DAYS = {"h": Fraction(1, 24), "d": Fraction(1), "w": Fraction(7), "m": Fraction(DAYS_PER_MONTH)}
_KEYS = ("dose", "single", "per", "from", "date", "to", "note")
_HINT = "write 10 mg/day, or 600 mg/m2 with per: 12 h"
_HINTS = {
    Lacks.OFTEN: "write how often behind it: 10 mg/day, or per: 12 h, per: week, per: 4 weeks beside it",
    Lacks.RANGE: "write the dose that was taken, of changing doses each with from: and to:",
    Lacks.TAPER: "write each dose with from: and to:",
    Lacks.DAYS: "write single: and date: for each, or dose: with per:, from: and to:",
    Lacks.NEED: "leave the dose out, or write what was taken",
}
_MESSAGES = {
    Lacks.OFTEN: "'{text}' does not say how often",
    Lacks.RANGE: "'{text}' is a range or a limit, not one dose",
    Lacks.TAPER: "'{text}' is several doses without their days",
    Lacks.DAYS: "'{text}' does not say on which days",
    Lacks.AMOUNT: "'{text}' does not say how much is taken each time",
    Lacks.NEED: "'{text}' is taken as needed",
    Lacks.TWO_MEANINGS: "'{text}' can be read in two ways",
    Lacks.TWICE: "'{text}' says twice how often",
}


@dataclass(frozen=True, slots=True)
class Span:
    """The days of the course the doses belong to."""

    start: PartialDate | None
    end: PartialDate | None


def read_doses(fields: Fields, course: Span) -> tuple[DoseSegment, ...]:
    """Return the segments listed at ``doses``; those with problems are left out."""
    found: list[DoseSegment] = []
    for entry in fields.each("doses"):
        segment = _segment(entry, course)
        if segment is not None:
            _warn_of_sum(entry, segment, found)
            found.append(segment)
    return tuple(found)


def _warn_of_sum(fields: Fields, segment: DoseSegment, earlier: Iterable[DoseSegment]) -> None:
    """Doses of the same days are added, which a forgotten end of the earlier one is not meant to say."""
    other = next((each for each in earlier if _share_days(each, segment)), None)
    if other is None:
        return
    message = said("'{text}' and '{text2}' are of the same days and are added", text=other.text, text2=segment.text)
    hint = "write to: with the last day of the earlier dose, or leave it if both were taken"
    fields.problems.append(Problem(fields.file, fields.written.span, "doses-overlap", message, hint, Severity.WARNING))


def _share_days(one: DoseSegment, other: DoseSegment) -> bool:
    """True if both are repeated and certainly taken on one day."""
    ends = [each.end.first for each in (one, other) if each.end is not None]
    begun = max(one.start.last, other.start.last)
    return bool(one.per_days and other.per_days) and all(end >= begun for end in ends)


def _segment(fields: Fields, course: Span) -> DoseSegment | None:
    key = one_written(fields, ("single", "dose")) or "dose"
    scalar, per = fields.required_scalar(key), fields.scalar("per")
    first, last = _days(fields, course)
    if first is None:
        _report_unknown_start(fields)
    fields.finish(_KEYS)
    if scalar is None or first is None:
        return None
    amount = _single(fields, scalar, per) if key == "single" else _repeated(fields, scalar, per)
    if amount is None:
        return None
    quantity, days = amount
    text = scalar.text if per is None else f"{scalar.text} per {per.text}"
    return DoseSegment(quantity, days, first, first if key == "single" else last, text)


def _days(fields: Fields, course: Span) -> tuple[PartialDate | None, PartialDate | None]:
    """Return the first and last day of a segment: those of the course where none are written."""
    start_key = one_written(fields, ("from", "date"))
    first = course.start if start_key is None else read_moment(fields, start_key)
    if start_key is not None:
        check_order(fields, "from of the course", course.start, start_key, first)
    end = fields.scalar("to")
    last = course.end if end is None or end.text == "ongoing" else read_moment(fields, "to")
    if end is not None and end.text == UNKNOWN:
        hint = "write to: 2025 as far as it is known, or leave it out if the dose went on to the end of the course"
        fields.report(end.span, "date", "it is not known until when this dose was taken", hint)
    check_order(fields, start_key or "from", first, "to", last)
    if course.end is not None and last is not None and last.first > course.end.last:
        message = said("the dose goes on to {text}, the course only to {text2}", text=last.text, text2=course.end.text)
        fields.report(fields.span_of("to"), "date-order", message, "check both dates")
    return first, last


def _report_unknown_start(fields: Fields) -> None:
    """A dose of no known day decides nothing; a date that was no date is named already."""
    written = fields.scalar("from") or fields.scalar("date")
    if written is None or written.text == UNKNOWN:
        span = fields.written.span if written is None else written.span
        message = "it is not known from when this dose was taken"
        fields.report(span, "date", message, "write from: 2025, as far as it is known, or leave the dose out")


def _single(fields: Fields, scalar: Scalar, per: Scalar | None) -> tuple[Quantity, Fraction] | None:
    if per is not None:
        fields.report(per.span, "dose", "a single dose is not repeated", "write dose: instead of single:")
        return None
    quantity = _amount(fields, scalar)
    return None if quantity is None else (quantity, Fraction(0))


def _repeated(fields: Fields, scalar: Scalar, per: Scalar | None) -> tuple[Quantity, Fraction] | None:
    """Return the amount and the days between two doses: ``per`` beside it, or behind the last slash."""
    quantity = parse_quantity(scalar.text)
    unit, _, time = ("", "", "") if quantity is None else quantity.unit.rpartition("/")
    days = _length(time) if unit else None
    if per is None:
        if days is None and quantity is not None and quantity.unit:
            _report_shorthand(fields, scalar)
            return None
        amount = _amount(fields, scalar, unit)
        return None if amount is None or days is None else (amount, days)
    if days is not None:
        fields.report(per.span, "dose", said("'{text}' says already how often", text=scalar.text), "keep one of them")
        return None
    days = _length(per.text)
    if days is None:
        fields.report(
            per.span, "dose", said("'per' is '{text}'", text=per.text), "write per: 12 h, per: day or per: 2 weeks"
        )
        return None
    amount = _amount(fields, scalar)
    return None if amount is None else (amount, days)


def _amount(fields: Fields, scalar: Scalar, unit: str | None = None) -> Quantity | None:
    """Return the amount with its unit as we spell it; ``unit`` where a part of the text says how often."""
    quantity = parse_quantity(scalar.text)
    if quantity is None or not quantity.unit:
        _report_shorthand(fields, scalar)
        return None
    bounds = (quantity.amount.low, quantity.amount.high)
    if any(bound is not None and bound < 0 for bound in bounds):
        fields.report(scalar.span, "impossible", "a dose cannot be negative", "check the value")
        return None
    written = quantity.unit if unit is None else unit
    mass, _, basis = written.partition("/")
    if mass not in DOSE_UNITS or basis not in DOSE_BASES:
        known = ", ".join(dict.fromkeys(DOSE_UNITS.values()))
        hint = said("write one of: {known}; alone, per kg or per m2", known=known)
        fields.report(scalar.span, "unit", said("a dose is not counted in '{written}'", written=written), hint)
        return None
    known_unit = "/".join(part for part in (DOSE_UNITS[mass], DOSE_BASES[basis]) if part)
    return Quantity(quantity.amount, known_unit, quantity.text)


def _report_shorthand(fields: Fields, scalar: Scalar) -> None:
    """Report what a dose lacks; one that a prescription would understand is written out as a file writes it."""
    meant = read_shorthand(scalar.text)
    if isinstance(meant, Lacking):
        message, hint = said(_MESSAGES[meant.why], text=scalar.text), said(_HINTS.get(meant.why, _HINT))
    else:
        message, hint = said("'{text}' is no dose", text=scalar.text), _HINT
        if meant is not None:
            hint = said("write single: {dose}", dose=meant.text)
            if meant.per:
                hint = said("write dose: {dose}, per: {per}", dose=meant.text, per=meant.per)
    fields.report(scalar.span, "dose", message, hint)


def _length(text: str) -> Fraction | None:
    match = _PER.fullmatch(text)
    return None if match is None else Fraction(int(match[1] or 1)) * _DAYS[match[2][0]]
