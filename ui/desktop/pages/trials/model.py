"""The known trials, and what changed of them, as item models: two lines of words in each cell."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from core.language.phrases import Phrases
from core.trials.comparing import TrialChanges
from core.trials.listing import Listed
from core.wording.trials import TrialWords
from ui.desktop.widgets.cells import NOWHERE, Cell, CellsModel, Index

COLUMNS = (
    "trials-column-trial",
    "trials-column-disease",
    "trials-column-phase",
    "trials-column-age",
    "trials-column-status",
    "trials-column-nearest",
    "trials-column-file",
    "trials-column-changed",
)
CHANGE_COLUMNS = ("trials-column-kind", "trials-column-trial", "trials-column-now")
_NEAREST = 5


class TrialsModel(CellsModel):
    """The trials as they are given."""

    def __init__(self, phrases: Phrases, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, phrases, parent)
        self._words = TrialWords(phrases)
        self._has_place = False
        self.trials: tuple[Listed, ...] = ()

    def show_trials(self, trials: Sequence[Listed], *, has_place: bool) -> None:
        """Show these trials, in this order; without a place of one's own their countries."""
        self.beginResetModel()
        self.trials = tuple(trials)
        self._has_place = has_place
        self.endResetModel()

    def place_of(self, number: str) -> int | None:
        """Return the row of a trial."""
        return next((at for at, each in enumerate(self.trials) if each.trial.number == number), None)

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.trials)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        is_head = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        if is_head and section == _NEAREST and not self._has_place:
            return self.phrases.say("trials-column-where")
        return super().headerData(section, orientation, role)

    @override
    def cells(self, row: int) -> tuple[Cell, ...]:
        each, words = self.trials[row], self._words
        trial = each.trial
        return (
            Cell(words.called(each), " · ".join(filter(None, (trial.number, trial.sponsor))), chip=words.fit(each)),
            Cell(words.diseases(trial)),
            Cell(words.phases(trial)),
            Cell(words.short_ages(trial)),
            Cell(words.short_badge(trial), tone=words.tone(trial)[0]),
            Cell(*words.nearest(each)),
            Cell(*words.rule_file(each)),
            Cell("" if each.changed is None else words.short_changes(each.changed)),
        )


class ChangesModel(CellsModel):
    """What changed, a trial a row."""

    def __init__(self, phrases: Phrases, parent: QObject | None = None) -> None:
        super().__init__(CHANGE_COLUMNS, phrases, parent)
        self._words = TrialWords(phrases)
        self.changes: tuple[TrialChanges, ...] = ()

    def show_changes(self, changes: Sequence[TrialChanges]) -> None:
        """Show these changes, in this order."""
        self.beginResetModel()
        self.changes = tuple(changes)
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.changes)

    @override
    def cells(self, row: int) -> tuple[Cell, ...]:
        changed, words = self.changes[row], self._words
        trial = changed.trial
        name = Cell(words.title(trial), " · ".join(filter(None, (trial.number, words.diseases(trial)))))
        return Cell(words.kind(changed)), name, Cell(words.details(changed))
