"""Patients of examples as plain texts, lists and mappings: changed, compared with another, read, written as YAML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from core.chart.words import ANSWERS
from core.source_text import tree
from core.source_text.problem import NOWHERE
from core.source_text.reading import read_text

Plain = str | list["Plain"] | dict[str, "Plain"]

_BARE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.%/+^()<>=-]*(?: [A-Za-z0-9_.%/+^()<>=-]+)*")
_ESCAPED = str.maketrans({"\\": "\\\\", '"': '\\"'})


def plain_of(value: tree.Tree) -> Plain:
    """Return a tree without its places."""
    if isinstance(value, tree.Scalar):
        return value.text
    if isinstance(value, tree.Sequence):
        return [plain_of(item) for item in value]
    return {entry.key.text: plain_of(entry.value) for entry in value}


def mapping_of(values: Mapping[str, Plain]) -> tree.Mapping:
    """Return plain values as a tree that stands nowhere."""
    return tree.Mapping(tuple(tree.Entry(_scalar(key), _tree(value)) for key, value in values.items()), NOWHERE, True)


def _tree(value: Plain) -> tree.Tree:
    if isinstance(value, str):
        return _scalar(value)
    if isinstance(value, list):
        return tree.Sequence(tuple(map(_tree, value)), NOWHERE, is_flow=True)
    return mapping_of(value)


def _scalar(text: str) -> tree.Scalar:
    return tree.Scalar(text, NOWHERE, is_quoted=False, places=tree.PlacesOnLine(1, 1, len(text) + 1))


def changes_between(base: Mapping[str, Plain], now: Mapping[str, Plain]) -> dict[str, Plain]:
    """Return what an example writes below ``like`` to make the one patient of the other; nothing can be taken away."""
    found: dict[str, Plain] = {}
    for key, value in now.items():
        before = base.get(key)
        if value == before:
            continue
        if isinstance(value, list) and isinstance(before, list) and before and value[: len(before)] == before:
            found[f"{key}+"] = value[len(before) :]
        elif isinstance(value, dict) and isinstance(before, dict) and key in (ANSWERS, "site") and before:
            found[f"{key}+"] = {name: each for name, each in value.items() if before.get(name) != each}
        else:
            found[key] = value
    return found


def flow(value: Plain | Sequence[Plain] | Mapping[str, Plain]) -> str:
    """Return a value as YAML on one line."""
    if isinstance(value, str):
        return value if _BARE.fullmatch(value) and _reads_back(value) else f'"{value.translate(_ESCAPED)}"'
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {flow(each)}" for key, each in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]"


def _reads_back(text: str) -> bool:
    """True if the reader of rule files takes a text inside braces for itself, and has nothing to say of it."""
    found, problems = read_text(f"[{text}]".encode(), "")
    items = found.items if isinstance(found, tree.Sequence) else ()
    return not problems and [item.text for item in items if isinstance(item, tree.Scalar)] == [text]
