"""Patient files as statements and back: what is taken in is what can be given out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeGuard

from core.chart.sections import Shape, section_of
from core.entry.statement import Plain, Statement
from core.source_text import tree

_NOT_STATED = frozenset({"format", "id"})


def statements_of(file: tree.Mapping) -> tuple[Statement, ...]:
    """Return the entries of a patient file one by one, in the order of the file."""
    return tuple(statement for entry in file for statement in _statements(entry.key.text, entry.value))


def _statements(section: str, value: tree.Tree) -> Iterator[Statement]:
    if section in _NOT_STATED:
        return
    declared = section_of(section)
    if declared.shape is Shape.ONE:
        yield Statement.of(section, plain_of(value))
    elif declared.shape is not Shape.LIST:
        yield from _keyed(section, value)
    elif declared.id == section:
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
        match section_of(section).shape:
            case Shape.ONE:
                written[section] = content
            case Shape.BY_KEY:
                _inner(written, section)[key] = content
            case Shape.VERSIONS:
                _append(_inner(written, section), key, content)
            case Shape.LIST:
                _append(written, section, content)
    return written


def _inner(written: dict[str, Plain], section: str) -> dict[str, Plain]:
    inner = written.setdefault(section, {})
    return inner if isinstance(inner, dict) else {}


def _append(written: dict[str, Plain], key: str, content: Plain) -> None:
    items = written.setdefault(key, [])
    if isinstance(items, list):
        items.append(content)
