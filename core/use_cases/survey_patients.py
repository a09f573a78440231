"""Survey many patients by every rule file: the whole of a clinic, or a folder of patient files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.birth import years_on
from core.chart.chart import Chart
from core.errors import WorldError
from core.exchange.tables import table_text
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.progress import Report, told, unwatched
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import screen_each
from core.screening.survey import found_of
from core.screening.surveyed import Row, Survey
from core.use_cases.weigh_update import Candidate, Ready
from core.wording.conclusions import conclusion_word

_DECADE = 10
_OLDEST = 90
"""Whoever is older is told as this: few are, and a file without names should find nobody."""
FEWEST = 5
"""A table that leaves the clinic with fewer patients than this may tell who they are. Our own choice: limits of
3, 5 and 10 are usual for statistics of health, and none of them is a rule for a clinic."""


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
