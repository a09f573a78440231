"""DuckDB says what the deciding engine says, of rows that it is given and of a table it reads from Parquet."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

import duckdb
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

DUCKDB = DIALECTS["duckdb"]


@pytest.fixture
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(duckdb.connect()) as opened:
        yield opened


@pytest.fixture
def ask(database: duckdb.DuckDBPyConnection) -> Ask:
    return lambda query: database.execute(query).fetchall()


def test_the_specification_and_invented_cases(ask: Ask) -> None:
    """A third of the rows in each run, all of them with KRITERION_WHOLE."""
    rows = [each for each in written_cases() if each.is_of_one_day][:: 1 if IS_WHOLE else 3]
    assert list(differing(chain(rows, invented_cases(range(2000 if IS_WHOLE else 100))), DUCKDB, ask)) == []


def test_invented_patients_by_every_file_that_ships(ask: Ask) -> None:
    assert list(differing_patients(plans(), range(100 if IS_WHOLE else 2), DUCKDB, ask)) == []


def test_a_table_kept_as_parquet(database: duckdb.DuckDBPyConnection, tmp_path: Path) -> None:
    """CSV into the table that is printed, from it to Parquet, and the query that is printed over that."""
    file, rows = plans()[1], patients(range(20, 28))
    text = cells_text([row.id for row in rows], ON.toordinal(), columns_of_file(file), cells_of(file.plans, rows))
    (tmp_path / "table.csv").write_text(text, encoding="utf-8")
    database.execute(schema_as_sql(file, DUCKDB))
    database.execute(f"COPY patients FROM '{tmp_path / 'table.csv'}' (HEADER)")
    database.execute(f"COPY patients TO '{tmp_path / 'table.parquet'}' (FORMAT PARQUET)")
    database.execute("DROP TABLE patients")
    database.execute(f"CREATE VIEW patients AS SELECT * FROM '{tmp_path / 'table.parquet'}'")
    here = judge_table(file, text, "table.csv")
    expected = sorted(zip(here.ids, *(each.tolist() for each in here.verdicts.values()), strict=True))
    assert database.execute(file_as_sql(file, DUCKDB)).fetchall() == expected
