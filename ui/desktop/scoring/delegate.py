"""One input: its name, what it counts, the answers it can have side by side, and what it was last time."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QLineEdit, QStyleOptionViewItem, QWidget
from typing_extensions import override

from core.entry.desk.scoring.lines import NOT_EXAMINED_KEY, AskedRow, Choice, Heading
from ui.desktop.scoring.model import LINE
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.row_delegate import Fonts, Index, RowDelegate

_MOST_SIDE_BY_SIDE = 11
_RECORDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BOX_LETTERS = 14
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_CHANGE_LETTERS, _WEIGHT_LETTERS = 10, 3
_NAME_LETTERS = 26
"""Names get so much room before the lines stand in one column."""


class ScoreDelegate(RowDelegate):
    """Answers that have room stand side by side; of others the one that was given stands in a box."""

    chosen = Signal(str, str)
    rest_wanted = Signal()
    record_wanted = Signal()
    """Pressed while a number is typed: the number is taken first."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(theme, view)
        self._answers_width = 0

    def measure(self, rows: list[AskedRow]) -> int:
        """Take the width that the answers of all rows need, and return the least width of a column."""
        fonts = Fonts(self.view.font())
        self._answers_width = max((sum(_widths(each, fonts)) for each in rows), default=0)
        letter = fonts.strong_metrics.averageCharWidth()
        names = max((fonts.strong_metrics.horizontalAdvance(each.label) for each in rows), default=0)
        beside = (_WEIGHT_LETTERS + _CHANGE_LETTERS) * letter
        return min(names, _NAME_LETTERS * letter) + beside + self._answers_width + 3 * fonts.pad

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        fonts = Fonts(option.font)
        return QSize(0, fonts.line + 2 * fonts.pad)

    @override
    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, fonts = index.data(LINE), Fonts(option.font)
        if isinstance(line, Heading):
            self._heading(painter, option.rect, line, fonts)
        elif isinstance(line, AskedRow):
            self._asked(painter, option.rect, line, fonts)

    def _heading(self, painter: QPainter, place: QRect, line: Heading, fonts: Fonts) -> None:
        inside = place.adjusted(fonts.pad, fonts.pad // 2, -fonts.pad, 0)
        small = QFont(fonts.small)
        small.setWeight(QFont.Weight.DemiBold)
        self.draw_line(painter, inside, small, self.theme.muted, line.label.upper())
        painter.setFont(fonts.small)
        painter.setPen(QColor(self.theme.text))
        painter.drawText(inside, _RIGHT, line.told)

    def _asked(self, painter: QPainter, place: QRect, row: AskedRow, fonts: Fonts) -> None:
        layout = _Layout(row, place, fonts, self._answers_width)
        font = fonts.strong if row.is_there and row.weight else self.view.font()
        self.draw_line(painter, layout.name, font, self.theme.text, row.label)
        painter.setFont(fonts.small)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(layout.weight, _RIGHT, row.weight)
        if layout.cells:
            self._segments(painter, layout, row, fonts)
        else:
            self._box(painter, layout.answers, row, fonts)
        self._beside(painter, layout.change, row, fonts)

    def _segments(self, painter: QPainter, layout: _Layout, row: AskedRow, fonts: Fonts) -> None:
        edge = QColor(self.theme.tones["neutral"].edge)
        for at, (cell, choice) in enumerate(zip(layout.cells, row.choices, strict=True)):
            fill, text, is_strong = self._colours(row, choice)
            if fill:
                painter.fillRect(cell.adjusted(1, 1, 0, 0), QColor(fill))
            painter.setFont(fonts.small_strong if is_strong else fonts.small)
            painter.setPen(QColor(text))
            painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), choice.short)
            if at:
                painter.setPen(QPen(QColor(self.theme.line), 1))
                painter.drawLine(cell.topLeft(), cell.bottomLeft())
        whole = layout.cells[0].united(layout.cells[-1])
        painter.setPen(QPen(edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(whole), fonts.gap * 2, fonts.gap * 2)

    def _colours(self, row: AskedRow, choice: Choice) -> tuple[str, str, bool]:
        """Return the ground of an answer ("" for none), its text, and whether it is the one given."""
        theme = self.theme
        if row.answer != choice.word:
            return "", theme.muted, False
        if choice.key == NOT_EXAMINED_KEY:
            return theme.tones["open"].fill, theme.tones["open"].text, True
        if choice.word in ("no", "0"):
            return theme.tones["neutral"].fill, theme.text, True
        return theme.accent, theme.on_accent, True

    def _box(self, painter: QPainter, place: QRect, row: AskedRow, fonts: Fonts) -> None:
        painter.setPen(QPen(QColor(self.theme.tones["neutral"].edge), 1))
        painter.setBrush(QColor(self.theme.surface))
        painter.drawRoundedRect(QRectF(place), fonts.gap * 2, fonts.gap * 2)
        text = row.told if row.answer else row.unit
        colour = self.theme.text if row.answer else self.theme.muted
        inside = place.adjusted(fonts.pad, 0, -fonts.pad, 0)
        self.draw_line(painter, inside, fonts.small, colour, text)

    def _beside(self, painter: QPainter, place: QRect, row: AskedRow, fonts: Fonts) -> None:
        text, colour = row.change, self.theme.tones[row.tone].text if row.tone else self.theme.muted
        if row.mark:
            text, colour = row.beside, self.theme.tones["open" if row.mark == "open" else "good"].text
        self.draw_line(painter, place, fonts.small, colour, text)

    @override
    def editorEvent(self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index) -> bool:
        row = index.data(LINE)
        is_click = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease
        if isinstance(row, AskedRow) and isinstance(event, QMouseEvent) and is_click:
            layout, at = _Layout(row, option.rect, Fonts(option.font), self._answers_width), event.position().toPoint()
            for cell, choice in zip(layout.cells, row.choices, strict=False):
                if cell.contains(at):
                    self.chosen.emit(row.id, "" if choice.word == row.answer else choice.word)
                    return True
            if not layout.cells and not row.is_typed and layout.answers.contains(at):
                self.chosen.emit(row.id, next_choice(row))
                return True
        return super().editorEvent(event, model, option, index)

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        del option
        row = index.data(LINE)
        edit = QLineEdit(parent)
        edit.setAccessibleName(row.label if isinstance(row, AskedRow) else "")
        return edit

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the number that is typed where a key asks for what comes after all of them."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and isinstance(watched, QLineEdit):
            wanted = {Qt.Key.Key_0: self.rest_wanted, **dict.fromkeys(_RECORDS, self.record_wanted)}
            signal = wanted.get(Qt.Key(event.key()))
            if signal is not None and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.commitData.emit(watched)
                self.closeEditor.emit(watched, QAbstractItemDelegate.EndEditHint.NoHint)
                signal.emit()
                return True
        return super().eventFilter(watched, event)

    @override
    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(LINE)
        if isinstance(row, AskedRow):
            editor.setGeometry(_Layout(row, option.rect, Fonts(option.font), self._answers_width).answers)


def next_choice(row: AskedRow) -> str:
    """Return the answer after the one that is given, round about and over none."""
    words = ["", *(each.word for each in row.choices)]
    return words[(words.index(row.answer) + 1) % len(words)] if row.answer in words else words[1]


def _widths(row: AskedRow, fonts: Fonts) -> list[int]:
    """Return the widths of the answers side by side; of what stands in a box its one width."""
    letter = fonts.small_metrics.averageCharWidth()
    if row.is_typed or len(row.choices) > _MOST_SIDE_BY_SIDE or _is_wordy(row):
        return [_BOX_LETTERS * 2 * letter if not row.is_typed else _BOX_LETTERS * letter]
    return [QFontMetrics(fonts.small_strong).horizontalAdvance(each.short) + fonts.pad for each in row.choices]


def _is_wordy(row: AskedRow) -> bool:
    return sum(len(each.short) for each in row.choices) > 3 * _BOX_LETTERS


class _Layout:
    """Where the parts of a row lie."""

    def __init__(self, row: AskedRow, place: QRect, fonts: Fonts, answers_width: int) -> None:
        inside = place.adjusted(fonts.pad, 0, -fonts.pad // 2, 0)
        letter = fonts.strong_metrics.averageCharWidth()
        change, weight = _CHANGE_LETTERS * letter, _WEIGHT_LETTERS * letter
        self.change = QRect(inside.right() - change, inside.top(), change, inside.height())
        top, height = inside.top() + fonts.pad // 2, inside.height() - fonts.pad
        left = max(self.change.left() - fonts.pad - answers_width, inside.left())
        widths = _widths(row, fonts)
        self.answers = QRect(left, top, min(sum(widths), answers_width), height)
        self.cells: list[QRect] = []
        if len(widths) == len(row.choices) and not row.is_typed:
            at = left
            for width in widths:
                self.cells.append(QRect(at, top, width, height))
                at += width
        self.weight = QRect(left - fonts.pad - weight, inside.top(), weight, inside.height())
        self.name = QRect(inside.left(), inside.top(), max(self.weight.left() - inside.left(), 1), inside.height())
