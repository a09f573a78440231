"""When a patient was born: the birth date, or where there is none the age on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.catalogue.catalogue import Catalogue
from core.chart.birth import AgeOn, born
from core.chart.reading.amounts import is_possible
from core.chart.reading.moments import read_moment
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.tree import Mapping, Scalar
from core.values.duration import TimeUnit
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.quantity import parse_quantity

BIRTH_DATE, AGE = "birth_date", "age"
CONTRADICTION = "birth-date"
"""The code of a problem with what tells when somebody was born."""

_UNITS = {
    **dict.fromkeys(("", "year", "years"), TimeUnit.YEAR),
    **dict.fromkeys(("month", "months"), TimeUnit.MONTH),
}


def read_birth(fields: Fields, catalogue: Catalogue, on: date | None) -> PartialDate | None:
    """Return the days on which the patient can have been born.

    A birth that lies after ``on``, the day of judging, is a problem: every upper limit of age would pass by it.
    """
    written, age = read_moment(fields, BIRTH_DATE), _age(fields, catalogue)
    birth = _both(fields, written, age)
    if birth is not None and on is not None and birth.first > on:
        key = AGE if written is None else BIRTH_DATE
        message = said("'{key}' ({text}) lies after {on}, the day of judging", key=key, text=birth.text, on=on)
        fields.report(fields.span_of(key), CONTRADICTION, message, "check the year, or judge on a later day")
    return birth


def _both(fields: Fields, written: PartialDate | None, age: AgeOn | None) -> PartialDate | None:
    """A birth date known to the year is narrowed by the age; one that contradicts it is a slip in one of them."""
    birth = born(written, age)
    if birth is None and written is not None and age is not None:
        message = said("'age' ({age}) and 'birth_date' ({birth}) contradict", age=age.birth.text, birth=written.text)
        fields.report(fields.span_of(AGE), CONTRADICTION, message, "keep the one that is right")
    return birth or written


def _age(fields: Fields, catalogue: Catalogue) -> AgeOn | None:
    tree = fields.tree(AGE)
    if tree is None:
        return None
    if not isinstance(tree, Mapping):
        years = tree.text.partition(" ")[0] if isinstance(tree, Scalar) else "15"
        hint = said("write age: {{value: {years} years, date: 2026-11-20}}, or birth_date: 2012-10-15", years=years)
        fields.report(tree.span, "computed", "'age' does not say on which day", hint)
        return None
    inner = Fields(tree, fields.file, fields.problems)
    scalar, is_dated = inner.required_scalar("value"), inner.required_tree("date") is not None
    on = read_moment(inner, "date")
    inner.finish(("by", "note"))
    if on is None and is_dated and inner.text("date") == "unknown":
        inner.report(
            inner.span_of("date"), "date", "'age' does not say on which day", "write date: 2026, as far as known"
        )
    return None if scalar is None or on is None else _completed(inner, scalar, on, catalogue)


def _completed(fields: Fields, scalar: Scalar, on: PartialDate, catalogue: Catalogue) -> AgeOn | None:
    """Return the age in completed years or months; a part of one has two readings."""
    quantity = parse_quantity(scalar.text)
    unit = None if quantity is None else _UNITS.get(quantity.unit)
    count = None if quantity is None or not quantity.amount.is_exact else quantity.amount.low
    if quantity is None or unit is None or count is None or count % 1:
        message = said("'age' is '{text}', not completed years or months", text=scalar.text)
        fields.report(scalar.span, "number", message, "write value: 15 years, or value: 7 months")
        return None
    age = AgeOn(int(count), on, unit)
    concept, years = catalogue.concept(AGE), replace(quantity, amount=Interval.exactly(Decimal(age.years)))
    if concept is not None and not is_possible(fields, scalar, concept, years, None):
        return None
    return age
