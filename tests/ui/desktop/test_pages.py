"""Papers bound to their patient, rule files taken in, both languages, names for readers who cannot see."""

from __future__ import annotations

import json
import os
import random
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QWidget,
)

from core import clock
from core.discovery import rules_path
from core.entry.desk.fields import Field
from core.errors import WorldError
from core.rule_files.known_trials import shipped_known_trials
from core.use_cases.keep_library import accept, load_library
from core.use_cases.keep_settings import Settings
from core.use_cases.keep_shelf import shelf_of
from core.use_cases.parts import PARTS
from tests.ui.desktop.amended import in_version
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import EVERY_PAGE, Chosen, Desktop
from ui.desktop.about import About, about_text
from ui.desktop.actions import MENUS
from ui.desktop.palette import Entry, Palette, found
from ui.desktop.widgets.overlay import Overlay
from ui.desktop.widgets.reading_sheet import ReadingSheet

SWITCHES = int(os.environ.get("KRITERION_SWITCHES", "50"))
"""500 behind the variable, a tenth in every run."""
FEWEST_STOPS = 6
"""Every page has more: the search, the places, the lock, and what it is for."""


# --- papers


def paper_text(desktop: Desktop) -> str:
    desktop.until(lambda: desktop.documents.paper is not None)
    return desktop.documents.view.text()


def test_what_is_shown_is_what_is_saved(desktop: Desktop, tmp_path: Path) -> None:
    desktop.open_patient("00-0318")
    desktop.show("documents")
    text = paper_text(desktop)
    paper = desktop.documents.paper
    assert paper is not None
    desktop.documents.save_to(tmp_path / "report.pdf", paper.pdf)
    assert (tmp_path / "report.pdf").read_bytes() == paper.pdf
    assert "Sample patient 03" in text
    assert "synthetic" in text


def test_a_saved_report_keeps_its_screening(desktop: Desktop, tmp_path: Path) -> None:
    desktop.open_patient("00-0318")
    desktop.show("documents")
    desktop.until(lambda: desktop.documents.paper is not None)
    paper = desktop.documents.paper
    assert paper is not None
    assert paper.job.judged is not None
    screening = paper.job.judged[0]
    desktop.documents.save_to(tmp_path / "report.pdf", paper.pdf)
    desktop.settle()
    kept = desktop.workspace.records.screenings(paper.job.patient_id)
    assert [(each.rule_id, each.version, each.on) for each in kept] == [
        (screening.rule_file.id, screening.rule_file.version, screening.evaluation_on)
    ]
    answer = json.loads(kept[0].answer)
    assert answer["conclusion"] == screening.conclusion.word.value
    assert len(answer["criteria"]) == len(screening.best.judgements)


def test_without_a_printer_the_paper_is_saved_for_the_viewer(
    desktop: Desktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list[str]))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", Chosen(tmp_path / "report.pdf"))
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    desktop.open_patient("00-0318")
    desktop.show("documents")
    desktop.until(lambda: desktop.documents.paper is not None)
    paper = desktop.documents.paper
    assert paper is not None
    desktop.documents.print.click()
    assert (tmp_path / "report.pdf").read_bytes() == paper.pdf
    assert [url.toLocalFile() for url in shown] == [str(tmp_path / "report.pdf")]


def test_a_paper_refuses_drafts(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    desktop.workspace.work.type(Field("lvef"), "6")
    desktop.show("documents")
    desktop.settle()
    assert desktop.documents.paper is None
    assert "draft" in desktop.documents.about.text()


def test_a_paper_in_another_language_than_the_screen(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    desktop.show("documents")
    paper_text(desktop)
    desktop.documents.options.language.setCurrentIndex(1)
    desktop.until(lambda: desktop.documents.paper is not None and desktop.documents.paper.job.language == "de")
    assert "Eignungsbericht" in desktop.documents.view.text()


@pytest.mark.parametrize("kind", [1, 2, 3, 4], ids=["letter", "plan", "sheet", "card"])
def test_every_paper_can_be_made(desktop: Desktop, kind: int) -> None:
    desktop.open_patient("S-0007")
    desktop.show("documents")
    paper_text(desktop)
    desktop.documents.options.telephone.setText("000 000")
    desktop.documents.options.kind.setCurrentIndex(kind)
    desktop.until(
        lambda: (
            desktop.documents.paper is not None and desktop.documents.paper.job.kind is desktop.documents.options.chosen
        )
    )
    assert "Sample patient 07" in desktop.documents.view.text()


def test_the_plan_asks_the_day_of_the_leukapheresis(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    desktop.show("documents")
    paper_text(desktop)
    options = desktop.documents.options
    options.kind.setCurrentIndex(2)
    options.day0.setText("2027-02-04")
    options.leukapheresis.setText("2027-01-12")
    desktop.until(lambda: "12 Jan 2027" in desktop.documents.view.text())
    options.leukapheresis.setText("2027-02-04")
    desktop.until(lambda: "earlier day" in desktop.documents.about.text())


def test_a_slip_in_the_letter_is_named_at_its_place(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    desktop.show("documents")
    paper_text(desktop)
    desktop.documents.options.kind.setCurrentIndex(1)
    desktop.documents.options.template.setPlainText("Dear all,\n\n{{patient.nmae}} comes.")
    desktop.until(lambda: "3:1" in desktop.documents.about.text())
    assert "{{patient.name}}" in desktop.documents.about.text()
    assert desktop.documents.paper is None


def test_no_page_of_another_patient_in_random_switches(desktop: Desktop) -> None:
    chance = random.Random(20261122)
    lines = [line for line in desktop.workspace.records.patients() if line.name]
    desktop.open_patient("S-0002")
    desktop.show("documents")
    shown = 0
    for _ in range(SWITCHES):
        line = chance.choice(lines)
        desktop.workspace.open_patient(line.id)
        assert desktop.documents.view.pages == 0 or desktop.documents.view.text() == ""
        for _ in range(chance.randrange(4)):
            desktop.qtbot.wait(chance.randrange(30))
        paper = desktop.documents.paper
        if paper is not None:
            shown += 1
            assert paper.job.patient_id == line.id
            text = desktop.documents.view.text()
            assert line.name in text
            assert not [other.name for other in lines if other.name != line.name and other.name in text]
    desktop.settle()
    assert shown or paper_text(desktop)


def test_a_folder_that_cannot_be_written_is_named(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    desktop.show("documents")
    paper_text(desktop)
    missing = desktop.folder / "not there" / "report.pdf"
    desktop.documents.save_to(missing, b"x")
    assert "not there" in desktop.all_words()


# --- rule files


def test_known_trials_without_a_file_stand_below_the_library(desktop: Desktop) -> None:
    desktop.show("rules")
    desktop.until(desktop.rules.known.isVisible)
    told = desktop.rules.known.toPlainText()
    catalogue = desktop.workspace.knowledge.catalogue
    assert all(each.id.upper() in told for each in shipped_known_trials(catalogue).trials)
    assert desktop.rules.known.isReadOnly()
    assert desktop.rules.known.accessibleName()


def test_a_file_with_an_error_shows_its_line(desktop: Desktop, tmp_path: Path) -> None:
    text = (rules_path("protocols") / "example-sle-cart-01.yaml").read_text(encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(text.replace("sledai_2k", "sledai_2q"), encoding="utf-8")
    desktop.show("rules")
    desktop.until(lambda: desktop.rules.model.rowCount() > 0)
    desktop.rules.check_file(tmp_path / "bad.yaml")
    desktop.until(lambda: desktop.rules.taken is not None)
    assert not desktop.rules.accept.isEnabled()
    first = desktop.rules.file.problems.item(0)
    assert "sledai_2q" in first.text()
    desktop.rules.file.problems.setCurrentRow(0)
    line = int(first.text().split()[1].split(":")[0])
    assert desktop.rules.file.text.textCursor().blockNumber() + 1 == line
    with pytest.raises(WorldError):
        raise_if_accepted(desktop)


def raise_if_accepted(desktop: Desktop) -> None:
    taken = desktop.rules.taken
    assert taken is not None
    accept(taken, shelf_of(desktop.workspace.vault))


def version_judged(desktop: Desktop) -> str:
    return desktop.workspace.knowledge.by_id["example-sle-cart-01"].checked.rule_file.version


def test_a_file_taken_in_is_judged(desktop: Desktop, tmp_path: Path) -> None:
    text = (rules_path("protocols") / "example-sle-cart-01.yaml").read_text(encoding="utf-8")
    (tmp_path / "new.yaml").write_text(in_version(text, "2.4.0"), encoding="utf-8")
    desktop.open_patient("S-0002")
    desktop.show("rules")
    desktop.until(lambda: desktop.rules.model.rowCount() > 0)
    desktop.rules.check_file(tmp_path / "new.yaml")
    desktop.until(lambda: desktop.rules.taken is not None)
    taken = desktop.rules.taken
    assert taken is not None
    assert taken.can_be_accepted
    assert [line for line in taken.difference if line.startswith(("+", "-"))]
    desktop.rules.accept_taken()
    desktop.until(lambda: version_judged(desktop) == "2.4.0")  # the library is read on a thread, then judged by
    desktop.until(lambda: not desktop.workspace.is_judging)
    judged = next(each for each in desktop.workspace.screenings if each.rule_file.is_fictional)
    assert judged.rule_file.version == "2.4.0"
    assert len(list((desktop.folder / "rules").glob("*.yaml"))) == 1
    desktop.show("screening")
    desktop.workspace.select(judged.rule_file.id)
    desktop.settle()
    assert "2.4.0" in desktop.screening.results.about.text()


def test_pages_stand_when_a_file_is_taken_in(desktop: Desktop) -> None:
    """What was typed and chosen on a page is still there, and shows what is judged by now."""
    desktop.open_patient("S-0002")
    desktop.show("documents")
    options = desktop.documents.options
    options.kind.setCurrentIndex(options.kind.findData("letter"))
    options.template.setPlainText("Dear colleague")
    stood = [place.page for place in desktop.opened.places]
    shelf, catalogue = shelf_of(desktop.workspace.vault), desktop.workspace.knowledge.catalogue
    desktop.rules.library_changed.emit(load_library(shelf, catalogue))
    desktop.until(lambda: not desktop.workspace.is_judging)
    assert [place.page for place in desktop.opened.places] == stood
    assert options.template.toPlainText() == "Dear colleague"


def test_pages_stand_when_a_setting_changes_that_none_shows(desktop: Desktop) -> None:
    desktop.open_patient("S-0002")
    desktop.show("documents")
    stood = [place.page for place in desktop.opened.places]
    desktop.opened.change_settings(replace(desktop.workspace.settings, author="Dr Later", region="US"))
    assert [place.page for place in desktop.opened.places] == stood
    desktop.show("patients")
    desktop.show("documents")
    assert desktop.documents.options.region.currentData() == "US"


def test_examples_are_run(desktop: Desktop) -> None:
    desktop.show("rules")
    desktop.until(lambda: desktop.rules.model.rowCount() > 0)
    desktop.rules.file.tabs.setCurrentWidget(desktop.rules.file.examples)
    desktop.until(lambda: "examples hold" in desktop.rules.file.examples.toPlainText())


# --- words


def test_the_window_speaks_german(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop(settings=Settings(language="de", author="Dr. Beispiel")).create(has_samples=True)
    desktop.open_patient("00-0318")
    desktop.show("documents")
    words = desktop.all_words()
    for word in ("Patienten", "Organfunktion", "Als Nächstes fragen", "Beurteilt am", "Jetzt sperren"):
        assert word in words
    desktop.show("screening")
    desktop.enter("organ_function", "creatinine", "0,9 mg/dl")
    assert desktop.workspace.desk.text(Field("creatinine")).startswith("0,9 mg/dL")


def test_problems_of_files_and_letters_are_german_too(make_desktop: MakeDesktop, tmp_path: Path) -> None:
    desktop = make_desktop(settings=Settings(language="de", author="Dr. Beispiel")).create(has_samples=True)
    text = (rules_path("protocols") / "example-sle-cart-01.yaml").read_text(encoding="utf-8")
    (tmp_path / "bad.yaml").write_text(text.replace("lvef >=", "lvfe >=", 1), encoding="utf-8")
    desktop.show("rules")
    desktop.until(lambda: desktop.rules.model.rowCount() > 0)
    desktop.rules.check_file(tmp_path / "bad.yaml")
    desktop.until(lambda: desktop.rules.taken is not None)
    assert "„lvef“ gemeint?" in desktop.rules.file.problems.item(0).text()
    desktop.open_patient("S-0002")
    desktop.show("documents")
    options = desktop.documents.options
    options.kind.setCurrentIndex(options.kind.findData("letter"))
    options.template.setPlainText("Guten Tag {{patient.nam}}")
    desktop.until(lambda: "gemeint?" in desktop.documents.about.text())
    assert "es gibt keinen Platzhalter „patient.nam“" in desktop.documents.about.text()


def test_another_language_makes_the_pages_again(desktop: Desktop) -> None:
    desktop.show("settings")
    settings = desktop.workspace.settings
    desktop.opened.change_settings(Settings(language="de", theme="dark", percent=150, author=settings.author))
    desktop.settle()
    assert "Einstellungen" in desktop.all_words()


def test_everything_that_takes_the_focus_has_a_name(desktop: Desktop) -> None:
    desktop.open_patient("00-0318")
    kinds = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QSpinBox, QAbstractItemView)
    for page in EVERY_PAGE:
        desktop.show(page)
        desktop.settle()
        nameless = [
            f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
            for widget in desktop.window.shell.findChildren(QWidget)
            if isinstance(widget, kinds) and widget.isVisible() and takes_focus(widget) and not name_of(widget)
        ]
        assert nameless == [], page


def takes_focus(widget: QWidget) -> bool:
    is_inside = isinstance(widget.parentWidget(), QSpinBox | QComboBox)  # the box speaks for its own line
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and not is_inside


def name_of(widget: QWidget) -> str:
    own = widget.accessibleName()
    return own or (widget.text() if isinstance(widget, QAbstractButton) else "")


@pytest.mark.parametrize("page", ["screening", "documents", "settings"])
def test_tab_walks_through_and_comes_round(desktop: Desktop, page: str) -> None:
    desktop.open_patient("00-0318")
    desktop.show(page)
    desktop.activate()
    seen: list[QWidget] = []
    for _ in range(300):
        focused = desktop.window.app.focusWidget()
        if focused is None or (seen and focused is seen[0]):
            break
        seen.append(focused)
        desktop.window.shell.focusNextChild()
    assert len(seen) > FEWEST_STOPS
    assert len(set(map(id, seen))) == len(seen)


def test_the_palette_finds_patients_files_and_actions(desktop: Desktop) -> None:
    entries: list[Entry] = list(desktop.opened.entries())
    assert found("sample patient 03", entries)[0].words == "Sample patient 03"
    assert "Lock" in [entry.words for entry in found("lock", entries)]
    assert any("Descartes" in entry.words for entry in found("descartes", entries))


def test_the_palette_opens_a_patient_by_number(desktop: Desktop) -> None:
    desktop.activate()
    desktop.opened.find()
    palette = desktop.window.shell.findChildren(Palette)[-1]
    desktop.until(lambda: not palette.is_gathering)
    QTest.keyClicks(palette.search, "00-0318")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    desktop.until(lambda: not desktop.workspace.is_judging)
    assert desktop.workspace.patient is not None
    assert desktop.workspace.patient.name == "Sample patient 03"


def test_shortcuts_are_each_of_one_action(desktop: Desktop) -> None:
    shortcuts = [action.shortcut for action in desktop.opened.actions if action.shortcut]
    assert len(shortcuts) == len(set(shortcuts))


def test_a_sample_is_judged_on_its_own_day_years_later(
    make_desktop: MakeDesktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "now_utc", lambda: datetime(2033, 7, 1, tzinfo=UTC))
    desktop = make_desktop().create(has_samples=True)
    desktop.open_patient("Sample patient 02")
    assert desktop.workspace.evaluation_on == date(2026, 11, 22)
    assert desktop.workspace.desk.entry_on == "2026-11-22"
    desktop.settle()
    assert "eligible" in {each.conclusion.word.value for each in desktop.workspace.screenings}
    assert "judged on its own day" in desktop.screening.who.text()


def test_every_menu_has_a_letter_of_its_own_and_no_shortcut_needs_alt_alone(make_desktop: MakeDesktop) -> None:
    """Alt with a letter belongs to the menus. A screen reader on Linux hands Alt on after the shortcut it was part of,
    and the bar of menus takes the focus from where the shortcut led.
    """
    for language in ("en", "de"):
        desktop = make_desktop(language, Settings(author="Dr Example", language=language)).create()
        menus = [each for each in desktop.window.shell.menuBar().findChildren(QMenu) if "&" in each.title()]
        letters = [menu.title()[menu.title().index("&") + 1].lower() for menu in menus]
        assert len(menus) == len(MENUS)
        assert len(set(letters)) == len(letters)
        keys = [entry.shortcut().toString() for menu in menus for entry in menu.actions()]
        assert [each for each in keys if each.startswith("Alt+")] == []
        assert len(set(filter(None, keys))) == len(list(filter(None, keys)))


def test_about_names_the_licences_and_what_the_program_is_not(desktop: Desktop) -> None:
    text = about_text(desktop.workspace.phrases)
    assert "LGPL-3.0-only" in text
    assert "SIL OPEN FONT LICENSE" in text
    assert "not a medical device" in text
    for part in PARTS:
        assert part.name in text
        assert part.version or not part.distributions or part.name == "tzdata", part.name
    desktop.opened.show_about()
    dialog = desktop.window.shell.findChildren(About)[-1]
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_the_help_tells_what_public_texts_claim_and_papers_do_not_carry(desktop: Desktop) -> None:
    desktop.opened.show_claims()
    desktop.until(lambda: bool(desktop.window.shell.findChildren(ReadingSheet)))
    sheet = desktop.window.shell.findChildren(ReadingSheet)[-1]
    assert sheet.isVisible()
    assert "cure the disease" in sheet.text.toPlainText()
    assert "doi:10.1038/s41591-025-03718-3" in sheet.text.toPlainText()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_a_notice_moves_nothing(desktop: Desktop) -> None:
    desktop.show("patients")
    desktop.until(lambda: not desktop.patients.is_looking)
    desktop.window.shell.hide_notice()
    QApplication.processEvents()
    before = desktop.patients.geometry()
    desktop.window.shell.say("Something long enough to fill more than one line of the corner in which it stands. " * 3)
    QApplication.processEvents()
    assert desktop.patients.geometry() == before
    shown = desktop.window.shell.findChildren(Overlay)[-1]
    assert shown.isVisible()
    assert desktop.window.shell.rect().contains(shown.mapTo(desktop.window.shell, shown.rect().bottomRight()))
    label = next(each for each in shown.findChildren(QLabel) if each.text().startswith("Something"))
    assert label.height() >= label.heightForWidth(label.width())
