"""Whether one drug counts, through which of its courses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.chart.entries import Course
from core.criteria.nodes import Therapy
from core.engine.explaining.lists import cover
from core.engine.explaining.therapy_courses import Judged, judge_course
from core.engine.explaining.therapy_days import each_for, lasts, qualifying_days
from core.engine.explaining.windows import Period, always
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
        and drug in situation.scope.catalogue.may_be(course.drug, course.may_be)
    ]
    courses = _judge_courses(node, drug, named, situation)
    truth = any_of(course.truth for course in courses)
    if truth is Truth.TRUE:
        carrying = [course for course in courses if course.truth is Truth.TRUE]
        refs = merged(course.refs for course in carrying)
        assumed = (
            frozenset() if any(not each.assumed for each in carrying) else merged(each.assumed for each in carrying)
        )
        return DrugJudged(drug, truth, carrying[0].reason, frozenset(), refs, courses, assumed)
    covered = cover((drug,), members, always(Period(None, situation.days.decision_on)), situation, is_count=True)
    refs = merged(course.refs for course in courses) | set(covered.evidence)
    refs |= {course.ref for course in blurred}
    gaps = merged(course.gaps for course in courses if course.truth is Truth.UNKNOWN)
    if truth is Truth.FALSE and covered.is_whole:  # a course of its class stands for itself
        reason = courses[0].reason if courses else "not_taken"
        assumed = merged(each.assumed for each in courses) | set(covered.assumed)
        return DrugJudged(drug, truth, reason, frozenset(), refs, courses, assumed)
    reason = next((course.reason for course in courses if course.truth is Truth.UNKNOWN), "not_known")
    return DrugJudged(drug, Truth.UNKNOWN, reason, gaps | set(covered.gaps), refs, courses)


def _judge_courses(node: Therapy, drug: str, courses: Sequence[Course], situation: Situation) -> tuple[Judged, ...]:
    qualifying = tuple(qualifying_days(node, drug, course, situation) for course in courses)
    lasting = each_for(node, drug, situation)
    found: list[Judged] = []
    for course, days in zip(courses, qualifying, strict=True):
        long_enough = lasts(node, lasting, drug, days, qualifying, situation)
        found.append(judge_course(node, course, days, long_enough, situation))
    return tuple(found)
