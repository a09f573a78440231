"""The words that no name may be are those of the language."""

from __future__ import annotations

import pytest

from core.catalogue.reserved import KEYWORDS, is_name
from core.criteria.parsing.scanner import RESERVED


def test_the_catalogue_and_the_language_reserve_the_same_words() -> None:
    """Two lists, since the catalogue stands below the language; one truth."""
    assert KEYWORDS == RESERVED


@pytest.mark.parametrize("name", ["sledai_2k", "A", "II", "_x", "anti_Sm", "within_reach"])
def test_names(name: str) -> None:
    """Letters, digits and underscores."""
    assert is_name(name)


@pytest.mark.parametrize("name", ["within", "ULN", "days", "mg", "x", "2k", "a-b", "a b", ""])
def test_no_names(name: str) -> None:
    """Words of the language, units, and what is not a word."""
    assert not is_name(name)
