"""An incomplete input answered by every completion of it: what all of them give holds, of the rest a range is told.

A formula knows complete inputs alone. What is open is filled with every answer it can have. Where that were too many,
items of which more never gives less (``rising``) are filled with their lowest and their highest answer together, which
holds all between them; which words lie between is not said then.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from math import prod

from core.scores.definition import Definition, Input, Kind
from core.scores.given import Given, OpenInputError, Outputs, Result, Value

Compute = Callable[[Given], Outputs]
Bound = Fraction | float
MOST_WAYS = 200
"""Completions that are tried one by one; they are counted before any is made."""


@dataclass(frozen=True, slots=True)
class Completed:
    """The outputs; one that the open inputs leave open is None, and between what it lies stands in ``ranges``."""

    outputs: Outputs
    ranges: Mapping[str, tuple[Bound, Bound]] = field(default_factory=dict[str, tuple[Bound, Bound]])
    possible: Mapping[str, tuple[Result, ...]] = field(default_factory=dict[str, tuple["Result", ...]])
    asked: tuple[str, ...] = ()
    """What a formula asked for in vain."""


def completed(definition: Definition, compute: Compute, values: Mapping[str, Value]) -> Completed:
    """Return what every completion of the values gives."""
    asked: dict[str, None] = {}
    open_answers = [(each, found) for each in open_inputs(definition, values) if (found := answers_of(each))]
    is_exhaustive = prod(len(found) for _, found in open_answers) <= MOST_WAYS
    fillings = _products(open_answers) if is_exhaustive else _corners(open_answers)
    answers = [_answer(definition, compute, {**values, **filled}, asked) for filled in fillings]
    outputs: Outputs = {}
    ranges: dict[str, tuple[Bound, Bound]] = {}
    possible: dict[str, tuple[Result, ...]] = {}
    for name in dict.fromkeys((*definition.outputs, *(name for answer in answers for name in answer))):
        told = [answer.get(name) for answer in answers]
        is_settled = all(_is_same(each, told[0]) for each in told)
        outputs[name] = told[0] if is_settled else _settled_parts(told) if is_exhaustive else None
        if is_settled:
            continue
        numbers = [each for each in told if isinstance(each, (Fraction, float))]
        words = [each for each in told if isinstance(each, bool) or (is_exhaustive and isinstance(each, str))]
        if len(numbers) == len(told):
            ranges[name] = (min(numbers), max(numbers))
        elif len(words) == len(told):
            possible[name] = tuple(dict.fromkeys(words))
    return Completed(outputs, ranges, possible, tuple(asked))


def _settled_parts(told: Sequence[Result]) -> Result:
    """Return of a result in parts those that all agree on, the others None; None where no part is such."""
    mappings = [each for each in told if isinstance(each, dict)]
    if len(mappings) < len(told) or any(each.keys() != mappings[0].keys() for each in mappings):
        return None
    settled = {
        name: first if all(_is_same(each[name], first) for each in mappings) else None
        for name, first in mappings[0].items()
    }
    return settled if any(part is not None for part in settled.values()) else None


def open_inputs(definition: Definition, values: Mapping[str, Value]) -> tuple[Input, ...]:
    """Return what is asked and was not told."""
    return tuple(each for each in definition.inputs.values() if each.id not in values and not each.is_optional)


def answers_of(asked: Input) -> Sequence[Value]:
    """Return every answer an input can have, in rising order; none for a number without bands."""
    if asked.kind is Kind.YES_NO:
        return (False, True)
    if asked.kind is Kind.CHOICE:
        return asked.options
    if asked.bands:
        return asked.bands
    if asked.possible is not None and asked.rising:
        return asked.possible
    if asked.kind is Kind.WHOLE and asked.possible is not None:
        low, high = asked.possible
        return tuple(Fraction(each) for each in range(int(low), int(high) + 1))
    return ()


def _products(asked: Sequence[tuple[Input, Sequence[Value]]]) -> Iterator[dict[str, Value]]:
    """Yield each way to answer what is open."""
    names = [each.id for each, _ in asked]
    for told in product(*(answers for _, answers in asked)):
        yield dict(zip(names, told, strict=True))


def _corners(asked: Sequence[tuple[Input, Sequence[Value]]]) -> Iterator[dict[str, Value]]:
    """Yield each way to answer what does not rise, with the lowest and the highest answer of what does."""
    rising = [(each, answers) for each, answers in asked if each.rising]
    for told in _products([(each, answers) for each, answers in asked if not each.rising]):
        for end in (0, -1):
            yield {**told, **{each.id: answers[end] for each, answers in rising}}


def _answer(definition: Definition, compute: Compute, values: Mapping[str, Value], asked: dict[str, None]) -> Outputs:
    try:
        return compute(Given(definition, values))
    except OpenInputError as error:
        asked[error.name] = None
        return {}


def _is_same(one: Result, other: Result) -> bool:
    """True for the same answer; yes is not 1."""
    return one == other and isinstance(one, bool) is isinstance(other, bool)
