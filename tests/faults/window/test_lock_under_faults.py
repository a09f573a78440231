"""Lock closes first and saves second: whatever the store does, the window shows nothing of a patient."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field
from core.errors import WorldError
from core.screening.screening import Screening
from core.store.records import FailedError, Records
from core.store.records.recording import Recording
from core.store.vault.vault import OpenVault
from core.use_cases.work_on_patient import PatientWork
from tests.guards import WarningCollector
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import PASSPHRASE, Desktop
from tests.ui.desktop.test_canary import NAME, add_canary, traces_in
from ui.desktop.copied import Copied
from ui.desktop.idle import Idle
from ui.desktop.palette import Palette
from ui.desktop.shell import Shell
from ui.desktop.workspace import Workspace

GENEROUS_SECONDS = 2.0
"""A tenth of it is to be reached and is printed; a test does not fail because the machine is busy."""
NOTE = Field("note")
HOLDERS = (Workspace, OpenVault, Records, Screening)


class Slow:
    """A disk that answers only when it is let go on; work that came to it stands still."""

    def __init__(self) -> None:
        self.reached, self.go_on = threading.Event(), threading.Event()

    def instead_of(self, work: Callable[..., object]) -> Callable[..., object]:
        def do(*arguments: object, **named: object) -> object:
            self.reached.set()
            self.go_on.wait()
            return work(*arguments, **named)

        return do


def lock(desktop: Desktop) -> float:
    """Lock as the keys do, and look before the window has its next turn; return how long it took."""
    begun = time.perf_counter()
    desktop.window.shell.lock_wanted.emit()
    took = time.perf_counter() - begun
    assert nothing_is_shown(desktop)
    assert took < GENEROUS_SECONDS
    return took


def nothing_is_shown(desktop: Desktop) -> bool:
    """True if no window of the program shows anything of the patient, as it stands now."""
    shown = [each for each in QApplication.allWidgets() if each.isVisible()]
    return (
        desktop.window.opening.opened is None
        and desktop.window.shell.windowTitle() == "Kriterion"
        and traces_in(words_of(shown).encode()) == []
        and [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [desktop.window.shell]
    )


def words_of(widgets: Sequence[object]) -> str:
    """What these widgets show."""
    return "\n".join(
        str(method())
        for widget in widgets
        for name in ("text", "toPlainText", "windowTitle")
        if callable(method := getattr(widget, name, None))
    )


def test_while_a_write_hangs(make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch) -> None:
    desktop, slow = make_desktop().create(), Slow()
    add_canary(desktop)
    monkeypatch.setattr(Recording, "record", slow.instead_of(Recording.record))
    desktop.enter_and_go_on("organ_function", "creatinine", "88 µmol/L")
    desktop.until(slow.reached.is_set)
    took = lock(desktop)
    page = desktop.first_page
    assert "still being saved" in page.closing.text()
    slow.go_on.set()
    desktop.until(lambda: "backup was made" in page.closing.text())
    desktop.unlock()
    desktop.until(lambda: desktop.window.opening.opened is not None)
    records = desktop.workspace.records
    patient = next(line.id for line in records.patients() if line.name == NAME)
    assert records.history(patient, "creatinine"), "what was on its way is on record"
    print(f"lock while a write hangs for as long as it likes: {took * 1000:.0f} ms")


def test_unlocking_waits_for_the_disk_in_words_and_not_in_the_window(
    make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.desktop.closing._PATIENCE_SECONDS", 0.1)
    desktop, slow = make_desktop().create(), Slow()
    add_canary(desktop)
    monkeypatch.setattr(Recording, "record", slow.instead_of(Recording.record))
    desktop.enter_and_go_on("organ_function", "creatinine", "88 µmol/L")
    desktop.until(slow.reached.is_set)
    lock(desktop)
    desktop.unlock()
    assert "does not answer" in desktop.message
    slow.go_on.set()
    desktop.until(lambda: "backup was made" in desktop.first_page.closing.text())
    desktop.unlock()
    assert desktop.window.opening.opened is not None


FAILING: dict[str, tuple[type, str]] = {
    "keeping the drafts": (Records, "keep_draft"),
    "writing the drafts": (Recording, "keep_draft"),
    "the backup": (OpenVault, "backup"),
    "the last wait": (Records, "finish"),
    "leaving the patient": (PatientWork, "leave_off"),
    "leaving the pages": (Workspace, "close_patient"),
    "the clipboard": (Copied, "forget"),
    "stopping to count": (Idle, "stop"),
    "the cover": (Shell, "cover"),
}
ERRORS: dict[str, Callable[[], BaseException]] = {
    "of the world": partial(WorldError, "error-no-backup", folder="somewhere"),
    "of the disk": partial(OSError, 5, "Input/output error"),
    "of the memory": partial(MemoryError, NAME),
    "ours": partial(ValueError, NAME),
}


def failing_at_once(make_error: Callable[[], BaseException]) -> Callable[..., object]:
    def do(*_: object, **__: object) -> object:
        raise make_error()

    return do


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("failing", FAILING)
def test_while_something_fails(
    make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch, noted: WarningCollector, failing: str, error: str
) -> None:
    owner, name = FAILING[failing]
    desktop = make_desktop().create()
    add_canary(desktop)
    desktop.workspace.work.type(NOTE, f"{NAME} is being typed")
    vault = desktop.workspace.vault
    with monkeypatch.context() as broken:
        broken.setattr(owner, name, failing_at_once(ERRORS[error]))
        took = lock_and_be_told(desktop)
        desktop.window.tasks.finish()
    with pytest.raises(WorldError, match="error-closed"):
        vault.new_passphrase(PASSPHRASE)
    del vault
    desktop.settle()
    assert desktop.first_page.go.isEnabled(), "and it can be opened again"
    assert traces_in("\n".join((desktop.all_words(), *noted.messages)).encode()) == []
    desktop.until(lambda: kinds_left() == [])
    desktop.unlock()
    desktop.until(lambda: desktop.window.opening.opened is not None)
    print(f"lock while {failing} fails ({error}): {took * 1000:.0f} ms")


def lock_and_be_told(desktop: Desktop) -> float:
    """Lock; what fails in the window itself comes back here, and from a key it is told by the hook."""
    begun = time.perf_counter()
    with suppress(WorldError, OSError, MemoryError, ValueError):
        desktop.window.shell.lock_wanted.emit()
    took = time.perf_counter() - begun
    assert nothing_is_shown(desktop)
    return took


def test_dialogs_and_palette_go_with_it(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create()
    add_canary(desktop)
    desktop.opened.find()
    chooser = QFileDialog(desktop.window.shell, NAME)
    chooser.open()
    assert NAME in words_of(desktop.window.shell.findChildren(QDialog))
    lock(desktop)
    desktop.settle()
    assert desktop.window.shell.findChildren(Palette) == []
    chooser.deleteLater()


def kinds_left() -> list[str]:
    """The kinds of what knows a patient or a key and is still somewhere in memory."""
    gc.collect()
    kinds = [type(each).__name__ for each in gc.get_objects() if isinstance(each, HOLDERS)]
    return kinds + ["Desk" for each in gc.get_objects() if isinstance(each, Desk) and (each.kept or each.drafts)]


def test_charts_and_keys_are_let_go_of(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create()
    add_canary(desktop)
    desktop.enter("organ_function", "creatinine", "88 µmol/L")
    desktop.lock()
    desktop.settle()
    desktop.until(lambda: kinds_left() == [])


def test_the_clipboard_keeps_nothing_that_was_copied_from_here(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create()
    add_canary(desktop)
    clipboard = QGuiApplication.clipboard()
    edit = desktop.field("organ_function", "creatinine")
    edit.setText(NAME)
    edit.selectAll()
    edit.copy()
    assert clipboard.text() == NAME
    desktop.lock()
    assert clipboard.text() == ""


def test_another_patient_is_not_opened_before_the_disk_answers(
    make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.desktop.workspace.PATIENCE_SECONDS", 0.2)
    monkeypatch.setattr("core.store.records.pending.PATIENCE_SECONDS", 0.2)
    desktop, slow = make_desktop().create(has_samples=True), Slow()
    add_canary(desktop)
    said: list[str] = []
    desktop.window.notices.said.connect(said.append)
    monkeypatch.setattr(Recording, "record", slow.instead_of(Recording.record))
    desktop.enter_and_go_on("organ_function", "creatinine", "88 µmol/L")
    desktop.until(slow.reached.is_set)
    hold_ups: tuple[Callable[[], object], ...] = (
        lambda: desktop.enter_and_go_on("organ_function", "creatinine", "99 µmol/L"),  # corrects what has no number yet
        lambda: desktop.opened.open_patient(desktop.workspace.records.patients()[-1].id),
    )
    for hold_up in hold_ups:
        begun = time.perf_counter()
        hold_up()
        assert time.perf_counter() - begun < GENEROUS_SECONDS
    assert [words for words in said if "does not answer" in words] == said
    assert len(said) == 2
    assert not desktop.workspace.is_open, "the one before was closed, the next is not shown half"
    lock(desktop)
    slow.go_on.set()
    desktop.until(lambda: "backup was made" in desktop.first_page.closing.text())
    desktop.unlock()
    desktop.open_patient(NAME)
    assert desktop.workspace.desk.text(Field("creatinine")) == "99 µmol/L"
    assert desktop.workspace.desk.open_drafts == (Field("creatinine"),), "the correction was not lost"


def test_a_record_that_fails_at_its_first_reading_is_not_half_open(
    make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop = make_desktop().create()
    add_canary(desktop)
    lock(desktop)
    desktop.settle()
    with monkeypatch.context() as broken:
        broken.setattr(Records, "last_act_at", failing_at_once(partial(FailedError, "error-page-damaged")))
        desktop.unlock()
        desktop.until(lambda: "damaged" in desktop.message)
        assert nothing_is_shown(desktop)
    desktop.unlock()
    desktop.until(lambda: desktop.window.opening.opened is not None)
