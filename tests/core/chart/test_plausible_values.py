"""Ranges hold in every unit of a concept; numbers keep their digits; a refused value is never clamped."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue.concept import Concept, Kind, Unit
from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.reading.plausibility import objection_to
from core.chart.reading.whole import read_patient
from core.chart.values import Measured
from core.source_text.problem import Problem
from core.values.quantity import Quantity, parse_quantity

MEASURED = tuple(
    concept for concept in load_catalogue().of_kind(Kind.NUMBER) if concept.units and concept.possible is not None
)


def in_unit(number: Decimal, unit: Unit) -> Quantity:
    """Return a number of the concept's first unit as it is typed in another."""
    quantity = parse_quantity(f"{(number / unit.factor):.6f} {unit.name}")
    assert quantity is not None
    return quantity


def objection_code(concept: Concept, number: Decimal, unit: Unit) -> str:
    objection = objection_to(concept, in_unit(number, unit), unit)
    return "" if objection is None else objection.code


@pytest.mark.parametrize("concept", MEASURED, ids=lambda concept: concept.id)
def test_a_range_holds_in_every_unit(concept: Concept) -> None:
    """Far above what is possible is refused, the middle of what is usual is taken, whatever the unit."""
    for unit in (unit for unit in concept.units if unit.family == concept.units[0].family):
        possible, plausible = concept.possible, concept.plausible or concept.possible
        assert possible is not None
        assert plausible is not None
        if possible.high is not None:
            assert objection_code(concept, possible.high * 2, unit) == "impossible"
        if plausible.low is not None and plausible.high is not None:
            assert objection_code(concept, (plausible.low + plausible.high) / 2, unit) == ""
        assert objection_code(concept, Decimal(-1), unit) == "impossible"


def read(text: str) -> tuple[Chart | None, tuple[Problem, ...]]:
    return read_patient(f"format: 1\nid: row\n{text}\n".encode(), "row.yaml", load_catalogue())


@given(number=st.decimals(min_value="0.2", max_value="8", places=3))
def test_digits_are_kept(number: Decimal) -> None:
    """A creatinine is kept as it was typed, in the unit it was typed in."""
    chart, problems = read(f"creatinine: {number} mg/dL")
    assert problems == ()
    assert chart is not None
    (finding,) = chart.of("creatinine")
    assert isinstance(finding.value, Measured)
    assert finding.value.quantity.text == f"{number} mg/dL"
    assert str(finding.value.quantity.amount.low) == str(number)


@given(number=st.decimals(min_value="41", max_value="999999", places=1))
def test_nothing_is_clamped(number: Decimal) -> None:
    """A creatinine nobody can have gives no chart, and the reason names the range."""
    chart, problems = read(f"creatinine: {number} mg/dL")
    assert chart is None
    assert [problem.code for problem in problems] == ["impossible"]


def test_an_unusual_value_is_taken_with_a_warning() -> None:
    chart, problems = read("creatinine: 9.9 mg/dL")
    assert chart is not None
    assert len(chart.of("creatinine")) == 1
    assert [(problem.code, problem.is_error) for problem in problems] == [("implausible", False)]
