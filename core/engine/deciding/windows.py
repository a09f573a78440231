"""Windows on days as numbers.

A landmark known in part gives two readings; a half-life nobody knows a period known in part.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
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
from core.engine.deciding.calendar import LONG_AGO, OPEN, after, before
from core.engine.deciding.moment import Moment
from core.engine.deciding.record import landmark
from core.engine.deciding.runs import beginning
from core.values.duration import Duration

Stretched = tuple[int, int]
"""First and last day of a window, both in."""

Period = tuple[int, int, int, int]
"""First and last day a period has at least, first and last it may have at most."""

Windows = Callable[[Moment], "tuple[Stretched, ...] | None"]
"""The readings of a window; None where its anchor is not recorded."""

Look = Callable[[AbstractSet[str]], Period]
Looks = Callable[[Moment], "tuple[Look, ...] | None"]
"""The readings of a look-back, each for the drugs of a course."""

_NO_DRUGS = frozenset[str]()

Reach = tuple[int, "int | None"]
"""Where a span ends: at least, and at most (None: nobody knows)."""
Reaching = Callable[[int, AbstractSet[str]], Reach]
"""Where a span from a day ends, for courses of some drugs."""


def _counted_from(window: Window, scope: Scope, *, is_held: bool) -> Callable[[Moment], tuple[int, ...] | None]:
    """Return the days a window can be counted from."""
    if not isinstance(window, SinceStart):
        return _anchored(window.anchor, scope, is_held=is_held)
    begun = beginning(scope.drugs((window.drug,)))
    return lambda m: begun(m, m.measured if is_held else m.decision)


def _anchored(anchor: str, scope: Scope, *, is_held: bool) -> Callable[[Moment], tuple[int, ...] | None]:
    """Return the days an anchor can be."""
    if not anchor:
        return (lambda m: (m.measured,)) if is_held else (lambda m: (m.decision,))
    if anchor in scope.anchors:
        if is_held:
            return lambda m: (m.measured_anchors.get(anchor, m.measured),)
        return lambda m: (m.anchors.get(anchor, m.decision),)

    def dated(m: Moment) -> tuple[int, ...] | None:
        found = landmark(m.record, anchor)
        if found is None:
            return None
        return found[:1] if found[0] == found[1] else found

    return dated


def result_windows(window: Window | None, freshness: Duration | None, scope: Scope, *, is_held: bool) -> Windows:
    """Return the days a result may be of."""
    if window is None:
        start = None if freshness is None else before(freshness)

        def fresh(m: Moment) -> tuple[Stretched, ...]:
            day = m.measured if is_held else m.decision
            return ((LONG_AGO if start is None else start(day), day),)

        return fresh
    anchored = _counted_from(window, scope, is_held=is_held)
    place = _result_place(window, scope)

    def placed(m: Moment) -> tuple[Stretched, ...] | None:
        days = anchored(m)
        if days is None:
            return None
        last = m.measured if is_held else m.decision
        return tuple((first, min(end, last)) for first, end in map(place, days))

    return placed


def _result_place(window: Window, scope: Scope) -> Callable[[int], Stretched]:
    if isinstance(window, OnDay):
        back = None if window.before is None else before(window.before)
        return (lambda day: (day, day)) if back is None else (lambda day: (back(day), back(day)))
    if isinstance(window, Stretch):
        step = before if window.side == "before" else after
        far, near = step(window.far), step(window.near)
        if window.side == "before":
            return lambda day: (far(day), near(day))
        return lambda day: (min(far(day), near(day)), max(far(day), near(day)))
    if isinstance(window, SinceStart):
        return lambda day: (day, OPEN)
    side, onward, backward = window.side, reaching(window.span, scope, step=1), reaching(window.span, scope, step=-1)

    def within(day: int) -> Stretched:
        first = day if side == "after" else backward(day, _NO_DRUGS)[0]
        return first, onward(day, _NO_DRUGS)[0] if side in ("after", "of") else day

    return within


def reaching(span: Span, scope: Scope, *, step: int) -> Reaching:
    """Return where a span from a day ends, ahead (1) or back (-1)."""
    if isinstance(span, ExtremeSpan):
        return _extreme(span, scope, step)
    if isinstance(span, HalfLives):
        return _half_lives(span, scope, step)
    length = scope.windows[span.name] if isinstance(span, NamedWindow) else span
    shift = after(length) if step > 0 else before(length)

    def shifted(day: int, _drugs: AbstractSet[str]) -> Reach:
        end = shift(day)
        return end, end

    return shifted


def _extreme(span: ExtremeSpan, scope: Scope, step: int) -> Reaching:
    one, other = (reaching(each, scope, step=step) for each in (span.first, span.second))
    is_longer = span.which == "longer"
    pick = max if is_longer == (step > 0) else min

    def end(day: int, drugs: AbstractSet[str]) -> Reach:
        ends = one(day, drugs), other(day, drugs)
        known = [last for _, last in ends if last is not None]
        is_known = len(known) > 1 or (bool(known) and not is_longer)
        return pick(ends[0][0], ends[1][0]), pick(known) if is_known else None

    return end


def _half_lives(span: HalfLives, scope: Scope, step: int) -> Reaching:
    def end(day: int, drugs: AbstractSet[str]) -> Reach:
        lives = [scope.catalogue.drugs[name].half_life_days for name in drugs]
        lengths = [ceil(each * span.count) for each in lives if each is not None]
        is_whole = len(lengths) == len(lives)
        near = min(lengths, default=0) if is_whole else 0
        return day + step * near, day + step * max(lengths, default=0) if is_whole else None

    return end


def counts_half_lives(span: Span) -> bool:
    """True if a span turns on the drug."""
    if isinstance(span, ExtremeSpan):
        return counts_half_lives(span.first) or counts_half_lives(span.second)
    return isinstance(span, HalfLives)


def is_by_calendar(window: Window | Lasting | None, scope: Scope) -> bool:
    """True if a window or period is the same for everybody: counted from a decision point, in days or months."""
    if window is None:
        return True
    is_of_drug = isinstance(window, Within | Lasting) and counts_half_lives(window.span)
    return not is_of_drug and not isinstance(window, SinceStart) and window.anchor in ("", *scope.anchors)


def looks_back(window: Window | None, scope: Scope) -> Looks:
    """Return the days of a look-back over episodes and courses: the far end is out."""
    if window is None:
        return lambda m: (_same(LONG_AGO, m.decision),)
    anchored = _counted_from(window, scope, is_held=False)
    place = _look_place(window, scope)

    is_by_drug = isinstance(window, Within) and counts_half_lives(window.span)
    return _begun(anchored, place, is_by_drug=is_by_drug)


def _begun(
    anchored: Callable[[Moment], tuple[int, ...] | None], place: Callable[[int, int], Look], *, is_by_drug: bool
) -> Looks:
    """Return the readings; None where the days asked for all lie behind the decision day: nobody knows them yet."""

    def placed(m: Moment) -> tuple[Look, ...] | None:
        days = anchored(m)
        if days is None:
            return None
        looks = tuple(place(day, m.decision) for day in days)
        if is_by_drug:
            return looks
        periods = (look(_NO_DRUGS) for look in looks)
        return None if any(first > last for first, last, _, _ in periods) else looks

    return placed


def _same(first: int, last: int) -> Look:
    period = (first, last, first, last)
    return lambda _drugs: period


def _look_place(window: Window, scope: Scope) -> Callable[[int, int], Look]:
    if not isinstance(window, Within):
        exact = _result_place(window, scope)

        def on_days(day: int, decision: int) -> Look:
            first, last = exact(day)
            return _same(first, min(last, decision))

        return on_days
    if window.side in ("before", ""):
        return _back_place(window.span, 1, scope)
    return _around_place(window, scope)


def _around_place(window: Within, scope: Scope) -> Callable[[int, int], Look]:
    is_both = window.side == "of"
    far_ahead, far_behind = reaching(window.span, scope, step=1), reaching(window.span, scope, step=-1)

    def around(day: int, decision: int) -> Look:
        def look(drugs: AbstractSet[str]) -> Period:
            ahead, behind = far_ahead(day, drugs), far_behind(day, drugs)
            last = OPEN if ahead[1] is None else ahead[1] - 1
            first = LONG_AGO if behind[1] is None else behind[1] + 1
            return (
                behind[0] + 1 if is_both else day,
                min(ahead[0] - 1, decision),
                first if is_both else day,
                min(last, decision),
            )

        return look

    return around


def _back_place(span: Span, edge: int, scope: Scope) -> Callable[[int, int], Look]:
    """Return the days from a span before a day to the day; ``edge`` 1: the far end is out."""
    back = reaching(span, scope, step=-1)
    if not counts_half_lives(span):
        return lambda day, decision: _same(back(day, _NO_DRUGS)[0] + edge, min(day, decision))

    def place(day: int, decision: int) -> Look:
        def look(drugs: AbstractSet[str]) -> Period:
            near, far = back(day, drugs)
            last = min(day, decision)
            return near + edge, last, LONG_AGO if far is None else far + edge, last

        return look

    return place


def lasting(length: Lasting | None, scope: Scope) -> Looks:
    """Return the period of ``for [more than] S before A``; without one the decision day alone."""
    if length is None:
        return lambda m: (_same(m.decision, m.decision),)
    anchored = _anchored(length.anchor, scope, is_held=False)
    place = _back_place(length.span, 0 if length.is_more else 1, scope)
    return _begun(anchored, place, is_by_drug=counts_half_lives(length.span))


def always(first: int, last: int) -> Look:
    """Return the reading that has the same days for every drug."""
    return _same(first, last)
