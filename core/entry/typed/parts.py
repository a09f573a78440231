"""The parts of a typed value: the value itself, and behind it its day, the laboratory's limits, method and sample."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from core.catalogue.concept import Code, Concept

ABSENCES: Mapping[str, str] = {
    **dict.fromkeys(("not done", "nicht gemacht", "nicht durchgeführt", "nd"), "not done"),
    **dict.fromkeys(("unknown", "unbekannt", "?"), "unknown"),
    **dict.fromkeys(("declined", "abgelehnt"), "declined"),
    **dict.fromkeys(("n/a", "na", "not applicable", "entfällt"), "not applicable"),
    **dict.fromkeys(("not asked", "nicht gefragt"), "not asked"),
}
"""What stands for an absence in either language, and how a patient file writes it."""

_LIMIT = re.compile(r"(?<!\S)(uln|lln|ogn|ugn)\s*[:=]?\s*([<>]?\s*[\d.,]+)\s*", re.IGNORECASE)
_KEYS = {"uln": "uln", "ogn": "uln", "lln": "lln", "ugn": "lln"}
_END = re.compile(r"(?=\s(?:uln|lln|ogn|ugn)\b|\s@)|$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Parts:
    """``value`` is what is left; ``day`` follows an @, ``limits`` are the texts behind uln and lln."""

    value: str
    day: str = ""
    limits: Mapping[str, str] = field(default_factory=dict[str, str])
    qualifiers: tuple[Code, ...] = ()


def split_parts(text: str, concept: Concept) -> Parts:
    """Return the parts of a text; their order behind the value does not matter."""
    rest, day = _day_of(text)
    rest, limits = _limits_of(rest)
    rest, qualifiers = _qualifiers_of(rest, concept)
    return Parts(rest.strip(), day, limits, qualifiers)


def _day_of(text: str) -> tuple[str, str]:
    before, at, behind = text.partition("@")
    if not at:
        return text, ""
    limit = _LIMIT.search(behind)
    if limit is None:
        return before, behind.strip()
    return f"{before} {behind[limit.start() :]}", behind[: limit.start()].strip()


def _limits_of(text: str) -> tuple[str, dict[str, str]]:
    """A limit reaches to the next limit, so that its unit is its own."""
    found: dict[str, str] = {}
    while (match := _LIMIT.search(text)) is not None:
        end = _END.search(text, match.end())
        until = len(text) if end is None else end.start()
        found[_KEYS[match[1].casefold()]] = text[match.start(2) : until].strip()
        text = f"{text[: match.start()]} {text[until:]}".strip()
    return text, found


def _qualifiers_of(text: str, concept: Concept) -> tuple[str, tuple[Code, ...]]:
    """A word of method or sample is one of the concept's own, in either language, and stands behind the value."""
    found: list[Code] = []
    spellings = sorted(_spellings(concept), key=lambda pair: -len(pair[0]))
    is_changed = True
    while is_changed:
        is_changed = False
        for spelling, code in spellings:
            folded = text.casefold().rstrip()
            if folded.endswith(f" {spelling}") and code not in found:
                text = text.rstrip()[: -len(spelling) - 1]
                found.append(code)
                is_changed = True
                break
    return text, tuple(reversed(found))


def _spellings(concept: Concept) -> list[tuple[str, Code]]:
    return [
        (word.casefold(), code)
        for code in concept.qualifiers
        for word in (code.id, code.id.replace("_", " "), *code.also, *code.label.values())
    ]
