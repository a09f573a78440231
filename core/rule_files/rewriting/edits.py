"""Spans of a text that are replaced or taken out, each by itself; whatever lies between them stays byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from core.source_text.lines import Lines
from core.source_text.tree import Entry, Mapping, Scalar, Tree

LISTS = ("inclusion", "exclusion")


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """``text`` in the place of what stands from offset ``start`` to ``end``."""

    start: int
    end: int
    text: str


Group = tuple[Edit, ...]
"""Edits that hold only together."""


def applied(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with its edits made; two that touch the same signs do not occur in one text."""
    parts: list[str] = []
    at = 0
    for edit in sorted(edits):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join((*parts, text[at:]))


def accepted(groups: Sequence[Group], holds: Callable[[list[Edit]], bool]) -> list[Group]:
    """Return the groups of edits with which the file still ``holds``: all of them, else by halves, in their order."""
    kept: list[Group] = []

    def take(some: Sequence[Group]) -> None:
        if not some:
            return
        if holds([edit for group in (*kept, *some) for edit in group]):
            kept.extend(some)
        elif len(some) > 1:
            take(some[: len(some) // 2])
            take(some[len(some) // 2 :])

    take(groups)
    return kept


def start_of(lines: Lines, tree: Tree) -> int:
    """Return the offset at which what was read begins."""
    return lines.offset((tree.span.line, tree.span.column))


def end_of(lines: Lines, tree: Tree) -> int | None:
    """Return the offset behind what stands on one line; None for what goes on in the next one."""
    if isinstance(tree, Scalar):
        is_whole = tree.is_on_one_line and tree.places[-1][0] == tree.span.line
        return lines.offset(tree.places[-1]) + tree.is_quoted if is_whole else None
    end = lines.offset((tree.span.line, tree.span.end))
    start = start_of(lines, tree)
    brackets = "{}" if isinstance(tree, Mapping) else "[]"
    written = lines.text[start:end]
    is_whole = tree.is_flow and written.startswith(brackets[0]) and written.endswith(brackets[1])
    return end if is_whole and written.count(brackets[0]) == written.count(brackets[1]) else None


def taken_out(lines: Lines, mapping: Mapping, key: str) -> Edit | None:
    """Return the edit that takes a key with its value out; None where a comment beside it would lose what it is of."""
    at = next((at for at, entry in enumerate(mapping.entries) if entry.key.text == key), None)
    if at is None:
        return None
    entry = mapping.entries[at]
    end = end_of(lines, entry.value)
    if end is None or entry.value.span.line != entry.key.span.line:
        return None
    return _of_braces(lines, mapping, at, end) if mapping.is_flow else _of_lines(lines, entry, end)


def _of_braces(lines: Lines, mapping: Mapping, at: int, end: int) -> Edit | None:
    entries = mapping.entries
    if at:
        before = end_of(lines, entries[at - 1].value)
        between = "" if before is None else lines.text[before : start_of(lines, entries[at].key)]
        return Edit(before, end, "") if before is not None and between.strip() == "," and "\n" not in between else None
    behind = None if len(entries) == 1 else start_of(lines, entries[1].key)
    between = "\n" if behind is None else lines.text[end:behind]
    if behind is None or between.strip() != "," or "\n" in between:
        return None
    return Edit(start_of(lines, entries[0].key), behind, "")


def _of_lines(lines: Lines, entry: Entry, end: int) -> Edit | None:
    number = entry.key.span.line
    first, behind = lines.starts[number - 1], lines.text.find("\n", end) + 1
    is_alone = lines.line(number).strip(" ") == lines.text[start_of(lines, entry.key) : end]
    is_told = lines.line(number - 1).lstrip(" ").startswith("#")
    return Edit(first, behind, "") if is_alone and behind and not is_told else None


def criteria_of(tree: Mapping) -> Iterator[Mapping]:
    """Yield every criterion of a file that is written out, those of cohorts and blocks among them."""
    for entry in tree:
        if entry.key.text in LISTS:
            yield from _listed(entry.value)
        elif entry.key.text == "blocks" and isinstance(entry.value, Mapping):
            for block in entry.value:
                yield from _listed(block.value)
        elif entry.key.text == "cohorts" and not isinstance(entry.value, Scalar | Mapping):
            for cohort in entry.value:
                for part in cohort if isinstance(cohort, Mapping) else ():
                    yield from _listed(part.value) if part.key.text in LISTS else ()


def _listed(tree: Tree) -> Iterator[Mapping]:
    for item in tree if not isinstance(tree, Scalar | Mapping) else ():
        if isinstance(item, Mapping) and item.get("uses") is None:
            yield item


def line_before_lists(lines: Lines, tree: Mapping, line: str) -> Edit | None:
    """Return the edit that puts a line of the file before its criteria, above the comment that belongs to them."""
    key = next((each.key for each in tree if each.key.text in (*LISTS, "blocks", "cohorts")), None)
    if key is None or tree.is_flow:
        return None
    number = key.span.line
    while lines.line(number - 1).startswith("#"):
        number -= 1
    end = "\r\n" if lines.text[: lines.starts[number - 1]].endswith("\r\n") else "\n"
    return Edit(lines.starts[number - 1], lines.starts[number - 1], f"{line}{end}{end}")
