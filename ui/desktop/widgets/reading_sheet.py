"""A text to read beside the window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QWidget

from ui.desktop.widgets.frames import column
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters

_SIZE = (76, 66)


class ReadingSheet(QDialog):
    """Closed by Escape, Return or its button; its text can be walked and copied by keyboard."""

    def __init__(self, title: str, heading: str, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(letters(_SIZE[0]), letters(_SIZE[1]))
        inside = column(self)
        inside.addWidget(label(heading, "title"))
        self.text = QPlainTextEdit(text)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(title)
        inside.addWidget(self.text, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        inside.addWidget(buttons)
