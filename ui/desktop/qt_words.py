"""Qt's own words: its dialogs, the menu of a text field, the names of keys."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication


class QtWords(QTranslator):
    """Speaks the language of the program."""

    def speak(self, app: QApplication, language: str) -> None:
        """Let Qt speak a language from now on, its numbers and dates too."""
        app.removeTranslator(self)
        locale = QLocale(language)  # of a language that Qt does not know: without words and customs of its own
        QLocale.setDefault(locale)
        place = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self.load(locale, "qtbase", "_", place):
            app.installTranslator(self)


def key_words(shortcut: str) -> str:
    """Return how the keys of a shortcut are called: Ctrl+P, Strg+P."""
    portable = QKeySequence.fromString(shortcut, QKeySequence.SequenceFormat.PortableText)
    return portable.toString(QKeySequence.SequenceFormat.NativeText)
