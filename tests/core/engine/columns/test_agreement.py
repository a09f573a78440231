"""A plan over columns gives what the deciding engine gives: on every row of the specification, on every invented case.

``KRITERION_CLINIC`` says how many patients more are drawn for the files that ship, ``KRITERION_FIRST_SEED`` from where.
"""

from __future__ import annotations

import os
from collections import Counter
from typing import cast

import numpy as np
import pytest

from core.criteria.nodes import Condition
from core.engine.columns.cells import Row
from core.engine.columns.planning import Plan
from core.engine.columns.table import NOT_ASKED, Array, Table, table_of
from core.engine.columns.vectors import BLOCK, judge
from core.engine.judgement.situation import Situation
from tests.generative.agreement import smallest, told
from tests.generative.in_columns import Case, invented_cases, patients, plans, truth_of, whole, written_cases

SEEDS = 1000
FEWEST_BY_COLUMNS = 0.45
"""What columns say of the rows and cases without asking the deciding engine: fewer were a plan that plans nothing."""
PATIENTS = 20
MORE = int(os.environ.get("KRITERION_CLINIC", "0"))
FIRST = int(os.environ.get("KRITERION_FIRST_SEED", "0"))
BATCH = 250


def is_asked(plan: Plan, table: Table) -> bool:
    """True if the deciding engine said a part of it, or all."""
    return bool(plan.given) or (plan.exception is not None and plan.exception.name in table.arrays)


def differs(each: Case) -> bool:
    plan = each.plan
    return int(judge(plan.step, each.table(plan))[0]) != each.truth


def is_wrong(condition: Condition, of: Situation) -> bool:
    each = Case("", condition, of)
    return each.is_of_one_day and differs(each)


def test_every_row_of_the_specification() -> None:
    found = [each for each in written_cases() if each.is_of_one_day]
    assert [each.name for each in found if differs(each)] == []
    by_columns = sum(not is_asked(plan, each.table(plan)) for each in found for plan in [each.plan])
    assert by_columns / len(found) > FEWEST_BY_COLUMNS


def test_every_invented_case() -> None:
    wrong = [each for each in invented_cases(range(FIRST, FIRST + SEEDS)) if differs(each)]
    if wrong:
        words = [told(*smallest(each.condition, each.of, is_wrong)) for each in wrong]
        pytest.fail(f"{len(wrong)} of {SEEDS}: {', '.join(each.name for each in wrong)}\n{min(words, key=len)}")


# --- the files that ship


def compare(rows: list[Row]) -> Counter[tuple[str, int]]:
    """Hold every plan of every file against the engine, patient by patient; count who said it, and what."""
    table = table_of(whole(), rows)
    wrong: list[str] = []
    said: Counter[tuple[str, int]] = Counter()
    for name, plan in whole().items():
        found = judge(plan.step, table)
        asked_too = None if plan.exception is None else table.arrays.get(plan.exception.name)
        for at, row in enumerate(rows):
            truth = truth_of(plan, name, row)
            is_excepted = asked_too is not None and asked_too[at] != NOT_ASKED
            said["engine" if plan.given or is_excepted else "columns", truth] += 1
            if found[at] != truth:
                wrong.append(f"{row.id} {name}: {found[at]} by columns, {truth} by the engine")
    assert wrong == []
    return said


def test_the_columns_say_most_of_it_themselves() -> None:
    """True of some invented patients, false of others, not known of the rest; the engine is asked for fewer."""
    said = compare(patients(range(PATIENTS)))
    by_columns = {truth: said["columns", truth] for truth in (1, 0, -1)}
    assert min(by_columns.values()) > len(whole())
    assert sum(by_columns.values()) > FEWEST_BY_COLUMNS * sum(said.values())


def test_more_patients_by_every_file_that_ships() -> None:
    for first in range(FIRST, FIRST + MORE, BATCH):
        compare(patients(range(first, first + BATCH)))


def test_whether_a_patient_fits_is_the_least_of_what_is_asked_until_consent() -> None:
    rows = patients(range(4))
    for file in plans():
        table = table_of(file.plans, rows)
        fits = judge(file.fits, table)
        for at, row in enumerate(rows):
            needed = {
                name: truth_of(each.plan, name, row)
                for name, each in file.asked.items()
                if each.point in ("consent", "screening") or not each.criterion
            }
            common = [needed[name] for name, each in file.asked.items() if name in needed and not each.cohort]
            cohorts = [
                min([needed[name] for name, each in file.asked.items() if name in needed and each.cohort == cohort.id])
                for cohort in file.compiled.checked.rule_file.cohorts
                if any(each.cohort == cohort.id for name, each in file.asked.items() if name in needed)
            ]
            assert fits[at] == min([*common, *([max(cohorts)] if cohorts else [])])


def test_blocks_and_threads_change_nothing() -> None:
    """A table of several blocks gives on any number of threads what its patients give alone."""
    rows = patients(range(3))
    once = table_of(whole(), rows)
    times = 2 * BLOCK // len(rows) + 1
    ids = tuple(map(str, range(len(rows) * times)))
    arrays: dict[str, Array] = {name: cast("Array", np.tile(array, times)) for name, array in once.arrays.items()}
    many = Table(ids, arrays, once.words)
    for file in plans()[:3]:
        alone = np.tile(judge(file.fits, once), times)
        assert (judge(file.fits, many, threads=1) == alone).all()
        assert (judge(file.fits, many, threads=4) == alone).all()
