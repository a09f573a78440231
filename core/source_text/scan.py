"""The first look at the bytes of a file: size, encoding, line lengths and signs that nobody can see."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from core.language.said import said
from core.source_text.problem import MOST_PROBLEMS, Problem, Span

MOST_BYTES = 1_000_000
MOST_LINE_CHARACTERS = 2_000

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LONE_CARRIAGE_RETURN = re.compile(r"\r(?!\n)")

# C0 and C1 controls but line feed and the carriage return before it; the two separators that libyaml takes
# for line ends; signs that turn the direction of writing; signs without width; two non-characters.
_DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = "\u200b\u2060\ufeff"
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"
_UNWANTED = re.compile(f"[\t{_CONTROL}{_DIRECTION}{_INVISIBLE}]")
_IS_DIRECTION = re.compile(f"[{_DIRECTION}]")
_IS_INVISIBLE = re.compile(f"[{_INVISIBLE}]")


@dataclass(frozen=True, slots=True)
class Scan:
    """What the first look found.

    ``text`` has a space in place of each refused sign, so that every place stays true and the reading can
    go on to find the rest; it is None where nothing after it could be trusted.
    """

    text: str | None
    problems: tuple[Problem, ...]


def scan(content: bytes, file: str) -> Scan:
    """Look at the bytes of ``file`` before any YAML is read."""
    if len(content) > MOST_BYTES:
        return Scan(None, (_too_large(content, file),))
    if content.startswith(_BYTE_ORDER_MARK):
        return Scan(None, (_byte_order_mark(file),))
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return Scan(None, (_not_utf8(content, error.start, file),))
    lone = _LONE_CARRIAGE_RETURN.search(text)
    if lone is not None:
        return Scan(None, (_lone_carriage_return(text, lone.start(), file),))
    problems = (*_long_lines(text, file), *_unwanted_signs(text, file))
    if any(problem.code == "long-line" for problem in problems) or len(problems) >= MOST_PROBLEMS:
        return Scan(None, problems)
    return Scan(_UNWANTED.sub(" ", text), problems)


def unwanted_sign(text: str) -> str | None:
    """Return words for the first sign of ``text`` (after unquoting) that a file may not hold, or None."""
    found = _UNWANTED.search(text)
    return None if found is None else _sign_in_words(found.group())


def _too_large(content: bytes, file: str) -> Problem:
    line = content.count(b"\n", 0, MOST_BYTES) + 1
    column = MOST_BYTES - (content.rfind(b"\n", 0, MOST_BYTES) + 1) + 1
    return Problem(
        file,
        Span(line, column, column + 1),
        "too-large",
        said(
            "the file has {len} bytes; at most {most_bytes} are read",
            len=f"{len(content):,}",
            most_bytes=f"{MOST_BYTES:,}",
        ),
        "split it into several files",
    )


def _byte_order_mark(file: str) -> Problem:
    return Problem(
        file,
        Span(1, 1, 2),
        "byte-order-mark",
        "the file starts with a byte order mark",
        "save it as UTF-8 without BOM",
    )


def _not_utf8(content: bytes, at: int, file: str) -> Problem:
    start = content.rfind(b"\n", 0, at) + 1
    line = content.count(b"\n", 0, at) + 1
    column = len(content[start:at].decode("utf-8")) + 1
    return Problem(
        file,
        Span(line, column, column + 1),
        "not-utf8",
        said("byte 0x{content} is not UTF-8", content=f"{content[at]:02x}"),
        "save the file with the encoding UTF-8",
    )


def _lone_carriage_return(text: str, at: int, file: str) -> Problem:
    line, column = _place(text, at)
    return Problem(
        file,
        Span(line, column, column + 1),
        "line-end",
        "a carriage return without a line feed",
        "save the file with line ends LF (or CR LF)",
    )


def _long_lines(text: str, file: str) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            file,
            Span(number, MOST_LINE_CHARACTERS + 1, len(line) + 1),
            "long-line",
            said(
                "the line has {len} characters; at most {most_line_characters} are read",
                len=f"{len(line):,}",
                most_line_characters=f"{MOST_LINE_CHARACTERS:,}",
            ),
            "write it on several lines",
        )
        for number, line in enumerate(text.split("\n"), start=1)
        if len(line) > MOST_LINE_CHARACTERS
    )


def _unwanted_signs(text: str, file: str) -> tuple[Problem, ...]:
    """Name the first unwanted sign of each line: one slip of the keyboard is often a hundred tabs."""
    if _UNWANTED.search(text) is None:
        return ()
    found_by_line = (
        _unwanted(file, number, found)
        for number, line in enumerate(text.split("\n"), start=1)
        if (found := _UNWANTED.search(line)) is not None
    )
    return tuple(islice(found_by_line, MOST_PROBLEMS))


def _unwanted(file: str, line: int, found: re.Match[str]) -> Problem:
    sign, column = found.group(), found.start() + 1
    span = Span(line, column, column + 1)
    if sign == "\t":
        return Problem(file, span, "tab", "a tab", "write spaces")
    code = "bidirectional" if _IS_DIRECTION.match(sign) else "control-sign"
    return Problem(file, span, code, _sign_in_words(sign), "delete it and type the text again")


def _sign_in_words(sign: str) -> str:
    number = f"U+{ord(sign):04X}"
    if _IS_DIRECTION.match(sign):
        return said("a sign that turns the direction of writing ({number})", number=number)
    if _IS_INVISIBLE.match(sign):
        return said("an invisible sign ({number})", number=number)
    return said("a control sign ({number})", number=number)


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1
