"""The day a patient file is judged on: the one given, else its own, else today."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from core.use_cases.screen_patients import ScreenedPatient, screen_patients
from tests.sample_screenings import catalogue, compiled, patients, sample_paths

TODAY, YEARS_AHEAD = date(2026, 11, 29), date(2031, 5, 1)
OWN = "judge_on: 2026-11-22\n"
RULES = ("example-sle-cart-01", "nct06222853")


def screened(path: Path, given: date | None = None, today: date = TODAY) -> ScreenedPatient:
    (found,) = screen_patients([path], [compiled(name) for name in RULES], catalogue(), given, today)
    return found


@pytest.fixture
def write(tmp_path: Path) -> Path:
    return tmp_path / "patient.yaml"


@pytest.mark.parametrize(
    ("own", "given", "day", "is_own"),
    [
        ("", None, TODAY, False),
        ("", date(2026, 3, 1), date(2026, 3, 1), False),
        (OWN, None, date(2026, 11, 22), True),
        (OWN, date(2026, 3, 1), date(2026, 3, 1), False),
    ],
)
def test_which_day_counts(write: Path, own: str, given: date | None, day: date, *, is_own: bool) -> None:
    write.write_text(f"format: 1\nid: x\nbirth_date: 1990-02-11\n{own}diagnoses: [{{is: sle, since: 2014}}]\n")
    found = screened(write, given)
    assert (found.evaluation_on, found.is_on_its_own_day) == (day, is_own)
    assert {screening.evaluation_on for screening in found.screenings} == {day}


def test_samples_are_concluded_the_same_years_later() -> None:
    """Without a day each is judged on its own, whenever that is."""
    before = {each.file: each for each in patients()}
    for path in sample_paths()[:4]:
        later = screened(path, today=YEARS_AHEAD)
        assert later.is_on_its_own_day
        same = [each for each in before[str(path)].screenings if each.rule_file.id in RULES]
        assert [each.conclusion for each in later.screenings] == [each.conclusion for each in same]


def test_every_sample_names_its_day() -> None:
    assert {each.chart.judged_on for each in patients() if each.chart is not None} == {date(2026, 11, 22)}


@pytest.mark.parametrize(("given", "today"), [(None, date(2026, 11, 22)), (date(2026, 11, 22), date(2030, 1, 1))])
def test_a_patient_born_after_the_day_is_not_judged(write: Path, given: date | None, today: date) -> None:
    write.write_text("format: 1\nid: x\nbirth_date: 2027-01-01\ndiagnoses: [{is: sle}]\n")
    found = screened(write, given, today)
    assert (found.chart, found.screenings) == (None, ())
    assert [(problem.code, problem.span.line) for problem in found.problems] == [("birth-date", 3)]


def test_results_of_a_later_day_are_counted_and_not_refused(write: Path) -> None:
    write.write_text("format: 1\nid: x\nbirth_date: 1990-02-11\nck: {value: 300 U/L, date: 2027-01-05}\n")
    found = screened(write, date(2026, 11, 22))
    assert found.problems == ()
    assert {screening.later_entries for screening in found.screenings} == {1}
