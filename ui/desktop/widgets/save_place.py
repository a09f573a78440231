"""Where something is to be saved: asked in the documents of whoever uses the program, never in the program's folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def documents_folder() -> Path:
    """Return where people keep what they save; the home where the system names no such folder."""
    named = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(named) if named else Path.home()
    return folder if folder.is_dir() else Path.home()


def chosen_place(parent: QWidget, name: str, kinds: str) -> Path | None:
    """Ask where to save what is called ``name``, None where nobody wants to."""
    chosen, _ = QFileDialog.getSaveFileName(parent, "", str(documents_folder() / name), kinds)
    return Path(chosen) if chosen else None
