"""A length of time one unit shorter and longer; the longer of two for the shorter; "more than" for "at least"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.criteria.scope import Scope
from core.criteria.values import ExtremeSpan, HalfLives, Lasting
from core.values.duration import Duration


def mutate(part: object, _scope: Scope) -> Iterator[object]:
    """Yield the lengths beside a length."""
    match part:
        case Duration() | HalfLives():
            yield from (replace(part, count=count) for count in (part.count - 1, part.count + 1) if count > 0)
        case ExtremeSpan():
            yield replace(part, which="shorter" if part.which == "longer" else "longer")
        case Lasting():
            yield replace(part, is_more=not part.is_more)
        case _:
            return
