"""What a print says of all its lines: day, laboratory, whose it is, and of which specimen lines are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from core.entry.paste.pieces import day_pattern
from core.entry.paste.sheet import Head
from core.vocabulary.asking import pattern
from core.vocabulary.vocabulary import Matter

_RANKS = ("drawn", "of_a_day", "dated", "received")
"""By which words a day counts first; a day of printing or reporting does not say when blood was drawn."""


def head_of(lines: Sequence[str]) -> Head:
    """Return what the lines without results say of the whole print; a day only where one is the likeliest."""
    return Head(_day(lines), _laboratory(lines), _born(lines))


def days_in(text: str) -> tuple[str, ...]:
    """Return the days that a text names."""
    return tuple(found[0] for found in _day_found().finditer(text))


def specimen_after(line: str, before: str) -> str:
    """Return of which specimen the lines below a heading are, "" for blood; a heading that does not say leaves it."""
    other = _other_specimen().search(line)
    if other is not None:
        return other[0]
    return "" if _blood().search(line) else before


def specimen_in(name: str) -> str:
    """Return the specimen other than blood that the name of a test speaks of."""
    found = _other_specimen().search(name) or _in_urine().search(name)
    return "" if found is None else found[0].strip(" (")


def speaks_of_a_day(line: str) -> bool:
    """True for a line whose day can be that of the results."""
    return any(True for _ in _said_of(line))


def _said_of(line: str) -> Iterator[tuple[str, str]]:
    """Yield the days of a line that can be those of the results, each with the words in front of it."""
    before = 0
    for found in _day_found().finditer(line):
        words, before = line[before : found.start()], found.end()
        if not _not_of_results().search(words):
            yield words, found[0].strip()


def _day(lines: Iterable[str]) -> str:
    said = [each for line in lines for each in _said_of(line)]
    for rank in (*_RANKS, None):
        found = dict.fromkeys(day for words, day in said if rank is None or _rank(rank).search(words))
        if len(found) == 1:
            return next(iter(found))
        if found:
            return ""  # two days of one rank: nobody can say which
    return ""


def _laboratory(lines: Iterable[str]) -> str:
    for line in lines:
        if _named_laboratory().search(line):
            named = re.split(r"\s[·|]\s|\s{2,}|[;\t]|,", line.strip())
            return " ".join(next(part for part in named if part.strip()).split())
    return ""


def _born(lines: Iterable[str]) -> str:
    found = dict.fromkeys(match[1].strip() for line in lines for match in _birth_found().finditer(line))
    return next(iter(found)) if len(found) == 1 else ""


# --- the words of all languages


def _printed(before: str, name: str, behind: str = "") -> re.Pattern[str]:
    return re.compile(f"{before}{pattern(Matter.PASTED, name)}{behind}", re.IGNORECASE)


@cache
def _rank(name: str) -> re.Pattern[str]:
    return _printed("", name)


@cache
def _day_found() -> re.Pattern[str]:
    return re.compile(day_pattern(), re.IGNORECASE)


@cache
def _birth_found() -> re.Pattern[str]:
    return _printed("(?:", "born", rf"|\*)\s*:?\s*({day_pattern()})")


@cache
def _not_of_results() -> re.Pattern[str]:
    return _printed(r"\*\s?\d|", "not_of_results")


@cache
def _named_laboratory() -> re.Pattern[str]:
    return _printed(r"\b", "laboratory", r"\b")


@cache
def _other_specimen() -> re.Pattern[str]:
    return _printed(r"\b", "other_specimen", r"\b")


@cache
def _in_urine() -> re.Pattern[str]:
    return _printed(r"(?:^|[\s(])", "in_urine", r"(?=[-)\s]|$)")


@cache
def _blood() -> re.Pattern[str]:
    return _printed(r"\b", "blood", r"\b")
