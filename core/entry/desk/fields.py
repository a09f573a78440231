"""What the desk holds and shows: fields, the cells of a row, statements that stand, drafts, how a field stands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from core.entry.statement import Statement
from core.entry.typed import Typed, Understood

_PANEL = "panel"
"""The row of what is answered in a panel: a draft of its own beside the field, recorded by the panel's button alone."""


@dataclass(frozen=True, slots=True)
class Field:
    """One place to type in.

    ``section`` and ``key`` are those of the statement it makes. ``row`` tells the rows of a list apart: the number
    of the statement it corrects, or a word of its own while it is new ("" where a section has one field).
    """

    section: str
    key: str = ""
    row: str = ""

    @property
    def panel(self) -> Field:
        """The field of the panel that asks its score input by input."""
        return Field(self.section, self.key, _PANEL)

    @property
    def is_panel(self) -> bool:
        """True for what is answered in a panel: leaving anything does not record it."""
        return self.row == _PANEL

    @property
    def name(self) -> str:
        """The field as one text, for the store."""
        return f"{self.section}|{self.key}|{self.row}"

    @staticmethod
    def named(name: str) -> Field:
        """Return the field with this name."""
        section, key, row = name.split("|")
        return Field(section, key, row)


def cells_of(text: str) -> dict[str, str]:
    """Return the cells of a row's text; of none, none."""
    if not text:
        return {}
    found: dict[str, str] = json.loads(text)
    return found


def text_of(cells: Mapping[str, str]) -> str:
    """Return the one text of a row; a row without any cell is an empty text."""
    written = {name: text for name, text in cells.items() if text.strip()}
    return json.dumps(written, ensure_ascii=False, sort_keys=True) if written else ""


@dataclass(frozen=True, slots=True)
class Kept:
    """A statement of the record that was not retracted. ``id`` is its number there."""

    id: int
    statement: Statement
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """What the record is asked to take: a new statement, in the place of another where ``replaces`` is its number.

    ``statement`` None only takes back.
    """

    statement: Statement | None
    replaces: int | None = None
    reason: str = ""


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


@dataclass(frozen=True, slots=True)
class OfferedText:
    """Words of an offer and the text the field takes when it is accepted."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class FieldState:
    """One field as it stands. ``note`` says the other unit and how old it is; ``unit`` is that of the text.

    ``day`` is that of what is on record, as it is written in the language, "" where there is none.

    ``text`` is what is typed in; ``brief`` is what stands there while nobody types: without the unit that the box
    beside the field shows and without what the note says. ``warning`` says a doubt, a refusal or a choice.
    ``is_stale``: a rule file wants a newer one. ``standing`` says of what is not on record that it is a draft.

    ``is_waiting`` is true while the text is not a value yet: nothing is recorded on leaving.
    """

    text: str
    note: str = ""
    unit: str = ""
    warning: str = ""
    offers: tuple[OfferedText, ...] = ()
    is_draft: bool = False
    is_waiting: bool = False
    is_recorded: bool = False
    brief: str = ""
    is_stale: bool = False
    day: str = ""
    standing: str = ""

    @property
    def beside(self) -> str:
        """Everything that stands beside the text, for readers who cannot see where."""
        return " · ".join(part for part in (self.standing, self.day, self.warning or self.note) if part)
