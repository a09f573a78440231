"""Windows and periods as days. A landmark known in part gives two readings of a window.

A length in half-lives is that of the drug a course is of. One that the catalogue does not know leaves a period known
in part: the days it has at least, and those it may have at most.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from core.criteria.scope import Scope
from core.criteria.values import (
    ExtremeSpan,
    HalfLives,
    Lasting,
    NamedWindow,
    OnDay,
    SinceStart,
    Span,
    Stretch,
    Window,
    Within,
)
from core.engine.explaining.answers import missing
from core.engine.explaining.landmarks import landmark
from core.engine.explaining.meant import begun
from core.engine.judgement.outcome import NOT_BEGUN, About, Cause, Gap
from core.engine.judgement.situation import Days, Situation
from core.values.duration import Duration

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` (None: no limit) to ``last``, both in.

    ``widest``: the days it may have at most, where ``unknown`` is a drug whose half-life nobody recorded.
    """

    first: date | None
    last: date
    widest: Period | None = None
    unknown: str = ""

    def __contains__(self, day: date) -> bool:
        return (self.first is None or self.first <= day) and day <= self.last

    @property
    def possible(self) -> Period:
        """The days it may have at most."""
        return self if self.widest is None else self.widest

    @property
    def is_empty(self) -> bool:
        """True if no day can lie in it."""
        widest = self.possible
        return widest.first is not None and widest.first > widest.last


Look = Callable[[AbstractSet[str]], Period]
"""One reading of a window: its days for courses of some drugs."""


@dataclass(frozen=True, slots=True)
class Readings:
    """The possible readings of one window, or the gap that keeps it from being placed."""

    looks: tuple[Look, ...]
    gap: Gap | None = None
    evidence: tuple[str, ...] = ()

    @property
    def periods(self) -> tuple[Period, ...]:
        """The days of each reading where no drug is spoken of."""
        return tuple(look(frozenset()) for look in self.looks)


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a span from a day ends: at least at ``near``, at most at ``far`` (None: nobody knows)."""

    near: date
    far: date | None
    unknown: str = ""


def always(period: Period) -> Look:
    """Return the reading that has the same days for every drug."""
    return lambda _drugs: period


def reach(span: Span, day: date, scope: Scope, drugs: AbstractSet[str], *, is_back: bool) -> Reach:
    """Return where a span ends that begins on ``day``, for courses of some drugs."""
    if isinstance(span, ExtremeSpan):
        one = reach(span.first, day, scope, drugs, is_back=is_back)
        other = reach(span.second, day, scope, drugs, is_back=is_back)
        return _extreme(one, other, day, is_longer=span.which == "longer")
    if isinstance(span, HalfLives):
        return _half_lives(span, day, scope, drugs, is_back=is_back)
    length = scope.windows[span.name] if isinstance(span, NamedWindow) else span
    end = length.before(day) if is_back else length.after(day)
    return Reach(end, end)


def _extreme(one: Reach, other: Reach, day: date, *, is_longer: bool) -> Reach:
    def distance(end: date) -> int:
        return abs((end - day).days)

    pick = max if is_longer else min
    near = pick(one.near, other.near, key=distance)
    ends = [end for end in (one.far, other.far) if end is not None]
    is_known = len(ends) > 1 or (bool(ends) and not is_longer)
    far = pick(ends, key=distance) if is_known else None
    return Reach(near, far, "" if far == near else one.unknown or other.unknown)


def _half_lives(span: HalfLives, day: date, scope: Scope, drugs: AbstractSet[str], *, is_back: bool) -> Reach:
    """Return the reach for the fastest and for the slowest of the drugs; of no drug it is no time at all."""
    lengths = {name: scope.catalogue.drugs[name].half_life_days for name in drugs}
    known = [ceil(each * span.count) for each in lengths.values() if each is not None]
    unknown = min((name for name, each in lengths.items() if each is None), default="")
    step = timedelta(days=-1 if is_back else 1)
    near = day + step * (0 if unknown else min(known, default=0))
    return Reach(near, None if unknown else day + step * max(known, default=0), unknown)


def result_periods(
    window: Window | None, freshness: Duration | None, situation: Situation, *, is_timed: bool
) -> Readings:
    """Return the days a result may be of: both ends in. ``is_timed``: by the days that move (doses, looking back)."""
    days = situation.days if is_timed else situation.measured
    decision = days.decision_on
    if window is None:
        first = None if freshness is None else freshness.before(decision)
        return Readings((always(Period(first, decision)),))
    starts, gap, evidence = _anchor_days(window, days, situation)
    if gap is not None:
        return Readings((), gap, evidence)
    periods = (_capped(_result_period(window, start, situation.scope), decision) for start in starts)
    return Readings(tuple(always(period) for period in periods), None, evidence)


def look_back_periods(window: Window | None, situation: Situation) -> Readings:
    """Return the days of a look-back over episodes and courses: the far end is out."""
    decision = situation.days.decision_on
    if window is None:
        return Readings((always(Period(None, decision)),))
    starts, gap, evidence = _anchor_days(window, situation.days, situation)
    if gap is not None:
        return Readings((), gap, evidence)
    looks = tuple(_look_back(window, start, decision, situation.scope) for start in starts)
    if _has_not_begun(looks, window.span if isinstance(window, Within) else None):
        return Readings((), not_begun(window.anchor), evidence)
    return Readings(looks, None, evidence)


def lasting_period(lasting: Lasting | None, situation: Situation) -> Readings:
    """Return the period of ``for [more than] S before A``; without one the decision day alone."""
    decision = situation.days.decision_on
    if lasting is None:
        return Readings((always(Period(decision, decision)),))
    starts, gap, evidence = _anchor_days(Within(lasting.span, "before", lasting.anchor), situation.days, situation)
    if gap is not None:
        return Readings((), gap, evidence)
    edge = timedelta(0) if lasting.is_more else _DAY
    looks = tuple(_reaching_back(lasting.span, start, edge, decision, situation.scope) for start in starts)
    if _has_not_begun(looks, lasting.span):
        return Readings((), not_begun(lasting.anchor), evidence)
    return Readings(looks, None, evidence)


def not_begun(anchor: str) -> Gap:
    """Return the gap of days that all lie behind the decision day: what happens in them nobody can know yet."""
    return Gap(Cause.UNDATED, anchor, About.VALUE, NOT_BEGUN)


def _has_not_begun(looks: tuple[Look, ...], span: Span | None) -> bool:
    if span is not None and counts_half_lives(span):
        return False
    return any(look(frozenset()).is_empty for look in looks)


def counts_half_lives(span: Span) -> bool:
    """True if a span turns on the drug."""
    if isinstance(span, ExtremeSpan):
        return counts_half_lives(span.first) or counts_half_lives(span.second)
    return isinstance(span, HalfLives)


def unknown_half_life(period: Period) -> tuple[Gap, ...]:
    """Return the gap of a period that is known in part."""
    if period.widest is None:
        return ()
    return (missing(period.unknown, "half-life"),) if period.unknown else (Gap(Cause.IMPRECISE, "half-life"),)


def _anchor_days(
    window: Window, days: Days, situation: Situation
) -> tuple[tuple[date, ...], Gap | None, tuple[str, ...]]:
    if isinstance(window, SinceStart):
        run = begun(window.drug, days, situation)
        gap = Gap(Cause.IMPRECISE, window.drug) if run.is_open else not_begun(window.drug)
        return run.days, None if run.days else gap, run.refs
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
    if isinstance(window, SinceStart):
        return Period(anchor, date.max)
    none = frozenset[str]()
    ahead = reach(window.span, anchor, scope, none, is_back=False).near
    if window.side == "after":
        return Period(anchor, ahead)
    return Period(reach(window.span, anchor, scope, none, is_back=True).near, ahead if window.side == "of" else anchor)


def _look_back(window: Window, anchor: date, decision: date, scope: Scope) -> Look:
    if not isinstance(window, Within):
        return always(_capped(_result_period(window, anchor, scope), decision))
    if window.side in ("before", ""):
        return _reaching_back(window.span, anchor, _DAY, decision, scope)

    def look(drugs: AbstractSet[str]) -> Period:
        ahead = reach(window.span, anchor, scope, drugs, is_back=False)
        behind = reach(window.span, anchor, scope, drugs, is_back=True)
        is_both = window.side == "of"
        sure = Period(behind.near + _DAY if is_both else anchor, ahead.near - _DAY)
        first = None if behind.far is None else behind.far + _DAY
        last = date.max if ahead.far is None else ahead.far - _DAY
        widest = Period(first if is_both else anchor, last)
        return _joined(_capped(sure, decision), _capped(widest, decision), ahead.unknown)

    return look


def _reaching_back(span: Span, anchor: date, edge: timedelta, decision: date, scope: Scope) -> Look:
    def look(drugs: AbstractSet[str]) -> Period:
        end = reach(span, anchor, scope, drugs, is_back=True)
        sure = _capped(Period(end.near + edge, anchor), decision)
        if end.far == end.near:
            return sure
        widest = _capped(Period(None if end.far is None else end.far + edge, anchor), decision)
        return _joined(sure, widest, end.unknown)

    return look


def _joined(sure: Period, widest: Period, unknown: str) -> Period:
    return sure if sure == widest else replace(sure, widest=widest, unknown=unknown)


def _stretch(window: Stretch, anchor: date) -> Period:
    if window.side == "before":
        return Period(window.far.before(anchor), window.near.before(anchor))
    ends = sorted((window.far.after(anchor), window.near.after(anchor)))
    return Period(ends[0], ends[1])


def _capped(period: Period, decision: date) -> Period:
    return Period(period.first, min(period.last, decision))
