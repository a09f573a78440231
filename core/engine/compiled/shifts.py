"""A rise or fall: the latest value against every earlier one of a period by the same method."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from core.chart.entries import Finding
from core.chart.values import Absence, Scored
from core.criteria.nodes import Shift
from core.criteria.scope import Scope
from core.criteria.values import Amount
from core.engine.compiled.admitting import Sifted, why_none
from core.engine.compiled.comparing import Ruler
from core.engine.compiled.judged import (
    FALSE,
    NO_GAPS,
    TRUE,
    UNKNOWN,
    Ask,
    Judged,
    one_gap,
    together,
)
from core.engine.compiled.measuring import bare, quantity_of
from core.engine.compiled.results import Source, compile_source, deciders, has_one_moment
from core.engine.compiled.scores import ValueOf, compile_score
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation
from core.values.duration import Duration
from core.values.interval import Interval, Op
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity

PERCENT = Decimal(100)
EARLIER_VALUE = "earlier value"


class _Shift:
    """The comparison of two values of one concept, made once."""

    def __init__(self, node: Shift, scope: Scope) -> None:
        concept = scope.catalogue.concept(node.term.name)
        limit = node.limit
        self.name = node.term.name
        self.op: Op = node.op
        self.sign = 1 if node.direction == "rise" else -1
        self.is_relative = node.scale == "relative"
        self.ruler = Ruler(concept)
        self.limit = limit if isinstance(limit, Amount) else None
        self.score: ValueOf = compile_score(concept, node.term.items, self.name)
        self.over: Duration = node.over
        self.imprecise = one_gap(Cause.IMPRECISE, self.name)

    def pair(self, earlier: Finding, latest: Finding) -> Judged:
        """Return whether the step from one value to the other keeps the limit."""
        one, other = self._number(earlier), self._number(latest)
        if one is None or other is None or self.limit is None:
            return Judged(UNKNOWN, self.imprecise)
        unit = one.unit if self.is_relative else self.limit.unit
        first, second = self.ruler.factors(one.unit, unit), self.ruler.factors(other.unit, unit)
        if first is None or second is None:
            return Judged(UNKNOWN, one_gap(Cause.UNIT, self.name))
        before = one.amount.scaled(first[0] * second[1])
        step = _difference(other.amount.scaled(second[0] * first[1]), before, self.sign)
        if not self.is_relative:
            truth = step.compare(self.op, self.limit.number * first[1] * second[1])
        elif before.is_exact and before.low is not None and before.low > 0:
            truth = step.scaled(PERCENT).compare(self.op, self.limit.number * before.low)
        else:
            truth = UNKNOWN
        return Judged(truth, self.imprecise if truth is UNKNOWN else NO_GAPS)

    def _number(self, finding: Finding) -> Quantity | None:
        if isinstance(finding.value, Scored):
            intervals = self.score(finding.value).intervals
            return bare(intervals[0]) if len(intervals) == 1 else None
        return quantity_of(finding.value)


def _difference(one: Interval, other: Interval, sign: int) -> Interval:
    minus = Interval(
        None if one.low is None or other.high is None else one.low - other.high,
        None if one.high is None or other.low is None else one.high - other.low,
        one.is_low_open or other.is_high_open,
        one.is_high_open or other.is_low_open,
    )
    if sign > 0:
        return minus
    return Interval(
        None if minus.high is None else -minus.high,
        None if minus.low is None else -minus.low,
        minus.is_high_open,
        minus.is_low_open,
    )


def ask_shift(node: Shift, scope: Scope) -> Ask:
    """Make ``rise|fall in term op limit over D [window]``; the window is that of the latest value."""
    shift = _Shift(node, scope)
    source = compile_source(node.term.name, node.term.qualifiers, node.window, scope)

    def ask(situation: Situation) -> Judged:
        def settle(sifted: Sifted) -> Judged:
            if not sifted.admitted:
                return why_none(situation, sifted, source.name)
            latest = deciders(sifted.admitted, is_first=False)
            return _settle(situation, source, shift, [each.finding for each in latest], latest[0].is_certain)

        return source.ask(situation, lambda bounds: settle(source.sift(situation, bounds)))

    return ask


def _settle(situation: Situation, source: Source, shift: _Shift, latest: list[Finding], is_certain: bool) -> Judged:
    answers = [_from(situation, source, shift, each) for each in latest]
    if len(answers) == 1 and is_certain:
        return answers[0]
    truths = {answer.truth for answer in answers}
    if len(truths) == 1 and UNKNOWN not in truths and len(latest) > 1:
        return together(truths.pop(), answers)
    gaps = one_gap(Cause.CONFLICTING if has_one_moment(latest) else Cause.IMPRECISE, source.name)
    return Judged(UNKNOWN, gaps, frozenset(finding.ref for finding in latest))


def _from(situation: Situation, source: Source, shift: _Shift, latest: Finding) -> Judged:
    """Return what the values before one latest value say."""
    on, refs = latest.on, frozenset((latest.ref,))
    if on is None:
        return Judged(UNKNOWN, one_gap(Cause.UNDATED, source.name), refs)
    start = shift.over.before(on.last)
    others = [each for each in situation.chart.of(source.name) if _may_precede(each, latest, shift.over)]
    pairs = [(_is_within(each.on, start, on), each, shift.pair(each, latest)) for each in others]
    carriers = frozenset(each.ref for is_certain, each, pair in pairs if is_certain and pair.truth is TRUE)
    if carriers:
        return Judged(TRUE, NO_GAPS, refs | carriers, source.if_dated)
    refs |= {each.ref for each in others}
    if any(pair.truth is not FALSE for _, _, pair in pairs):
        gaps = NO_GAPS.union(*(pair.gaps for _, _, pair in pairs))
        return Judged(UNKNOWN, gaps or shift.imprecise, refs)
    if any(is_certain and _is_in_first_half(each.on, start, on) for is_certain, each, _ in pairs):
        return Judged(FALSE, NO_GAPS, refs, source.if_dated)
    return Judged(UNKNOWN, one_gap(Cause.MISSING, source.name, detail=EARLIER_VALUE), refs)


def _may_precede(other: Finding, latest: Finding, over: Duration) -> bool:
    """True if a value by the same method may be of a day of the period before the latest."""
    if other is latest or isinstance(other.value, Absence) or other.qualifiers != latest.qualifiers:
        return False
    if other.on is None or latest.on is None:
        return True
    return other.on.last >= over.before(latest.on.first) and other.on.first < latest.on.last


def _is_within(on: PartialDate | None, start: date, latest: PartialDate) -> bool:
    return on is not None and start <= on.first and on.last < latest.first


def _is_in_first_half(on: PartialDate | None, start: date, latest: PartialDate) -> bool:
    return on is not None and (on.last - start) * 2 <= latest.first - start
