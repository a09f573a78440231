"""Plan the follow-up of a patient: the shipped schedules of the diseases, hung on day 0."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.deriving import derived
from core.criteria.nodes import Condition
from core.criteria.scope import Scope
from core.discovery import rules_path, yaml_files
from core.documents.blocks import Document
from core.documents.monitoring_plan import PaperOptions, plan_document
from core.engine.deciding.compiling import compile_truth
from core.engine.deciding.kleene import TRUTH
from core.engine.deciding.moment import Decide, Moment
from core.engine.deciding.record import record_of
from core.errors import WorldError
from core.follow_up.choosing import schedules_for
from core.follow_up.circumstances import Circumstances
from core.follow_up.plan import Plan
from core.follow_up.planning import build_plan
from core.follow_up.reading import read_schedule
from core.follow_up.schedule import Judge, Schedule
from core.language.phrases import Phrases
from core.language.said import said
from core.regular_files import read_named
from core.rule_files.origin import FROM_ANYWHERE, FROM_PROGRAM
from core.source_text.author_error import AuthorError
from core.source_text.problem import NOWHERE, Problem
from core.source_text.suggestion import nearest
from core.values.partial_date import PartialDate
from core.values.truth import Truth

SHIPPED = "schedules"


@dataclass(frozen=True, slots=True)
class PlanRequest:
    """What is asked: day 0, the day it is told from, and what was given where ("" as the chart says).

    ``schedules`` are ids; empty chooses by the patient's diagnoses. ``switched_on`` are activities that are off
    unless asked for. ``is_family_copy`` leaves out what is confidential. ``leukapheresis`` None: as the chart plans it,
    else a line to fill.
    """

    day0: date
    on: date
    product: str = ""
    vector: str = ""
    region: str = ""
    leukapheresis: date | None = None
    schedules: tuple[str, ...] = ()
    switched_on: frozenset[str] = frozenset()
    is_family_copy: bool = False


def load_schedules(catalogue: Catalogue, own: Iterable[Path] = ()) -> tuple[Schedule, ...]:
    """Return the schedules that ship, and those of the files ``own``, which are local: every paper marks them so.

    AuthorError with all problems where one of them has an error, or has the id of another; OSError for a file of
    ``own`` that cannot be read.
    """
    found: dict[str, Schedule] = {}
    problems: list[Problem] = []
    shipped = ((path, path.read_bytes(), FROM_PROGRAM) for path in yaml_files(rules_path(SHIPPED)))
    for path, content, origin in (*shipped, *((path, read_named(path), FROM_ANYWHERE) for path in own)):
        reading = read_schedule(content, str(path), catalogue)
        problems += reading.problems
        schedule = reading.schedule
        if schedule is None:
            continue
        if schedule.id in found:
            words = said("the id '{id}' is taken by {file}", id=schedule.id, file=found[schedule.id].file)
            problems.append(Problem(str(path), NOWHERE, "same-id", words, "keep one of the two files"))
        found.setdefault(schedule.id, replace(schedule, origin=origin))
    if any(problem.is_error for problem in problems):
        raise AuthorError(tuple(problems))
    return tuple(found.values())


def plan_follow_up(
    chart: Chart,
    schedules: Sequence[Schedule],
    catalogue: Catalogue,
    request: PlanRequest,
    judge: Judge | None = None,
) -> Plan:
    """Return the plan; WorldError for the id of a schedule or an activity that is not there.

    ``judge`` is what judges the record of the day it is told from, where somebody made it before.
    """
    chosen = _named(request.schedules, schedules) or schedules_for(chart, schedules, catalogue)
    _check_switched_on(request.switched_on, chosen)
    chart = _with_leukapheresis(chart, request)
    plan = build_plan(
        chart,
        request.day0,
        _circumstances(chart, request),
        chosen,
        judge or judging(chart, catalogue, request.on),
        request.switched_on,
        _labels_of_drugs(chart, catalogue),
    )
    return plan.family_copy() if request.is_family_copy else plan


def _labels_of_drugs(chart: Chart, catalogue: Catalogue) -> dict[str, Mapping[str, str]]:
    """Return the labels of what the patient had, what was given before the infusion and is to be given after it."""
    given = () if chart.infusion is None else chart.infusion.lymphodepletion or ()
    planned = (each.drug for each in chart.planned_treatments)
    names = dict.fromkeys((*given, *planned, *(course.drug for course in chart.courses)))
    things = ((name, catalogue.drugs.get(name) or catalogue.classes.get(name)) for name in names)
    return {name: thing.label for name, thing in things if thing is not None}


def plan_paper(plan: Plan, phrases: Phrases, options: PaperOptions) -> Document:
    """Return the plan as a paper; WorldError where the patient has no name: a paper names its patient."""
    if not plan.chart.name.strip():
        raise WorldError("error-no-name", patient=plan.chart.id)
    return plan_document(plan, phrases, options)


Compiled = dict[int, tuple[Condition, Decide]]
"""Conditions made ready, by what they are: whoever judges on many days keeps them."""


def judging(
    chart: Chart,
    catalogue: Catalogue,
    on: date,
    compiled: Compiled | None = None,
    seen_by: frozenset[str] | None = None,
) -> Judge:
    """Return what tells whether a condition holds on a day, from what was on record on ``on``.

    Ages are those of the day; everything recorded is taken to go on unchanged. ``seen_by`` are the names that the
    conditions it will be asked can see, None for any: what none of them sees need not be found out.
    """
    scope = Scope(catalogue)
    record = record_of(derived(chart.as_of(on), catalogue, on, seen_by), catalogue)
    today = on.toordinal()
    held = (today, dict.fromkeys(scope.anchors, today))
    deciding: Compiled = {} if compiled is None else compiled
    known: dict[tuple[int, date], Truth] = {}

    def holds(condition: Condition, day: date) -> Truth:
        key = (id(condition), day)
        if key not in known:
            if id(condition) not in deciding:
                deciding[id(condition)] = condition, compile_truth(condition, scope)
            _, decide = deciding[id(condition)]
            anchors = dict.fromkeys(scope.anchors, day.toordinal())
            known[key] = TRUTH[decide(Moment(record, today, day.toordinal(), anchors, held=held))]
        return known[key]

    return holds


def _circumstances(chart: Chart, request: PlanRequest) -> Circumstances:
    infused = next((each for each in chart.infusions if each.on == request.day0), chart.infusion)
    return Circumstances(
        region=request.region or ("" if infused is None else infused.region),
        product=request.product or ("" if infused is None else infused.product),
        vector=request.vector or ("" if infused is None else infused.vector),
        lymphodepletion=infused.lymphodepletion if infused is not None and infused.on == request.day0 else None,
    )


def _with_leukapheresis(chart: Chart, request: PlanRequest) -> Chart:
    """Return the chart with the day of the leukapheresis that was asked; WorldError where it comes after day 0."""
    day = request.leukapheresis
    if day is None:
        return chart
    if day >= request.day0:
        raise WorldError("error-leukapheresis-after-day0")
    return replace(chart, planned={**chart.planned, "leukapheresis": PartialDate.on(day)})


def _named(ids: Iterable[str], schedules: Sequence[Schedule]) -> tuple[Schedule, ...]:
    by_id = {schedule.id: schedule for schedule in schedules}
    wanted = tuple(dict.fromkeys(ids))
    _check_known(wanted, by_id, "schedule")
    return tuple(by_id[name] for name in wanted)


def _check_switched_on(ids: Iterable[str], schedules: Sequence[Schedule]) -> None:
    known = {activity.id for schedule in schedules for activity in schedule.activities if activity.off}
    _check_known(ids, known, "activity")


def _check_known(ids: Iterable[str], known: Iterable[str], what: str) -> None:
    names = tuple(known)
    for name in ids:
        if name not in names:
            near = nearest(name, names)
            if near:
                raise WorldError(f"error-no-{what}-meant", name=name, near=near)
            raise WorldError(f"error-no-{what}", name=name, known=", ".join(names) or "–")
