"""The rows of the list: visits, and what the plan asks beside them, each in the words of the program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from core.follow_up.following import Followed, FollowedVisit, State
from core.follow_up.said import VISIT, Place
from core.wording.followed import SIGNS, TONES, FollowedWords

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole
"""What a row shows, for whoever draws it."""

DUE, VISITS, BESIDE, CHANGES = "due", "visits", "beside", "changes"
LISTS = (DUE, VISITS, BESIDE, CHANGES)
"""What the list can show."""


@dataclass(frozen=True, slots=True)
class FollowRow:
    """One row. ``items`` are what is recorded there, ``place`` stands for all of it (None: nothing to record)."""

    sign: str
    tone: str
    word: str
    beside: str
    title: str
    below: str
    days: str = ""
    items: tuple[Followed, ...] = ()
    place: Place | None = None

    @property
    def spoken(self) -> str:
        """The row in one line."""
        return ", ".join(part for part in (self.title, self.word, self.beside, self.days, self.below) if part)


@dataclass(frozen=True)
class FollowRows:
    """Everything the page shows of one plan, made where nobody waits for it."""

    words: FollowedWords
    lists: Mapping[str, tuple[FollowRow, ...]]

    def of(self, place: Place | None) -> FollowRow | None:
        """Return the row of a place, wherever it stands."""
        every = (*self.lists[VISITS], *self.lists[BESIDE], *self._things)
        return next((each for each in every if each.place == place), None)

    @cached_property
    def _things(self) -> tuple[FollowRow, ...]:
        return tuple(item_row(each, self.words) for row in self.lists[VISITS] for each in row.items)


def follow_rows(words: FollowedWords) -> FollowRows:
    """Return the rows of every list."""
    found = words.following
    visits = {id(each): visit_row(each, words) for each in found.visits}
    due = (*found.overdue, *found.this_week, *found.next)
    return FollowRows(
        words,
        {
            DUE: (
                *(visits[id(each)] for each in due),
                *(item_row(each, words) for each in found.standing(State.DUE)),
            ),
            VISITS: tuple(visits.values()),
            BESIDE: tuple(item_row(each, words) for each in found.standing(*State)),
            CHANGES: tuple(_changes(words)),
        },
    )


def visit_row(visit: FollowedVisit, words: FollowedWords) -> FollowRow:
    """Return the row of a visit."""
    told = words.visit(visit)
    return FollowRow(
        SIGNS[visit.state],
        TONES.get(visit.state, "neutral"),
        told.word,
        told.beside,
        told.name,
        told.what,
        told.days,
        visit.items,
        (VISIT, visit.name),
    )


def item_row(each: Followed, words: FollowedWords) -> FollowRow:
    """Return the row of one thing of the plan."""
    told = words.item(each)
    place = (each.slot.item.activity.id, each.slot.item.at[0])
    tone = TONES.get(each.state, "neutral")
    return FollowRow(SIGNS[each.state], tone, told.word, "", told.label, told.why, told.when, (each,), place)


def _changes(words: FollowedWords) -> Iterator[FollowRow]:
    for change in words.following.changes:
        parts = words.change(change).split(" · ")
        yield FollowRow("≠", "neutral", parts[0], "", parts[1], " · ".join(parts[2:]))
    for said in words.following.apart:
        yield FollowRow("?", "open", "", "", words.say("apart", activity=said.place[0], at=said.place[1]), said.why)


class FollowModel(QAbstractListModel):
    """A list of rows; the whole row is what a screen reader says."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FollowRow, ...] = ()

    def show_rows(self, rows: Sequence[FollowRow]) -> None:
        """Show these rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, at: int) -> FollowRow:
        """Return one row."""
        return self._rows[at]

    def at(self, place: Place | None) -> int:
        """Return where a place stands, -1 where it does not."""
        return next((at for at, row in enumerate(self._rows) if row.place == place), -1)

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.spoken
        return row.spoken.replace(", ", "\n") if role == Qt.ItemDataRole.ToolTipRole else None
