"""The names of the fields of the language's nodes and values, found once for each kind."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

_KNOWN: dict[type, tuple[str, ...] | None] = {}


def field_names(thing: object) -> tuple[str, ...] | None:
    """Return the names of the fields of a dataclass's thing, None for anything else."""
    kind = type(thing)
    if kind not in _KNOWN:
        _KNOWN[kind] = tuple(each.name for each in fields(kind)) if is_dataclass(kind) else None
    return _KNOWN[kind]
