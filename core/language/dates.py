"""Dates as they are written in each language: ``2 Dec 2026``, ``2. Dez. 2026``; also known to the month or year."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date as babel_format_date

from core.errors import KriterionError

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?", re.ASCII)

# patterns of our own, not the locale's: the month in letters cannot be mistaken for the day
_DAY = {"en": "d MMM y", "de": "d. MMM y"}
_MONTH = {"en": "MMM y", "de": "MMM y"}


def format_date(day: date, language: str) -> str:
    """Return a day, as in ``2 Dec 2026`` and ``2. Dez. 2026``."""
    return babel_format_date(day, _pattern(_DAY, language), locale=language)


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
        return babel_format_date(first, _pattern(_MONTH, language), locale=language)
    shown = format_date(first, language)
    return shown if clock is None else f"{shown}, {clock}"


def _pattern(patterns: dict[str, str], language: str) -> str:
    if language not in patterns:
        raise KriterionError(f"there is no way to write dates in '{language}'")
    return patterns[language]
