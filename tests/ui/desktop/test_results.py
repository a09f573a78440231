"""The answer is in view: room for the results, rows of one height, short titles, nothing lost where a line is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.entry.form.form import PAGES as ALL_PAGES
from core.use_cases.keep_settings import Settings
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop, loaded
from ui.desktop.pages.screening.results.panel import ResultsPanel
from ui.desktop.widgets.lines import broken

SHARE = 0.45
IN_VIEW = 6
MOST_SIGNS = 40
PAGES = ("identity", "diagnosis", "activity", "organ_function", "treatments", "history", "judgement")


def shown(make_desktop: MakeDesktop, language: str, width: int, height: int) -> tuple[Desktop, ResultsPanel]:
    desktop = make_desktop(settings=Settings(author="Dr Example", language=language)).create(has_samples=True)
    desktop.window.shell.resize(width, height)
    desktop.open_patient("00-0318")
    QApplication.processEvents()
    return desktop, desktop.screening.results


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1440, 900), (1920, 1080)])
def test_the_results_have_their_room_on_every_page(
    make_desktop: MakeDesktop, language: str, width: int, height: int
) -> None:
    desktop, results = shown(make_desktop, language, width, height)
    for page in PAGES:
        desktop.screening.entry.open_page(page)
        QApplication.processEvents()
        assert results.width() >= SHARE * width, page
        rows = results.file_list.sizeHintForRow(0)
        assert results.file_list.viewport().height() >= IN_VIEW * rows - rows // 4, page
    heights = {results.file_list.sizeHintForRow(at) for at in range(results.files.rowCount())}
    assert len(heights) == 1


def test_sections_are_a_list_at_1280_and_a_line_below(make_desktop: MakeDesktop) -> None:
    desktop, _ = shown(make_desktop, "en", 1280, 800)
    sections = desktop.screening.entry.sections
    desktop.screening.entry.open_page("organ_function")
    QApplication.processEvents()
    assert sections.isVisible()
    assert not sections.folded.isVisible()
    desktop.window.shell.resize(1100, 700)
    QApplication.processEvents()
    assert not sections.isVisible()
    assert sections.folded.isVisible()
    assert sections.folded.currentIndex() == sections.currentRow()
    sections.folded.activated.emit(0)
    assert sections.currentRow() == 0


def test_name_and_birth_are_whole_at_any_size(make_desktop: MakeDesktop) -> None:
    desktop, _ = shown(make_desktop, "de", 1100, 700)
    name = desktop.screening.name
    for width in (1100, 1280, 1920):
        desktop.window.shell.resize(width, 700)
        QApplication.processEvents()
        assert name.width() >= name.fontMetrics().horizontalAdvance(name.text()), width


def test_every_shipped_file_has_a_short_title() -> None:
    for file in loaded().knowledge.by_id.values():
        for language in ("en", "de"):
            assert 0 < len(file.checked.rule_file.short[language]) <= MOST_SIGNS, file.checked.rule_file.id


def test_what_a_row_has_no_room_for_is_told_on_demand(make_desktop: MakeDesktop) -> None:
    desktop, results = shown(make_desktop, "en", 1280, 800)
    desktop.until(lambda: results.criteria.rowCount() > 0)
    files, criteria = results.file_list, results.criterion_list
    for at in range(results.files.rowCount()):
        row = results.files.row(at)
        told = str(files.model().index(at, 0).data(Qt.ItemDataRole.ToolTipRole))
        for part in (row.whole_title, row.word, row.rest, row.usual, row.way, row.cohorts, row.below):
            assert part in told
    at = max(range(results.criteria.rowCount()), key=lambda each: len(results.criteria.row(each).evidence))
    criteria.setCurrentIndex(results.criteria.index(at, 0))
    before = criteria.sizeHintForRow(at)
    QTest.keyClick(criteria, Qt.Key.Key_Space)
    assert criteria.sizeHintForRow(at) > before
    QTest.keyClick(criteria, Qt.Key.Key_Space)
    assert criteria.sizeHintForRow(at) == before


def test_the_criteria_are_those_of_a_listed_file(make_desktop: MakeDesktop) -> None:
    desktop, results = shown(make_desktop, "en", 1280, 800)
    results.others.setChecked(True)
    last = results.files.rowCount() - 1
    results.file_list.setCurrentIndex(results.files.index(last, 0))
    other = results.files.row(last).title
    assert results.title.text() == other
    results.others.setChecked(False)
    assert results.title.text() != other
    assert results.title.text() in [results.files.row(at).title for at in range(results.files.rowCount())]
    assert desktop.workspace.selected == results.files.row(results.file_list.currentIndex().row()).id


def test_lines_are_cut_visibly(make_desktop: MakeDesktop) -> None:
    del make_desktop
    font = QFont(QApplication.font())
    text = "Antikörper gegen doppelsträngige DNA 𝛼 positiv, 145 IU/mL, 20 Nov 2026"
    whole = broken(text, font, 10_000, 1)
    assert whole.lines == (text,)
    assert not whole.is_cut
    narrow = broken(text, font, 120, 50)
    assert " ".join(narrow.lines).replace(" ", "") == text.replace(" ", "")
    cut = broken(text, font, 120, 2)
    assert cut.is_cut
    assert cut.lines[-1].endswith("…")


def test_sections_and_fields_are_reached_by_key(make_desktop: MakeDesktop) -> None:
    """Ctrl+PgDown goes on to the next section and stands in its first field; Ctrl+K finds a field with its value."""
    desktop, _ = shown(make_desktop, "en", 1280, 800)
    shell, entry = desktop.window.shell, desktop.screening.entry
    entry.open_page("identity")
    for expected in (*ALL_PAGES[1:], ALL_PAGES[0]):
        QTest.keyClick(shell, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
        desktop.settle()
        assert ALL_PAGES[entry.sections.currentRow()] == expected
        focus = desktop.window.app.focusWidget()
        assert focus is not None
        assert entry.stack.isAncestorOf(focus), expected
    QTest.keyClick(shell, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert ALL_PAGES[entry.sections.currentRow()] == ALL_PAGES[-1]
    found = [each for each in desktop.opened.entries() if each.words == "Creatinine"]
    assert [each.kind() for each in found] == ["field: 88 µmol/L ULN 80 µmol/L"]
    desktop.show("rules")
    found[0].run()
    desktop.settle()
    assert desktop.window.app.focusWidget() is desktop.field("organ_function", "creatinine")
