"""Where a cursor stands in the text of a rule file: under which keys, in a key or in a value. Half a file is enough."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_LINE = re.compile(r"(?P<indent> *)(?P<dashes>(?:- +)*)(?:-$)?(?:(?P<key>[\w.+-]+):(?= |$))?")
_FLOW_KEY = re.compile(r"([\w.+-]+): *[^{},]*$")
_OPEN = re.compile(r"[{\[]")


@dataclass(frozen=True, slots=True)
class CursorPlace:
    """``path``: the keys above, the outermost first; ``value``: what of the value stands before the cursor.

    ``value`` None: a key is written here, ``beside`` are the keys that stand beside it.
    """

    path: tuple[str, ...]
    value: str | None
    beside: frozenset[str] = frozenset()


def place_at(lines: Sequence[str], number: int, column: int) -> CursorPlace:
    """Return where a cursor stands: line and column from 0."""
    before = lines[number][:column]
    match = _LINE.match(before)
    content = 0 if match is None else len(match["indent"]) + len(match["dashes"])
    content = content if before.strip() else column
    above = _above(lines, number, content)
    key = None if match is None else match["key"]
    if match is None or key is None:
        written = before[content:]
        begun = _continued(lines, number, content)
        if begun is not None:
            outer, value = begun
            return CursorPlace(outer, f"{value} {written}")
        is_value = bool(re.search(r"\s", written.strip())) or written.startswith(("{", "["))
        path, inner = _in_flow(above, written)
        if is_value:
            return CursorPlace(path, inner)
        return CursorPlace(above, None if not written or written.isidentifier() else written, _beside(lines, number))
    path, inner = _in_flow((*above, key), before[match.end() :].lstrip())
    return CursorPlace(path, inner)


def _in_flow(path: tuple[str, ...], written: str) -> tuple[tuple[str, ...], str]:
    """Go into brackets that are open: ``{is: 7`` stands under ``is``, ``[a, b`` behind the last comma."""
    if _OPEN.match(written) is None:
        return path, written
    inside = re.split(r"[{\[,]", written)[-1]
    found = _FLOW_KEY.search(written) if "{" in written else None
    if found is not None:
        return (*path, found[1]), re.split(r": *", inside, maxsplit=1)[-1]
    return path, inside.lstrip()


def _continued(lines: Sequence[str], number: int, content: int) -> tuple[tuple[str, ...], str] | None:
    """Return the keys of the value that goes on in this line, and how it began; None where a line stands for itself."""
    if lines[number].lstrip().startswith("- ") or content == 0:
        return None
    begun: list[str] = []
    for at in range(number - 1, -1, -1):
        line = lines[at]
        match = _LINE.match(line)
        if not line.strip() or line.lstrip().startswith("#") or match is None:
            continue
        start = len(match["indent"]) + len(match["dashes"])
        if match["key"] is None and not match["dashes"]:
            begun.append(line.strip())
            continue
        value = line[match.end() :].strip()
        if start >= content or not value or value.startswith(("{", "[", "#")):
            return None
        path = _above(lines, at, start)
        whole = " ".join((value, *reversed(begun)))
        return (path if match["key"] is None else (*path, match["key"])), whole
    return None


def _above(lines: Sequence[str], number: int, content: int) -> tuple[str, ...]:
    """Return the keys above a line whose own words begin at a column."""
    found: list[str] = []
    deep = content
    for at in range(number - 1, -1, -1):
        if deep == 0:
            break
        match = _LINE.match(lines[at])
        if match is None or match["key"] is None:
            continue
        start = len(match["indent"]) + len(match["dashes"])
        if start < deep:
            found.append(match["key"])
            deep = start
    return tuple(reversed(found))


def _beside(lines: Sequence[str], number: int) -> frozenset[str]:
    """Return the keys of the same mapping that stand above and below a line."""
    match = _LINE.match(lines[number])
    content = 0 if match is None else len(match["indent"]) + len(match["dashes"])
    found: set[str] = set()
    if match is not None and not match["dashes"]:
        found |= _keys(lines, range(number - 1, -1, -1), content, is_up=True)
    return frozenset(found | _keys(lines, range(number + 1, len(lines)), content, is_up=False))


def _keys(lines: Sequence[str], numbers: range, content: int, *, is_up: bool) -> set[str]:
    found: set[str] = set()
    for at in numbers:
        match = _LINE.match(lines[at])
        if not lines[at].strip() or match is None:
            continue
        indent, start = len(match["indent"]), len(match["indent"]) + len(match["dashes"])
        if start < content or (match["dashes"] and indent < content and not is_up):
            break
        if start == content and match["key"] is not None:
            found.add(match["key"])
        if match["dashes"] and indent < content:
            break
    return found
