"""The toxicity log as a table: a column a day, a row a finding; it is its own twin for who cannot see colours."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)
from typing_extensions import override

from core.follow_up.strip import Cell, StripRow
from core.wording.toxicity import ToxicityWords
from ui.desktop.theme.tokens import Theme, ToneColours
from ui.desktop.widgets.heard import HeardLine
from ui.desktop.widgets.row_delegate import Fonts, Index

_NOWHERE = QModelIndex()
CELL = Qt.ItemDataRole.UserRole
_WIDEST = "40.0"
_LETTERS_IN_ALL = 30
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_SEVERE, _MODERATE = 3, 2


class StripModel(QAbstractTableModel):
    """Shows what it is told: rows of findings, then one of what was given; after the days what a row comes to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words: ToxicityWords | None = None

    def show_words(self, words: ToxicityWords | None) -> None:
        """Show another log; None shows nobody's."""
        self.beginResetModel()
        self.words = words
        self.endResetModel()

    def row_at(self, at: int) -> StripRow | None:
        """Return a row of findings; None for that of what was given."""
        rows = () if self.words is None else self.words.strip.rows
        return rows[at] if 0 <= at < len(rows) else None

    def day_at(self, column: int) -> int | None:
        """Return the day of a column, None for that of the whole."""
        days = () if self.words is None else self.words.strip.days
        return days[column] if 0 <= column < len(days) else None

    def column_of(self, day: int) -> int:
        """Return the column of a day, the first where the log does not have it."""
        days = () if self.words is None else self.words.strip.days
        return days.index(day) if day in days else 0

    @override
    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() or self.words is None else len(self.words.strip.rows) + 1

    @override
    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() or self.words is None else len(self.words.strip.days) + 1

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        words, row, day = self.words, self.row_at(index.row()), self.day_at(index.column())
        if words is None:
            return None
        cell = None if row is None or day is None else row.on(day)
        if role == CELL:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shortly(words, row, day)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self._spoken(words, row, day)
        return None

    def _shortly(self, words: ToxicityWords, row: StripRow | None, day: int | None) -> str:
        if row is not None:
            return words.in_all(row) if day is None else words.shortly(row.on(day))
        marks = () if day is None else words.strip.marks_on(day)
        return "▾" if len(marks) == 1 else f"▾{len(marks)}" if marks else ""

    def _spoken(self, words: ToxicityWords, row: StripRow | None, day: int | None) -> str:
        if day is None:
            return f"{words.name(row.kind)}: {words.in_all(row)}" if row is not None else words.say("in-all")
        if row is not None:
            return f"{words.day(day)}; {words.cell(row, row.on(day))}"
        given = ", ".join(map(words.mark, words.strip.marks_on(day)))
        return f"{words.day(day)}; {words.say('given', names=given) if given else words.say('gap')}"

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        words = self.words
        if words is None or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            row = self.row_at(section)
            return words.say("given-row") if row is None else words.name(row.kind)
        day = self.day_at(section)
        if day is None:
            return words.say("in-all")
        return words.number(day) if role == Qt.ItemDataRole.DisplayRole else words.day(day)


def grade_tone(theme: Theme, grade: int) -> ToneColours:
    """Return the colours of a grade; the number always stands with them."""
    bad = theme.tones["bad"]
    if grade > _SEVERE:
        return ToneColours(theme.surface, bad.text, bad.text)
    name = "neutral" if grade <= 0 else "bad" if grade == _SEVERE else "open"
    tone = theme.tones[name]
    return tone if grade != _MODERATE else ToneColours(tone.text, tone.fill, tone.edge)


class StripDelegate(QStyledItemDelegate):
    """Draws a cell: its ground is the grade, an edge the moderate one, a dashed one a range; its text the number."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        fonts, place = Fonts(option.font), QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
        text, cell = str(index.data() or ""), index.data(CELL)
        colour = self._theme.text
        if isinstance(cell, Cell) and not cell.is_gap:
            colour = self._ground(painter, place, cell)
        painter.setPen(QColor(colour))
        painter.setFont(fonts.small)
        is_day = index.column() < index.model().columnCount() - 1
        align = Qt.AlignmentFlag.AlignCenter if is_day else Qt.AlignmentFlag.AlignVCenter
        inside = place if is_day else place.adjusted(fonts.pad / 2, 0, 0, 0)
        shown = (
            text if is_day else fonts.small_metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(inside.width()))
        )
        painter.drawText(inside, int(align), shown)
        if index.column() == self._view.currentIndex().column():
            painter.setPen(QPen(QColor(self._theme.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawLine(place.topLeft(), place.bottomLeft())
            painter.drawLine(place.topRight(), place.bottomRight())
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.drawRect(place.adjusted(1, 1, -1, -1))
        painter.restore()

    def _ground(self, painter: QPainter, place: QRectF, cell: Cell) -> str:
        """Fill a cell and return the colour of its text."""
        graded, level = cell.graded, cell.level
        grade = level if graded is None or graded.low is None else graded.low
        if graded is None and cell.finding is None:
            grade = max((each.grade for each in cell.stated if each.is_comparable), default=0)
        tone = grade_tone(self._theme, grade)
        painter.fillRect(place, QColor(tone.fill))
        is_open = graded is not None and not graded.is_known
        if is_open or cell.differing or grade == _MODERATE:
            edge = self._theme.tones["judge"].edge if cell.differing else tone.edge
            painter.setPen(QPen(QColor(edge), 1, Qt.PenStyle.DashLine if is_open else Qt.PenStyle.SolidLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(1, 1, -1, -1))
        return tone.text


class StripTable(QTableView):
    """Left and right move the day, up and down the row; Return opens the day."""

    day_moved = Signal(int)
    day_wanted = Signal(int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.strip = StripModel(self)
        self.setModel(self.strip)
        self.setItemDelegate(StripDelegate(theme, self))
        self.setAccessibleName(name)
        self.setProperty("role", "rows")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setSectionsClickable(False)
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        HeardLine(self)
        self.doubleClicked.connect(self._open)

    def show_words(self, words: ToxicityWords | None) -> None:
        """Show another log; the day that was chosen stays chosen, else it is today."""
        before = self.day
        row = max(self.currentIndex().row(), 0)
        self.strip.show_words(words)
        if words is None:
            return
        self._measure()
        strip = words.strip
        for column, each in enumerate(strip.days):
            self.setColumnHidden(column, each < 0 and all(row.on(each).is_gap for row in strip.rows))
        day = strip.today if strip.today in strip.days else 0
        day = before if before is not None and before in strip.days else day
        row = min(row, self.strip.rowCount() - 1)
        self.setCurrentIndex(self.strip.index(row, self.strip.column_of(day)))

    def _measure(self) -> None:
        fonts = Fonts(self.font())
        height, width = fonts.line + fonts.pad, fonts.small_metrics.horizontalAdvance(_WIDEST) + fonts.pad // 2
        self.verticalHeader().setDefaultSectionSize(height)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.horizontalHeader().setDefaultSectionSize(width)
        last = self.strip.columnCount() - 1
        self.setColumnWidth(last, fonts.small_metrics.averageCharWidth() * _LETTERS_IN_ALL)
        bar = self.horizontalScrollBar().sizeHint().height()
        whole = self.horizontalHeader().sizeHint().height() + height * self.strip.rowCount()
        self.setFixedHeight(whole + bar + 2 * self.frameWidth())

    @property
    def day(self) -> int | None:
        """The day of the column one is in."""
        return self.strip.day_at(self.currentIndex().column()) if self.currentIndex().isValid() else None

    def go_to_day(self, day: int) -> None:
        """Stand in the column of a day."""
        self.setCurrentIndex(self.strip.index(max(self.currentIndex().row(), 0), self.strip.column_of(day)))

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        day = self.strip.day_at(current.column())
        if day is not None:
            self.day_moved.emit(day)

    def _open(self, index: QModelIndex) -> None:
        day = self.strip.day_at(index.column())
        if day is not None:
            self.day_wanted.emit(day)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _OPENS and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())
