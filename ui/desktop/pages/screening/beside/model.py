"""Two files side by side as an item model: a row a topic, below the heading of who asks of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont
from typing_extensions import override

from core.language.phrases import Phrases
from core.wording.beside import Asking, BesideTable
from core.wording.listing import CriterionRow

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SAYING = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
_TOPIC, _LEFT, _RIGHT = range(3)
_Row = tuple[str, str, str]


class BesideModel(QAbstractTableModel):
    """Shows what it is given."""

    def __init__(self, phrases: Phrases, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._phrases = phrases
        self._heads: _Row = ("", "", "")
        self._rows: tuple[_Row, ...] = ()
        self._headings: frozenset[int] = frozenset()

    def show_table(self, table: BesideTable | None) -> None:
        """Show two files, or none."""
        self.beginResetModel()
        if table is None:
            self._heads, self._rows, self._headings = ("", "", ""), (), frozenset()
        else:
            self._heads = (self._phrases.say("beside-topic"), table.left.title, table.right.title)
            rows = list(self._told(table))
            self._rows = tuple(row for row, _ in rows)
            self._headings = frozenset(at for at, (_, is_heading) in enumerate(rows) if is_heading)
        self.endResetModel()

    def _told(self, table: BesideTable) -> Iterator[tuple[_Row, bool]]:
        titles = {Asking.LEFT: table.left.title, Asking.RIGHT: table.right.title}
        for asking in Asking:
            rows = table.of(asking)
            if rows:
                yield (self._phrases.say(f"beside-{asking.value}", file=titles.get(asking, "")), "", ""), True
            for row in rows:
                yield (row.topic, _criteria(row.left), _criteria(row.right)), False

    def is_heading(self, at: int) -> bool:
        """True for a row that is the heading of those below it."""
        return at in self._headings

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_head = orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._heads[section] if is_head and 0 <= section < len(self._heads) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        row, column = self._rows[index.row()], index.column()
        if role in _SAYING:
            return row[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if role == Qt.ItemDataRole.FontRole and (column == _TOPIC or self.is_heading(index.row())):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def _spoken(self, row: _Row, column: int) -> str:
        """Each cell on its own says of which topic and whose it is."""
        if column == _TOPIC:
            return row[_TOPIC]
        return ". ".join(part for part in (row[_TOPIC], self._heads[column], row[column].replace("\n", ". ")) if part)


def _criteria(rows: Sequence[CriterionRow]) -> str:
    return "\n".join(line for row in rows for line in (f"{row.sign} {row.text}", row.under, *row.evidence) if line)
