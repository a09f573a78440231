"""The text of a draft: typed, completed, its problems told where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QToolTip
from typing_extensions import override

from core.language.phrases import Phrases
from core.rule_files.drafting.completing import Completions
from core.source_text.problem import Problem, Span
from core.wording.problems import problem_line
from ui.desktop.pages.rules.editor.offered import Offered
from ui.desktop.pages.rules.highlighting import units_before
from ui.desktop.pages.rules.source_view import SourceView
from ui.desktop.theme.tokens import Theme

_STEP = 2
_OPENING = re.compile(r"^ *(?:- +)*[\w.+-]+:\s*(?:#.*)?$")
_ITEM = re.compile(r"^( *)- ")
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)

Complete = Callable[[list[str], int, int], Completions]
"""Gives what can be written: of the lines, at a line and a column from 0."""


class EditorText(SourceView):
    """Return keeps the indentation, Alt+Right and Alt+Left move lines; Tab goes on to what stands beside."""

    typed = Signal()
    moved = Signal(int, int)
    """The cursor stands elsewhere: line and column from 1."""

    def __init__(self, phrases: Phrases, theme: Theme, complete: Complete) -> None:
        super().__init__(theme, phrases.say("editor-text"))
        self._phrases = phrases
        self._complete = complete
        self.setReadOnly(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction)
        self.setTabChangesFocus(True)
        self.offered = Offered(self, phrases.say("editor-offered"), lambda sort: phrases.say(f"editor-sort-{sort}"))
        self.offered.itemClicked.connect(self._take)
        self.textChanged.connect(self.typed)
        self.cursorPositionChanged.connect(self._tell_place)

    def write(self, text: str, line: int = 1, column: int = 1) -> None:
        """Show the text of another draft."""
        self.blockSignals(True)
        self.show_source(text, ())
        self.blockSignals(False)
        self.go_to(line, column)

    @property
    def place(self) -> tuple[int, int]:
        """Line and column of the cursor, from 1."""
        cursor = self.textCursor()
        text = cursor.block().text()
        units = cursor.positionInBlock()
        column = units if text.isascii() else len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))
        return cursor.blockNumber() + 1, column + 1

    def put(self, span: Span, text: str) -> None:
        """Write a text in the place of a span, as one step that can be undone; the cursor stays on its line."""
        block = self.document().findBlockByNumber(span.line - 1)
        cursor = QTextCursor(block)
        cursor.setPosition(block.position() + units_before(block.text(), span.column - 1))
        cursor.setPosition(block.position() + units_before(block.text(), span.end - 1), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)

    # --- what can be written

    def complete(self) -> None:
        """Offer what can be written where the cursor stands; what alone begins as was typed is taken at once."""
        found = self._found()
        if len(found.beginning) == 1:
            self.offered.offer(found.found, self._below())
            self._take()
            return
        self.offered.offer(found.found, self._below())
        if not found.found:
            QToolTip.showText(self.mapToGlobal(self._below().bottomLeft()), self._phrases.say("editor-nothing-offered"))

    def _found(self) -> Completions:
        line, column = self.place
        return self._complete(self.toPlainText().split("\n"), line - 1, column - 1)

    def _below(self) -> QRect:
        rect = self.cursorRect()
        return QRect(self.viewport().mapTo(self, rect.topLeft()), rect.size())

    def _take(self, *_: object) -> None:
        chosen = self.offered.current
        self.offered.hide()
        if chosen is None:
            return
        cursor = self.textCursor()
        begun = self._found().begun
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, units_before(begun, len(begun))
        )
        cursor.insertText(f"{chosen.text}: " if chosen.sort == "key" else chosen.text)
        self.setTextCursor(cursor)

    # --- keys

    @override
    def event(self, event: QEvent, /) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and self.offered.isVisible()
        ):
            self._take()
            return True
        return super().event(event)

    @override
    def viewportEvent(self, event: QEvent, /) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        return super().viewportEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if self.offered.isVisible() and self._used_by_offered(event):
            return
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if is_control and event.key() == Qt.Key.Key_Space:
            self.complete()
        elif is_alt and event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._shift(_STEP if event.key() == Qt.Key.Key_Right else -_STEP)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not is_control:
            self._break_line()
        else:
            super().keyPressEvent(event)
            if self.offered.isVisible():
                self._offer_again()

    def _used_by_offered(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down:
                self.offered.step(1)
            case Qt.Key.Key_Up:
                self.offered.step(-1)
            case Qt.Key.Key_Escape:
                self.offered.hide()
            case key if key in _TAKING:
                self._take()
            case _:
                return False
        return True

    def _offer_again(self) -> None:
        found = self._found()
        self.offered.offer(found.found if found.begun else (), self._below())

    def _break_line(self) -> None:
        """Begin the next line where this one's words begin, deeper behind a key that has no value yet."""
        cursor = self.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        indent = len(before) - len(before.lstrip(" "))
        item = _ITEM.match(before)
        opens = _OPENING.match(before) is not None
        deep = indent + (_STEP if item is not None and (":" in before or opens) else 0) + (_STEP if opens else 0)
        cursor.insertText("\n" + " " * deep)
        self.setTextCursor(cursor)

    def _shift(self, by: int) -> None:
        """Move the lines of the selection, or the line of the cursor, deeper or less deep."""
        cursor = self.textCursor()
        document = self.document()
        first = document.findBlock(cursor.selectionStart()).blockNumber()
        last = document.findBlock(cursor.selectionEnd()).blockNumber()
        cursor.beginEditBlock()
        for number in range(first, last + 1):
            block = document.findBlockByNumber(number)
            edit = QTextCursor(block)
            blanks = len(block.text()) - len(block.text().lstrip(" "))
            if by > 0:
                edit.insertText(" " * by)
            else:
                edit.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, min(-by, blanks))
                edit.removeSelectedText()
        cursor.endEditBlock()

    @override
    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self.offered.hide()

    # --- problems

    def problem_at(self, line: int, column: int) -> Problem | None:
        """Return the problem at a place, else the first of its line."""
        here = [each for each in self._problems if each.span.line == line]
        inside = (each for each in here if each.span.column <= column <= each.span.end)
        return next(inside, here[0] if here else None)

    def _tell(self, event: QHelpEvent) -> None:
        cursor = self.cursorForPosition(event.pos())
        problem = self.problem_at(cursor.blockNumber() + 1, cursor.positionInBlock() + 1)
        QToolTip.showText(event.globalPos(), "" if problem is None else problem_line(problem, self._phrases), self)

    def _tell_place(self) -> None:
        self._numbers.update()
        self.moved.emit(*self.place)
