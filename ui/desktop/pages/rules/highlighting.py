"""Colours of the text of a rule file: keys, numbers, comments. They only repeat what the signs say."""

from __future__ import annotations

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from ui.desktop.theme.tokens import Theme

_KEY = re.compile(r"^\s*(?:- )?[\w.]+(?=:)|(?<=[{,] )[\w.]+(?=:)")
_NUMBER = re.compile(r"\b\d[\d.]*\b")
_COMMENT = re.compile(r"(?:^|\s)#.*$")


class Highlighter(QSyntaxHighlighter):
    """Works line by line."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._forms = (
            (_NUMBER, _form(theme.tones["judge"].text)),
            (_KEY, _form(theme.accent_text, is_strong=True)),
            (_COMMENT, _form(theme.muted)),
        )

    @override
    def highlightBlock(self, text: str) -> None:
        for pattern, form in self._forms:
            for match in pattern.finditer(text):
                self.setFormat(match.start(), match.end() - match.start(), form)


def _form(colour: str, *, is_strong: bool = False) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    if is_strong:
        form.setFontWeight(QFont.Weight.DemiBold)
    return form
