"""What reading aloud needs throughout: the file's names, the phrases of a language, the days if they are known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol

from core.catalogue.concept import Concept
from core.criteria.scope import Scope
from core.language.dates import format_date
from core.language.phrases import Phrases

MOST_MEMBERS = 12
"""How many members of a class or group are read out; the rest is counted."""

_IN_BRACKETS = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")


class KnownDays(Protocol):
    """The decision day and the days of the anchors: then windows are read with their dates."""

    @property
    def decision_on(self) -> date:
        """The day a condition is judged for."""
        ...

    @property
    def anchors(self) -> Mapping[str, date]:
        """The days of the decision points."""
        ...


@dataclass(frozen=True, slots=True)
class Voice:
    """Says phrases of reading aloud. ``fields``: inside a record its fields are the only names."""

    scope: Scope
    phrases: Phrases
    days: KnownDays | None = None
    fields: Mapping[str, Concept] | None = field(default=None)

    @property
    def language(self) -> str:
        """The language spoken."""
        return self.phrases.language

    def say(self, phrase: str, **arguments: str | int) -> str:
        """Return a phrase by its id without ``aloud-``."""
        return self.phrases.say(f"aloud-{phrase}", **arguments)

    def has_phrase(self, phrase: str) -> bool:
        """True if there is such a phrase."""
        return self.phrases.can_say(f"aloud-{phrase}")

    def inside(self, fields: Mapping[str, Concept]) -> Voice:
        """Return the voice for conditions on the fields of one record."""
        return replace(self, fields=fields)

    def day(self, day: date) -> str:
        """Return a day as it is written in the language."""
        return format_date(day, self.language)

    def with_notes(self, sentence: str, notes: Iterable[str]) -> str:
        """Return a sentence with what else is to be known about it."""
        for note in notes:
            if note:
                sentence = self.say("note", sentence=sentence, note=note)
        return sentence

    def row(self, words: Iterable[str]) -> str:
        """Return words in a row; if a comma stands inside one of them, each in quotation marks."""
        listed = tuple(words)
        if len(listed) > 1 and any("," in _IN_BRACKETS.sub("", word) for word in listed):
            listed = tuple(self.say("quoted", text=word) for word in listed)
        return ", ".join(listed)

    def any_of(self, words: Iterable[str]) -> str:
        """Return words joined by "or"."""
        *first, last = words
        return self.say("or", one=self.row(first), other=last) if first else last

    def all_of(self, words: Iterable[str]) -> str:
        """Return words joined by "and"."""
        *first, last = words
        return self.say("and", one=self.row(first), other=last) if first else last

    def some_of(self, words: Iterable[str]) -> str:
        """Return the first words in a row and the number of those left out."""
        listed = tuple(words)
        shown = self.row(listed[:MOST_MEMBERS])
        left_out = len(listed) - MOST_MEMBERS
        return self.say("and-more", names=shown, count=left_out) if left_out > 0 else shown
