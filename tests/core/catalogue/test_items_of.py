"""A score that takes another's items: one table, and every slip is named."""

from __future__ import annotations

import pytest

from core.catalogue.reading import load_catalogue, read_catalogue
from core.catalogue.shipped import shipped_files

FILE = "rules/scores/sle.yaml"


def problems_with(old: str, new: str) -> list[str]:
    """Return what is said of the shipped catalogue with one text changed."""
    files = dict(shipped_files())
    text = files[FILE].decode("utf-8")
    assert text.count(old) == 1
    files[FILE] = text.replace(old, new).encode("utf-8")
    return [problem.message for problem in read_catalogue(files)[1]]


def test_selena_has_the_items_of_sledai_2k() -> None:
    """The very same, with weights, groups and labels."""
    concepts = load_catalogue().concepts
    assert concepts["selena_sledai"].items == concepts["sledai_2k"].items
    assert len(concepts["selena_sledai"].items) == 24


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("items_of: sledai_3k", "sledai_3k"),
        ("items_of: pga_sle", "'pga_sle' lists no items of its own"),
        ("items_of: selena_sledai", "'selena_sledai' lists no items of its own"),
        (
            'items_of: sledai_2k\n    items: [{id: a_thing, weight: 1, label: {en: "A", de: "A"}}]',
            "a score lists its items or names another's, not both",
        ),
    ],
)
def test_slips_are_named(new: str, said: str) -> None:
    """A score that is not there, has no items, is itself, or items beside another's."""
    assert any(said in message for message in problems_with("items_of: sledai_2k", new))
