"""Entry by keyboard: drafts, records, undo, history, recovery, lock; the conclusions move while typing."""

from __future__ import annotations

import shutil
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QTableView

from core.chart import values
from core.entry.desk.fields import Field
from core.entry.form import wanted_concepts
from core.entry.form.wanted import wanted_questions
from core.entry.statement import Plain, Statement
from core.screening.conclusions import Word
from core.use_cases.keep_settings import Settings
from core.use_cases.keep_units import units_of
from core.values.duration import Duration, TimeUnit
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from ui.desktop.pages.screening.entry.form_page import FormPageView
from ui.desktop.pages.screening.entry.rows.model import RowsModel
from ui.desktop.widgets.value_field import ValueField

CREATININE = Field("creatinine")


def statements(desktop: Desktop, section: str) -> list[tuple[str, str]]:
    """What is on record of a section: content, and the reason for which it was taken back."""
    desktop.settle()
    patient = desktop.workspace.desk.patient_id
    found = desktop.workspace.records.history(patient, section)
    return [(each.statement.content, "" if each.retraction is None else each.retraction.reason) for each in found]


def rows_model(desktop: Desktop, section: str) -> RowsModel:
    """The table of a list on the page that is open."""
    view = desktop.screening.entry.stack.currentWidget()
    assert isinstance(view, FormPageView)
    return view.tables[section].model


def test_typing_leaves_one_finding(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    desktop.enter("organ_function", "creatinine", "88 umol/L")
    assert statements(desktop, "creatinine") == [('{"date":"2026-11-22","value":"88 umol/L"}', "")]
    assert desktop.workspace.desk.open_drafts == ()


def test_conclusions_move_while_typing(desktop: Desktop) -> None:
    desktop.open_patient("S-0002")
    before = desktop.workspace.screenings
    edit = desktop.field("organ_function", "lvef")
    edit.setFocus()
    edit.clear()
    QTest.keyClicks(edit, "20 %")
    desktop.settle()
    example = next(each for each in desktop.workspace.screenings if each.rule_file.is_fictional)
    assert example.conclusion.word is not Word.ELIGIBLE
    assert next(each for each in before if each.rule_file.is_fictional).conclusion.word is Word.ELIGIBLE
    assert statements(desktop, "lvef")[-1][0] != '{"date":"2026-11-22","value":"20 %"}'


def test_the_unit_of_a_bare_number_is_asked_once_and_shown_as_remembered(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    field = value_field(desktop, "organ_function", "magnesium")
    assert field.unit.box.currentText() == "", "no unit is said before one is known"
    field.edit.setFocus()
    QTest.keyClicks(field.edit, "2")
    desktop.settle()
    assert field.unit.box.currentText() == ""
    assert desktop.workspace.phrases.say("entry-which-unit") in field.note.text()
    QTest.keyClick(field.edit, Qt.Key.Key_Down)
    QTest.keyClick(desktop.window.app.focusWidget() or field.edit, Qt.Key.Key_Space)
    desktop.settle()
    assert (field.edit.text(), field.unit.box.currentText()) == ("2 mg/dL", "mg/dL")
    desktop.open_patient("S-0001")
    again = value_field(desktop, "organ_function", "magnesium")
    again.edit.setFocus()
    QTest.keyClicks(again.edit, "3")
    desktop.settle()
    assert again.unit.box.currentText() == "mg/dL"
    assert desktop.workspace.phrases.say("entry-usual-unit", unit="mg/dL") in again.note.text()
    again.unit.chosen.emit("mmol/L")  # said, not converted: the number is as it was typed
    desktop.settle()
    assert (again.edit.text(), again.unit.box.currentText()) == ("3 mmol/L", "mmol/L")
    assert units_of(desktop.workspace.vault).of() == {"magnesium": "mmol/L"}


def test_an_impossible_value_in_a_unit_that_was_typed_is_offered_in_no_other(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    edit = desktop.field("organ_function", "creatinine")
    edit.setFocus()
    QTest.keyClicks(edit, "88 mg/dL")
    desktop.settle()
    assert "88 µmol/L" not in desktop.all_words()
    assert statements(desktop, "creatinine") == []


def value_field(desktop: Desktop, page: str, name: str) -> ValueField:
    """The field of a concept on its page."""
    desktop.field(page, name)
    view = desktop.screening.entry.stack.currentWidget()
    assert isinstance(view, FormPageView)
    return view.fields[name]


def test_undo_and_redo_across_fields(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    desktop.enter("organ_function", "creatinine", "88 umol/L")
    desktop.enter("organ_function", "creatinine", "90 umol/L")
    desktop.enter("blood", "platelets", "180 10^9/L")
    work = desktop.workspace.work
    assert work.undo() == Field("platelets")
    assert work.undo() == CREATININE
    assert desktop.workspace.desk.text(CREATININE) == "88 µmol/L"
    assert work.redo() == CREATININE
    assert desktop.workspace.desk.text(CREATININE) == "90 µmol/L"
    assert [reason for _, reason in statements(desktop, "creatinine")] == ["corrected", "undone", "corrected", ""]
    assert [reason for _, reason in statements(desktop, "platelets")] == ["undone"]


def test_taking_a_value_back_needs_its_reason(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    desktop.enter("organ_function", "creatinine", "88 umol/L")
    desktop.enter("organ_function", "creatinine", "")
    assert [reason for _, reason in statements(desktop, "creatinine")] == [""]
    entry = desktop.screening.entry
    entry.show_history(CREATININE)
    buttons = entry.history.findChildren(QPushButton)
    button = next(each for each in buttons if each.text() == "Take back")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [reason for _, reason in statements(desktop, "creatinine")] == [""]
    QTest.keyClicks(entry.history.reason, "other patient")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [reason for _, reason in statements(desktop, "creatinine")] == ["other patient"]
    assert desktop.workspace.desk.text(CREATININE) == ""


def test_what_was_being_typed_is_found_again_after_a_crash(desktop: Desktop, make_desktop: MakeDesktop) -> None:
    desktop.open_patient("S-0013")
    edit = desktop.field("organ_function", "creatinine")
    edit.setFocus()
    QTest.keyClicks(edit, "88 par")
    desktop.qtbot.wait(1200)  # two seconds are promised
    desktop.workspace.records.finish()
    # the folder as it lies on the disk at this instant is what a killed process leaves
    shutil.copytree(desktop.folder, desktop.folder.parent / "crashed")
    again = make_desktop("crashed").unlock()
    again.open_patient("S-0013")
    assert again.workspace.desk.text(CREATININE) == "88 par"
    assert again.workspace.desk.open_drafts == (CREATININE,)
    assert "Creatinine" in again.all_words()
    assert again.workspace.desk.recorded.chart.of("creatinine") == ()


def test_locking_in_the_middle_of_an_edit_keeps_the_text_and_shows_nothing(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    edit = desktop.field("organ_function", "creatinine")
    edit.setFocus()
    QTest.keyClicks(edit, "88 umo")
    desktop.lock()
    assert desktop.window.opening.opened is None
    words = desktop.all_words()
    assert "Sample patient" not in words
    assert "88 umo" not in words
    assert desktop.window.shell.windowTitle() == "Kriterion"
    desktop.unlock()
    desktop.open_patient("S-0013")
    assert desktop.workspace.desk.text(CREATININE) == "88 umo"


def test_the_title_names_the_open_patient(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    assert desktop.window.shell.windowTitle() == "Sample patient 03, born 19 Jul 2011 · Kriterion"


def test_two_of_one_name_raise_a_warning(desktop: Desktop) -> None:
    panel = desktop.patients.panel
    desktop.patients.begin_new()
    QTest.keyClicks(panel.name, "sample PATIENT 03")
    QTest.keyClicks(panel.birth, "1.1.2000")
    assert "born 19 Jul 2011" in panel.message.text()
    QTest.keyClick(panel.birth, Qt.Key.Key_Return)
    assert not desktop.workspace.is_open, "asked first: the focus stands on adding"
    assert panel.add.hasFocus()
    QTest.keyClick(panel.add, Qt.Key.Key_Space)
    assert desktop.workspace.is_open


def test_nobody_is_born_after_today(desktop: Desktop) -> None:
    panel = desktop.patients.panel
    desktop.patients.begin_new()
    QTest.keyClicks(panel.name, "Synthetic")
    QTest.keyClicks(panel.birth, "11.2.2090")
    assert "Nobody is born after today." in panel.message.text()
    QTest.keyClick(panel.birth, Qt.Key.Key_Return)
    assert not desktop.workspace.is_open


def test_a_measurement_without_its_number_is_typed(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    desktop.enter("organ_function", "creatinine", "raised")
    assert statements(desktop, "creatinine") == [('{"date":"2026-11-22","value":"raised"}', "")]
    assert desktop.field("organ_function", "creatinine").text() == "raised"
    (finding,) = desktop.workspace.desk.recorded.chart.of("creatinine")
    assert finding.value == values.TestResult("raised")


@pytest.mark.parametrize(
    ("page", "section", "cells", "content"),
    [
        (
            "diagnosis",
            "diagnoses",
            {"is": "Lupus nephritis", "since": "10/2026", "certainty": "suspected"},
            {"is": "lupus_nephritis", "since": "2026-10", "certainty": "suspected"},
        ),
        (
            "treatments",
            "treatments",
            {
                "drug": "study drug",
                "from": "2024",
                "to": "2025",
                "outcome": "failed, not told how",
                "may_be": "Anifrolumab; placebo",
            },
            {
                "drug": "investigational_product",
                "from": "2024",
                "to": "2025",
                "outcome": "failed",
                "may_be": ["anifrolumab", "placebo"],
            },
        ),
    ],
)
def test_a_row_that_is_not_sure_is_typed(
    desktop: Desktop, page: str, section: str, cells: dict[str, str], content: Plain
) -> None:
    desktop.open_patient("S-0013")
    desktop.screening.entry.open_page(page)
    desktop.settle()
    model = rows_model(desktop, section)
    for name, text in cells.items():
        at = model.index(model.rowCount() - 1 if name == next(iter(cells)) else model.rowCount() - 2, 0)
        model.setData(at.siblingAtColumn(model.columns.index(name)), text)
        desktop.settle()
    where = next(each for each in desktop.workspace.desk.drafts if each.section == section)
    assert desktop.workspace.work.leave(where)
    desktop.settle()
    (stands,) = desktop.workspace.desk.all_of(section)
    assert stands.statement == Statement.of(section, content)


def test_f6_goes_to_the_next_open_field(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    desktop.screening.entry.go_to_next()
    focused = desktop.window.app.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Left ventricular ejection fraction"


def open_blank(desktop: Desktop) -> None:
    """Open somebody of whom nothing is known but who it is."""
    statements = (Statement.of("name", "Example"), Statement.of("birth_date", "2001-07-19"))
    desktop.opened.open_patient(desktop.workspace.records.add_patient(statements, "Dr Example"))
    desktop.settle()


@pytest.mark.parametrize(("language", "words"), [("en", "Diagnoses and signs"), ("de", "Diagnosen und Zeichen")])
def test_a_list_that_is_asked_for_is_named_in_words(make_desktop: MakeDesktop, language: str, words: str) -> None:
    desktop = make_desktop(settings=Settings(author="Dr Example", language=language)).create()
    open_blank(desktop)
    desktop.workspace.work.record(Field("sex"), Statement.of("sex", "female"), None)
    desktop.settle()
    assert words in desktop.screening.entry.ask.what.text()


def test_the_file_that_is_shown_follows_the_disease(desktop: Desktop) -> None:
    """Whoever enters the first diagnosis looks at a file that it has just folded away."""
    open_blank(desktop)
    workspace = desktop.workspace
    scleroderma = next(each for each in workspace.shown if "ssc" in each.rule_file.diseases)
    workspace.select(scleroderma.rule_file.id)
    workspace.work.record(Field("diagnoses", row="new1"), Statement.of("diagnoses", {"is": "sle"}), None)
    desktop.settle()
    assert workspace.selected_screening in workspace.shown


def test_a_name_that_is_offered_is_not_cut(desktop: Desktop) -> None:
    desktop.open_patient("S-0002")
    desktop.screening.entry.open_page("diagnosis")
    desktop.settle()
    view = desktop.screening.entry.stack.currentWidget()
    assert isinstance(view, FormPageView)
    table = view.tables["diagnoses"].view
    table.edit(table.model().index(table.model().rowCount() - 1, 0))
    edit = table.findChild(QLineEdit)
    assert isinstance(edit, QLineEdit)
    QTest.keyClicks(edit, "sle")
    completer = edit.completer()
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    assert popup.viewport().width() >= popup.sizeHintForColumn(0)


def test_an_answer_is_signed(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    entry = desktop.screening.entry
    entry.open_page("judgement")
    desktop.settle()  # only what is laid out can be clicked
    name, card = next(iter(entry.judgements.cards.items()))
    QTest.mouseClick(card.choices["no"], Qt.MouseButton.LeftButton)
    desktop.settle()
    stands = desktop.workspace.desk.standing(Field("answers", name))
    assert stands is not None
    assert stands.statement.plain == {"answer": "no", "by": "Dr Example", "date": "2026-11-22"}


def test_an_answer_says_how_long_it_stands_and_when_that_is_over(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    entry = desktop.screening.entry
    entry.open_page("judgement")
    desktop.settle()
    asked = wanted_questions(desktop.workspace.shown, desktop.workspace.knowledge.questions(desktop.workspace.phrases))
    four_weeks = Duration(28, TimeUnit.DAY)
    open_ones = [name for name, (question, _) in asked.items() if question.valid_for == four_weeks]
    name = next(name for name in open_ones if not is_answered(desktop, name))
    card = entry.judgements.cards[name]
    assert "an answer stands for 28 days" in card.below.text()
    assert "asked of: " in card.below.text()
    QTest.mouseClick(card.choices["no"], Qt.MouseButton.LeftButton)
    desktop.settle()
    assert "stands until 20 Dec 2026" in card.below.text()
    desktop.workspace.judge_on(date(2026, 12, 24))
    desktop.settle()
    assert "stood until 20 Dec 2026: ask again" in card.below.text()
    assert card.below.property("role") == "warning"


def is_answered(desktop: Desktop, name: str) -> bool:
    return desktop.workspace.desk.standing(Field("answers", name)) is not None


def test_a_course_is_typed_as_a_row(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    work = desktop.workspace.work
    row = Field("treatments", row="new1")
    entry = desktop.screening.entry
    entry.open_page("treatments")
    model = rows_model(desktop, "treatments")
    for column, text in enumerate(("mmf", "3/2024", "ongoing", "1000 mg per 12 h", "no response")):
        model.setData(model.index(0, column), text)
    assert row in work.desk.drafts
    assert work.leave(row)
    desktop.settle()
    assert [course.drug for course in work.desk.recorded.chart.courses] == ["mycophenolate_mofetil"]
    assert model.rowCount() == len(["the course", "a blank row"])


FULL = {
    "sle": (
        [("is", "Systemic lupus erythematosus"), ("since", "2015")],
        [("activity", "sledai_2k", "16"), ("organ_function", "egfr", "90"), ("blood", "anc", "2.4 10^9/L")],
    ),
    "jdm": (
        [("is", "Juvenile dermatomyositis"), ("since", "3/2019")],
        [("organ_function", "ck", "1200 U/L uln 200"), ("blood", "platelets", "240 10^9/L")],
    ),
    "asys": (
        [("is", "Antisynthetase syndrome"), ("since", "2020")],
        [("organ_function", "ck", "900 U/L uln 190"), ("organ_function", "fvc_percent", "62 %")],
    ),
    "ssc": (
        [("is", "Systemic sclerosis"), ("since", "2021")],
        [("organ_function", "dlco_percent", "55 %"), ("organ_function", "lvef", "60 %")],
    ),
}


@pytest.mark.parametrize("disease", FULL)
def test_a_patient_is_entered_by_keyboard_and_printed(make_desktop: MakeDesktop, disease: str) -> None:
    desktop = make_desktop().create()
    panel = desktop.patients.panel
    desktop.patients.begin_new()
    QTest.keyClicks(panel.name, f"Synthetic {disease.upper()}")
    QTest.keyClicks(panel.birth, "11 Feb 1990" if disease != "jdm" else "11 Feb 2014")
    QTest.keyClick(panel.birth, Qt.Key.Key_Return)
    diagnosis, values = FULL[disease]
    entry = desktop.screening.entry
    entry.open_page("diagnosis")
    model = rows_model(desktop, "diagnoses")
    for name, text in diagnosis:
        model.setData(model.index(0, model.columns.index(name)), text)
    desktop.workspace.work.leave(Field("diagnoses", row="new1"))
    for page, name, text in values:
        desktop.enter(page, name, text)
    assert desktop.workspace.desk.open_drafts == ()
    desktop.settle()
    assert desktop.workspace.shown
    desktop.screening.report_wanted.emit()
    desktop.until(lambda: desktop.documents.paper is not None)
    paper = desktop.documents.paper
    assert paper is not None
    text = desktop.documents.view.text()
    assert f"Synthetic {disease.upper()}" in text
    assert desktop.workspace.records.check_all().is_whole


def test_a_field_shows_its_value_alone_and_everything_to_whoever_types(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    edit = desktop.field("organ_function", "creatinine")
    desktop.field("organ_function", "lvef").setFocus()
    assert edit.text() == "88"
    edit.setFocus()
    assert edit.text() == "88 µmol/L ULN 80 µmol/L"
    desktop.field("organ_function", "lvef").setFocus()
    assert edit.text() == "88", "nothing was typed"
    assert not desktop.workspace.desk.open_drafts


def test_a_click_on_the_button_of_a_criterion_goes_to_its_field(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    results = desktop.screening.results
    asking = next(each for each in desktop.workspace.shown if "lvef" in wanted_concepts([each]).asked)
    desktop.workspace.select(asking.rule_file.id)
    desktop.settle()
    at = next(at for at in range(results.criteria.rowCount()) if results.criteria.row(at).act == "Enter")
    index = results.criteria.index(at, 0)
    results.criterion_list.scrollTo(index)
    button = results.criterion_list.button_place(index).center()
    QTest.mouseClick(results.criterion_list.viewport(), Qt.MouseButton.LeftButton, pos=button)
    focused = desktop.window.app.focusWidget()
    assert isinstance(focused, QLineEdit | QTableView), "not the list any more"


def test_a_value_too_old_for_a_file_says_so_beside_it(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    desktop.workspace.judge_on(date(2027, 6, 1))
    desktop.settle()
    wanted = wanted_concepts(desktop.workspace.shown)
    name, count = next((name, count) for name, count in wanted.too_old.items() if name == "creatinine")
    view = desktop.field("organ_function", name).parent()
    assert isinstance(view, ValueField)
    assert f"too old for {count} file" in view.note.text()


def test_the_usual_values_of_the_disease_stand_open_whether_asked_for_or_not(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    usual = desktop.workspace.usual_values
    assert usual
    form, entry, seen = desktop.workspace.knowledge.form, desktop.screening.entry, set[str]()
    asked = {name for name in usual if name in wanted_concepts(desktop.workspace.shown).asked}
    assert asked != usual, "something usual that nobody asks for, else this proves nothing"
    for page in {form.page_of[name] for name in usual}:
        entry.open_page(page)
        desktop.settle()
        view = entry.stack.currentWidget()
        assert isinstance(view, FormPageView)
        seen |= {name for name, field in view.fields.items() if field.isVisible()}
    assert usual <= seen
