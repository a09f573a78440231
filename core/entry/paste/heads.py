"""What a print says of all its lines: day, laboratory, whose it is, and of which specimen lines are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from core.entry.paste.pieces import DAY
from core.entry.paste.sheet import Head

_DAY = re.compile(DAY, re.IGNORECASE)
_RANKS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"entnahme|abnahme|entnommen|collected|collection|drawn|specimen date|probendatum|probe vom",
        r"(?:befund|labor(?:befund|werte)?|ergebnis(?:se)?|untersuchung)\s+vom|results?\s+of|date of service",
        r"\bdatum\b|\bdate\b|befund|labor|results?",
        r"eingang|received|auftrag",
    )
)
"""By which word a day counts first; a day of printing or reporting does not say when blood was drawn."""

_NOT_OF_RESULTS = re.compile(
    r"geb\.|geboren|geburt|\bdob\b|birth|born|\*\s?\d|druck|print|ausgang|reported|seite|page|termin|gültig|validier",
    re.IGNORECASE,
)
_BORN = re.compile(
    r"(?:geb\.?|geboren(?:\s+am)?|geburtsdatum|geb\.-?dat\.?|\bdob\b|date of birth|birth ?date|born|\*)"
    rf"\s*:?\s*({DAY})",
    re.IGNORECASE,
)
_LABORATORY = re.compile(
    r"\b(?:labor(?!werte|befund)\w*|laborator(?:y|ies)|\w*labor\b|lab(?:corp|s)?|mvz|diagnosti\w+|pathology)\b",
    re.IGNORECASE,
)
_OTHER_SPECIMEN = re.compile(
    r"\b(?:(?:\w*urin\w*)|u-status|urinalysis|harn\w*|liquor\w*|csf|cerebrospinal\w*|stuhl\w*|stool|f[a]?eces|"
    r"pleura\w*|aszites|ascites|punktat\w*|synovia\w*|gelenk\w*|bal|sputum|abstrich\w*|swab|speichel|saliva|schweiß|"
    r"fruchtwasser)\b",
    re.IGNORECASE,
)
_BLOOD = re.compile(
    r"\b(?:\w*blut\w*|serum\w*|plasma\w*|h[aä]+matolog\w*|hematology|haematology|klinische chemie|clinical chemistry|"
    r"chemistry|chemie|cbc|complete blood count|gerinnung\w*|coagulation|hemostasis|immunolog\w*|serolog\w*|"
    r"auto-?antikörper|autoantibod\w*|metabolic panel|elektrolyte|electrolytes|complement|komplement|hormone|"
    r"schilddrüse\w*|thyroid|entzündung\w*|lipid\w*)\b",
    re.IGNORECASE,
)


def head_of(lines: Sequence[str]) -> Head:
    """Return what the lines without results say of the whole print; a day only where one is the likeliest."""
    return Head(_day(lines), _laboratory(lines), _born(lines))


def days_in(text: str) -> tuple[str, ...]:
    """Return the days that a text names."""
    return tuple(found[0] for found in _DAY.finditer(text))


def specimen_after(line: str, before: str) -> str:
    """Return of which specimen the lines below a heading are, "" for blood; a heading that does not say leaves it."""
    other = _OTHER_SPECIMEN.search(line)
    if other is not None:
        return other[0]
    return "" if _BLOOD.search(line) else before


def specimen_in(name: str) -> str:
    """Return the specimen other than blood that the name of a test speaks of."""
    found = _OTHER_SPECIMEN.search(name) or re.search(r"(?:^|[\s(])(?:i\.?\s?u\.?|u)(?=[-)\s]|$)", name, re.IGNORECASE)
    return "" if found is None else found[0].strip(" (")


def speaks_of_a_day(line: str) -> bool:
    """True for a line whose day can be that of the results."""
    return any(True for _ in _said_of(line))


def _said_of(line: str) -> Iterator[tuple[str, str]]:
    """Yield the days of a line that can be those of the results, each with the words in front of it."""
    before = 0
    for found in _DAY.finditer(line):
        words, before = line[before : found.start()], found.end()
        if not _NOT_OF_RESULTS.search(words):
            yield words, found[0].strip()


def _day(lines: Iterable[str]) -> str:
    said = [each for line in lines for each in _said_of(line)]
    for rank in (*_RANKS, None):
        found = dict.fromkeys(day for words, day in said if rank is None or rank.search(words))
        if len(found) == 1:
            return next(iter(found))
        if found:
            return ""  # two days of one rank: nobody can say which
    return ""


def _laboratory(lines: Iterable[str]) -> str:
    for line in lines:
        if _LABORATORY.search(line):
            named = re.split(r"\s[·|]\s|\s{2,}|[;\t]|,", line.strip())
            return " ".join(next(part for part in named if part.strip()).split())
    return ""


def _born(lines: Iterable[str]) -> str:
    found = dict.fromkeys(match[1].strip() for line in lines for match in _BORN.finditer(line))
    return next(iter(found)) if len(found) == 1 else ""
