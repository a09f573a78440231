"""A draft that was dropped leaves the disk: its text is in no page of record or log, not even for who has the key."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.entry.statement import Statement
from core.store.records import Records, writer
from tests.faults import plain_pages
from tests.faults.plain_pages import PAGE

KEY = bytes(range(32))
GONE, KEPT = "Quillfeather", "Stays-here"
NOW = datetime(2026, 11, 22, tzinfo=UTC)
PATIENCE_SECONDS = 60.0


def opened(folder: Path) -> Records:
    return Records(folder / "record.db", KEY, Catalogue({}, {}, {}), lambda: NOW)


def pages_with(folder: Path, text: str) -> int:
    return plain_pages.pages_with(folder / "record.db", KEY, text)


def type_and_drop(records: Records, chance: random.Random) -> None:
    """Drafts of every length, kept over one another as typing does, some of them let go of at the end."""
    patient = records.add_patient([Statement.of("name", "Synthetic")], "x")
    for number in range(40):
        for length in sorted(chance.sample(range(1, 3 * PAGE), 5)):
            records.keep_draft(patient, f"gone{number}", f"{GONE} {'y' * length} {GONE}")
        records.keep_draft(patient, f"kept{number}", f"{KEPT} {'z' * chance.randrange(PAGE)}")
    for number in range(40):
        records.drop_draft(patient, f"gone{number}")
        records.record(patient, Statement.of("note", f"{number}"), "x")
    records.finish()


def test_the_text_is_in_the_log_before_and_nowhere_after_the_lock(tmp_path: Path) -> None:
    records = opened(tmp_path)
    type_and_drop(records, random.Random(20261129))
    before = pages_with(tmp_path, GONE)
    assert before, "else this test reads the pages wrongly"
    records.close()
    assert pages_with(tmp_path, KEPT), "what was not dropped is there: the pages are read rightly"
    assert pages_with(tmp_path, GONE) == 0
    print(f"dropped drafts: in {before} pages of the log while open, in none of record and log after the lock")


def test_a_quiet_while_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writer, "QUIET_SECONDS", 0.05)
    records = opened(tmp_path)
    type_and_drop(records, random.Random(3))
    end = time.monotonic() + PATIENCE_SECONDS
    while pages_with(tmp_path, GONE) and time.monotonic() < end:
        time.sleep(0.1)
    assert pages_with(tmp_path, GONE) == 0
    assert (tmp_path / "record.db-wal").stat().st_size == 0
    records.record(records.patients()[0].id, Statement.of("note", "after"), "x").result()
    assert records.failure is None, "emptying the log is a write of ours"
    records.close()


def test_an_emptied_log_of_a_killed_process_is_made_so_at_the_next_start(tmp_path: Path) -> None:
    """A copy of the files as they lie while open is what a kill leaves behind."""
    records = opened(tmp_path)
    type_and_drop(records, random.Random(5))
    killed = tmp_path / "killed"
    killed.mkdir()
    for path in tmp_path.glob("record.db*"):
        (killed / path.name).write_bytes(path.read_bytes())
    records.close()
    assert pages_with(killed, GONE)
    opened(killed).close()
    assert pages_with(killed, GONE) == 0
