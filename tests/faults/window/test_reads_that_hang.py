"""A disk that does not answer while it is read: the window answers within its bound, says so, goes on later."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from sqlcipher3 import dbapi2 as sqlcipher

from core.entry.desk.fields import Field
from core.errors import WorldError
from core.store.records import reader
from core.store.records import records as records_room
from core.store.records.connecting import open_reader
from tests.faults.window.test_lock_under_faults import lock
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from tests.ui.desktop.test_canary import NAME, add_canary

PATIENCE_SECONDS = 0.2
GENEROUS_SECONDS = 5.0
"""A test does not fail because the machine is busy; what it took is printed."""
NOTE = Field("note")


class Hanging:
    """Every reading hangs until it is let go on."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.go_on = threading.Event()
        monkeypatch.setattr(reader, "PATIENCE_SECONDS", PATIENCE_SECONDS)
        monkeypatch.setattr(records_room, "open_reader", self._open)

    def _open(self, path: Path, key: bytes) -> sqlcipher.Connection:
        self.go_on.wait()
        return open_reader(path, key)


def erase(desktop: Desktop) -> None:
    patients = desktop.patients
    patients.begin_erasing()
    QTest.keyClicks(patients.erasing.reason, "asked for it")
    QTest.keyClicks(patients.erasing.name, NAME)
    patients.erasing.erase.click()


READINGS: dict[str, Callable[[Desktop], object]] = {
    "the list of patients": lambda it: it.show("patients"),
    "opening a patient": lambda it: it.opened.open_patient(it.workspace.desk.patient_id),
    "the history of a field": lambda it: it.screening.entry.show_history(NOTE),
    "making a paper": lambda it: it.show("documents"),
    "the palette": lambda it: it.opened.find(),
}


@pytest.mark.parametrize("what", READINGS)
def test_the_window_answers_and_says_so(what: str, make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch) -> None:
    desktop = make_desktop().create()
    add_canary(desktop)
    said: list[str] = []
    desktop.window.notices.said.connect(said.append)
    hanging = Hanging(monkeypatch)
    took: list[float] = []
    for _ in range(2):
        begun = time.perf_counter()
        try:
            READINGS[what](desktop)
        except WorldError as error:  # from a key it is told by the hook
            desktop.window.notices.tell_error(error, desktop.workspace.phrases)
        took.append(time.perf_counter() - begun)
    assert max(took) < GENEROUS_SECONDS
    desktop.until(lambda: "does not answer" in "\n".join((*said, desktop.all_words())))
    locking = lock(desktop)
    hanging.go_on.set()
    desktop.settle()
    desktop.unlock()
    desktop.until(lambda: desktop.window.opening.opened is not None)
    desktop.open_patient(NAME)
    times = ", ".join(f"{each * 1000:.0f}" for each in took)
    print(f"{what} while reading hangs for as long as it likes: {times} ms, lock {locking * 1000:.0f} ms")


def test_what_is_typed_meanwhile_is_recorded(make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch) -> None:
    desktop = make_desktop().create()
    add_canary(desktop)
    hanging = Hanging(monkeypatch)
    with pytest.raises(WorldError, match="error-still-reading"):
        desktop.workspace.records.patients()
    desktop.enter_and_go_on("organ_function", "creatinine", "88 µmol/L")
    patient = desktop.workspace.desk.patient_id
    assert desktop.workspace.records.finish(GENEROUS_SECONDS)
    hanging.go_on.set()
    desktop.until(lambda: can_be_read(desktop))
    assert desktop.workspace.records.history(patient, "creatinine")


def can_be_read(desktop: Desktop) -> bool:
    try:
        desktop.workspace.records.patients()
    except WorldError:
        return False
    return True


def test_an_erasure_meanwhile_is_in_the_record_and_reaches_the_rest_later(
    make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = make_desktop().create()
    add_canary(desktop)
    desktop.opened.back_up()
    desktop.settle()
    desktop.show("patients")
    hanging = Hanging(monkeypatch)
    erase(desktop)
    locking = lock(desktop)
    hanging.go_on.set()
    desktop.settle()
    desktop.unlock()
    desktop.until(lambda: desktop.window.opening.opened is not None and not desktop.opened.reaching.still)
    desktop.settle()
    assert [line.name for line in desktop.workspace.records.patients()] == []
    print(f"lock after an erasure while reading hangs: {locking * 1000:.0f} ms")
