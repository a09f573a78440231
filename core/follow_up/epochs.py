"""The plan as it stood: a plan for every day on which a finding changed what is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from core.chart.chart import Chart
from core.chart.entries import Completeness, Course, Entry, Episode, Finding, Never
from core.criteria.nodes import Condition
from core.follow_up.dying import DEATH
from core.follow_up.plan import Plan
from core.follow_up.schedule import Activity, Judge, Named, Schedule, Use
from core.values.duration import Duration, TimeUnit, completed_years
from core.values.partial_date import PartialDate
from core.values.truth import Truth

JudgeOf = Callable[[date], Judge]
"""Gives what judges conditions by the record as it stood on a day."""
PlanOf = Callable[[date, Judge], Plan]
"""Gives the plan as the record of a day makes it, by what judges it."""
Seen = Callable[[Condition], frozenset[str]]
"""Gives every name of the catalogue that a condition can see."""
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Epoch:
    """The plan that was in force from ``since`` on, with what judged it.

    ``settled`` is what was last known of each condition that ends something or that something waits for: a value that
    grew old takes nothing back.
    """

    since: date
    plan: Plan
    judge: Judge
    settled: Mapping[str, Truth]

    def truth(self, condition: Named, day: date) -> Truth:
        """Tell whether a condition held on a day by the record of then."""
        return Truth.UNKNOWN if condition.sentence is None else self.judge(condition.sentence, day)

    def known(self, condition: Named) -> Truth:
        """Tell what was last known of a condition that ends something or that something waits for."""
        return self.settled.get(condition.id, Truth.UNKNOWN)


@dataclass(frozen=True)
class Ways:
    """How a plan is made and judged on a day."""

    judge_on: JudgeOf
    plan_on: PlanOf
    seen: Seen


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A condition of the plan came true or ended on a day.

    ``refs`` are the entries that say so: none where it is the age. ``more`` are the activities asked from then on,
    ``less`` those asked no longer. ``condition`` None: the patient has died, and nothing more is asked.
    """

    since: date
    condition: Named | None
    is_true: bool
    refs: tuple[str, ...]
    more: tuple[Activity, ...]
    less: tuple[Activity, ...]

    @property
    def cause(self) -> str:
        """The name of the condition, "death" where the patient has died."""
        return DEATH if self.condition is None else self.condition.id


def epochs(chart: Chart, day0: date, on: date, schedules: Sequence[Schedule], ways: Ways) -> Iterator[Epoch]:
    """Yield the plans in force from day 0 to ``on``, the oldest first.

    A plan is made anew where a condition of a rule changed; what ends or begins an activity changes none.
    """
    uses = _uses(schedules)
    judge = ways.judge_on(day0)
    now = Epoch(day0, ways.plan_on(day0, judge), judge, _settled({}, uses, judge, day0))
    yield now
    for day in _days_of_news(chart, day0, on):
        newer = ways.judge_on(day)
        is_other = any(
            now.judge(each.sentence, day) is not newer(each.sentence, day) for each in uses if each.is_of_rules
        )
        settled = _settled(now.settled, uses, newer, day)
        if is_other or settled != now.settled:
            now = Epoch(day, ways.plan_on(day, newer) if is_other else now.plan, newer, settled)
            yield now


def _settled(before: Mapping[str, Truth], uses: Sequence[Use], judge: Judge, day: date) -> dict[str, Truth]:
    found = {each.condition.id: judge(each.sentence, day) for each in uses if each.is_settled}
    return {**before, **{name: truth for name, truth in found.items() if truth.is_known}}


def changes(known: Sequence[Epoch], on: date, seen: Seen) -> tuple[PlanChange, ...]:
    """Return what changed in the plan and why, the newest first: findings, then birthdays."""
    if not known:
        return ()
    uses = _uses(known[0].plan.schedules)
    found = [*_by_findings(known, uses, seen), *_by_age(known[-1], known[0].since, on, uses)]
    return tuple(sorted(found, key=lambda each: each.since, reverse=True))


def evidence(condition: Named, chart: Chart, day: date, seen: Seen) -> tuple[str, ...]:
    """Return the newest entries up to a day that a condition can see."""
    if condition.sentence is None:
        return ()
    names = seen(condition.sentence)
    dated = [(moment.first, each.ref) for each in chart.entries if (moment := _moment(each, names)) is not None]
    told = [(at, ref) for at, ref in dated if at <= day]
    newest = max((at for at, _ in told), default=None)
    return tuple(ref for at, ref in told if at == newest)


def _by_findings(known: Sequence[Epoch], uses: Sequence[Use], seen: Seen) -> Iterator[PlanChange]:
    first = known[0]
    for use in uses:
        if use.is_settled and first.known(use.condition) is Truth.TRUE:
            refs = evidence(use.condition, first.plan.chart, first.since, seen)
            yield _change(first.since, use, refs, is_true=True)
    for before, now in pairwise(known):
        for use in uses:
            was, holds = _told(before, use, now.since), _told(now, use, now.since)
            if was is not holds and Truth.TRUE in (was, holds):
                refs = evidence(use.condition, now.plan.chart, now.since, seen)
                yield _change(now.since, use, refs, is_true=holds is Truth.TRUE)


def _told(epoch: Epoch, use: Use, day: date) -> Truth:
    return epoch.known(use.condition) if use.is_settled else epoch.truth(use.condition, day)


def _by_age(now: Epoch, day0: date, on: date, uses: Sequence[Use]) -> Iterator[PlanChange]:
    """Yield what a birthday changed, by a record that stands still."""
    birth = now.plan.chart.birth
    if birth is None:
        return
    for years in range(completed_years(birth.last, day0) + 1, completed_years(birth.last, on) + 1):
        birthday = Duration(years, TimeUnit.YEAR).after(birth.last)
        for use in (each for each in uses if each.is_of_rules):
            was, holds = now.truth(use.condition, birthday - _DAY), now.truth(use.condition, birthday)
            if was is not holds and Truth.TRUE in (was, holds):
                yield _change(birthday, use, (), is_true=holds is Truth.TRUE)


def _change(since: date, use: Use, refs: tuple[str, ...], *, is_true: bool) -> PlanChange:
    more, less = (use.begins, use.ends) if is_true else (use.ends, use.begins)
    return PlanChange(since, use.condition, is_true, refs, more, less)


def _uses(schedules: Sequence[Schedule]) -> tuple[Use, ...]:
    """Return the conditions the record can decide, each with what turns on it."""
    return tuple(use for schedule in schedules for use in schedule.uses)


def _days_of_news(chart: Chart, day0: date, on: date) -> list[date]:
    """Return the days after day 0 on which something of the record began or was over."""
    days = {day for each in chart.entries for day in _days_told(each)}
    return sorted(day for day in {*days, on} if day0 < day <= on)


def _days_told(entry: Entry) -> Iterator[date]:
    for moment in _moments(entry):
        if moment is not None:
            yield from (moment.first, moment.last, moment.last + _DAY)


def _moments(entry: Entry) -> tuple[PartialDate | None, ...]:
    match entry:
        case Finding(on=on):
            return (on,)
        case Episode(onset=onset, end=end):
            return onset, end
        case Course(start=start, end=end):
            return start, end
        case Completeness(as_of=as_of) | Never(as_of=as_of):
            return (PartialDate.on(as_of),)
        case _:
            return ()


def _moment(entry: Entry, names: frozenset[str]) -> PartialDate | None:
    match entry:
        case Finding(concept=concept, on=on) if concept in names:
            return on
        case Episode(concept=concept, onset=onset) if concept in names:
            return onset
        case Course(drug=drug, start=start) if drug in names:
            return start
        case _:
            return None
