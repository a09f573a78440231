"""What the parts of a line of a rule file are: keys, and the signs of sentences as their scanner reads them.

A line is painted by itself; what it needs to know of the lines above is one number, the state behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from core.criteria.parsing.scanner import RESERVED, Scanner
from core.rule_files.reading.translations import TEXTS

NOTHING_GOES_ON = -1
"""The state of a line behind which no text goes on."""
_SPOKEN = TEXTS | {"title", "short", "name", "note", "what", "by", "url", "cite", "identifier"}
"""The keys whose values are texts, not sentences of the language."""
_DASHES = re.compile(r" *(?:- +)*(?:-$)?")
_KEY = re.compile(r"""(?:[\w.+-]+|"[^"]*"|'[^']*'):(?= |$)""")
_LANGUAGE_KEY = re.compile(r"(?!id|at|on|is|if|to|of)[a-z]{2}")
"""A language; the two-letter keys of rule files are none."""
_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"?|'(?:[^']|'')*'?""")
_WHOLE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?\b|\d+(?:\.\d+){2,}")
"""A day, or a version: one number to a reader."""
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$")
_IN_FLOW = re.compile(r"(?<=[{,\s])[\w.+-]+:(?= )")
_BLOCK = re.compile(r"[|>][+-]?\d?\s*(?:#.*)?$")


class Part(Enum):
    """What a part of a line is."""

    KEY = "key"
    NAME = "name"
    NUMBER = "number"
    UNIT = "unit"
    OPERATOR = "operator"
    WORD = "word"
    TEXT = "text"
    COMMENT = "comment"


@dataclass(frozen=True, slots=True)
class Painted:
    """A part of a line: offsets in it, ``end`` behind the last sign."""

    start: int
    end: int
    part: Part


def painted(line: str, before: int = NOTHING_GOES_ON) -> tuple[tuple[Painted, ...], int]:
    """Return the parts of a line, and the state behind it; ``before`` is the state behind the line above.

    The state is twice the column of what goes on in deeper lines, and one more if that is a sentence.
    """
    if before >= 0 and (not line.strip() or _indent(line) > before // 2):
        return tuple(_value(line, _indent(line), len(line), is_text=before % 2 == 0)), before
    prefix = _DASHES.match(line)
    start = 0 if prefix is None else prefix.end()
    comment = _COMMENT.match(line, start)
    if comment is not None:
        return (Painted(start, len(line), Part.COMMENT),), NOTHING_GOES_ON
    key = _KEY.match(line, start)
    if key is None:
        at = max(line.rfind("-", 0, start), 0)
        return tuple(_value(line, start, len(line), is_text=False)), _state(line, start, at, is_text=False)
    name = key[0][:-1].strip("\"'")
    is_text = name in _SPOKEN or _LANGUAGE_KEY.fullmatch(name) is not None
    parts = (Painted(start, key.end() - 1, Part.KEY), *_value(line, key.end(), len(line), is_text=is_text))
    return parts, _state(line, key.end(), start, is_text=is_text)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _state(line: str, start: int, column: int, *, is_text: bool) -> int:
    """Return what goes on behind a value; what stands in brackets or has no value yet does not."""
    value = line[start:].strip()
    if not value or value[0] in "{[#":
        return NOTHING_GOES_ON
    return 2 * column + (0 if is_text or _BLOCK.match(value) else 1)


def _value(line: str, start: int, end: int, *, is_text: bool) -> Iterator[Painted]:
    """Yield the parts of a value."""
    start += len(line[start:end]) - len(line[start:end].lstrip())
    comment = _comment_at(line, start)
    end, behind = (end, None) if comment is None else (comment, Painted(comment, end, Part.COMMENT))
    end = start + len(line[start:end].rstrip())
    if line[start : start + 1] in ("{", "["):
        yield from _flow(line, start, end, is_text=is_text)
    elif start < end and (is_text or line[start] in "\"'"):
        yield Painted(start, end, Part.TEXT)
    elif start < end:
        yield from _sentence(line, start, end)
    if behind is not None:
        yield behind


def _comment_at(line: str, start: int) -> int | None:
    """Return where a comment begins behind ``start``: a ``#`` behind a blank and outside of quotation marks."""
    at = start
    is_begin = True
    while at < len(line):
        quoted = _QUOTED.match(line, at) if is_begin else None
        if quoted is not None:
            at = quoted.end()
            continue
        if line[at] == "#" and (at == 0 or line[at - 1] in " \t"):
            return at
        is_begin = line[at] in " {[,"
        at += 1
    return None


def _flow(line: str, start: int, end: int, *, is_text: bool) -> Iterator[Painted]:
    """Yield the parts of what stands in brackets: keys, and between them texts or signs."""
    at, spoken = start, is_text
    for key in _IN_FLOW.finditer(line, start, end):
        yield from _between(line, at, key.start(), is_text=spoken)
        yield Painted(key.start(), key.end() - 1, Part.KEY)
        name = key[0][:-1]
        spoken = is_text or name in _SPOKEN or _LANGUAGE_KEY.fullmatch(name) is not None
        at = key.end()
    yield from _between(line, at, end, is_text=spoken)


def _between(line: str, start: int, end: int, *, is_text: bool) -> Iterator[Painted]:
    if is_text:
        first = start + len(line[start:end]) - len(line[start:end].lstrip("{[ "))
        last = start + len(line[start:end].rstrip("}], "))
        if first < last:
            yield Painted(first, last, Part.TEXT)
        return
    at, end = start, start + len(line[start:end].rstrip("}], "))
    for quoted in _QUOTED.finditer(line, start, end):
        yield from _sentence(line, at, quoted.start())
        yield Painted(quoted.start(), quoted.end(), Part.TEXT)
        at = quoted.end()
    yield from _sentence(line, at, end)


def _sentence(line: str, start: int, end: int) -> Iterator[Painted]:
    """Yield the signs of a sentence, as the scanner of the grammar reads them."""
    scanner = Scanner(line[:end])
    scanner.position = start
    while (token := scanner.peek()).kind != "end":
        whole = _WHOLE.match(line, token.start, end) if token.kind == "number" else None
        if whole is not None:
            scanner.position = whole.end()
            yield Painted(whole.start(), whole.end(), Part.NUMBER)
            continue
        scanner.take()
        match token.kind:
            case "number":
                yield Painted(token.start, token.end, Part.NUMBER)
                unit = scanner.unit(())
                if unit is not None:
                    yield Painted(unit.start, unit.end, Part.UNIT)
            case "titre":
                yield Painted(token.start, token.end, Part.NUMBER)
            case "op":
                yield Painted(token.start, token.end, Part.OPERATOR)
            case "name":
                yield Painted(token.start, token.end, Part.WORD if token.text in RESERVED else Part.NAME)
            case _:
                pass
