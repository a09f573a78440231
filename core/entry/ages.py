"""Ages on a day as statements: the content of ``age`` and back."""

from __future__ import annotations

from core.chart.birth import AgeOn, age_of
from core.entry.statement import Plain, Statement
from core.values.partial_date import PartialDate, parse_partial_date
from core.values.quantity import parse_quantity


def age_written(content: Plain) -> AgeOn | None:
    """Return the age that the content of a statement writes."""
    value, day = (content.get("value"), content.get("date")) if isinstance(content, dict) else (None, None)
    quantity = parse_quantity(value) if isinstance(value, str) else None
    on = parse_partial_date(day) if isinstance(day, str) else None
    if quantity is None or quantity.amount.low is None or not quantity.amount.is_exact or on is None:
        return None
    return AgeOn(int(quantity.amount.low), on)


def birth_statement(birth: PartialDate) -> Statement:
    """Return the statement that says when somebody was born: a birth date, or an age."""
    age = age_of(birth)
    if age is None:
        return Statement.of("birth_date", birth.text)
    return Statement.of("age", {"value": f"{age.years} years", "date": age.on.text})
