"""The past stays readable: a record of every version opens; a step that fails leaves what was."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from core.catalogue.reading import load_catalogue
from core.store.records import Records
from core.store.records.connecting import connect, open_engine
from core.store.records.stepping import Migration, NewerVersionError, all_migrations, step_up, version_of
from core.store.records.tables import PatientRecord

KEY = bytes(range(32))
KEPT = Path(__file__).parent / "version-1.db"
"""A synthetic patient with a corrected value, a draft, a paper and an erased neighbour; its key is KEY."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copy(KEPT, tmp_path / "record.db"))


def test_a_record_of_version_1_is_read(old: Path) -> None:
    records = Records(old, KEY, load_catalogue(), lambda: datetime(2027, 1, 1, tzinfo=UTC))
    line = records.patients()[0]
    assert (line.name, line.birth, line.is_synthetic) == ("Synthetic One", "1990-02-11", True)
    history = records.history(line.id, "creatinine")
    assert [each.retraction.reason if each.retraction else "" for each in history] == ["corrected", ""]
    assert [draft.text for draft in records.drafts(line.id)] == ["60 %"]
    assert records.count_erased() == 1
    assert records.check_all().is_whole
    records.close()


def test_a_step_that_fails_leaves_the_old_schema(old: Path) -> None:
    broken = Migration(2, ("CREATE TABLE halfway (id INTEGER)", "CREATE TABLE halfway (id INTEGER)"))
    engine = open_engine(old, KEY)
    with pytest.raises(OperationalError):
        step_up(engine, (*all_migrations(), broken))
    assert version_of(engine) == 1
    engine.dispose()
    raw = connect(old, KEY)
    assert raw.execute("SELECT count(*) FROM sqlite_master WHERE name = 'halfway'").fetchone() == (0,)
    raw.close()


def test_a_newer_record_is_refused_with_words(old: Path) -> None:
    raw = connect(old, KEY)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    engine = open_engine(old, KEY)
    with pytest.raises(NewerVersionError, match="error-newer-record"):
        step_up(engine)
    engine.dispose()


def test_the_steps_make_the_tables_of_the_records(tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "new.db", KEY)
    step_up(engine)
    engine.dispose()
    raw = connect(tmp_path / "new.db", KEY)
    for table in PatientRecord.metadata.sorted_tables:
        found = {str(row[1]) for row in raw.execute(f"PRAGMA table_info({table.name})").fetchall()}
        assert found == {column.name for column in table.columns}
    raw.close()


def test_a_record_of_every_version_is_kept() -> None:
    """Whoever adds a step keeps a record of the version before, so that it is read from then on."""
    kept = {path.name for path in KEPT.parent.glob("version-*.db")}
    assert kept == {f"version-{each.version}.db" for each in all_migrations()}
