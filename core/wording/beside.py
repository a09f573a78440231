"""Two files side by side in words: what both ask of, and what one of them alone does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from core.language.phrases import Phrases
from core.screening.beside import Side, Topic, beside
from core.screening.judgements import Judgement
from core.wording.listing import CriterionRow, FileRow, criterion_row, file_row
from core.wording.names import name_of

_MOST_NAMED = 3


class Asking(Enum):
    """Which of two files asks."""

    BOTH = "both"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class BesideRow:
    """One topic: its name ("" where it is a question of the file's own), and the criteria of each file about it."""

    asking: Asking
    topic: str
    left: tuple[CriterionRow, ...]
    right: tuple[CriterionRow, ...]


@dataclass(frozen=True, slots=True)
class BesideTable:
    """The two files as the list of results has them, and the topics: first those of both."""

    left: FileRow
    right: FileRow
    rows: tuple[BesideRow, ...]

    def of(self, asking: Asking) -> tuple[BesideRow, ...]:
        """Return the topics of both files, or of one alone."""
        return tuple(row for row in self.rows if row.asking is asking)


def beside_table(left: Side, right: Side, phrases: Phrases) -> BesideTable:
    """Return two files beside each other, as they were judged for one patient."""
    one, other = (file_row(each.screening, each.compiled, phrases) for each in (left, right))
    return BesideTable(one, other, tuple(_row(topic, left, right, phrases) for topic in beside(left, right)))


def _row(topic: Topic, left: Side, right: Side, phrases: Phrases) -> BesideRow:
    asking = Asking.BOTH if topic.is_shared else Asking.LEFT if topic.left else Asking.RIGHT
    rows = (tuple(_told(judged, side, phrases)) for judged, side in ((topic.left, left), (topic.right, right)))
    return BesideRow(asking, _named(topic, left if topic.left else right, phrases), *rows)


def _told(judged: tuple[Judgement, ...], side: Side, phrases: Phrases) -> Iterator[CriterionRow]:
    return (criterion_row(each, side.screening, side.compiled, phrases) for each in judged)


def _named(topic: Topic, side: Side, phrases: Phrases) -> str:
    scope = side.compiled.checked.scope
    named = [name_of(name, scope, phrases) for name in topic.names if name != "consent"]
    more = len(named) - _MOST_NAMED
    told = ", ".join(named[:_MOST_NAMED])
    return phrases.say("beside-more", names=told, count=more) if more > 0 else told
