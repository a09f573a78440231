"""What is written is read: a random chart, written as a patient file, comes back the same."""

from __future__ import annotations

import json

from hypothesis import given, settings

from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from tests.core.chart.random_patients import CATALOGUE, Json, patients


@given(drawn=patients())
@settings(max_examples=100)
def test_a_random_chart_is_read_back(drawn: tuple[Chart, dict[str, Json]]) -> None:
    chart, tree = drawn
    read, problems = read_patient(json.dumps(tree, indent=1).encode(), "random.json", CATALOGUE)
    assert problems == ()
    assert read == chart


@given(drawn=patients())
@settings(max_examples=30)
def test_the_order_of_the_keys_says_nothing(drawn: tuple[Chart, dict[str, Json]]) -> None:
    """Only the order of the findings of different concepts follows the file."""
    chart, tree = drawn
    turned = json.dumps(dict(reversed(tree.items())), indent=1).encode()
    read, problems = read_patient(turned, "random.json", CATALOGUE)
    assert problems == ()
    assert read is not None
    assert read.by_ref == chart.by_ref
