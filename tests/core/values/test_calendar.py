"""Calendar arithmetic as the language has it: adding rolls forward, subtracting and planning clamp."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.values.duration import Duration, TimeUnit, completed_years, parse_duration
from core.values.partial_date import PartialDate, parse_partial_date
from core.values.quantity import parse_quantity, parse_titre

DAYS = st.dates(date(1930, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "length", "after", "before", "planned"),
    [
        ("2026-01-31", "1 month", "2026-03-01", "2025-12-31", "2026-02-28"),
        ("2024-01-31", "1 month", "2024-03-01", "2023-12-31", "2024-02-29"),
        ("2026-03-31", "1 month", "2026-05-01", "2026-02-28", "2026-04-30"),
        ("2024-02-29", "1 year", "2025-03-01", "2023-02-28", "2025-02-28"),
        ("2026-11-30", "3 months", "2027-03-01", "2026-08-30", "2027-02-28"),
        ("2026-06-01", "12 weeks", "2026-08-24", "2026-03-09", "2026-08-24"),
        ("2026-06-01", "48 hours", "2026-06-03", "2026-05-30", "2026-06-03"),
        ("2026-06-01", "1 hour", "2026-06-02", "2026-05-31", "2026-06-02"),
    ],
)
def test_adding_and_subtracting(day: str, length: str, after: str, before: str, planned: str) -> None:
    duration = parse_duration(length)
    assert duration is not None
    start = date.fromisoformat(day)
    assert duration.after(start) == date.fromisoformat(after)
    assert duration.before(start) == date.fromisoformat(before)
    assert duration.planned_after(start) == date.fromisoformat(planned)


@given(DAYS, st.integers(0, 400))
def test_months_are_never_shorter_going_forward_than_planned(day: date, months: int) -> None:
    length = Duration(months, TimeUnit.MONTH)
    assert length.planned_after(day) <= length.after(day) <= length.planned_after(day) + timedelta(days=1)


@given(DAYS, st.integers(0, 2000))
def test_days_and_weeks_come_back(day: date, count: int) -> None:
    for unit in (TimeUnit.DAY, TimeUnit.WEEK):
        length = Duration(count, unit)
        assert length.before(length.after(day)) == day


def test_sums_count_a_month_as_30_4375_days() -> None:
    assert Duration(6, TimeUnit.MONTH).days == Fraction("182.625")
    assert Duration(1, TimeUnit.YEAR).days == Fraction("365.25")
    assert Duration(12, TimeUnit.WEEK).days == 84


@pytest.mark.parametrize(
    ("birth", "day", "years"),
    [
        ("2008-06-11", "2026-06-10", 17),
        ("2008-06-11", "2026-06-11", 18),
        ("1960-06-01", "2026-05-31", 65),
        ("1960-06-01", "2026-06-01", 66),
        ("2008-02-29", "2026-02-28", 17),
        ("2008-02-29", "2026-03-01", 18),
        ("2008-02-29", "2024-02-29", 16),
    ],
)
def test_age_is_counted_in_completed_years(birth: str, day: str, years: int) -> None:
    assert completed_years(date.fromisoformat(birth), date.fromisoformat(day)) == years


@given(DAYS, DAYS)
def test_an_age_is_complete_on_the_day_the_years_are_over(birth: date, day: date) -> None:
    years = completed_years(birth, day)
    if day >= birth:
        assert Duration(years, TimeUnit.YEAR).after(birth) <= day
        assert Duration(years + 1, TimeUnit.YEAR).after(birth) > day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("2026-05-20", "2026-05-20", "2026-05-20"),
        ("2026-05-20T07:40", "2026-05-20", "2026-05-20"),
    ],
)
def test_partial_dates(text: str, first: str, last: str) -> None:
    moment = parse_partial_date(text)
    assert moment is not None
    assert (moment.first, moment.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert moment.text == text


@pytest.mark.parametrize(
    "text", ["", "26", "2026-13", "2026-02-30", "2026-5", "20.5.2026", "2026-05-20T25:00", "2026-05T07:40"]
)
def test_what_is_no_date(text: str) -> None:
    assert parse_partial_date(text) is None


def test_a_partial_date_can_be_cut() -> None:
    year = parse_partial_date("2026")
    assert year is not None
    cut = year.within(date(2026, 3, 1), date(2026, 6, 1))
    assert cut == PartialDate(date(2026, 3, 1), date(2026, 6, 1), "2026")
    assert year.within(date(2027, 1, 1), date(2027, 2, 1)) is None


@pytest.mark.parametrize("text", ["", "mg", "1,500 mg", "NaN", "1e9", "--3", "1" * 40])
def test_what_is_no_quantity(text: str) -> None:
    assert parse_quantity(text) is None


def test_quantities_keep_unit_and_text_as_typed() -> None:
    quantity = parse_quantity("<0.50 mg/L")
    assert quantity is not None
    assert (quantity.unit, quantity.text) == ("mg/L", "<0.50 mg/L")
    assert quantity.amount.is_high_open
    titre = parse_titre("1:640")
    assert titre is not None
    assert titre.amount.low == 640
    assert parse_titre("640") is None
