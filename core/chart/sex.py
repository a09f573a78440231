"""The sex on record, which words of some languages need."""

from __future__ import annotations

from core.chart.chart import Chart
from core.chart.values import Coded

_SEXES = ("female", "male")


def sex_of(chart: Chart) -> str:
    """Return the sex recorded last, ``unknown`` where it is not female or male."""
    codes = [finding.value.codes for finding in chart.of("sex") if isinstance(finding.value, Coded)]
    return next((each for each in _SEXES if codes and codes[-1] == frozenset({each})), "unknown")
