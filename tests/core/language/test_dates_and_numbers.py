"""Dates and numbers as each language writes them, never more exact than they were recorded."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from core.errors import KriterionError
from core.language.dates import format_date, format_partial
from core.language.numbers import format_number

MONTHS = {
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.",
}


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_month(language: str) -> None:
    """The papers of a year ago must be written the same today."""
    stop = "." if language == "de" else ""
    for number, month in enumerate(MONTHS[language].split(), start=1):
        assert format_date(date(2026, number, 2), language) == f"2{stop} {month} 2026"


@pytest.mark.parametrize(
    ("written", "english", "german"),
    [
        ("2026", "2026", "2026"),
        ("2026-12", "Dec 2026", "Dez. 2026"),
        ("2026-12-02", "2 Dec 2026", "2. Dez. 2026"),
        ("2026-12-02T07:40", "2 Dec 2026, 07:40", "2. Dez. 2026, 07:40"),
        ("2024-02-29", "29 Feb 2024", "29. Feb. 2024"),
    ],
)
def test_as_far_as_it_is_known(written: str, english: str, german: str) -> None:
    """A month stays a month."""
    assert (format_partial(written, "en"), format_partial(written, "de")) == (english, german)


@pytest.mark.parametrize("written", ["", "unknown", "2026-13", "2026-02-30", "26-01-01", "2026-1-1", "2026-01-01T7:40"])
def test_what_is_no_date(written: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(KriterionError):
        format_partial(written, "en")


@pytest.mark.parametrize(
    ("digits", "english", "german"),
    [
        ("2.50", "2.50", "2,50"),
        ("-0.05", "-0.05", "-0,05"),
        ("180000", "180000", "180000"),
        ("1E+3", "1000", "1000"),
        ("0.0000001", "0.0000001", "0,0000001"),
        ("123456789012345678901234567890.1", "123456789012345678901234567890.1", "123456789012345678901234567890,1"),
    ],
)
def test_numbers_keep_their_digits(digits: str, english: str, german: str) -> None:
    """Only the decimal sign changes."""
    assert (format_number(Decimal(digits), "en"), format_number(Decimal(digits), "de")) == (english, german)


def test_what_cannot_be_written() -> None:
    """No NaN on paper, no language by default."""
    with pytest.raises(KriterionError):
        format_number(Decimal("NaN"), "en")
    with pytest.raises(KriterionError):
        format_number(Decimal(1), "xx")
    with pytest.raises(KriterionError):
        format_date(date(2026, 1, 1), "xx")
