"""The safety reports there are. Each file declares one as ``PAPER``; a new one is one file and its words."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from core.documents.safety.paper import SafetyPaper


@cache
def every_safety_paper() -> tuple[SafetyPaper, ...]:
    """Return every safety report in its order."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    found: list[SafetyPaper] = [import_module(f"{__name__}.{name}").PAPER for name in names]
    return tuple(sorted(found, key=lambda paper: paper.order))
