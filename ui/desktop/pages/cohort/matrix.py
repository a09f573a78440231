"""Patients by files: a sign a cell, the titles of the files upright above them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView, QWidget
from typing_extensions import override

from core.catalogue.catalogue import Catalogue
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.screening.conclusions import Word
from core.screening.survey import Found
from core.screening.surveyed import Row, Survey
from core.use_cases.survey_patients import diagnosis_words
from core.wording.conclusions import conclusion_word
from core.wording.headline import tone_of
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.cells import NOWHERE, Index
from ui.desktop.widgets.heard import HeardLine
from ui.desktop.widgets.row_delegate import Fonts, RowDelegate

SIGN = Qt.ItemDataRole.UserRole
"""The sign of a cell, None where the file is of another disease."""
WHO, WHAT = 0, 1
"""The columns before the files: the name, then diagnosis and age."""
_FIRST_FILE = 2
_NAME_LETTERS, _WHAT_LETTERS = 18, 22
_TITLE_LETTERS = 22


@dataclass(frozen=True, slots=True)
class Sign:
    """What stands in a cell, and the tone of its ground."""

    tone: str
    sign: str


class MatrixModel(QAbstractTableModel):
    """The rows of a survey, by the files that somebody has the disease of; those that take nobody come last."""

    def __init__(self, catalogue: Catalogue, phrases: Phrases, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._phrases = phrases
        self.rows: tuple[Row, ...] = ()
        self._files: tuple[int, ...] = ()
        self._titles: tuple[str, ...] = ()
        self._ids: tuple[str, ...] = ()

    def show_survey(self, survey: Survey) -> None:
        """Show these patients by those files that are of a disease of one of them."""
        language = self._phrases.language
        self.beginResetModel()
        self.rows = survey.rows
        whole = [at for at in range(len(survey.files)) if any(_is_asked(row.founds[at]) for row in survey.rows)]
        self._files = tuple(sorted(whole, key=lambda at: not any(row.founds[at].is_open_door for row in survey.rows)))
        titles = [in_language(each.checked.rule_file.short_title, language) for each in survey.files]
        self._titles = tuple(titles[at] for at in self._files)
        self._ids = tuple(survey.ids[at] for at in self._files)
        self.endResetModel()

    def file_of(self, column: int) -> str:
        """Return the id of the file of a column, "" for the first ones."""
        return self._ids[column - _FIRST_FILE] if column >= _FIRST_FILE else ""

    def words(self, row: int, column: int) -> str:
        """Return what a cell says, in words."""
        name = self.rows[row].name or self._phrases.say("patients-no-name")
        if column < _FIRST_FILE:
            return "; ".join(filter(None, (name, self._what(self.rows[row]))))
        found = self._found(row, column)
        said = self._phrases.say("cohort-other-disease")
        if _is_asked(found):
            said = conclusion_word(found.word, self._phrases)
            if not found.takes_patients:
                said = self._phrases.say("cohort-takes-nobody", conclusion=said)
        return f"{name}, {self._titles[column - _FIRST_FILE]}: {said}"

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else _FIRST_FILE + len(self._files)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        if section < _FIRST_FILE:
            return self._phrases.say(("cohort-patient", "cohort-what")[section])
        return self._titles[section - _FIRST_FILE] if section - _FIRST_FILE < len(self._titles) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        at, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return self.words(at, column)
        if column < _FIRST_FILE:
            row = self.rows[at]
            texts = (row.name or self._phrases.say("patients-no-name"), self._what(row))
            return texts[column] if role == Qt.ItemDataRole.DisplayRole else None
        found = self._found(at, column)
        sign = Sign(*tone_of(found.word, takes_patients=found.takes_patients)) if _is_asked(found) else None
        if role == SIGN:
            return sign
        return (sign.sign if sign else "") if role == Qt.ItemDataRole.DisplayRole else None

    def _found(self, row: int, column: int) -> Found:
        return self.rows[row].founds[self._files[column - _FIRST_FILE]]

    def _what(self, row: Row) -> str:
        age = "" if row.age is None else self._phrases.say("form-years", years=row.age)
        diagnosis = ", ".join(diagnosis_words(row, self._catalogue, self._phrases.language)[:1])
        return " · ".join(filter(None, (diagnosis, age)))


def _is_asked(found: Found) -> bool:
    return found.word is not Word.OTHER_DISEASE


class _Titles(QHeaderView):
    """A header whose titles of files stand upright."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme

    @override
    def sectionSizeFromContents(self, logicalIndex: int) -> QSize:
        letter = self.fontMetrics().averageCharWidth()
        return QSize(super().sectionSizeFromContents(logicalIndex).width(), letter * _TITLE_LETTERS)

    @override
    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.fillRect(rect, QColor(self._theme.surface))
        painter.setPen(QColor(self._theme.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.setPen(QColor(self._theme.text))
        text = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal) or "")
        metrics, pad = self.fontMetrics(), self.fontMetrics().height() // 3
        if logicalIndex < _FIRST_FILE:
            place = rect.adjusted(pad * 2, 0, 0, -pad)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom), text)
        else:
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.height() - 2 * pad)
            painter.translate(rect.center().x() + metrics.ascent() // 2, rect.bottom() - pad)
            painter.rotate(-90)
            painter.drawText(0, 0, shown)
        painter.restore()


class _SignDelegate(RowDelegate):
    """Draws a sign on the ground of its tone, and the first columns as words."""

    @override
    def draw(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        fonts = Fonts(option.font)
        if index.column() < _FIRST_FILE:
            is_name = index.column() == WHO
            place = option.rect.adjusted(fonts.pad, 0, -fonts.gap, 0)
            font = fonts.strong if is_name else fonts.small
            colour = self.theme.text if is_name else self.theme.muted
            self.draw_line(painter, place, font, colour, str(index.data() or ""))
            return
        sign = index.data(SIGN)
        if not isinstance(sign, Sign):
            return
        side = min(option.rect.width(), option.rect.height()) - 2 * fonts.gap
        badge = QRect(0, 0, side, side)
        badge.moveCenter(option.rect.center())
        self.draw_badge(painter, badge, sign.tone)
        painter.setFont(fonts.strong)
        painter.drawText(badge, int(Qt.AlignmentFlag.AlignCenter), sign.sign)


class Matrix(QTableView):
    """Arrows go from cell to cell; Return opens the patient with the file."""

    chosen = Signal(int, int)
    """A row and a column were opened."""
    stands_at = Signal(int, int)

    def __init__(self, model: MatrixModel, name: str, theme: Theme) -> None:
        super().__init__()
        self.setModel(model)
        self.setAccessibleName(name)
        self.setHorizontalHeader(_Titles(theme, self))
        self.setItemDelegate(_SignDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        HeardLine(self)
        rows, heads = self.verticalHeader(), self.horizontalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        fonts = Fonts(self.font())
        self._cell = fonts.line + 2 * fonts.pad
        rows.setDefaultSectionSize(self._cell)
        heads.setMinimumSectionSize(self._cell)
        model.modelReset.connect(self._size)
        self.doubleClicked.connect(self._open)

    def _size(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self.setColumnWidth(WHO, letter * _NAME_LETTERS)
        self.setColumnWidth(WHAT, letter * _WHAT_LETTERS)
        for column in range(_FIRST_FILE, self.model().columnCount()):
            self.setColumnWidth(column, self._cell)

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.row(), index.column())

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.stands_at.emit(current.row(), current.column())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)


def signs(words: Sequence[Word]) -> str:
    """Return the signs of conclusions, for a chip."""
    return "".join(dict.fromkeys(tone_of(word, takes_patients=True)[1] for word in words))
