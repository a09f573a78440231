"""What stands around a typed value: its day, words of method or sample."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from core.catalogue.concept import Code, Concept, Kind
from core.entry.typed.dates import day_at_end, is_day
from core.entry.typed.numbers import narrowed
from core.entry.typed.printed import spellings
from core.vocabulary.asking import certain_spelling, pattern
from core.vocabulary.vocabulary import Matter


@dataclass(frozen=True, slots=True)
class Parts:
    """``value`` is everything but the day, ``day`` as typed ("" where none is)."""

    value: str
    day: str = ""


def split_day(text: str, concept: Concept) -> Parts:
    """Return a text and the day that it names: behind an @, or at its end where it can be nothing else.

    The value of a landmark is a day itself.
    """
    before, at, behind = text.partition("@")
    if at:
        limit = _limit().search(behind)
        rest = "" if limit is None else behind[limit.start() :]
        return Parts(f"{before.rstrip()}{rest}".strip(), (behind if limit is None else behind[: limit.start()]).strip())
    if concept.kind is Kind.DATE:
        return Parts(text.strip())
    written = narrowed(text).strip()
    for word in reversed(tuple(_of().finditer(written))):
        if is_day(written[word.end() :]):
            return Parts(written[: word.start()].strip(), written[word.end() :].strip())
    found = day_at_end(written)
    return Parts(text.strip()) if found is None else Parts(*found)


def split_qualifiers(text: str, concept: Concept) -> tuple[str, tuple[Code, ...]]:
    """Return a text and the words of method or sample at its end, in either language."""
    found: list[Code] = []
    known = sorted(spellings(concept), key=lambda pair: -len(pair[0]))
    while True:
        folded = text.casefold().rstrip()
        spelling, code = next(
            ((word, code) for word, code in known if folded.endswith(f" {word}") and code not in found), ("", None)
        )
        if code is None:
            return text, tuple(reversed(found))
        text = text.rstrip()[: -len(spelling) - 1]
        found.append(code)


@cache
def _limit() -> re.Pattern[str]:
    return re.compile(rf"\s{certain_spelling(Matter.TYPED, 'limits')}\b", re.IGNORECASE)


@cache
def _of() -> re.Pattern[str]:
    return re.compile(rf"\s+{pattern(Matter.TYPED, 'day_behind')}\s+(?=\S)", re.IGNORECASE)
