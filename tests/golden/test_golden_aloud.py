"""The example rule file read aloud, as lines, in each language, is what it was.

After a wanted change: ``python -m tests.golden.test_golden_aloud`` writes the files anew; read the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from core.catalogue.reading import load_catalogue
from core.criteria.printing.aloud import outline
from core.discovery import rules_path
from core.engine.judgement.situation import Days
from core.language.phrases import LANGUAGES, Phrases
from core.rule_files.reading.whole import read_rule_file

FOLDER = Path(__file__).parent / "aloud"
FILE = "example-sle-cart-01.yaml"
ON = date(2026, 6, 1)


def _lines(language: str) -> Iterator[str]:
    path = rules_path("protocols") / FILE
    rule_file = read_rule_file(path.read_bytes(), FILE, load_catalogue()).rule_file
    assert rule_file is not None
    assert rule_file.scope is not None
    phrases, scope = Phrases(language), rule_file.scope
    days = Days(ON, dict.fromkeys(scope.anchors, ON))
    for criterion in rule_file.criteria:
        yield f"{criterion.id}:"
        asked = (criterion.condition, criterion.applies_when, criterion.unless)
        for condition in (each for each in asked if each is not None):
            for known in (None, days):
                yield from (f"  {'  ' * depth}{text}" for depth, text in outline(condition, scope, phrases, known))


def aloud(language: str) -> str:
    """Return the golden file of a language as it is now: each condition without dates, then with them."""
    return "\n".join(_lines(language)) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_is_read_as_it_was(language: str) -> None:
    """Words that patients are judged by do not change unseen."""
    assert aloud(language) == (FOLDER / f"example.{language}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    for each in LANGUAGES:
        (FOLDER / f"example.{each}.txt").write_text(aloud(each), encoding="utf-8")
