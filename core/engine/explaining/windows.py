"""Windows and periods as days. A landmark known in part gives two readings of a window."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from core.criteria.scope import Scope
from core.criteria.values import ExtremeSpan, HalfLives, Lasting, NamedWindow, OnDay, Span, Stretch, Window, Within
from core.engine.explaining.answers import missing
from core.engine.explaining.landmarks import landmark
from core.engine.judgement.outcome import Gap
from core.engine.judgement.situation import Days, Situation
from core.values.duration import Duration, TimeUnit

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` (None: no limit) to ``last``, both in."""

    first: date | None
    last: date

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and day <= self.last

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of a period that has a start."""
        start = self.last if self.first is None else self.first
        return tuple(start + timedelta(days=count) for count in range((self.last - start).days + 1))


@dataclass(frozen=True, slots=True)
class Readings:
    """The possible periods of one window, or the gap that keeps it from being placed."""

    periods: tuple[Period, ...]
    gap: Gap | None = None
    evidence: tuple[str, ...] = ()


class SpanUnknownError(Exception):
    """A half-life is not in the catalogue."""

    def __init__(self, gap: Gap) -> None:
        super().__init__(gap.subject)
        self.gap = gap


def back(span: Span, day: date, scope: Scope, drugs: Iterable[str] = ()) -> date:
    """Return the day a span before ``day``."""
    if isinstance(span, ExtremeSpan):
        ends = (back(span.first, day, scope, drugs), back(span.second, day, scope, drugs))
        return min(ends) if span.which == "longer" else max(ends)
    return length(span, scope, drugs).before(day)


def forward(span: Span, day: date, scope: Scope, drugs: Iterable[str] = ()) -> date:
    """Return the day a span after ``day``."""
    if isinstance(span, ExtremeSpan):
        ends = (forward(span.first, day, scope, drugs), forward(span.second, day, scope, drugs))
        return max(ends) if span.which == "longer" else min(ends)
    return length(span, scope, drugs).after(day)


def length(span: Duration | HalfLives | NamedWindow, scope: Scope, drugs: Iterable[str]) -> Duration:
    """Return a span as a duration; half-lives in days, rounded up, of the slowest drug."""
    if isinstance(span, NamedWindow):
        return scope.windows[span.name]
    if isinstance(span, Duration):
        return span
    slowest = 0
    for name in sorted(drugs):
        half_life = scope.catalogue.drugs[name].half_life_days
        if half_life is None:
            raise SpanUnknownError(missing(name, "half-life"))
        slowest = max(slowest, ceil(half_life * span.count))
    return Duration(slowest, TimeUnit.DAY)


def result_periods(
    window: Window | None, freshness: Duration | None, situation: Situation, *, is_timed: bool
) -> Readings:
    """Return the days a result may be of: both ends in. ``is_timed``: by the days that move (doses)."""
    days = situation.days if is_timed else situation.measured
    scope = situation.scope
    decision = days.decision_on
    if window is None:
        first = None if freshness is None else freshness.before(decision)
        return Readings((Period(first, decision),))
    starts, gap, evidence = _anchor_days(window, days, situation)
    if gap is not None:
        return Readings((), gap, evidence)
    try:
        periods = [_capped(_result_period(window, start, scope), decision) for start in starts]
    except SpanUnknownError as unknown:
        return Readings((), unknown.gap)
    return Readings(tuple(periods), None, evidence)


def look_back_periods(window: Window | None, situation: Situation, drugs: Iterable[str] = ()) -> Readings:
    """Return the days of a look-back over episodes and courses: the far end is out."""
    decision = situation.days.decision_on
    if window is None:
        return Readings((Period(None, decision),))
    starts, gap, evidence = _anchor_days(window, situation.days, situation)
    if gap is not None:
        return Readings((), gap, evidence)
    wanted = tuple(drugs)
    try:
        periods = [_capped(_look_back(window, start, situation.scope, wanted), decision) for start in starts]
    except SpanUnknownError as unknown:
        return Readings((), unknown.gap)
    return Readings(tuple(periods), None, evidence)


def lasting_period(lasting: Lasting | None, situation: Situation, drugs: Iterable[str] = ()) -> Readings:
    """Return the period of ``for [more than] S before A``; without one the decision day alone."""
    decision = situation.days.decision_on
    if lasting is None:
        return Readings((Period(decision, decision),))
    starts, gap, evidence = _anchor_days(Within(lasting.span, "before", lasting.anchor), situation.days, situation)
    if gap is not None:
        return Readings((), gap, evidence)
    wanted = tuple(drugs)
    try:
        firsts = [back(lasting.span, start, situation.scope, wanted) for start in starts]
    except SpanUnknownError as unknown:
        return Readings((), unknown.gap)
    edge = timedelta(0) if lasting.is_more else _DAY
    periods = [_capped(Period(first + edge, start), decision) for first, start in zip(firsts, starts, strict=True)]
    return Readings(tuple(periods), None, evidence)


def _anchor_days(
    window: Window, days: Days, situation: Situation
) -> tuple[tuple[date, ...], Gap | None, tuple[str, ...]]:
    anchor = window.anchor
    if not anchor:
        return (days.decision_on,), None, ()
    if anchor in situation.scope.anchors:
        return (days.anchors.get(anchor, days.decision_on),), None, ()
    found = landmark(anchor, situation)
    if found is None:
        return (), missing(anchor), ()
    starts = (found.on.first,) if found.on.is_exact else (found.on.first, found.on.last)
    return starts, None, (found.ref,)


def _result_period(window: Window, anchor: date, scope: Scope) -> Period:
    if isinstance(window, OnDay):
        day = anchor if window.before is None else window.before.before(anchor)
        return Period(day, day)
    if isinstance(window, Stretch):
        return _stretch(window, anchor)
    if window.side == "after":
        return Period(anchor, forward(window.span, anchor, scope))
    last = forward(window.span, anchor, scope) if window.side == "of" else anchor
    return Period(back(window.span, anchor, scope), last)


def _look_back(window: Window, anchor: date, scope: Scope, drugs: tuple[str, ...]) -> Period:
    if not isinstance(window, Within):
        return _result_period(window, anchor, scope)
    if window.side == "after":
        return Period(anchor, forward(window.span, anchor, scope, drugs) - _DAY)
    last = forward(window.span, anchor, scope, drugs) - _DAY if window.side == "of" else anchor
    return Period(back(window.span, anchor, scope, drugs) + _DAY, last)


def _stretch(window: Stretch, anchor: date) -> Period:
    if window.side == "before":
        return Period(window.far.before(anchor), window.near.before(anchor))
    ends = sorted((window.far.after(anchor), window.near.after(anchor)))
    return Period(ends[0], ends[1])


def _capped(period: Period, decision: date) -> Period:
    return Period(period.first, min(period.last, decision))
