"""The first and last day of a window where they can be told without a chart, as ``docs/meaning.md`` says."""

from __future__ import annotations

from datetime import date, timedelta
from math import ceil

from core.criteria.printing.voice import KnownDays
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
from core.values.duration import Duration, TimeUnit

_DAY = timedelta(days=1)
_Told = Within | Stretch | OnDay
"""The windows whose days can be told without a chart."""
Ends = tuple[date, date]


def result_days(window: Window, scope: Scope, days: KnownDays) -> Ends | None:
    """Return the days a result may be of, both in; None where a landmark of the patient decides."""
    anchor = _anchor_day(window.anchor, scope, days)
    if anchor is None or isinstance(window, SinceStart):
        return None
    return _until(_days_of(window, anchor, scope, frozenset(), timedelta(0)), days)


def look_back_days(window: Window, scope: Scope, days: KnownDays, drugs: frozenset[str] = frozenset()) -> Ends | None:
    """Return the days of a look-back: the far end is out; None where a landmark or half-life is not known."""
    anchor = _anchor_day(window.anchor, scope, days)
    if anchor is None or isinstance(window, SinceStart):
        return None
    return _until(_days_of(window, anchor, scope, drugs, _DAY), days)


def lasting_days(lasting: Lasting, scope: Scope, days: KnownDays, drugs: frozenset[str]) -> Ends | None:
    """Return the days of ``for S before A``; ``more than`` takes the day at the far end in."""
    anchor = _anchor_day(lasting.anchor, scope, days)
    length = _length(lasting.span, scope, drugs, anchor) if anchor is not None else None
    if anchor is None or length is None:
        return None
    return _until((length.before(anchor) + (timedelta(0) if lasting.is_more else _DAY), anchor), days)


def _anchor_day(anchor: str, scope: Scope, days: KnownDays) -> date | None:
    if not anchor:
        return days.decision_on
    return days.anchors.get(anchor, days.decision_on) if anchor in scope.anchors else None


def _days_of(window: _Told, anchor: date, scope: Scope, drugs: frozenset[str], edge: timedelta) -> Ends | None:
    match window:
        case OnDay(_, before):
            day = anchor if before is None else before.before(anchor)
            return day, day
        case Stretch(far, near, "before"):
            return far.before(anchor), near.before(anchor)
        case Stretch(far, near):
            first, last = sorted((far.after(anchor), near.after(anchor)))
            return first, last
        case Within(span, side):
            length = _length(span, scope, drugs, anchor)
            if length is None:
                return None
            first, last = length.before(anchor) + edge, length.after(anchor) - edge
            return (anchor, last) if side == "after" else (first, last if side == "of" else anchor)


def _length(span: Span, scope: Scope, drugs: frozenset[str], anchor: date) -> Duration | None:
    match span:
        case Duration():
            return span
        case NamedWindow(name):
            return scope.windows.get(name)
        case HalfLives(count):
            known = [scope.catalogue.drugs[drug].half_life_days for drug in drugs]
            lives = {ceil(life * count) for life in known if life is not None}
            if len(lives) != 1 or None in known:  # each drug has days of its own
                return None
            return Duration(lives.pop(), TimeUnit.DAY)
        case ExtremeSpan(which, first, second):
            both = (_length(first, scope, drugs, anchor), _length(second, scope, drugs, anchor))
            lengths = sorted((each for each in both if each is not None), key=lambda each: each.before(anchor))
            if len(lengths) < len(both):
                return None
            return lengths[0] if which == "longer" else lengths[-1]


def _until(ends: Ends | None, days: KnownDays) -> Ends | None:
    """Cut a window at the decision day; one that lies wholly behind it has no days yet."""
    if ends is None or ends[0] > days.decision_on:
        return None
    return ends[0], min(ends[1], days.decision_on)
