"""When a patient was born: by date, or by an age on a day; never after the day of judging."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue.reading import load_catalogue
from core.chart.birth import AgeOn, age_of
from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from core.language.phrases import LANGUAGES, Phrases
from core.source_text.problem import Problem
from core.values.duration import completed_years
from core.values.partial_date import PartialDate, parse_partial_date
from core.wording.births import birth_words

HEAD = "format: 1\nid: row\n"
CATALOGUE = load_catalogue()


def read(text: str, on: date | None = None) -> tuple[Chart | None, tuple[Problem, ...]]:
    return read_patient((HEAD + text).encode(), "row.yaml", CATALOGUE, on)


def birth_of(text: str, on: date | None = None) -> PartialDate:
    chart, problems = read(text, on)
    assert problems == ()
    assert chart is not None
    assert chart.birth is not None
    return chart.birth


days = st.dates(date(1950, 1, 1), date(2080, 12, 31))


@given(st.integers(0, 120), days)
def test_an_age_leaves_exactly_the_days_that_give_it(years: int, on: date) -> None:
    """The first and the last day give the age, the days beside them do not; the 29th of February among them."""
    birth = AgeOn(years, PartialDate.on(on)).birth
    one = timedelta(days=1)
    assert completed_years(birth.first, on) == completed_years(birth.last, on) == years
    assert completed_years(birth.first - one, on) == years + 1
    assert birth.last == on or completed_years(birth.last + one, on) == years - 1


@given(st.integers(0, 120), days, st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d"]))
def test_an_age_is_known_again_by_the_text_of_the_birth(years: int, on: date, pattern: str) -> None:
    moment = parse_partial_date(on.strftime(pattern))
    assert moment is not None
    age = AgeOn(years, moment)
    assert age_of(age.birth) == age
    assert age.birth.first <= AgeOn(years, PartialDate.on(on)).birth.first
    assert age.birth.last >= AgeOn(years, PartialDate.on(on)).birth.last


def test_an_age_on_a_day_is_read() -> None:
    birth = birth_of("age: {value: 15 years, date: 2026-11-20, by: mother}")
    assert (birth.first, birth.last, birth.text) == (date(2010, 11, 21), date(2011, 11, 20), "15 years on 2026-11-20")
    assert birth_of("age: {value: 15, date: 2026}").first == date(2010, 1, 2)


def test_a_birth_date_known_to_the_year_is_narrowed_by_the_age() -> None:
    birth = birth_of("birth_date: 2011\nage: {value: 15 years, date: 2026-11-20}")
    assert (birth.first, birth.last, birth.text) == (date(2011, 1, 1), date(2011, 11, 20), "2011")


@pytest.mark.parametrize("written", ["2026-11-23", "2090-02-11", "2026-12", "2027"])
def test_a_birth_after_the_day_of_judging_is_refused(written: str) -> None:
    chart, (problem,) = read(f"birth_date: {written}\n", date(2026, 11, 22))
    assert chart is None
    assert (problem.code, problem.span.line, problem.span.column) == ("birth-date", 3, 13)
    assert "the day of judging" in problem.message


@pytest.mark.parametrize("written", ["2026-11-22", "2026-11", "2026", "1990-02-11"])
def test_a_birth_that_may_lie_before_the_day_is_taken(written: str) -> None:
    assert birth_of(f"birth_date: {written}\n", date(2026, 11, 22)).text == written


def test_the_day_given_counts_before_that_of_the_file() -> None:
    text = "birth_date: 2020-05-01\njudge_on: 2019-01-01\n"
    assert read(text)[0] is None
    assert birth_of(text, date(2026, 11, 22)).text == "2020-05-01"
    assert birth_of("birth_date: 2090-02-11\n").text == "2090-02-11", "of no day nothing can be said"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_birth_told_by_an_age_is_said_between_two_days(language: str) -> None:
    words = birth_words(birth_of("age: {value: 15 years, date: 2026-11-20}"), Phrases(language))
    assert "21" in words
    assert "2010" in words
    assert "2011" in words
    assert "15" in words
    assert birth_words(birth_of("birth_date: 2011-03"), Phrases("en")) == "Mar 2011"
