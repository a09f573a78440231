"""Windows as closures from a situation to the first and last day: for results both ends in, for look-backs half open.

Anchors of the file come from the situation, dated landmarks from the chart; a landmark known only in part gives two
windows, one for each of its ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from core.catalogue.concept import Concept
from core.chart.values import Landmark
from core.criteria.scope import Scope
from core.criteria.values import Lasting, OnDay, Stretch, Window, Within
from core.engine.compiled.judged import (
    NO_GAPS,
    NO_REFS,
    TRUE,
    UNKNOWN,
    Gaps,
    Judged,
    Refs,
    agreed_or,
    one_gap,
    together,
)
from core.engine.compiled.spans import compile_span
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Days, Situation
from core.values.partial_date import PartialDate

ONE_DAY = timedelta(days=1)
EVER = date.min


class Bounds(NamedTuple):
    """A first and a last day, both in."""

    first: date
    last: date


class Frame(NamedTuple):
    """The windows a sentence may mean: one, or two where the landmark is known in part; none where it is not."""

    windows: tuple[Bounds, ...]
    gaps: Gaps = NO_GAPS
    evidence: Refs = NO_REFS


FrameOf = Callable[[Situation], Frame]
_Place = Callable[[date], Bounds]


def over_windows(frame: Frame, subject: str, judge: Callable[[Bounds], Judged]) -> Judged:
    """Return what every window of the frame answers, else unknown: imprecise about ``subject``, or no landmark."""
    if not frame.windows:
        return Judged(UNKNOWN, frame.gaps, frame.evidence)
    if len(frame.windows) == 1:
        judged = judge(frame.windows[0])
    else:
        judged = agreed_or([judge(bounds) for bounds in frame.windows], one_gap(Cause.IMPRECISE, subject))
    return judged if not frame.evidence else together(judged.truth, (judged, Judged(TRUE, evidence=frame.evidence)))


# --- results


def results_frame(window: Window | None, scope: Scope, concept: Concept | None, *, is_ever: bool) -> FrameOf:
    """Make the window of results and answers: both ends in, never after the decision or the evaluation date."""
    if window is None:
        return _without_window(None if is_ever or concept is None else concept)
    place, gaps = _results_place(window, scope)
    return _anchored(window.anchor, place, gaps, _measured, is_capped_by_evaluation=True)


def _without_window(concept: Concept | None) -> FrameOf:
    freshness = None if concept is None else concept.freshness

    def place(day: date) -> Bounds:
        return Bounds(EVER if freshness is None else freshness.before(day), day)

    framed = _framed(place)

    def frame(situation: Situation) -> Frame:
        day = situation.measured.decision_on
        return framed(day, min(day, situation.evaluation_on))

    return frame


def _results_place(window: Window, scope: Scope) -> tuple[_Place, Gaps]:
    if not isinstance(window, Within):
        return _exact_place(window), NO_GAPS
    reach = compile_span(window.span, scope)

    def place(day: date) -> Bounds:
        first = day if window.side == "after" else reach.before(day)
        return Bounds(first, reach.after(day) if window.side in ("after", "of") else day)

    return place, reach.gaps


def _exact_place(window: Stretch | OnDay) -> _Place:
    def on_day(day: date) -> Bounds:
        if isinstance(window, OnDay):
            at = day if window.before is None else window.before.before(day)
            return Bounds(at, at)
        if window.side == "before":
            return Bounds(window.far.before(day), window.near.before(day))
        return Bounds(window.far.after(day), window.near.after(day))

    return on_day


# --- look-backs


def look_back_frame(window: Window | None, scope: Scope, drugs: Iterable[str] = ()) -> FrameOf:
    """Make the window of a look-back: the far end is out; without a window from ever to the decision day."""
    if window is None:
        return _ever_until_decision
    if not isinstance(window, Within):
        return _anchored(window.anchor, _exact_place(window), NO_GAPS, _moving)
    reach = compile_span(window.span, scope, drugs)

    def place(day: date) -> Bounds:
        first = day if window.side == "after" else reach.before(day) + ONE_DAY
        return Bounds(first, reach.after(day) - ONE_DAY if window.side in ("after", "of") else day)

    return _anchored(window.anchor, place, reach.gaps, _moving)


def lasting_frame(lasting: Lasting | None, scope: Scope, drugs: Iterable[str]) -> FrameOf:
    """Make the period of ``for S before A``; without one it is the decision day alone."""
    if lasting is None:
        return _on_decision_day
    reach = compile_span(lasting.span, scope, drugs)
    shift = timedelta(0) if lasting.is_more else ONE_DAY

    def place(day: date) -> Bounds:
        return Bounds(reach.before(day) + shift, day)

    return _anchored(lasting.anchor, place, reach.gaps, _moving)


def doses_frame(window: Window | None, scope: Scope) -> FrameOf:
    """Make the window of a computed dose: both ends in, days that move with time; without one the decision day."""
    if window is None:
        return _on_decision_day
    place, gaps = _results_place(window, scope)
    return _anchored(window.anchor, place, gaps, _moving)


def _ever_until_decision(situation: Situation) -> Frame:
    return Frame((Bounds(EVER, situation.days.decision_on),))


def _on_decision_day(situation: Situation) -> Frame:
    day = situation.days.decision_on
    return Frame((Bounds(day, day),))


# --- anchors


def _measured(situation: Situation) -> Days:
    return situation.measured


def _moving(situation: Situation) -> Days:
    return situation.days


def _anchored(
    name: str,
    place: _Place,
    gaps: Gaps,
    days_of: Callable[[Situation], Days],
    *,
    is_capped_by_evaluation: bool = False,
) -> FrameOf:
    if gaps:
        unresolved = Frame((), gaps)
        return lambda _situation: unresolved

    framed = _framed(place)

    def frame(situation: Situation) -> Frame:
        days = days_of(situation)
        latest = min(days.decision_on, situation.evaluation_on) if is_capped_by_evaluation else days.decision_on
        fixed = days.anchors.get(name) if name else days.decision_on
        if fixed is not None:
            return framed(fixed, latest)
        return _from_landmark(situation, name, place, latest)

    return frame


def _framed(place: _Place) -> Callable[[date, date], Frame]:
    """Return the window at a day, cut at the latest day; a file asks for few days, many times."""

    @lru_cache(maxsize=64)
    def framed(day: date, latest: date) -> Frame:
        return Frame((_capped(place(day), latest),))

    return framed


def _from_landmark(situation: Situation, name: str, place: _Place, latest: date) -> Frame:
    found = landmark(situation, name)
    if found.on is None:
        return Frame((), found.gaps, found.evidence)
    ends = (found.on.first,) if found.on.is_exact else (found.on.first, found.on.last)
    windows = tuple(_capped(place(day), latest) for day in ends)
    return Frame(windows, NO_GAPS, found.evidence)


def _capped(bounds: Bounds, latest: date) -> Bounds:
    return bounds if bounds.last <= latest else Bounds(bounds.first, latest)


class DatedLandmark(NamedTuple):
    """The day of a landmark as far as it is known, or the gap; the finding that says it."""

    on: PartialDate | None
    gaps: Gaps
    evidence: Refs


def landmark(situation: Situation, name: str) -> DatedLandmark:
    """Return the day of a landmark: the newest statement of the chart decides."""
    stated: DatedLandmark | None = None
    day = date.min
    for finding in situation.chart.of(name):
        of = date.min if finding.on is None else finding.on.last
        if isinstance(finding.value, Landmark) and of >= day:  # of one day the one recorded last
            stated, day = DatedLandmark(finding.value.on, NO_GAPS, frozenset((finding.ref,))), of
    if stated is not None:
        return stated
    return DatedLandmark(None, one_gap(Cause.MISSING, name), NO_REFS)
