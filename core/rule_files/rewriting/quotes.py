"""Quotation marks without which a text reads the same, here and in every other program that reads YAML."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from core.rule_files.rewriting.edits import Edit, Group, end_of, start_of
from core.source_text.lines import Lines
from core.source_text.tree import Entry, Mapping, Scalar, Tree

_FIRST = frozenset("-?:,[]{}#&*!|>'\"%@`")
_ANYWHERE = frozenset('\\"\t\n')
_IN_BRACES = frozenset("[]{},")


def unquoted(lines: Lines, tree: Mapping) -> list[Group]:
    """Return for each text in quotation marks that needs none the edit that leaves them out.

    A number, a date or a yes in quotation marks keeps them: without them other programs read no text there.
    """
    found: list[Group] = []
    for scalar, is_in_braces in _texts(tree):
        end = end_of(lines, scalar)
        is_parted = is_in_braces and bool(_IN_BRACES & set(scalar.text))
        if scalar.is_quoted and not is_parted and end is not None and _is_plain(scalar):
            found.append((Edit(start_of(lines, scalar), end, scalar.text),))
    return found


def _texts(tree: Tree, *, is_in_braces: bool = False) -> Iterator[tuple[Scalar, bool]]:
    """Yield every text and whether it stands in braces or brackets, where a comma would part it."""
    if isinstance(tree, Scalar):
        yield tree, is_in_braces
        return
    inner = is_in_braces or tree.is_flow
    for part in tree:
        if isinstance(part, Entry):
            yield part.key, inner
            yield from _texts(part.value, is_in_braces=inner)
        else:
            yield from _texts(part, is_in_braces=inner)


def _is_plain(scalar: Scalar) -> bool:
    text = scalar.text
    if not text or text != text.strip() or text[0] in _FIRST or _ANYWHERE & set(text):
        return False
    if ": " in text or " #" in text or text.endswith(":") or not text.isprintable():
        return False
    return bool(yaml.safe_load(text) == text)
