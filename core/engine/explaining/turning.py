"""The days on which what is taken can change: between two of them every day is like the first.

Years of treatment are judged on a handful of days, and the answer is that of a scan day by day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from core.chart.entries import Course
from core.chart.words import TREATMENTS
from core.engine.explaining.spans import Days, days_of_course
from core.engine.judgement.situation import Situation
from core.values.duration import Duration, TimeUnit

WEIGHT_STANDS = (Duration(6, TimeUnit.MONTH), Duration(12, TimeUnit.MONTH))
"""How old a weight may be: under 18 years, and above."""
ADULT_YEARS = 18

_DAY = timedelta(days=1)
_AROUND = tuple(timedelta(days=days) for days in range(-1, 4))
"""A length of months from a day and back need not end on that day: the days around are looked at too."""


def edges(courses: Iterable[Course], situation: Situation) -> frozenset[int]:
    """Return every day on which courses, their doses, the weight or the treatment list can be otherwise than before."""
    found: set[date] = {situation.evaluation_on + _DAY}
    for course in courses:
        days = days_of_course(course, situation)
        found.update(_of_days(days))
        for segment in course.doses:
            found.update((segment.start.first, segment.start.last))
            if segment.end is not None:
                found.update((segment.end.first + _DAY, segment.end.last + _DAY))
    found.update(_of_weights(situation))
    found.update(_of_lists(situation))
    return frozenset(day.toordinal() for day in found)


def _of_days(days: Days) -> Iterator[date]:
    yield from (days.onset_first, days.onset_last)
    yield from (end + _DAY for end in (days.sure_end, days.possible_end) if end is not None and end < date.max)


def _of_weights(situation: Situation) -> Iterator[date]:
    concept = situation.scope.catalogue.by_role.get("weight")
    birth = situation.chart.birth
    if birth is not None:
        yield from (Duration(ADULT_YEARS, TimeUnit.YEAR).after(birth.last) + around for around in _AROUND)
    for finding in () if concept is None else situation.chart.of(concept.id):
        if finding.on is not None:
            yield finding.on.last
            for stands in WEIGHT_STANDS:
                yield from (stands.after(finding.on.first) + around for around in _AROUND)


def _of_lists(situation: Situation) -> Iterator[date]:
    chart = situation.chart
    if chart.birth is not None:
        yield chart.birth.first
    freshness = situation.scope.freshness_of_list(TREATMENTS)
    for entry in chart.complete:
        yield from (entry.since, freshness.after(entry.as_of) + _DAY)
    for never in chart.never:
        yield freshness.after(never.as_of) + _DAY
