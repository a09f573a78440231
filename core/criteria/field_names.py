"""What stands inside the language's nodes and values: names of fields, found once for each kind, and every text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import cast

from core.source_text.problem import Span

_KNOWN: dict[type, tuple[str, ...] | None] = {}


def field_names(thing: object) -> tuple[str, ...] | None:
    """Return the names of the fields of a dataclass's thing, None for anything else."""
    kind = type(thing)
    if kind not in _KNOWN:
        _KNOWN[kind] = tuple(each.name for each in fields(kind)) if is_dataclass(kind) else None
    return _KNOWN[kind]


def words_in(value: object) -> Iterator[str]:
    """Yield every text that stands anywhere inside."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Span):  # places in the file, of which there are the most, hold no name
        return
    elif (names := field_names(value)) is not None:
        for name in names:
            yield from words_in(getattr(value, name))
    elif isinstance(value, Mapping):
        named = cast("Mapping[object, object]", value)
        for pair in named.items():
            yield from words_in(pair)
    elif isinstance(value, tuple | list | frozenset | set):
        for inner in cast("Iterable[object]", value):
            yield from words_in(inner)
