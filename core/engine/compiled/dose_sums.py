"""Dose concepts: computed from the courses of a class, in mg of its reference substance."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from core.catalogue.concept import Concept
from core.chart.entries import Course
from core.criteria.nodes import Between, Compare, Pick
from core.criteria.scope import Scope
from core.criteria.values import Limit, Term
from core.engine.compiled.courses import Drugs, courses_of, drugs_of, taken, turning_days
from core.engine.compiled.doses import (
    ANYTHING,
    MASS,
    PER_KG,
    DoseLimits,
    Rate,
    compile_dose_tests,
    dose_on,
    no_dose,
    sum_of,
    times,
)
from core.engine.compiled.judged import (
    FALSE,
    NO_GAPS,
    NO_REFS,
    TRUE,
    UNKNOWN,
    Ask,
    Gaps,
    Judged,
    Refs,
    joined_asks,
    one_gap,
    together,
)
from core.engine.compiled.lists import Absent, compile_absence
from core.engine.compiled.windows import EVER, Bounds, Frame, FrameOf, doses_frame, over_windows
from core.engine.judgement.extremes import in_halves
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation
from core.values.interval import Interval, Op
from core.values.truth import Truth

ORAL, WITHOUT_PULSES, PULSE = "oral", "without_pulses", "pulse"
ZERO = Decimal(0)
NO_DOSE = Rate(Interval.exactly(ZERO), MASS, "", 1)
ANY_DOSE = Rate(ANYTHING, MASS, "", 1)


class _Class(NamedTuple):
    """What a sentence about a dose concept looks at."""

    subject: str
    drugs: Drugs
    equivalences: dict[str, Decimal]
    is_oral: bool
    is_without_pulses: bool
    absent: Absent
    limits: DoseLimits


class _Share(NamedTuple):
    """What one course adds to the dose of a day."""

    rate: Rate
    gaps: Gaps
    evidence: Refs


def ask_dose(node: Compare | Between, term: Term, concept: Concept, scope: Scope) -> Ask:
    """Make a comparison of a computed dose: on the decision day, or over the days of a window."""
    halves = in_halves(node)
    if halves is not None:
        return joined_asks([ask_dose(half, term, concept, scope) for half in halves[0]], is_all=halves[1])
    tests: tuple[tuple[Op, Limit], ...] = (
        ((node.op, node.limit),) if isinstance(node, Compare) else ((">=", node.low), ("<=", node.high))
    )
    looked_at = _class_of(term, concept, tests, scope)
    frame_of: FrameOf = doses_frame(node.window, scope)
    if node.pick == "ever" and node.window is None:
        frame_of = _ever
    wanted = _wanted(node.pick, tests[0][0])

    def ask(situation: Situation) -> Judged:
        return over_windows(
            frame_of(situation), term.name, lambda bounds: _over_days(situation, bounds, looked_at, wanted)
        )

    return ask


def _ever(situation: Situation) -> Frame:
    birth = situation.chart.birth
    return Frame((Bounds(EVER if birth is None else birth.first, situation.days.decision_on),))


def _wanted(pick: Pick, op: Op) -> Truth | None:
    """Return the truth that one day of the window suffices for; None where its last day alone is asked."""
    if pick in ("any", "ever"):
        return TRUE
    if pick == "every":
        return FALSE
    if pick == "highest":
        return TRUE if op in (">", ">=") else FALSE
    if pick == "lowest":
        return TRUE if op in ("<", "<=") else FALSE
    return None


def _class_of(term: Term, concept: Concept, tests: tuple[tuple[Op, Limit], ...], scope: Scope) -> _Class:
    drugs = drugs_of((concept.dose_of,), (), scope)
    known = {drug: scope.catalogue.drugs[drug].equivalence for drug in drugs.ids}
    return _Class(
        term.name,
        drugs,
        {drug: equivalence for drug, equivalence in known.items() if equivalence is not None},
        ORAL in term.qualifiers,
        WITHOUT_PULSES in term.qualifiers,
        compile_absence(drugs.wanted, scope),
        compile_dose_tests(tests, scope),
    )


def _over_days(situation: Situation, bounds: Bounds, looked_at: _Class, wanted: Truth | None) -> Judged:
    if wanted is None:
        return _on_day(situation, bounds.last, looked_at)
    courses = courses_of(situation, looked_at.drugs)
    days = turning_days(situation, courses, bounds, looked_at.limits)
    answers = [_on_day(situation, day, looked_at) for day in days]
    carriers = [answer for answer in answers if answer.truth is wanted]
    if carriers:
        return together(wanted, carriers)
    is_unknown = any(answer.truth is UNKNOWN for answer in answers)
    return together(UNKNOWN if is_unknown else ~wanted, answers)


def _on_day(situation: Situation, day: date, looked_at: _Class) -> Judged:
    shares: list[_Share] = []
    for course in courses_of(situation, looked_at.drugs):
        share = _share(situation, day, course, looked_at)
        if share is not None:
            shares.append(share)
    rest = looked_at.absent(situation, Bounds(day, day))
    if rest.truth is FALSE and not rest.assumed:
        return _compared(situation, day, looked_at, [*shares, _Share(NO_DOSE, NO_GAPS, rest.evidence)])
    judged = _compared(situation, day, looked_at, [*shares, _Share(ANY_DOSE, rest.gaps, rest.evidence)])
    if judged.truth is not UNKNOWN or not rest.assumed:
        return judged
    assumed = _compared(situation, day, looked_at, [*shares, _Share(NO_DOSE, NO_GAPS, rest.evidence)])
    return assumed if assumed.truth is UNKNOWN else assumed._replace(assumed=rest.assumed)


def _compared(situation: Situation, day: date, looked_at: _Class, shares: list[_Share]) -> Judged:
    total = sum_of([share.rate for share in shares])
    judged = looked_at.limits.test(situation, total, day, looked_at.subject)
    evidence = judged.evidence.union(*(share.evidence for share in shares))
    if judged.truth is not UNKNOWN:
        return Judged(judged.truth, NO_GAPS, evidence)
    gaps = NO_GAPS.union(*(share.gaps for share in shares))
    own = one_gap(Cause.IMPRECISE, looked_at.subject)
    return Judged(UNKNOWN, gaps | (judged.gaps - own) if gaps else judged.gaps, evidence)


def _share(situation: Situation, day: date, course: Course, looked_at: _Class) -> _Share | None:
    """Return what a course adds on a day; None if it is certainly not taken, or not of the route asked for."""
    present = taken(situation, course, Bounds(day, day), looked_at.drugs)
    route = _is_of_route(course.route, looked_at)
    if present.truth is FALSE or route is FALSE:
        return None
    dosed = _in_reference(situation, day, course, looked_at)
    is_dosed = dosed.rate is not ANY_DOSE or bool(dosed.evidence)
    gaps = present.gaps | (dosed.gaps if present.truth is TRUE or is_dosed else no_dose(course))
    if route is UNKNOWN:
        gaps |= one_gap(Cause.MISSING, course.drug, detail="route")
    rate = dosed.rate
    if present.truth is UNKNOWN or route is UNKNOWN:
        rate = rate._replace(amount=Interval(ZERO, rate.amount.high))
    return _Share(rate, gaps, dosed.evidence | {course.ref})


def _is_of_route(route: str, looked_at: _Class) -> Truth:
    if looked_at.is_without_pulses and route == PULSE:
        return FALSE
    if not looked_at.is_oral or route == ORAL:
        return TRUE
    return FALSE if route else UNKNOWN


def _in_reference(situation: Situation, day: date, course: Course, looked_at: _Class) -> _Share:
    """Return the dose of a course in mg of the reference substance; anything where it cannot be said."""
    dosed = dose_on(course, day)
    if dosed.rate is None:
        return _Share(ANY_DOSE, dosed.gaps, NO_REFS)
    equivalence = looked_at.equivalences.get(course.drug)
    if equivalence is None:
        return _Share(ANY_DOSE, one_gap(Cause.UNIT, course.drug), NO_REFS)
    rate, evidence = dosed.rate, NO_REFS
    if rate.what != MASS or rate.basis not in ("", PER_KG):
        return _Share(ANY_DOSE, one_gap(Cause.UNIT, course.drug), NO_REFS)
    if rate.basis == PER_KG:
        weight = looked_at.limits.scale.on(situation, day)
        if weight.kilograms is None:
            return _Share(ANY_DOSE, weight.gaps, weight.evidence)
        rate = Rate(times(rate.amount, weight.kilograms), MASS, "", rate.days)
        evidence = weight.evidence
    return _Share(rate._replace(amount=rate.amount.scaled(equivalence)), NO_GAPS, evidence)
