"""A negation left out, put in, turned round."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.criteria.nodes import Not, State
from core.criteria.scope import Scope
from core.criteria.values import Domains, Items


def mutate(part: object, _scope: Scope) -> Iterator[object]:
    """Yield the part with the other sense."""
    match part:
        case Not(inner):
            yield inner
        case State():
            yield replace(part, is_not=not part.is_not)
        case Domains() if part.names:
            yield replace(part, is_other_than=not part.is_other_than)
        case Items():
            yield replace(part, mode="only" if part.mode == "without" else "without")
        case _:
            return
