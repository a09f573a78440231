"""The text of a rule file with the numbers of its lines; problems are underlined at their place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget
from typing_extensions import override

from core.source_text.problem import Problem
from ui.desktop.pages.rules.highlighting import Highlighter, units_before
from ui.desktop.theme.tokens import Theme

_GAP = 10
_LEAST_LINES = 100


def sign_of(problem: Problem) -> str:
    """Return the sign of a problem: it says without colour whether the file is stopped by it."""
    return "✕" if problem.is_error else "?"


class SourceView(QPlainTextEdit):
    """Read only; the caret walks it, so that a reader hears line and column."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setAccessibleName(name)
        mono = QFont("monospace")
        mono.setStyleHint(QFont.StyleHint.Monospace)
        self.setFont(mono)
        self._problems: tuple[Problem, ...] = ()
        self._signs: dict[int, Problem] = {}
        self._highlighter = Highlighter(self.document(), theme)
        self._numbers = _Numbers(self)
        self.blockCountChanged.connect(self._make_room)
        self.updateRequest.connect(self._scrolled)
        self.verticalScrollBar().valueChanged.connect(self._underline_what_is_seen)
        self._make_room()

    def show_source(self, text: str, problems: Sequence[Problem]) -> None:
        """Show a text with its problems."""
        self.setPlainText(text)
        self.show_problems(problems)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Underline problems in the text that is shown, and mark their lines."""
        self._problems = tuple(problems)
        self._signs = {problem.span.line: problem for problem in reversed(problems)}
        self._signs |= {problem.span.line: problem for problem in reversed(problems) if problem.is_error}
        self._underline_what_is_seen()
        self._numbers.update()

    def _underline_what_is_seen(self) -> None:
        """Underline the problems of the lines that are seen: of hundreds in a long file each would cost its part."""
        first = self.firstVisibleBlock().blockNumber() + 1
        last = first + self.viewport().height() // max(self.fontMetrics().lineSpacing(), 1) + 1
        seen = (problem for problem in self._problems if first <= problem.span.line <= last)
        self.setExtraSelections([self._underlined(problem) for problem in seen])

    def go_to(self, line: int, column: int) -> None:
        """Put the caret at a line and column, both counted from 1."""
        block = self.document().findBlockByNumber(line - 1)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + units_before(block.text(), column - 1))
        self.setTextCursor(cursor)
        self.centerCursor()
        self.setFocus()

    def number_width(self) -> int:
        """Return the room the numbers of the lines take, with a sign before them."""
        return self.fontMetrics().horizontalAdvance(f"✕ {max(self.blockCount(), _LEAST_LINES)}") + 2 * _GAP

    def paint_numbers(self, event: QPaintEvent) -> None:
        """Draw the numbers of the lines that are shown."""
        painter = QPainter(self._numbers)
        painter.fillRect(event.rect(), QColor(self._theme.sunken))
        here = self.textCursor().blockNumber()
        block = self.firstVisibleBlock()
        top = round(self.blockBoundingGeometry(block).translated(self.contentOffset()).top())
        while block.isValid() and top <= event.rect().bottom():
            height = round(self.blockBoundingRect(block).height())
            place = QRect(0, top, self._numbers.width() - _GAP, height)
            problem = self._signs.get(block.blockNumber() + 1)
            if problem is not None:
                painter.setPen(QColor(self._theme.tones["bad" if problem.is_error else "open"].text))
                painter.drawText(place.adjusted(_GAP // 2, 0, 0, 0), Qt.AlignmentFlag.AlignLeft, sign_of(problem))
            painter.setPen(QColor(self._theme.text if block.blockNumber() == here else self._theme.muted))
            painter.drawText(place, Qt.AlignmentFlag.AlignRight, str(block.blockNumber() + 1))
            block, top = block.next(), top + height
        painter.end()

    def _underlined(self, problem: Problem) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        block = self.document().findBlockByNumber(problem.span.line - 1)
        cursor = QTextCursor(block)
        line = block.text()
        cursor.setPosition(block.position() + units_before(line, problem.span.column - 1))
        cursor.setPosition(block.position() + units_before(line, problem.span.end - 1), QTextCursor.MoveMode.KeepAnchor)
        form = QTextCharFormat()
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(QColor(self._theme.tones["bad" if problem.is_error else "open"].edge))
        selection.cursor, selection.format = cursor, form
        return selection

    def _make_room(self) -> None:
        self.setViewportMargins(self.number_width(), 0, 0, 0)

    def _scrolled(self, rect: QRect, by: int) -> None:
        if by:
            self._numbers.scroll(0, by)
        else:
            self._numbers.update(0, rect.y(), self._numbers.width(), rect.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._underline_what_is_seen()
        inside = self.contentsRect()
        self._numbers.setGeometry(QRect(inside.left(), inside.top(), self.number_width(), inside.height()))


class _Numbers(QWidget):
    def __init__(self, view: SourceView) -> None:
        super().__init__(view)
        self._view = view

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._view.number_width(), 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._view.paint_numbers(event)
