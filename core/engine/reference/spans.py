"""The days of episodes and courses, as far as they are known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from core.catalogue.concept import Concept
from core.chart.entries import Course, Episode, Finding
from core.chart.values import Fact
from core.engine.judgement.situation import Situation
from core.engine.reference.windows import Period
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
        """Answer whether some day lies in the period."""
        first = period.first
        if self.onset_first > period.last:
            return Truth.FALSE
        if first is not None and self.possible_end is not None and self.possible_end < first:
            return Truth.FALSE
        reaches = first is None or self.sure_end is None or self.sure_end >= first
        return Truth.TRUE if self.onset_last <= period.last and reaches else Truth.UNKNOWN

    def on(self, day: date) -> Truth:
        """Answer whether the day is one of them."""
        return self.meet(Period(day, day))


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
    """Return the days an episode was there; a later sign "not there" ends one whose end is not known."""
    onset = episode.onset
    if episode.end is not None:
        sure_end: date | None = episode.end.first
        possible_end: date | None = episode.end.last
    elif episode.is_ongoing:
        sure_end, possible_end = None, None
    elif concept is not None and concept.is_point and onset is not None:
        sure_end, possible_end = onset.first, onset.last
    else:
        seen = episode.ongoing_on or onset
        sure_end = date.min if seen is None else seen.first
        possible_end = _gone_before(episode.concept, sure_end, situation)
    if onset is None:
        onset_last = situation.evaluation_on if sure_end is None else max(sure_end, date.min)
        return Days(episode.ref, date.min, onset_last, sure_end, possible_end)
    return Days(episode.ref, onset.first, onset.last, sure_end, possible_end)


def days_of_sign(finding: Finding, concept: Concept, situation: Situation) -> Days | None:
    """Return the days for which a sign seen on a day stands, or None for any other finding or no date."""
    if not isinstance(finding.value, Fact) or not finding.value.is_so or finding.on is None:
        return None
    gone = _gone_before(finding.concept, finding.on.last, situation)
    stands = (concept.freshness or SIGN_FRESHNESS).after(finding.on.first)
    sure_end = max(finding.on.first, stands if gone is None else min(stands, gone))
    return Days(finding.ref, finding.on.first, finding.on.last, sure_end, gone)


def _gone_before(concept: str, day: date, situation: Situation) -> date | None:
    """Return the last day a sign may have been there: before the first "not there" after ``day``."""
    gone = [
        finding.on.last - timedelta(days=1)
        for finding in situation.chart.of(concept)
        if isinstance(finding.value, Fact)
        and not finding.value.is_so
        and finding.on is not None
        and finding.on.first > day
    ]
    return min(gone, default=None)
