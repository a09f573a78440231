"""Writing a rule file in the window: by keys, checked while it is typed, kept, taken in by the page of the update."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit

from core.language.phrases import LANGUAGES
from core.rule_files.drafting.author_pages import parts
from core.rule_files.drafting.form import Sort
from core.use_cases.edit_rules import DraftCheck
from core.use_cases.keep_drafts import Draft, drafts_of
from core.use_cases.keep_settings import Settings
from tests.ui.desktop.amended import written
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from tests.ui.desktop.test_pages import version_judged
from tests.ui.desktop.walking import faults
from ui.desktop.pages.rules.editor.view import EditorView
from ui.desktop.widgets.reading_sheet import PagesSheet

EXAMPLE = "example-sle-cart-01"


def begun(desktop: Desktop) -> EditorView:
    """Open the example file as its next version."""
    desktop.show("rules")
    page = desktop.rules
    desktop.until(lambda: page.model.rowCount() > 0)
    at = next(at for at in range(page.model.rowCount()) if page.model.file(at).path.stem == EXAMPLE)
    page.list.setCurrentIndex(page.model.index(at, 0))
    page.writing.write_next()
    rested(desktop)
    return page.editor


def rested(desktop: Desktop) -> None:
    """Wait until the last word is said of what stands there."""
    desktop.until(lambda: not desktop.rules.editor.is_checking)


def checked(editor: EditorView) -> DraftCheck:
    assert editor.check is not None
    return editor.check


def at(editor: EditorView, words: str, *, is_behind: bool = True) -> None:
    """Put the cursor behind, or before, words of the text."""
    found = editor.text.document().find(words)
    assert not found.isNull(), words
    cursor = editor.text.textCursor()
    cursor.setPosition(found.selectionEnd() if is_behind else found.selectionStart())
    editor.text.setTextCursor(cursor)


def filled(desktop: Desktop, editor: EditorView) -> None:
    """Fill in what the changelog asks for, by keys."""
    for words in ("source:", "what:"):
        found = editor.text.document().find(words)
        cursor = QTextCursor(found)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        editor.text.setTextCursor(cursor)
        QTest.keyClicks(editor.text, " protocol 5.3" if words == "source:" else " Activity lowered")
    rested(desktop)


def test_what_was_found_in_the_text_before_is_not_said_of_this_one(desktop: Desktop) -> None:
    editor = begun(desktop)
    filled(desktop, editor)
    assert "no error" in editor.place.text()
    QTest.keyClicks(editor.text, "x")
    assert "not checked yet" in editor.place.text()
    QTest.keyClick(editor.text, Qt.Key.Key_Left)
    assert "not checked yet" in editor.place.text()
    rested(desktop)
    assert "not checked yet" not in editor.place.text()


def test_a_new_version_is_written_and_taken_in_by_keys(desktop: Desktop) -> None:
    editor = begun(desktop)
    page = desktop.rules
    assert page.views.currentWidget() is editor
    assert editor.text.hasFocus()
    assert [problem.code for problem in checked(editor).problems if problem.is_error] == ["empty-value", "empty-value"]
    assert not editor.take_in.isEnabled()
    QTest.keyClick(editor.text, Qt.Key.Key_F8)
    line = editor.text.place[0]
    QTest.keyClick(editor.text, Qt.Key.Key_F8)
    assert editor.text.place[0] == line + 1
    QTest.keyClick(editor.text, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert editor.text.place[0] == line
    filled(desktop, editor)
    assert checked(editor).errors == 0
    assert editor.take_in.isEnabled()
    judged = version_judged(desktop)
    for _ in range(30):
        if editor.take_in.hasFocus():
            break
        QTest.keyClick(desktop.window.shell.focusWidget(), Qt.Key.Key_Tab)
    assert editor.take_in.hasFocus(), "Tab reaches what takes the draft in"
    QTest.keyClick(editor.take_in, Qt.Key.Key_Space)
    desktop.until(lambda: page.taken is not None)
    desktop.settle()
    assert page.views.currentWidget() is page.update_view
    assert version_judged(desktop) == judged
    QTest.keyClick(page.accept, Qt.Key.Key_Space)
    desktop.until(lambda: version_judged(desktop) == "2.3.3")
    desktop.settle()
    assert drafts_of(desktop.workspace.vault).kept() == ()
    assert page.views.currentIndex() == 0


def test_leaving_the_update_leads_back_to_the_draft(desktop: Desktop) -> None:
    editor = begun(desktop)
    filled(desktop, editor)
    editor.take_in.click()
    desktop.until(lambda: desktop.rules.taken is not None)
    desktop.settle()
    desktop.rules.keep.click()
    assert desktop.rules.views.currentWidget() is editor
    assert editor.draft is not None
    editor.leave.click()
    assert desktop.rules.views.currentIndex() == 0
    assert [each.name for each in drafts_of(desktop.workspace.vault).kept()] == [EXAMPLE]


def test_a_slip_is_underlined_told_and_gone_to(desktop: Desktop) -> None:
    editor = begun(desktop)
    filled(desktop, editor)
    at(editor, "received rituxim")
    QTest.keyClicks(editor.text, "x")
    rested(desktop)
    problem = next(each for each in checked(editor).problems if each.is_error)
    assert problem.code == "unknown-name"
    marked = [each.cursor.selectedText() for each in editor.text.extraSelections()]
    assert "rituximxab" in marked
    assert "rituximab" in editor.problems.item(0).text()
    assert editor.text.problem_at(problem.span.line, problem.span.column) == problem
    at(editor, "format: 1")
    QTest.keyClick(editor.text, Qt.Key.Key_F8)
    assert editor.text.place == (problem.span.line, problem.span.column)
    assert not editor.take_in.isEnabled()
    editor.trying.start.click()
    assert not editor.trying.judged.count()


def test_what_can_be_written_is_offered_and_taken(desktop: Desktop) -> None:
    editor = begun(desktop)
    at(editor, "received rituximab", is_behind=False)
    QTest.keyClicks(editor.text, "received obinut")
    QTest.keyClick(editor.text, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert editor.text.textCursor().block().text().count("received obinutuzumab")
    QTest.keyClicks(editor.text, " or received a")
    QTest.keyClick(editor.text, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    assert editor.text.offered.isVisible()
    QTest.keyClick(editor.text, Qt.Key.Key_Down)
    chosen = editor.text.offered.current
    assert chosen is not None
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    assert not editor.text.offered.isVisible()
    assert f"or received {chosen.text}" in editor.text.textCursor().block().text()
    QTest.keyClick(editor.text, Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor.text, Qt.Key.Key_Escape)
    assert not editor.text.offered.isVisible()


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_criterion_at_the_cursor_is_read_aloud_with_its_examples(make_desktop: MakeDesktop, language: str) -> None:
    theme = "dark" if language == "de" else "light"
    desktop = make_desktop(settings=Settings(language, theme, author="Dr Example")).create(has_samples=True)
    editor = begun(desktop)
    filled(desktop, editor)
    at(editor, "require: sledai_2k >= 8")
    desktop.until(lambda: "SLEDAI-2K" in editor.read.words.toPlainText())
    assert editor.read.examples.count()
    assert editor.read.examples.item(0).text().startswith("✓")
    line = editor.text.place[0]
    editor.read.examples.setCurrentRow(0)
    QTest.keyClick(editor.read.examples, Qt.Key.Key_Return)
    assert editor.text.place[0] > line
    at(editor, "format: 1")
    desktop.until(lambda: editor.read.examples.count() == 0)
    desktop.window.shell.hide_notice()
    for pane in (editor.read, editor.form, editor.trying):
        editor.pane.setCurrentWidget(pane)
        at(editor, "require: sledai_2k >= 8")
        desktop.settle()
        assert faults(desktop.window.shell) == []


def test_a_field_writes_its_place_and_nothing_else(desktop: Desktop) -> None:
    editor = begun(desktop)
    filled(desktop, editor)
    before = editor.text.toPlainText()
    at(editor, "require: sledai_2k >= 8")
    editor.pane.setCurrentWidget(editor.form)
    desktop.until(lambda: bool(editor.form.fields))
    edit = next(edit for field, edit in editor.form.fields if field.sort is Sort.NUMBER and field.text == "8")
    assert isinstance(edit, QLineEdit)
    edit.setFocus()
    edit.selectAll()
    QTest.keyClicks(edit, "10")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    rested(desktop)
    assert editor.text.toPlainText() == before.replace("sledai_2k >= 8", "sledai_2k >= 10", 1)
    box = next(box for field, box in editor.form.fields if field.sort is Sort.OPERATOR)
    assert isinstance(box, QComboBox)
    box.setCurrentText(">")
    box.textActivated.emit(">")
    rested(desktop)
    assert "sledai_2k > 10" in editor.text.toPlainText()
    edit = next(edit for field, edit in editor.form.fields if field.sort is Sort.NUMBER)
    assert isinstance(edit, QLineEdit)
    now = editor.text.toPlainText()
    edit.setText("8 # gone")
    edit.editingFinished.emit()
    rested(desktop)
    assert editor.text.toPlainText() == now, "what would end the sentence is refused"
    editor.text.undo()
    editor.text.undo()
    assert editor.text.toPlainText() == before


def test_a_draft_is_tried_on_a_patient_and_nothing_is_recorded(desktop: Desktop) -> None:
    editor = begun(desktop)
    filled(desktop, editor)
    editor.pane.setCurrentWidget(editor.trying)
    desktop.until(lambda: editor.trying.patients.count() > 0)
    before = desktop.workspace.records.last_act_at()
    editor.trying.start.click()
    desktop.until(lambda: editor.trying.judged.count() > 0)
    assert editor.trying.headline.text()
    assert desktop.workspace.records.last_act_at() == before
    editor.text.setFocus()
    QTest.keyClicks(editor.text, "#")
    assert editor.trying.judged.count() == 0, "an answer does not outlive its text"


def test_ctrl_s_keeps_and_a_crash_takes_nothing(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create()
    editor = begun(desktop)
    at(editor, "format: 1")
    QTest.keyClicks(editor.text, "  # mine")
    QTest.keyClick(editor.text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert editor.draft is not None
    assert editor.draft.at
    kept = editor.text.toPlainText()
    QTest.keyClicks(editor.text, " and more")
    desktop.until(lambda: any("and more" in each.text for each in drafts_of(desktop.workspace.vault).kept()))
    whole = editor.text.toPlainText()
    assert whole != kept
    desktop.close()
    again = make_desktop().unlock()
    again.show("rules")
    again.until(lambda: again.rules.model.rowCount() > 0)
    assert "one draft kept" in again.rules.summary.text()
    again.rules.writing.go_on()
    rested(again)
    assert again.rules.editor.text.toPlainText() == whole
    assert version_judged(again) == "2.3.2"


def test_a_draft_that_is_kept_is_never_written_over(desktop: Desktop) -> None:
    drafts_of(desktop.workspace.vault).keep(Draft(EXAMPLE, "format: 1\n", "before"))
    editor = begun(desktop)
    assert editor.text.toPlainText() == "format: 1\n"


def test_return_keeps_the_indentation_and_alt_moves_lines(desktop: Desktop) -> None:
    editor = begun(desktop)
    editor.text.write("inclusion:\n  - id: a\n    require:", 3, 13)
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    assert editor.text.place == (4, 7)
    QTest.keyClicks(editor.text, "any:")
    QTest.keyClick(editor.text, Qt.Key.Key_Return)
    assert editor.text.place == (5, 9)
    QTest.keyClick(editor.text, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert editor.text.place == (5, 7)
    QTest.keyClick(editor.text, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert editor.text.place == (5, 9)


def test_locking_keeps_what_was_just_typed(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop().create()
    editor = begun(desktop)
    at(editor, "format: 1")
    QTest.keyClicks(editor.text, "  # just now")
    desktop.lock()
    again = desktop.unlock()
    kept = drafts_of(again.workspace.vault).kept()
    assert [("# just now" in each.text) for each in kept] == [True]


def test_writing_leaves_an_update_that_was_looked_at(desktop: Desktop, tmp_path: Path) -> None:
    """Nothing but the draft can be taken in from then on: not the file, nor the pack, that was being weighed."""
    desktop.show("rules")
    desktop.until(lambda: desktop.rules.model.rowCount() > 0)
    page = desktop.rules
    page.check_file(written(tmp_path, "9.0.0", ("en: Age 18 to 65 years at", "en: Age from 18 to 65 years at")))
    desktop.until(lambda: page.taken is not None)
    desktop.settle()
    assert page.accept.isVisible()
    begun(desktop)
    assert page.views.currentWidget() is page.editor
    assert page.taken is None
    assert page.pack_strip.pack is None
    page.editor.closed.emit()
    desktop.settle()
    assert not page.accept.isVisible()
    assert version_judged(desktop) != "9.0.0"


def explained(desktop: Desktop, editor: EditorView) -> PagesSheet:
    """Press F1 in the text and return what opens."""
    QTest.keyClick(editor.text, Qt.Key.Key_F1)
    sheet = desktop.window.shell.findChildren(PagesSheet)[-1]
    assert sheet.isVisible()
    assert sheet.focusWidget() is sheet.text
    return sheet


def seen_first(sheet: PagesSheet) -> str:
    """Return the line at the upper edge of the text, where the cursor is too."""
    first = sheet.text.cursorForPosition(QPoint(20, 12)).block()
    assert sheet.text.textCursor().block() == first
    return first.text()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("is_open", [False, True], ids=["no patient", "a patient is open"])
def test_f1_opens_the_pages_at_the_part_on_what_stands_under_the_cursor(
    make_desktop: MakeDesktop, language: str, *, is_open: bool
) -> None:
    """Where a patient is open too, although F1 then explains a field elsewhere."""
    desktop = make_desktop(settings=Settings(language=language)).create(has_samples=True)
    if is_open:
        desktop.open_patient("Sample patient 01")
    editor = begun(desktop)
    text = editor.text.toPlainText()
    headings = [part.heading for part in parts(language)]
    for words, key in (("counted_if", "therapy"), ("failed_means", "failed_means"), ("  patient:", "patient")):
        at(editor, words)
        sheet = explained(desktop, editor)
        assert seen_first(sheet) == sheet.parts.currentText()
        assert key in parts(language)[headings.index(sheet.parts.currentText())].keys
        QTest.keyClick(sheet, Qt.Key.Key_Escape)
        assert not sheet.isVisible()
        assert desktop.window.shell.focusWidget() is editor.text
    assert editor.text.toPlainText() == text


def test_f1_where_nothing_is_explained_opens_the_top_and_the_box_goes_on(desktop: Desktop) -> None:
    editor = begun(desktop)
    editor.text.write("")
    sheet = explained(desktop, editor)
    assert seen_first(sheet) == parts("en")[0].heading
    QTest.keyClick(sheet.text, Qt.Key.Key_Backtab)
    assert sheet.focusWidget() is sheet.parts
    QTest.keyClick(sheet.parts, Qt.Key.Key_Down)
    assert seen_first(sheet) == parts("en")[1].heading == sheet.parts.currentText()
    assert [sheet.parts.itemText(each) for each in range(sheet.parts.count())] == [each.heading for each in parts("en")]


def test_the_help_and_the_palette_have_the_pages_for_authors(desktop: Desktop) -> None:
    action = next(each for each in desktop.opened.actions if each.id == "authors")
    assert action.menu == "menu-help"
    names = [entry.words for entry in desktop.opened.entries()]
    assert "Writing rule files (F1 in the editor)" in names
    action.run()
    sheet = desktop.window.shell.findChildren(PagesSheet)[-1]
    assert sheet.isVisible()
    assert seen_first(sheet) == parts("en")[0].heading
