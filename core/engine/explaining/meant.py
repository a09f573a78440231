"""Which drugs a course is meant of, and when the newest run of one of some drugs began."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.chart.entries import Course
from core.engine.judgement.situation import Days, Situation
from core.values.day_spans import Spans, bridged, span, united
from core.values.duration import Duration, TimeUnit
from core.values.truth import Truth

_BRIDGED = Duration(28, TimeUnit.DAY)
"""Breaks up to this long do not begin a run anew (the language's own default)."""


def covers(course: Course, drugs: frozenset[str], situation: Situation) -> Truth:
    """Answer whether a course is of one of the drugs; one of a class, or of a product nobody named, may be."""
    catalogue = situation.scope.catalogue
    members = catalogue.drugs_of(course.drug)
    if members and members <= drugs:
        return Truth.TRUE
    return Truth.UNKNOWN if catalogue.may_be(course.drug, course.may_be) & drugs else Truth.FALSE


def earliest(situation: Situation) -> date:
    """Return the first day anything of a patient can be of: the birth, else a long life ago."""
    birth = situation.chart.birth
    return birth.first if birth is not None else date(situation.evaluation_on.year - 120, 1, 1)


@dataclass(frozen=True, slots=True)
class Begun:
    """The days on which a run can have begun, each a reading; none where nobody knows, or where it has not begun.

    ``is_open``: something may have begun, and nothing certainly has.
    """

    days: tuple[date, ...]
    refs: tuple[str, ...]
    is_open: bool = False


def begun(name: str, days: Days, situation: Situation) -> Begun:
    """Return when the newest run of a drug, class or group began, on or before the decision day.

    The readings are the newest run of what is certain, the same as early as it can have begun, and the newest run of
    all that may be meant.
    """
    drugs, last = situation.scope.drugs((name,)), days.decision_on.toordinal()
    meant = [(course, covers(course, drugs, situation)) for course in situation.chart.courses]
    possible = [
        (course, _possible(course, last, situation)) for course, is_meant in meant if is_meant is not Truth.FALSE
    ]
    sure = [_certain(course, last, situation) for course, is_meant in meant if is_meant is Truth.TRUE]
    refs = tuple(course.ref for course, spans in possible if spans)
    every, certain = _runs(spans for _, spans in possible), _runs(sure)
    if not every or not certain:
        return Begun((), refs, is_open=bool(every))
    newest = certain[-1][0]
    around = next(first for first, end in reversed(every) if first <= newest <= end)
    starts = dict.fromkeys((newest, around, every[-1][0]))
    return Begun(tuple(map(date.fromordinal, starts)), refs)


def _runs(every: Iterable[Spans]) -> Spans:
    return bridged(united(every), _BRIDGED)


def _possible(course: Course, last: int, situation: Situation) -> Spans:
    """Return all days a course can have, up to a day."""
    first = (earliest(situation) if course.start is None else course.start.first).toordinal()
    if course.end is None:
        return span(first, last)
    end = course.end.last.toordinal()
    return span(min(first, end), min(last, max(first, end)))


def _certain(course: Course, last: int, situation: Situation) -> Spans:
    """Return the days a course certainly has, the last on which it can have begun among them."""
    end = course.end.first.toordinal() if course.end is not None else last if course.is_ongoing else 1
    by = (situation.evaluation_on if course.end is None else course.end.last).toordinal()  # it had begun by then
    first = by if course.start is None else course.start.last.toordinal()
    first = first if course.end is None else min(first, by)
    return span(first, min(last, max(first, end)))
