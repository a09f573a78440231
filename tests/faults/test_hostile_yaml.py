"""Hostile files: each is refused at the line, with a code, and without an exception.

``benchmarks/hostile_inputs.py`` measures the same files: milliseconds and megabytes.
"""

from __future__ import annotations

import pytest

from benchmarks.hostile_files import HOSTILE_FILES, HostileFile
from core.source_text.caret import print_problem
from core.source_text.reading import read_text


def test_there_are_seventeen() -> None:
    """Each once."""
    assert len({each.name for each in HOSTILE_FILES}) == len(HOSTILE_FILES) == 17


@pytest.mark.parametrize("hostile", HOSTILE_FILES, ids=lambda each: each.name)
def test_refused_at_the_line(hostile: HostileFile) -> None:
    """The first problem has the code and the line of the attack, and it can be printed."""
    content = hostile.make()
    _, problems = read_text(content, "hostile.yaml")
    assert (problems[0].code, problems[0].span.line) == (hostile.code, hostile.line)
    assert all(each.is_error for each in problems)
    lines = content.decode("utf-8", errors="replace").split("\n")
    for problem in problems:
        assert all(sign.isprintable() or sign == "\n" for sign in print_problem(problem, lines))


@pytest.mark.parametrize(
    "content", [b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"a: \xf0\x9f", b"%", b"!", b"&", b"*", b"{", b"'"]
)
def test_fragments_raise_nothing(content: bytes) -> None:
    """The shortest broken files."""
    _, problems = read_text(content, "hostile.yaml")
    assert problems != ()
