"""Free texts, their marks, certainty and ages on a day, by real keys through the window and back out as a file."""

from __future__ import annotations

import pytest
import yaml
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from core.chart.entries import Mark
from core.chart.reading.whole import read_patient
from core.entry.desk.fields import Field
from core.entry.patient_file import file_of
from core.screening.asking import next_questions
from core.use_cases.keep_settings import Settings
from core.values.partial_date import parse_partial_date
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from ui.desktop.pages.screening.entry.form_page import FormPageView
from ui.desktop.pages.screening.entry.rows.table import RowsTable

TAB, ESCAPE, DOWN, RETURN = Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return
BIRTH, AGE = Field("birth_date"), Field("age")


def target() -> QWidget:
    """Where a key goes: a list in front, else the widget with the focus."""
    found = QApplication.activePopupWidget() or QApplication.focusWidget()
    assert found is not None
    return found


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(target(), key, modifiers)


def write(text: str) -> None:
    """Type letter by letter; a list that opened is closed again."""
    for letter in text:
        QTest.keyClicks(target(), letter)
    if QApplication.activePopupWidget() is not None:
        press(ESCAPE)


def page_of(desktop: Desktop, page: str) -> FormPageView:
    desktop.screening.entry.open_page(page)
    desktop.settle()
    view = desktop.screening.entry.stack.currentWidget()
    assert isinstance(view, FormPageView)
    return view


def type_row(desktop: Desktop, table: RowsTable, *cells: str) -> None:
    """Type a row from its first cell on, Tab between the cells, and leave it for the blank row below."""
    table.enter()
    for at, cell in enumerate(cells):
        if cell:
            write(cell)
        if at < len(cells) - 1:
            press(TAB)
    press(RETURN)
    desktop.settle()
    table.enter()
    desktop.settle()


def exported(desktop: Desktop) -> None:
    """What the form recorded is a patient file that reads back as the same chart."""
    desk = desktop.workspace.desk
    assert desk.open_drafts == ()
    told = [each.statement for each in desk.kept if each.statement.section != "synthetic"]
    text = yaml.safe_dump(file_of(desk.patient_id, told), allow_unicode=True)
    chart, problems = read_patient(text.encode(), "p.yaml", desktop.workspace.knowledge.catalogue)
    assert [problem for problem in problems if problem.is_error] == []
    assert chart is not None
    recorded = desk.recorded.chart
    assert (chart.birth, chart.episodes, chart.courses) == (recorded.birth, recorded.episodes, recorded.courses)


def asked(desktop: Desktop) -> list[str]:
    """What is asked next, in its order."""
    workspace = desktop.workspace
    return [each.subject for each in next_questions(workspace.shown, workspace.knowledge.catalogue)]


def assert_history(desktop: Desktop, edit: QLineEdit, words: str) -> None:
    """The history of a row says it in words."""
    edit.setFocus()
    press(Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    desktop.settle()
    assert any(words in each.text() for each in desktop.screening.entry.history.findChildren(QLabel))


WORDS = {
    "en": ("other: a rare overlap", "suspected", "counts as", "not said yet", "signed by Dr Example"),
    "de": ("anderes: a rare overlap", "Verdacht", "zählt als", "noch nicht gesagt", "unterschrieben von Dr Example"),
}


@pytest.mark.parametrize("language", WORDS)
def test_a_free_text_is_typed_asked_about_and_marked_by_keys(make_desktop: MakeDesktop, language: str) -> None:
    text, certainty, counts_as, not_yet, signed = WORDS[language]
    settings = Settings(author="Dr Example", department="Test clinic", language=language)
    desktop = make_desktop(settings=settings).create(has_samples=True)
    desktop.open_patient("S-0013")
    view = page_of(desktop, "diagnosis")
    table, marks = view.tables["diagnoses"], view.marks["diagnoses"]
    assert not marks.isVisible()
    type_row(desktop, table, "lupus nephritis", "10/2026", "", "", certainty)
    type_row(desktop, table, text, "2014")
    desk = desktop.workspace.desk
    assert [each.statement.plain for each in desk.all_of("diagnoses")] == [
        {"is": "lupus_nephritis", "since": "2026-10", "certainty": "suspected"},
        {"is": "other", "text": "a rare overlap", "since": "2014"},
    ]
    assert marks.isVisible()
    assert not_yet in marks.fields[0].note.text()
    # the question about it leads to its field
    questions = asked(desktop)
    assert "a rare overlap" in questions
    for _ in range(questions.index("a rare overlap") + 1):
        QTest.keyClick(desktop.window.shell, Qt.Key.Key_F6)
    desktop.settle()
    edit = marks.fields[0].edit
    assert desktop.window.app.focusWidget() is edit
    assert counts_as in edit.accessibleName()
    assert "a rare overlap" in edit.accessibleName()
    # what is not known yet waits; then a name of the list is taken, and a second one
    write("maligna")
    press(TAB)
    desktop.settle()
    assert "counts_as" not in desktop.workspace.desk.all_of("diagnoses")[1].statement.content
    edit.setFocus()
    edit.selectAll()
    write("malignancy; arthritis")
    press(TAB)
    desktop.settle()
    today = desktop.workspace.desk.today
    assert today is not None
    assert desktop.workspace.desk.all_of("diagnoses")[1].statement.plain == {
        "is": "other", "text": "a rare overlap", "since": "2014", "counts_as": ["malignancy", "arthritis"],
        "by": "Dr Example", "marked_on": today.isoformat(),
    }  # fmt: skip
    assert signed in marks.fields[0].note.text()
    episodes = desktop.workspace.desk.recorded.chart.episodes
    assert [each.concept for each in episodes if each.mark] == ["malignancy", "arthritis"]
    assert "a rare overlap" not in asked(desktop)
    exported(desktop)
    assert_history(desktop, edit, f"{text} · 2014 · ")
    # undo takes the mark back, redo makes it again
    desktop.workspace.work.undo()
    desktop.settle()
    assert not_yet in marks.fields[0].note.text()
    assert marks.fields[0].edit.text() == ""
    desktop.workspace.work.redo()
    desktop.settle()
    assert signed in marks.fields[0].note.text()


def test_a_name_is_taken_from_the_list_and_nothing_listed_too(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    view = page_of(desktop, "history")
    type_row(desktop, view.tables["events"], "other: a fall", "20 Sep 2026")
    (field,) = [each for each in view.marks["events"].fields if each.isVisible()]
    field.edit.setFocus()
    QTest.keyClicks(target(), "n")
    QTest.keyClicks(target(), "o")
    press(DOWN)
    press(RETURN)
    desktop.settle()
    assert field.edit.text() == "nothing listed"
    press(TAB)
    desktop.settle()
    (event,) = desktop.workspace.desk.recorded.chart.episodes
    assert event.mark == Mark((), "Dr Example", event.mark.on if event.mark else None)
    exported(desktop)


def test_who_signs_is_the_name_in_the_settings_also_after_it_changed(desktop: Desktop) -> None:
    desktop.open_patient("S-0013")
    desktop.opened.change_settings(Settings(author="Dr Later", department="Test clinic"))
    desktop.show("screening")
    desktop.settle()
    view = page_of(desktop, "diagnosis")
    type_row(desktop, view.tables["diagnoses"], "other: varicose veins")
    view.marks["diagnoses"].fields[0].edit.setFocus()
    write("none")
    press(TAB)
    desktop.settle()
    (episode,) = desktop.workspace.desk.recorded.chart.episodes
    assert episode.mark is not None
    assert episode.mark.by == "Dr Later"
    assert desktop.workspace.desk.all_of("diagnoses")[0].by == "Dr Later"


def type_in(desktop: Desktop, edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    write(text)
    press(TAB)
    desktop.settle()


@pytest.mark.parametrize(
    ("language", "text", "value", "shown"),
    [
        ("en", "15 years @ 3 May 2024", "15 years", "born between 4 May 2008 and 3 May 2009"),
        ("de", "15 @ 3.5.2024", "15 years", "geboren zwischen 4. Mai 2008 und 3. Mai 2009"),
        ("de", "7 Monate @ 3. Mai 2024", "7 months", "geboren zwischen 4. Sept. 2023 und 3. Okt. 2023"),
    ],
)
def test_an_age_on_a_day_is_typed_and_contradicts_out_loud(
    make_desktop: MakeDesktop, language: str, text: str, value: str, shown: str
) -> None:
    settings = Settings(author="Dr Example", department="Test clinic", language=language)
    desktop = make_desktop(settings=settings).create()
    desktop.patients.begin_new()
    QTest.keyClicks(desktop.patients.panel.name, "Synthetic Child")
    QTest.keyClicks(desktop.patients.panel.birth, "1.1.1990")
    QTest.keyClicks(desktop.patients.panel.age, text)
    QTest.keyClick(desktop.patients.panel.age, Qt.Key.Key_Return)
    assert not desktop.workspace.is_open, "both cannot be"
    assert desktop.patients.panel.message.text() == desktop.workspace.phrases.say("entry-births-differ")
    desktop.patients.panel.birth.clear()
    desktop.patients.panel.age.clear()
    QTest.keyClicks(desktop.patients.panel.age, "40")
    QTest.keyClick(desktop.patients.panel.age, Qt.Key.Key_Return)
    desktop.settle()
    desktop.activate()
    view = page_of(desktop, "identity")
    age, birth = view.fields["age"], view.fields["birth_date"]
    type_in(desktop, age.edit, text)
    work = desktop.workspace.work
    (stands,) = work.desk.all_of("age")
    assert stands.statement.plain == {"value": value, "date": "2024-05-03"}
    assert age.note.text().endswith(shown)  # behind the value, where the field cuts it
    assert "2024" in desktop.screening.name.text()
    exported(desktop)
    # a birth date that disagrees is refused, and neither of the two is overwritten
    type_in(desktop, birth.edit, "1.1.1990")
    assert age.edit.text() in birth.note.text()
    assert work.desk.all_of("birth_date") == ()
    assert [each.statement for each in work.desk.all_of("age")] == [stands.statement]
    # one that agrees is recorded beside the age
    year = "2023" if "months" in value else "2009"
    type_in(desktop, birth.edit, year)
    assert [each.statement.plain for each in work.desk.all_of("birth_date")] == [year]
    assert work.desk.recorded.problems == {}
    assert work.desk.birth is not None
    assert work.desk.birth.text == year
    assert work.desk.birth != parse_partial_date(year), "narrowed by the age"
    exported(desktop)
