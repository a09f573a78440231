"""``and`` for ``or``, ``any of`` for ``each of``; a branch without its other side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.criteria.nodes import All, AnyOf, WhenThen
from core.criteria.scope import Scope
from core.criteria.values import Several, Which


def mutate(part: object, _scope: Scope) -> Iterator[object]:
    """Yield the part joined the other way."""
    match part:
        case All(parts) if len(parts) > 1:
            yield AnyOf(parts)
        case AnyOf(parts) if len(parts) > 1:
            yield All(parts)
        case WhenThen(when, then, otherwise) if otherwise is not None:
            yield WhenThen(when, then)
            yield WhenThen(when, otherwise, then)
        case WhenThen(_, then):
            yield then
        case Which() if len(part.names) > 1:
            yield replace(part, mode="each" if part.mode == "any" else "any")
        case Several() if len(part.names) > 1 and part.mode != "at_least":
            yield replace(part, mode="each" if part.mode == "any" else "any")
        case _:
            return
