"""What a rule file says once its short forms are put in: the same hash, however it is written."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, cast

from core.criteria.scope import Scope
from core.rule_files.rule_file import RuleFile
from core.source_text import tree as written
from core.source_text.problem import Span

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_Plain = str | list["_Plain"] | None

_NOT_SAID: Mapping[type, frozenset[str]] = {
    RuleFile: frozenset({"file", "hash", "places", "origin"}),
    Scope: frozenset({"catalogue", "results"}),  # a window named for all has been put into each sentence
}
"""What of an object is its layout, its place or where it was found."""


def said_hash(rule_file: RuleFile) -> str:
    """Return the SHA-256 (hexadecimal) of everything that was read of a file: criteria, words, examples, sources.

    It is the canonical hash of the file with ``default`` and ``results`` put into each criterion and its sentences of
    consent and promise taken apart; comments, layout, quotation marks and places do not count.
    """
    plain = json.dumps(_plain(rule_file), ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode("ascii")).hexdigest()


def _plain(part: object) -> _Plain:
    match part:
        case None | Span():
            return None
        case str():
            return part
        case written.Scalar():
            return ["text", part.text]
        case Enum():
            return [type(part).__name__, str(part.value)]
        case bool() | int() | Decimal() | date():
            return [type(part).__name__, str(part)]
        case _:
            return _compound(part)


def _compound(part: object) -> _Plain:
    if is_dataclass(part) and not isinstance(part, type):
        return _object(part)
    if isinstance(part, Mapping):
        named = cast("Mapping[object, object]", part)
        pairs: list[_Plain] = [[_plain(key), _plain(value)] for key, value in named.items()]
        return sorted(pairs, key=str)
    if isinstance(part, frozenset | set):
        return sorted((_plain(each) for each in cast("Iterable[object]", part)), key=str)
    if isinstance(part, tuple | list):
        return [_plain(each) for each in cast("Iterable[object]", part)]
    message = f"nobody said how {type(part).__name__} is compared"
    raise TypeError(message)


def _object(part: DataclassInstance) -> _Plain:
    left_out = _NOT_SAID.get(type(part), frozenset())
    names = [each.name for each in fields(part) if each.name not in left_out]
    if isinstance(part, written.Mapping):  # the order of keys says nothing, nor whether they stand in braces
        return sorted(([entry.key.text, _plain(entry.value)] for entry in part), key=str)
    if isinstance(part, written.Sequence):
        return [_plain(each) for each in part]
    return [type(part).__name__, *(_plain(getattr(part, name)) for name in names)]
