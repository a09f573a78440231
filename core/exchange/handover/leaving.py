"""What leaves of a patient: the entries of the record one by one, and what of them a format could not say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.birth import BIRTH_DATE
from core.entry.statement import Plain, Statement

OF_PATIENT = ("number", "name", BIRTH_DATE, "sex")
"""What says who somebody is: it stands with the patient and in no entry."""


@dataclass(frozen=True, slots=True)
class Left:
    """Something a format could not say: of which entry (``creatinine``, ``treatments: rituximab``), which parts."""

    entry: str
    parts: tuple[str, ...]

    @property
    def text(self) -> str:
        """The entry with its parts, in a line."""
        return f"{self.entry}: {', '.join(self.parts)}" if self.parts else self.entry


@dataclass(frozen=True)
class Leaving:
    """A patient: the statements of the record, and what they are called."""

    id: str
    statements: Sequence[Statement]
    catalogue: Catalogue

    def text(self, section: str) -> str:
        """Return the text of a section that holds one, the last one that was stated."""
        found = [each.plain for each in self.statements if each.section == section]
        return found[-1] if found and isinstance(found[-1], str) else ""

    def concept(self, statement: Statement) -> Concept | None:
        """Return the concept of a finding."""
        return self.catalogue.concept(statement.section)


def said(content: Plain, key: str) -> str:
    """Return a text of an entry, "" where there is none."""
    found = content.get(key) if isinstance(content, dict) else None
    return found if isinstance(found, str) else ""


def value_of(content: Plain) -> str:
    """Return what a finding says: its value, else why there is none."""
    return content if isinstance(content, str) else said(content, "value") or said(content, "absent")


def rest(content: Plain, known: Sequence[str]) -> tuple[str, ...]:
    """Return the parts of an entry that are not among the known ones."""
    return tuple(sorted(set(content) - set(known))) if isinstance(content, dict) else ()
