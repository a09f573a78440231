"""An incomplete input answered by every completion of it: what all of them give holds, of the rest a range is told.

A formula knows complete inputs alone. What is open is filled with every answer it can have; items of which more never
gives less (``rising``) are filled with their lowest and their highest answer together, which holds all between them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product

from core.scores.definition import Definition, Input, Kind
from core.scores.given import Given, OpenInputError, Outputs, Result, Value

Compute = Callable[[Given], Outputs]
Bound = Fraction | float


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
    answers = [_answer(definition, compute, {**values, **filled}, asked) for filled in _fillings(definition, values)]
    names = dict.fromkeys((*definition.outputs, *(name for answer in answers for name in answer)))
    outputs: Outputs = {}
    ranges: dict[str, tuple[Bound, Bound]] = {}
    possible: dict[str, tuple[Result, ...]] = {}
    for name in names:
        found = [answer.get(name) for answer in answers]
        outputs[name] = found[0] if all(_is_same(each, found[0]) for each in found) else None
        numbers = [each for each in found if isinstance(each, (Fraction, float))]
        if outputs[name] is None and len(numbers) == len(found):
            ranges[name] = (min(numbers), max(numbers))
        elif outputs[name] is None and all(isinstance(each, (bool, str)) for each in found):
            possible[name] = tuple(dict.fromkeys(each for each in found if isinstance(each, (bool, str))))
    return Completed(outputs, ranges, possible, tuple(asked))


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


def _fillings(definition: Definition, values: Mapping[str, Value]) -> Iterator[Mapping[str, Value]]:
    """Yield each way to answer what is open."""
    asked = [(each.id, each.rising, answers_of(each)) for each in open_inputs(definition, values)]
    rising = [(name, answers) for name, is_rising, answers in asked if is_rising and answers]
    others = [(name, answers) for name, is_rising, answers in asked if not is_rising and answers]
    corners = [{name: answers[end] for name, answers in rising} for end in ((0, -1) if rising else (0,))]
    names = [name for name, _ in others]
    for told in product(*(answers for _, answers in others)):
        for corner in corners:
            yield {**dict(zip(names, told, strict=True)), **corner}


def _answer(definition: Definition, compute: Compute, values: Mapping[str, Value], asked: dict[str, None]) -> Outputs:
    try:
        return compute(Given(definition, values))
    except OpenInputError as error:
        asked[error.name] = None
        return {}


def _is_same(one: Result, other: Result) -> bool:
    """True for the same answer; yes is not 1."""
    return one == other and isinstance(one, bool) is isinstance(other, bool)
