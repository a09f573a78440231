"""How old somebody is of whom an age on a day is known; the program's own reasons in the reader's language."""

from __future__ import annotations

from datetime import date

import pytest

from core.chart.birth import AgeOn
from core.entry.reasons import OWN_REASONS, reason_words
from core.language.phrases import LANGUAGES, Phrases
from core.values.duration import TimeUnit
from core.values.partial_date import parse_partial_date
from core.wording.births import age_words, born_words, whose_birth

ON = date(2026, 11, 22)


def aged(count: int, on: str, unit: TimeUnit = TimeUnit.YEAR) -> AgeOn:
    day = parse_partial_date(on)
    assert day is not None
    return AgeOn(count, day, unit)


@pytest.mark.parametrize(
    ("age", "english", "german"),
    [
        (aged(14, "2026-11-22"), "14 years", "14 Jahre"),
        (aged(14, "2026-11-21"), "about 14 years", "etwa 14 Jahre"),
        (aged(14, "2026-05-01"), "about 14 years", "etwa 14 Jahre"),
        (aged(14, "2025-05-01"), "about 15 years", "etwa 15 Jahre"),
        (aged(14, "2024"), "about 15 years", "etwa 15 Jahre"),
        (aged(7, "2026-11-01", TimeUnit.MONTH), "under 1 year", "unter 1 Jahr"),
        (aged(11, "2026-11-01", TimeUnit.MONTH), "about 1 year", "etwa 1 Jahr"),
        (aged(14, "2027-05-01"), "about 13 years", "etwa 13 Jahre"),
    ],
)
def test_an_age_on_another_day(age: AgeOn, english: str, german: str) -> None:
    assert [age_words(age, ON, Phrases(language)) for language in ("en", "de")] == [english, german]


def test_a_birth_date_comes_before_an_age() -> None:
    age = aged(14, "2026-05-01")
    assert born_words("2012-03", age, ON, Phrases("en")) == "Mar 2012"
    assert whose_birth("2012-03", age, ON, Phrases("de")) == "geboren März 2012"
    assert whose_birth("", age, ON, Phrases("de")) == "etwa 14 Jahre alt"
    assert whose_birth("", None, ON, Phrases("en")) == "birth date not recorded"
    assert born_words("", None, ON, Phrases("en")) == ""


@pytest.mark.parametrize("reason", OWN_REASONS)
def test_a_reason_of_the_program_is_said_in_each_language(reason: str) -> None:
    said = {language: reason_words(reason, Phrases(language)) for language in LANGUAGES}
    assert said["en"] == reason
    assert len(set(said.values())) == len(LANGUAGES)


def test_a_reason_that_somebody_wrote_stays_as_it_was_written() -> None:
    assert reason_words("wrong patient", Phrases("de")) == "wrong patient"
