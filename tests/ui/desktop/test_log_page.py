"""The log in the window: what was screened and printed stands there, is found, and leaves as a table."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtCore import Qt

from core.use_cases.read_log import Kind
from tests.ui.desktop.desktop import Desktop


def shown(desktop: Desktop) -> list[str]:
    desktop.until(lambda: not desktop.log.is_reading)
    return [f"{each.patient}: {each.what}" for each in desktop.log.model.lines]


def do(desktop: Desktop, action: str) -> None:
    (found,) = (each for each in desktop.opened.actions if each.id == action)
    assert found.is_enabled()
    found.run()


def choose(desktop: Desktop, kind: Kind) -> None:
    desktop.log.kinds.setCurrentIndex(desktop.log.kinds.findData(kind.value))


def test_a_screening_that_is_recorded_stands_in_the_log_with_its_conclusion(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    desktop.until(lambda: not desktop.workspace.is_judging)
    name, judged = desktop.workspace.patient, desktop.workspace.selected_screening
    assert name is not None
    assert judged is not None
    do(desktop, "log.keep")
    desktop.show("log")
    assert shown(desktop)[0] == f"{name.name}: Screened"
    line = desktop.log.model.lines[0]
    assert (line.version, line.by) == (judged.rule_file.version, desktop.workspace.author)
    assert line.detail
    assert line.detail in desktop.log.detail.text()


def test_it_is_narrowed_by_kind_and_words(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    desktop.until(lambda: not desktop.workspace.is_judging)
    do(desktop, "log.keep")
    desktop.show("log")
    everything = shown(desktop)
    choose(desktop, Kind.SCREENING)
    assert shown(desktop) == [each for each in everything if each.endswith(": Screened")]
    desktop.log.search.setText("nobody is called so")
    assert shown(desktop) == []
    assert desktop.log.none.isVisible()
    assert not desktop.log.save.isEnabled()
    assert desktop.log.detail.text() == ""


def test_what_is_shown_is_saved_as_a_table(desktop: Desktop, tmp_path: Path) -> None:
    desktop.open_patient("00-0318")
    desktop.show("log")
    lines = shown(desktop)
    desktop.log.save_to(tmp_path / "log.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "log.csv").read_text(encoding="utf-8-sig"))))
    assert len(rows) == len(lines) + 1
    assert [f"{row[3]}: {row[5]}" for row in rows[1:]] == lines


def test_a_row_is_heard_whole(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    desktop.show("log")
    assert shown(desktop)
    model = desktop.log.model
    heard = str(model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole))
    assert all(part in heard for part in (model.lines[0].patient, model.lines[0].what))


def test_nothing_supposed_comes_into_the_log(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    desktop.until(lambda: not desktop.workspace.is_judging)
    do(desktop, "edit.suppose")
    desktop.screening.keep_screening()
    assert desktop.workspace.is_supposing
    desktop.workspace.records.finish()
    assert desktop.workspace.records.screenings(desktop.workspace.desk.patient_id) == ()
