"""Whether one course counts: by its outcome, its length, its marks; and on which days its drug qualifies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from math import ceil, floor

from core.chart.entries import Course
from core.chart.words import FAILED, FAILURES, REASONS_FOR_STOPPING
from core.criteria.nodes import DoseLimit, Therapy
from core.criteria.scope import Scope
from core.criteria.values import Lasting, Which
from core.engine.deciding.absences import covering
from core.engine.deciding.calendar import OPEN, after, before
from core.engine.deciding.courses import stable_in, taken_on
from core.engine.deciding.doses import DoseTest, course_dose, dose_test, edges, list_edges, telling_days
from core.engine.deciding.given import meet
from core.engine.deciding.kleene import FALSE, NUMBER, TRUE, UNKNOWN
from core.engine.deciding.moment import Moment, earliest
from core.engine.deciding.record import Taken
from core.engine.deciding.windows import always, looks_back, reaching
from core.values.day_spans import NONE, Spans, bridged, cut, cut_up, overlap, span, touches, united
from core.values.duration import Duration, TimeUnit
from core.values.interval import Interval

_BRIDGED = Duration(28, TimeUnit.DAY)
"""Breaks up to this long are bridged where the file names no ``gap`` (the language's own default)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One course: whether it counts, on which days it certainly and possibly qualifies, which it can have at all."""

    course: Course
    truth: int
    sure: Spans
    maybe: Spans
    taken: Spans


@dataclass(frozen=True, slots=True)
class _Qualifying:
    sure: Spans
    maybe: Spans
    is_looked_at: int  # has a day in the look-back, dose and companion aside
    taken: Spans


class Counting:
    """How the courses of a drug are counted in one block."""

    def __init__(self, node: Therapy, scope: Scope) -> None:
        self._node = node
        self._scope = scope
        self.gap = node.gap or _BRIDGED
        self._looks = None if node.looking_back is None else looks_back(node.looking_back, scope)
        self._doses = [(scope.drugs((name,)), _dose_tests(limit)) for name, limit in node.at_dose.items()]
        self._totals = [(scope.drugs((name,)), _total_tests(limit)) for name, limit in node.cumulative.items()]
        self._lengths = [(scope.drugs((name,)), each) for name, each in node.each_for.items() if name]
        self._companions = [
            (scope.drugs((name,)), covering(scope.drugs((name,)), scope)) for name in node.together_with
        ]

    def judge(self, drug: str, courses: Sequence[Taken], m: Moment) -> tuple[Judged, ...]:
        """Return the courses of a drug, each with whether it counts."""
        if not courses:
            return ()
        qualifying = [self._qualifying(drug, each, m) for each in courses]
        lasting = self._lasting(drug)
        every_sure = united(each.sure for each in qualifying)
        every_maybe = united(each.maybe for each in qualifying)
        found: list[Judged] = []
        for taken, days in zip(courses, qualifying, strict=True):
            lasts = self._lasts(lasting, drug, days, every_sure, every_maybe)
            truth = min(_among(self._node.counted_if, taken.course), lasts, self._marks(taken, m))
            if self._node.any_length_if:
                truth = max(truth, min(_among(self._node.any_length_if, taken.course), days.is_looked_at))
            found.append(Judged(taken.course, truth, days.sure, days.maybe, days.taken))
        return tuple(found)

    # --- the days

    def _qualifying(self, drug: str, taken: Taken, m: Moment) -> _Qualifying:
        sure, every = self._taken(drug, taken, m)
        maybe = every
        if self._looks is not None:
            looks = self._looks(m)
            if looks is None:
                return _Qualifying(NONE, maybe, UNKNOWN, every)
            periods = [look(self._scope.catalogue.may_be(drug)) for look in looks]
            for period in periods:
                sure = cut(sure, period[0], period[1])
            maybe = united(cut(maybe, period[2], period[3]) for period in periods)
        is_looked_at = TRUE if sure else UNKNOWN if maybe else FALSE
        sure, maybe = self._with_conditions(drug, taken, sure, maybe, m)
        return _Qualifying(sure, united((maybe, sure)), is_looked_at, every)

    def _taken(self, drug: str, taken: Taken, m: Moment) -> tuple[Spans, Spans]:
        """Return the days from the first dose to the end of the interval after the last."""
        days = taken.days_at(m.evaluation, m.stopped)
        shortest, longest = self._intervals(drug, taken.course)

        def plus(end: int, interval: Duration | None) -> int:
            is_plain = interval is None or end in (OPEN, 1)
            return min(m.decision, end if is_plain or interval is None else after(interval)(end) - 1)

        return span(days[1], plus(days[2], shortest)), span(max(days[0], earliest(m)), plus(days[3], longest))

    def _intervals(self, drug: str, course: Course) -> tuple[Duration | None, Duration | None]:
        """Return the interval after the last dose, at least and at most: the course's own, the file's, the catalogue's.

        They differ where routes have intervals of their own and none is recorded.
        """
        if course.is_ongoing:
            return None, None
        if course.doses:
            last = max(course.doses, key=lambda each: date.max if each.end is None else each.end.last)
            if last.per_days:
                own = Duration(ceil(last.per_days), TimeUnit.DAY)
                return own, own
        if drug in self._scope.dosing_intervals:
            return self._scope.dosing_intervals[drug], self._scope.dosing_intervals[drug]
        known = self._scope.catalogue.drugs.get(drug)
        if known is None:
            return None, None
        routes = known.routes_by(course.route)
        return known.interval_by(routes[0]), known.interval_by(routes[-1])

    def _with_conditions(self, drug: str, taken: Taken, sure: Spans, maybe: Spans, m: Moment) -> tuple[Spans, Spans]:
        """Keep the days on which dose and companion hold."""
        tests = [tests for drugs, tests in self._doses if drug in drugs]
        if not tests and not self._companions:
            return sure, maybe
        companions = frozenset[str]().union(*(drugs for drugs, _ in self._companions))
        beside = [each for each, _ in m.record.of_drugs(companions)]
        turning = edges((taken, *beside), m) | set(list_edges(m, self._scope))
        kept: dict[int, list[tuple[int, int]]] = {TRUE: [], UNKNOWN: [], FALSE: []}
        for stretch in cut_up(united((sure, maybe)), turning):
            day = stretch[0]
            truth = min((_dose_holds(taken, each, day, m) for each in tests), default=TRUE)
            kept[min(truth, self._accompanied(day, m))].append(stretch)
        holding = united([tuple(kept[TRUE])])
        return overlap(sure, holding), united((holding, tuple(kept[UNKNOWN])))

    def _accompanied(self, day: int, m: Moment) -> int:
        truth = TRUE
        for drugs, covers in self._companions:
            taken = taken_on(m.record.of_drugs(drugs), day, m)
            if taken == FALSE and not covers(m, always(day, day)):
                taken = UNKNOWN
            truth = min(truth, taken)
        return truth

    # --- lengths

    def _lasting(self, drug: str) -> Lasting | None:
        own = next((lasting for drugs, lasting in self._lengths if drug in drugs), None)
        return own or self._node.each_for.get("")

    def _lasts(
        self, lasting: Lasting | None, drug: str, own: _Qualifying, every_sure: Spans, every_maybe: Spans
    ) -> int:
        """Return whether a course is part of a run of its substance that is long enough."""
        if lasting is None:
            return TRUE if own.sure else UNKNOWN if own.maybe else FALSE
        sure = max((self.is_long(run, lasting, drug) for run in self._runs_with(own.sure, every_sure)), default=FALSE)
        if sure == TRUE:
            return TRUE
        maybe = (self.is_long(run, lasting, drug) for run in self._runs_with(own.maybe, every_maybe))
        return min(max(max(maybe, default=FALSE), sure), UNKNOWN)

    def _runs_with(self, own: Spans, every: Spans) -> list[tuple[int, int]]:
        return [run for run in bridged(every, self.gap) if touches(own, *run)]

    def is_long(self, run: tuple[int, int], lasting: Lasting, drug: str) -> int:
        """Return whether a run is long enough: from its first day it lasts until the day after its last."""
        end = run[1] + (0 if lasting.is_more else 1)
        near, far = reaching(lasting.span, self._scope, step=1)(run[0], self._scope.catalogue.may_be(drug))
        if far is not None and far <= end:
            return TRUE
        return FALSE if near > end else UNKNOWN

    # --- marks

    def _marks(self, taken: Taken, m: Moment) -> int:
        """Return the further conditions a course has to fulfil."""
        node, course, truth = self._node, taken.course, TRUE
        if node.is_dose_adequate_required:
            truth = min(truth, NUMBER[course.is_dose_adequate])
        if node.is_adherence_required:
            truth = min(truth, NUMBER[course.is_adherence_documented])
        if node.is_still_on:
            truth = min(truth, meet(taken.days_at(m.evaluation, m.stopped), m.decision, m.decision))
        if node.unchanged_for is not None and truth != FALSE:
            truth = min(truth, self._unchanged(node.unchanged_for, course, m))
        for drugs, total in self._totals:
            if course.drug in drugs:
                truth = min(truth, total(taken, m))
        return truth

    def _unchanged(self, lasting: Lasting, course: Course, m: Moment) -> int:
        """Return whether the drug was taken on every day of the period and its dose did not change."""
        if not isinstance(lasting.span, Duration):
            message = "an unchanged period is written as a length of time"
            raise TypeError(message)
        first = before(lasting.span)(m.decision) + (0 if lasting.is_more else 1)
        drugs = self._scope.catalogue.drugs_of(course.drug)
        alone = m.record.of_drugs(drugs)
        days = telling_days(first, m.decision, [taken for taken, _ in alone], m, self._scope)
        taken = min((taken_on(alone, day, m) for day in days), default=TRUE)
        if taken == FALSE:
            return FALSE
        return min(taken, stable_in(Which((course.drug,)), self._scope)(m, always(first, m.decision)))


def _among(words: tuple[str, ...] | None, course: Course) -> int:
    """Return whether a course ended as asked: by its outcome, or by why it was stopped."""
    if words is None or course.outcome in words or course.stopped_for in words:
        return TRUE
    asks_reason = any(word in REASONS_FOR_STOPPING for word in words)
    asks_outcome = any(word not in REASONS_FOR_STOPPING for word in words)
    if course.outcome == FAILED and not FAILURES.isdisjoint(words):
        return TRUE if set(words) >= FAILURES else UNKNOWN
    is_open = asks_outcome and not course.outcome
    is_open = is_open or (asks_reason and not course.stopped_for and not course.is_ongoing)
    return UNKNOWN if is_open else FALSE


def _dose_tests(limit: DoseLimit) -> tuple[DoseTest, ...]:
    return tuple(dose_test(op, each) for op, each in limit.tests)


def _dose_holds(taken: Taken, tests: tuple[DoseTest, ...], day: int, m: Moment) -> int:
    last = taken.days_at(m.evaluation, m.stopped)[2]
    held_on = min(day, last)  # within a dosing interval the last dose counts
    return min(course_dose(taken, each, held_on, m) for each in tests)


def _total_tests(limit: DoseLimit) -> Callable[[Taken, Moment], int]:
    """Return whether the doses of a course add up to what is asked."""
    tests = _dose_tests(limit)

    def total(taken: Taken, m: Moment) -> int:
        if not taken.segments:
            return UNKNOWN
        summed = Interval.exactly(Decimal(0))
        for each in taken.segments:
            end = each.end or (m.decision, m.decision)
            if each.basis or each.start[0] != each.start[1] or end[0] != end[1]:
                return UNKNOWN
            times = 1 if not each.per_days else floor((end[1] - each.start[0]) / each.per_days) + 1
            summed = summed.plus(each.total.scaled(Decimal(times)))
        return min(test((summed, ""), m.decision, m) for test in tests)

    return total
