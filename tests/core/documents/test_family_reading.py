"""A reader of 12 years understands the sheet, as far as formulas can tell.

Held to year 6 of school in both languages: who is 12 is in it or has just left it. The figures are printed by
``python -m tests.reading_age``.
"""

from __future__ import annotations

import re

import pytest

from core.language.phrases import LANGUAGES
from tests.core.documents.family_papers import CASES, Case, lines, sentences
from tests.core.follow_up.sample_plans import shipped
from tests.reading_age import read, syllables, table

HIGHEST_GRADE = 6.0
MOST_WORDS = 20
"""Of one sentence."""

COUNTED = {
    "en": {
        "call": 1, "blood": 1, "medicine": 3, "vaccine": 2, "irradiated": 5, "illness": 2, "treated": 2, "clinic": 2,
        "hospital": 3, "virus": 2, "hepatitis": 4, "donor": 2, "machines": 2, "disease": 2, "changes": 2, "people": 2,
        "science": 2, "area": 3, "idea": 3, "sea": 1, "being": 2, "table": 2, "lives": 1, "wanted": 2, "stopped": 1,
        "muscles": 2, "breathe": 1, "CAR-T": 2, "corona": 3, "child's": 1,
    },
    "de": {
        "Behandlung": 3, "Zellen": 2, "Ihnen": 2, "Fieber": 2, "Krankheit": 2, "bekommen": 3, "Hepatitis": 4,
        "beteiligt": 3, "Mäuse": 2, "Größe": 2, "Erwachsene": 4, "CAR-T-Zellen": 4, "Familie": 3, "Museum": 3,
    },
}  # fmt: skip


@pytest.mark.parametrize("language", COUNTED)
def test_syllables_are_those_counted_by_hand(language: str) -> None:
    counted = {word: syllables(word, language) for word in COUNTED[language]}
    assert counted == COUNTED[language]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_a_reader_of_12_can_read_the_sheet(name: str, language: str) -> None:
    sheet = CASES[name].sheet(language)
    for told in (lines(sheet), sentences(sheet)):
        reading = read("\n".join(told), language)
        assert reading.words
        assert reading.grade(language) <= HIGHEST_GRADE


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_long(language: str) -> None:
    told = {line for case in CASES.values() for line in sentences(case.sheet(language))}
    long = [
        part for line in told for part in re.split(r"(?<=[.!?:])\s", line) if read(part, language).words > MOST_WORDS
    ]
    assert long == []


@pytest.mark.parametrize("language", COUNTED)
def test_what_physicians_read_is_beyond_the_limit(language: str) -> None:
    """Else the formula would not tell one from the other."""
    details = [each.detail[language] for schedule in shipped() for each in schedule.activities if each.detail]
    assert read("\n".join(details), language).grade(language) > HIGHEST_GRADE


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_no_abbreviation_stands_without_its_meaning(case: Case, language: str) -> None:
    """CAR-T is explained on the sheet, and nothing else is short for something."""
    told = "\n".join(lines(case.sheet(language)))
    short = set(re.findall(r"\b\w*[A-ZÄÖÜ]{2,}\w*\b", told)) | set(re.findall(r"\b[a-z]\.\s?[A-Za-z]\.", told))
    assert short <= {"CAR"}
    assert re.search(r"CAR-T(?:-Zellen sind| cells are) ", told)


def test_the_figures_can_be_printed() -> None:
    assert len(table().splitlines()) == 1 + len(CASES) * len(LANGUAGES)
