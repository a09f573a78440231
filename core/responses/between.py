"""A score answered where numbers are known in part: what every end of them gives holds, of the rest a range is told.

The scores asked here move in one direction with each of their numbers, so that the ends hold all between them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import product
from math import ceil, floor
from typing import cast

from core.scores.answering import Answer, Told, answered
from core.scores.definition import Input, Kind
from core.scores.given import Json
from core.values.interval import Interval

_KEPT = 4096
_SHADE = Fraction(1, 10**9)
"""How far inside an open end (below 0.5) the nearest number is taken to lie."""


@dataclass(frozen=True, slots=True)
class Between:
    """Outputs that all ends agree on, the others None; of numbers between what they lie; what was not told."""

    output: Mapping[str, Told]
    ranges: Mapping[str, tuple[float, float]]
    missing: tuple[str, ...]

    def part(self, output: str, name: str) -> Told:
        """Return one part of an output in parts, None where it is open."""
        parts = self.output.get(output)
        return parts.get(name) if isinstance(parts, Mapping) else None


def ends_of(amount: Interval, asked: Input) -> tuple[Fraction, ...]:
    """Return the least and the most a number can be as an input takes it; one where they are the same."""
    bottom, top = asked.possible or (Fraction(0), Fraction(0))
    low, high = bounds_of(amount, bottom, top)
    if asked.kind is Kind.WHOLE and not amount.is_exact:
        low, high = Fraction(ceil(low)), Fraction(floor(high))
    return tuple(dict.fromkeys((low, high))) if low <= high else (low,)


def bounds_of(amount: Interval, bottom: Fraction, top: Fraction) -> tuple[Fraction, Fraction]:
    """Return the least and the most a number can be, just inside of an end that is not possible itself."""
    low = bottom if amount.low is None else Fraction(amount.low) + (_SHADE if amount.is_low_open else 0)
    high = top if amount.high is None else Fraction(amount.high) - (_SHADE if amount.is_high_open else 0)
    return low, high


def answered_at_ends(score: str, fixed: Mapping[str, Json], ends: Mapping[str, Sequence[Fraction]]) -> Between:
    """Return what a score says at every end of its numbers. Raises RefusedError for what it cannot use."""
    names = tuple(ends)
    written = ({**fixed, **dict(zip(names, told, strict=True))} for told in product(*ends.values()))
    return merged(answered_once(score, each) for each in written)


def answered_once(score: str, written: Mapping[str, Json]) -> Answer:
    """Return what a score says; a chart is read again after each key, and what its scores say stays the same."""
    return _answered(score, _frozen(dict(written)))


@lru_cache(maxsize=_KEPT)
def _answered(score: str, written: Hashable) -> Answer:
    told = _thawed(written)
    return answered(score, told if isinstance(told, dict) else {})


def _frozen(told: Json) -> Hashable:
    if isinstance(told, dict):
        return dict, tuple((name, _frozen(each)) for name, each in told.items())
    if isinstance(told, list):
        return list, tuple(_frozen(each) for each in told)
    return type(told), told  # yes is not 1


def _thawed(frozen: Hashable) -> Json:
    kind, told = cast("tuple[type, Hashable]", frozen)
    if kind is dict:
        return {name: _thawed(each) for name, each in cast("tuple[tuple[str, Hashable], ...]", told)}
    return [_thawed(each) for each in cast("tuple[Hashable, ...]", told)] if kind is list else cast("Json", told)


def merged(answers: Iterable[Answer]) -> Between:
    """Return what several answers of one score agree on, and the ranges that hold all of them."""
    found = tuple(answers)
    names = tuple(dict.fromkeys(name for each in found for name in each.output))
    output = {name: _agreed([each.output.get(name) for each in found]) for name in names}
    ranges: dict[str, tuple[float, float]] = {}
    for name in names:
        spans = [span for each in found if (span := _span(each, name)) is not None]
        if len(spans) == len(found):
            ranges[name] = (min(low for low, _ in spans), max(high for _, high in spans))
    asked = tuple(dict.fromkeys(name for each in found for name in (*each.missing, *each.not_examined)))
    return Between(output, ranges, asked)


def _span(answer: Answer, name: str) -> tuple[float, float] | None:
    low, high = answer.ranges.get(name, (answer.output.get(name),) * 2)
    if _is_number(low) and _is_number(high):
        return float(str(low)), float(str(high))
    return None


def _is_number(told: Told) -> bool:
    return isinstance(told, (int, float)) and not isinstance(told, bool)


def _agreed(told: Sequence[Told]) -> Told:
    first = told[0]
    if all(_is_same(each, first) for each in told):
        return first
    parts = [each for each in told if isinstance(each, Mapping)]
    if len(parts) == len(told):
        return {name: _agreed([each.get(name) for each in parts]) for name in parts[0]}
    return None


def _is_same(one: Told, other: Told) -> bool:
    return one == other and isinstance(one, bool) is isinstance(other, bool)
