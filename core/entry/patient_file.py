"""Patient files as statements and back: what is taken in is what can be given out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeGuard

from core.entry.statement import IDENTITY, KEYED, LISTED, SINGLE, Plain, Statement
from core.source_text import tree

_NOT_STATED = frozenset({"format", "id"})


def statements_of(file: tree.Mapping) -> tuple[Statement, ...]:
    """Return the entries of a patient file one by one, in the order of the file."""
    return tuple(statement for entry in file for statement in _statements(entry.key.text, entry.value))


def _statements(section: str, value: tree.Tree) -> Iterator[Statement]:
    if section in _NOT_STATED:
        return
    if section in IDENTITY or (section in SINGLE and section != "planned"):
        yield Statement.of(section, plain_of(value))
    elif section == "planned" or section in KEYED:
        yield from _keyed(section, value)
    elif section in LISTED:
        items = value.items if isinstance(value, tree.Sequence) else (value,)
        yield from (Statement.of(section, plain_of(item)) for item in items)
    else:
        items = value.items if _is_list_of_results(value) else (value,)
        yield from (Statement.of(section, _as_finding(plain_of(item))) for item in items)


def _as_finding(content: Plain) -> Plain:
    """The short forms of a file say the same as the long one."""
    return content if isinstance(content, dict) else {"value": content}


def _keyed(section: str, value: tree.Tree) -> Iterator[Statement]:
    for entry in value if isinstance(value, tree.Mapping) else ():
        items = entry.value.items if isinstance(entry.value, tree.Sequence) else (entry.value,)
        yield from (Statement.of(section, plain_of(item), entry.key.text) for item in items)


def _is_list_of_results(value: tree.Tree) -> TypeGuard[tree.Sequence]:
    """True for several results of one concept, as against the codes of one."""
    return isinstance(value, tree.Sequence) and any(isinstance(item, tree.Mapping) for item in value)


def plain_of(value: tree.Tree) -> Plain:
    """Return a tree without its places."""
    if isinstance(value, tree.Scalar):
        return value.text
    if isinstance(value, tree.Sequence):
        return [plain_of(item) for item in value]
    return {entry.key.text: plain_of(entry.value) for entry in value}


def file_of(patient_id: str, statements: Iterable[Statement]) -> dict[str, Plain]:
    """Return the statements as one patient file, ready to be written as YAML or JSON."""
    written: dict[str, Plain] = {"format": "1", "id": patient_id}
    for statement in statements:
        section, key, content = statement.section, statement.key, statement.plain
        if section in IDENTITY or (section in SINGLE and not key):
            written[section] = content
        elif section in SINGLE:
            _inner(written, section)[key] = content
        elif section in KEYED:
            _append(_inner(written, section), key, content)
        else:
            _append(written, section, content)
    return written


def _inner(written: dict[str, Plain], section: str) -> dict[str, Plain]:
    inner = written.setdefault(section, {})
    return inner if isinstance(inner, dict) else {}


def _append(written: dict[str, Plain], key: str, content: Plain) -> None:
    items = written.setdefault(key, [])
    if isinstance(items, list):
        items.append(content)
