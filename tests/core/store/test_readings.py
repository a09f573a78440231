"""The window waits no longer than a bound for a disk that does not answer, and reads on when it answers again."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from core.catalogue.catalogue import Catalogue
from core.entry.statement import Statement
from core.errors import WorldError
from core.store.records import FailedError, PatientLine, Records, reader
from core.store.records import records as records_room
from core.store.records.connecting import open_reader
from core.store.records.reader import Reader

KEY = bytes(range(32))
GENEROUS_SECONDS = 10.0


class Hanging:
    """Opens a record for reading only when it is let go on."""

    def __init__(self) -> None:
        self.go_on = threading.Event()
        self.asked = 0

    def __call__(self, path: Path, key: bytes) -> sqlcipher.Connection:
        self.asked += 1
        self.go_on.wait()
        return open_reader(path, key)


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    made = Records(tmp_path / "record.db", KEY, Catalogue({}, {}, {}), lambda: datetime(2026, 11, 22, tzinfo=UTC))
    made.add_patient([Statement.of("name", "Ada")], "x")
    made.hurry_here()
    yield made
    made.close()


@pytest.fixture
def hanging(monkeypatch: pytest.MonkeyPatch) -> Hanging:
    made = Hanging()
    monkeypatch.setattr(records_room, "open_reader", made)
    monkeypatch.setattr(reader, "PATIENCE_SECONDS", 0.1)
    return made


def test_a_disk_that_does_not_answer_is_told_and_waited_for_once(records: Records, hanging: Hanging) -> None:
    begun = time.monotonic()
    for _ in range(50):
        with pytest.raises(WorldError, match="error-still-reading"):
            records.patients()
    assert time.monotonic() - begun < GENEROUS_SECONDS
    assert hanging.asked == 1, "the others did not wait behind it"
    assert records.failure is None, "nothing is known to be wrong with the record"
    hanging.go_on.set()


def test_on_another_thread_it_is_waited_for(records: Records, hanging: Hanging) -> None:
    told: list[int] = []
    thread = threading.Thread(target=lambda: told.append(len(records.patients())))
    thread.start()
    with pytest.raises(WorldError, match="error-still-reading"):
        records.patients()
    hanging.go_on.set()
    thread.join()
    assert told == [1]


def test_it_is_read_again_when_the_disk_answers(records: Records, hanging: Hanging) -> None:
    with pytest.raises(WorldError, match="error-still-reading"):
        records.patients()
    hanging.go_on.set()
    lines = read_until(records)
    assert [line.name for line in lines] == ["Ada"]


def read_until(records: Records) -> tuple[PatientLine, ...]:
    until = time.monotonic() + GENEROUS_SECONDS
    while time.monotonic() < until:
        with suppress(WorldError):
            return records.patients()
        time.sleep(0.01)
    raise TimeoutError


def test_what_was_recorded_meanwhile_is_kept(records: Records, hanging: Hanging) -> None:
    with pytest.raises(WorldError, match="error-still-reading"):
        records.patients()
    records.add_patient([Statement.of("name", "Bea")], "x")
    hanging.go_on.set()
    assert len(read_until(records)) == 2


def test_closing_does_not_wait_for_it(records: Records, hanging: Hanging) -> None:
    with pytest.raises(WorldError, match="error-still-reading"):
        records.patients()
    begun = time.monotonic()
    records.close()
    assert time.monotonic() - begun < GENEROUS_SECONDS
    with pytest.raises(WorldError, match="error-closed"):
        records.patients()
    hanging.go_on.set()


def test_readings_of_several_threads_are_each_answered(records: Records) -> None:
    told: list[int] = []

    def read() -> None:
        told.extend(len(records.patients()) for _ in range(20))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [1] * 160


@pytest.mark.parametrize("error", [FailedError("error-page-damaged"), LookupError("no column"), MemoryError()])
def test_what_stops_a_reading_comes_to_who_asked(error: Exception) -> None:
    asked = Reader()

    def stopped() -> None:
        raise error

    with pytest.raises(type(error)) as caught:
        asked.ask(stopped)
    assert caught.value is error
    assert asked.ask(lambda: 3) == 3, "and the next is answered"
    asked.close()
