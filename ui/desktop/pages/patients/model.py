"""The patients as an item model; searching narrows it, overviews come in one by one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from typing_extensions import override

from core import clock
from core.entry.typed import Typing, Understood, read_typed_date
from core.entry.typed.searching import plain
from core.language.dates import format_date
from core.language.phrases import Phrases
from core.store.records import PatientLine
from core.use_cases.look_over import Overview, same_named
from core.wording.births import born_words
from ui.desktop.widgets.cells import NOWHERE, Cell, CellsModel, Index

_FEWEST_DIGITS = 4
"""A year has four: what has fewer is no date worth reading."""
COLUMNS = (
    "patients-name",
    "patients-born",
    "patients-diagnosis",
    "patients-conclusion",
    "patients-best",
    "patients-due",
    "patients-opened",
)


class PatientsModel(CellsModel):
    """Ten thousand lines are one tuple; a cell's words are made when they are shown."""

    def __init__(self, phrases: Phrases, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, phrases, parent)
        self._all: tuple[tuple[str, PatientLine], ...] = ()
        self._shown: tuple[PatientLine, ...] = ()
        self._search = ""
        self._same: frozenset[str] = frozenset()
        self._overviews: dict[str, Overview] = {}
        self._only: frozenset[str] | None = None

    def show_patients(self, patients: Sequence[PatientLine]) -> None:
        """Show these patients, in this order."""
        known = {line.id for line in patients}  # of whoever was erased nothing stays
        self._overviews = {each: seen for each, seen in self._overviews.items() if each in known}
        self._same = same_named(plain(line.name) for line in patients if line.name)
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
            if (self._only is None or line.id in self._only)
            and (all(word in spelled for word in words) or (born and line.birth.startswith(born)))
        )
        self.endResetModel()

    def show_only(self, patients: frozenset[str] | None) -> None:
        """Show these patients alone, as far as the search lets them; None: everybody."""
        self._only = patients
        self.search(self._search)

    def _born(self, text: str) -> str:
        """The day that a text writes as dates are written here, "" where it writes none."""
        if sum(sign.isdecimal() for sign in text) < _FEWEST_DIGITS:
            return ""
        typed = read_typed_date(text, Typing(self.phrases.language, clock.today()))
        return str(typed.content) if isinstance(typed, Understood) else ""

    def show_overview(self, patient_id: str, overview: Overview) -> None:
        """Show what is known of a patient besides the line."""
        self._overviews[patient_id] = overview
        at = next((at for at, line in enumerate(self._shown) if line.id == patient_id), None)
        if at is not None:
            self.dataChanged.emit(self.index(at, 0), self.index(at, len(COLUMNS) - 1))

    def has_overview(self, row: int) -> bool:
        """Tell whether a row is complete."""
        return self._shown[row].id in self._overviews

    def forget_overviews(self, patient_id: str = "") -> None:
        """The patient has changed, or, without one, all that they were judged by."""
        if patient_id:
            self._overviews.pop(patient_id, None)
        else:
            self._overviews.clear()

    def line(self, row: int) -> PatientLine:
        """Return the patient of a row."""
        return self._shown[row]

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    @override
    def cells(self, row: int) -> tuple[Cell, ...]:
        line = self._shown[row]
        say, language = self.phrases.say, self.phrases.language
        seen = self._overviews.get(line.id, Overview())
        born = born_words(line.birth, line.age, clock.today(), self.phrases) or say("patients-no-birth")
        mark = say("patients-synthetic") if line.is_synthetic else ""
        chip = say("patients-same-name-mark") if plain(line.name) in self._same else ""
        opened = "" if line.opened_at is None else format_date(line.opened_at.astimezone().date(), language)
        return (
            Cell(
                line.name or say("patients-no-name"),
                " · ".join(part for part in (line.number, mark) if part),
                chip=chip,
            ),
            Cell(born, "" if seen.age is None else say("form-years", years=seen.age)),
            Cell(seen.diagnoses),
            Cell(f"{seen.sign} {seen.word}" if seen.word else "", tone=seen.tone),
            Cell(seen.where, say("patients-more", count=seen.more) if seen.more else ""),
            Cell(self._due(seen), seen.why_due),
            Cell(opened),
        )

    def _due(self, seen: Overview) -> str:
        if seen.is_overdue:
            return self.phrases.say("patients-overdue")
        return "" if seen.due is None else format_date(seen.due, self.phrases.language)
