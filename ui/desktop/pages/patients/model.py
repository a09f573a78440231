"""The patients as an item model; searching narrows it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from core import clock
from core.entry.typed import Typing, Understood, read_typed_date
from core.entry.typed.searching import plain
from core.language.phrases import Phrases
from core.store.records import PatientLine
from core.wording.births import born_words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_FEWEST_DIGITS = 4
"""A year has four: what has fewer is no date worth reading."""
COLUMNS = ("patients-name", "patients-born", "patients-number", "patients-mark")


class PatientsModel(QAbstractTableModel):
    """Ten thousand lines are one tuple; a cell's words are made when they are shown."""

    def __init__(self, phrases: Phrases, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._phrases = phrases
        self._all: tuple[tuple[str, PatientLine], ...] = ()
        self._shown: tuple[PatientLine, ...] = ()
        self._search = ""

    def show_patients(self, patients: Sequence[PatientLine]) -> None:
        """Show these patients, in this order."""
        self._all = tuple((plain(f"{line.name} {line.number} {line.birth}"), line) for line in patients)
        self.search(self._search)

    def search(self, text: str) -> None:
        """Show only patients whose name, number or birth date holds every word of the text, or who were born then."""
        self._search = text
        words = plain(text).split()
        born = self._born(text)
        self.beginResetModel()
        self._shown = tuple(
            line
            for spelled, line in self._all
            if all(word in spelled for word in words) or (born and line.birth.startswith(born))
        )
        self.endResetModel()

    def _born(self, text: str) -> str:
        """The day that a text writes as dates are written here, "" where it writes none."""
        if sum(sign.isdecimal() for sign in text) < _FEWEST_DIGITS:
            return ""
        typed = read_typed_date(text, Typing(self._phrases.language, clock.today()))
        return str(typed.content) if isinstance(typed, Understood) else ""

    def line(self, row: int) -> PatientLine:
        """Return the patient of a row."""
        return self._shown[row]

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return self._phrases.say(COLUMNS[section]) if 0 <= section < len(COLUMNS) else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        line = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(word for word in self._words(line) if word)
        return None

    def _words(self, line: PatientLine) -> tuple[str, str, str, str]:
        born = born_words(line.birth, line.age, clock.today(), self._phrases) or self._phrases.say("patients-no-birth")
        mark = self._phrases.say("patients-synthetic") if line.is_synthetic else ""
        return (line.name or self._phrases.say("patients-no-name"), born, line.number, mark)
