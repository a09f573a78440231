"""A chip: sign, word and tone together, never colour alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.desktop.theme.tokens import Theme


class Chip(QLabel):
    """A few words on a ground of a tone."""

    def __init__(self, words: str, tone: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        colours = theme.tones[tone]
        self.setStyleSheet(
            f"QLabel {{ color: {colours.text}; background: {colours.fill}; border-radius: 9px; padding: 2px 9px; }}"
        )
