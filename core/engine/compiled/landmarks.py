"""Time since a landmark: exact, from both ends of a day known in part."""

from __future__ import annotations

from datetime import date

from core.criteria.nodes import TimeSince
from core.engine.compiled.judged import FALSE, TRUE, UNKNOWN, Ask, Judged, one_gap
from core.engine.compiled.windows import landmark
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation
from core.values.interval import Op
from core.values.truth import Truth, truth_of

_BEFORE = frozenset({"<", "<="})


def ask_time_since(node: TimeSince) -> Ask:
    """Make ``time since landmark op D``: the day D after the landmark against the decision day."""
    imprecise = one_gap(Cause.IMPRECISE, node.landmark)

    def ask(situation: Situation) -> Judged:
        found = landmark(situation, node.landmark)
        if found.on is None:
            return Judged(UNKNOWN, found.gaps, found.evidence)
        day = situation.days.decision_on
        truth = _compare(node.op, day, node.duration.after(found.on.first), node.duration.after(found.on.last))
        return Judged(truth, imprecise if truth is UNKNOWN else frozenset(), found.evidence)

    return ask


def _compare(op: Op, day: date, first: date, last: date) -> Truth:
    """Answer ``day op end`` for an end that lies between two days."""
    if op in ("=", "!="):
        equal = FALSE if day < first or day > last else TRUE if first == last else UNKNOWN
        return equal if op == "=" else ~equal
    ends = {_on_day(op, day, end) for end in (first, last)}
    return ends.pop() if len(ends) == 1 else UNKNOWN


def _on_day(op: Op, day: date, end: date) -> Truth:
    if op in _BEFORE:
        return truth_of(day <= end if op == "<=" else day < end)
    return truth_of(day >= end if op == ">=" else day > end)
