"""When a failure ends: the first day on which waiting, or stopping a drug and waiting, leaves it false no longer.

A day on which it is unknown ends it as well: what is not recorded can leave a criterion open, but a failure that a
date ends is never fixed because something else is not known then. Today's newest results are held as they are; what
moves with time (age, lengths, washouts, looking back over a written window) moves. The answer is the same as that of a
scan day by day, but only days on which a verdict can change are looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from core.chart.entries import Course
from core.criteria.nodes import Off, On, Received, Stable, walk
from core.engine.judgement.outcome import Outcome
from core.engine.judgement.situation import Days, Situation
from core.rule_files.compiling import Judge
from core.screening.judgements import Judgement
from core.screening.timing import breakpoints
from core.values.duration import Duration
from core.values.merging import merged
from core.values.truth import Truth

KnownDays = dict[tuple[date, frozenset[tuple[str, date]]], Truth]
"""What one criterion is on a day with some courses stopped, as far as it was asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One criterion ready to be judged on other days; what was found for a day is kept in ``known``."""

    judgement: Judgement
    judge: Judge
    situation: Situation
    lengths: frozenset[Duration]
    known: KnownDays


def on_day(asked: Asked, day: date, stopped: Mapping[str, date]) -> Truth:
    """Return the truth of a criterion with its point moved to ``day`` and results held."""
    key = (day, frozenset(stopped.items()))
    if key not in asked.known:
        asked.known[key] = _judged_on(asked, day, stopped)
    return asked.known[key]


def _judged_on(asked: Asked, day: date, stopped: Mapping[str, date]) -> Truth:
    return outcome_on(asked, day, stopped).truth


def outcome_on(asked: Asked, day: date, stopped: Mapping[str, date]) -> Outcome:
    """Return the whole outcome of a criterion with its point moved to ``day`` and results held."""
    days = asked.situation.days
    moved = Days(day, {anchor: max(on, day) if on >= days.decision_on else on for anchor, on in days.anchors.items()})
    return asked.judge(replace(asked.situation, days=moved, stopped=stopped))


def first_day(
    asked: Sequence[Asked], others: Sequence[Asked], stopped: Mapping[str, date], not_before: date = date.min
) -> date | None:
    """Return the first day on which none of ``asked`` fails any more and none of ``others``, which do not fail now.

    Days ahead of ``not_before`` are known to be none.
    """
    everyone = (*asked, *others)
    if not everyone:
        return None
    for day in _days(everyone, asked[0].situation if asked else others[0].situation):
        if day >= not_before and all(on_day(each, day, stopped) is not Truth.FALSE for each in everyone):
            return day
    return None


def _days(everyone: Iterable[Asked], situation: Situation) -> tuple[date, ...]:
    start = situation.days.decision_on
    days = (
        breakpoints(each.lengths, _turning_refs(each), each.situation.chart, each.situation.evaluation_on, start)
        for each in everyone
    )
    return tuple(sorted(merged(frozenset(some) for some in days)))


def _turning_refs(asked: Asked) -> frozenset[str]:
    """Return the entries whose days may turn a verdict: its evidence, and every course of a drug it names.

    One part that decides is evidence enough for today; the day it ends another part may decide instead.
    """
    drugs = _drugs_named(asked, (Off, Received, On, Stable))
    return asked.judgement.outcome.evidence | {
        course.ref
        for course in asked.situation.chart.courses
        if asked.situation.scope.catalogue.drugs_of(course.drug) & drugs
    }


def courses_to_stop(asked: Asked) -> tuple[Course, ...]:
    """Return the ongoing courses of the drugs whose being taken can make a criterion fail."""
    drugs = _drugs_named(asked, (Off, Received, On))
    return tuple(
        course
        for course in asked.situation.chart.courses
        if course.is_ongoing and asked.situation.scope.catalogue.drugs_of(course.drug) & drugs
    )


def needed_stops(asked: Asked, courses: Sequence[Course], on: date) -> tuple[tuple[Course, ...], date | None]:
    """Return the fewest of the courses whose stopping on a day lets a criterion pass, and the first day it does."""
    day = first_day((asked,), (), {course.ref: on for course in courses}) if courses else None
    kept = list(courses)
    for course in courses:
        fewer = [each for each in kept if each is not course]
        if day is not None and first_day((asked,), (), {each.ref: on for each in fewer}) == day:
            kept = fewer
    return tuple(kept), day


def _drugs_named(asked: Asked, kinds: tuple[type[Off | Received | On | Stable], ...]) -> frozenset[str]:
    names = [
        name
        for node in walk(asked.judgement.criterion.condition)
        if isinstance(node, Off | Received | On | Stable) and isinstance(node, kinds)
        for name in node.which.names
    ]
    return asked.situation.scope.drugs(names)
