"""A pasted line in words: what it was understood as, cell by cell, and how it stands; sign and word together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from core.catalogue.units import shown_unit
from core.entry.desk.showing import say
from core.entry.paste.line import PastedLine, State
from core.entry.paste.pasting import Pasting
from core.entry.typed.dates import shown_date
from core.entry.typed.showing import value_text
from core.language.languages import in_language
from core.language.phrases import Phrases

_SIGNS: Mapping[State, tuple[str, str]] = {
    State.UNDERSTOOD: ("\u2713", "good"),
    State.UNUSUAL: ("!", "open"),
    State.OLDER: ("\u25f7", "waiting"),
    State.OTHER: ("\u2260", "open"),
    State.WHICH_UNIT: ("?", "open"),
    State.WHICH_VALUE: ("?", "open"),
    State.WHICH_DAY: ("?", "open"),
    State.NOT_KNOWN: ("?", "open"),
    State.REFUSED: ("\u2715", "bad"),
    State.ON_RECORD: ("=", "neutral"),
    State.NO_VALUE: ("\u2212", "neutral"),
}


@dataclass(frozen=True, slots=True)
class LineWords:
    """One line in words. ``tone`` goes with ``sign`` and ``state``, never without."""

    number: str
    raw: str
    sign: str
    state: str
    tone: str
    understood_as: str
    value: str
    unit: str
    day: str
    limits: str
    reason: str

    @property
    def spoken(self) -> str:
        """The line as one sentence, for readers who cannot see it."""
        amount = f"{self.value} {self.unit}".strip()
        parts = (self.state, self.understood_as or self.raw, amount, self.day, self.limits, self.reason)
        return ", ".join(part for part in parts if part)


def line_words(line: PastedLine, phrases: Phrases) -> LineWords:
    """Return a line in the words of a language."""
    language = phrases.language
    sign, tone = _SIGNS[line.state]
    labels = line.labels if line.concept is None else line.concept.label
    label = in_language(labels, language) if labels else line.name
    told = " \u00b7 ".join(part for part in (label, line.said) if part)
    value, unit = _amount(line, "value", language)
    reason = " ".join(say(each, phrases) for each in (line.reason, *line.besides) if each is not None)
    if line.fits:
        reason = phrases.say("paste-fits", unit=shown_unit(line.fits))
    if line.is_remembered:
        reason = " ".join(part for part in (reason, phrases.say("paste-remembered")) if part)
    return LineWords(
        str(line.place[0]),
        line.raw,
        sign,
        phrases.say(f"paste-state-{line.state.value}"),
        tone,
        told or (phrases.say("paste-heading") if line.is_heading else ""),
        value,
        unit,
        line.days or (shown_date(line.day, language) if line.day else ""),
        _limits(line, phrases),
        reason,
    )


def counts(pasting: Pasting, phrases: Phrases) -> tuple[tuple[str, str], ...]:
    """Return how many lines stand in each way, with their tone: a line is in one of them."""
    found: dict[State, int] = {}
    for line in pasting.lines:
        found[line.state] = found.get(line.state, 0) + 1
    return tuple(
        (f"{_SIGNS[state][0]} {found[state]} {phrases.say(f'paste-state-{state.value}')}", _SIGNS[state][1])
        for state in State
        if state in found
    )


def summary(pasting: Pasting, phrases: Phrases) -> str:
    """Return what was pasted, in a line: how many lines, whose laboratory, which sign stands before decimals."""
    sheet = pasting.sheet
    parts = [phrases.say("paste-lines", count=len(sheet.rows)), sheet.head.laboratory]
    if sheet.decimal:
        parts.append(phrases.say("paste-decimal-comma" if sheet.decimal == "," else "paste-decimal-point"))
    return " \u00b7 ".join(part for part in parts if part)


def _amount(line: PastedLine, key: str, language: str) -> tuple[str, str]:
    content = line.content.get(key) if isinstance(line.content, dict) else None
    if not isinstance(content, str) or line.concept is None:
        return "", ""
    shown = value_text(content, line.concept, language)
    unit = shown_unit(content.partition(" ")[2]) if content[:1].isdecimal() or content[:1] in "<>" else ""
    return (shown.removesuffix(unit).strip(), unit) if unit else (shown, "")


def _limits(line: PastedLine, phrases: Phrases) -> str:
    low, high = (_amount(line, key, phrases.language)[0] for key in ("lln", "uln"))
    if low and high:
        return f"{low}\u2013{high}"
    if high:
        return phrases.say("paste-to", limit=high)
    return phrases.say("paste-from", limit=low) if low else ""
