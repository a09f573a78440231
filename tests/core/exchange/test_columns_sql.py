"""SQL says what the deciding engine says: the specification, invented cases and every file that ships, on SQLite.

The other databases are asked the same in ``tests/scale``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from typing import get_args

import pytest

from core.engine.columns.cells import cells_of
from core.engine.columns.column import LONGEST, VerdictOf
from core.engine.columns.sql import DIALECTS, JUDGED_ON, WRITTEN
from core.engine.columns.steps import Step
from core.exchange.columns_csv import cells_text
from core.exchange.columns_sql import columns_of_file, file_as_sql, schema_as_sql
from core.use_cases.judge_in_columns import judge_table
from tests.core.exchange.databases import Ask, differing, differing_patients
from tests.generative.in_columns import invented_cases, patients, plans, written_cases
from tests.sample_screenings import ON

SQLITE = DIALECTS["sqlite"]


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        yield opened


@pytest.fixture
def ask(database: sqlite3.Connection) -> Ask:
    return lambda query: database.execute(query).fetchall()


def test_every_step_is_written() -> None:
    assert set(WRITTEN) == set(get_args(Step))


def test_the_specification_and_invented_cases(ask: Ask) -> None:
    rows = (each for each in written_cases() if each.is_of_one_day)
    assert list(differing(chain(rows, invented_cases(range(500))), SQLITE, ask)) == []


def test_invented_patients_by_every_file_that_ships(ask: Ask) -> None:
    assert list(differing_patients(plans(), range(6), SQLITE, ask)) == []


def test_what_is_printed_runs_on_a_table_made_and_filled_by_what_is_printed(database: sqlite3.Connection) -> None:
    """The statement, the CSV and the query belong together; the same table is judged here as well."""
    file = plans()[0]
    rows = patients(range(5))
    columns = columns_of_file(file)
    text = cells_text([row.id for row in rows], ON.toordinal(), columns, cells_of(file.plans, rows))
    database.executescript(schema_as_sql(file, SQLITE))
    for line in text.splitlines()[1:]:
        cells = [cell or None for cell in line.split(",")]
        database.execute(f"INSERT INTO patients VALUES ({', '.join('?' * len(cells))})", cells)
    found = database.execute(file_as_sql(file, SQLITE)).fetchall()
    here = judge_table(file, text, "table.csv")
    assert found == sorted(zip(here.ids, *(each.tolist() for each in here.verdicts.values()), strict=True))
    database.execute(f"UPDATE patients SET {JUDGED_ON} = {JUDGED_ON} + 1")
    of_another_day = database.execute(file_as_sql(file, SQLITE)).fetchall()
    assert {verdict for _, *told in of_another_day for verdict in told} == {0}


def test_it_says_what_needs_the_deciding_engine() -> None:
    for file in plans():
        text = file_as_sql(file, SQLITE)
        head = text.partition("\nWITH ")[0]
        assert all(line.startswith("--") or not line for line in head.splitlines())
        for column in columns_of_file(file):
            if not isinstance(column, VerdictOf) or not column.is_exception:
                told = " ".join(column.told.split())
                assert f"{column.name}: {told}" in head


def test_no_name_is_longer_than_a_database_takes() -> None:
    assert max(len(column.name) for file in plans() for column in columns_of_file(file)) <= LONGEST


@pytest.mark.parametrize("dialect", DIALECTS)
def test_nothing_of_a_file_ends_a_comment(dialect: str) -> None:
    """A criterion of several lines, or one with a mark of SQL, stays in its line."""
    for file in plans()[:5]:
        query = file_as_sql(file, DIALECTS[dialect]).partition("\nWITH ")[2]
        assert "--" not in query
        assert query.count(";") == 1
