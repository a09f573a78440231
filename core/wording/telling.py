"""What telling the entries of a chart needs: a file's names, a language, dates in words and as written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.criteria.scope import Scope
from core.language.dates import format_date, format_partial
from core.language.phrases import Phrases
from core.values.partial_date import PartialDate
from core.wording.names import name_of

GOING_ON = ".."
"""Stands for the end of a span that goes on (as in ISO 8601-2); an end that is not known is left out."""


@dataclass(frozen=True, slots=True)
class When:
    """A day or span: in words, and as it is written in a patient file (``2024-03/2025-05``)."""

    words: str
    written: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """One language with the names of one file."""

    scope: Scope
    phrases: Phrases

    def say(self, phrase: str, **arguments: str | int) -> str:
        """Return a phrase."""
        return self.phrases.say(phrase, **arguments)

    def name(self, name: str) -> str:
        """Return the label of a name."""
        return name_of(name, self.scope, self.phrases)

    def day(self, day: date) -> str:
        """Return a day in words."""
        return format_date(day, self.phrases.language)

    def moment(self, moment: PartialDate | None) -> When:
        """Return a date as far as it is known, or that there is none."""
        if moment is None:
            return When(self.say("evidence-undated"))
        return When(format_partial(moment.text, self.phrases.language), moment.text)

    def as_of(self, day: date) -> When:
        """Return the day up to which a statement holds."""
        return When(self.say("evidence-as-of", date=self.day(day)), day.isoformat())

    def span(self, start: PartialDate | None, end: PartialDate | None, *, is_ongoing: bool) -> When:
        """Return from when to when something was there."""
        first = self.say("evidence-start-unknown") if start is None else self.moment(start).words
        written = "" if start is None else start.text
        if end is None:
            words = self.say("evidence-ongoing" if is_ongoing else "evidence-end-unknown", **{"from": first})
            return When(words, f"{written}/{GOING_ON if is_ongoing else ''}")
        if start is not None and start.text == end.text:
            return self.moment(start)
        words = self.say("evidence-span", to=self.moment(end).words, **{"from": first})
        return When(words, f"{written}/{end.text}")
