"""Plain values written as YAML on one line are read back as they are, whatever an author called an example."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.assurance.probing.plain import Plain, flow, plain_of
from core.source_text.reading import read_text

NAMES = (
    "too young, with an infection",
    "fever and cough",
    "or",
    "x (y)",
    "a = b",
    "how long?",
    "no",
    "",
    "null",
    "NaN",
    "~",
    "1:2",
    "- x",
    "x # y",
    "a: b",
    "it's",
    '"q"',
    "2026-11-30",
    "[x]",
    "{x}",
    "a\\b",
    "Größe",
)
_PLAIN: st.SearchStrategy[Plain] = st.recursive(
    st.sampled_from(NAMES) | st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S")), max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["like", "name", "on"]), inner),
    max_leaves=6,
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_read_back(name: str) -> None:
    assert_read_back(["first", name])


@given(_PLAIN)
def test_what_is_written_is_read_back(value: Plain) -> None:
    assert_read_back(["first", value])


def assert_read_back(value: Plain) -> None:
    found, problems = read_text(f"written: {flow(value)}\n".encode(), "")
    assert problems == ()
    assert found is not None
    assert plain_of(found) == {"written": value}


@pytest.mark.parametrize("text", ["too young", "2026-11-30", "5 mg/day", "3.5 10^9/L", "sle", "true"])
def test_what_needs_no_quotes_has_none(text: str) -> None:
    assert flow(text) == text
