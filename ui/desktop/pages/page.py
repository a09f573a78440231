"""What a page is to the shell: a widget with a name, a shortcut and actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.desktop.actions import Action


class Page(QWidget):
    """One place of the window. ``id`` names it, ``phrase`` is its name, ``shortcut`` opens it."""

    id = ""
    phrase = ""
    shortcut = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")

    def actions_offered(self) -> Sequence[Action]:
        """Return what can be done here, for menus, palette and the sheet of shortcuts."""
        return ()

    def opened(self) -> None:
        """The page is shown now."""

    def left(self) -> None:
        """Another page is shown now."""
