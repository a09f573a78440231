"""Dates as clinicians type them: as precise as they are, and no guess where day and month can be exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from core.entry.typed.outcome import Empty, Offer, Phrase, Refused, TwoReadings, Typed, Typing, Understood
from core.language.dates import format_partial
from core.values.duration import Duration, TimeUnit
from core.values.partial_date import parse_partial_date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january", "januar", "jän", "jänner"),
            ("feb", "february", "februar"),
            ("mar", "march", "märz", "mär", "mrz", "maerz"),
            ("apr", "april"),
            ("may", "mai"),
            ("jun", "june", "juni"),
            ("jul", "july", "juli"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("oct", "october", "okt", "oktober"),
            ("nov", "november"),
            ("dec", "december", "dez", "dezember"),
        ),
        start=1,
    )
    for name in names
}
_TODAY = frozenset({"today", "heute"})
_YESTERDAY = frozenset({"yesterday", "gestern"})
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{4})", re.ASCII)
_WORD_YEAR = re.compile(r"([^\W\d]+)\.?\s+(\d{4})")
_DAY_WORD_YEAR = re.compile(r"(\d{1,2})\.?\s*([^\W\d]+)\.?\s+(\d{4})")
_WORD_DAY_YEAR = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2}),?\s+(\d{4})")
_NUMERIC = re.compile(r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})", re.ASCII)
_AGO = re.compile(
    r"(?:vor\s+)?(\d{1,3})\s*(d|days?|tage?n?|wk|wks|weeks?|w|wochen?|mo|months?|monate?n?|m|y|yr|yrs|years?|jahre?n?|j)"
    r"\.?(?:\s+(?:ago|her))?",
    re.IGNORECASE,
)
_SHORT_YEAR = 2


def read_typed_date(text: str, typing: Typing) -> Typed:
    """Return what a text says of a date; its content is the date as a patient file writes it."""
    written = " ".join(text.split())
    if not written:
        return Empty()
    found = tuple(dict.fromkeys(_readings(written, typing.evaluation_on)))
    known = [each for each in found if parse_partial_date(each) is not None]
    if not known:
        return Refused(Phrase("entry-no-date", {"text": written}))
    if len(known) > 1:
        return TwoReadings(Phrase("entry-two-dates"), tuple(Offer(shown_date(each, typing.language)) for each in known))
    return _checked(known[0], typing)


def read_past_date(text: str, typing: Typing, refusal: str = "entry-after-today") -> Typed:
    """Return what a text says of a date of something that was: a day after today is refused."""
    read = read_typed_date(text, typing)
    written = read.content if isinstance(read, Understood) else None
    moment = parse_partial_date(written) if isinstance(written, str) else None
    return Refused(Phrase(refusal)) if moment is not None and typing.is_to_come(moment) else read


def read_birth_date(text: str, typing: Typing) -> Typed:
    """Return what a text says of a birth date: nobody is born after today."""
    return read_past_date(text, replace(typing, birth=None), "entry-born-after-today")  # it may correct an earlier one


def shown_date(written: str, language: str) -> str:
    """Return a date as a field shows it: a form that reads back as itself."""
    return format_partial(written, language)


def _checked(written: str, typing: Typing) -> Typed:
    moment = parse_partial_date(written)
    if moment is not None and typing.birth is not None and moment.last < typing.birth.first:
        return Refused(Phrase("entry-before-birth"))
    return Understood(written)


def _readings(text: str, today: date) -> Iterator[str]:
    """Yield every date a text can be, in the form of the patient file."""
    small = text.casefold()
    if small in _TODAY:
        yield today.isoformat()
    elif small in _YESTERDAY:
        yield (today - timedelta(days=1)).isoformat()
    elif _ISO.fullmatch(text):
        yield text
    elif match := _NUMERIC.fullmatch(text):
        yield from _numeric(match[1], match[3], match[4], match[2])
    elif match := _MONTH_YEAR.fullmatch(text):
        yield f"{match[2]}-{int(match[1]):02}"
    elif match := _DAY_WORD_YEAR.fullmatch(small):
        yield from _named(match[3], match[2], match[1])
    elif match := _WORD_DAY_YEAR.fullmatch(small):
        yield from _named(match[3], match[1], match[2])
    elif match := _WORD_YEAR.fullmatch(small):
        yield from (each for each in (_month(match[1], match[2]),) if each)
    elif match := _AGO.fullmatch(small):
        yield _ago(int(match[1]), match[2], today)


def _numeric(first: str, second: str, year: str, sign: str) -> Iterator[str]:
    """A point stands only between day, month and year; a stroke stands in both orders."""
    century = ("19", "20") if len(year) == _SHORT_YEAR else ("",)
    for start in century:
        yield f"{start}{year}-{int(second):02}-{int(first):02}"
        if sign != "." and first != second:
            yield f"{start}{year}-{int(first):02}-{int(second):02}"


def _named(year: str, month: str, day: str) -> Iterator[str]:
    number = _MONTHS.get(month)
    if number is not None:
        yield f"{year}-{number:02}-{int(day):02}"


def _month(name: str, year: str) -> str:
    number = _MONTHS.get(name)
    return "" if number is None else f"{year}-{number:02}"


def _ago(count: int, unit: str, today: date) -> str:
    """Relative dates keep their precision: days are a day; weeks and months a month, years a year."""
    if unit.startswith(("d", "t")):
        return (today - timedelta(days=count)).isoformat()
    if unit.startswith("w"):
        return f"{today - timedelta(weeks=count):%Y-%m}"
    if unit.startswith("m"):
        return f"{Duration(count, TimeUnit.MONTH).before(today):%Y-%m}"
    return str(today.year - count)
