"""What a page is to the shell: a widget with a name and a shortcut."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget


class Page(QWidget):
    """One place of the window. ``id`` names it, ``phrase`` is its name, ``shortcut`` opens it."""

    id = ""
    phrase = ""
    shortcut = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")

    def opened(self) -> None:
        """The page is shown now."""

    def left(self) -> None:
        """Another page is shown now."""
