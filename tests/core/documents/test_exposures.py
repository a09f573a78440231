"""What was given in all is counted from the doses on record; what cannot be counted is named, never estimated."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from core.chart.entries import Course
from core.documents.referral_letter.exposures import exposure
from tests.core.follow_up.sample_plans import chart
from tests.sample_screenings import catalogue

ON = date(2026, 11, 22)


def courses(*lines: str) -> tuple[Course, ...]:
    listed = "".join(f"\n  - {{{line}}}" for line in lines)
    return chart("sle", more=f"treatments: {listed}").courses


def course(drug: str, start: str, end: str, *doses: str) -> str:
    listed = ", ".join(f"{{{each}}}" for each in doses)
    return f"drug: {drug}, from: {start}, to: {end}" + (f", doses: [{listed}]" if doses else "")


def held(dose: str, start: str, end: str) -> str:
    return f"dose: {dose}, from: {start}, to: {end}"


def grams(*lines: str, is_equivalent: bool = False) -> tuple[Fraction, int]:
    found = exposure(courses(*lines), catalogue(), ON, is_equivalent=is_equivalent)
    return found.grams, len(found.uncounted)


def test_infusions_count_at_their_beginning_and_then_every_so_often() -> None:
    line = course(
        "cyclophosphamide", "2022-02-14", "2022-05-09", held("500 mg, per: 2 weeks", "2022-02-14", "2022-05-09")
    )
    assert grams(line) == (Fraction(7, 2), 0)


def test_single_doses_count_once() -> None:
    line = course(
        "cyclophosphamide",
        "2022-02-14",
        "2022-02-28",
        "single: 750 mg, date: 2022-02-14",
        "single: 1 g, date: 2022-02-28",
    )
    assert grams(line) == (Fraction(7, 4), 0)


def test_a_daily_dose_counts_on_every_day_and_in_equivalents() -> None:
    line = course("methylprednisolone", "2022-01-01", "2022-01-10", held("8 mg/day", "2022-01-01", "2022-01-10"))
    assert grams(line, is_equivalent=True) == (Fraction(1, 10), 0)
    twice = course("prednisone", "2022-01-01", "2022-01-10", held("5 mg, per: 12 h", "2022-01-01", "2022-01-10"))
    assert grams(twice, is_equivalent=True) == (Fraction(1, 10), 0)


def test_what_goes_on_counts_to_the_day_of_the_letter() -> None:
    line = course("prednisone", "2026-11-13", "ongoing", held("10 mg/day", "2026-11-13", "ongoing"))
    assert grams(line, is_equivalent=True) == (Fraction(1, 10), 0)


def test_of_a_month_the_shortest_span_counts() -> None:
    line = course("prednisone", "2022-01", "2022-02", held("10 mg/day", "2022-01", "2022-02"))
    assert grams(line, is_equivalent=True) == (Fraction(2, 100), 0)


def test_doses_by_weight_courses_without_dose_and_open_ends_are_named() -> None:
    by_weight = course("prednisone", "2022-01-01", "2022-01-10", held("1 mg/kg/day", "2022-01-01", "2022-01-10"))
    assert grams(by_weight, course("prednisolone", "2022-01-01", "2022-01-10"), is_equivalent=True) == (
        Fraction(0),
        2,
    )
