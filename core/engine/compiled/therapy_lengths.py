"""together_for and in_total_for: days of several drugs of a block."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import NamedTuple

from core.criteria.nodes import Therapy
from core.criteria.scope import Scope
from core.engine.compiled.judged import FALSE, NO_ASSUMPTIONS, TRUE, UNKNOWN, Judged, one_gap, together
from core.engine.compiled.lists import joined
from core.engine.compiled.spans import compile_span
from core.engine.compiled.therapy_days import BRIDGED, Run, Runs, merged
from core.engine.compiled.therapy_drugs import Status
from core.engine.compiled.therapy_places import Element, Taken
from core.engine.compiled.windows import ONE_DAY
from core.engine.judgement.outcome import Cause
from core.values.duration import Duration
from core.values.truth import Truth

Statuses = tuple[Status, ...]
OfDay = Callable[[Statuses], Truth]
"""Answers whether the drugs that count on one day are those the block needs."""


class _Days(NamedTuple):
    sure: Runs
    maybe: Runs


def compile_together(node: Therapy, of_day: OfDay, scope: Scope) -> Element | None:
    """Make ``together_for``: one run of days on each of which all that is needed qualifies at once."""
    lasting = node.together_for
    if lasting is None:
        return None
    reach = compile_span(lasting.span, scope)
    gap_days = int((node.gap or BRIDGED).days)

    def is_reached(runs: Iterable[Run]) -> bool:
        return any(run.reaches(reach, is_more=lasting.is_more) for run in merged(runs, gap_days))

    def judge(taken: Taken) -> Judged:
        sure, maybe = _days_together(taken.statuses, of_day)
        return _resting(taken, is_true=is_reached(sure), is_possible=is_reached(maybe))

    return judge


def compile_total(node: Therapy) -> Element | None:
    """Make ``in_total_for``: the days on any counted drug, added; a month is 30.4375 days."""
    lasting = node.in_total_for
    if lasting is None:
        return None
    asked = lasting.span.days if isinstance(lasting.span, Duration) else None
    is_more = lasting.is_more

    def is_reached(runs: Iterable[Run]) -> bool:
        count = sum(run.days for run in merged(runs, 0))
        return asked is not None and (count > asked if is_more else count >= asked)

    def judge(taken: Taken) -> Judged:
        sure = [run for status in taken.statuses for run in _runs(status, is_sure=True)]
        maybe = [run for status in taken.statuses for run in _runs(status, is_sure=False)]
        return _resting(taken, is_true=is_reached(sure), is_possible=is_reached(maybe))

    return judge


def _runs(status: Status, *, is_sure: bool) -> list[Run]:
    """Return the days of the courses that count, or may count."""
    return [
        run
        for each in status.courses
        if each.judged.truth is TRUE or (not is_sure and each.judged.truth is UNKNOWN)
        for run in (each.days.sure if is_sure else each.days.maybe)
    ]


def _days_together(statuses: Statuses, of_day: OfDay) -> tuple[list[Run], list[Run]]:
    days = {
        status.drug: _Days(merged(_runs(status, is_sure=True), 0), merged(_runs(status, is_sure=False), 0))
        for status in statuses
    }
    edges = {
        edge for each in days.values() for run in (*each.sure, *each.maybe) for edge in (run.first, run.last + ONE_DAY)
    }
    starts = sorted(edges)
    sure: list[Run] = []
    maybe: list[Run] = []
    for first, after in pairwise(starts):
        piece = Run(first, after - ONE_DAY)
        truth = of_day(tuple(_on(status, days[status.drug], piece) for status in statuses))
        if truth is not FALSE:
            maybe.append(piece)
        if truth is TRUE:
            sure.append(piece)
    return sure, maybe


def _on(status: Status, days: _Days, piece: Run) -> Status:
    if any(run.touches(piece) for run in days.sure):
        return status._replace(judged=Judged(TRUE))
    is_possible = any(run.touches(piece) for run in days.maybe)
    return status._replace(judged=Judged(UNKNOWN if is_possible else FALSE))


def _resting(taken: Taken, *, is_true: bool, is_possible: bool) -> Judged:
    """Return the answer with all that is known of the drugs; what is not recorded may still reach it."""
    rest = taken.unrecorded
    truth = TRUE if is_true else UNKNOWN if is_possible or rest.open_ids else FALSE
    named = [status.judged for status in taken.statuses]
    counting = {status.drug for status in taken.statuses if status.judged.truth is TRUE}
    if not taken.ids <= counting:
        named.append(Judged(truth, rest.gaps, rest.evidence, rest.assumed))
    judged = together(truth, named)
    if truth is UNKNOWN and not judged.gaps:
        subject = joined((*taken.ids, *(status.drug for status in taken.statuses)))
        return judged._replace(gaps=one_gap(Cause.IMPRECISE, subject))
    return judged if truth is not TRUE else judged._replace(assumed=NO_ASSUMPTIONS)
