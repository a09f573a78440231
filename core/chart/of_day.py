"""The values of one day: what was found on it and on no other, nothing carried over from the day before."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from core.chart.chart import Chart
from core.chart.entries import Finding
from core.chart.values import Absence, Measured, Recorded, Scored, TestResult, Value
from core.values.interval import Interval


def value_in(finding: Finding, field: str) -> Value | Absence | None:
    """Return the value of a finding, of an examination that of its field; None where it has none."""
    if not field:
        return finding.value
    return finding.value.fields.get(field) if isinstance(finding.value, Recorded) else None


def amount_of(finding: Finding, field: str = "") -> Interval | None:
    """Return the number of a finding in the unit it was typed in, None where it holds none."""
    match value_in(finding, field):
        case Measured(quantity):
            return quantity.amount
        case TestResult(quantity=quantity) if quantity is not None:
            return quantity.amount
        case Scored(total=total):
            return total
        case _:
            return None


def number_of(finding: Finding, field: str = "") -> Decimal | None:
    """Return the one number of a finding, None where it is none or known in part alone."""
    amount = amount_of(finding, field)
    return amount.low if amount is not None and amount.is_exact else None


def of_day(chart: Chart, concept: str, day: date) -> tuple[Finding, ...]:
    """Return what was found of a concept on exactly that day, in the order of the record."""
    return tuple(each for each in chart.of(concept) if is_of(each, day))


def is_of(finding: Finding, day: date) -> bool:
    """True where a finding is certainly of a day."""
    return finding.on is not None and finding.on.is_exact and finding.on.first == day


def days_of(findings: Iterable[Finding]) -> frozenset[date]:
    """Return the days on which something was found, where they are known."""
    return frozenset(each.on.first for each in findings if each.on is not None and each.on.is_exact)
