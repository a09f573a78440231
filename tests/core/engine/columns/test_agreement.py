"""A plan over columns gives what the deciding engine gives: on every row of the specification, on every invented case.

Rows and cases whose days are moved apart (results held, courses taken to be stopped) are asked of the engine alone: a
plan is made for one day. ``KRITERION_CLINIC`` says how many patients more are drawn for the files that ship.
"""

from __future__ import annotations

import os
from collections import Counter
from functools import cache

import pytest

from core.criteria.nodes import Condition
from core.engine.columns.place import Place
from core.engine.columns.planning import Plan, plan_of
from core.engine.columns.table import NOT_ASKED, Row, Table, table_of
from core.engine.columns.vectors import judge
from core.engine.deciding.asking import decided
from core.engine.deciding.kleene import NUMBER
from core.engine.deciding.moment import ordinals
from core.engine.deciding.record import record_of
from core.engine.judgement.situation import Situation
from core.screening.in_columns import FilePlan, plan_file, row_of
from tests.generative.agreement import case, smallest, told
from tests.generative.clinic import Clinic, clinic_of
from tests.sample_screenings import ON, catalogue, rules
from tests.spec.test_tables import JUDGED, asked

SEEDS = 1500
FEWEST_BY_COLUMNS = 0.45
"""What columns say of the rows and cases without asking the deciding engine: fewer were a plan that plans nothing."""
PATIENTS = 30
MORE = int(os.environ.get("KRITERION_CLINIC", "0"))
FIRST = int(os.environ.get("KRITERION_FIRST_SEED", "0"))
BATCH = 250


def planned(condition: Condition, of: Situation) -> tuple[Plan, Table]:
    """Return the plan of a condition on the day of a situation, and the table of its one patient."""
    days = of.days
    place = Place(
        of.evaluation_on.toordinal(), days.decision_on.toordinal(), ordinals(days.anchors), of.is_absence_assumed
    )
    plan = plan_of(condition, of.scope, place, "asked")
    return plan, table_of({"asked": plan}, [Row("somebody", record_of(of.chart, of.scope.catalogue), {})])


def differs(condition: Condition, of: Situation) -> bool:
    """True if the plan says another thing than the engine."""
    plan, table = planned(condition, of)
    return int(judge(plan.step, table)[0]) != NUMBER[decided(condition, of.scope)(of)]


def is_by_columns(condition: Condition, of: Situation) -> bool:
    """True if the deciding engine was not asked for it."""
    plan, table = planned(condition, of)
    return not plan.given and (plan.exception is None or plan.exception.name not in table.arrays)


def fits(of: Situation) -> bool:
    """True if all of it is of one day."""
    return of.days == of.measured and not of.stopped


def test_every_row_of_the_specification() -> None:
    rows = [(row, asked(row)) for row in JUDGED]
    found = [(row.name, each.condition, each.situation) for row, each in rows if each.condition is not None]
    assert [name for name, condition, of in found if fits(of) and differs(condition, of)] == []
    by_columns = sum(is_by_columns(condition, of) for _, condition, of in found)
    assert by_columns / len(found) > FEWEST_BY_COLUMNS


def test_every_invented_case() -> None:
    cases = [(seed, *case(seed)) for seed in range(FIRST, FIRST + SEEDS)]
    wrong = [(node, of) for _, node, of in cases if fits(of) and differs(node, of)]
    if wrong:
        words = [told(*smallest(node, of, lambda node, of: fits(of) and differs(node, of))) for node, of in wrong]
        pytest.fail(f"{len(wrong)} of {SEEDS}\n{min(words, key=len)}")


# --- the files that ship


@cache
def plans() -> tuple[FilePlan, ...]:
    return tuple(plan_file(each, ON) for each in rules().files)


@cache
def whole() -> dict[str, Plan]:
    return {name: plan for file in plans() for name, plan in file.plans.items()}


@cache
def clinic() -> Clinic:
    return clinic_of(whole().values(), catalogue(), ON)


def compare(seeds: range) -> Counter[tuple[str, int]]:
    """Hold every plan of every file against the engine, patient by patient; count who said it, and what."""
    rows = [row_of(f"clinic-{seed}", clinic().patient(seed), plans(), ON) for seed in seeds]
    table = table_of(whole(), rows)
    wrong: list[str] = []
    said: Counter[tuple[str, int]] = Counter()
    for name, plan in whole().items():
        found = judge(plan.step, table)
        asked_too = None if plan.exception is None else table.arrays.get(plan.exception.name)
        for at, row in enumerate(rows):
            truth = plan.decide(row.own_places.get(name, plan.place).moment(row.record))
            is_excepted = asked_too is not None and asked_too[at] != NOT_ASKED
            said["engine" if plan.given or is_excepted else "columns", truth] += 1
            if found[at] != truth:
                wrong.append(f"{row.id} {name}: {found[at]} by columns, {truth} by the engine")
    assert wrong == []
    return said


def test_the_columns_say_most_of_it_themselves() -> None:
    """True of some invented patients, false of others, not known of the rest; the engine is asked for fewer."""
    said = compare(range(PATIENTS))
    by_columns = {truth: said["columns", truth] for truth in (1, 0, -1)}
    assert min(by_columns.values()) > len(whole())
    assert sum(by_columns.values()) > FEWEST_BY_COLUMNS * sum(said.values())


def test_more_patients_by_every_file_that_ships() -> None:
    for first in range(FIRST, FIRST + MORE, BATCH):
        compare(range(first, first + BATCH))
