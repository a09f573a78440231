"""Trends in words: the table that says what the pictures show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from core.catalogue.catalogue import Catalogue
from core.criteria.scope import Scope
from core.follow_up.marks import Mark
from core.follow_up.trends import Curve, Point, Step, Trend
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
        if curve.is_growth:
            references = ", ".join(self.say(f"reference-{each.replace('_', '-')}") for each in curve.references)
            return self.say("growth", name=name, references=references)
        return f"{name}, {typeset_unit(curve.unit, self.phrases)}" if curve.unit else name

    def title(self, trend: Trend) -> str:
        """Return what a picture shows."""
        return " · ".join(map(self.curve, trend.curves))

    def day(self, day: int) -> str:
        """Return a day with its number."""
        number = f"{_MINUS}{-day}" if day < 0 else str(day)
        return f"{self.date(day)} ({self.phrases.say('toxicity-day', day=number)})"

    def date(self, day: int) -> str:
        """Return the date of a day."""
        return format_date(self.day0 + timedelta(days=day), self.phrases.language)

    def mark(self, mark: Mark) -> str:
        """Return the name of what was given or happened."""
        return name_of(mark.name, Scope(self.catalogue), self.phrases)

    def rows(self, trend: Trend) -> Iterator[tuple[str, str, str]]:
        """Yield what, when, how much: each point, each dose with its days, then the marks."""
        for curve in trend.curves:
            what = self.curve(curve)
            for point in curve.points:
                yield what, self._when(point, curve), self.value(point)
            for step in curve.steps:
                yield what, self.span(step), format_number(step.amount, self.phrases.language)
            if curve.left_out:
                yield what, "", self.left_out(curve)

    def value(self, point: Point) -> str:
        """Return a value as it was recorded; of growth its percentile before it."""
        recorded = typeset(point.text, self.phrases)
        if point.z is None:
            return recorded
        percentile, z = (format_number(each, self.phrases.language) for each in (point.amount, point.z))
        return self.say("percentile", percentile=percentile, z=z.replace("-", _MINUS), value=recorded)

    def number(self, point: Point, curve: Curve) -> str:
        """Return a value under a head that names the unit: without it where it is the same."""
        unit = typeset_unit(curve.unit, self.phrases) if curve.unit else ""
        return self.value(point).removesuffix(unit).strip()

    def span(self, step: Step) -> str:
        """Return from when to when a dose was held."""
        return self.say("span", first=self.day(step.first), last=self.day(step.last))

    def left_out(self, curve: Curve) -> str:
        """Return how many values are not drawn."""
        return self.say("left-out", count=curve.left_out)

    def _when(self, point: Point, curve: Curve) -> str:
        day = self.day(point.day)
        return self.say("baseline-of", day=day) if point is curve.baseline else day

    def marks(self, trend: Trend) -> Iterator[tuple[str, str, str]]:
        """Yield the marks of the pictures: the infusion and what was given or happened."""
        yield self.say("infusion"), self.day(0), ""
        yield from ((self.mark(each), self.day(each.first), "") for each in trend.marks)

    def described(self, trend: Trend) -> str:
        """Return a picture in one text."""
        return "; ".join(" ".join(part for part in row[1:] if part) for row in self.rows(trend))
