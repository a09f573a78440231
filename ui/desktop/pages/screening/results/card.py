"""How a row is drawn: a badge with sign and word, a title with a line below it, words on the right."""

from __future__ import annotations

from dataclasses import dataclass

from core.wording.listing import CriterionRow, FileRow


@dataclass(frozen=True, slots=True)
class Card:
    """The parts of one row. ``badge`` is narrow where it holds a sign alone; its word then stands below the title.

    ``button`` is what can be done about the row, "" for nothing.
    """

    tone: str
    badge: str
    title: str
    below: str
    right: str
    is_badge_narrow: bool = False
    button: str = ""


def file_card(row: FileRow) -> Card:
    """Return how a file is drawn."""
    below = " · ".join(part for part in (row.rest, row.usual, row.cohorts, row.below) if part)
    return Card(row.tone, f"{row.sign} {row.word}", row.title, below, row.way)


def criterion_card(row: CriterionRow) -> Card:
    """Return how a criterion is drawn."""
    right = "\n".join(part for part in ("\n".join(row.evidence), row.ending) if part)
    below = f"{row.verdict} · {row.below}"
    return Card(row.tone, row.sign, row.text, below, right, is_badge_narrow=True, button=row.act)
