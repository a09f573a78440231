"""Where something is typed: the name of a field, as drafts, undo and the screen call it."""

from __future__ import annotations

from dataclasses import dataclass


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
    def name(self) -> str:
        """The field as one text, for the store."""
        return f"{self.section}|{self.key}|{self.row}"

    @staticmethod
    def named(name: str) -> Field:
        """Return the field with this name."""
        section, key, row = name.split("|")
        return Field(section, key, row)
