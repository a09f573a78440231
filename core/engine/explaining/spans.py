"""The days of episodes and courses, as far as they are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from core.catalogue.concept import Concept
from core.chart.entries import Course, Episode, Finding
from core.chart.values import Fact
from core.engine.explaining.windows import Period
from core.engine.judgement.situation import Situation
from core.values.duration import Duration, TimeUnit
from core.values.truth import Truth

SIGN_FRESHNESS = Duration(28, TimeUnit.DAY)
"""How long a sign seen (or not seen) is taken to stay so where the concept has no freshness of its own."""


@dataclass(frozen=True, slots=True)
class Days:
    """Days from an onset in [onset_first, onset_last] to an end in [sure_end, possible_end]; None: open."""

    ref: str
    onset_first: date
    onset_last: date
    sure_end: date | None
    possible_end: date | None

    def meet(self, period: Period) -> Truth:
        """Answer whether some day lies in the period; in one known in part, certainly or possibly."""
        sure = self._meet(period.first, period.last)
        if period.widest is None or sure is Truth.TRUE:
            return sure
        return Truth.FALSE if self._meet(period.widest.first, period.widest.last) is Truth.FALSE else Truth.UNKNOWN

    def _meet(self, first: date | None, last: date) -> Truth:
        if self.onset_first > last or (first is not None and first > last):
            return Truth.FALSE
        if first is not None and self.possible_end is not None and self.possible_end < first:
            return Truth.FALSE
        reaches = first is None or self.sure_end is None or self.sure_end >= first
        return Truth.TRUE if self.onset_last <= last and reaches else Truth.UNKNOWN

    def on(self, day: date) -> Truth:
        """Answer whether the day is one of them."""
        return self._meet(day, day)


def days_of_course(course: Course, situation: Situation) -> Days:
    """Return the days a course was taken: to its last dose."""
    stopped = situation.stopped.get(course.ref)
    if stopped is not None and course.is_ongoing:
        sure_end: date | None = stopped
        possible_end: date | None = stopped
    elif course.end is not None:
        sure_end, possible_end = course.end.first, course.end.last
    elif course.is_ongoing:
        sure_end, possible_end = None, None
    else:
        sure_end, possible_end = None if course.start is None else course.start.first, None
        sure_end = sure_end if sure_end is not None else date.min
    if course.start is None:
        onset_last = min(situation.evaluation_on, sure_end or situation.evaluation_on)
        return Days(course.ref, date.min, max(onset_last, date.min), sure_end, possible_end)
    return Days(course.ref, course.start.first, course.start.last, sure_end, possible_end)


def days_of_episode(episode: Episode, concept: Concept | None, situation: Situation) -> Days:
    """Return the days an episode was there, as its own entry tells; what is seen going on began before that day."""
    onset, end = episode.onset, episode.end
    seen = end if end is not None else episode.ongoing_on
    onset_first = date.min if onset is None else onset.first
    onset_last = onset.last if onset is not None else seen.last if seen is not None else situation.evaluation_on
    if end is not None:
        return Days(episode.ref, onset_first, onset_last, end.first, end.last)
    if episode.is_ongoing:
        return Days(episode.ref, onset_first, onset_last, None, None)
    if concept is not None and concept.is_point and onset is not None:
        return Days(episode.ref, onset_first, onset_last, onset.first, onset.last)
    last_seen = episode.ongoing_on or onset
    return Days(episode.ref, onset_first, onset_last, date.min if last_seen is None else last_seen.first, None)


def days_of_sign(finding: Finding, concept: Concept, situation: Situation) -> Days:
    """Return the days for which a sign stands that was seen: those of its freshness from the day it was seen.

    What still stands on the evaluation date goes on unchanged up to a later day. Without a date it was there some
    time, and nobody knows until when.
    """
    on = finding.on
    if on is None:
        return Days(finding.ref, date.min, date.min, date.min, None)
    stands = (concept.freshness or SIGN_FRESHNESS).after(on.first)
    return Days(finding.ref, on.first, on.last, None if stands >= situation.evaluation_on else stands, None)


def first_denial(concept: str, after: date, situation: Situation) -> Finding | None:
    """Return the first finding that says "not there" of a day certainly after ``after``."""
    later = [
        (finding.on.last, finding)
        for finding in situation.chart.of(concept)
        if isinstance(finding.value, Fact)
        and not finding.value.is_so
        and finding.on is not None
        and finding.on.first > after
    ]
    return min(later, key=lambda pair: pair[0])[1] if later else None


def ended(days: Days, denial: Finding | None) -> Days:
    """Return days with an open end, ended before the finding that says "not there"."""
    if denial is None or denial.on is None:
        return days
    last = denial.on.last - timedelta(days=1)
    sure_end = last if days.sure_end is None else min(days.sure_end, last)
    return Days(days.ref, days.onset_first, min(days.onset_last, last), sure_end, last)
