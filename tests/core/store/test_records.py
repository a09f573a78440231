"""The records: what was written is read back, nothing is lost, nothing is deleted, the trail holds."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.entry.statement import Statement
from core.errors import WorldError
from core.store.records import Records
from core.store.records.connecting import WrongKeyError, connect, open_reader

KEY = bytes(range(32))
CANARY = "Kanarienvogel"
ADA = (
    Statement.of("synthetic", "yes"),
    Statement.of("name", f"Ada {CANARY}"),
    Statement.of("birth_date", "1990-02-11"),
    Statement.of("sex", "female"),
)


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def ticking() -> Iterator[datetime]:
    for second in count():
        yield datetime(2026, 11, 22, 9, 0, tzinfo=UTC) + timedelta(seconds=second)


def opened(folder: Path) -> Records:
    clock = ticking()
    return Records(folder / "record.db", KEY, catalogue(), lambda: next(clock))


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    made = opened(tmp_path)
    yield made
    made.close()


def creatinine(value: str, on: str) -> Statement:
    return Statement.of("creatinine", {"value": value, "date": on})


def test_what_was_stated_is_read_back_in_order(records: Records) -> None:
    ada = records.add_patient(ADA, "Dr A")
    written = records.record(ada, creatinine("88 umol/L", "2026-11-20"), "Dr B")
    recorded = written.result()
    found = records.statements(ada)
    assert [each.statement for each in found] == [*ADA, creatinine("88 umol/L", "2026-11-20")]
    assert found[-1] == recorded
    assert recorded.by == "Dr B"
    assert [each.id for each in found] == sorted(each.id for each in found)


def test_a_correction_takes_back_and_keeps(records: Records) -> None:
    ada = records.add_patient(ADA, "Dr A")
    first = records.record(ada, creatinine("880 umol/L", "2026-11-20"), "Dr A").result()
    records.record(ada, creatinine("88 umol/L", "2026-11-20"), "Dr A", replaces=first.id).result()
    history = records.history(ada, "creatinine")
    assert [each.retraction.reason if each.retraction else "" for each in history] == ["corrected", ""]
    assert [(each.concept, each.number, each.on) for each in records.latest("creatinine")] == [
        ("creatinine", "0.995456", "2026-11-20")  # mg/dL, the concept's first unit
    ]


def test_the_list_follows_the_name(records: Records) -> None:
    ada = records.add_patient(ADA, "Dr A")
    line = records.patient(ada)
    assert line is not None
    assert (line.name, line.birth, line.sex, line.is_synthetic) == (f"Ada {CANARY}", "1990-02-11", "female", True)
    old = records.history(ada, "name")[0]
    records.record(ada, Statement.of("name", "Ada Lovelace"), "Dr A", replaces=old.id).result()
    assert [each.name for each in records.patients()] == ["Ada Lovelace"]
    assert records.find_same_name(" ada  LOVELACE ") == records.patients()
    assert records.find_same_name("Ada Lovelace", but=ada) == ()


def test_the_last_opened_stands_first(records: Records) -> None:
    ada, bea = (records.add_patient([Statement.of("name", name)], "x") for name in ("Ada", "Bea"))
    records.mark_opened(bea)
    records.finish()
    assert [each.id for each in records.patients()] == [bea, ada]


def test_drafts_are_one_for_each_field(records: Records) -> None:
    ada = records.add_patient(ADA, "Dr A")
    for text in ("8", "88", "88 µ"):
        records.keep_draft(ada, "creatinine||", text)
    records.finish()
    assert [(each.field, each.text) for each in records.drafts(ada)] == [("creatinine||", "88 µ")]
    records.drop_draft(ada, "creatinine||").result()
    assert records.drafts(ada) == ()


def test_the_latest_value_follows_retractions(records: Records) -> None:
    ada = records.add_patient(ADA, "Dr A")
    records.record(ada, creatinine("1.0 mg/dL", "2026-10-01"), "x").result()
    later = records.record(ada, creatinine("90 umol/L", "2026-11-01"), "x").result()
    assert [each.number for each in records.latest("creatinine")] == ["1.018080"]
    records.retract(ada, later.id, "wrong patient", "x").result()
    assert [each.on for each in records.latest("creatinine")] == ["2026-10-01"]


def test_an_erased_patient_leaves_a_trace_and_nothing_else(records: Records, tmp_path: Path) -> None:
    ada = records.add_patient(ADA, "Dr A")
    records.record(ada, Statement.of("hiv", {"value": "negative"}), "Dr A").result()
    records.keep_draft(ada, "note", CANARY)
    records.erase(ada, "asked by the patient", "Dr A")
    assert records.patients() == ()
    assert records.statements(ada) == ()
    assert records.drafts(ada) == ()
    assert records.count_erased() == 1
    assert records.check_all().is_whole
    with pytest.raises(WorldError):
        records.record(ada, ADA[0], "Dr A").result()
    records.close()
    plain = b"".join(plain_pages(tmp_path / "record.db", tmp_path / "plain.db"))
    assert CANARY.encode() not in plain
    assert b"hiv" not in plain


def plain_pages(path: Path, to: Path) -> Iterator[bytes]:
    """The bytes of the database decrypted: what somebody with the key would find."""
    source = connect(path, KEY)
    source.execute(f"ATTACH DATABASE '{to}' AS plain KEY ''")
    source.execute("SELECT sqlcipher_export('plain')")
    source.execute("DETACH DATABASE plain")
    source.close()
    yield to.read_bytes()


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE statementrecord SET content = '\"x\"'",
        "UPDATE statementrecord SET content = NULL, salt = NULL",
        "DELETE FROM statementrecord",
        "DELETE FROM patientrecord",
        "DELETE FROM auditrecord",
        "UPDATE auditrecord SET act = 'x'",
        "DELETE FROM retractionrecord",
        "UPDATE retractionrecord SET reason = 'x'",
        "DELETE FROM screeningrecord",
        "UPDATE paperrecord SET kind = 'x'",
    ],
)
def test_nothing_that_was_recorded_can_be_changed(records: Records, tmp_path: Path, act: str) -> None:
    ada = records.add_patient(ADA, "Dr A")
    one = records.record(ada, creatinine("88 umol/L", "2026-11-20"), "x").result()
    records.retract(ada, one.id, "x", "x").result()
    records.keep_paper(ada, "report", "00", "x").result()
    raw = connect(tmp_path / "record.db", KEY)
    is_empty = act.startswith("DELETE FROM screeningrecord")
    try:
        if not is_empty:
            with pytest.raises(sqlcipher.DatabaseError):
                raw.execute(act)
    finally:
        raw.close()
    assert len(records.statements(ada)) == len(ADA) + 1


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE auditrecord SET reason = 'x' WHERE sequence = 3",
        "DELETE FROM auditrecord WHERE sequence = 3",
        "UPDATE auditrecord SET sequence = 99 WHERE sequence = 2",
        "DELETE FROM auditrecord WHERE sequence = 1",
    ],
)
def test_a_changed_trail_is_seen(records: Records, tmp_path: Path, act: str) -> None:
    records.add_patient(ADA, "Dr A")
    assert records.check_all().is_whole
    raw = connect(tmp_path / "record.db", KEY)
    raw.execute("DROP TRIGGER audit_stays")
    raw.execute("DROP TRIGGER audit_is_fixed")
    raw.execute(act)
    raw.close()
    assert not records.check_all().is_whole


def test_a_cut_end_shows_by_the_head(records: Records, tmp_path: Path) -> None:
    records.add_patient(ADA, "Dr A")
    head = records.audit_head()
    raw = connect(tmp_path / "record.db", KEY)
    raw.execute("DROP TRIGGER audit_stays")
    raw.execute("DELETE FROM auditrecord WHERE sequence = (SELECT max(sequence) FROM auditrecord)")
    raw.close()
    assert records.audit_head() != head


def test_another_key_shows_nothing(records: Records, tmp_path: Path) -> None:
    records.add_patient(ADA, "Dr A")
    with pytest.raises(WrongKeyError):
        connect(tmp_path / "record.db", bytes(32))


def test_no_file_holds_a_name(records: Records, tmp_path: Path) -> None:
    records.add_patient(ADA, "Dr A")
    for path in tmp_path.iterdir():
        content = path.read_bytes()
        assert CANARY.encode() not in content
        assert not content.startswith(b"SQLite format 3")


def test_a_database_that_is_not_encrypted_is_refused(tmp_path: Path) -> None:
    (tmp_path / "record.db").write_bytes(b"SQLite format 3\x00" + bytes(4080))
    with pytest.raises(WorldError, match="error-not-encrypted"):
        opened(tmp_path)


def test_synthetic_patients_go_in_one_step(records: Records) -> None:
    records.add_patients([ADA, ADA], "x")
    real = records.add_patient([Statement.of("name", "Real")], "x")
    assert records.remove_synthetic("x") == len([ADA, ADA])
    assert [line.id for line in records.patients()] == [real]


def test_a_failed_write_leaves_the_rest_of_its_transaction_out(records: Records) -> None:
    ada = records.add_patient(ADA, "Dr A")
    with pytest.raises(WorldError):
        records.record(ada, creatinine("1 mg/dL", "2026"), "x", replaces=999).result()
    assert len(records.statements(ada)) == len(ADA)
    assert records.check_all().is_whole


def test_a_reader_cannot_write(records: Records, tmp_path: Path) -> None:
    records.add_patient(ADA, "Dr A")
    with closing(open_reader(tmp_path / "record.db", KEY)) as reader, pytest.raises(sqlcipher.DatabaseError):
        reader.execute("DELETE FROM draftrecord")
