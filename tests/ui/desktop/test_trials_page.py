"""The page of the known trials: import, narrow, look at, what changed, draft; what is kept outlives the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.language.phrases import Phrases
from core.use_cases.keep_registry import registry_in
from core.use_cases.keep_settings import Settings
from tests.core.trials.states import API, LATER, SITES, TRIALS
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from ui.desktop.pages.trials.page import TrialsPage
from ui.desktop.widgets.named_box import NamedBox

BERLIN = "Berlin, Germany (52.52, 13.40)"


@pytest.fixture
def desktop(make_desktop: MakeDesktop) -> Desktop:
    return make_desktop(settings=Settings(author="Dr Example", place=BERLIN)).create(has_samples=True)


def states(folder: Path) -> dict[str, Path]:
    """Write the files of two states, and of a download."""
    found: dict[str, Path] = {}
    for name, text in (("trials.csv", TRIALS), ("sites.csv", SITES), ("later.csv", LATER), ("api.json", API)):
        found[name.split(".")[0]] = folder / name
        (folder / name).write_text(text, encoding="utf-8")
    return found


def shown(desktop: Desktop) -> TrialsPage:
    desktop.show("trials")
    page = desktop.trials
    ready(desktop, page)
    return page


def ready(desktop: Desktop, page: TrialsPage) -> None:
    desktop.until(lambda: not page.is_reading)
    desktop.settle()
    desktop.until(lambda: not page.is_reading)


def with_two_states(desktop: Desktop, folder: Path) -> TrialsPage:
    page, files = shown(desktop), states(folder)
    page.import_files([files["trials"], files["sites"]])
    ready(desktop, page)
    page.import_files([files["later"], files["sites"]])
    ready(desktop, page)
    return page


def numbers(page: TrialsPage) -> str:
    return "".join(each.trial.number[-1] for each in page.model.trials)


def choose(box: NamedBox, data: object) -> None:
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def said_by(desktop: Desktop) -> list[str]:
    said: list[str] = []
    desktop.window.notices.said.connect(said.append)
    return said


def test_before_the_first_import_the_page_says_what_to_import(desktop: Desktop) -> None:
    page = shown(desktop)
    assert page.first.isVisible()
    assert page.first_import.isVisible()
    assert not page.take_in.isVisible()
    assert not page.filters.isVisible()


def test_a_state_is_imported_narrowed_and_told_in_words(desktop: Desktop, tmp_path: Path) -> None:
    page, said = shown(desktop), said_by(desktop)
    files = states(tmp_path)
    page.import_files([files["trials"], files["sites"]])
    ready(desktop, page)
    assert "4 trials, 4 sites, state of 1 Jun 2026" in said[-1]
    assert "Ages that were not understood" in said[-1], "what was not taken is said"
    assert "state of 1 Jun 2026" in page.about.text()
    assert numbers(page) == "123", "of a disease of the program, the nearest first, a basket last and marked"
    row = page.model.words(0)
    for words in ("Invented cells in lupus", "NCT90000001", "recruiting", "Berlin", "0 km", "none", "18–65", "1/2"):
        assert words in row, words
    assert "perhaps" in page.model.words(2)
    assert "Coarse" in page.foot.text()
    page.filters.perhaps.click()
    assert numbers(page) == "12"
    page.filters.all.click()
    assert numbers(page) == "1234"
    assert not page.filters.all.isVisible()
    QTest.keyClicks(page.filters.search, "nerves")
    desktop.until(lambda: numbers(page) == "4")
    page.filters.clear()
    choose(page.filters.country, "Germany")
    assert numbers(page) == "123"
    choose(page.filters.status, "recruiting")
    assert numbers(page) == "13"
    choose(page.filters.age, "child")
    assert numbers(page) == "3"
    choose(page.filters.file, page.filters.file.itemData(1))
    assert numbers(page) == ""
    assert page.none.isVisible()


def test_every_chip_shows_as_many_as_it_says(desktop: Desktop, tmp_path: Path) -> None:
    desktop.open_patient("00-0318")
    page = with_two_states(desktop, tmp_path)
    for chip in (page.filters.only_changed, page.filters.fits_patient):
        count = int(chip.text().rsplit(" ", 1)[1])
        chip.click()
        assert page.model.rowCount() == count, chip.text()
        chip.click()


def test_what_fits_the_open_patient_goes_with_the_patient(desktop: Desktop, tmp_path: Path) -> None:
    page = with_two_states(desktop, tmp_path)
    assert not page.filters.fits_patient.isEnabled()
    desktop.open_patient("S-0006")
    page = shown(desktop)
    page.filters.fits_patient.click()
    assert numbers(page) == "23", "a boy of 9 with juvenile dermatomyositis"
    desktop.open_patient("00-0318")
    page = shown(desktop)
    assert not page.filters.fits_patient.isChecked(), "whom the list was narrowed to is open no more"
    assert sorted(numbers(page)) == ["1", "2", "3"]


def test_what_changed_is_read_in_one_list(desktop: Desktop, tmp_path: Path) -> None:
    page = with_two_states(desktop, tmp_path)
    count = int(page.what_changed.text().rsplit(" ", 1)[1])
    assert "1 Jun 2026" in page.what_changed.accessibleName()
    page.what_changed.click()
    assert page.change_table.isVisible()
    lines = [page.changes.words(at) for at in range(page.changes.rowCount())]
    assert any("recruiting → completed" in line and "+ Spain" in line for line in lines)
    assert any("from 6 months → from 2 years" in line for line in lines)
    assert len(lines) >= count
    assert page.detail.listed is not None
    assert page.detail.listed.trial.number == page.changes.changes[0].trial.number
    page.filters.all.click()
    lines = [page.changes.words(at) for at in range(page.changes.rowCount())]
    assert any(line.startswith("New") and "NCT90000005" in line for line in lines)
    assert any(line.startswith("No longer there") and "NCT90000004" in line for line in lines)
    page.what_changed.click()
    assert page.table.isVisible()


def test_what_is_kept_outlives_the_window(make_desktop: MakeDesktop, tmp_path: Path) -> None:
    first = make_desktop().create()
    with_two_states(first, tmp_path)
    first.close()
    again = make_desktop(is_as_it_is=True).unlock()
    page = shown(again)
    assert "state of 1 Aug 2026" in page.about.text()
    assert page.filters.since.currentData() == "2026-06-01"
    assert numbers(page)


def test_an_older_state_is_kept_to_be_compared_and_the_newer_stays(desktop: Desktop, tmp_path: Path) -> None:
    page, files, said = shown(desktop), states(tmp_path), said_by(desktop)
    page.import_files([files["later"]])
    ready(desktop, page)
    page.import_files([files["trials"]])
    ready(desktop, page)
    assert "older than the state of 1 Aug 2026" in said[-1]
    assert "state of 1 Aug 2026" in page.about.text()
    page.import_files([files["trials"]])
    ready(desktop, page)
    assert "kept already" in said[-1]


@pytest.mark.parametrize("content", [b"", b"{", b"a,b\n1,2\n", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_registry_is_told_and_changes_nothing(desktop: Desktop, tmp_path: Path, content: bytes) -> None:
    page, said = with_two_states(desktop, tmp_path), said_by(desktop)
    (tmp_path / "bad.csv").write_bytes(content)
    page.import_files([tmp_path / "bad.csv"])
    ready(desktop, page)
    assert "bad.csv" in said[-1]
    assert "state of 1 Aug 2026" in page.about.text()


def test_a_damaged_state_is_told_and_the_others_are_shown(desktop: Desktop, tmp_path: Path) -> None:
    page = with_two_states(desktop, tmp_path)
    newest = desktop.workspace.registry.kept().newest
    assert newest is not None
    newest.path.write_bytes(b"damaged")
    desktop.workspace.registry = registry_in(desktop.workspace.vault.folder)  # as after a restart
    page.refresh()
    ready(desktop, page)
    assert "1 kept state cannot be read" in page.about.text()
    assert "state of 1 Jun 2026" in page.about.text()


def test_the_draft_of_a_record_opens_in_the_editor_and_is_gone_on_with(desktop: Desktop, tmp_path: Path) -> None:
    page = with_two_states(desktop, tmp_path)
    page.table.setCurrentIndex(page.model.index(numbers(page).index("1"), 0))
    page.detail.draft.click()
    desktop.until(lambda: desktop.window.shell.shown_page == "rules")
    editor = desktop.rules.editor
    desktop.until(lambda: "id: nct90000001" in editor.text.toPlainText())
    assert "require: age between 18 years and 65 years" in editor.text.toPlainText()
    desktop.until(lambda: not editor.is_checking)
    editor.text.appendPlainText("# mine")
    page, said = shown(desktop), said_by(desktop)
    page.begin_draft("NCT90000001")
    desktop.until(lambda: desktop.window.shell.shown_page == "rules")
    assert "# mine" in editor.text.toPlainText(), "nothing that was written is written over"
    assert said


def test_a_record_without_a_disease_asks_for_one(desktop: Desktop, tmp_path: Path) -> None:
    page, said = with_two_states(desktop, tmp_path), said_by(desktop)
    page.begin_draft("NCT90000003")
    ready(desktop, page)
    assert "Choose one under “Disease”" in said[-1]
    choose(page.filters.disease, "ssc")
    page.begin_draft("NCT90000003")
    desktop.until(lambda: desktop.window.shell.shown_page == "rules")
    desktop.until(lambda: "diseases: [ssc]" in desktop.rules.editor.text.toPlainText())


def test_a_trial_with_a_rule_file_leads_to_it(desktop: Desktop, tmp_path: Path) -> None:
    path = tmp_path / "held.json"
    path.write_text(API.replace("NCT90000001", "NCT06222853"), encoding="utf-8")
    page = shown(desktop)
    page.import_files([path])
    ready(desktop, page)
    assert page.model.trials[0].rule_file
    assert not page.detail.draft.isVisible()
    page.detail.show_file.click()
    desktop.until(lambda: desktop.rules.file.file is not None and desktop.rules.file.file.rule_file is not None)
    desktop.settle()
    held = desktop.rules.file.file
    assert held is not None
    assert held.rule_file is not None
    assert held.rule_file.id == "nct06222853"


def test_where_the_clinic_is_can_be_chosen_here_and_is_a_setting(desktop: Desktop, tmp_path: Path) -> None:
    page = with_two_states(desktop, tmp_path)
    paris = next(at for at in range(page.filters.place.count()) if "Paris" in page.filters.place.itemText(at))
    page.filters.place.setCurrentIndex(paris)
    page.filters.place.activated.emit(paris)
    ready(desktop, page)
    assert desktop.workspace.settings.place == "Paris, France (48.86, 2.35)"
    assert "Paris" in page.model.words(numbers(page).index("1"))
    assert page.filters.place.currentData() == "Paris, France (48.86, 2.35)"
    desktop.show("settings")
    assert desktop.settings.general.place.text() == "Paris, France (48.86, 2.35)"


def test_a_place_without_degrees_is_not_kept(desktop: Desktop) -> None:
    desktop.show("settings")
    said, card = said_by(desktop), desktop.settings.general
    card.place.setText("Berlin")
    card.keep.click()
    assert "tells no degrees" in said[-1]
    assert desktop.workspace.settings.place == BERLIN
    card.place.setText("Bonn (50.73, 7.10)")
    card.keep.click()
    assert desktop.workspace.settings.place == "Bonn (50.73, 7.10)"


def test_the_report_ends_with_known_trials(desktop: Desktop, tmp_path: Path) -> None:
    with_two_states(desktop, tmp_path)
    desktop.open_patient("00-0318")
    desktop.show("documents")
    desktop.until(lambda: desktop.documents.paper is not None)
    paper = desktop.documents.paper
    assert paper is not None
    section = paper.text.split(Phrases("en").say("trials-paper-title"))[1]
    assert "1 Aug 2026" in section
    assert "NCT90000003" in section
    assert "NCT90000001" not in section, "it is completed by the newer state"


def test_keys_walk_the_page(desktop: Desktop, tmp_path: Path) -> None:
    page = with_two_states(desktop, tmp_path)
    desktop.activate()
    assert page.table.hasFocus()
    page.table.setCurrentIndex(page.model.index(0, 0))
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.detail.listed is not None
    assert page.detail.listed.trial.number == page.model.trials[1].trial.number
    QTest.keyClick(page.table, Qt.Key.Key_Tab)
    focused = desktop.window.app.focusWidget()
    assert focused in (page.detail.draft, page.detail.area)


def test_a_cell_says_the_whole_row_to_a_screen_reader(desktop: Desktop, tmp_path: Path) -> None:
    page = with_two_states(desktop, tmp_path)
    spoken = str(page.model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole))
    assert page.model.trials[0].trial.number in spoken


def test_nothing_of_a_download_is_markup(desktop: Desktop, tmp_path: Path) -> None:
    told = json.loads(API)
    told["studies"][0]["protocolSection"]["identificationModule"]["briefTitle"] = "<b>lupus</b><img src=x>"
    (tmp_path / "markup.json").write_text(json.dumps(told), encoding="utf-8")
    page = shown(desktop)
    page.import_files([tmp_path / "markup.json"])
    ready(desktop, page)
    assert "<b>lupus</b><img src=x>" in desktop.all_words()
