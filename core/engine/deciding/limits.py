"""One number against one limit."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from core.catalogue.concept import Concept, Kind
from core.criteria.scope import Scope
from core.criteria.values import Amount, Extreme, Length, Limit, Multiple, SiteValue, TitreLimit
from core.engine.deciding.kleene import FALSE, NUMBER, TRUE, UNKNOWN, agreed
from core.engine.deciding.record import Record, Result
from core.values.duration import parse_duration
from core.values.interval import Interval, Op, compare_intervals
from core.values.quantity import Quantity, parse_quantity

Test = Callable[[Result, Record], int]
"""The truth of a sentence for one result."""

NumberTest = Callable[[Quantity, "Result | None", Record], int]

_Test = TypeVar("_Test")

_PLAIN: Mapping[Op, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "!=": operator.ne,
}  # fmt: skip
_ONE = Decimal(1)
_SIDES: Mapping[tuple[str, str], Interval] = {
    ("positive", "ULN"): Interval(_ONE, None, is_low_open=True),
    ("raised", "ULN"): Interval(_ONE, None, is_low_open=True),
    ("negative", "ULN"): Interval(None, _ONE),
    ("normal", "ULN"): Interval(None, _ONE),
    ("normal", "LLN"): Interval(_ONE, None),
    ("low", "LLN"): Interval(None, _ONE, is_high_open=True),
}
"""A result told in a word, in multiples of the laboratory's own limit."""


def converted(quantity: Quantity, unit: str, concept: Concept) -> Interval | None:
    """Return the amount in a unit, None where no exact factor leads there."""
    if quantity.unit == unit:
        return quantity.amount
    source, target = concept.unit(quantity.unit), concept.unit(unit)
    if source is None or target is None or source.family != target.family:
        return None
    return quantity.amount.scaled(source.factor / target.factor)


def result_test(op: Op, limit: Limit, concept: Concept, scope: Scope) -> Test:
    """Return the test of a result that holds a number, or tells its side of a limit in a word."""
    compare = number_test(op, limit, concept, scope)
    below = number_test("<", limit, concept, scope)

    def tell(result: Result, record: Record) -> int:
        quantity = result.quantity
        if quantity is None:
            return _told(result.word, op, limit)
        if not result.is_at_most:
            return compare(quantity, result, record)
        return _at_most(op, compare(quantity, result, record), lambda: below(quantity, result, record))

    return Exactly(op, limit.number, limit.unit, tell) if isinstance(limit, Amount) else tell


class Exactly:
    """A test that is quick for one number in the limit's own unit, the commonest case by far."""

    __slots__ = ("_holds", "_otherwise", "number", "op", "unit")

    def __init__(self, op: Op, number: Decimal, unit: str, otherwise: Test) -> None:
        self.op: Op = op
        self.number = number
        self.unit = unit
        self._holds = _PLAIN[op]
        self._otherwise = otherwise

    def __call__(self, result: Result, record: Record) -> int:
        """Return the truth for one result."""
        exact = result.exact
        if exact is None or result.unit != self.unit:
            return self._otherwise(result, record)
        return 1 if self._holds(exact, self.number) else -1


def _at_most(op: Op, truth: int, below: Callable[[], int]) -> int:
    """Keep what holds however far below the measured number the real one lies."""
    if op in ("<", "<="):
        return truth if truth == TRUE else UNKNOWN
    if op in (">", ">="):
        return truth if truth == FALSE else UNKNOWN
    is_apart = below() == TRUE
    if not is_apart:
        return UNKNOWN
    return TRUE if op == "!=" else FALSE


def _told(word: str, op: Op, limit: Limit) -> int:
    if not isinstance(limit, Multiple):
        return UNKNOWN
    amount = _SIDES.get((word, limit.reference))
    return UNKNOWN if amount is None else NUMBER[amount.compare(op, limit.number)]


def number_test(op: Op, limit: Limit, concept: Concept, scope: Scope) -> NumberTest:
    """Return the test of a number; the result it is of knows the laboratory's own limits."""
    match limit:
        case Amount(number, unit):
            return _amount(op, number, unit, concept)
        case TitreLimit(denominator):
            titre = Decimal(denominator)
            return lambda quantity, _result, _record: NUMBER[quantity.amount.compare(op, titre)]
        case Multiple(number, reference):
            return _multiple(op, number, concept, is_upper=reference == "ULN")
        case Extreme():
            return _extreme(op, limit, concept, scope)
        case SiteValue(name):
            return _site(op, name, concept, scope)
        case Length(duration):
            count = Decimal(duration.count)
            return lambda quantity, _result, _record: NUMBER[quantity.amount.compare(op, count)]


def _amount(op: Op, number: Decimal, unit: str, concept: Concept) -> NumberTest:
    def test(quantity: Quantity, _result: Result | None, _record: Record) -> int:
        amount = converted(quantity, unit, concept)
        return UNKNOWN if amount is None else NUMBER[amount.compare(op, number)]

    return test


def _multiple(op: Op, times: Decimal, concept: Concept, *, is_upper: bool) -> NumberTest:
    def test(quantity: Quantity, result: Result | None, _record: Record) -> int:
        own = None if result is None else result.uln if is_upper else result.lln
        amount = None if own is None else converted(quantity, own.unit, concept)
        if own is None or amount is None:
            return UNKNOWN
        return NUMBER[compare_intervals(amount, op, own.amount.scaled(times))]

    return test


def _extreme(op: Op, limit: Extreme, concept: Concept, scope: Scope) -> NumberTest:
    def of(each: Op, part: Limit) -> NumberTest:
        return number_test(each, part, concept, scope)

    tests = extreme_tests(op, limit, of)
    return lambda quantity, result, record: tests(lambda test: test(quantity, result, record))


def extreme_tests(op: Op, limit: Extreme, of: Callable[[Op, Limit], _Test]) -> Callable[[Callable[[_Test], int]], int]:
    """Return ``x op the lower|higher of a and b`` from the tests of a and of b."""
    if op in ("<", "<=", ">", ">="):
        first, second = of(op, limit.first), of(op, limit.second)
        pick = min if (op in ("<", "<=")) == (limit.which == "lower") else max
        return lambda ask: pick(ask(first), ask(second))
    edge: Op = "<=" if limit.which == "lower" else ">="
    equal = (of("=", limit.first), of("=", limit.second))
    beyond = (of(edge, limit.first), of(edge, limit.second))
    sign = 1 if op == "=" else -1
    return lambda ask: sign * max(min(ask(equal[0]), ask(beyond[1])), min(ask(equal[1]), ask(beyond[0])))


def site_values(name: str, record: Record, scope: Scope) -> tuple[str, ...]:
    """Return what a fact of the site can be: the newest statement decides."""
    said = [each for each in record.chart.site if each.fact == name]
    if said:
        newest = max(said, key=lambda each: (each.on is not None, "" if each.on is None else each.on.last.isoformat()))
        return (newest.value,)
    fact = scope.site.get(name)
    if fact is None:
        return ()
    return (fact.known,) if fact.known else fact.one_of


def _site(op: Op, name: str, concept: Concept, scope: Scope) -> NumberTest:
    def test(quantity: Quantity, _result: Result | None, record: Record) -> int:
        return agreed(_against_text(quantity, op, text, concept) for text in site_values(name, record, scope))

    return test


def _against_text(quantity: Quantity, op: Op, text: str, concept: Concept) -> int:
    duration = parse_duration(text) if concept.kind is Kind.AGE else None
    if duration is not None:
        return NUMBER[quantity.amount.compare(op, Decimal(duration.count))]
    limit = parse_quantity(text)
    amount = None if limit is None else converted(quantity, limit.unit, concept)
    if limit is None or amount is None:
        return UNKNOWN
    return NUMBER[compare_intervals(amount, op, limit.amount)]
