"""Numbers known in part: every comparison against a brute-force scan of the numbers they can be."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.values.interval import Interval, Op, compare_intervals
from core.values.truth import Truth

OPS: dict[Op, Callable[[Decimal, Decimal], bool]] = {
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
}
GRID = [Decimal(n) / 4 for n in range(-12, 53)]
LIMITS = st.integers(0, 10).map(Decimal)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    low, high = sorted((draw(LIMITS), draw(LIMITS)))
    if low == high:
        return Interval.exactly(low)
    is_from, is_to = draw(st.booleans()), draw(st.booleans())
    return Interval(
        low if is_from else None,
        high if is_to else None,
        is_low_open=is_from and draw(st.booleans()),
        is_high_open=is_to and draw(st.booleans()),
    )


def numbers_in(interval: Interval) -> list[Decimal]:
    return [
        number
        for number in GRID
        if not (
            interval.low is not None and (number < interval.low or (number == interval.low and interval.is_low_open))
        )
        and not (
            interval.high is not None
            and (number > interval.high or (number == interval.high and interval.is_high_open))
        )
    ]


def scanned(answers: set[bool]) -> Truth:
    return Truth.UNKNOWN if len(answers) > 1 else Truth.TRUE if answers == {True} else Truth.FALSE


@given(intervals(), st.sampled_from(sorted(OPS)), LIMITS)
def test_comparing_is_what_every_possible_number_says(interval: Interval, op: Op, limit: Decimal) -> None:
    assert interval.compare(op, limit) is scanned({OPS[op](number, limit) for number in numbers_in(interval)})


@given(intervals(), st.sampled_from(sorted(OPS)), intervals())
def test_two_intervals_never_claim_more_than_the_scan(left: Interval, op: Op, right: Interval) -> None:
    found = compare_intervals(left, op, right)
    if found.is_known:
        pairs = {OPS[op](one, other) for one in numbers_in(left) for other in numbers_in(right)}
        assert found is scanned(pairs)


@given(intervals(), LIMITS, st.sampled_from([Decimal("0.001"), Decimal("88.42"), Decimal(1000)]))
def test_a_factor_moves_nothing(interval: Interval, limit: Decimal, factor: Decimal) -> None:
    for op in OPS:
        assert interval.compare(op, limit) is interval.scaled(factor).compare(op, limit * factor)


def test_an_empty_interval_cannot_be_built() -> None:
    with pytest.raises(ValueError, match="holds nothing"):
        Interval(Decimal(2), Decimal(1))


def test_below_a_limit_of_detection() -> None:
    below = Interval(None, Decimal(20), is_high_open=True)
    assert below.compare("<", Decimal(20)) is Truth.TRUE
    assert below.compare("<=", Decimal(15)) is Truth.UNKNOWN
    assert below.compare(">=", Decimal(20)) is Truth.FALSE
