"""A text to read beside the window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QShowEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.desktop.widgets.frames import column
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.named_box import NamedBox

_SIZE = (76, 66)
_PAGES_SIZE = (110, 90)


class _Sheet(QDialog):
    """Closed by Escape or its button; its text can be walked and copied by keyboard."""

    def __init__(self, title: str, size: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(letters(size[0]), letters(size[1]))
        self._inside: QVBoxLayout = column(self)

    def _hold(self, text: QPlainTextEdit | QTextEdit) -> None:
        """Put in the text, and below it what closes the sheet."""
        text.setReadOnly(True)
        text.setTabChangesFocus(True)
        text.setAccessibleName(self.windowTitle())
        self._inside.addWidget(text, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        self._inside.addWidget(buttons)


class ReadingSheet(_Sheet):
    """A plain text under its heading."""

    def __init__(self, title: str, heading: str, text: str, parent: QWidget) -> None:
        super().__init__(title, _SIZE, parent)
        self._inside.addWidget(label(heading, "title"))
        self.text = QPlainTextEdit(text)
        self._hold(self.text)


class PagesSheet(_Sheet):
    """Pages one below the other, written in Markdown; a box above them goes to the part under each heading."""

    def __init__(
        self, title: str, pages: Sequence[str], parts: str, parent: QWidget, folder: Path | None = None
    ) -> None:
        """``parts`` names the box; the pictures that the pages name lie in ``folder``."""
        super().__init__(title, _PAGES_SIZE, parent)
        self.text = QTextEdit()
        if folder is not None:
            self.text.document().setBaseUrl(QUrl.fromLocalFile(f"{folder}/"))
        self.text.setMarkdown("\n\n".join(pages))
        self.parts = NamedBox()
        self.parts.setAccessibleName(parts)
        self.parts.addItems([block.text() for block in self._headings()])
        self._inside.addWidget(self.parts)
        self._hold(self.text)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.text.setFocus()
        self.parts.currentIndexChanged.connect(self._go)

    def show_part(self, at: int) -> None:
        """Show the part under a heading, counted from 0."""
        self.parts.setCurrentIndex(at)
        self._go(at)

    def _go(self, at: int) -> None:
        """Put the cursor and the upper edge to a heading."""
        block = tuple(self._headings())[at]
        self.text.setTextCursor(QTextCursor(block))
        top = self.text.document().documentLayout().blockBoundingRect(block).top()
        self.text.verticalScrollBar().setValue(round(top))

    def _headings(self) -> Iterator[QTextBlock]:
        block = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel():
                yield block
            block = block.next()

    @override
    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._go(self.parts.currentIndex())
