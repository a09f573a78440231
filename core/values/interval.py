"""Decimal intervals: what is known of a number, from ``<0.5`` to an exact value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from core.values.truth import Truth

Op = Literal["<", "<=", ">", ">=", "=", "!="]


@dataclass(frozen=True, slots=True)
class Interval:
    """The numbers a value can be. ``None`` is no bound; an open bound is not itself possible."""

    low: Decimal | None
    high: Decimal | None
    is_low_open: bool = False
    is_high_open: bool = False

    def __post_init__(self) -> None:
        if self.low is not None and self.high is not None and self.low > self.high:
            message = f"an interval from {self.low} to {self.high} holds nothing"
            raise ValueError(message)

    @classmethod
    def exactly(cls, number: Decimal) -> Interval:
        """Return the interval that holds one number."""
        return cls(number, number)

    @property
    def is_exact(self) -> bool:
        """True if only one number is possible."""
        return self.low is not None and self.low == self.high

    def scaled(self, factor: Decimal) -> Interval:
        """Return the interval with every number multiplied by a positive factor."""
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.is_low_open,
            self.is_high_open,
        )

    def plus(self, other: Interval) -> Interval:
        """Return the possible sums of one number of each interval."""
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.is_low_open or other.is_low_open,
            self.is_high_open or other.is_high_open,
        )

    def times(self, other: Interval) -> Interval:
        """Return the possible products of one number of each interval, both of numbers not below zero."""
        both = (self, other)
        if any(each.is_exact and each.low == 0 for each in both):
            return Interval.exactly(Decimal(0))
        low = (self.low or Decimal(0)) * (other.low or Decimal(0))
        high = None if self.high is None or other.high is None else self.high * other.high
        can_be_none = any(not each.low and not each.is_low_open for each in both)
        is_low_open = not can_be_none and (self.is_low_open or other.is_low_open)
        return Interval(low, high, is_low_open, self.is_high_open or other.is_high_open)

    def is_above(self, limit: Decimal) -> Truth:
        """Answer whether the number is greater than the limit."""
        if self.low is not None and (self.low > limit or (self.low == limit and self.is_low_open)):
            return Truth.TRUE
        if self.high is not None and self.high <= limit:
            return Truth.FALSE
        return Truth.UNKNOWN

    def is_below(self, limit: Decimal) -> Truth:
        """Answer whether the number is less than the limit."""
        if self.high is not None and (self.high < limit or (self.high == limit and self.is_high_open)):
            return Truth.TRUE
        if self.low is not None and self.low >= limit:
            return Truth.FALSE
        return Truth.UNKNOWN

    def is_equal(self, limit: Decimal) -> Truth:
        """Answer whether the number is the limit."""
        if self.is_exact:
            return Truth.TRUE if self.low == limit else Truth.FALSE
        if self.is_above(limit) is Truth.TRUE or self.is_below(limit) is Truth.TRUE:
            return Truth.FALSE
        return Truth.UNKNOWN

    def compare(self, op: Op, limit: Decimal) -> Truth:
        """Answer ``number op limit``."""
        return _COMPARISONS[op](self, limit)


_COMPARISONS: dict[Op, Callable[[Interval, Decimal], Truth]] = {
    "<": Interval.is_below,
    ">": Interval.is_above,
    "=": Interval.is_equal,
    "<=": lambda interval, limit: ~interval.is_above(limit),
    ">=": lambda interval, limit: ~interval.is_below(limit),
    "!=": lambda interval, limit: ~interval.is_equal(limit),
}


def compare_intervals(left: Interval, op: Op, right: Interval) -> Truth:
    """Answer ``left op right`` where both numbers may be known in part (right bounds taken as possible)."""
    if right.is_exact and right.low is not None:
        return left.compare(op, right.low)
    if op in ("<", "<="):
        return _less(left, right, is_strict=op == "<")
    if op in (">", ">="):
        return _less(right, left, is_strict=op == ">")
    is_disjoint = Truth.TRUE in (_less(left, right, is_strict=True), _less(right, left, is_strict=True))
    equal = Truth.FALSE if is_disjoint else Truth.UNKNOWN
    return equal if op == "=" else ~equal


def _less(left: Interval, right: Interval, *, is_strict: bool) -> Truth:
    """Answer ``left < right`` (or ``<=``) for the bounds that are known."""
    op: Op = "<" if is_strict else "<="
    back: Op = ">=" if is_strict else ">"
    if left.high is not None and right.low is not None:
        edge = left.compare(op, right.low)
        if edge is Truth.TRUE or (right.is_low_open and left.high <= right.low):
            return Truth.TRUE
    if left.low is not None and right.high is not None:
        edge = left.compare(back, right.high)
        if edge is Truth.TRUE:
            return Truth.FALSE
    return Truth.UNKNOWN
