"""The statements there are. Each file declares one as ``STATEMENT``; a new one is one file and its words."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from core.documents.statements.statement import Statement


@cache
def every_statement() -> tuple[Statement, ...]:
    """Return every statement in its order."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    found: list[Statement] = [import_module(f"{__name__}.{name}").STATEMENT for name in names]
    return tuple(sorted(found, key=lambda statement: statement.order))
