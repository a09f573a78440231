"""Treatment courses of a patient file."""

from __future__ import annotations

import re
from fractions import Fraction

from core.catalogue.catalogue import Catalogue
from core.chart.entries import Course, DoseSegment
from core.chart.reading.moments import check_order, read_moment
from core.chart.words import OUTCOMES, REASONS_FOR_STOPPING
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.source_text.tree import Scalar
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity, parse_quantity
from core.values.truth import Truth, truth_of

_PER = re.compile(r"(?:(\d+) )?(h|hour|hours|day|days|d|week|weeks|month|months)")
_DAYS = {"h": Fraction(1, 24), "d": Fraction(1), "w": Fraction(7), "m": Fraction(30)}
_OWN = ("note", "text", "ongoing_on")
ROUTES = ("oral", "intravenous", "subcutaneous", "intramuscular", "topical", "inhaled", "intrathecal", "pulse", "other")


def read_courses(fields: Fields, catalogue: Catalogue) -> tuple[Course, ...]:
    """Return the courses listed at ``treatments``."""
    found = [
        _course(entry, f"treatments/{number}", catalogue)
        for number, entry in enumerate(fields.each("treatments"), start=1)
    ]
    return tuple(course for course in found if course is not None)


def _course(fields: Fields, ref: str, catalogue: Catalogue) -> Course | None:
    before = len(fields.problems)
    drug = _drug(fields, catalogue)
    start = read_moment(fields, "from") if fields.required_tree("from") is not None else None
    end, is_ongoing = _end(fields)
    check_order(fields, "from", start, "to", end)
    line = fields.scalar("line")
    if line is not None and not line.text.isdecimal():
        fields.report(line.span, "number", f"'line' is '{line.text}'", "write the number of the line of therapy")
    course = Course(
        ref=ref,
        drug=drug or "",
        start=start,
        end=end,
        is_ongoing=is_ongoing,
        route=fields.choice("route", ROUTES) or "",
        doses=_doses(fields, start, end),
        outcome=fields.choice("outcome", OUTCOMES) or "",
        stopped_for=fields.choice("stopped_for", REASONS_FOR_STOPPING) or "",
        is_dose_adequate=_mark(fields, "dose_adequate"),
        is_adherence_documented=_mark(fields, "adherence"),
        line=int(line.text) if line is not None and line.text.isdecimal() else None,
        text=fields.text("note") or "",
    )
    fields.finish(_OWN)
    return course if len(fields.problems) == before else None


def _mark(fields: Fields, key: str) -> Truth:
    answer = fields.yes_no(key)
    return Truth.UNKNOWN if answer is None else truth_of(answer)


def _drug(fields: Fields, catalogue: Catalogue) -> str | None:
    scalar = fields.required_scalar("drug")
    if scalar is None:
        return None
    drug = catalogue.id_of(scalar.text) or ""
    if catalogue.drugs_of(drug):
        return drug
    known = [name for name in catalogue.names if catalogue.drugs_of(catalogue.id_of(name) or "")]
    near = nearest(scalar.text, known)
    hint = f"did you mean '{near}'?" if near else "write the INN of the drug, or its class"
    fields.report(scalar.span, "unknown-name", f"unknown drug '{scalar.text}'", hint)
    return None


def _end(fields: Fields) -> tuple[PartialDate | None, bool]:
    """Return the last dose, or that the course goes on; leaving both out is an error."""
    scalar = fields.scalar("to")
    if scalar is None:
        if fields.text("ongoing_on") is not None:
            return None, True
        hint = "write to: ongoing, to: unknown, or the day of the last dose"
        fields.report(fields.written.span, "missing-key", "a course has no end", hint)
        return None, False
    if scalar.text == "ongoing":
        return None, True
    return read_moment(fields, "to"), False


def _doses(fields: Fields, start: PartialDate | None, end: PartialDate | None) -> tuple[DoseSegment, ...]:
    found = [_segment(entry, start, end) for entry in fields.each("doses")]
    return tuple(segment for segment in found if segment is not None)


def _segment(fields: Fields, start: PartialDate | None, end: PartialDate | None) -> DoseSegment | None:
    single = fields.scalar("single")
    scalar = single or fields.required_scalar("dose")
    per = fields.scalar("per")
    first = read_moment(fields, "from") or read_moment(fields, "date") or start
    last = fields.scalar("to")
    until = end if last is None or last.text == "ongoing" else read_moment(fields, "to")
    check_order(fields, "from", first, "to", until)
    fields.finish()
    if scalar is None or first is None:
        return None
    quantity, days = _amount(fields, scalar, per, is_single=single is not None)
    if quantity is None:
        return None
    text = scalar.text if per is None else f"{scalar.text} per {per.text}"
    return DoseSegment(quantity, days, first, first if single is not None else until, text)


def _amount(fields: Fields, scalar: Scalar, per: Scalar | None, *, is_single: bool) -> tuple[Quantity | None, Fraction]:
    quantity = parse_quantity(scalar.text)
    if quantity is None or not quantity.unit:
        fields.report(
            scalar.span, "dose", f"'{scalar.text}' is no dose", "write 10 mg/day, or 600 mg/m2 with per: 12 h"
        )
        return None, Fraction(0)
    if is_single:
        return quantity, Fraction(0)
    if per is not None:
        days = _length(per.text)
        if days is None:
            fields.report(per.span, "dose", f"'per' is '{per.text}'", "write per: 12 h, per: day or per: 2 weeks")
        return (None, Fraction(0)) if days is None else (quantity, days)
    unit, _, time = quantity.unit.rpartition("/")
    days = _length(time) if unit else None
    if days is None:
        hint = f"write {scalar.text}/day, or per: day beside it"
        fields.report(scalar.span, "dose", f"'{scalar.text}' does not say how often", hint)
        return None, Fraction(0)
    return Quantity(quantity.amount, unit, quantity.text), days


def _length(text: str) -> Fraction | None:
    match = _PER.fullmatch(text)
    if match is None or match[1] == "0":
        return None
    return Fraction(int(match[1] or 1)) * _DAYS[match[2][0]]
