"""A draft: what is being typed in a field and not yet recorded."""

from __future__ import annotations

from dataclasses import dataclass

from core.entry.statement import Statement
from core.entry.typed import Typed, Understood


@dataclass(frozen=True, slots=True)
class Draft:
    """The text as typed, what it was understood to be, and the statement it would make where it was."""

    text: str
    typed: Typed
    statement: Statement | None = None
    replaces: int | None = None

    @property
    def is_understood(self) -> bool:
        """True if leaving the field records it."""
        return isinstance(self.typed, Understood) and self.statement is not None
