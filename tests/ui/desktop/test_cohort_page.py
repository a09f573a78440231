"""The page of the cohort: everybody by every file, narrowed, opened, saved without names."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.language.phrases import Phrases
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from ui.desktop.pages.cohort.page import CohortPage


@pytest.fixture
def desktop(make_desktop: MakeDesktop) -> Desktop:
    return make_desktop().create(has_samples=True)


def shown(desktop: Desktop) -> CohortPage:
    desktop.show("cohort")
    page = desktop.cohort
    desktop.until(lambda: not page.is_judging)
    desktop.settle()
    return page


def names(page: CohortPage) -> set[str]:
    return {str(page.model.index(at, 0).data()) for at in range(page.model.rowCount())}


def test_everybody_stands_there_and_every_sign_has_words(desktop: Desktop) -> None:
    page = shown(desktop)
    assert len(names(page)) == 14
    for column in range(2, page.model.columnCount()):
        index = page.model.index(0, column)
        spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
        assert "Sample patient" in spoken
        assert ": " in spoken
        assert (index.data() == "") == ("another disease" in spoken)


def test_filters_narrow_and_are_taken_away_together(desktop: Desktop) -> None:
    page = shown(desktop)
    page.disease.setCurrentIndex(page.disease.findData("jdm"))
    page.disease.activated.emit(page.disease.currentIndex())
    assert names(page) == {"Sample patient 06", "Sample patient 07"}
    page.age.setCurrentIndex(page.age.findData("child"))
    page.age.activated.emit(page.age.currentIndex())
    assert names(page) == {"Sample patient 06"}
    assert page.attrition.model.lines[0].left == 1, "the numbers are of those who are shown"
    page.everybody.click()
    assert len(names(page)) == 14
    assert not page.everybody.isVisible()


def test_a_chip_shows_as_many_as_it_says(desktop: Desktop) -> None:
    page = shown(desktop)
    for chip in page.chips.values():
        count = int(chip.text().rsplit(" ", 1)[1])
        chip.click()
        assert page.model.rowCount() == count, chip.text()
        chip.click()


def test_one_answer_away_lists_its_patients(desktop: Desktop) -> None:
    page = shown(desktop)
    count = int(page.lists[0].text().split(" ")[0])
    page.lists[0].click()
    assert page.model.rowCount() == count
    assert page.everybody.isVisible()


def test_return_opens_the_patient_at_the_file(desktop: Desktop) -> None:
    page = shown(desktop)
    column = next(at for at in range(2, page.model.columnCount()) if page.model.index(2, at).data())
    file = page.model.file_of(column)
    page.matrix.setCurrentIndex(page.model.index(2, column))
    QTest.keyClick(page.matrix, Qt.Key.Key_Return)
    desktop.until(lambda: not desktop.workspace.is_judging)
    assert desktop.workspace.is_open
    assert desktop.workspace.patient is not None
    assert desktop.workspace.patient.name == page.model.rows[2].name
    assert desktop.workspace.selected == file


def test_who_is_changed_is_judged_again_and_the_others_are_shown_at_once(desktop: Desktop) -> None:
    assert len(names(shown(desktop))) == 14
    desktop.show("patients")
    desktop.patients.remove_all_samples()
    desktop.until(lambda: not desktop.workspace.records.patients())
    desktop.show("cohort")
    assert names(desktop.cohort) == set(), "not even until the others are judged"
    page = shown(desktop)
    assert names(page) == set()
    assert page.nobody.isVisible()
    assert not page.save.isEnabled()


def test_a_table_without_names_is_saved_and_few_are_warned_of(desktop: Desktop, tmp_path: Path) -> None:
    page = shown(desktop)
    path = tmp_path / "cohort.csv"
    page.save_to(path)
    text = path.read_text(encoding="utf-8")
    assert "Sample" not in text
    assert len(text.splitlines()) == 15
    page.show_only(frozenset({page.model.rows[0].id}))
    said: list[str] = []
    desktop.window.notices.said.connect(said.append)
    page.save_to(path)
    assert Phrases("en").say("survey-few", count=5) in said[0]
