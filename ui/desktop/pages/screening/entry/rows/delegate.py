"""Edits a cell: names are completed while typing, every change is told at once, not only at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui.desktop.pages.screening.entry.rows.model import Index, RowsModel
from ui.desktop.widgets.line import Line
from ui.desktop.widgets.measure import letters

Search = Callable[[str, str], Sequence[str]]
"""From a cell's name and its text to the words it may become, the likeliest first."""


_POPUP_EDGES_LETTERS = 4
_EDGES = 12
"""What the style keeps free left and right of a cell's text."""


class CellDelegate(QStyledItemDelegate):
    """One for a table; ``search`` finds drugs, diagnoses and words."""

    def __init__(self, search: Search, warning: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._search = search
        self.warning_colour = warning

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        edit = Line(parent)
        edit.setAccessibleName(str(index.model().headerData(index.column(), Qt.Orientation.Horizontal) or ""))
        words = QStringListModel(edit)
        completer = QCompleter(words, edit)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        edit.setCompleter(completer)
        edit.textEdited.connect(partial(self._find, completer, words, self._name(index)))
        return edit

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The height for the width that is left inside a cell: else a text that just fits by its edges is cut."""
        inside = QStyleOptionViewItem(option)
        inside.rect = option.rect.adjusted(0, 0, -_EDGES, 0)
        return super().sizeHint(inside, index)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.data(Qt.ItemDataRole.ToolTipRole):
            painter.save()
            painter.setPen(QPen(QColor(self.warning_colour), 2))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
            painter.restore()

    def _find(self, completer: QCompleter, words: QStringListModel, name: str, text: str) -> None:
        words.setStringList(list(self._search(name, text)))
        popup = completer.popup()
        if popup is not None:  # as wide as its words, not as its cell: a name that is cut is another one
            popup.setMinimumWidth(popup.sizeHintForColumn(0) + letters(_POPUP_EDGES_LETTERS))

    @staticmethod
    def _name(index: Index) -> str:
        model = index.model()
        return model.columns[index.column()] if isinstance(model, RowsModel) else ""
