"""A section of the record is declared once: next to nothing else holds its name as text."""

from __future__ import annotations

import ast
from collections.abc import Mapping

import pytest

from core.chart.sections import every_section
from tests.architecture.program_sources import PROGRAM, sources

DECLARATIONS = ("core/chart/sections/", "core/chart/words.py", "core/chart/birth.py")
"""Where sections are declared, and their names where others need one."""
MOST = 3
"""So many files may hold the name of a section besides its own."""

OTHER_WORDS: Mapping[str, str] = {
    "number": "a token of the rule language, the code of a problem",
    "name": "a key of macros, tokens and problems",
    "note": "a key of rule files and schedules, a column of rows",
    "age": "a concept, a word of schedules",
    "results": "a word of the rule language, a phrase",
    "sex": "a role of the catalogue",
    "infusion": "a decision point",
    "planned": "a reason for stopping",
    "site": "somebody who is asked, a key of rule files",
}
"""Names that mean something else as well, so that counting them tells nothing."""


def files_naming(name: str) -> list[str]:
    """Return the files of the program in which the name of a section stands as a text of its own."""
    return sorted(
        {
            source.path
            for source in sources(*PROGRAM)
            if not source.path.startswith(DECLARATIONS)
            for node in ast.walk(source.tree)
            if isinstance(node, ast.Constant) and node.value == name
        }
    )


@pytest.mark.parametrize("name", [each.id for each in every_section() if each.id not in OTHER_WORDS])
def test_few_files_know_a_section_by_its_name(name: str) -> None:
    found = files_naming(name)
    print(f"{name}: {len(found)} {found}")
    assert len(found) <= MOST
