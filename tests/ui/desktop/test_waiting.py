"""What lasts longer than a moment shows how far it is and can be given up; what is given up changes nothing."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.entry.statement import Statement
from core.language.phrases import spoken
from core.progress import GivenUpError, Report, told
from core.store.vault import vault
from core.store.vault.slots import Cost
from core.store.vault.vault import Circumstances, OpenVault
from core.use_cases.take_in_samples import take_in_samples
from core.wording.errors import error_words
from tests.sample_screenings import catalogue
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from ui.desktop.tasks import Task, Tasks
from ui.desktop.widgets.busy import AFTER_MS, Busy

STEPS = 5


def give_up_at(step: int) -> Report:
    def report(done: int, total: int) -> None:
        assert done <= total
        if done == step:
            raise GivenUpError

    return report


def opened(folder: Path) -> OpenVault:
    circumstances = Circumstances(catalogue(), lambda: datetime(2026, 11, 22, tzinfo=UTC), Cost(1, 32, 4))
    return vault.create_vault(folder / "vault", "four words and more", circumstances)[0]


def test_every_step_is_told_and_the_end() -> None:
    found: list[tuple[int, int]] = []

    def report(done: int, total: int) -> None:
        found.append((done, total))

    assert list(told("abc", report)) == ["a", "b", "c"]
    assert found == [(0, 3), (1, 3), (2, 3), (3, 3)]


def test_samples_given_up_leave_nobody_behind(tmp_path: Path) -> None:
    found = opened(tmp_path)
    with pytest.raises(GivenUpError):
        take_in_samples(found.records, "x", give_up_at(4))
    assert found.records.patients() == ()
    found.close()


def test_removing_samples_given_up_leaves_all_of_them(tmp_path: Path) -> None:
    found = opened(tmp_path)
    synthetic = [Statement.of("synthetic", "yes")]
    found.records.add_patients([synthetic, synthetic, synthetic], "x")
    with pytest.raises(GivenUpError):
        found.records.remove_synthetic("x", give_up_at(2))
    assert len(found.records.patients()) == 3
    assert found.records.check_all().is_whole
    assert found.records.remove_synthetic("x") == 3
    found.close()


def test_a_backup_given_up_is_none(tmp_path: Path) -> None:
    found = opened(tmp_path)
    for step in (0, 1, 2):
        with pytest.raises(GivenUpError):
            found.backup(give_up_at(step))
        assert found.backups() == ()
    assert found.backup() is not None
    assert len(list((tmp_path / "vault" / "backups").iterdir())) == 2
    found.close()


def test_giving_up_stops_the_work_at_its_next_step_and_says_so(qtbot: QtBot) -> None:
    tasks, go_on = Tasks(), threading.Event()
    failed: list[Exception] = []
    reached: list[int] = []

    def work(report: Report) -> None:
        for step in told(range(STEPS), report):
            reached.append(step)
            go_on.wait()

    task = tasks.run_shown("something", work, lambda _: None, failed.append)
    qtbot.waitUntil(lambda: reached == [0])
    task.give_up()
    go_on.set()
    qtbot.waitUntil(lambda: task.is_done)
    assert reached == [0]
    assert isinstance(failed[0], GivenUpError)
    assert "Nothing was changed" in error_words(failed[0], spoken("en"))


@pytest.mark.parametrize("error", [MemoryError(), RecursionError(), SystemExit(), KeyError("x"), RuntimeError("x")])
def test_whatever_ends_a_task_is_delivered_and_ends_the_line(qtbot: QtBot, error: BaseException) -> None:
    tasks = Tasks()
    failed: list[Exception] = []
    changed: list[bool] = []

    def heard(task: Task) -> None:
        changed.append(task.is_done)

    tasks.changed.connect(heard)

    def work(_: Report) -> None:
        raise error

    tasks.run_shown("something", work, lambda _: None, failed.append)
    qtbot.waitUntil(lambda: len(failed) == 1)
    assert changed == [False, True]
    assert type(error).__name__ in (type(failed[0]).__name__, str(failed[0]))


def test_what_is_dropped_delivers_nothing(qtbot: QtBot) -> None:
    tasks, go_on = Tasks(), threading.Event()
    delivered: list[object] = []

    def work(report: Report) -> int:
        go_on.wait()
        report(1, 1)
        return 1

    task = tasks.run_shown("something", work, delivered.append, delivered.append)
    tasks.drop()
    go_on.set()
    qtbot.waitUntil(lambda: task.is_done)
    assert delivered == []


def test_the_line_appears_after_a_while_and_goes_at_the_end(qtbot: QtBot) -> None:
    busy = Busy(spoken("en"))
    qtbot.addWidget(busy)
    busy.begin("Counting")
    assert not busy.isVisible()
    busy.step("Counting", 2, 5)
    qtbot.waitUntil(busy.isVisible, timeout=AFTER_MS * 10)
    assert busy.words.text() == "Counting: 2 of 5"
    assert (busy.bar.maximum(), busy.bar.value()) == (5, 2)
    busy.end()
    assert not busy.isVisible()


def test_what_is_done_at_once_is_never_shown(qtbot: QtBot) -> None:
    busy = Busy(spoken("en"))
    qtbot.addWidget(busy)
    busy.begin("Counting")
    busy.end()
    qtbot.wait(AFTER_MS * 2)
    assert not busy.isVisible()


def test_samples_come_and_go_while_the_window_lives(desktop: Desktop) -> None:
    desktop.patients.remove_samples.click()
    assert not desktop.patients.remove_samples.isEnabled()
    desktop.until(lambda: desktop.patients.model.rowCount() == 0)
    assert desktop.patients.remove_samples.isEnabled()
    desktop.patients.add_samples()
    desktop.until(lambda: desktop.patients.model.rowCount() > 0)


def test_locking_in_the_middle_of_a_task_delivers_nothing_to_pages_that_are_gone(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create()
    said: list[str] = []
    desktop.window.notices.said.connect(said.append)
    desktop.patients.add_samples()
    desktop.lock()
    assert said == []
    desktop.unlock()
    assert desktop.patients.model.rowCount() in {0, 14}
