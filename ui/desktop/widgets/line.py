"""A line to type in. Tab and Return leave it whether its list of words is open or not; undo goes on where it ends."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget
from typing_extensions import override

_LEAVING = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HISTORY = (
    (QKeySequence.StandardKey.Undo, QLineEdit.isUndoAvailable),
    (QKeySequence.StandardKey.Redo, QLineEdit.isRedoAvailable),
)


class Line(QLineEdit):
    """Every line of the form is one of these."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: QCompleter | None = None

    @override
    def setCompleter(self, completer: QCompleter, /) -> None:
        super().setCompleter(completer)
        self._words = completer
        completer.highlighted.connect(self._point_at, Qt.ConnectionType.QueuedConnection)

    def _point_at(self) -> None:
        """The words that are pointed at were put in as if by the program: they are the hand's, and stay."""
        self.setModified(True)

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and self._has_nothing_for(event):
                event.ignore()  # the window's own undo takes back what was recorded
                return False
            if event.type() == QEvent.Type.KeyPress and event.key() in _LEAVING and self._left_list():
                again = QKeyEvent(event.type(), event.key(), event.modifiers(), event.text())
                QCoreApplication.postEvent(self, again)  # as if the list had not been there
                return True
        return super().event(event)

    def _has_nothing_for(self, event: QKeyEvent) -> bool:
        return any(event.matches(keys) and not is_there(self) for keys, is_there in _HISTORY)

    def _left_list(self) -> bool:
        """Close the list of words, if it is open; what was chosen in it stands in the line and is told as typed."""
        popup = None if self._words is None else self._words.popup()
        if popup is None or not popup.isVisible():
            return False
        is_chosen = popup.currentIndex().isValid()
        popup.hide()
        if is_chosen:
            self.textEdited.emit(self.text())
        return True
