"""Treatment courses: their days, the drugs they can be, received, on, off, stable."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import NamedTuple

from core.chart.entries import Course
from core.criteria.nodes import Off, On, Received
from core.criteria.scope import Scope
from core.criteria.values import Lasting, Which
from core.engine.compiled.days import OPEN, Span, after
from core.engine.compiled.doses import DoseLimits, compile_dose_tests, dose_on, no_dose
from core.engine.compiled.episodes import Happening, compile_found, happening_of
from core.engine.compiled.judged import (
    FALSE,
    NO,
    NO_ASSUMPTIONS,
    NO_GAPS,
    TRUE,
    UNKNOWN,
    Ask,
    Judged,
    all_true,
    negated,
    one_gap,
    together,
)
from core.engine.compiled.lists import (
    TREATMENTS,
    Absent,
    Wanted,
    compile_absence,
    happened,
    joined,
)
from core.engine.compiled.windows import EVER, Bounds, FrameOf, lasting_frame, look_back_frame, over_windows
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation
from core.values.truth import Truth, at_least


class Drugs(NamedTuple):
    """The drugs a sentence speaks of, and the names it used."""

    wanted: tuple[Wanted, ...]
    ids: frozenset[str]
    is_one: Callable[[str], Truth]
    """Whether a course of that drug (or class, where the drug is not known) is one of them."""


def drugs_of(names: Iterable[str], other_than: Iterable[str], scope: Scope) -> Drugs:
    """Return what names of drugs, classes and groups stand for, less others."""
    others = scope.drugs(other_than)
    wanted = tuple(
        Wanted(name, drugs - others, TREATMENTS) for name in scope.expanded(names) if (drugs := scope.drugs((name,)))
    )
    ids = frozenset[str]().union(*(each.ids for each in wanted))
    known: dict[str, Truth] = {}

    def is_one(drug: str) -> Truth:
        if drug not in known:
            members = scope.catalogue.drugs_of(drug)
            known[drug] = FALSE if ids.isdisjoint(members) else (TRUE if members <= ids else UNKNOWN)
        return known[drug]

    return Drugs(wanted, ids, is_one)


def days_of(situation: Situation, course: Course) -> Span:
    """Return the days a course can begin and end on: a course taken to be stopped ends on that day."""
    start = course.start
    stopped_on = situation.stopped.get(course.ref)
    end_first, end_last = (None, None) if course.end is None else (course.end.first, course.end.last)
    if stopped_on is not None:
        end_first, end_last = stopped_on, stopped_on
    begins_first = EVER if start is None else start.first
    if start is not None:
        begins_last = start.last
    else:
        begins_last = situation.evaluation_on if end_last is None else min(end_last, situation.evaluation_on)
    if end_first is not None and end_last is not None:
        return Span(begins_first, begins_last, end_first, end_last)
    if course.is_ongoing:
        return Span(begins_first, begins_last, OPEN, OPEN)
    return Span(begins_first, begins_last, begins_first, OPEN)


def taken(situation: Situation, course: Course, bounds: Bounds, drugs: Drugs) -> Judged:
    """Answer whether a course of the drugs has a day in the window."""
    is_one = drugs.is_one(course.drug)
    truth = FALSE if is_one is FALSE else days_of(situation, course).lies_in(bounds)
    if truth is TRUE and is_one is UNKNOWN:
        truth = UNKNOWN
    gaps = one_gap(Cause.IMPRECISE, course.drug) if truth is UNKNOWN else NO_GAPS
    return Judged(truth, gaps, frozenset((course.ref,)))


def courses_of(situation: Situation, drugs: Drugs) -> list[Course]:
    """Return the courses that are, or may be, of the drugs."""
    return [course for course in situation.chart.courses if drugs.is_one(course.drug) is not FALSE]


# --- received, off

_Within = Callable[[Situation, Bounds], Judged]


def ask_received(node: Received, scope: Scope) -> Ask:
    """Make ``received which [at least n times] [window]``."""
    drugs = scope.drugs(node.which.names) - scope.drugs(node.which.other_than)
    frame_of = look_back_frame(node.window, scope, drugs)
    groups = _groups(node.which)
    asks = tuple(compile_received(names, node.which.other_than, node.times, scope) for names in groups)

    subject = joined(node.which.names)

    def ask(situation: Situation) -> Judged:
        return over_windows(
            frame_of(situation), subject, lambda bounds: all_true([each(situation, bounds) for each in asks])
        )

    return ask


def ask_off(node: Off, scope: Scope) -> Ask:
    """Make ``off which [for …]``: not received in the period, never taken is off."""
    asks: list[Ask] = []
    for names in _groups(node.which):
        frame_of = lasting_frame(node.lasting, scope, scope.drugs(names))
        asks.append(_not_in(frame_of, joined(names), compile_received(names, node.which.other_than, 1, scope)))
    return lambda situation: all_true([ask(situation) for ask in asks])


def _not_in(frame_of: FrameOf, subject: str, within: _Within) -> Ask:
    def ask(situation: Situation) -> Judged:
        return negated(over_windows(frame_of(situation), subject, lambda bounds: within(situation, bounds)))

    return ask


def _groups(which: Which) -> tuple[tuple[str, ...], ...]:
    """Return the names judged together: for ``each of`` every name alone."""
    if which.mode == "each":
        return tuple((name,) for name in which.names)
    return (which.names,)


def compile_received(names: tuple[str, ...], other_than: tuple[str, ...], times: int, scope: Scope) -> _Within:
    """Make the question whether drugs or events were received at least so often on days of a window."""
    drugs = drugs_of(names, other_than, scope)
    events = tuple(name for name in scope.expanded(names) if not scope.drugs((name,)))
    happening = happening_of(events, other_than, scope)
    found_of = _found(drugs, happening, scope)
    absent = compile_absence((*_listed(drugs, is_part=bool(other_than) and times == 1), *happening.wanted), scope)

    def within(situation: Situation, bounds: Bounds) -> Judged:
        found = found_of(situation, bounds)
        if times == 1:
            return happened(found, lambda: absent(situation, bounds))
        return _counted(found, times, absent(situation, bounds))

    return within


def _listed(drugs: Drugs, *, is_part: bool) -> tuple[Wanted, ...]:
    """Return the names a list is asked for; of a class less some drugs the drugs themselves."""
    if not is_part:
        return drugs.wanted
    return tuple(Wanted(drug, frozenset((drug,)), TREATMENTS) for drug in sorted(drugs.ids))


def _found(drugs: Drugs, happening: Happening, scope: Scope) -> Callable[[Situation, Bounds], list[Judged]]:
    """Make what each course, and each event that is given, answers."""
    events = compile_found(happening, scope, None) if happening.wanted else None

    def found(situation: Situation, bounds: Bounds) -> list[Judged]:
        answers = [taken(situation, course, bounds, drugs) for course in courses_of(situation, drugs)]
        return answers if events is None else [*answers, *events(situation, bounds)]

    return found


def _counted(found: list[Judged], times: int, rest: Judged) -> Judged:
    """Return "at least n times": what is not recorded may make up the number unless the list is complete."""
    true = [each for each in found if each.truth is TRUE]
    if len(true) >= times:
        return together(TRUE, true)
    if at_least(times, [each.truth for each in found]) is not FALSE:
        return together(UNKNOWN, [*found, rest])._replace(assumed=NO_ASSUMPTIONS)
    judged = together(rest.truth, [*found, rest])
    return judged._replace(gaps=rest.gaps)


# --- on


def ask_on(node: On, scope: Scope) -> Ask:
    """Make ``on which [at op limit] [for …]``: taken, at the dose, on every day of the period."""
    asks = tuple(_compile_on(node, names, scope) for names in _groups(node.which))
    return lambda situation: all_true([ask(situation) for ask in asks])


def _compile_on(node: On, names: tuple[str, ...], scope: Scope) -> Ask:
    drugs = drugs_of(names, node.which.other_than, scope)
    frame_of = lasting_frame(node.lasting, scope, drugs_of(node.which.names, node.which.other_than, scope).ids)
    absent = compile_absence(drugs.wanted, scope)
    dose = None if node.op is None or node.limit is None else compile_dose_tests(((node.op, node.limit),), scope)

    subject = joined(names)

    def ask(situation: Situation) -> Judged:
        return over_windows(frame_of(situation), subject, lambda bounds: _on(situation, bounds, drugs, absent, dose))

    return ask


def ask_taken_throughout(which: Which, lasting: Lasting, scope: Scope) -> Ask:
    """Make whether what is recorded covers every day of a period, whatever the list leaves open."""
    drugs = drugs_of(which.names, which.other_than, scope)
    frame_of = lasting_frame(lasting, scope, drugs.ids)
    subject = joined(which.names)

    def ask(situation: Situation) -> Judged:
        return over_windows(
            frame_of(situation), subject, lambda bounds: _on(situation, bounds, drugs, lambda _s, _b: NO, None)
        )

    return ask


def _on(situation: Situation, bounds: Bounds, drugs: Drugs, absent: Absent, dose: DoseLimits | None) -> Judged:
    courses = courses_of(situation, drugs)
    days = turning_days(situation, courses, bounds, dose)
    each_day = [_on_day(situation, day, courses, drugs, dose) for day in days]
    weak = [judged for judged in each_day if judged.truth is not TRUE]
    if not weak:
        return together(TRUE, each_day)
    rest = absent(situation, bounds)
    refs = frozenset(course.ref for course in courses)
    is_false = rest.truth is FALSE and any(judged.truth is FALSE for judged in weak)
    found = together(FALSE if is_false else UNKNOWN, [*each_day, rest])
    if is_false:
        return Judged(FALSE, NO_GAPS, found.evidence | refs, rest.assumed)
    has_empty_day = any(judged.truth is FALSE for judged in weak)  # then the list alone keeps it unknown
    return Judged(UNKNOWN, rest.gaps if has_empty_day else found.gaps, found.evidence | refs)


def _on_day(situation: Situation, day: date, courses: list[Course], drugs: Drugs, dose: DoseLimits | None) -> Judged:
    answers = [_course_on_day(situation, day, course, drugs, dose) for course in courses]
    true = [answer for answer in answers if answer.truth is TRUE]
    if true:
        return together(TRUE, true)
    is_unknown = any(answer.truth is UNKNOWN for answer in answers)
    return together(UNKNOWN if is_unknown else FALSE, answers)


def _course_on_day(situation: Situation, day: date, course: Course, drugs: Drugs, dose: DoseLimits | None) -> Judged:
    present = taken(situation, course, Bounds(day, day), drugs)
    if dose is None or present.truth is FALSE:
        return present
    dosed = dose_on(course, day)
    if dosed.rate is None:
        gaps = dosed.gaps if present.truth is TRUE else present.gaps | no_dose(course)
        return Judged(UNKNOWN, gaps, present.evidence)
    judged = dose.test(situation, dosed.rate, day, course.drug)
    if present.truth is UNKNOWN:
        return Judged(UNKNOWN, present.gaps, present.evidence | judged.evidence)
    return Judged(judged.truth, judged.gaps, present.evidence | judged.evidence)


def turning_days(
    situation: Situation, courses: Iterable[Course], bounds: Bounds, dose: DoseLimits | None
) -> list[date]:
    """Return the days of a period on which anything can change, its first and last day among them."""
    days = {bounds.first, bounds.last}
    for course in courses:
        days.update(days_of(situation, course).edges)
        for segment in course.doses if dose is not None else ():
            days.update((segment.start.first, segment.start.last))
            if segment.end is not None:
                days.update((after(segment.end.first), after(segment.end.last)))
    if dose is not None:
        days.update(dose.scale.turning_days(situation))
    return sorted(day for day in days if bounds.first <= day <= bounds.last)
