"""No case and no pattern without a row: 53 cases the meaning must settle, 53 patterns seen in published trials."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.spec.tables import rows
from tests.spec.whole_files import paths, written_examples

CASES = frozenset(f"G{number}" for number in range(1, 54))
PATTERNS = frozenset(f"pattern {number}" for number in range(1, 54))
_NAMED = re.compile(r"test_(g\d+)_")


def named_tests() -> frozenset[str]:
    """Return the cases that tests of this folder are named after."""
    found: set[str] = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match = _NAMED.match(node.name) if isinstance(node, ast.FunctionDef) else None
            if match is not None:
                found.add(match[1].upper())
    return frozenset(found)


def shown() -> frozenset[str]:
    """Return every case and pattern that a row or an example of a whole file names."""
    of_rows = {case for row in rows() for case in row.cases}
    of_files = {case for path in paths() for example in written_examples(path) for case in example.cases}
    return frozenset(of_rows | of_files)


def test_every_case_of_the_language_has_a_row_or_a_named_test() -> None:
    assert sorted(CASES - shown() - named_tests()) == []


def test_every_pattern_of_published_trials_has_a_row() -> None:
    assert sorted(PATTERNS - shown()) == []


def test_no_row_names_a_case_that_is_not_there() -> None:
    known = CASES | PATTERNS
    unknown = {case for case in shown() if not case.startswith("rule ")} - known
    assert unknown == set()


def test_every_unknown_row_says_why() -> None:
    silent = [row.name for row in rows() if row.expected.truth == "unknown" and not row.expected.causes]
    assert silent == []
