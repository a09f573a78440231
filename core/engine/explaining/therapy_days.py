"""On which days a drug qualifies (taken, at the dose, with the companion, in the look-back), and for how long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from core.chart.entries import Course
from core.criteria.nodes import DoseLimit, Therapy
from core.criteria.values import Lasting
from core.engine.explaining.comparing import Answer, together
from core.engine.explaining.courses import courses_of, taken_on
from core.engine.explaining.doses import compare_course_dose
from core.engine.explaining.lists import cover
from core.engine.explaining.spans import days_of_course
from core.engine.explaining.turning import edges
from core.engine.explaining.windows import Period, always, look_back_periods, reach, unknown_half_life
from core.engine.judgement.outcome import Assumption, AssumptionKind, Gap
from core.engine.judgement.situation import Situation
from core.values.day_spans import NONE, Spans, bridged, count, cut, cut_up, overlap, span, touches, united
from core.values.duration import Duration, TimeUnit
from core.values.truth import Truth, all_of

BRIDGED = Duration(28, TimeUnit.DAY)
"""Breaks up to this long are bridged where the file names no ``gap`` (the language's own default)."""

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Qualifying:
    """The days on which a course certainly and possibly qualifies, and what that rests on.

    ``sure_as_recorded`` and ``maybe_as_recorded`` leave out the days that only the catalogue's dosing interval adds.
    """

    sure: Spans
    maybe: Spans
    gaps: frozenset[Gap]
    refs: frozenset[str]
    is_looked_at: Truth  # has a day in the look-back, dose and companion aside
    sure_as_recorded: Spans = NONE
    maybe_as_recorded: Spans = NONE
    interval: Assumption | None = None


@dataclass(frozen=True, slots=True)
class _Reach:
    """How long a course counts after its last dose, and whether only the catalogue says so."""

    interval: Duration | None
    assumed: Assumption | None = None


def qualifying_days(node: Therapy, drug: str, course: Course, situation: Situation) -> Qualifying:
    """Return the days on which one course qualifies for its drug."""
    after = _reach(drug, course, situation)
    sure, maybe = _taken(course, after.interval, situation)
    gaps: set[Gap] = set()
    refs = {course.ref}
    if node.looking_back is not None:
        readings = look_back_periods(node.looking_back, situation)
        if readings.gap is not None:
            gap = frozenset({readings.gap})
            return Qualifying(NONE, maybe, gap, frozenset(refs), Truth.UNKNOWN, NONE, maybe)
        refs |= set(readings.evidence)
        periods = [look(situation.scope.catalogue.may_be(drug)) for look in readings.looks]
        for period in periods:
            sure = _within(sure, period)
            gaps |= set(unknown_half_life(period))
        maybe = united(_within(maybe, period.possible) for period in periods)
    is_looked_at = Truth.TRUE if sure else Truth.UNKNOWN if maybe else Truth.FALSE
    sure, maybe = _with_conditions(node, drug, course, sure, maybe, (gaps, refs), situation)
    recorded = _taken(course, None, situation) if after.assumed is not None else (sure, maybe)
    return Qualifying(
        sure,
        united((maybe, sure)),
        frozenset(gaps),
        frozenset(refs),
        is_looked_at,
        overlap(sure, recorded[0]),
        overlap(united((maybe, sure)), recorded[1]),
        after.assumed,
    )


def _taken(course: Course, interval: Duration | None, situation: Situation) -> tuple[Spans, Spans]:
    """Return the days from the first dose to the end of the interval after the last, certain and possible ones."""
    days = days_of_course(course, situation)
    decision = situation.days.decision_on
    sure_last = decision if days.sure_end is None else min(decision, _plus(days.sure_end, interval))
    maybe_last = decision if days.possible_end is None else min(decision, _plus(days.possible_end, interval))
    return _span(days.onset_last, sure_last), _span(max(days.onset_first, _earliest(situation)), maybe_last)


def _span(first: date, last: date) -> Spans:
    return span(first.toordinal(), last.toordinal())


def _within(spans: Spans, period: Period) -> Spans:
    return cut(spans, None if period.first is None else period.first.toordinal(), period.last.toordinal())


def _with_conditions(
    node: Therapy,
    drug: str,
    course: Course,
    sure: Spans,
    maybe: Spans,
    notes: tuple[set[Gap], set[str]],
    situation: Situation,
) -> tuple[Spans, Spans]:
    """Keep the days on which dose and companion hold; note the gaps and the entries they rest on."""
    tests = tuple(limit for name, limit in node.at_dose.items() if drug in situation.scope.drugs((name,)))
    if not tests and not node.together_with:
        return sure, maybe
    gaps, refs = notes
    companions = courses_of(situation.scope.drugs(node.together_with), situation)
    turning = edges((course, *(each for each, _ in companions)), situation)
    kept: dict[Truth, list[tuple[int, int]]] = {Truth.TRUE: [], Truth.UNKNOWN: [], Truth.FALSE: []}
    for first, last in cut_up(united((sure, maybe)), turning):
        day = date.fromordinal(first)
        answers = [_dose_holds(course, limit, day, situation) for limit in tests]
        answers += [_companion(name, day, situation) for name in node.together_with]
        truth = all_of(answer.truth for answer in answers)
        refs |= {ref for answer in answers for ref in answer.refs}
        kept[truth].append((first, last))
        if truth is not Truth.FALSE:
            gaps |= {gap for answer in answers if answer.truth is Truth.UNKNOWN for gap in answer.gaps}
    holding = united([tuple(kept[Truth.TRUE])])
    return overlap(sure, holding), united((holding, tuple(kept[Truth.UNKNOWN])))


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
    covered = cover((name,), drugs, always(Period(day, day)), situation)
    refs = (*taken.refs, *covered.evidence)
    if taken.truth is Truth.FALSE and covered.is_whole:
        return Answer(Truth.FALSE, (), refs)
    return Answer(Truth.UNKNOWN, (*taken.gaps, *covered.gaps), refs)


def _reach(drug: str, course: Course, situation: Situation) -> _Reach:
    """Return the interval after the last dose: the course's own, the file's, else the catalogue's for the route."""
    if course.is_ongoing:
        return _Reach(None)
    own = _recorded_interval(course)
    if own is not None:
        return _Reach(own)
    if drug in situation.scope.dosing_intervals:
        return _Reach(situation.scope.dosing_intervals[drug])
    known = situation.scope.catalogue.drugs.get(drug)
    interval = None if known is None else known.interval_by(course.route)
    if known is None or interval is None:
        return _Reach(None)
    detail = f"{interval}, {course.route}" if course.route in known.intervals_by_route else str(interval)
    return _Reach(interval, Assumption(AssumptionKind.DOSING_INTERVAL, drug, detail))


def _recorded_interval(course: Course) -> Duration | None:
    """Return how often the last recorded dose was given; a single dose has no interval of its own."""
    if not course.doses:
        return None
    last = max(course.doses, key=lambda each: date.max if each.end is None else each.end.last)
    return Duration(ceil(last.per_days), TimeUnit.DAY) if last.per_days else None


def _plus(day: date, interval: Duration | None) -> date:
    return day if interval is None or day == date.min else interval.after(day) - _DAY


def _earliest(situation: Situation) -> date:
    birth = situation.chart.birth
    return birth.first if birth is not None else date(situation.evaluation_on.year - 120, 1, 1)


# --- lengths


def each_for(node: Therapy, drug: str, situation: Situation) -> Lasting | None:
    """Return the length asked of a drug: its own, else that of all."""
    for name, lasting in node.each_for.items():
        if name and drug in situation.scope.drugs((name,)):
            return lasting
    return node.each_for.get("")


@dataclass(frozen=True, slots=True)
class Length:
    """Whether a course is part of a run that is long enough, the days of that run, what it rests on or lacks."""

    truth: Truth
    days: int | None = None
    gaps: tuple[Gap, ...] = ()
    assumed: tuple[Assumption, ...] = ()


def lasts(
    node: Therapy,
    lasting: Lasting | None,
    drug: str,
    own: Qualifying,
    every: tuple[Qualifying, ...],
    situation: Situation,
) -> Length:
    """Answer whether a course is part of a run of its substance that is long enough; and that run's days."""
    found = _lasts(node, lasting, drug, own, _days_as_counted, every, situation)
    intervals = tuple(dict.fromkeys(each.interval for each in every if each.interval is not None))
    if lasting is None or not intervals:
        return found
    as_recorded = _lasts(node, lasting, drug, own, _days_as_recorded, every, situation)
    return found if as_recorded.truth is found.truth else Length(found.truth, found.days, found.gaps, intervals)


def _days_as_counted(days: Qualifying) -> tuple[Spans, Spans]:
    return days.sure, days.maybe


def _days_as_recorded(days: Qualifying) -> tuple[Spans, Spans]:
    return days.sure_as_recorded, days.maybe_as_recorded


def _lasts(
    node: Therapy,
    lasting: Lasting | None,
    drug: str,
    own: Qualifying,
    of: Callable[[Qualifying], tuple[Spans, Spans]],
    every: tuple[Qualifying, ...],
    situation: Situation,
) -> Length:
    own_sure, own_maybe = of(own)
    if lasting is None:
        return Length(Truth.TRUE if own_sure else Truth.UNKNOWN if own_maybe else Truth.FALSE)
    gap = node.gap or BRIDGED
    certain = _runs_with(own_sure, united(of(each)[0] for each in every), gap)
    possible = _runs_with(own_maybe, united(of(each)[1] for each in every), gap)
    longest = max((count((run,)) for run in certain), default=0)
    long = [is_long(run, lasting, drug, situation) for run in certain]
    if any(each.truth is Truth.TRUE for each in long):
        return Length(Truth.TRUE, longest)
    long += [is_long(run, lasting, drug, situation) for run in possible]
    if all(each.truth is Truth.FALSE for each in long):
        return Length(Truth.FALSE, longest)
    gaps = tuple(dict.fromkeys(gap for each in long for gap in each.gaps))
    return Length(Truth.UNKNOWN, longest, gaps)


def _runs_with(own: Spans, every: Spans, gap: Duration) -> list[tuple[int, int]]:
    return [run for run in bridged(every, gap) if touches(own, *run)]


def is_long(run: tuple[int, int], lasting: Lasting, drug: str, situation: Situation) -> Answer:
    """Answer whether a run is long enough: from its first day it lasts until the day after its last."""
    first, after = date.fromordinal(run[0]), date.fromordinal(run[1]) + _DAY
    end = reach(lasting.span, first, situation.scope, situation.scope.catalogue.may_be(drug), is_back=False)

    def is_reached(day: date | None) -> bool:
        return day is not None and (day < after if lasting.is_more else day <= after)

    if is_reached(end.far):
        return Answer(Truth.TRUE)
    if not is_reached(end.near):
        return Answer(Truth.FALSE)
    return Answer(Truth.UNKNOWN, unknown_half_life(Period(first, after, Period(None, after), end.unknown)))
