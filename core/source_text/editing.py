"""Changing one text of a file and leaving every other byte as it was; the hash of what a file says."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from core.errors import KriterionError
from core.source_text.lines import Lines
from core.source_text.problem import Span
from core.source_text.reading import read_text
from core.source_text.scan import unwanted_sign
from core.source_text.tree import Mapping, Scalar, Tree
from core.source_text.walking import scalars

_BLOCK_SIGNS = frozenset("|>")
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n"})


def replace_span(content: bytes, scalar: Scalar, new_text: str) -> bytes:
    """Return ``content`` with ``new_text`` as the text of ``scalar``, which was read from it.

    The way of writing (bare, single or double quotation marks) is kept where the new text can be read back from
    it with all other texts unchanged; otherwise it is put into double quotation marks. A block text becomes one
    line. Raises KriterionError for signs that no file may hold (``core.source_text.scan``).
    """
    sign = unwanted_sign(new_text)
    if sign is not None:
        raise KriterionError(f"the text holds {sign}, which no file may hold")
    text = content.decode("utf-8")
    before, inner, after = _around(Lines(text), scalar)
    tree, problems = read_text(content, "")
    wanted = None if tree is None else _texts_with(tree, scalar, new_text)
    for written in _ways(text[len(before) : len(before) + 1], scalar, new_text):
        candidate = f"{before}{written}{inner}{after}".encode()
        if wanted is not None and _reads_as(candidate, wanted, len(problems)):
            return candidate
    return f"{before}{_double_quoted(new_text)}{inner}{after}".encode()


def replace_between(content: bytes, span: Span, new_text: str, wanted: Sequence[str]) -> bytes:
    """Return ``content`` with ``new_text`` in the place of ``span``, every other byte as it was.

    ``wanted`` is what the texts that the span touches read as then; all others must stay. Raises KriterionError where
    the file would read otherwise.
    """
    text = content.decode("utf-8")
    lines = Lines(text)
    start, end = lines.offset((span.line, span.column)), lines.offset((span.line, span.end))
    candidate = f"{text[:start]}{new_text}{text[end:]}".encode()
    tree, problems = read_text(content, "")
    if tree is not None and unwanted_sign(new_text) is None and "\n" not in new_text:
        before, behind = _beside(tree, span)
        if _reads_as(candidate, [*before, *wanted, *behind], len(problems)):
            return candidate
    raise KriterionError("the file would read otherwise elsewhere")


def _beside(tree: Tree, span: Span) -> tuple[list[str], list[str]]:
    """Return the texts that end before a span and those that begin behind it."""
    start, end = (span.line, span.column), (span.line, span.end)
    before = [each.text for each in scalars(tree) if each.places[-1] <= start and each.places[0] < start]
    return before, [each.text for each in scalars(tree) if each.places[0] >= end]


def canonical_hash(tree: Tree) -> str:
    """Return the SHA-256 (hexadecimal) of what a file says, whatever its layout.

    Comments, line ends, indentation, flow or block style, quotation marks and the order of keys do not count; the
    order of a list does. The texts themselves count sign by sign.
    """
    written = json.dumps(content_of(tree), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode("ascii")).hexdigest()


Content = str | list["Content"] | dict[str, "Content"]


def content_of(tree: Tree) -> Content:
    """Return what a tree says, as texts, lists and mappings."""
    if isinstance(tree, Scalar):
        return tree.text
    if isinstance(tree, Mapping):
        return {entry.key.text: content_of(entry.value) for entry in tree}
    return [content_of(item) for item in tree]


def _around(lines: Lines, scalar: Scalar) -> tuple[str, str, str]:
    """Return what stands before the text, what of it must stay (a comment behind ``|``), and what follows."""
    start = lines.offset((scalar.span.line, scalar.span.column))
    end = lines.offset(scalar.places[-1])
    if scalar.is_quoted:
        return lines.text[:start], "", lines.text[end + 1 :]
    if not _is_block(lines.text[start : start + 1], scalar):
        return lines.text[:start], "", lines.text[end:]
    header = lines.line(scalar.span.line)[scalar.span.column - 1 :]
    return lines.text[:start], header.lstrip("|>+-"), lines.text[end:]


def _is_block(first_sign: str, scalar: Scalar) -> bool:
    return first_sign in _BLOCK_SIGNS and scalar.places[0][0] > scalar.span.line


def _ways(first_sign: str, scalar: Scalar, new_text: str) -> tuple[str, ...]:
    """Return the ways to write the text that keep the author's own, first the one to be tried first."""
    if scalar.is_quoted and first_sign == "'" and "\n" not in new_text:
        return ("'" + new_text.replace("'", "''") + "'",)
    if scalar.is_quoted or "\n" in new_text:
        return ()
    return (new_text,)


def _double_quoted(text: str) -> str:
    return '"' + text.translate(_ESCAPED) + '"'


def _texts_with(tree: Tree, changed: Scalar, new_text: str) -> list[str]:
    return [new_text if each.span == changed.span else each.text for each in scalars(tree)]


def _reads_as(candidate: bytes, wanted: list[str], most_problems: int) -> bool:
    tree, problems = read_text(candidate, "")
    return tree is not None and len(problems) <= most_problems and [each.text for each in scalars(tree)] == wanted
