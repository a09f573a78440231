"""Dates as clinicians type them: as precise as they are, and no guess where day and month can be exchanged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from core.entry.typed.numbers import narrowed
from core.entry.typed.outcome import Empty, Offer, Phrase, Refused, TwoReadings, Typed, Typing, Understood
from core.language.dates import format_partial
from core.values.duration import Duration, TimeUnit
from core.values.partial_date import parse_partial_date

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january", "januar", "jän", "jänner"),
            ("feb", "february", "februar", "feber"),
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
_ROMAN = {
    name: at
    for at, name in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), start=1)
}
_TODAY = frozenset({"today", "heute"})
_YESTERDAY = frozenset({"yesterday", "gestern"})
_YEAR = r"(\d{4})"
_YEAR_OR_SHORT = r"(\d{4}|\d{2})"
_WORD = r"([^\W\d]+)"
_GAP = r"(?:\s*[.,/-]\s*|\s*)"
_SHORT_YEAR = 2
_VERY_OLD = 90
_OLDEST = 120
"""The years that somebody can be old; a year written with two digits is none of an older birth."""

_PLANNED = 20
"""The years for which somebody plans ahead."""

_SINCE = re.compile(r"(?:(?:since|seit|from|ab|in|im|year|jahr|am|on|vom|the)\s+)+(?=\S)", re.IGNORECASE)
_ABOUT = re.compile(
    r"(?:~\s*|(?:ca\.?|circa|c\.|approx\.?|approximately|about|around|um|etwa|ungefähr)\s+|ca\.\s*)(?=\S)",
    re.IGNORECASE,
)
_WEEKDAYS: Mapping[str, int] = {
    name: number
    for number, names in enumerate(
        (
            ("mo", "mon", "monday", "montag"),
            ("di", "tue", "tues", "tuesday", "dienstag"),
            ("mi", "wed", "wednesday", "mittwoch"),
            ("do", "thu", "thur", "thurs", "thursday", "donnerstag"),
            ("fr", "fri", "friday", "freitag"),
            ("sa", "sat", "saturday", "samstag", "sonnabend"),
            ("so", "sun", "sunday", "sonntag"),
        )
    )
    for name in names
}
_WEEKDAY = re.compile(rf"({'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})\.?,?\s+(?=\d)")
_CLOCK = re.compile(
    r"(?:t|\s*,?\s+(?:um\s+|at\s+)?)\d{1,2}(?::\d{2}(?::\d{2}(?:\.\d+)?)?)(?:\s*(?:uhr|h|am|pm))?"
    r"\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2}|mes?z|cest?)?",
    re.IGNORECASE,
)
_SHOWN_CLOCK = re.compile(r"(?P<day>\d{1,2}\.? [^\W\d]+\.? \d{4}), (?P<clock>\d{2}:\d{2})")
_VAGUE = re.compile(
    r"(?:(?:early|mid|late|beginning\s+of|end\s+of|spring|summer|autumn|fall|winter|anfang|mitte|ende|frühjahr|frühling|"
    r"sommer|herbst|[1-4]\.?\s?quartal|q[1-4]|h[12]|i{1,3}\.?\s?quartal|iv\.?\s?quartal|[1-4](?:st|nd|rd|th)?\s+quarter)"
    r"(?:\s+of|\s+des\s+jahres)?[\s/-]+)(?P<rest>\S.*)|(?P<year>\d{4})[\s/-]?q[1-4]|(?P<asked>.*\S)\s*\?",
    re.IGNORECASE,
)
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})", re.ASCII)
_PACKED = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{4})", re.ASCII)
_MONTH_SHORT_YEAR = re.compile(r"(\d{1,2})\s*([/.])\s*(\d{2})", re.ASCII)
_WORD_YEAR = re.compile(rf"{_WORD}\.?{_GAP}{_YEAR}")
_WORD_SHORT_YEAR = re.compile(rf"{_WORD}\.?\s*(['\u2019]?)\s*(\d{{2}})")
_DAY_WORD_YEAR = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?{_GAP}(?:of\s+)?{_WORD}\.?{_GAP}['\u2019]?{_YEAR_OR_SHORT}")
_WORD_DAY_YEAR = re.compile(rf"{_WORD}\.?\s*(\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+){_YEAR}")
_NUMERIC = re.compile(r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})", re.ASCII)
_AGO = re.compile(
    r"(?:vor\s+)?(\d{1,3})\s*(d|days?|tage?n?|wk|wks|weeks?|w|wochen?|mo|months?|monate?n?|m|y|yr|yrs|years?|jahre?n?|j)"
    r"\.?(?:\s+(?:ago|her))?",
    re.IGNORECASE,
)
_TIMED = r"(?:[t,\s]\s*\d{1,2}:\d{2}\S*(?:\s*uhr)?)?"
DATE_BEHIND = re.compile(
    rf"\s[(\[]?(?P<day>(?:\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}|\d{{1,2}}\s?[./-]\s?\d{{1,2}}\s?[./-]\s?(?:\d{{4}}|\d{{2}})"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[\s.-]+[^\W\d]{{3,9}}\.?[\s-]+\d{{4}}|[^\W\d]{{3,9}}\.?\s+\d{{1,2}},?\s+\d{{4}}){_TIMED})[)\]]?$",
    re.IGNORECASE,
)
"""A whole day at the end of a text, which can be nothing else there."""


def read_typed_date(text: str, typing: Typing) -> Typed:
    """Return what a text says of a date; its content is the date as a patient file writes it."""
    written = " ".join(narrowed(text).split())
    if not written:
        return Empty()
    known = _known(written, typing)
    if len(known) > 1:
        return TwoReadings(Phrase("entry-two-dates"), tuple(Offer(shown_date(each, typing.language)) for each in known))
    return _checked(known[0], typing) if known else _vague(written, typing)


def read_past_date(text: str, typing: Typing, refusal: str = "entry-after-today") -> Typed:
    """Return what a text says of a date of something that was: a day after today is refused."""
    read = read_typed_date(text, typing)
    if isinstance(read, TwoReadings):
        return _past(text, typing, read, refusal)
    written = read.content if isinstance(read, Understood) else None
    moment = parse_partial_date(written) if isinstance(written, str) else None
    return Refused(Phrase(refusal)) if moment is not None and typing.is_to_come(moment) else read


def _past(text: str, typing: Typing, read: TwoReadings, refusal: str) -> Typed:
    """Of two days the one that has not been yet was not meant."""
    known = _known(" ".join(narrowed(text).split()), typing)
    past = [each for each in known if not _is_to_come(each, typing)]
    if not past:
        return Refused(Phrase(refusal))
    if len(past) == 1 and not _is_very_old(past[0], typing):
        return _checked(past[0], typing)
    return replace(read, offers=tuple(Offer(shown_date(each, typing.language)) for each in past))


def _is_very_old(written: str, typing: Typing) -> bool:
    """True for a day that only somebody very old can have lived: a slip in a year of two digits is likelier."""
    moment = parse_partial_date(written)
    return moment is not None and moment.first.year < typing.evaluation_on.year - _VERY_OLD


def _is_to_come(written: str, typing: Typing) -> bool:
    moment = parse_partial_date(written)
    return moment is not None and typing.is_to_come(moment)


def read_birth_date(text: str, typing: Typing) -> Typed:
    """Return what a text says of a birth date: nobody is born after today."""
    return read_past_date(text, replace(typing, birth=None), "entry-born-after-today")  # it may correct an earlier one


def shown_date(written: str, language: str) -> str:
    """Return a date as a field shows it: a form that reads back as itself."""
    return format_partial(written, language)


def is_day(text: str) -> bool:
    """True if a text writes a day, month or year as far as it goes."""
    return bool(_dates(" ".join(text.split()), date.max))


def _checked(written: str, typing: Typing) -> Typed:
    moment = parse_partial_date(written)
    if moment is not None and typing.birth is not None and moment.last < typing.birth.first:
        return Refused(Phrase("entry-before-birth"))
    return Understood(written)


def _vague(written: str, typing: Typing) -> Refused:
    """What is finer than a year and vaguer than a month is the year at most: it is offered, nothing finer."""
    vague = _VAGUE.fullmatch(written)
    rest = "" if vague is None else vague["rest"] or vague["year"] or vague["asked"]
    coarse = _coarser(written, typing) if vague is None else _dates(rest, typing.evaluation_on)
    offers = tuple(
        Offer(shown_date(each, typing.language)) for each in coarse if isinstance(_checked(each, typing), Understood)
    )
    phrase = Phrase("entry-vague-date" if offers else "entry-no-date", {"text": written})
    return Refused(phrase, offers[:1] if len(offers) == 1 else ())


def _coarser(written: str, typing: Typing) -> tuple[str, ...]:
    """About a day is its month, about a month is its year."""
    about = _ABOUT.match(written)
    if about is None:
        return ()
    return tuple(
        dict.fromkeys(each.rpartition("-")[0] for each in _dates(written[about.end() :], typing.evaluation_on))
    )


def _known(written: str, typing: Typing) -> tuple[str, ...]:
    """Return the dates a text can be; a century in which the patient was not born yet is none of them."""
    about = _ABOUT.match(written)
    found = _dates(written[about.end() :] if about is not None else written, typing.evaluation_on)
    if about is not None:
        return tuple(each for each in found if len(each) == len("2019"))
    if len(found) == 1:
        return found
    near = tuple(each for each in found if not _is_far_ahead(each, typing))
    lived = tuple(each for each in near if not _is_before_birth(each, typing))
    return lived or near[:1] or found[:1]


def _is_far_ahead(written: str, typing: Typing) -> bool:
    """True for what nobody plans: the other century was meant."""
    moment = parse_partial_date(written)
    return moment is not None and moment.first.year > typing.evaluation_on.year + _PLANNED


def _is_before_birth(written: str, typing: Typing) -> bool:
    moment = parse_partial_date(written)
    if moment is None:
        return False
    first = _earliest(typing)
    return moment.last < first


def _earliest(typing: Typing) -> date:
    if typing.birth is not None:
        return typing.birth.first
    return Duration(_OLDEST + 1, TimeUnit.YEAR).before(typing.today or typing.evaluation_on)


def _dates(text: str, today: date) -> tuple[str, ...]:
    """Return every date that a text can be and that there is, the later century first."""
    shown = _SHOWN_CLOCK.fullmatch(text)
    if shown is not None:  # as a field shows it
        found = tuple(f"{each}T{shown['clock']}" for each in _dates(shown["day"], today))
    else:
        plain, weekday = _plain(text)
        readings = tuple(dict.fromkeys(_readings(plain, today)))
        found = tuple(each for each in readings if weekday is None or _is_on(each, weekday))
    return tuple(each for each in found if parse_partial_date(each) is not None)


def _is_on(written: str, weekday: int) -> bool:
    moment = parse_partial_date(written)
    return moment is not None and moment.is_exact and moment.first.weekday() == weekday


def _plain(text: str) -> tuple[str, int | None]:
    """Return a text without what does not change the day (since, a time of day with its zone), and its weekday."""
    rest = text.casefold().strip().rstrip(",;")
    since = _SINCE.match(rest)
    rest = rest if since is None else rest[since.end() :]
    weekday = _WEEKDAY.match(rest)
    rest = rest if weekday is None else rest[weekday.end() :]
    clock = re.fullmatch(rf"(?P<day>.*\d)(?:{_CLOCK.pattern})", rest, re.IGNORECASE)
    number = None if weekday is None else _WEEKDAYS[weekday[1]]
    return (rest if clock is None else clock["day"].rstrip(" ,")), number


def _readings(text: str, today: date) -> Iterator[str]:
    """Yield every date a text can be, in the form of the patient file."""
    if text in _TODAY:
        yield today.isoformat()
        return
    if text in _YESTERDAY:
        yield (today - timedelta(days=1)).isoformat()
        return
    for pattern, reader in _FORMS.items():
        match = pattern.fullmatch(text)
        if match is not None:
            yield from reader(match, today)
            return


def _numeric(match: re.Match[str], _: date) -> Iterator[str]:
    """A point stands only between day, month and year; a stroke stands in both orders."""
    first, sign, second, year = match.groups()
    for start in _centuries(year):
        yield f"{start}-{int(second):02}-{int(first):02}"
        if sign != "." and first != second:
            yield f"{start}-{int(first):02}-{int(second):02}"


def _centuries(year: str) -> tuple[str, ...]:
    return (f"20{year}", f"19{year}") if len(year) == _SHORT_YEAR else (year,)


def _short_month(match: re.Match[str], _: date) -> Iterator[str]:
    """``3/24`` is a month; ``3.12`` can be a day without a year, and is none."""
    month, sign, year = match.groups()
    if sign == "/" or int(year) > len(_ROMAN):
        yield from (f"{start}-{int(month):02}" for start in _centuries(year))


def _day_word(match: re.Match[str], _: date) -> Iterator[str]:
    day, word, year = match.groups()
    number = _MONTHS.get(word) or _ROMAN.get(word)
    if number is not None:
        yield from (f"{start}-{number:02}-{int(day):02}" for start in _centuries(year))


def _word_day(match: re.Match[str], _: date) -> Iterator[str]:
    word, day, year = match.groups()
    number = _MONTHS.get(word)
    if number is not None:
        yield f"{year}-{number:02}-{int(day):02}"


def _word_year(match: re.Match[str], _: date) -> Iterator[str]:
    number = _MONTHS.get(match[1])
    if number is not None:
        yield f"{match[2]}-{number:02}"


def _word_short_year(match: re.Match[str], today: date) -> Iterator[str]:
    """``März 24`` and ``Nov '20`` are months; ``Nov 20`` in English can be the last 20 November as well."""
    word, apostrophe, digits = match.groups()
    number = _MONTHS.get(word)
    if number is None:
        return
    yield from (f"{start}-{number:02}" for start in _centuries(digits))
    days = (f"{year}-{number:02}-{digits}" for year in (today.year, today.year - 1))
    moments = [moment for each in days if (moment := parse_partial_date(each)) is not None and moment.first <= today]
    if moments and not apostrophe and word in _ENGLISH_MONTHS:
        yield moments[0].text


def _ago(match: re.Match[str], today: date) -> Iterator[str]:
    """Relative dates keep their precision: days are a day; weeks and months a month, years a year."""
    count, unit = int(match[1]), match[2]
    if unit.startswith(("d", "t")):
        yield (today - timedelta(days=count)).isoformat()
    elif unit.startswith("w"):
        yield f"{today - timedelta(weeks=count):%Y-%m}"
    elif unit.startswith("m"):
        yield f"{Duration(count, TimeUnit.MONTH).before(today):%Y-%m}"
    else:
        yield str(today.year - count)


_GERMAN_MONTHS = frozenset(
    (
        "januar",
        "jän",
        "jänner",
        "februar",
        "feber",
        "märz",
        "mär",
        "mrz",
        "maerz",
        "mai",
        "juni",
        "juli",
        "okt",
        "oktober",
    )
) | {"dez", "dezember"}
_ENGLISH_MONTHS = frozenset(_MONTHS) - _GERMAN_MONTHS

_Form = Callable[[re.Match[str], date], Iterator[str]]
_FORMS: Mapping[re.Pattern[str], _Form] = {
    _ISO: lambda match, _: iter((match[0],)),
    _YEAR_FIRST: lambda match, _: iter((f"{match[1]}-{int(match[3]):02}-{int(match[4]):02}",)),
    _PACKED: lambda match, _: iter((f"{match[1]}-{match[2]}-{match[3]}",)),
    _NUMERIC: _numeric,
    _MONTH_YEAR: lambda match, _: iter((f"{match[2]}-{int(match[1]):02}",)),
    _MONTH_SHORT_YEAR: _short_month,
    _DAY_WORD_YEAR: _day_word,
    _WORD_DAY_YEAR: _word_day,
    _WORD_YEAR: _word_year,
    _WORD_SHORT_YEAR: _word_short_year,
    _AGO: _ago,
}
"""The first form that fits says what can be meant."""
