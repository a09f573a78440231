"""A field of the settings with its words above it."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from core.language.phrases import Phrases
from ui.desktop.widgets.labels import label


class Fields:
    """Adds labelled fields to one card."""

    def __init__(self, phrases: Phrases, inside: QVBoxLayout) -> None:
        self._say = phrases.say
        self._inside = inside

    def choice(self, phrase: str, words: list[tuple[str, str]], chosen: str) -> QComboBox:
        """Add a choice among phrases, each with the value it stands for."""
        return self.named_choice(phrase, [(self._say(word), value) for word, value in words], chosen)

    def named_choice(self, phrase: str, names: list[tuple[str, str]], chosen: str) -> QComboBox:
        """Add a choice among names, each with the value it stands for."""
        box = QComboBox()
        for name, value in names:
            box.addItem(name, value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        self.labelled(phrase, box)
        return box

    def text(self, phrase: str, text: str = "", *, is_secret: bool = False) -> QLineEdit:
        """Add a text."""
        edit = QLineEdit(text)
        if is_secret:
            edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.labelled(phrase, edit)
        return edit

    def labelled(self, phrase: str, widget: QWidget) -> None:
        """Add any field."""
        words = label(self._say(phrase), "muted")
        words.setBuddy(widget)
        widget.setAccessibleName(self._say(phrase))
        self._inside.addWidget(words)
        self._inside.addWidget(widget)
