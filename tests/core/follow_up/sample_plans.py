"""Plans for the tests: invented patients, the shipped schedules, small schedules of a test's own."""

from __future__ import annotations

from datetime import date
from functools import cache
from textwrap import dedent, indent

from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from core.follow_up.plan import Plan, Planned, Visit
from core.follow_up.reading import ScheduleReading, read_schedule
from core.follow_up.schedule import Schedule
from core.use_cases.plan_follow_up import PlanRequest, load_schedules, plan_follow_up

DAY0 = date(2026, 2, 4)

HEAD = """\
format: 1
id: test-schedule
kind: schedule
version: 1.0.0
state: active
completeness: full
language: en
title: {en: Test}
maintainers: [nobody]
reviewed: not reviewed by a physician
sources:
  book: {title: A book, identifier: none, date: 2020, read: unknown}
  paper: {title: A paper, identifier: none, date: 2021, read: unknown}
conditions:
  twelve: {en: "twelve or older", is: "age >= 12 years"}
  better: {en: "things are better"}
events:
  screening: {en: screening}
  leukapheresis: {en: leukapheresis}
  infusion: {en: infusion}
  trouble: {en: trouble}
activities:
"""


@cache
def shipped() -> tuple[Schedule, ...]:
    """Return the schedules that ship."""
    return load_schedules(load_catalogue())


def chart(
    *diagnoses: str, born: str = "2012-10-15", sex: str = "male", name: str = "Sample patient 07", more: str = ""
) -> Chart:
    """Return an invented patient; ``more`` are further lines of the file."""
    lines = [
        "format: 1",
        "id: sample-07",
        "synthetic: true",
        f"name: {name}",
        *([f"birth_date: {born}"] if born else []),
        f"sex: {sex}",
        f"diagnoses: [{', '.join(f'{{is: {diagnosis}, since: 2023-05}}' for diagnosis in diagnoses)}]",
        *dedent(more).splitlines(),
    ]
    found, problems = read_patient("\n".join(lines).encode(), "sample.yaml", load_catalogue())
    assert problems == ()
    assert found is not None
    return found


def plan_of(
    patient: Chart,
    day0: date = DAY0,
    *,
    on: date | None = None,
    product: str = "autologous",
    vector: str = "lentiviral",
    region: str = "EU",
    switched_on: frozenset[str] = frozenset(),
) -> Plan:
    """Return the plan by the shipped schedules."""
    request = PlanRequest(day0, on or day0, product, vector, region, switched_on=switched_on)
    return plan_follow_up(patient, shipped(), load_catalogue(), request)


def reading_of(activities: str, head: str = HEAD) -> ScheduleReading:
    """Return what comes of a schedule with these activities (a list, dedented)."""
    return read_schedule((head + indent(dedent(activities), "  ")).encode(), "test.yaml", load_catalogue())


def activity(name: str, when: str, more: str = "") -> str:
    """Return an activity with one rule as lines of a schedule."""
    return (
        f"- id: {name}\n"
        f"  label: {{en: {name}}}\n"
        f"  who: [rheumatology]\n"
        f"  when: [{when}]\n"
        "  source: [book]\n"
        "  strength: expert\n"
        "  provenance: seen\n" + indent(dedent(more), "  ")
    )


def small_plan(
    *activities: str, day0: date = DAY0, patient: Chart | None = None, on: date | None = None, region: str = "EU"
) -> Plan:
    """Return the plan of a schedule with these activities only."""
    reading = reading_of("\n".join(activities))
    assert reading.problems == ()
    assert reading.schedule is not None
    request = PlanRequest(day0, on or day0, region=region)
    return plan_follow_up(patient or chart("jdm"), (reading.schedule,), load_catalogue(), request)


def days(plan: Plan) -> list[str]:
    """Return the days of the visits."""
    return [visit.on.isoformat() for visit in plan.visits]


def visit_named(plan: Plan, name: str) -> Visit:
    """Return the visit of a moment such as ``month 9``."""
    return next(visit for visit in plan.visits if name in {f"{each.unit.value} {each.count}" for each in visit.moments})


def ids(visit: Visit) -> set[str]:
    """Return the activities of a visit."""
    return {item.activity.id for item in visit.items}


def item_at(visit: Visit, name: str) -> Planned:
    """Return an activity of a visit."""
    return next(item for item in visit.items if item.activity.id == name)
