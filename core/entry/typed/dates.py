"""Dates as clinicians type them: as precise as they are, and no guess where day and month can be exchanged."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, partial

from core.entry.typed.numbers import narrowed
from core.entry.typed.outcome import Empty, Offer, Phrase, Refused, TwoReadings, Typed, Typing, Understood
from core.language.dates import format_partial, month_names
from core.language.languages import ENGLISH, languages
from core.values.duration import Duration, TimeUnit
from core.values.partial_date import parse_partial_date
from core.vocabulary.asking import any_spelling, meanings, pattern
from core.vocabulary.vocabulary import Matter, vocabulary

_ROMAN = {
    name: at
    for at, name in enumerate(("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"), start=1)
}
_YEAR = r"(\d{4})"
_YEAR_OR_SHORT = r"(\d{4}|\d{2})"
_WORD = r"([^\W\d]+)"
_GAP = r"(?:\s*[.,/-]\s*|\s*)"
_SHORT_YEAR = 2
_VERY_OLD = 90
_OLDEST = 120
"""The years that somebody can be old; a year written with two digits is none of an older birth."""

_DAYS_AGO = {"today": 0, "yesterday": 1}
_LETTERS = 3
_PLANNED = 20
"""The years for which somebody plans ahead."""

_SHOWN_CLOCK = re.compile(r"(?P<day>\d{1,2}\.? [^\W\d]+\.? \d{4}), (?P<clock>\d{2}:\d{2})")
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})\2(\d{1,2})", re.ASCII)
_PACKED = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{4})", re.ASCII)
_MONTH_SHORT_YEAR = re.compile(r"(\d{1,2})\s*([/.])\s*(\d{2})", re.ASCII)
_WORD_YEAR = re.compile(rf"{_WORD}\.?{_GAP}{_YEAR}")
_WORD_SHORT_YEAR = re.compile(rf"{_WORD}\.?\s*(['\u2019]?)\s*(\d{{2}})")
_NUMERIC = re.compile(r"(\d{1,2})\s*([/.-])\s*(\d{1,2})\s*\2\s*(\d{4}|\d{2})", re.ASCII)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What is read with the words of all languages. ``behind`` is a whole day at the end of a text, where it can be
    nothing else.
    """

    since: re.Pattern[str]
    about: re.Pattern[str]
    weekday: re.Pattern[str]
    clock: re.Pattern[str]
    vague: re.Pattern[str]
    behind: re.Pattern[str]
    day_word_year: re.Pattern[str]
    word_day_year: re.Pattern[str]
    ago: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    say = partial(pattern, Matter.TYPED)
    ordinal = f"{say('ordinal')}?"
    weekdays = "|".join(sorted(map(re.escape, _weekdays()), key=len, reverse=True))
    hour = f"(?:\\s*{say('clock')})?"
    timed = rf"(?:[t,\s]\s*\d{{1,2}}:\d{{2}}\S*{hour})?"
    day = (
        r"\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?(?:\d{4}|\d{2})"
        rf"|\d{{1,2}}{ordinal}[\s.-]+[^\W\d]{{3,9}}\.?[\s-]+\d{{4}}|[^\W\d]{{3,9}}\.?\s+\d{{1,2}},?\s+\d{{4}}"
    )
    units = any_spelling(Matter.TYPED, "ago")
    texts = {
        "since": rf"(?:{say('since')}\s+)+(?=\S)",
        "about": rf"(?:{say('since')}\s+)*(?:~\s*|{say('about')}\s+|ca\.\s*)(?=\S)",
        "weekday": rf"({weekdays})\.?,?\s+(?=\d)",
        "clock": rf"(?P<day>.*\d)(?:(?:t|\s*,?\s+(?:{say('at')}\s+)?)\d{{1,2}}(?::\d{{2}}(?::\d{{2}}(?:\.\d+)?)?){hour}"
        r"\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2}|mes?z|cest?)?)",
        "vague": rf"(?:{say('vague')}(?:\s+{say('vague_of')})?[\s/-]+)(?P<rest>\S.*)|(?P<year>\d{{4}})[\s/-]?q[1-4]|"
        r"(?P<asked>.*\S)\s*\?",
        "behind": rf"\s[(\[]?(?P<day>(?:{day}){timed})[)\]]?$",
        "day_word_year": rf"(\d{{1,2}}){ordinal}{_GAP}(?:{say('day_of')}\s+)?{_WORD}\.?{_GAP}['\u2019]?"
        f"{_YEAR_OR_SHORT}",
        "word_day_year": rf"{_WORD}\.?\s*(\d{{1,2}}){ordinal}(?:,\s*|\s+){_YEAR}",
        "ago": rf"(?:{say('before_ago')}\s+)?(?P<count>\d{{1,3}})\s*(?P<unit>{units})\.?(?:\s+{say('ago')})?",
    }
    return _Patterns(**{name: re.compile(text, re.IGNORECASE) for name, text in texts.items()})


@cache
def _months(language: str = "") -> Mapping[str, tuple[int, ...]]:
    """Return the months that a word can be; of a word of the language of typing, those of that language alone."""
    numbers = {word: number for number, word in enumerate(vocabulary(ENGLISH, Matter.TYPED).read["months"], start=1)}

    def named(name: str) -> dict[str, tuple[int, ...]]:
        typed = vocabulary(name, Matter.TYPED).read.get("months", {})
        pairs = [*month_names(name).items(), *((text, numbers[word]) for word in typed for text in typed[word])]
        return _by_text(pairs)

    everywhere = _by_text((text, number) for each in languages() for text, of in named(each).items() for number in of)
    return {**everywhere, **(named(language) if language else {})}


@cache
def _weekdays() -> Mapping[str, tuple[int, ...]]:
    """Return the days of the week that a word can be, by their numbers; a word for a month is none."""
    numbers = {word: number for number, word in enumerate(vocabulary(ENGLISH, Matter.TYPED).read["weekdays"])}
    meant = meanings(Matter.TYPED, "weekdays")
    found = _by_text((text, numbers[word]) for text, words in meant.items() for word in words)
    return {text: of for text, of in found.items() if text not in _months()}


@cache
def clock_pattern() -> str:
    """What a time of day can have behind it, in every language."""
    return pattern(Matter.TYPED, "clock")


@cache
def beginnings_of_months() -> str:
    """What matches the first letters of a month in every language."""
    return f"(?:{'|'.join(dict.fromkeys(re.escape(name[:_LETTERS]) for name in _months()))})"


def _by_text(pairs: Iterable[tuple[str, int]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, dict[int, None]] = {}
    for text, number in pairs:
        found.setdefault(text.casefold(), {})[number] = None
    return {text: tuple(of) for text, of in found.items()}


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


def day_at_end(text: str) -> tuple[str, str] | None:
    """Return what stands before a whole day at the end of a text, and the day; None where there is none."""
    found = _patterns().behind.search(text)
    return None if found is None or not is_day(found["day"]) else (text[: found.start()].strip(), found["day"])


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
    vague = _patterns().vague.fullmatch(written)
    rest = "" if vague is None else vague["rest"] or vague["year"] or vague["asked"]
    coarse = _coarser(written, typing) if vague is None else _dates(rest, typing.evaluation_on, typing.language)
    offers = tuple(
        Offer(shown_date(each, typing.language)) for each in coarse if isinstance(_checked(each, typing), Understood)
    )
    phrase = Phrase("entry-vague-date" if offers else "entry-no-date", {"text": written})
    return Refused(phrase, offers[:1] if len(offers) == 1 else ())


def _coarser(written: str, typing: Typing) -> tuple[str, ...]:
    """About a day is its month, about a month is its year."""
    about = _patterns().about.match(written)
    if about is None:
        return ()
    found = _dates(written[about.end() :], typing.evaluation_on, typing.language)
    return tuple(dict.fromkeys(each.rpartition("-")[0] for each in found))


def _known(written: str, typing: Typing) -> tuple[str, ...]:
    """Return the dates a text can be; a century in which the patient was not born yet is none of them."""
    about = _patterns().about.match(written)
    rest = written if about is None else written[about.end() :]
    found = _dates(rest, typing.evaluation_on, typing.language)
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


def _dates(text: str, today: date, language: str = "") -> tuple[str, ...]:
    """Return every date that a text can be and that there is, the later century first."""
    shown = _SHOWN_CLOCK.fullmatch(text)
    if shown is not None:  # as a field shows it
        found = tuple(f"{each}T{shown['clock']}" for each in _dates(shown["day"], today, language))
    else:
        plain, weekdays = _plain(text)
        readings = tuple(dict.fromkeys(_readings(plain, today, language)))
        found = tuple(each for each in readings if not weekdays or _is_on(each, weekdays))
    return tuple(each for each in found if parse_partial_date(each) is not None)


def _is_on(written: str, weekdays: Collection[int]) -> bool:
    moment = parse_partial_date(written)
    return moment is not None and moment.is_exact and moment.first.weekday() in weekdays


def _plain(text: str) -> tuple[str, Collection[int]]:
    """Return a text without what does not change the day (since, a time of day with its zone), and its weekday."""
    known = _patterns()
    rest = text.casefold().strip().rstrip(",;")
    since = known.since.match(rest)
    rest = rest if since is None else rest[since.end() :]
    weekday = known.weekday.match(rest)
    rest = rest if weekday is None else rest[weekday.end() :]
    clock = known.clock.fullmatch(rest)
    numbers = () if weekday is None else _weekdays()[weekday[1]]
    return (rest if clock is None else clock["day"].rstrip(" ,")), numbers


def _readings(text: str, today: date, language: str) -> Iterator[str]:
    """Yield every date a text can be, in the form of the patient file."""
    near = meanings(Matter.TYPED, "days", language).get(text, ())
    if near:
        yield from ((today - timedelta(days=_DAYS_AGO[each])).isoformat() for each in near)
        return
    for form, reader in _forms().items():
        match = form.fullmatch(text)
        if match is not None:
            yield from reader(match, today, language)
            return


def _year_first(match: re.Match[str], *_: object) -> Iterator[str]:
    yield f"{match[1]}-{int(match[3]):02}-{int(match[4]):02}"


def _numeric(match: re.Match[str], *_: object) -> Iterator[str]:
    """A point stands only between day, month and year; a stroke stands in both orders."""
    first, sign, second, year = match.groups()
    for start in _centuries(year):
        yield f"{start}-{int(second):02}-{int(first):02}"
        if sign != "." and first != second:
            yield f"{start}-{int(first):02}-{int(second):02}"


def _centuries(year: str) -> tuple[str, ...]:
    return (f"20{year}", f"19{year}") if len(year) == _SHORT_YEAR else (year,)


def _short_month(match: re.Match[str], *_: object) -> Iterator[str]:
    """``3/24`` is a month; ``3.12`` can be a day without a year, and is none."""
    month, sign, year = match.groups()
    if sign == "/" or int(year) > len(_ROMAN):
        yield from (f"{start}-{int(month):02}" for start in _centuries(year))


def _day_word(match: re.Match[str], _: date, language: str) -> Iterator[str]:
    day, word, year = match.groups()
    numbers = _months(language).get(word) or ((_ROMAN[word],) if word in _ROMAN else ())
    yield from (f"{start}-{number:02}-{int(day):02}" for number in numbers for start in _centuries(year))


def _word_day(match: re.Match[str], _: date, language: str) -> Iterator[str]:
    word, day, year = match.groups()
    yield from (f"{year}-{number:02}-{int(day):02}" for number in _months(language).get(word, ()))


def _word_year(match: re.Match[str], _: date, language: str) -> Iterator[str]:
    yield from (f"{match[2]}-{number:02}" for number in _months(language).get(match[1], ()))


def _word_short_year(match: re.Match[str], today: date, language: str) -> Iterator[str]:
    """``März 24`` and ``Nov '20`` are months; ``Nov 20`` in English can be the last 20 November as well."""
    word, apostrophe, digits = match.groups()
    for number in _months(language).get(word, ()):
        yield from (f"{start}-{number:02}" for start in _centuries(digits))
        days = (f"{year}-{number:02}-{digits}" for year in (today.year, today.year - 1))
        moments = [each for day in days if (each := parse_partial_date(day)) is not None and each.first <= today]
        if moments and not apostrophe and word in _day_behind_month():
            yield moments[0].text


@cache
def _day_behind_month() -> frozenset[str]:
    """The names of months behind which a day can stand: English writes ``Nov 20``."""
    return frozenset(text for texts in vocabulary(ENGLISH, Matter.TYPED).read["months"].values() for text in texts)


def _ago(found: re.Match[str], today: date, language: str) -> Iterator[str]:
    """Relative dates keep their precision: days are a day; weeks and months a month, years a year."""
    count = int(found["count"])
    for unit in meanings(Matter.TYPED, "ago", language)[found["unit"]]:
        match unit:
            case "day":
                yield (today - timedelta(days=count)).isoformat()
            case "week":
                yield f"{today - timedelta(weeks=count):%Y-%m}"
            case "month":
                yield f"{Duration(count, TimeUnit.MONTH).before(today):%Y-%m}"
            case _:
                yield str(today.year - count)


_Form = Callable[[re.Match[str], date, str], Iterator[str]]


@cache
def _forms() -> Mapping[re.Pattern[str], _Form]:
    """The first form that fits says what can be meant."""
    known = _patterns()
    return {
        _ISO: lambda match, _today, _language: iter((match[0],)),
        _YEAR_FIRST: _year_first,
        _PACKED: lambda match, _today, _language: iter((f"{match[1]}-{match[2]}-{match[3]}",)),
        _NUMERIC: _numeric,
        _MONTH_YEAR: lambda match, _today, _language: iter((f"{match[2]}-{int(match[1]):02}",)),
        _MONTH_SHORT_YEAR: _short_month,
        known.day_word_year: _day_word,
        known.word_day_year: _word_day,
        _WORD_YEAR: _word_year,
        _WORD_SHORT_YEAR: _word_short_year,
        known.ago: _ago,
    }
