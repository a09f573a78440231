"""What holds of every score: more is never less, ranges hold every completion, units move nothing, grades are total."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import combinations, product

import pytest

from core.catalogue.reading import load_catalogue
from core.scores.answering import answered, formula_of
from core.scores.completing import answers_of, completed, open_inputs
from core.scores.definition import Definition, Family, Input, Kind
from core.scores.given import Given, Json, OpenInputError, Outputs, RefusedError, Result, Value
from core.scores.glucocorticoids import EQUIVALENTS, PREDNISONE
from core.scores.shipped import definition_of, shipped_scores

COMPUTED = [name for name in shipped_scores() if definition_of(name).family is not Family.HELP]
CHECKLISTS = [
    name for name in COMPUTED if any(each.is_item and each.rising for each in definition_of(name).inputs.values())
]
GRADES = ("astct_crs", "astct_icans_adult", "icans_pediatric")
DRAWS = 60
SMALL = 7
"""Items of which every subset is tried."""


def drawn(asked: Input, chance: random.Random) -> Value | None:
    """Return an answer an input can have; of a number any, near the ends of its bands as well."""
    if asked.kind is Kind.NUMBER and asked.possible is not None:
        low, high = asked.valid or asked.possible
        near = [each + shift for each in asked.bands for shift in (-1, 0, 1) if low <= each + shift <= high]
        return chance.choice([*near, low, high, low + (high - low) * Fraction(chance.randint(0, 1000), 1000)])
    answers = answers_of(asked)
    return chance.choice(answers) if answers else None


def complete(definition: Definition, chance: random.Random) -> dict[str, Value]:
    """Return an answer for every input that has to be told."""
    found: dict[str, Value] = {}
    for each in definition.inputs.values():
        answer = None if each.is_optional else drawn(each, chance)
        if answer is not None:
            found[each.id] = answer
    return found


def outputs_of(definition: Definition, values: Mapping[str, Value]) -> Outputs | None:
    """Return the outputs of values, None where they are refused or not enough."""
    try:
        return formula_of(definition.id)(Given(definition, values))
    except (RefusedError, OpenInputError):
        return None


def numbers(outputs: Outputs) -> Mapping[str, float]:
    """Return the outputs that are numbers."""
    return {key: float(each) for key, each in outputs.items() if isinstance(each, (Fraction, float))}


@pytest.mark.parametrize("name", COMPUTED)
def test_a_range_holds_every_completion(name: str) -> None:
    """Of a complete input some answers are hidden: what is said without them must allow what they give."""
    definition, chance = definition_of(name), random.Random(name)
    for _ in range(DRAWS):
        values = complete(definition, chance)
        whole = outputs_of(definition, values)
        hidden = [each.id for each in definition.inputs.values() if answers_of(each) and chance.random() < 0.4]
        if whole is None:
            continue
        try:
            found = completed(
                definition, formula_of(name), {key: each for key, each in values.items() if key not in hidden}
            )
        except RefusedError:
            continue
        for key, told in whole.items():
            assert is_allowed(told, key, found.outputs, found.ranges, found.possible), (key, told, values, hidden)


def is_allowed(
    told: Result,
    key: str,
    outputs: Outputs,
    ranges: Mapping[str, tuple[Fraction | float, Fraction | float]],
    possible: Mapping[str, tuple[Result, ...]],
) -> bool:
    """True if an answer agrees with what was said of it."""
    said = outputs.get(key)
    if isinstance(said, dict) and isinstance(told, dict):
        return all(part is None or part == told[name] for name, part in said.items())
    if said is not None:
        return said == told
    if key in ranges:
        low, high = ranges[key]
        return isinstance(told, (Fraction, float)) and low <= told <= high
    return key not in possible or told in possible[key] or not isinstance(told, (bool, str))


@pytest.mark.parametrize("name", CHECKLISTS)
def test_small_checklists_exhaustively(name: str) -> None:
    """Of the first items every answer is tried: the range is exactly from the least to the most of them."""
    definition, chance = definition_of(name), random.Random(name)
    items = [each for each in definition.inputs.values() if each.is_item and each.rising][:SMALL]
    rest = {key: each for key, each in complete(definition, chance).items() if key not in {item.id for item in items}}
    found = completed(definition, formula_of(name), rest)
    answers = [answers_of(each) for each in items]
    told = [dict(zip([each.id for each in items], every, strict=True)) for every in product(*answers)]
    whole = [outputs for each in told if (outputs := outputs_of(definition, {**rest, **each})) is not None]
    for key, (low, high) in found.ranges.items():
        every = [numbers(outputs)[key] for outputs in whole if key in numbers(outputs)]
        assert (float(low), float(high)) == (min(every), max(every)), key
    for key, value in found.outputs.items():
        if value is not None:
            assert all(outputs.get(key) == value for outputs in whole), key


@pytest.mark.parametrize("name", CHECKLISTS)
def test_one_more_never_lowers(name: str) -> None:
    """Raising one item by a step lowers no number that the score gives; a grade, a total, a count."""
    definition, chance = definition_of(name), random.Random(name)
    for _ in range(DRAWS):
        values = complete(definition, chance)
        before = outputs_of(definition, values)
        for item in (each for each in definition.inputs.values() if each.is_item and each.rising):
            answers = list(answers_of(item))
            at = answers.index(values[item.id]) if values.get(item.id) in answers else len(answers) - 1
            if before is None or at + 1 >= len(answers):
                continue
            after = outputs_of(definition, {**values, item.id: answers[at + 1]})
            assert after is not None
            fallen = {key for key, number in numbers(before).items() if numbers(after).get(key, number) < number}
            assert fallen == set(), (item.id, values)


def with_units() -> Iterator[tuple[str, str, str]]:
    """Yield every input that may be told in another unit."""
    for name in COMPUTED:
        for each in definition_of(name).inputs.values():
            yield from ((name, each.id, unit) for unit in each.units if unit != each.unit)


@pytest.mark.parametrize(("name", "asked", "unit"), tuple(with_units()))
def test_another_unit_moves_nothing(name: str, asked: str, unit: str) -> None:
    """The same amount in another unit gives the very same answer, at the ends of the bands as well."""
    definition, chance = definition_of(name), random.Random(f"{name}{asked}{unit}")
    about = definition.inputs[asked]
    for _ in range(5):
        values = complete(definition, chance)
        amount = drawn(about, chance)
        assert isinstance(amount, Fraction)
        factor = about.units[unit]
        own: dict[str, Json] = {**plain(values), asked: amount}
        other: dict[str, Json] = {**plain(values), asked: {"value": amount / factor, "unit": unit}}
        try:
            wanted = answered(name, own).output
        except RefusedError:
            with pytest.raises(RefusedError):
                answered(name, other)
            continue
        assert answered(name, other).output == wanted


def plain(values: Mapping[str, Value]) -> dict[str, Json]:
    """Return the values that can be written down as they are."""
    return {key: each for key, each in values.items() if isinstance(each, (bool, Fraction, str))}


@pytest.mark.parametrize("name", GRADES)
def test_gradings_are_total(name: str) -> None:
    """Every complete input has exactly one grade from 0 to 5."""
    definition = definition_of(name)
    asked = open_inputs(definition, {})
    for told in product(*(answers_of(each)[:4] for each in asked)):
        outputs = outputs_of(definition, dict(zip([each.id for each in asked], told, strict=True)))
        assert outputs is not None
        assert outputs["grade"] in [Fraction(grade) for grade in range(6)]


def test_each_pair_of_items_of_sledai_adds_up() -> None:
    """Every two items give the sum of their weights, and the clinical total leaves serology out."""
    definition = definition_of("sledai_2k")
    for one, other in combinations(definition.items, 2):
        found = answered("sledai_2k", {"present": [one.id, other.id]}).output
        assert found["total"] == one.weight + other.weight
        clinical = sum(each.weight for each in (one, other) if "serology" not in each.groups)
        assert found["clinical"] == clinical


def test_equivalents_are_those_of_the_catalogue() -> None:
    """A glucocorticoid has one equivalent: the catalogue converts courses by it, the score single doses."""
    drugs = load_catalogue().drugs
    for name, equivalent in EQUIVALENTS.items():
        known = drugs[name].equivalence
        assert known is not None
        assert abs(PREDNISONE / equivalent - Fraction(known)) < Fraction(1, 10**20), name
