"""Trends in words: the table that says what the pictures show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.catalogue.catalogue import Catalogue
from core.criteria.scope import Scope
from core.follow_up.toxicity import Mark
from core.follow_up.trends import Curve, Trend
from core.language.dates import format_date
from core.language.numbers import format_number
from core.language.phrases import Phrases
from core.wording.measures import typeset, typeset_unit
from core.wording.names import name_of

_MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True)
class TrendWords:
    """Says trends of one infusion in one language."""

    day0: date
    catalogue: Catalogue
    phrases: Phrases

    def say(self, phrase: str, **arguments: str | int) -> str:
        """Return a phrase of the trends by its name without ``trends-``."""
        return self.phrases.say(f"trends-{phrase}", **arguments)

    def curve(self, curve: Curve) -> str:
        """Return what a curve shows, with its unit."""
        name = name_of(curve.concept, Scope(self.catalogue), self.phrases)
        return f"{name}, {typeset_unit(curve.unit, self.phrases)}" if curve.unit else name

    def title(self, trend: Trend) -> str:
        """Return what a picture shows."""
        return " · ".join(map(self.curve, trend.curves))

    def day(self, day: int) -> str:
        """Return a day with its number."""
        number = f"{_MINUS}{-day}" if day < 0 else str(day)
        date_words = format_date(self.day0 + timedelta(days=day), self.phrases.language)
        return f"{date_words} ({self.phrases.say('toxicity-day', day=number)})"

    def mark(self, mark: Mark) -> str:
        """Return the name of what was given or happened."""
        return name_of(mark.name, Scope(self.catalogue), self.phrases)

    def rows(self, trend: Trend) -> Iterator[tuple[str, str, str]]:
        """Yield what, when, how much: each point, each dose with its days, then the marks."""
        for curve in trend.curves:
            what = self.curve(curve)
            yield from ((what, self.day(each.day), typeset(each.text, self.phrases)) for each in curve.points)
            for step in curve.steps:
                amount = format_number(step.amount, self.phrases.language)
                span = self.say("span", first=self.day(step.first), last=self.day(step.last))
                yield what, span, amount
            if curve.left_out:
                yield what, "", self.say("left-out", count=curve.left_out)

    def marks(self, trend: Trend) -> Iterator[tuple[str, str, str]]:
        """Yield the marks of the pictures: the infusion and what was given or happened."""
        yield self.say("infusion"), self.day(0), ""
        yield from ((self.mark(each), self.day(each.first), "") for each in trend.marks)

    def described(self, trend: Trend) -> str:
        """Return a picture in one text."""
        return "; ".join(" ".join(part for part in row[1:] if part) for row in self.rows(trend))
