"""Dates as they are written in each language: ``2 Dec 2026``, ``2. Dez. 2026``; also known to the month or year."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date as babel_format_date

from core.errors import KriterionError
from core.language.languages import ENGLISH, locale_of
from core.language.phrases import Phrases

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?", re.ASCII)


def format_date(day: date, language: str) -> str:
    """Return a day, as in ``2 Dec 2026`` and ``2. Dez. 2026``."""
    return babel_format_date(day, _pattern("date-day", language), locale=_locale(language))


def format_partial(written: str, language: str) -> str:
    """Return a date as far as it is known: day, month or year.

    ``written`` is the form of the patient file: ``2026``, ``2026-12``, ``2026-12-02`` or ``2026-12-02T07:40``.
    Raises KriterionError for anything else: what is shown must be what was recorded.
    """
    match = _WRITTEN.fullmatch(written)
    if match is None:
        raise KriterionError(f"'{written}' is not a date")
    year, month, day, clock = match.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise KriterionError(f"'{written}' is not a date") from error
    if month is None:
        return year
    if day is None:
        return babel_format_date(first, _pattern("date-month", language), locale=_locale(language))
    shown = format_date(first, language)
    return shown if clock is None else f"{shown}, {clock}"


@cache
def month_names(language: str) -> Mapping[str, int]:
    """Return every name of a month in a language without capitals and points: those that stand in its dates too."""
    return {
        babel_format_date(date(2026, number, 1), width, _locale(language)).casefold().rstrip("."): number
        for width in ("MMM", "MMMM", "LLL", "LLLL")
        for number in range(1, 13)
    }


@cache
def _pattern(phrase: str, language: str) -> str:
    """Patterns of our own, not the locale's: the month in letters cannot be mistaken for the day."""
    return Phrases(language, only=("core",)).say(phrase)


@cache
def _locale(language: str) -> Locale:
    """The language's own way where its months are words; a date is to be read back as it is shown."""
    locale = locale_of(language)
    months = (babel_format_date(date(2026, number, 1), "MMM", locale) for number in range(1, 13))
    return locale if all(month.rstrip(".").isalpha() for month in months) else Locale.parse(ENGLISH)
