"""What stands around a typed value: its day, words of method or sample; and the words for a value that is not there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from core.catalogue.concept import Code, Concept, Kind
from core.entry.typed.dates import DATE_BEHIND, is_day
from core.entry.typed.numbers import narrowed
from core.entry.typed.printed import spellings

ABSENCES: Mapping[str, str] = {
    **dict.fromkeys(("not done", "nicht gemacht", "nicht durchgeführt", "nd"), "not done"),
    **dict.fromkeys(("unknown", "unbekannt", "?"), "unknown"),
    **dict.fromkeys(("declined", "abgelehnt"), "declined"),
    **dict.fromkeys(("n/a", "na", "not applicable", "entfällt"), "not applicable"),
    **dict.fromkeys(("not asked", "nicht gefragt"), "not asked"),
}
"""What stands for an absence in either language, and how a patient file writes it."""

_LIMIT = re.compile(r"\s(?:uln|lln|ogn|ugn)\b", re.IGNORECASE)
_OF = re.compile(r"\s+(?:on|from|dated|vom|am|of)\s+(?=\S)", re.IGNORECASE)


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
        limit = _LIMIT.search(behind)
        rest = "" if limit is None else behind[limit.start() :]
        return Parts(f"{before.rstrip()}{rest}".strip(), (behind if limit is None else behind[: limit.start()]).strip())
    if concept.kind is Kind.DATE:
        return Parts(text.strip())
    written = narrowed(text).strip()
    for word in reversed(tuple(_OF.finditer(written))):
        if is_day(written[word.end() :]):
            return Parts(written[: word.start()].strip(), written[word.end() :].strip())
    found = DATE_BEHIND.search(written)
    if found is not None and is_day(found["day"]):
        return Parts(written[: found.start()].strip(), found["day"])
    return Parts(text.strip())


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
