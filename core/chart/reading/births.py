"""When a patient was born: the birth date, or where there is none the age on a day."""

from __future__ import annotations

from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.birth import AgeOn
from core.chart.reading.amounts import is_possible
from core.chart.reading.moments import read_moment
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.tree import Mapping, Scalar
from core.values.partial_date import PartialDate
from core.values.quantity import parse_quantity

BIRTH_DATE, AGE = "birth_date", "age"
_YEARS = ("", "year", "years")


def read_birth(fields: Fields, catalogue: Catalogue, on: date | None) -> PartialDate | None:
    """Return the days on which the patient can have been born.

    A birth that lies after ``on``, the day of judging, is a problem: every upper limit of age would pass by it.
    """
    written, age = read_moment(fields, BIRTH_DATE), _age(fields, catalogue)
    birth = written if age is None else age.birth if written is None else _both(fields, written, age)
    if birth is not None and on is not None and birth.first > on:
        key = AGE if written is None else BIRTH_DATE
        message = said("'{key}' ({text}) lies after {on}, the day of judging", key=key, text=birth.text, on=on)
        fields.report(fields.span_of(key), "birth-date", message, "check the year, or judge on a later day")
    return birth


def _both(fields: Fields, written: PartialDate, age: AgeOn) -> PartialDate:
    """A birth date known to the year is narrowed by the age; one that contradicts it is a slip in one of them."""
    narrowed = written.within(age.birth.first, age.birth.last)
    if narrowed is None:
        message = said("'age' ({age}) and 'birth_date' ({birth}) contradict", age=age.birth.text, birth=written.text)
        fields.report(fields.span_of(AGE), "birth-date", message, "keep the one that is right")
    return narrowed or written


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
    completed = None if scalar is None else _years(inner, scalar, catalogue)
    return None if completed is None or on is None else AgeOn(completed, on)


def _years(fields: Fields, scalar: Scalar, catalogue: Catalogue) -> int | None:
    """Return the completed years; a part of a year, or months, has two readings."""
    quantity = parse_quantity(scalar.text)
    amount = None if quantity is None or quantity.unit not in _YEARS else quantity.amount
    if quantity is None or amount is None or not amount.is_exact or amount.low is None or amount.low % 1:
        message = said("'age' is '{text}', not completed years", text=scalar.text)
        fields.report(scalar.span, "number", message, "write value: 15 years")
        return None
    concept = catalogue.concept(AGE)
    if concept is not None and not is_possible(fields, scalar, concept, quantity, None):
        return None
    return int(amount.low)
