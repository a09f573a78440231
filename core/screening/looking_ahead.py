"""When a failure ends: the first day on which waiting, or stopping a drug and waiting, leaves it false no longer.

A day on which it is unknown ends it as well: what is not recorded can leave a criterion open, but a failure that a
date ends is never fixed because something else is not known then. Today's newest results are held as they are; what
moves with time (age, lengths, washouts, looking back over a written window) moves. The answer is the same as that of a
scan day by day, but only days on which a verdict can change are looked at, and only criteria that time can move.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from core.chart.entries import Course
from core.criteria.nodes import Off, On, Received
from core.criteria.scope import opened
from core.engine.deciding.asking import moment_of
from core.engine.deciding.kleene import FALSE, NUMBER, TRUTH
from core.engine.deciding.moment import Moment
from core.engine.deciding.record import Record, record_of
from core.engine.judgement.outcome import Outcome
from core.engine.judgement.situation import Days, Situation
from core.responses.finding import all_derived
from core.rule_files.compiling import Compiled
from core.screening.judgements import Judgement
from core.screening.timing import bases_of, breakpoints
from core.values.truth import Truth


class Asked:
    """One criterion ready to be asked about other days; what was found for a day is kept."""

    def __init__(self, judgement: Judgement, compiled: Compiled, situation: Situation, record: Record) -> None:
        self.judgement = judgement
        self.compiled = compiled
        self.situation = situation
        self.record = record
        self._known: dict[tuple[int, frozenset[str]], int] = {}

    @cached_property
    def now(self) -> Moment:
        """The moment it was judged at."""
        return moment_of(self.situation, self.record)

    def record_on(self, day: int) -> Record:
        """Return what the same entries tell on another day: what follows from them follows anew."""
        catalogue = self.situation.scope.catalogue
        chart = all_derived(self.record.chart, catalogue, date.fromordinal(day), None, self.compiled.names)
        return record_of(chart, catalogue)

    @cached_property
    def is_moving(self) -> bool:
        """True if time alone can make it otherwise."""
        return self.compiled.movement.is_there(self.now)

    @cached_property
    def bases(self) -> frozenset[int]:
        """The days of everything on record that it can see, and of the decision points."""
        now = self.now
        anchors = (now.evaluation, now.decision, *now.anchors.values())
        return bases_of(self.compiled.names, self.record, self.situation.scope, anchors)

    @cached_property
    def turning_days(self) -> tuple[int, ...]:
        """The days from the decision day on on which its truth can change, in order."""
        is_summed = bool(self.compiled.movement.drugs)
        return breakpoints(self.compiled.lengths, self.bases, self.now.decision, is_summed=is_summed)

    def truth_on(self, day: int, stopped: Mapping[str, date]) -> int:
        """Return the truth with its point moved to a day and results held; courses may be stopped."""
        if not self.is_moving and not stopped:
            return NUMBER[self.judgement.told.truth]
        key = (day, frozenset(stopped))
        if key not in self._known:
            self._known[key] = self.compiled.decide(self._moved(day, stopped))
        return self._known[key]

    def _moved(self, day: int, stopped: Mapping[str, date]) -> Moment:
        now = self.now
        anchors = {name: max(on, day) if on >= now.decision else on for name, on in now.anchors.items()}
        stops = {ref: on.toordinal() for ref, on in stopped.items()}
        return Moment(
            now.record, now.evaluation, day, anchors,
            held=(now.measured, now.measured_anchors), stopped=stops, is_assumed=now.is_assumed,
        )  # fmt: skip

    def outcome_on(self, day: date, stopped: Mapping[str, date]) -> Outcome:
        """Return the whole outcome with its point moved to a day and results held."""
        days = self.situation.days
        anchors = {name: max(on, day) if on >= days.decision_on else on for name, on in days.anchors.items()}
        return self.compiled.judge(replace(self.situation, days=Days(day, anchors), stopped=stopped))

    @cached_property
    def stopping(self) -> tuple[tuple[Course, ...], date | None]:
        """The fewest courses whose stopping on the evaluation date lets it pass, and the first day it does."""
        return needed_stops(self, self.courses_to_stop(), self.situation.evaluation_on)

    def courses_to_stop(self) -> tuple[Course, ...]:
        """Return the ongoing courses of the drugs whose being taken can make it fail."""
        names = [
            name
            for node in opened(self.judgement.criterion.condition, self.situation.scope)
            if isinstance(node, Off | Received | On)
            for name in node.which.names
        ]
        drugs, catalogue = self.situation.scope.drugs(names), self.situation.scope.catalogue
        return tuple(
            course
            for course in self.record.chart.courses
            if course.is_ongoing and catalogue.may_be(course.drug, course.may_be) & drugs
        )


def on_day(asked: Asked, day: date, stopped: Mapping[str, date]) -> Truth:
    """Return the truth of a criterion with its point moved to ``day`` and results held."""
    return TRUTH[asked.truth_on(day.toordinal(), stopped)]


def first_day(
    asked: Sequence[Asked], others: Sequence[Asked], stopped: Mapping[str, date], not_before: date = date.min
) -> date | None:
    """Return the first day on which none of ``asked`` fails any more and none of ``others``, which do not fail now.

    Days ahead of ``not_before`` are known to be none.
    """
    if not stopped and any(not each.is_moving for each in asked):
        return None  # what time does not move fails on every day
    everyone = [each for each in (*asked, *others) if stopped or each.is_moving]
    earliest = not_before.toordinal()
    for day in _days(everyone):
        if day >= earliest and all(each.truth_on(day, stopped) != FALSE for each in everyone):
            return date.fromordinal(day)
    return None


def _days(everyone: Iterable[Asked]) -> list[int]:
    return sorted({day for each in everyone for day in each.turning_days})


def needed_stops(asked: Asked, courses: Sequence[Course], on: date) -> tuple[tuple[Course, ...], date | None]:
    """Return the fewest of the courses whose stopping on a day lets a criterion pass, and the first day it does."""
    day = first_day((asked,), (), {course.ref: on for course in courses}) if courses else None
    kept = list(courses)
    for course in courses:
        fewer = [each for each in kept if each is not course]
        if day is not None and first_day((asked,), (), {each.ref: on for each in fewer}) == day:
            kept = fewer
    return tuple(kept), day
