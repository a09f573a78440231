"""Everybody by every file: the rows of a survey, and whom of them a table shows."""

from __future__ import annotations

from dataclasses import dataclass

from core.chart.birth import AgeOn
from core.rule_files.compiling import CompiledRuleFile
from core.screening.conclusions import BEST_FIRST, Word
from core.screening.survey import Attrition, Awaited, Found, attrition, awaited


@dataclass(frozen=True, slots=True)
class Row:
    """One patient with what every file says, in the order of the files. ``age`` is in completed years."""

    id: str
    name: str
    birth: str
    born_age: AgeOn | None
    age: int | None
    diagnoses: tuple[str, ...]
    founds: tuple[Found, ...]

    @property
    def best(self) -> Word | None:
        """The best word of a file that takes patients and has one of the patient's diseases, None without any."""
        words = {each.word for each in self.founds if each.takes_patients and each.word not in _NOT_THEIRS}
        return next((word for word in BEST_FIRST if word in words), None)


_NOT_THEIRS = (Word.OTHER_DISEASE, Word.NOT_THIS_COHORT)


@dataclass(frozen=True)
class Survey:
    """Patients by files. ``unread`` are names of those who could not be read: nobody is left out unsaid."""

    files: tuple[CompiledRuleFile, ...]
    rows: tuple[Row, ...]
    unread: tuple[str, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the files, in their order."""
        return tuple(each.checked.rule_file.id for each in self.files)

    def founds(self, file: str) -> tuple[Found, ...]:
        """What one file says of each patient, in their order."""
        at = self.ids.index(file)
        return tuple(row.founds[at] for row in self.rows)

    def attrition(self, file: str) -> Attrition:
        """Where patients are lost in one file."""
        return attrition(self.files[self.ids.index(file)], self.founds(file))

    def awaited(self) -> tuple[Awaited, ...]:
        """What one more answer would bring, what settles most patients first."""
        return awaited(self.ids, [row.founds for row in self.rows])

    def only(self, wish: Wish) -> Survey:
        """The same with those patients alone who are wished for."""
        return Survey(self.files, tuple(row for row in self.rows if wish.is_met(row)), self.unread)


@dataclass(frozen=True, slots=True)
class Wish:
    """Whom a table shows: by the id of a diagnosis, by age in completed years, by the best conclusion.

    ``one_item_away``: those whom one answer would settle for some file. Who has no known age meets no limit of age.
    """

    disease: str = ""
    age_from: int | None = None
    age_to: int | None = None
    best: frozenset[Word] = frozenset()
    one_item_away: bool = False

    def is_met(self, row: Row) -> bool:
        """Tell whether a patient is shown."""
        if self.disease and self.disease not in row.diagnoses:
            return False
        if (self.age_from is not None or self.age_to is not None) and not self._is_of_age(row.age):
            return False
        if self.best and row.best not in self.best:
            return False
        return not self.one_item_away or any(each.is_one_item_away for each in row.founds)

    def _is_of_age(self, age: int | None) -> bool:
        if age is None:
            return False
        return (self.age_from is None or age >= self.age_from) and (self.age_to is None or age <= self.age_to)
