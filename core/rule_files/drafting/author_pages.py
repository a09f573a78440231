"""The pages for authors of rule files, and which part of them explains the key or word where a cursor stands.

A part explains the keys that its list items begin with (``- `at`: …``), and the words of the language in the sentences
that the rows of its tables begin with. There is no other list: what a page explains is read off the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from core.criteria.parsing.scanner import RESERVED
from core.language.shipped_pages import pages
from core.rule_files.drafting.completing import holds_sentence, is_place
from core.rule_files.drafting.place import place_at

_FENCE = "```"
_HEADING = re.compile(r"#{1,6} +(.+)")
_ITEM = re.compile(r"- ((?:`[a-z_]+`(?:, )?)+)")
_ROW = re.compile(r"\| `([^`]+)` \|")
_WORD = re.compile(r"\w+")
_WORD_BEFORE = re.compile(r"\w*$")
_WORD_BEHIND = re.compile(r"\w*:?")


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading: the keys that are explained there, and the words of the sentences."""

    heading: str
    keys: frozenset[str]
    words: frozenset[str]


def author_pages(language: str) -> tuple[str, ...]:
    """Return the pages in their order, as Markdown; each one that a language lacks in English."""
    return pages("authors", language)


@cache
def parts(language: str) -> tuple[Part, ...]:
    """Return the parts of all pages, one after the other: as many as there are headings."""
    return tuple(part for page in author_pages(language) for part in parts_of(page))


def parts_of(page: str) -> Iterator[Part]:
    """Yield the parts of one page."""
    heading, lines = "", list[str]()
    is_code = False
    for line in page.splitlines():
        is_code ^= line.startswith(_FENCE)
        match = None if is_code else _HEADING.match(line)
        if match is not None:
            if heading:
                yield _part(heading, lines)
            heading, lines = match[1], []
        elif not is_code:
            lines.append(line)
    if heading:
        yield _part(heading, lines)


def _part(heading: str, lines: Sequence[str]) -> Part:
    keys = (key for line in lines if (item := _ITEM.match(line)) for key in _WORD.findall(item[1]))
    words = (word for line in lines if (row := _ROW.match(line)) for word in _WORD.findall(row[1]))
    return Part(heading, frozenset(keys), frozenset(words) & RESERVED)


def part_at(lines: Sequence[str], number: int, column: int, language: str) -> int:
    """Return the number of the part that explains what stands at a place (line and column from 0), 0 for the top.

    A word of a sentence comes first, then the key of the line, then the keys above it.
    """
    line = lines[number]
    before, behind = _WORD_BEFORE.search(line[:column]), _WORD_BEHIND.match(line[column:])
    rest = "" if behind is None else behind[0]
    path = place_at(lines, number, column + len(rest)).path
    word = f"{'' if before is None else before[0]}{rest}"
    return part_explaining(parts(language), path, word if holds_sentence(path) else "")


def part_explaining(found: Sequence[Part], path: Sequence[str], word: str = "") -> int:
    """Return the number of the part on a word of a sentence, else on the innermost key that any part explains, else 0.

    Of several parts on a key, the one that explains the key above it as well; without such a one the first, but not on
    a key that the schema does not have there (``since`` of a patient is not that of a limit).
    """
    for at, part in enumerate(found):
        if word in part.words:
            return at
    explained = frozenset(key for part in found for key in part.keys)
    for deep in range(len(path), 0, -1):
        key = path[deep - 1]
        above = next((each for each in reversed(path[: deep - 1]) if each in explained), "")
        on = [at for at, part in enumerate(found) if key in part.keys]
        below = [at for at in on if above in found[at].keys]
        if below or (on and is_place(path[:deep])):
            return (below or on)[0]
    return 0
