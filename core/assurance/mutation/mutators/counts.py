"""At least one less, at least one more; drugs counted as groups or lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.criteria.nodes import AtLeast, Received, Repeated, Therapy
from core.criteria.scope import Scope
from core.criteria.values import Domains, Several


def mutate(part: object, scope: Scope) -> Iterator[object]:
    """Yield the part with each count beside its own."""
    match part:
        case AtLeast() | Domains() | Repeated():
            yield from (replace(part, needed=count) for count in _beside(part.needed))
        case Several() if part.mode == "at_least":
            most = sum(len(scope.members(name)) for name in part.names)
            yield from (replace(part, needed=count) for count in _beside(part.needed) if count <= most)
        case Received():
            yield from (replace(part, times=count) for count in _beside(part.times))
        case Therapy() if part.at_least:
            yield from (replace(part, at_least=count) for count in _beside(part.at_least))
        case _:
            return


def _beside(count: int) -> tuple[int, ...]:
    return tuple(each for each in (count - 1, count + 1) if each > 0)
