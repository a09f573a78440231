"""Sign the review of a rule file: the same bytes but for the version, the review, and one line of the changelog."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from core.errors import WorldError
from core.source_text.reading import read_text
from core.source_text.tree import Mapping, Scalar, Sequence, Tree


@dataclass(frozen=True, slots=True)
class SignedReview:
    """Who reviewed a file, when, and when the next review is due: days as typed (2026-11-22), due "" for never."""

    by: str
    on: str
    next_due: str = ""

    def refuse(self, today: date) -> None:
        """Raise WorldError where there is no name, no day, or a day that cannot be."""
        if not self.by.strip():
            raise WorldError("review-no-name")
        on = _day(self.on)
        if on > today:
            raise WorldError("review-later")
        if self.next_due and _day(self.next_due) <= on:
            raise WorldError("review-due-before")


def reviewed_version(version: str) -> str:
    """Return the version of a reviewed file: above its own, and below the next that its authors write."""
    return f"{version}.1" if version.count(".") >= _PARTS - 1 else reviewed_version(f"{version}.0")


_PARTS = 3


def with_review(content: bytes, review: SignedReview) -> bytes:
    """Return the content of a rule file as its reviewed version; WorldError names the key that cannot be changed.

    Line ends, comments, order and every other byte stay as they are.
    """
    tree, _ = read_text(content, "")
    if not isinstance(tree, Mapping):
        raise WorldError("review-cannot", key="format")
    lines = content.decode("utf-8").splitlines(keepends=True)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    version = tree.get("version")
    if not isinstance(version, Scalar) or version.is_quoted or not version.is_on_one_line:
        raise WorldError("review-cannot", key="version")
    above = reviewed_version(version.text)
    told = {
        "version": above,
        "date": review.on,
        "by": _quoted(review.by),
        "source": "review",
        "what": _quoted(f"Reviewed by {review.by.strip()}"),
    }
    by = {"by": _quoted(review.by), "on": review.on, **({"next_due": review.next_due} if review.next_due else {})}
    # from the end to the beginning, so that the places before stay right
    edits = [
        _edit_of_version(version, above),
        _edit_of_review(tree, lines, f"reviewed: {_flow(by)}{end}"),
        _edit_of_changelog(tree, lines, _flow(told), version.span.line, end),
    ]
    for edit in sorted(edits, key=lambda each: each.start, reverse=True):
        if edit.column is None:
            lines[edit.start : edit.stop] = [edit.text]
        else:
            line, (start, stop) = lines[edit.start], edit.column
            lines[edit.start] = line[:start] + edit.text + line[stop:]
    return "".join(lines).encode("utf-8")


@dataclass(frozen=True, slots=True)
class _Edit:
    """Lines ``start`` to ``stop`` become a text, or only the ``column`` of the first of them."""

    start: int
    stop: int
    text: str
    column: tuple[int, int] | None = None


def _edit_of_version(version: Scalar, above: str) -> _Edit:
    span = version.span
    return _Edit(span.line - 1, span.line, above, (span.column - 1, span.end - 1))


def _edit_of_review(tree: Mapping, lines: list[str], written: str) -> _Edit:
    start, stop = _lines_of(tree, "reviewed", len(lines))
    while stop > start + 1 and lines[stop - 1].strip()[:1] in ("", "#"):  # these belong to what follows
        stop -= 1
    if any("#" in line for line in lines[start:stop]) or not lines[stop - 1].endswith("\n"):
        raise WorldError("review-cannot", key="reviewed")
    return _Edit(start, stop, written)


def _edit_of_changelog(tree: Mapping, lines: list[str], told: str, after: int, end: str) -> _Edit:
    changelog = tree.get("changelog")
    if changelog is None:
        return _Edit(after, after, f"changelog:{end}  - {told}{end}")
    first = changelog.items[0] if isinstance(changelog, Sequence) and changelog.items else None
    at = -1 if first is None else _line_of(first) - 1
    indent, dash, _ = lines[at].partition("-") if at >= 0 else ("x", "", "")
    if indent.strip() or not dash:
        raise WorldError("review-cannot", key="changelog")
    return _Edit(at, at, f"{indent}- {told}{end}")


def _lines_of(tree: Mapping, key: str, count: int) -> tuple[int, int]:
    """Return the lines of a key of the file: from its own to that of the next."""
    starts = [entry.key.span.line - 1 for entry in tree] + [count]
    found = next((at for at, entry in enumerate(tree) if entry.key.text == key), None)
    if found is None:
        raise WorldError("review-cannot", key=key)
    return starts[found], starts[found + 1]


def _line_of(tree: Tree) -> int:
    if isinstance(tree, Mapping) and tree.entries:
        return tree.entries[0].key.span.line
    return tree.span.line


def _flow(told: dict[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in told.items()) + "}"


def _quoted(text: str) -> str:
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError as error:
        raise WorldError("review-no-day", day=written) from error
