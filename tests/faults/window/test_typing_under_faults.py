"""Something happens to the record under the window: told once, the text stays a draft, the window answers and locks."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from core.entry.desk.fields import Field
from core.language.phrases import spoken
from core.store.records import FailedError, beginning
from core.store.records.connecting import open_writer
from core.store.records.recording import Recording
from core.use_cases.keep_settings import Settings
from tests.faults.test_failing_writes import failing_behind, log_deleted, others_than_first, replaced, written_over
from tests.guards import WarningCollector
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from tests.ui.desktop.test_canary import NAME, add_canary, traces_in

CREATININE = Field("creatinine")
GENEROUS_SECONDS = 5.0
"""What the window may be held up; what it took is printed."""

FAULTS: dict[str, tuple[Callable[[Path], None], str]] = {
    "pages flipped": (others_than_first, "damaged"),
    "deleted": (Path.unlink, "no longer where it was"),
    "replaced": (replaced, "replaced or changed"),
    "written over": (written_over, "replaced or changed"),
    "log deleted": (log_deleted, "no longer where it was"),
}


def lasting(desktop: Desktop) -> str:
    """The line that stays."""
    return desktop.window.shell.lasting


def typed_under(desktop: Desktop, text: str) -> float:
    """Type and leave a field, and wait until it is told; return how long the keys held the window up."""
    begun = time.perf_counter()
    desktop.enter_and_go_on("organ_function", "creatinine", text)
    took = time.perf_counter() - begun
    desktop.until(lambda: bool(lasting(desktop)))
    desktop.until(lambda: not desktop.workspace.is_judging)
    return took


@pytest.mark.parametrize("fault", FAULTS)
def test_the_file_changes_while_a_value_is_typed(
    make_desktop: MakeDesktop, capfd: pytest.CaptureFixture[str], fault: str
) -> None:
    break_it, words = FAULTS[fault]
    desktop = make_desktop().create()
    add_canary(desktop)
    desktop.lock()  # what was entered is in the file now, no longer in the log
    desktop.unlock()
    desktop.open_patient(NAME)
    heard: list[FailedError] = []
    desktop.workspace.closed_for_writing.connect(heard.append)
    desktop.settle()
    break_it(desktop.folder / "record.db")
    took = typed_under(desktop, "88 µmol/L")
    assert words in lasting(desktop)
    assert "draft" in lasting(desktop)
    assert desktop.workspace.desk.text(CREATININE) == "88 µmol/L"
    assert CREATININE in desktop.workspace.desk.open_drafts, "what was not taken is a draft"
    typed_under(desktop, "99 µmol/L")
    assert len(heard) == 1, "told once"
    desktop.show("settings")
    desktop.opened.change_settings(Settings(language="de", author="Dr Example"))
    assert "Entwurf" in lasting(desktop), "and again in the language one reads"
    begun = time.perf_counter()
    desktop.window.shell.lock_wanted.emit()
    locked = time.perf_counter() - begun
    desktop.settle()
    assert traces_in(desktop.all_words().encode()) == []
    assert "Sicherung" in desktop.first_page.closing.text()
    assert max(took, locked) < GENEROUS_SECONDS
    assert traces_in("".join(capfd.readouterr()).encode()) == []
    print(
        f"{fault} while typing: told once, draft kept, the keys took {took * 1000:.0f} ms, lock {locked * 1000:.0f} ms"
    )


def cramped(path: Path, key: bytes) -> sqlcipher.Connection:
    """A connection to a record that cannot grow by more than a few pages: a small disk that is nearly full."""
    opened = open_writer(path, key)
    ((pages,),) = opened.execute("PRAGMA page_count").fetchall()
    opened.execute(f"PRAGMA max_page_count = {int(str(pages)) + 3}")
    return opened


def test_a_disk_that_fills_up_while_typing(make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch) -> None:
    desktop = make_desktop().create()
    add_canary(desktop)
    desktop.lock()
    with monkeypatch.context() as full:
        full.setattr(beginning, "open_writer", cramped)
        desktop.unlock()
        desktop.open_patient(NAME)
        for number in range(60):
            desktop.enter_and_go_on("organ_function", "creatinine", f"{50 + number} µmol/L")
            desktop.settle()
            if lasting(desktop):
                break
        assert "disk is full" in lasting(desktop)
        last = desktop.workspace.desk.text(CREATININE)
        assert CREATININE in desktop.workspace.desk.open_drafts
        assert desktop.workspace.records.check_all().is_whole
    desktop.lock()
    assert "could not be kept" not in desktop.first_page.closing.text(), "there is room again by now"
    desktop.unlock()
    desktop.open_patient(NAME)
    assert desktop.workspace.desk.text(CREATININE) == last, "found again as a draft"
    assert CREATININE in desktop.workspace.desk.open_drafts
    desktop.enter("organ_function", "creatinine", last)
    assert desktop.workspace.desk.open_drafts == ()


RAISED: dict[str, Callable[[], BaseException]] = {
    "memory": partial(MemoryError, NAME),
    "ours": partial(ValueError, NAME),
    "disk error": partial(sqlcipher.OperationalError, f"disk I/O error {NAME}"),
}


@pytest.mark.parametrize("fault", RAISED)
def test_nothing_of_what_was_typed_is_in_any_log(
    make_desktop: MakeDesktop,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    noted: WarningCollector,
    fault: str,
) -> None:
    desktop = make_desktop().create()
    add_canary(desktop)
    monkeypatch.setattr(Recording, "record", failing_behind(Recording.record, RAISED[fault]))
    typed_under(desktop, "88 µmol/L")
    assert traces_in("\n".join((lasting(desktop), *noted.messages, *capfd.readouterr())).encode()) == []
    desktop.lock()


def test_half_a_sign_is_told_and_typing_goes_on(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create()
    add_canary(desktop)
    said: list[str] = []
    desktop.window.notices.said.connect(said.append)
    where, work = Field("number"), desktop.workspace.work
    work.type(where, "12 \ud800")
    work.leave(where)
    desktop.settle()
    assert spoken("en").say("error-text-unwritable") in said
    assert where in desktop.workspace.desk.drafts
    assert lasting(desktop) == ""
    work.keep_drafts()
    desktop.enter("organ_function", "creatinine", "88 µmol/L")
    assert CREATININE not in desktop.workspace.desk.drafts
    assert desktop.workspace.records.failure is None
