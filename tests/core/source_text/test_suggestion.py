"""A misspelt word finds the word that was meant, or nothing."""

from __future__ import annotations

import pytest

from core.source_text.suggestion import nearest

DRUGS = ("rituximab", "tocilizumab", "obinutuzumab", "ciclosporin", "mycophenolate_mofetil", "ck", "alt")


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("rituximb", "rituximab"),
        ("Rituximab", "rituximab"),
        ("riutximab", "rituximab"),
        ("cyclosporine", "ciclosporin"),
        ("mycofenolate_mofetil", "mycophenolate_mofetil"),
        ("warfarin", None),
        ("xy", None),
        ("", None),
    ],
)
def test_nearest(word: str, expected: str | None) -> None:
    """Few slips for the length of the word, case aside."""
    assert nearest(word, DRUGS) == expected


def test_of_equals_the_first_in_the_alphabet() -> None:
    """The answer does not hang on the order of the candidates."""
    assert nearest("anti_s", ["anti_z", "anti_a"]) == nearest("anti_s", ["anti_a", "anti_z"]) == "anti_a"


def test_no_candidates() -> None:
    """Nothing to suggest."""
    assert nearest("rituximab", []) is None
