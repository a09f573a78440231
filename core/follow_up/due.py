"""What is overdue, due and next on a day, as papers tell it: from results on record, and what was said of a visit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from core.chart.chart import Chart
from core.chart.values import Absence
from core.follow_up.dying import Died, died_by
from core.follow_up.plan import Plan, Planned, Visit
from core.follow_up.said import Statements, statements_of


class Standing(Enum):
    """Where a visit stands on a day."""

    RECORDED = "recorded"  # each of its results came in its window or later, or somebody said what became of it
    OVERDUE = "overdue"  # its window is over and a result is missing
    OVER = "over"  # its window is over; it yields nothing that the record could show
    OPEN = "open"  # its window is open
    LATER = "later"
    NO_LONGER = "no_longer"  # its window was not over when the patient died


@dataclass(frozen=True, slots=True)
class VisitStanding:
    """A visit with where it stands; ``missing`` are the activities without a result."""

    visit: Visit
    standing: Standing
    missing: tuple[Planned, ...] = ()


@dataclass(frozen=True, slots=True)
class Agenda:
    """What to look at on a day: the last overdue visit (``earlier_overdue`` more before it), open ones, the next."""

    overdue: VisitStanding | None
    earlier_overdue: int
    open: tuple[VisitStanding, ...]
    next: tuple[VisitStanding, ...]


NEXT_VISITS = 3


def standings(plan: Plan, on: date) -> tuple[VisitStanding, ...]:
    """Return where each visit stands on ``on``. A later result counts for an earlier visit: it was made up for."""
    chart = plan.chart.as_of(on)
    said, died = statements_of(chart), died_by(chart, on)
    found = (_standing(visit, plan.chart, on, said) for visit in plan.visits)
    return tuple(found) if died is None else tuple(_after(each, died) for each in found)


def agenda(plan: Plan, on: date) -> Agenda:
    """Return what is overdue, open and next on ``on``."""
    every = standings(plan, on)
    overdue = [each for each in every if each.standing is Standing.OVERDUE]
    return Agenda(
        overdue=overdue[-1] if overdue else None,
        earlier_overdue=max(0, len(overdue) - 1),
        open=tuple(each for each in every if each.standing is Standing.OPEN),
        next=tuple(each for each in every if each.standing is Standing.LATER)[:NEXT_VISITS],
    )


def _after(each: VisitStanding, died: Died) -> VisitStanding:
    """Return a visit as it stands after a death: nothing is made up for, nothing more is asked."""
    if each.standing is Standing.RECORDED:
        return each
    return VisitStanding(each.visit, Standing.NO_LONGER if each.visit.latest >= died.on else Standing.OVER)


def _standing(visit: Visit, chart: Chart, on: date, said: Statements) -> VisitStanding:
    if on < visit.earliest:
        return VisitStanding(visit, Standing.LATER)
    told = {item.key for item in visit.items if said.of(item.activity.id, item.at, visit.names) is not None}
    shown = [item for item in visit.items if item.key in told or (item.is_certain and item.activity.yields)]
    missing = tuple(item for item in shown if item.key not in told and not _has_result(item, visit.earliest, on, chart))
    if shown and not missing:
        return VisitStanding(visit, Standing.RECORDED)
    if on <= visit.latest:
        return VisitStanding(visit, Standing.OPEN, missing)
    return VisitStanding(visit, Standing.OVERDUE if missing else Standing.OVER, missing)


def _has_result(item: Planned, since: date, on: date, chart: Chart) -> bool:
    """Tell whether anything the activity measures was found, given or seen to begin from ``since`` to ``on``."""
    yields = item.activity.yields
    if any(
        episode.concept in yields
        and not episode.is_suspected
        and episode.onset is not None
        and since <= episode.onset.first
        and episode.onset.last <= on
        for episode in chart.episodes
    ):
        return True
    return any(
        finding.on is not None
        and not isinstance(finding.value, Absence)
        and since <= finding.on.first
        and finding.on.last <= on
        for concept in yields
        for finding in chart.of(concept)
    )
