"""PostgreSQL, a real server on a socket of its own, says what the deciding engine says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import psycopg
import pytest

from core.engine.columns.cells import cells_of
from core.engine.columns.sql import DIALECTS
from core.exchange.columns_csv import cells_text
from core.exchange.columns_sql import columns_of_file, file_as_sql, schema_as_sql
from core.use_cases.judge_in_columns import judge_table
from tests.core.exchange.databases import Ask, differing, differing_patients
from tests.drawn import IS_WHOLE
from tests.generative.in_columns import invented_cases, patients, plans, written_cases
from tests.sample_screenings import ON
from tests.scale.server import running

POSTGRESQL = DIALECTS["postgresql"]


@pytest.fixture(scope="module")
def database() -> Iterator[psycopg.Connection]:
    with running() as server, psycopg.connect(server, autocommit=True) as opened:
        yield opened


@pytest.fixture
def ask(database: psycopg.Connection) -> Ask:
    return lambda query: database.execute(query.encode()).fetchall()


def test_the_specification_and_invented_cases(ask: Ask) -> None:
    """A third of the rows in each run, all of them with KRITERION_WHOLE."""
    rows = [each for each in written_cases() if each.is_of_one_day][:: 1 if IS_WHOLE else 3]
    assert list(differing(chain(rows, invented_cases(range(2000 if IS_WHOLE else 100))), POSTGRESQL, ask)) == []


def test_invented_patients_by_every_file_that_ships(ask: Ask) -> None:
    assert list(differing_patients(plans(), range(100 if IS_WHOLE else 2), POSTGRESQL, ask)) == []


def test_a_table_made_by_what_is_printed(database: psycopg.Connection) -> None:
    file, rows = plans()[2], patients(range(20, 28))
    text = cells_text([row.id for row in rows], ON.toordinal(), columns_of_file(file), cells_of(file.plans, rows))
    database.execute(schema_as_sql(file, POSTGRESQL).encode())
    for line in text.splitlines()[1:]:
        cells = ", ".join(f"'{cell}'" if cell else "NULL" for cell in line.split(","))
        database.execute(f"INSERT INTO patients VALUES ({cells})".encode())
    here = judge_table(file, text, "table.csv")
    expected = sorted(zip(here.ids, *(each.tolist() for each in here.verdicts.values()), strict=True))
    assert sorted(database.execute(file_as_sql(file, POSTGRESQL).encode()).fetchall()) == expected
