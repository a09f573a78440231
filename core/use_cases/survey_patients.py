"""Survey many patients by every rule file: the whole of a clinic, or a folder of patient files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.birth import AgeOn, years_on
from core.chart.chart import Chart
from core.errors import WorldError
from core.exchange.tables import table_text
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.progress import Report, told, unwatched
from core.rule_files.compiling import CompiledRuleFile
from core.screening.conclusions import Word
from core.screening.screening import screen_each
from core.screening.survey import Attrition, Awaited, Found, attrition, awaited, found_of
from core.use_cases.weigh_update import Candidate, Ready
from core.wording.conclusions import conclusion_word

_DECADE = 10
_OLDEST = 90
"""Whoever is older is told as this: few are, and a file without names should find nobody."""
FEWEST = 5
"""A table that leaves the clinic with fewer patients than this may tell who they are. Our own choice: limits of
3, 5 and 10 are usual for statistics of health, and none of them is a rule for a clinic."""


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
        return next((word for word in _BEST_FIRST if word in words), None)


_NOT_THEIRS = (Word.OTHER_DISEASE, Word.NOT_THIS_COHORT)
_BEST_FIRST = (Word.ELIGIBLE, Word.WITHIN_LIMITS, Word.POSSIBLE, Word.UNDECIDED, Word.OUTSIDE_LIMITS, Word.NOT_YET,
    Word.NOT_ELIGIBLE)  # fmt: skip


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


def survey(
    files: Sequence[CompiledRuleFile], patients: Collection[tuple[str, Ready]], report: Report = unwatched
) -> Survey:
    """Judge everybody by every file, one patient after the other; ``report`` may give it up."""
    rows: list[Row] = []
    unread: list[str] = []
    for name, read in told(patients, report):
        try:
            patient = read()
        except WorldError:
            unread.append(name)
            continue
        rows.append(row_of(patient, files))
    return Survey(tuple(files), tuple(rows), tuple(unread))


def row_of(patient: Candidate, files: Iterable[CompiledRuleFile]) -> Row:
    """Judge one patient by every file."""
    chart, on = patient.chart, patient.on
    founds = tuple(found_of(each) for each in screen_each(files, chart, on))
    age = None if chart.birth is None else years_on(chart.birth, on)
    return Row(patient.id, patient.name, patient.birth, patient.age, age, _diagnoses(chart, on), founds)


def _diagnoses(chart: Chart, on: date) -> tuple[str, ...]:
    """Return the ids of the diagnoses that are on record and go on, the first recorded first."""
    seen = chart.as_of(on).episodes
    found = (each.concept for each in seen if each.ref.startswith("diagnoses/") and each.end is None)
    return tuple(dict.fromkeys(filter(None, found)))


def table_without_names(survey: Survey, catalogue: Catalogue, phrases: Phrases) -> str:
    """Return the table for a spreadsheet: nobody's name, number or birth, ages in decades, rows by disease and age."""
    language = phrases.language
    titles = [in_language(each.checked.rule_file.short_title, language) for each in survey.files]
    head = (phrases.say("survey-diagnoses"), phrases.say("survey-age"), *titles)
    rows = sorted(
        (
            ", ".join(diagnosis_words(row, catalogue, language)),
            _decade(row.age, phrases),
            *(conclusion_word(each.word, phrases) if each.takes_patients else "" for each in row.founds),
        )
        for row in survey.rows
    )  # sorted: the order of the record would tell who is who
    return table_text(head, rows)


def diagnosis_words(row: Row, catalogue: Catalogue, language: str) -> tuple[str, ...]:
    """Return the diagnoses of a patient in words."""
    concepts = (catalogue.concept(each) for each in row.diagnoses)
    return tuple(in_language(each.label, language) for each in concepts if each is not None)


def _decade(age: int | None, phrases: Phrases) -> str:
    if age is None:
        return phrases.say("survey-age-unknown")
    if age >= _OLDEST:
        return phrases.say("survey-age-from", years=_OLDEST)
    first = age // _DECADE * _DECADE
    return phrases.say("survey-age-between", first=first, last=first + _DECADE - 1)
