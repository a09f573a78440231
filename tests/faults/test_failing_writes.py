"""A write that fails, by operation and by fault: it is answered, told once, in words, and the thread lives on.

The faults of the disk are real (files flipped, deleted, replaced, held); those of the computer and of ours are raised
behind the work, when everything of it was written but the commit.
"""

from __future__ import annotations

import logging
import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from core.catalogue.catalogue import Catalogue
from core.entry.statement import Statement
from core.errors import WorldError
from core.language.phrases import LANGUAGES, spoken
from core.store.records import FailedError, Records, ScreeningLine
from core.store.records.connecting import connect
from core.store.records.recording import Recording
from core.wording.errors import error_words
from tests.guards import WarningCollector

KEY = bytes(range(32))
CANARY = "Quillfeather"
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
PAGE = 4096
GENEROUS_SECONDS = 30.0
"""No write and no close may take longer, whatever happens; a busy machine is no fault."""


@dataclass
class Scene:
    """A record with one patient, and what was told of it."""

    folder: Path
    patient: str = ""
    statement: int = 0
    told: list[FailedError] = field(default_factory=list[FailedError])

    @property
    def path(self) -> Path:
        return self.folder / "record.db"

    def opened(self) -> Records:
        records = Records(self.path, KEY, Catalogue({}, {}, {}), lambda: NOW)
        records.when_failed(self.told.append)
        return records

    def fill(self) -> None:
        """Make the record, with enough in it that its pages are many."""
        records = self.opened()
        self.patient = records.add_patient([Statement.of("name", CANARY)], "Dr A")
        for number in range(20):
            written = records.record(self.patient, Statement.of("note", f"{number} {CANARY} {'x' * 1000}"), "Dr A")
            self.statement = written.result().id
        records.keep_draft(self.patient, "kept", f"{CANARY} kept")
        records.close()


# --- what is asked


def line() -> ScreeningLine:
    return ScreeningLine("rule", "1", "00", date(2026, 11, 22), f'{{"answer": "{CANARY}"}}', "Dr A", NOW)


OPERATIONS: dict[str, tuple[str, Callable[[Records, Scene], object]]] = {
    "record": ("record", lambda it, at: it.record(at.patient, Statement.of("note", CANARY), "Dr A").result()),
    "correct": (
        "record",
        lambda it, at: it.record(at.patient, Statement.of("note", CANARY), "Dr A", replaces=at.statement).result(),
    ),
    "retract": ("retract", lambda it, at: it.retract(at.patient, at.statement, CANARY, "Dr A").result()),
    "keep draft": ("keep_draft", lambda it, at: it.keep_draft(at.patient, "field", CANARY).result()),
    "drop draft": ("drop_draft", lambda it, at: it.drop_draft(at.patient, "kept").result()),
    "keep screening": ("keep_screening", lambda it, at: it.keep_screening(at.patient, line()).result()),
    "keep paper": ("keep_paper", lambda it, at: it.keep_paper(at.patient, "report", "00", "Dr A").result()),
    "add patient": ("add_patient", lambda it, _: it.add_patient([Statement.of("name", CANARY)], "Dr A")),
    "add patients": ("add_patient", lambda it, _: it.add_patients([[Statement.of("name", CANARY)]], "Dr A")),
    "erase": ("erase", lambda it, at: it.erase(at.patient, f"x{CANARY}", "Dr A")),
}
"""Each is asked and waited for; beside it the work of the record it comes down to."""


# --- what goes wrong


def others_than_first(path: Path) -> None:
    """Flip a byte in the middle of every page but the first, as a failing disk does: no instant tells of it."""
    before = path.stat()
    content = bytearray(path.read_bytes())
    for at in range(PAGE + PAGE // 2, len(content), PAGE):
        content[at] ^= 1
    with path.open("r+b") as file:
        file.write(content)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replaced(path: Path) -> None:
    """Put a copy in its place, as who copies an old record back does."""
    copy = path.with_name("copy.db")
    shutil.copyfile(path, copy)
    copy.replace(path)


def written_over(path: Path) -> None:
    """Write other content into the same file, as a copy onto it does."""
    content = path.read_bytes()
    path.write_bytes(content[:-PAGE])


def log_deleted(path: Path) -> None:
    path.with_name(f"{path.name}-wal").unlink()


FILE_FAULTS: dict[str, tuple[Callable[[Path], None], str]] = {
    "pages damaged": (others_than_first, "error-page-damaged"),
    "deleted": (Path.unlink, "error-record-gone"),
    "replaced": (replaced, "error-record-replaced"),
    "written over": (written_over, "error-record-replaced"),
    "log deleted": (log_deleted, "error-record-gone"),
}

RAISED: dict[str, tuple[Callable[[], BaseException], str]] = {
    "disk full": (partial(sqlcipher.OperationalError, "database or disk is full"), "error-disk-full"),
    "no space": (partial(OSError, 28, "No space left on device"), "error-disk-full"),
    "read-only": (
        partial(sqlcipher.OperationalError, "attempt to write a readonly database"),
        "error-read-only",
    ),
    "disk error": (partial(sqlcipher.OperationalError, "disk I/O error"), "error-disk-fault"),
    "new words of the database": (partial(sqlcipher.OperationalError, CANARY), "error-not-written"),
    "malformed": (partial(sqlcipher.DatabaseError, "database disk image is malformed"), "error-page-damaged"),
    "memory": (partial(MemoryError, CANARY), "error-no-memory"),
    "recursion": (partial(RecursionError, CANARY), "error-not-written"),
    "ours": (partial(ValueError, CANARY), "error-not-written"),
    "ours, whole": (partial(KeyError, CANARY), "error-not-written"),
    "thread ended": (partial(SystemExit, CANARY), "error-not-written"),
}


@pytest.fixture
def scene(tmp_path: Path) -> Scene:
    made = Scene(tmp_path)
    made.fill()
    return made


@pytest.fixture
def logged() -> Iterator[list[str]]:
    """What is logged, kept from the other guard: faults of ours are noted by kind and place."""
    collector, log = WarningCollector(), logging.getLogger("kriterion")
    log.addHandler(collector)
    log.propagate = False
    yield collector.messages
    log.propagate = True
    log.removeHandler(collector)


def check_failed(records: Records, scene: Scene, ask: Callable[[], object], phrase: str) -> float:
    """Ask, be told; ask again, be told nothing new; close. Return how long the longest of it took."""
    took = [seconds(lambda: refused(ask, phrase)), seconds(lambda: refused(ask, "error-closed-for-writing"))]
    assert [each.phrase for each in scene.told] == [phrase], "told once"
    for language in LANGUAGES:
        assert CANARY not in error_words(scene.told[0], spoken(language))
    assert records.failure is scene.told[0]
    took.append(seconds(records.finish))
    took.append(seconds(records.close))
    assert max(took) < GENEROUS_SECONDS
    return max(took)


def refused(ask: Callable[[], object], phrase: str) -> None:
    with pytest.raises(FailedError) as caught:
        ask()
    assert caught.value.phrase == phrase
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


@pytest.mark.parametrize("fault", FILE_FAULTS)
def test_a_file_that_is_not_what_it_was(
    tmp_path: Path, logged: list[str], capfd: pytest.CaptureFixture[str], fault: str
) -> None:
    break_it, phrase = FILE_FAULTS[fault]
    longest = 0.0
    for number, (_, ask) in enumerate(OPERATIONS.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        scene = Scene(folder)
        scene.fill()
        records = scene.opened()
        break_it(scene.path)
        longest = max(longest, check_failed(records, scene, partial(ask, records, scene), phrase))
        if fault == "deleted":
            assert not scene.path.exists(), "nothing empty comes in its place"
    said = capfd.readouterr()
    assert CANARY not in "".join((said.out, said.err, *logged))
    print(f"{fault}: {len(OPERATIONS)} operations answered, told once each, the slowest within {longest * 1000:.0f} ms")


@pytest.mark.parametrize("fault", RAISED)
def test_whatever_is_raised_is_answered_and_rolled_back(
    tmp_path: Path, logged: list[str], capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, fault: str
) -> None:
    make_error, phrase = RAISED[fault]
    longest = 0.0
    for number, (work, ask) in enumerate(OPERATIONS.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        scene = Scene(folder)
        scene.fill()
        records = scene.opened()
        before = (records.patients(), records.statements(scene.patient), records.audit_head())
        with monkeypatch.context() as broken:
            broken.setattr(Recording, work, failing_behind(getattr(Recording, work), make_error))
            longest = max(longest, check_failed(records, scene, partial(ask, records, scene), phrase))
        again = scene.opened()
        assert (again.patients(), again.statements(scene.patient), again.audit_head()) == before
        assert again.check_all().is_whole
        again.close()
    said = capfd.readouterr()
    assert CANARY not in "".join((said.out, said.err, *logged))
    print(f"{fault}: {len(OPERATIONS)} operations rolled back, the slowest answered within {longest * 1000:.0f} ms")


def failing_behind(work: Callable[..., object], make_error: Callable[[], BaseException]) -> Callable[..., object]:
    def do(*arguments: object, **named: object) -> object:
        work(*arguments, **named)
        raise make_error()

    return do


@pytest.mark.parametrize("text", [f"{CANARY} \ud800", f"\udfff{CANARY}"])
def test_half_a_sign_is_refused_by_itself_and_kept_as_a_draft_without_it(scene: Scene, text: str) -> None:
    records = scene.opened()
    for ask in (
        lambda: records.record(scene.patient, Statement.of("note", text), "Dr A").result(),
        lambda: records.add_patient([Statement.of("name", text)], "Dr A"),
        lambda: records.retract(scene.patient, scene.statement, text, "Dr A").result(),
    ):
        with pytest.raises(WorldError) as caught:
            ask()
        assert caught.value.phrase == "error-text-unwritable"
    records.keep_draft(scene.patient, "field", text).result()
    assert [each.text for each in records.drafts(scene.patient) if each.field == "field"] == [
        "".join("?" if "\ud800" <= sign <= "\udfff" else sign for sign in text)
    ]
    records.record(scene.patient, Statement.of("note", "whole"), "Dr A").result()
    assert records.failure is None, "one pasted sign does not close the record"
    assert scene.told == []
    records.close()


def test_a_damaged_page_found_while_reading_closes_the_record_too(scene: Scene) -> None:
    records = scene.opened()
    others_than_first(scene.path)
    with pytest.raises(FailedError) as caught:
        records.statements(scene.patient)
    assert caught.value.phrase == "error-page-damaged"
    assert [each.phrase for each in scene.told] == ["error-page-damaged"]
    with pytest.raises(FailedError):
        records.keep_draft(scene.patient, "field", "text").result()
    records.close()


def test_one_that_another_program_holds_is_named(scene: Scene) -> None:
    records = scene.opened()
    holder = connect(scene.path, KEY)
    holder.execute("BEGIN IMMEDIATE")
    check_failed(
        records, scene, lambda: records.keep_draft(scene.patient, "field", "text").result(), "error-record-held"
    )
    holder.close()


def test_everything_that_waits_is_answered_when_one_fails(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    records = scene.opened()
    monkeypatch.setattr(Recording, "retract", failing_behind(Recording.retract, partial(MemoryError, "no memory")))
    before = [records.record(scene.patient, Statement.of("note", f"{number}"), "x") for number in range(50)]
    failing = records.retract(scene.patient, scene.statement, "wrong", "x")
    behind = [records.record(scene.patient, Statement.of("note", f"{number}"), "x") for number in range(50)]
    records.close()
    assert all(each.error is None and each.wait(0) for each in before), "what came before is safe"
    assert all(isinstance(each.error, FailedError) for each in (failing, *behind))
    again = scene.opened()
    assert len(again.statements(scene.patient)) == 1 + 20 + len(before)
    again.close()


def test_drafts_refused_on_a_full_disk_are_kept_when_there_is_room_again(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    records = scene.opened()
    full = partial(sqlcipher.OperationalError, "database or disk is full")
    with monkeypatch.context() as broken:
        broken.setattr(Recording, "keep_draft", failing_behind(Recording.keep_draft, full))
        for name, text in (("a", "1"), ("a", "12"), ("b", "2"), ("c", "3")):
            records.keep_draft(scene.patient, name, text).wait()
        records.drop_draft(scene.patient, "c").wait()
        records.drop_draft(scene.patient, "kept").wait()
        assert records.drafts_lost == 2
    records.close()
    assert records.drafts_lost == 0
    again = scene.opened()
    assert [(each.field, each.text) for each in again.drafts(scene.patient)] == [("a", "12"), ("b", "2")]
    again.close()
