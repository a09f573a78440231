"""What the record says became of the things of a plan: done, not done and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from core.chart.chart import Chart
from core.chart.reading.follow_up import DONE
from core.chart.words import FOLLOW_UP
from core.values.partial_date import PartialDate

VISIT = "visit"
"""Stands for everything of one visit in the place of an activity."""

Place = tuple[str, str]
"""An activity, or VISIT, and the name of its occasion: ``igg`` at ``month 9``. Day 0 may move, this stays."""


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: what became of a thing of the plan, on which day, why where it was not done."""

    ref: str
    place: Place
    outcome: str
    on: PartialDate | None
    why: str = ""
    note: str = ""

    @property
    def is_done(self) -> bool:
        """True if it was done."""
        return self.outcome == DONE


@dataclass(frozen=True)
class Statements:
    """All that is said of a plan; of two statements of one place the later one of the record holds."""

    every: tuple[Said, ...]

    @cached_property
    def _latest(self) -> Mapping[Place, Said]:
        return {each.place: each for each in self.every}

    def of(self, activity: str, at: Iterable[str], visit: Iterable[str] = ()) -> Said | None:
        """Return what is said of an activity on an occasion: of itself, else of the whole visit by one of its names."""
        places = (*((activity, name) for name in at), *((VISIT, name) for name in visit))
        return next((self._latest[place] for place in places if place in self._latest), None)

    def apart_from(self, places: Iterable[Place]) -> tuple[Said, ...]:
        """Return what is said of no place of these: the plan does not hold it any more."""
        known = frozenset(places)
        return tuple(each for each in self.every if each.place not in known)


def statements_of(chart: Chart) -> Statements:
    """Return what a chart says became of its plan."""
    return Statements(
        tuple(
            Said(
                row.ref,
                (row.words["activity"], row.words["at"]),
                row.words["outcome"],
                row.onset,
                row.words.get("why", ""),
                row.words.get("note", ""),
            )
            for row in chart.rows_of(FOLLOW_UP)
        )
    )
