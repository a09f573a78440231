"""The truth tables of strong Kleene logic, literally."""

from __future__ import annotations

from itertools import product

import pytest

from core.values.truth import Truth, agreed, all_of, any_of, at_least, if_then_else, truth_of

T, F, U = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (T, T, T, T), (T, F, F, T), (T, U, U, T),
        (F, T, F, T), (F, F, F, F), (F, U, F, U),
        (U, T, U, T), (U, F, F, U), (U, U, U, U),
    ],
)  # fmt: skip
def test_all_and_any(left: Truth, right: Truth, both: Truth, either: Truth) -> None:
    assert all_of((left, right)) is both
    assert any_of((left, right)) is either


@pytest.mark.parametrize(("value", "negated"), [(T, F), (F, T), (U, U)])
def test_not(value: Truth, negated: Truth) -> None:
    assert ~value is negated


def test_nothing_at_all() -> None:
    assert all_of(()) is T
    assert any_of(()) is F


@pytest.mark.parametrize(
    ("needed", "parts", "expected"),
    [
        (1, (T, F, F), T), (1, (F, U, F), U), (1, (F, F, F), F),
        (2, (T, T, U), T), (2, (T, U, F), U), (2, (T, F, F), F), (2, (U, U, F), U), (2, (U, F, F), F),
        (3, (T, T, T), T), (3, (T, T, U), U), (3, (T, U, U), U), (3, (T, T, F), F), (3, (U, U, F), F),
    ],
)  # fmt: skip
def test_at_least(needed: int, parts: tuple[Truth, ...], expected: Truth) -> None:
    assert at_least(needed, parts) is expected


@pytest.mark.parametrize("parts", list(product((T, F, U), repeat=3)))
def test_at_least_one_is_any_and_at_least_three_is_all(parts: tuple[Truth, ...]) -> None:
    assert at_least(1, parts) is any_of(parts)
    assert at_least(3, parts) is all_of(parts)


@pytest.mark.parametrize(
    ("condition", "then", "otherwise", "expected"),
    [
        (T, T, F, T), (T, F, T, F), (T, U, T, U),
        (F, T, F, F), (F, F, T, T), (F, T, U, U),
        (U, T, T, T), (U, F, F, F), (U, T, F, U), (U, U, T, U), (U, U, U, U),
    ],
)  # fmt: skip
def test_when_then_else(condition: Truth, then: Truth, otherwise: Truth, expected: Truth) -> None:
    assert if_then_else(condition, then, otherwise) is expected


@pytest.mark.parametrize(
    ("values", "expected"), [((T, T), T), ((F, F, F), F), ((T, F), U), ((T, U), U), ((), U), ((U,), U)]
)
def test_agreed(values: tuple[Truth, ...], expected: Truth) -> None:
    assert agreed(values) is expected


def test_truth_of_a_plain_answer() -> None:
    assert truth_of(bool(1)) is T
    assert truth_of(bool(0)) is F
    assert T.is_known
    assert not U.is_known
