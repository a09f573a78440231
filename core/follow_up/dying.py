"""The end of a follow-up: from the day of death on nothing more is asked, and what was asked before stays as it was."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.chart.chart import Chart

DEATH = "death"


@dataclass(frozen=True, slots=True)
class Died:
    """Since when somebody is certainly dead, and the entries that say so."""

    on: date
    refs: tuple[str, ...]


def died_by(chart: Chart, on: date) -> Died | None:
    """Return the death that is on record on a day, None for none.

    Of a death known by its month or year alone the last day of it counts: until then nobody knows. One without any day
    counts from the day it is told on. A suspicion is none.
    """
    deaths = [each for each in chart.episodes if each.concept == DEATH and not each.is_suspected]
    if not deaths:
        return None
    days = _days((None if each.onset is None else each.onset.last for each in deaths), on)
    return Died(min(days), tuple(each.ref for each in deaths))


def _days(last_days: Iterable[date | None], on: date) -> list[date]:
    return [on if each is None else min(each, on) for each in last_days]
