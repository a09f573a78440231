"""A problem as the author of a file sees it: place, message, the line, a caret below, a hint."""

from __future__ import annotations

import re
from collections.abc import Sequence

from core.source_text.problem import Problem

_CONTEXT_WIDTH = 110
_ELLIPSIS = "…"
# signs that would move the cursor, hide or turn text on a terminal: an author must see that they are there
_UNSHOWN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
_LAST_OF_TWO_DIGITS = 0xFF


def visible(text: str) -> str:
    """Return ``text`` with control, direction and invisible signs written as escapes (as in JSON)."""
    return _UNSHOWN.sub(lambda found: _escape(found.group()), text)


def print_problem(problem: Problem, lines: Sequence[str]) -> str:
    """Return the problem in words with its line and a caret; ``lines`` are the lines of the file.

    A long line is shown around the place only. A problem whose line is not in ``lines`` prints no line.
    """
    span = problem.span
    head = f"{visible(problem.file)}:{span.line}:{span.column}: {visible(problem.message)}"
    parts = [head, *_line_with_caret(problem, lines)]
    if problem.hint:
        parts.append(f"    hint: {visible(problem.hint)}")
    return "\n".join(parts)


def _line_with_caret(problem: Problem, lines: Sequence[str]) -> tuple[str, ...]:
    span = problem.span
    if not 1 <= span.line <= len(lines):
        return ()
    line = lines[span.line - 1].rstrip("\r\n")
    start = min(span.column - 1, len(line))
    end = min(max(span.end - 1, start + 1), max(len(line), start + 1))
    line, start, end = _shortened(line, start, end)
    before, marked, after = visible(line[:start]), visible(line[start:end]), visible(line[end:])
    shown = before + marked + after
    indent = len(shown) - len(shown.lstrip(" "))
    indent = min(indent, len(before))
    # the house's form: the line at ten columns, whatever its own indentation
    return (
        " " * 10 + shown[indent:].rstrip(),
        " " * (10 + len(before) - indent) + "^" * max(len(marked), 1),
    )


def _shortened(line: str, start: int, end: int) -> tuple[str, int, int]:
    """Cut a long line to the part around the place."""
    if len(line) <= _CONTEXT_WIDTH:
        return line, start, end
    first = max(0, start - _CONTEXT_WIDTH // 2)
    last = min(len(line), first + _CONTEXT_WIDTH)
    left = _ELLIPSIS if first else ""
    right = _ELLIPSIS if last < len(line) else ""
    by = len(left) - first
    return left + line[first:last] + right, start + by, min(end, last) + by


def _escape(sign: str) -> str:
    number = ord(sign)
    return f"\\x{number:02x}" if number <= _LAST_OF_TWO_DIGITS else f"\\u{number:04x}"
