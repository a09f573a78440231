"""On which days a drug qualifies (taken, at the dose, with the companion, in the look-back), and for how long."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from core.chart.entries import Course
from core.criteria.nodes import DoseLimit, Therapy
from core.criteria.values import Lasting
from core.engine.explaining.comparing import Answer, together
from core.engine.explaining.courses import courses_of, taken_on
from core.engine.explaining.doses import compare_course_dose
from core.engine.explaining.lists import cover
from core.engine.explaining.spans import days_of_course
from core.engine.explaining.windows import Period, forward, look_back_periods
from core.engine.judgement.outcome import Gap
from core.engine.judgement.situation import Situation
from core.values.duration import Duration, TimeUnit
from core.values.truth import Truth, all_of

_DAY = timedelta(days=1)
_BRIDGED = Duration(28, TimeUnit.DAY)
"""Breaks up to this long are bridged where the file names no ``gap`` (the language's own default)."""


@dataclass(frozen=True, slots=True)
class Qualifying:
    """The days on which a course certainly and possibly qualifies, and what that rests on."""

    sure: frozenset[date]
    maybe: frozenset[date]
    gaps: frozenset[Gap]
    refs: frozenset[str]
    is_looked_at: Truth  # has a day in the look-back, dose and companion aside


def qualifying_days(node: Therapy, drug: str, course: Course, situation: Situation) -> Qualifying:
    """Return the days on which one course qualifies for its drug."""
    days = days_of_course(course, situation)
    reach = _reach(drug, course, situation)
    decision = situation.days.decision_on
    sure_last = decision if days.sure_end is None else min(decision, _plus(days.sure_end, reach))
    maybe_last = decision if days.possible_end is None else min(decision, _plus(days.possible_end, reach))
    sure = set(_range(days.onset_last, sure_last))
    maybe = set(_range(max(days.onset_first, _earliest(situation)), maybe_last))
    gaps: set[Gap] = set()
    refs = {course.ref}
    if node.looking_back is not None:
        periods = look_back_periods(node.looking_back, situation)
        if periods.gap is not None:
            return Qualifying(frozenset(), frozenset(maybe), frozenset({periods.gap}), frozenset(refs), Truth.UNKNOWN)
        refs |= set(periods.evidence)
        sure = {day for day in sure if all(day in period for period in periods.periods)}
        maybe = {day for day in maybe if any(day in period for period in periods.periods)}
    is_looked_at = Truth.TRUE if sure else Truth.UNKNOWN if maybe else Truth.FALSE
    sure, maybe = _with_conditions(node, drug, course, sure, maybe, (gaps, refs), situation)
    return Qualifying(frozenset(sure), frozenset(maybe | sure), frozenset(gaps), frozenset(refs), is_looked_at)


def _with_conditions(
    node: Therapy,
    drug: str,
    course: Course,
    sure: set[date],
    maybe: set[date],
    notes: tuple[set[Gap], set[str]],
    situation: Situation,
) -> tuple[set[date], set[date]]:
    """Keep the days on which dose and companion hold; note the gaps and the entries they rest on."""
    tests = _dose_tests(node, drug, situation)
    if not tests and not node.together_with:
        return sure, maybe
    gaps, refs = notes
    kept_sure: set[date] = set()
    kept_maybe: set[date] = set()
    for day in sorted(maybe | sure):
        answers = [_dose_holds(course, limit, day, situation) for limit in tests]
        answers += [_companion(name, day, situation) for name in node.together_with]
        truth = all_of(answer.truth for answer in answers)
        refs |= {ref for answer in answers for ref in answer.refs}
        if truth is Truth.FALSE:
            continue
        kept_maybe.add(day)
        if truth is Truth.TRUE and day in sure:
            kept_sure.add(day)
        gaps |= {gap for answer in answers if answer.truth is Truth.UNKNOWN for gap in answer.gaps}
    return kept_sure, kept_maybe


def _dose_tests(node: Therapy, drug: str, situation: Situation) -> tuple[DoseLimit, ...]:
    return tuple(limit for name, limit in node.at_dose.items() if drug in situation.scope.drugs((name,)))


def _dose_holds(course: Course, limit: DoseLimit, day: date, situation: Situation) -> Answer:
    last = days_of_course(course, situation).sure_end
    held_on = day if last is None or day <= last else last  # within a dosing interval the last dose counts
    answers = tuple(compare_course_dose(course, op, each, held_on, situation) for op, each in limit.tests)
    return together(all_of(answer.truth for answer in answers), answers)


def _companion(name: str, day: date, situation: Situation) -> Answer:
    drugs = situation.scope.drugs((name,))
    taken = taken_on(courses_of(drugs, situation), day, situation)
    if taken.truth is Truth.TRUE:
        return taken
    covered = cover((name,), drugs, Period(day, day), situation)
    refs = (*taken.refs, *covered.evidence)
    if taken.truth is Truth.FALSE and covered.is_whole:
        return Answer(Truth.FALSE, (), refs)
    return Answer(Truth.UNKNOWN, (*taken.gaps, *covered.gaps), refs)


def _reach(drug: str, course: Course, situation: Situation) -> Duration | None:
    known = situation.scope.catalogue.drugs.get(drug)
    interval = situation.scope.dosing_intervals.get(drug)
    if interval is None and known is not None:
        interval = known.dosing_interval
    return None if course.is_ongoing else interval


def _plus(day: date, reach: Duration | None) -> date:
    return day if reach is None else reach.after(day) - _DAY


def _earliest(situation: Situation) -> date:
    birth = situation.chart.birth
    return birth.first if birth is not None else date(situation.evaluation_on.year - 120, 1, 1)


def _range(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=count) for count in range((last - first).days + 1))


def each_for(node: Therapy, drug: str, situation: Situation) -> Lasting | None:
    """Return the length asked of a drug: its own, else that of all."""
    for name, lasting in node.each_for.items():
        if name and drug in situation.scope.drugs((name,)):
            return lasting
    return node.each_for.get("")


def lasts(
    node: Therapy,
    lasting: Lasting | None,
    days: Qualifying,
    sure: frozenset[date],
    maybe: frozenset[date],
    situation: Situation,
) -> tuple[Truth, int | None]:
    """Answer whether a course is part of a run of its substance that is long enough; and that run's days."""
    if lasting is None:
        return (Truth.TRUE if days.sure else Truth.UNKNOWN if days.maybe else Truth.FALSE), None
    gap = node.gap or _BRIDGED
    certain = [run for run in runs(sure, gap) if _touches(run, days.sure)]
    possible = [run for run in runs(maybe, gap) if _touches(run, days.maybe)]
    longest = max(((last - first).days + 1 for first, last in certain), default=0)
    if any(is_long(run, lasting, situation) for run in certain):
        return Truth.TRUE, longest
    if any(is_long(run, lasting, situation) for run in possible):
        return Truth.UNKNOWN, longest
    return Truth.FALSE, longest


def _touches(run: tuple[date, date], days: frozenset[date]) -> bool:
    return any(run[0] <= day <= run[1] for day in days)


def runs(days: frozenset[date], gap: Duration) -> list[tuple[date, date]]:
    """Return the unbroken runs of days, breaks up to ``gap`` bridged."""
    runs: list[tuple[date, date]] = []
    for day in sorted(days):
        if runs and day <= gap.after(runs[-1][1]) + _DAY:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def is_long(run: tuple[date, date], lasting: Lasting, situation: Situation) -> bool:
    """A run from its first day through its last lasts until the day after its last."""
    complete_on = forward(lasting.span, run[0], situation.scope)
    after = run[1] + _DAY
    return complete_on < after if lasting.is_more else complete_on <= after
