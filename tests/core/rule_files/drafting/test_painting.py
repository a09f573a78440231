"""The parts of a line: no two overlap, and what goes on in the next line is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.discovery import rules_path, yaml_files
from core.rule_files.drafting.painting import NOTHING_GOES_ON, Part, painted
from tests.drawn import drawn
from ui.desktop.pages.rules.highlighting import colours, units_before
from ui.desktop.theme.tokens import THEMES, contrast

FILES = yaml_files(rules_path("protocols"))
READABLE = 4.5


def parts(line: str, before: int = NOTHING_GOES_ON) -> list[tuple[str, str]]:
    return [(line[each.start : each.end], each.part.value) for each in painted(line, before)[0]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "    require: haemoglobin >= 8 g/dL within 28 days   # why",
            [
                ("require", "key"),
                ("haemoglobin", "name"),
                (">=", "operator"),
                ("8", "number"),
                ("g/dL", "unit"),
                ("within", "word"),
                ("28", "number"),
                ("days", "unit"),
                ("# why", "comment"),
            ],
        ),
        ("    text: At least 8 g/dL", [("text", "key"), ("At least 8 g/dL", "text")]),
        ("    title: 'a # b'  # c", [("title", "key"), ("'a # b'", "text"), ("# c", "comment")]),
        ("date: 2026-01-15", [("date", "key"), ("2026-01-15", "number")]),
        ("version: 1.10.0", [("version", "key"), ("1.10.0", "number")]),
        ("  - id: age", [("id", "key"), ("age", "name")]),
        ("windows: {scan: 14 days}", [("windows", "key"), ("scan", "key"), ("14", "number"), ("days", "unit")]),
        ("- on prednisone", [("on", "word"), ("prednisone", "name")]),
        ("# a remark", [("# a remark", "comment")]),
        ("", []),
    ],
)  # fmt: skip
def test_parts_of_a_line(line: str, expected: list[tuple[str, str]]) -> None:
    assert parts(line) == expected


def test_a_text_goes_on_and_ends() -> None:
    _, state = painted("    text: one")
    assert parts("      two 3", state) == [("two 3", "text")]
    assert parts("    source: a", painted("      two 3", state)[1])[0] == ("source", "key")


def test_a_sentence_goes_on() -> None:
    _, state = painted("      - sledai_2k >= 8")
    assert parts("        and has sle", state) == [("and", "word"), ("has", "word"), ("sle", "name")]


@pytest.mark.parametrize("path", drawn(FILES, 12, "painting"), ids=lambda path: path.stem)
def test_no_part_overlaps_another(path: Path) -> None:
    state = NOTHING_GOES_ON
    for line in path.read_text("utf-8").split("\n"):
        found, state = painted(line, state)
        ends = [0, *(each.end for each in found)]
        assert all(each.start >= end for each, end in zip(found, ends, strict=False)), line
        assert all(each.start < each.end <= len(line) for each in found), line


@pytest.mark.parametrize("name", sorted(THEMES))
def test_every_colour_can_be_read(name: str) -> None:
    theme = THEMES[name]
    assert set(colours(theme)) == set(Part)
    assert min(contrast(colour, theme.surface) for colour in colours(theme).values()) >= READABLE


def test_signs_beyond_the_first_plane_count_twice_in_qt() -> None:
    assert units_before("a😀b", 2) == 3
    assert units_before("äb", 2) == 2
