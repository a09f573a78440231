"""Laws of logic and of units that hold for every condition: double negation, De Morgan, exact conversion."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogue.concept import Unit
from core.chart import values  # whole: pytest would take an imported TestResult for tests
from core.chart.chart import Chart
from core.chart.entries import Finding
from core.criteria.nodes import All, AnyOf, AtLeast, Condition, Not
from core.engine.judgement.outcome import Outcome
from core.engine.judgement.situation import Situation
from core.values.quantity import Quantity
from tests.generative.agreement import ENGINES, case, smallest, told
from tests.generative.chance import Chance
from tests.generative.invented_catalogue import CATALOGUE
from tests.generative.invented_charts import chart, situation
from tests.generative.invented_rules import condition, names_of

SEEDS = st.integers(0, 10**9)
EACH_ENGINE = pytest.mark.parametrize("name", ENGINES)


def _respects(outcome: Outcome) -> tuple[object, ...]:
    return outcome.truth, outcome.gaps, outcome.evidence, outcome.assumed


def _joined(seed: int) -> tuple[tuple[Condition, ...], Situation]:
    """Return two or three conditions and one situation for them."""
    chance = Chance(seed)
    parts = tuple(condition(chance, 1) for _ in range(chance.one((2, 3))))
    return parts, situation(chance, chart(chance, names_of(All(parts))), is_absence_assumed=False)


@EACH_ENGINE
@settings(max_examples=200)
@given(SEEDS)
def test_double_negation_changes_nothing(name: str, seed: int) -> None:
    """Not not x is x, with the same reasons."""
    node, of = case(seed)
    engine = ENGINES[name]
    assert _respects(engine(Not(Not(node)), of)) == _respects(engine(node, of)), told(node, of)


@EACH_ENGINE
@settings(max_examples=200)
@given(SEEDS)
def test_negation_goes_through_all_and_any(name: str, seed: int) -> None:
    """Not all of them is any of their negations, and the other way round."""
    parts, of = _joined(seed)
    engine = ENGINES[name]
    negations = tuple(Not(part) for part in parts)
    assert _respects(engine(Not(All(parts)), of)) == _respects(engine(AnyOf(negations), of))
    assert _respects(engine(Not(AnyOf(parts)), of)) == _respects(engine(All(negations), of))


@EACH_ENGINE
@settings(max_examples=200)
@given(SEEDS)
def test_at_least_one_is_any_and_at_least_every_one_is_all(name: str, seed: int) -> None:
    """The two ends of at-least-n have the truth of any and of all."""
    parts, of = _joined(seed)
    engine = ENGINES[name]
    assert engine(AtLeast(1, parts), of).truth is engine(AnyOf(parts), of).truth
    assert engine(AtLeast(len(parts), parts), of).truth is engine(All(parts), of).truth


# --- units


def _in_another_unit(quantity: Quantity, units: tuple[Unit, ...]) -> Quantity:
    """Return a quantity in the next unit of its family that takes it exactly."""
    own = next((unit for unit in units if quantity.unit in (unit.name, *unit.also)), None)
    if own is None:
        return quantity
    family = [unit for unit in units if unit.family == own.family]
    other = family[(family.index(own) + 1) % len(family)]
    return Quantity(quantity.amount.scaled(own.factor / other.factor), other.name, quantity.text)


def _converted(finding: Finding) -> Finding:
    units = CATALOGUE.concepts[finding.concept].units
    value = finding.value
    if isinstance(value, values.Measured):
        value = values.Measured(_in_another_unit(value.quantity, units))
    elif isinstance(value, values.TestResult) and value.quantity is not None:
        value = values.TestResult(value.word, _in_another_unit(value.quantity, units))
    return replace(finding, value=value)


def _in_other_units(of: Chart) -> Chart:
    return replace(of, findings=tuple(_converted(finding) for finding in of.findings))


@EACH_ENGINE
@settings(max_examples=300)
@given(SEEDS)
def test_units_move_nothing(name: str, seed: int) -> None:
    """Each result written in another unit of its family, the laboratory's limits left as they are: the same answer."""
    engine = ENGINES[name]

    def moves(node: Condition, of: Situation) -> bool:
        other = replace(of, chart=_in_other_units(of.chart))
        return _respects(engine(node, of)) != _respects(engine(node, other))

    node, of = case(seed)
    assert not moves(node, of), told(*smallest(node, of, moves))
