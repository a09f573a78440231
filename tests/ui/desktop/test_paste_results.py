"""Results pasted from the clipboard: by keyboard alone, nothing recorded before the button, one undo for all."""

from __future__ import annotations

import json
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest

from core.chart.sections.pasted import LEFT, PASTED
from core.entry.desk.fields import Field
from core.entry.paste.line import State
from tests.ui.desktop.desktop import Desktop
from ui.desktop.pages.screening.paste.panel import PastePanel
from ui.desktop.palette import Palette

PRINT = """Labor Zentral · Befund vom 20.11.2026
Magnesium         0,81 mmol/l 0,7-1,1
Phosphat          1,12        0,8-1,5
Urat XY           5,1 mg/dl   2,4-5,7
Haptoglobin        1,2 g/l    0,3-2,0
Bemerkung: Probe leicht hämolytisch"""


def pasted(desktop: Desktop, text: str = PRINT) -> PastePanel:
    desktop.open_patient("S-0013")
    QGuiApplication.clipboard().setText(text)
    next(each for each in desktop.opened.actions if each.id == "edit.paste").run()
    desktop.settle()
    return desktop.screening.pasting


def recorded(desktop: Desktop, section: str) -> list[dict[str, str]]:
    """What stands on record of a section from this print."""
    desktop.settle()
    kept = [
        json.loads(each.statement.content)
        for each in desktop.workspace.desk.all_of(section, LEFT if section == PASTED else "")
    ]
    return [each for each in kept if each.get("date") == "2026-11-20"]


def states(panel: PastePanel) -> list[State]:
    assert panel.pasting is not None
    return [line.state for line in panel.pasting.lines]


def test_the_action_has_its_key(desktop: Desktop) -> None:
    action = next(each for each in desktop.opened.actions if each.id == "edit.paste")
    assert action.shortcut == "Ctrl+Shift+V"
    assert not action.is_enabled()


def test_lines_are_shown_and_nothing_is_recorded_before_the_button(desktop: Desktop) -> None:
    panel = pasted(desktop)
    assert panel.isVisible()
    assert not desktop.screening.halves.isVisible()
    assert states(panel) == [
        State.NO_VALUE,
        State.UNDERSTOOD,
        State.WHICH_UNIT,
        State.NOT_KNOWN,
        State.UNDERSTOOD,
        State.NO_VALUE,
    ]
    assert recorded(desktop, "magnesium") == []
    QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_by_keyboard_alone(desktop: Desktop) -> None:
    panel = pasted(desktop)
    assert panel.table.hasFocus()
    assert panel.table.currentIndex().row() == 2  # the first line that asks
    QTest.keyClicks(panel.table, "2")  # mmol/L
    assert states(panel)[2] is State.UNDERSTOOD
    assert panel.table.currentIndex().row() == 3
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    names = panel.asking.names
    names.setCurrentIndex(names.findData("urate"))
    panel.asking.meant.emit("urate")
    assert states(panel)[3] is State.UNDERSTOOD
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    panel.table.selectRow(1)
    QTest.keyClick(panel.table, Qt.Key.Key_Space)  # magnesium is left out
    assert panel.pasting is not None
    assert len(panel.pasting.ticked) == 3
    panel.record.setFocus()
    QTest.keyClick(panel.record, Qt.Key.Key_Space)
    assert not panel.isVisible()
    assert recorded(desktop, "magnesium") == []
    assert [each["value"] for each in recorded(desktop, "phosphate")] == ["1.12 mmol/L"]
    assert [each["laboratory"] for each in recorded(desktop, "urate")] == ["Labor Zentral"]
    assert [each["value"] for each in recorded(desktop, "haptoglobin")] == ["1.2 g/L"]
    left = recorded(desktop, PASTED)[0]["text"]
    assert "Magnesium" in left
    assert "hämolytisch" in left
    assert "Haptoglobin" not in left


def test_one_undo_takes_all_back_and_redo_brings_it_again(desktop: Desktop) -> None:
    panel = pasted(desktop)
    panel.record_ticked()
    assert recorded(desktop, "haptoglobin")
    assert recorded(desktop, "magnesium")
    desktop.screening.undo_last()
    for section in ("haptoglobin", "magnesium", PASTED):
        assert recorded(desktop, section) == []
    desktop.screening.redo_last()
    for section in ("haptoglobin", "magnesium", PASTED):
        assert len(recorded(desktop, section)) == 1


def test_what_was_said_of_a_laboratory_is_known_the_next_time(desktop: Desktop) -> None:
    panel = pasted(desktop)
    QTest.keyClicks(panel.table, "2")
    panel.asking.meant.emit("urate")
    panel.record_ticked()
    desktop.settle()
    again = pasted(desktop, PRINT.replace("20.11.2026", "19.11.2026"))
    assert again.pasting is not None
    assert [each.state for each in again.pasting.lines][2:4] == [State.OLDER, State.OLDER]
    assert all(each.is_remembered for each in again.pasting.lines[2:4])


def test_pasted_again_everything_is_on_record(desktop: Desktop) -> None:
    panel = pasted(desktop)
    panel.record_ticked()
    desktop.settle()
    again = pasted(desktop)
    assert states(again)[1] is State.ON_RECORD
    assert not again.record.isEnabled()


def test_a_print_of_somebody_else_is_told(desktop: Desktop) -> None:
    panel = pasted(desktop, PRINT.replace("Befund vom 20.11.2026", "geb. 01.02.1950 · Befund vom 20.11.2026"))
    assert panel.warning.isVisible()
    assert not panel.record.isEnabled()


def test_leaving_the_patient_forgets_the_print(desktop: Desktop) -> None:
    panel = pasted(desktop)
    desktop.open_patient("S-0002")
    assert panel.pasting is None
    assert panel.model.rowCount() == 0


def test_what_is_pasted_moves_the_strip_and_not_the_record(desktop: Desktop) -> None:
    panel = pasted(desktop)
    desktop.until(lambda: panel.strip.files.rowCount() > 0)
    assert desktop.workspace.desk.text(Field("magnesium")) == "" or not recorded(desktop, "magnesium")


def test_lines_that_were_not_recorded_are_listed_and_read_again(desktop: Desktop) -> None:
    panel = pasted(desktop)
    panel.record.click()
    desktop.settle()
    show = next(each for each in desktop.opened.actions if each.id == "edit.left")
    assert show.is_enabled()
    show.run()
    palette = desktop.window.shell.findChildren(Palette)[-1]
    assert [str(palette.list.item(at).data(Qt.ItemDataRole.UserRole)) for at in range(palette.list.count())] == [
        "4 lines · Labor Zentral · 20 Nov 2026"
    ]
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    desktop.settle()
    assert panel.isVisible()
    assert panel.pasting is not None
    assert "Urat XY           5,1 mg/dl   2,4-5,7" in [line.raw for line in panel.pasting.lines]


def test_where_every_line_was_recorded_it_is_said(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    next(each for each in desktop.opened.actions if each.id == "edit.left").run()
    assert "every pasted line" in desktop.all_words().lower()


def test_a_file_of_results_is_shown_as_a_pasted_print_is(desktop: Desktop, tmp_path: Path) -> None:
    desktop.open_patient("00-0318")
    quantity = {"value": 91, "unit": "umol/L"}
    code = {"coding": [{"system": "http://loinc.org", "code": "2160-0"}]}
    result = {"resourceType": "Observation", "status": "final", "code": code, "valueQuantity": quantity}
    (tmp_path / "one.json").write_text(json.dumps({**result, "effectiveDateTime": "2026-11-21"}), encoding="utf-8")
    desktop.screening.open_results_of(tmp_path / "one.json")
    pasting = desktop.screening.pasting.pasting
    assert pasting is not None
    assert [line.concept.id for line in pasting.lines if line.concept] == ["creatinine"]
    before = desktop.workspace.records.statements(desktop.workspace.desk.patient_id)
    desktop.screening.pasting.record_ticked()
    desktop.workspace.records.finish()
    after = desktop.workspace.records.statements(desktop.workspace.desk.patient_id)
    assert [each.statement.section for each in after[len(before) :]] == ["creatinine"]
    desktop.screening.open_results_of(tmp_path / "nowhere.json")
    assert "nowhere.json" in desktop.all_words()


def test_a_bundle_is_looked_at_and_what_is_not_known_is_chosen(desktop: Desktop, tmp_path: Path) -> None:
    desktop.open_patient("S-0013")
    unknown = {"text": "Angeborene Fehlbildung"}
    resources = [
        {"resourceType": "Condition", "code": {"text": "Pneumonia"}, "onsetDateTime": "2021-05"},
        {"resourceType": "Condition", "code": unknown, "onsetDateTime": "1999"},
        {"resourceType": "MedicationRequest", "status": "active", "intent": "order", "authoredOn": "2026-05-01",
         "medicationCodeableConcept": {"text": "Azathioprine"}},
    ]  # fmt: skip
    place = tmp_path / "bundle.json"
    place.write_text(json.dumps({"resourceType": "Bundle", "entry": [{"resource": each} for each in resources]}))
    desktop.screening.open_results_of(place)
    desktop.settle()
    panel = desktop.screening.pasting
    assert states(panel) == [State.UNDERSTOOD, State.NOT_KNOWN, State.UNUSUAL]
    panel.table.selectRow(1)
    names = [panel.asking.names.itemData(at) for at in range(panel.asking.names.count())]
    assert "asys" in names
    assert "creatinine" not in names
    assert "azathioprine" not in names
    panel.asking.meant.emit("other")
    assert states(panel) == [State.UNDERSTOOD, State.UNDERSTOOD, State.UNUSUAL]
    panel.record_ticked()
    desktop.settle()
    kept = [json.loads(each.statement.content) for each in desktop.workspace.desk.all_of("diagnoses")]
    assert [(each["is"], each["since"]) for each in kept[-2:]] == [("pneumonia", "2021-05"), ("other", "1999")]
    assert kept[-1]["text"] == "Angeborene Fehlbildung"
    assert not [
        each for each in desktop.workspace.desk.all_of("treatments") if "azathioprine" in each.statement.content
    ]
