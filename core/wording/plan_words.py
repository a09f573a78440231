"""The plan's days, paces, conditions and names in words of one language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from core.follow_up.circumstances import Unsettled
from core.follow_up.plan import Awaited, Planned, Preparation, Visit
from core.follow_up.schedule import Named, Text
from core.follow_up.timing import AtEvent, Moment, Once, Pace, Relative, Until, While
from core.language.dates import format_date
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.values.duration import Duration, TimeUnit


@dataclass(frozen=True, slots=True)
class Wording:
    """Says what a plan holds; every sentence is one phrase."""

    phrases: Phrases
    _days: dict[date, str] = field(default_factory=dict[date, str])

    @property
    def language(self) -> str:
        """The language of the paper."""
        return self.phrases.language

    def say(self, phrase: str, **arguments: str | int) -> str:
        """Return a phrase of the plan by its name without ``plan-``."""
        return self.phrases.say(f"plan-{phrase}", **arguments)

    def text(self, text: Text) -> str:
        """Return a text of a schedule file."""
        return in_language(text, self.language)

    def day(self, day: date) -> str:
        """Return a day."""
        if day not in self._days:
            self._days[day] = format_date(day, self.language)
        return self._days[day]

    def span(self, first: date, last: date | None) -> str:
        """Return a stretch of days, one day or what begins and does not end."""
        if last is None:
            return self.say("for-life", first=self.day(first))
        if first == last:
            return self.day(first)
        return self.say("window", first=self.day(first), last=self.day(last))

    def length(self, length: Duration) -> str:
        """Return a length of time."""
        return self.say(f"length-{length.unit.value}", count=length.count)

    def pace(self, pace: Pace, while_: Named | None = None) -> str:
        """Return how often, with the condition it stands under."""
        if while_ is not None:
            return self.say("pace-while", pace=self.pace(pace), condition=self.text(while_.words))
        unit = pace.per.unit.value
        if pace.at_most:
            return self.say(f"pace-range-{unit}", times=pace.times, most=pace.at_most)
        if pace.times == 1 or pace.per.count != 1 or pace.per.unit not in (TimeUnit.DAY, TimeUnit.WEEK):
            return self.say(f"pace-every-{unit}", count=pace.per.count)
        return self.say(f"pace-{unit}", times=pace.times)

    def moment(self, moment: Moment) -> str:
        """Return a moment of the plan: day 28, month 9, year 1."""
        return self.say(f"visit-{moment.unit.value}", count=moment.count)

    def visit(self, visit: Visit) -> str:
        """Return what a visit is called; of its moments the first, which gave it its day."""
        if visit.age is not None:
            return self.say("visit-age", age=visit.age)
        return self.moment(visit.moments[0])

    def conditions(self, item: Planned) -> tuple[str, ...]:
        """Return everything an activity waits for or ends with, each as a phrase."""
        return (
            *(self.say("if", condition=self.text(named.words)) for named in item.ifs),
            *(self._unsettled(each) for each in item.unsettled),
            *(self.say("until", condition=self.text(named.words)) for named in item.until),
        )

    def _unsettled(self, each: Unsettled) -> str:
        values = self.any_of(self.say(f"{each.kind}-{value}") for value in each.wanted)
        return self.say(f"if-{each.kind}", values=values)

    def any_of(self, words: Iterable[str]) -> str:
        """Return words joined by "or"."""
        joined = ""
        for word in words:
            joined = self.say("or", one=joined, other=word) if joined else word
        return joined

    def when(self, each: Preparation | Awaited) -> str:
        """Return the relation to an event or a condition."""
        match each:
            case Awaited(_, None, _, age) if age is not None:
                return self.say("at-age", age=age)
            case Awaited(_, While(_, pace), trigger) if trigger is not None and pace is not None:
                return self.pace(pace, trigger)
            case Preparation(_, when, event):
                return "" if when is None or event is None else self._trigger(when, event)
            case Awaited(_, when, trigger):
                return "" if when is None or trigger is None else self._trigger(when, trigger)

    def _trigger(self, when: AtEvent | Relative | While | Until | Once, named: Named) -> str:
        words = self.text(named.words)
        match when:
            case AtEvent(_, is_before):
                return self.say("before-event" if is_before else "at-event", event=words)
            case Relative(length, is_before, _, is_within):
                side = "before" if is_before else "after"
                phrase = f"within-{side}-event" if is_within else f"length-{side}-event"
                return self.say(phrase, length=self.length(length), event=words)
            case While():
                return self.say("while", condition=words)
            case Until():
                return self.say("until", condition=words)
            case Once():
                return self.say("once", condition=words)
