"""Whatever column holds something of a patient is emptied by an erasure, or is named here with why it stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from core.store.records import erasing
from core.store.records.beginning import begun
from core.store.records.rows import ACTS, ALL_TABLES
from core.store.records.sql import Transaction

KEY = bytes(range(32))
PATIENT, CANARY = "p1", "Quillfeather"
STAYS = {
    "patientrecord": {"id", "is_synthetic", "erased_at"},  # that there was one, and until when
    "statementrecord": {"id", "patient_id", "by", "at", "replaces"},  # who stated how much, and when
    "retractionrecord": {"statement_id", "patient_id", "by", "at"},
    "draftrecord": set[str](),
    "screeningrecord": {"id", "patient_id", "by", "at"},
    "paperrecord": {"id", "patient_id", "kind", "sha256", "by", "at"},  # what left the house may have to be called back
    "latestrecord": set[str](),
}
"""What an erasure leaves. Acts are no content: their digests tell nothing once the salt is gone (decision 11)."""
COLUMNS = {each.name: each.columns for each in ALL_TABLES if each.name != ACTS.name}
KINDS: dict[str, object] = {"TEXT": CANARY, "INTEGER": 1, "BLOB": CANARY.encode(), "BOOLEAN": 1}


def fill(opened: sqlcipher.Connection, table: str) -> None:
    """Add a row of the patient with something in every column."""
    kinds = {str(name): str(kind) for _, name, kind, *_ in opened.execute(f"PRAGMA table_info({table})").fetchall()}
    known = {"patient_id": PATIENT, "erased_at": None, **({"id": PATIENT} if table == "patientrecord" else {})}
    row = tuple(known.get(name, KINDS[kinds[name]]) for name in COLUMNS[table])
    opened.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)


def test_every_table_is_looked_at() -> None:
    assert COLUMNS.keys() == STAYS.keys()


@pytest.mark.parametrize("table", COLUMNS)
def test_every_column_is_emptied_or_named(table: str, tmp_path: Path) -> None:
    opened = begun(tmp_path / "record.db", KEY, is_marked=False)
    for each in COLUMNS:
        fill(opened, each)
    transaction = Transaction(opened)
    erasing.empty(transaction, PATIENT, "2026-11-22T09:00:00+00:00")
    transaction.commit()
    found = opened.execute(f"SELECT * FROM {table}").fetchall()
    opened.close()
    left = {name for row in found for name, value in zip(COLUMNS[table], row, strict=True) if value not in (None, "")}
    assert left == STAYS[table]
