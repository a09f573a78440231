"""On which days a drug qualifies (taken, at the dose, with the companion, in the look-back), and for how long."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from math import ceil

from core.chart.entries import Course
from core.criteria.nodes import DoseLimit, Therapy
from core.criteria.values import Lasting
from core.engine.explaining.answers import missing
from core.engine.explaining.comparing import Answer, together
from core.engine.explaining.courses import courses_of, taken_on
from core.engine.explaining.doses import compare_course_dose
from core.engine.explaining.lists import cover
from core.engine.explaining.meant import earliest
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
Days = tuple[Spans, Spans]
"""The certain and the possible days."""


@dataclass(frozen=True, slots=True)
class Qualifying:
    """The days on which a course certainly and possibly qualifies, and what that rests on.

    ``as_recorded`` leaves out the days that only the catalogue's dosing interval adds. ``shortest`` and ``longest`` are
    the days with the shortest and the longest interval of the routes it can have had; ``route`` is the gap where these
    differ, since none is recorded. Each is a pair of certain and possible days.
    """

    sure: Spans
    maybe: Spans
    gaps: frozenset[Gap]
    refs: frozenset[str]
    is_looked_at: Truth  # has a day in the look-back, dose and companion aside
    taken: Spans  # all days it can have, whatever is asked of them
    as_recorded: Days = (NONE, NONE)
    shortest: Days = (NONE, NONE)
    longest: Days = (NONE, NONE)
    interval: Assumption | None = None
    route: Gap | None = None


@dataclass(frozen=True, slots=True)
class _Reach:
    """How long a course counts after its last dose, at least and at most, and whether only the catalogue says so."""

    shortest: Duration | None
    longest: Duration | None
    assumed: Assumption | None = None


def qualifying_days(node: Therapy, drug: str, course: Course, situation: Situation) -> Qualifying:
    """Return the days on which one course qualifies for its drug."""
    after = _reach(drug, course, situation)
    sure, maybe = _taken(course, after.longest, situation)
    taken, is_route_open = maybe, after.shortest != after.longest
    least = _taken(course, after.shortest, situation) if is_route_open else (sure, maybe)
    gaps: set[Gap] = set()
    refs = {course.ref}
    if node.looking_back is not None:
        readings = look_back_periods(node.looking_back, situation)
        if readings.gap is not None:
            gap, days = frozenset({readings.gap}), (NONE, maybe)
            return Qualifying(*days, gap, frozenset(refs), Truth.UNKNOWN, taken, days, days, days)
        refs |= set(readings.evidence)
        periods = [look(situation.scope.catalogue.may_be(drug)) for look in readings.looks]
        for period in periods:
            sure = _within(sure, period)
            gaps |= set(unknown_half_life(period))
        maybe = united(_within(maybe, period.possible) for period in periods)
    is_looked_at = Truth.TRUE if overlap(sure, least[0]) else Truth.UNKNOWN if maybe else Truth.FALSE
    sure, maybe = _with_conditions(node, drug, course, sure, maybe, (gaps, refs), situation)
    maybe = united((maybe, sure))
    recorded = _taken(course, None, situation) if after.assumed is not None else least
    shortest = _both(least, (sure, maybe))
    return Qualifying(
        shortest[0],
        maybe,
        frozenset(gaps),
        frozenset(refs),
        is_looked_at,
        taken,
        _both(recorded, (shortest[0], maybe)),
        shortest,
        (sure, maybe),
        after.assumed,
        missing(course.drug, "route") if is_route_open else None,
    )


def _both(some: Days, others: Days) -> Days:
    return overlap(some[0], others[0]), overlap(some[1], others[1])


def _taken(course: Course, interval: Duration | None, situation: Situation) -> Days:
    """Return the days from the first dose to the end of the interval after the last, certain and possible ones."""
    days = days_of_course(course, situation)
    decision = situation.days.decision_on
    sure_last = decision if days.sure_end is None else min(decision, _plus(days.sure_end, interval))
    maybe_last = decision if days.possible_end is None else min(decision, _plus(days.possible_end, interval))
    return _span(days.onset_last, sure_last), _span(max(days.onset_first, earliest(situation)), maybe_last)


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
    """Return the interval after the last dose: the course's own, the file's, else the catalogue's for the route.

    Where no route is recorded it is that of each route the course can have had; what is assumed is the shortest.
    """
    if course.is_ongoing:
        return _Reach(None, None)
    own = _recorded_interval(course) or situation.scope.dosing_intervals.get(drug)
    known = situation.scope.catalogue.drugs.get(drug)
    if own is not None or known is None:
        return _Reach(own, own)
    routes = known.routes_by(course.route)
    shortest, longest = known.interval_by(routes[0]), known.interval_by(routes[-1])
    if longest is None:
        return _Reach(None, None)
    detail = f"{shortest}, {routes[0]}" if routes[0] in known.intervals_by_route else str(shortest or longest)
    return _Reach(shortest, longest, Assumption(AssumptionKind.DOSING_INTERVAL, drug, detail))


def _recorded_interval(course: Course) -> Duration | None:
    """Return how often the last recorded dose was given; a single dose has no interval of its own."""
    if not course.doses:
        return None
    last = max(course.doses, key=lambda each: date.max if each.end is None else each.end.last)
    return Duration(ceil(last.per_days), TimeUnit.DAY) if last.per_days else None


def _plus(day: date, interval: Duration | None) -> date:
    return day if interval is None or day == date.min else interval.after(day) - _DAY


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

    def read(of: Callable[[Qualifying], Days]) -> Length:
        return _lasts(node, lasting, drug, own, of, every, situation)

    found = read(lambda days: (days.sure, days.maybe))
    routes = {each.route for each in every if each.route is not None}
    if found.truth is Truth.UNKNOWN and routes:
        is_told_by_route = read(lambda days: days.shortest).truth is not read(lambda days: days.longest).truth
        return replace(found, gaps=(*found.gaps, *routes)) if is_told_by_route else found
    intervals = tuple(dict.fromkeys(each.interval for each in every if each.interval is not None))
    if lasting is None or not intervals or read(lambda days: days.as_recorded).truth is found.truth:
        return found
    return replace(found, assumed=intervals)


def _lasts(
    node: Therapy,
    lasting: Lasting | None,
    drug: str,
    own: Qualifying,
    of: Callable[[Qualifying], Days],
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
