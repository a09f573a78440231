"""Typical slips of an author: each is found at its place, and nearly always with what to write instead.

The slips are in ``slips.yaml``; the place is counted from the edit, never typed by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from core.catalogue.reading import load_catalogue
from core.discovery import rules_path
from core.rule_files.reading.whole import read_rule_file
from core.source_text.problem import Problem

FILE = "example-sle-cart-01.yaml"
TEXT = (rules_path("protocols") / FILE).read_text(encoding="utf-8")
END = "END"
LEAST, LEAST_WITH_HINT = 40, 0.8


@dataclass(frozen=True, slots=True)
class Slip:
    """``find`` becomes ``write``; the problem of ``code`` stands at ``marked`` inside it, and hints at ``hint``."""

    name: str
    find: str
    write: str
    code: str
    marked: str
    hint: str
    with_others: str = ""
    without: str = ""

    @property
    def text(self) -> str:
        """The text that is edited."""
        return TEXT.replace(f"{self.without}\n", "") if self.without else TEXT


def slips() -> tuple[Slip, ...]:
    """Return the slips of the table."""
    listed: list[dict[str, str]] = yaml.load(
        (Path(__file__).parent / "slips.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return tuple(Slip(**each) for each in listed)


SLIPS = slips()


def problems_of(text: str) -> tuple[Problem, ...]:
    """Return what the check says of a text of a rule file."""
    return read_rule_file(text.encode(), FILE, load_catalogue()).problems


def place(slip: Slip) -> tuple[str, tuple[int, int, int]]:
    """Return the edited text and the place of what is marked: line, column, column behind it."""
    assert slip.find in slip.text, f"{slip.name}: '{slip.find}' does not stand in the file"
    at = slip.text.index(slip.find)
    edited = slip.text[:at] + slip.write + slip.text[at + len(slip.find) :]
    if slip.marked == END:
        start = edited.index("\n", at)
        width = 1
    else:
        start = at + _word_at(slip.write, slip.marked)
        width = len(slip.marked)
    line_start = edited.rfind("\n", 0, start) + 1
    column = start - line_start + 1
    return edited, (edited.count("\n", 0, start) + 1, column, column + width)


def _word_at(text: str, marked: str) -> int:
    """Return where a word stands in a text; the last time it does, since slips stand behind what is right."""
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(marked)}(?!\w)", text)]
    return found[-1] if found else text.index(marked)


@pytest.mark.parametrize("slip", SLIPS, ids=[slip.name for slip in SLIPS])
def test_a_slip_is_found_at_its_place(slip: Slip) -> None:
    """Code, line, columns and hint; and nothing else is reported, which the author would have to see through."""
    edited, expected = place(slip)
    problems = problems_of(edited)
    found = {(problem.code, (problem.span.line, problem.span.column, problem.span.end)) for problem in problems}
    assert (slip.code, expected) in found, problems
    problem = next(each for each in problems if each.code == slip.code)
    assert slip.hint in problem.hint
    assert len(problems) == 1 or slip.with_others, problems


def test_the_file_itself_has_no_problem() -> None:
    """Each slip is the only one in its file."""
    assert problems_of(TEXT) == ()


def test_most_slips_say_what_to_write() -> None:
    """At least four in five come with a hint; there are at least forty."""
    hints = [bool(problem.hint) for slip in SLIPS for problem in problems_of(place(slip)[0])[:1]]
    assert len(hints) >= LEAST
    assert sum(hints) >= LEAST_WITH_HINT * len(hints)
