"""A window counted from another decision point, or to the other side of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.criteria.scope import Scope
from core.criteria.values import Lasting, OnDay, Stretch, Within


def mutate(part: object, scope: Scope) -> Iterator[object]:
    """Yield the window with the next decision point in place of its own."""
    match part:
        case Within() | OnDay() | Stretch() | Lasting() if part.anchor in scope.anchors:
            at = scope.anchors.index(part.anchor)
            yield replace(part, anchor=scope.anchors[(at + 1) % len(scope.anchors)])
        case _:
            return
