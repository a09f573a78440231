"""The kinds of paper. Each file declares one, or a family of them, as ``KINDS``; they are found by walking."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from core.use_cases.papers.kind import PaperKind


@cache
def every_kind() -> tuple[PaperKind, ...]:
    """Return every kind in the order in which they are offered."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    found: list[PaperKind] = [kind for name in names for kind in import_module(f"{__name__}.{name}").KINDS]
    return tuple(sorted(found, key=lambda kind: kind.order))


def kind_called(name: str) -> PaperKind:
    """Return a kind by its id; KeyError where there is none."""
    return {kind.id: kind for kind in every_kind()}[name]
