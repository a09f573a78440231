"""Nearly every change of a shipped file is noticed by its examples; drawn by seed, all of them with KRITERION_WHOLE."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.catalogue.reading import load_catalogue
from core.use_cases.load_rules import rule_paths, shipped_places
from core.use_cases.mutate_files import ENOUGH, mutate_file
from tests.drawn import drawn

FILES = drawn(rule_paths(shipped_places()), 8, "mutation scores")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_examples_notice_enough(path: Path) -> None:
    found = mutate_file(path, load_catalogue())
    assert found.problems == ()
    assert found.verdicts is not None
    assert found.verdicts.score >= ENOUGH
