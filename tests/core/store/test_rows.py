"""The rows of every day are those SQLModel describes, and no statement holds a value."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import get_type_hints

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from core.store.records import rows, tables
from core.store.records.beginning import begun
from core.store.records.rows import ALL_TABLES, DRAFTS, PATIENTS, STATEMENTS, DraftRow, PatientRow
from core.store.records.sql import Table, Transaction

KEY = bytes(range(32))
ROOT = Path(__file__).resolve().parents[3]
DESCRIBED = tables.PatientRecord.metadata.tables


@pytest.fixture
def opened(tmp_path: Path) -> sqlcipher.Connection:
    return begun(tmp_path / "record.db", KEY, is_marked=False)


def test_every_table_described_has_its_rows() -> None:
    assert {each.name for each in ALL_TABLES} == set(DESCRIBED)


@pytest.mark.parametrize("table", [each.name for each in ALL_TABLES])
def test_the_columns_are_those_described_in_their_order(table: str) -> None:
    described = [column.name for column in DESCRIBED[table].columns]
    assert [list(each.columns) for each in ALL_TABLES if each.name == table] == [described]


@pytest.mark.parametrize("name", [name for name in vars(tables) if name.endswith("Record")])
def test_a_row_holds_what_its_record_holds(name: str) -> None:
    row = "ActRow" if name == "AuditRecord" else name.replace("Record", "Row")
    described = get_type_hints(getattr(tables, name))
    assert get_type_hints(getattr(rows, row)) == {each: described[each] for each in getattr(rows, row)._fields}
    defaults = {each: field.default for each, field in getattr(tables, name).model_fields.items()}
    for each, value in getattr(rows, row)._field_defaults.items():
        assert defaults[each] == value


def test_a_value_is_never_part_of_a_statement(opened: sqlcipher.Connection) -> None:
    told: list[str] = []

    class Listening:
        def execute(self, sql: str, parameters: tuple[object, ...] = (), /) -> sqlcipher.Cursor:
            told.append(sql)
            return opened.execute(sql, parameters)

    canary = "x' OR 1=1; DROP TABLE patientrecord; --"
    PATIENTS.add(Listening(), PatientRow(canary, name=canary))
    PATIENTS.change(Listening(), {"name": canary, "sex": None}, id=canary)
    DRAFTS.put(Listening(), DraftRow(canary, "field", canary, "at"))
    assert PATIENTS.find(Listening(), order="name", newest=1, name=canary) == [PatientRow(canary, canary)]
    assert STATEMENTS.first(Listening(), patient_id=canary) is None
    DRAFTS.remove(Listening(), patient_id=canary, text=canary)
    assert DRAFTS.find(Listening()) == []
    assert len(told) == 7
    assert not [sql for sql in told if canary in sql]
    opened.close()


def test_a_name_that_is_no_column_runs_nothing(opened: sqlcipher.Connection) -> None:
    for ask in (
        lambda: PATIENTS.find(opened, order="name; DROP TABLE patientrecord"),
        lambda: PATIENTS.first(opened, **{"1=1 OR name": ""}),
        lambda: PATIENTS.change(opened, {"name = 'x' --": ""}, id=""),
        lambda: PATIENTS.remove(opened, unknown=""),
    ):
        with pytest.raises(LookupError):
            ask()
    opened.close()


def test_an_error_names_no_value(opened: sqlcipher.Connection) -> None:
    PATIENTS.add(opened, PatientRow("Kanarienvogel"))
    with pytest.raises(sqlcipher.IntegrityError) as caught:
        PATIENTS.add(opened, PatientRow("Kanarienvogel"))
    assert "Kanarienvogel" not in repr(caught.value)
    opened.close()


@pytest.mark.parametrize(
    ("table", "wanted"),
    [(each, "id") for each in ALL_TABLES if "id" in each.columns]
    + [(each, "patient_id") for each in ALL_TABLES if each.name in {"statementrecord", "retractionrecord"}],
)
def test_what_is_wanted_is_found_by_an_index(
    opened: sqlcipher.Connection, table: Table[PatientRow], wanted: str
) -> None:
    plans: list[str] = []

    class Explaining:
        def execute(self, sql: str, parameters: tuple[object, ...] = (), /) -> sqlcipher.Cursor:
            plans.extend(str(row[-1]) for row in opened.execute(f"EXPLAIN QUERY PLAN {sql}", parameters).fetchall())
            return opened.execute(sql, parameters)

    table.first(Explaining(), **{wanted: "1"})
    assert [plan for plan in plans if plan.startswith("SCAN")] == []
    opened.close()


def test_a_transaction_begins_with_its_first_statement_and_counts_whole(opened: sqlcipher.Connection) -> None:
    told: list[str] = []
    empty = Transaction(opened)
    empty.when_committed(lambda: told.append("empty"))
    empty.commit()
    given_up = Transaction(opened)
    given_up.when_committed(lambda: told.append("given up"))
    PATIENTS.add(given_up, PatientRow("Ada"))
    given_up.roll_back()
    assert PATIENTS.find(opened) == []
    kept = Transaction(opened)
    PATIENTS.add(kept, PatientRow("Ada"))
    kept.when_committed(lambda: told.append(f"kept {len(PATIENTS.find(opened))}"))
    kept.commit()
    assert not opened.in_transaction
    assert told == ["empty", "kept 1"]
    opened.close()


def test_after_a_roll_back_by_the_database_itself_nothing_more_counts(opened: sqlcipher.Connection) -> None:
    lost = Transaction(opened)
    PATIENTS.add(lost, PatientRow("Ada"))
    opened.execute("ROLLBACK")  # as SQLite does where the disk is full
    with pytest.raises(sqlcipher.OperationalError):
        PATIENTS.add(lost, PatientRow("Bea"))
    with pytest.raises(sqlcipher.OperationalError):
        lost.commit()
    lost.roll_back()
    assert PATIENTS.find(opened) == []
    opened.close()


EVERY_DAY = """
import sys
from functools import partial
from datetime import UTC, datetime
from pathlib import Path
from core.catalogue.catalogue import Catalogue
from core.entry.statement import Statement
from core.store.records import Records
now = partial(datetime, 2026, 11, 22, tzinfo=UTC)
records = Records(Path(sys.argv[1]), bytes(range(32)), Catalogue({}, {}, {}), now)
patient = records.add_patient([Statement.of("name", "Synthetic")], "x")
records.retract(patient, records.statements(patient)[0].id, "x", "x").result()
records.erase(patient, "x", "x")
records.close()
print(sorted({"sqlmodel", "sqlalchemy", "pydantic"} & set(sys.modules)))
"""


def test_what_is_done_every_day_needs_no_sqlmodel(opened: sqlcipher.Connection, tmp_path: Path) -> None:
    opened.close()
    command = [sys.executable, "-c", EVERY_DAY, str(tmp_path / "record.db")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
