"""Lengths of time, resolved as far as the rule and the catalogue allow: half-lives, named windows, longer of."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from core.criteria.scope import Scope
from core.criteria.values import ExtremeSpan, HalfLives, NamedWindow, Span
from core.engine.compiled.judged import Gaps, one_gap
from core.engine.judgement.outcome import Cause
from core.values.duration import Duration, TimeUnit

Move = Callable[[date], date]


class Reach(NamedTuple):
    """How far a span reaches from a day, back and forth; ``gaps`` say why it is not known."""

    before: Move
    after: Move
    gaps: Gaps


def compile_span(span: Span, scope: Scope, drugs: Iterable[str] = ()) -> Reach:
    """Return how far ``span`` reaches; half-lives are those of ``drugs``, the longest of several."""
    match span:
        case Duration():
            return Reach(span.before, span.after, frozenset())
        case NamedWindow(name):
            return compile_span(scope.windows[name], scope)
        case HalfLives(count):
            return _half_lives(count, scope, sorted(drugs))
        case ExtremeSpan():
            return _extreme(span, scope, drugs)


def _half_lives(count: int, scope: Scope, drugs: list[str]) -> Reach:
    days = 0
    for drug in drugs:
        half_life = scope.catalogue.drugs[drug].half_life_days
        if half_life is None:
            return _unknown(one_gap(Cause.MISSING, drug, detail="half-life"))
        days = max(days, math.ceil(count * half_life))
    length = Duration(days, TimeUnit.DAY)
    return Reach(length.before, length.after, frozenset())


def _unknown(gaps: Gaps) -> Reach:
    return Reach(_unmoved, _unmoved, gaps)


def _unmoved(day: date) -> date:
    return day


def _extreme(span: ExtremeSpan, scope: Scope, drugs: Iterable[str]) -> Reach:
    first, second = compile_span(span.first, scope, drugs), compile_span(span.second, scope, drugs)
    gaps = first.gaps | second.gaps
    if gaps:
        return _unknown(gaps)
    is_longer = span.which == "longer"

    def before(day: date) -> date:
        days = first.before(day), second.before(day)
        return min(days) if is_longer else max(days)

    def after(day: date) -> date:
        days = first.after(day), second.after(day)
        return max(days) if is_longer else min(days)

    return Reach(before, after, gaps)
