"""The latest number of each concept, in the concept's first unit: finding it costs many times what judging does."""

from __future__ import annotations

from collections.abc import Sequence

from core.catalogue.catalogue import Catalogue
from core.chart.entries import Finding
from core.chart.values import Measured, Scored, TestResult
from core.entry.charting import chart_of
from core.entry.statement import Statement
from core.store.records.kept_records import LatestValue
from core.values.interval import Interval


def latest_values(
    patient_id: str, stated: Sequence[tuple[int, Statement]], catalogue: Catalogue
) -> tuple[LatestValue, ...]:
    """Return the latest value of each concept among the statements of a patient (by their numbers)."""
    charting = chart_of(patient_id, stated, catalogue)
    best: dict[str, LatestValue] = {}
    for finding in charting.chart.findings:
        number = charting.tags.get(finding.ref)  # a member of a negative panel has no statement of its own
        if number is None:
            continue
        value = LatestValue(patient_id, finding.concept, _number(finding, catalogue), _day(finding), number)
        known = best.get(finding.concept)
        if known is None or (value.on, number) >= (known.on, known.statement_id):
            best[finding.concept] = value
    return tuple(best.values())


def _day(finding: Finding) -> str:
    return "" if finding.on is None else finding.on.last.isoformat()


def _number(finding: Finding, catalogue: Catalogue) -> str:
    """Return the number in the first unit as decimal text; "" where none is exact and nothing is guessed."""
    amount = _amount(finding, catalogue)
    return str(amount.low) if amount is not None and amount.is_exact else ""


def _amount(finding: Finding, catalogue: Catalogue) -> Interval | None:
    value = finding.value
    if isinstance(value, Scored):
        return value.total
    quantity = value.quantity if isinstance(value, Measured | TestResult) else None
    if quantity is None or not quantity.unit:
        return None if quantity is None else quantity.amount
    concept = catalogue.concept(finding.concept)
    unit = None if concept is None else concept.unit(quantity.unit)
    return None if unit is None or unit.family else quantity.amount.scaled(unit.factor)
