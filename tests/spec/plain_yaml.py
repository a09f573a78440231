"""A tree written back as YAML: on one line, or in lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.source_text.flow_text import sentence_sign
from core.source_text.tree import Mapping, Scalar, Sequence, Tree

_PLAIN = re.compile(r"[A-Za-z0-9_.%/^+-][A-Za-z0-9_.%/^+: -]*")


def on_one_line(tree: Tree) -> str:
    """Return a tree in braces; what would be cut there is quoted."""
    if isinstance(tree, Scalar):
        return _quoted(tree)
    if isinstance(tree, Sequence):
        return f"[{', '.join(on_one_line(item) for item in tree)}]"
    return f"{{{inside(tree)}}}"


def inside(tree: Mapping) -> str:
    """Return the keys and values of a mapping without its braces."""
    return ", ".join(f"{entry.key.text}: {on_one_line(entry.value)}" for entry in tree)


def _quoted(scalar: Scalar) -> str:
    is_plain = _PLAIN.fullmatch(scalar.text) is not None and ": " not in scalar.text and not scalar.text.endswith(":")
    if is_plain and not scalar.is_quoted and sentence_sign(scalar.text) is None:
        return scalar.text
    return f'"{scalar.text}"'


def in_lines(tree: Tree, indent: str = "") -> Iterator[str]:
    """Yield the lines of a tree as a rule file would hold it; lists and texts without structure stay on one line."""
    if isinstance(tree, Scalar):
        yield indent + tree.text
    elif isinstance(tree, Mapping):
        for entry in tree:
            yield from _entry(entry.key.text, entry.value, indent)
    else:
        for item in tree:
            lines = list(in_lines(item, indent + "  "))
            yield f"{indent}- {lines[0].strip()}"
            yield from lines[1:]


def _entry(key: str, value: Tree, indent: str) -> Iterator[str]:
    if isinstance(value, Scalar):
        yield f"{indent}{key}: {value.text}"
    elif value.is_flow:
        yield f"{indent}{key}: {on_one_line(value)}"
    else:
        yield f"{indent}{key}:"
        yield from in_lines(value, indent + "  ")
