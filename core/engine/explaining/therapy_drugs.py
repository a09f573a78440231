"""Whether one drug counts, through which of its courses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.chart.entries import Course
from core.criteria.nodes import Therapy
from core.engine.explaining.lists import cover
from core.engine.explaining.therapy_courses import Judged, judge_course
from core.engine.explaining.therapy_days import each_for, lasts, qualifying_days
from core.engine.explaining.windows import Period
from core.engine.judgement.outcome import Assumption, Gap
from core.engine.judgement.situation import Situation
from core.values.merging import merged
from core.values.truth import Truth, any_of


@dataclass(frozen=True, slots=True)
class DrugJudged:
    """One drug: whether it counts, through which courses."""

    drug: str
    truth: Truth
    reason: str
    gaps: frozenset[Gap]
    refs: frozenset[str]
    courses: tuple[Judged, ...]
    assumed: frozenset[Assumption] = frozenset()


def judge_drug(node: Therapy, drug: str, situation: Situation) -> DrugJudged:
    """Judge one drug by its courses; what is not recorded counts only where the list is complete."""
    members = situation.scope.catalogue.drugs_of(drug)
    named = [course for course in situation.chart.courses if course.drug == drug]
    blurred = [
        course
        for course in situation.chart.courses
        if drug in situation.scope.catalogue.drugs
        and course.drug != drug
        and drug in situation.scope.catalogue.drugs_of(course.drug)
    ]
    courses = _judge_courses(node, drug, named, situation)
    truth = any_of(course.truth for course in courses)
    if truth is Truth.TRUE:
        carrying = [course for course in courses if course.truth is Truth.TRUE]
        refs = merged(course.refs for course in carrying)
        return DrugJudged(drug, truth, carrying[0].reason, frozenset(), refs, courses)
    covered = cover((drug,), members, Period(None, situation.days.decision_on), situation, is_count=True)
    refs = merged(course.refs for course in courses) | set(covered.evidence)
    refs |= {course.ref for course in blurred}
    gaps = merged(course.gaps for course in courses if course.truth is Truth.UNKNOWN)
    if truth is Truth.FALSE and covered.is_whole:  # a course of its class stands for itself
        reason = courses[0].reason if courses else "not_taken"
        return DrugJudged(drug, truth, reason, frozenset(), refs, courses, frozenset(covered.assumed))
    reason = next((course.reason for course in courses if course.truth is Truth.UNKNOWN), "not_known")
    return DrugJudged(drug, Truth.UNKNOWN, reason, gaps | set(covered.gaps), refs, courses)


def _judge_courses(node: Therapy, drug: str, courses: Sequence[Course], situation: Situation) -> tuple[Judged, ...]:
    qualifying = {course.ref: qualifying_days(node, drug, course, situation) for course in courses}
    sure = merged(each.sure for each in qualifying.values())
    maybe = merged(each.maybe for each in qualifying.values())
    lasting = each_for(node, drug, situation)
    found: list[Judged] = []
    for course in courses:
        days = qualifying[course.ref]
        long_enough = lasts(node, lasting, days, sure, maybe, situation)
        found.append(judge_course(node, course, days, long_enough, situation))
    return tuple(found)
