"""From one rule to its occasions: days, stretches, and what waits for something to happen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from core.chart.chart import Chart
from core.follow_up.plan import Awaited, Held, Planned, Preparation, Repeated
from core.follow_up.schedule import Judge, Named, Rule, Schedule, Tolerance
from core.follow_up.timing import (
    At,
    AtAge,
    AtEvent,
    Moment,
    Once,
    Relative,
    Series,
    Throughout,
    Until,
    When,
    While,
)
from core.values.duration import Duration, TimeUnit
from core.values.truth import Truth

INFUSION = "infusion"
LYMPHODEPLETION = "lymphodepletion"
HORIZON = Duration(15, TimeUnit.YEAR)
_DAY = timedelta(days=1)
_SAMPLED_YEARS = range(HORIZON.count + 1)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One activity on one planned day with its window; ``series`` tells repetitions of one ``when`` apart."""

    on: date
    earliest: date
    latest: date
    item: Planned
    moment: Moment | None
    series: int
    age: int | None = None


@dataclass
class Occasions:
    """What the rules of a plan come to, kind by kind, in the order they were added."""

    days: list[Occasion] = field(default_factory=list[Occasion])
    preparation: list[Preparation] = field(default_factory=list[Preparation])
    repeated: list[Repeated] = field(default_factory=list[Repeated])
    held: list[Held] = field(default_factory=list[Held])
    awaited: list[Awaited] = field(default_factory=list[Awaited])


@dataclass(frozen=True)
class OccasionFinder:
    """Finds the occasions of the rules of one schedule for one patient."""

    chart: Chart
    schedule: Schedule
    day0: date
    judge: Judge
    found: Occasions
    is_without_lymphodepletion: bool = False

    @property
    def _horizon(self) -> date:
        return HORIZON.planned_after(self.day0)

    def add(self, item: Planned, rule: Rule) -> None:
        """Add every occasion of a rule; ``item`` carries what else is not settled."""
        for when in rule.whens:
            self._add(item, rule, when)

    def _add(self, item: Planned, rule: Rule, when: When) -> None:
        match when:
            case At(moment):
                self._add_day(item, rule, moment, when)
            case Series():
                self._add_series(item, rule, when)
            case Throughout(start, end):
                self._add_held(self._ending(item, when.until), rule, start, end)
            case AtAge(years):
                self._add_birthday(item, rule, years, when)
            case AtEvent(event) | Relative(_, _, event):
                self._add_event(item, rule, when, event)
            case While(condition) | Until(condition) | Once(condition):
                self._add_awaited(item, rule, when, self.schedule.conditions[condition])

    # --- days

    def _add_day(self, item: Planned, rule: Rule, moment: Moment, when: When) -> None:
        on = moment.on(self.day0)
        applied = self._applied(item, rule, (on,))
        if applied is None:
            return
        applied = replace(applied, at=(str(moment.simplest),))
        if on < self.day0:
            self.found.preparation.append(Preparation(applied, None, None, on, on))
        else:
            earliest, latest = self._window(rule.window, on)
            self.found.days.append(Occasion(on, earliest, latest, applied, moment.simplest, id(when)))

    def _add_series(self, item: Planned, rule: Rule, when: Series) -> None:
        ending = self._ending(item, when.until)
        if when.pace.is_dense:
            self._add_repeated(ending, rule, when)
            return
        for moment in when.moments(self.day0, self._horizon):
            self._add_day(ending, rule, moment, when)

    def _add_repeated(self, item: Planned, rule: Rule, when: Series) -> None:
        """Add the stretches of a dense series; a limit of age is judged on each of its days."""
        last = self._horizon if when.end is None else when.end.on(self.day0)
        while_ = self.schedule.conditions.get(when.while_)
        for applied, first, end in self._stretches(item, rule, when.start.on(self.day0), last):
            named = replace(applied, at=(f"{self._day(first)} to {self._day(end)}",))
            self.found.repeated.append(Repeated(named, when.pace, first, end, while_))

    def _day(self, on: date) -> Moment:
        return Moment(TimeUnit.DAY, (on - self.day0).days)

    def _stretches(self, item: Planned, rule: Rule, first: date, last: date) -> Iterator[tuple[Planned, date, date]]:
        begun: tuple[Planned, Truth, date] | None = None
        day = first
        while day <= last:
            truth = self._truth(rule, day)
            if begun is None or begun[1] is not truth:
                if begun is not None and begun[1] is not Truth.FALSE:
                    yield begun[0], begun[2], day - _DAY
                begun = (_if(item, rule, truth), truth, day)
            day += _DAY
        if begun is not None and begun[1] is not Truth.FALSE:
            yield begun[0], begun[2], last

    def _add_birthday(self, item: Planned, rule: Rule, years: int, when: When) -> None:
        birth = self.chart.birth
        if birth is None:
            applied = self._applied(item, rule, self._sample())
            if applied is not None:
                self.found.awaited.append(Awaited(replace(applied, at=(at_age(years),)), None, None, years))
            return
        first, last = (Duration(years, TimeUnit.YEAR).after(day) for day in (birth.first, birth.last))
        if last < self.day0:
            return
        applied = self._applied(item, rule, (first, last))
        if applied is not None:
            _, latest = self._window(rule.window, last)
            named = replace(applied, at=(at_age(years),))
            self.found.days.append(Occasion(last, first, latest, named, None, id(when), years))

    def _window(self, window: Tolerance | None, on: date) -> tuple[date, date]:
        if window is None:
            return on, on
        return max(self.day0, window.before.before(on)), window.after.after(on)

    # --- stretches

    def _add_held(self, item: Planned, rule: Rule, start: Moment, end: Moment | None) -> None:
        first = start.on(self.day0)
        last = None if end is None else end.on(self.day0)
        applied = self._applied(item, rule, (first, last or self._horizon))
        if applied is not None:
            self.found.held.append(Held(replace(applied, at=(f"from {start.simplest}",)), first, last))

    # --- what waits

    def _add_event(self, item: Planned, rule: Rule, when: AtEvent | Relative, event: str) -> None:
        if event == LYMPHODEPLETION and self.is_without_lymphodepletion and INFUSION in self.schedule.events:
            # what must be done before it must still be done before the cells
            event, when = INFUSION, replace(when, event=INFUSION)
        words = self.schedule.events[event]
        if not words.point:
            self._add_awaited(item, rule, when, words)
            return
        dated = self._days_of(event)
        applied = self._applied(item, rule, dated or (self.day0,))
        if applied is not None:
            first, last = _stretch(when, dated)
            named = replace(applied, at=(at_event(when),))
            self.found.preparation.append(Preparation(named, when, words, first, last))

    def _days_of(self, event: str) -> tuple[date, ...]:
        if event == INFUSION:
            return (self.day0,)
        planned = self.chart.planned.get(event)
        return () if planned is None else tuple(dict.fromkeys((planned.first, planned.last)))

    def _add_awaited(
        self, item: Planned, rule: Rule, when: AtEvent | Relative | While | Until | Once, trigger: Named
    ) -> None:
        applied = self._applied(item, rule, self._sample())
        if applied is not None:
            self.found.awaited.append(Awaited(replace(applied, at=(at_event(when),)), when, trigger))

    def _sample(self) -> Iterable[date]:
        """Return days over the whole plan: what is never so on any of them does not concern the patient."""
        return (Duration(years, TimeUnit.YEAR).planned_after(self.day0) for years in _SAMPLED_YEARS)

    # --- conditions

    def _applied(self, item: Planned, rule: Rule, days: Iterable[date]) -> Planned | None:
        """Return the item with what is left open over these days, or None where the rule holds on none of them."""
        truths = {self._truth(rule, day) for day in days}
        if truths == {Truth.FALSE}:
            return None
        return _if(item, rule, Truth.TRUE if truths == {Truth.TRUE} else Truth.UNKNOWN)

    def _truth(self, rule: Rule, day: date) -> Truth:
        condition = rule.applies_when
        if condition is None:
            return Truth.TRUE
        return condition.truth(self.judge, day)

    def _ending(self, item: Planned, condition: str) -> Planned:
        named: Mapping[str, Named] = self.schedule.conditions
        return replace(item, until=(named[condition],)) if condition else item


def at_age(years: int) -> str:
    """Return the name of an occasion on a birthday."""
    return f"age {years}"


def at_event(when: AtEvent | Relative | While | Until | Once) -> str:
    """Return the name of an occasion that an event or a condition brings: ``at discharge``, ``while neutropenia``."""
    match when:
        case AtEvent(event, is_before):
            return f"{'before' if is_before else 'at'} {event}"
        case Relative(length, is_before, event, _):
            return f"{length} {'before' if is_before else 'after'} {event}"
        case While(condition) | Until(condition) | Once(condition):
            return f"{type(when).__name__.lower()} {condition}"


def _if(item: Planned, rule: Rule, truth: Truth) -> Planned:
    condition = rule.applies_when
    return item if condition is None or truth is Truth.TRUE else replace(item, ifs=(condition,))


def _stretch(when: AtEvent | Relative, days: tuple[date, ...]) -> tuple[date | None, date | None]:
    """Return the days of something tied to an event: both None where the event has no date."""
    if not days:
        return None, None
    match when:
        case AtEvent(_, is_before):
            return (None if is_before else days[0]), days[-1]
        case Relative(length, is_before, _, is_within):
            moved = tuple(length.before(day) if is_before else length.after(day) for day in days)
            ends = (*moved, *days) if is_within else moved
            return min(ends), max(ends)
