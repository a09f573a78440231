"""Whether one drug counts, through which of its courses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from core.chart.entries import Course
from core.chart.words import TREATMENTS
from core.criteria.nodes import Therapy
from core.engine.explaining.lists import Cover, complete_list, cover, target_episodes
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


def absence_of_drugs(situation: Situation) -> Cover | None:
    """Return what a list of treatments that is complete for counts tells of every drug; None where it is not."""
    period = Period(None, situation.days.decision_on)
    complete = complete_list(TREATMENTS, period, situation, is_count=True)
    if complete is None:
        return None
    onsets = (episode.ref for episode in target_episodes(situation))
    return Cover(is_whole=True, evidence=(complete, *onsets))


def judge_drug(node: Therapy, drug: str, situation: Situation, absence: Cover | None) -> DrugJudged:
    """Judge one drug by its courses; what is not recorded counts only where the list is complete."""
    named = situation.chart.courses_of.get(drug, ())
    blurred = _written_otherwise(situation).get(drug, ())
    if not named and absence is not None:
        refs = frozenset((*absence.evidence, *(course.ref for course in blurred)))
        return DrugJudged(drug, Truth.FALSE, "not_taken", frozenset(), refs, ())
    courses = _judge_courses(node, drug, named, situation)
    truth = any_of(course.truth for course in courses)
    if truth is Truth.TRUE:
        carrying = [course for course in courses if course.truth is Truth.TRUE]
        refs = merged(course.refs for course in carrying)
        is_free = any(not each.assumed for each in carrying)
        assumed = frozenset[Assumption]() if is_free else merged(each.assumed for each in carrying)
        return DrugJudged(drug, truth, carrying[0].reason, frozenset(), refs, courses, assumed)
    covered = absence or cover_of_drug(drug, situation)
    refs = merged(course.refs for course in courses) | set(covered.evidence)
    refs |= {course.ref for course in blurred}
    gaps = merged(course.gaps for course in courses if course.truth is Truth.UNKNOWN)
    if truth is Truth.FALSE and covered.is_whole:  # a course of its class stands for itself
        reason = courses[0].reason if courses else "not_taken"
        assumed = merged(each.assumed for each in courses) | set(covered.assumed)
        return DrugJudged(drug, truth, reason, frozenset(), refs, courses, assumed)
    reason = next((course.reason for course in courses if course.truth is Truth.UNKNOWN), "not_known")
    return DrugJudged(drug, Truth.UNKNOWN, reason, gaps | set(covered.gaps), refs, courses)


def _written_otherwise(situation: Situation) -> Mapping[str, Sequence[Course]]:
    """Return for each drug the courses of classes and unnamed products that may be of it; found once for a chart."""
    key, once = ("written otherwise", id(situation.scope.catalogue)), situation.chart.once
    if key not in once:
        catalogue = situation.scope.catalogue
        found: dict[str, list[Course]] = {}
        for name, written in situation.chart.courses_of.items():
            for course in written:
                for drug in catalogue.may_be(name, course.may_be) - {name}:
                    found.setdefault(drug, []).append(course)
        once[key] = found
    return cast("Mapping[str, Sequence[Course]]", once[key])


def cover_of_drug(drug: str, situation: Situation) -> Cover:
    """Return what lists and statements tell of a drug up to the decision day."""
    members = situation.scope.catalogue.drugs_of(drug)
    return cover((drug,), members, always(Period(None, situation.days.decision_on)), situation, is_count=True)


def _judge_courses(node: Therapy, drug: str, courses: Sequence[Course], situation: Situation) -> tuple[Judged, ...]:
    qualifying = tuple(qualifying_days(node, drug, course, situation) for course in courses)
    lasting = each_for(node, drug, situation)
    found: list[Judged] = []
    for course, days in zip(courses, qualifying, strict=True):
        long_enough = lasts(node, lasting, drug, days, qualifying, situation)
        found.append(judge_course(node, course, days, long_enough, situation))
    return tuple(found)
