"""Several results of one concept: results of different days that hold, and change between two of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from decimal import Decimal

from core.catalogue.concept import Concept
from core.chart.values import Scored
from core.criteria.nodes import Repeated, Shift
from core.criteria.scope import Scope
from core.criteria.values import Amount
from core.engine.deciding.calendar import before
from core.engine.deciding.kleene import FALSE, NUMBER, TRUE, UNKNOWN, agreed
from core.engine.deciding.limits import converted
from core.engine.deciding.measured import test_of
from core.engine.deciding.moment import Decide, Moment
from core.engine.deciding.record import Result
from core.engine.deciding.results import Ask, admitting, answering, ends_of, in_each, windows_of
from core.engine.deciding.scores import sums_of
from core.engine.deciding.windows import Stretched
from core.values.interval import Interval
from core.values.quantity import Quantity

_HUNDRED = Decimal(100)
Stretch = tuple[int, int]


def decide_repeated(node: Repeated, scope: Scope) -> Decide:
    """Return ``at least n results of``: results of different days that satisfy the test."""
    concept = scope.catalogue.concept(node.term.name)
    if concept is None:
        return lambda _m: UNKNOWN
    test = answering(test_of(node.test, node.term, concept, scope))
    ask = Ask(concept, node.term.qualifiers, "", node.window, test)
    admit = admitting(ask, scope)

    def judge(m: Moment, window: Stretched) -> int:
        found = [(result, certainty, test(result, m.record)) for result, certainty in admit(m, window)]
        certain = [(each, truth) for each, certainty, truth in found if certainty == TRUE and each.first is not None]
        possible = [truth for each, certainty, truth in found if certainty != TRUE or each.first is None]
        days = _days(certain)
        if _most_apart([day for day, truth in days if truth == TRUE]) >= node.needed:
            return TRUE
        if _most_apart([day for day, _ in days]) < node.needed:
            return UNKNOWN
        holding = sum(truth != FALSE for truth in (*(truth for _, truth in days), *possible))
        return FALSE if holding < node.needed else UNKNOWN

    return in_each(windows_of(ask, scope, is_count=True), judge)


def _days(certain: Sequence[tuple[Result, int]]) -> list[tuple[Stretch, int]]:
    """Return the results by day: those of one known day say one thing or are a conflict, a month stands alone."""
    of_day: dict[int, set[int]] = {}
    found: list[tuple[Stretch, int]] = []
    for result, truth in certain:
        if result.first is None or result.last is None:
            continue
        if result.first == result.last:
            of_day.setdefault(result.first, set()).add(truth)
        else:
            found.append(((result.first, result.last), truth))
    return found + [((day, day), agreed(truths)) for day, truths in of_day.items()]


def _most_apart(days: Sequence[Stretch]) -> int:
    """Return how many of the days are certainly different ones."""
    count, reached = 0, 0
    for first, last in sorted(days, key=lambda each: each[1]):
        if first > reached:
            count += 1
            reached = last
    return count


def decide_shift(node: Shift, scope: Scope) -> Decide:
    """Return ``rise in`` and ``fall in``: the latest value against earlier ones of the period."""
    concept = scope.catalogue.concept(node.term.name)
    if concept is None:
        return lambda _m: UNKNOWN
    ask = Ask(concept, node.term.qualifiers, "", node.window, lambda _result, _record: UNKNOWN)
    admit = admitting(ask, scope)
    since = _since(node, concept)

    def judge(m: Moment, window: Stretched) -> int:
        latest = ends_of(admit(m, window), is_newest=True)
        if not latest or (len(latest) == 1 and latest[0][1] != TRUE):
            return UNKNOWN
        return agreed([since(m, result, window[0]) for result, _ in latest])

    return in_each(windows_of(ask, scope), judge)


def _since(node: Shift, concept: Concept) -> Callable[[Moment, Result, int], int]:
    """Return the change up to one latest value."""
    back = None if node.over is None else before(node.over)
    fresh = None if concept.freshness is None else before(concept.freshness)
    pair = _pair(node, concept)

    def stood(m: Moment, latest: Result, begin: int) -> int:
        """Return the day of the newest value that stood when a period began, else its first day."""
        oldest = 0 if fresh is None else fresh(begin)
        found = begin
        for each in m.record.of(concept.id):
            if each.first is None or each.last is None or each.qualifiers != latest.qualifiers:
                continue
            if oldest <= each.first and each.last < begin and (found == begin or each.first > found):
                found = each.first
        return found

    def since(m: Moment, latest: Result, begin: int) -> int:
        if latest.first is None or latest.last is None:
            return UNKNOWN
        if back is not None:
            start, earliest = back(latest.last), back(latest.first)
        else:
            start = earliest = stood(m, latest, begin)
        others = [each for each in m.record.of(concept.id) if _may_precede(each, latest, earliest)]
        truths = [(each, pair(each, latest)) for each in others]
        if any(truth == TRUE and _is_inside(each, start, latest.first) for each, truth in truths):
            return TRUE
        if any(truth != FALSE for _, truth in truths):
            return UNKNOWN
        middle = start + (latest.first - start) // 2
        is_told: bool = any(
            _is_inside(each, start, latest.first) and each.last is not None and each.last <= middle for each in others
        )
        return FALSE if is_told else UNKNOWN

    return since


def _may_precede(other: Result, latest: Result, earliest: int) -> bool:
    if other is latest or other.qualifiers != latest.qualifiers:
        return False
    if other.first is None or other.last is None or latest.last is None:
        return True
    return other.last >= earliest and other.first < latest.last


def _is_inside(other: Result, start: int, latest: int) -> bool:
    return other.first is not None and other.last is not None and start <= other.first and other.last < latest


def _pair(node: Shift, concept: Concept) -> Callable[[Result, Result], int]:
    sums = sums_of(node.term.items, concept)

    def amount(result: Result) -> Quantity | None:
        if not isinstance(result.value, Scored):
            return result.quantity
        if node.term.items is None and result.value.total is not None:
            return Quantity(result.value.total, "", "")
        totals = sums(result.value)
        return Quantity(Interval.exactly(totals[0]), "", "") if len(totals) == 1 else None

    def pair(earlier: Result, latest: Result) -> int:
        before_, after_ = amount(earlier), amount(latest)
        if before_ is None or after_ is None or not isinstance(node.limit, Amount):
            return UNKNOWN
        unit = before_.unit if node.scale == "relative" else node.limit.unit
        first, second = converted(before_, unit, concept), converted(after_, unit, concept)
        if first is None or second is None:
            return UNKNOWN
        change = _difference(second, first) if node.direction == "rise" else _difference(first, second)
        if node.scale != "relative":
            return NUMBER[change.compare(node.op, node.limit.number)]
        if first.low is None or not first.is_exact or first.low <= 0:
            return UNKNOWN
        return NUMBER[change.scaled(_HUNDRED).compare(node.op, node.limit.number * first.low)]

    return pair


def _difference(one: Interval, other: Interval) -> Interval:
    low = None if one.low is None or other.high is None else one.low - other.high
    high = None if one.high is None or other.low is None else one.high - other.low
    return Interval(low, high, one.is_low_open or other.is_high_open, one.is_high_open or other.is_low_open)
