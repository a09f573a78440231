"""Colours of the text of a rule file, as the scanner of its grammar reads it. They only repeat what the signs say."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from core.rule_files.drafting.painting import Part, painted
from ui.desktop.theme.tokens import Theme


class Highlighter(QSyntaxHighlighter):
    """Works line by line; the state of a line says what goes on behind it."""

    def __init__(self, document: QTextDocument, theme: Theme) -> None:
        super().__init__(document)
        self._forms = {part: _form(colour, part) for part, colour in colours(theme).items()}

    @override
    def highlightBlock(self, text: str) -> None:
        parts, state = painted(text, self.previousBlockState())
        self.setCurrentBlockState(state)
        for each in parts:
            start, end = units_before(text, each.start), units_before(text, each.end)
            self.setFormat(start, end - start, self._forms[each.part])


def colours(theme: Theme) -> dict[Part, str]:
    """Return the colour of each part; every one can be read on the ground of the text."""
    return {
        Part.KEY: theme.accent_text,
        Part.NAME: theme.text,
        Part.NUMBER: theme.tones["judge"].text,
        Part.UNIT: theme.tones["judge"].text,
        Part.OPERATOR: theme.text,
        Part.WORD: theme.tones["waiting"].text,
        Part.TEXT: theme.warning,
        Part.COMMENT: theme.muted,
    }


def units_before(text: str, at: int) -> int:
    """Return Qt's own count of what stands before an offset: it counts signs beyond the first plane twice."""
    before = text[:at]
    return len(before) if before.isascii() else len(before.encode("utf-16-le")) // 2


def _form(colour: str, part: Part) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    if part in (Part.KEY, Part.OPERATOR):
        form.setFontWeight(QFont.Weight.DemiBold)
    form.setFontItalic(part is Part.COMMENT)
    return form
