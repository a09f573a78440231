"""The first start: vault, recovery key, samples, first report; and coming back."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import PASSPHRASE, Desktop
from ui.desktop.pages.unlock.recovery_sheet import RecoverySheet

MOST_CLICKS = 12
SAMPLES = 14


class Counted:
    """Counts what the hand does: a click, or a text typed and sent off."""

    def __init__(self) -> None:
        self.count = 0

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.count += 1

    def type(self, widget: QWidget, text: str) -> None:
        QTest.keyClicks(widget, text)
        QTest.keyClick(widget, Qt.Key.Key_Return)
        self.count += 1


def test_from_first_start_to_first_printed_report_in_twelve_acts(make_desktop: MakeDesktop, tmp_path: Path) -> None:
    desktop = make_desktop()
    hand = Counted()
    page = desktop.first_page
    hand.type(page.first, "four words and more")
    hand.type(page.second, "four words and more")
    desktop.until(lambda: bool(desktop.window.shell.findChildren(RecoverySheet)))
    desktop.type_recovery_group()
    hand.count += 1
    desktop.until(lambda: desktop.window.opening.opened is not None)
    hand.click(desktop.patients.samples)
    desktop.until(lambda: desktop.patients.model.rowCount() == SAMPLES)
    hand.type(desktop.patients.search, "S-0002")
    hand.click(desktop.screening.print)
    desktop.until(lambda: desktop.documents.paper is not None)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    desktop.documents.print_to(printer)
    hand.count += 2  # Print, and the printer's own button
    assert hand.count <= MOST_CLICKS
    assert len(PdfReader(tmp_path / "printed.pdf").pages) == desktop.documents.view.pages


def test_the_vault_opens_again_with_what_was_recorded(make_desktop: MakeDesktop) -> None:
    first = make_desktop().create(has_samples=True)
    first.close()
    again = make_desktop().unlock()
    assert again.patients.model.rowCount() == SAMPLES


def test_a_wrong_passphrase_shows_nothing(make_desktop: MakeDesktop) -> None:
    make_desktop().create(has_samples=True).close()
    again = make_desktop()
    again.unlock("not the passphrase")
    assert again.window.opening.opened is None
    assert "Sample patient" not in again.all_words()
    assert again.first_page.first.text() == ""
    again.unlock()
    assert again.patients.model.rowCount()


def test_two_passphrases_that_differ_make_no_vault(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop()
    page = desktop.first_page
    QTest.keyClicks(page.first, "four words and more")
    QTest.keyClicks(page.second, "four words or more")
    QTest.keyClick(page.second, Qt.Key.Key_Return)
    assert page.message.text()
    assert not (desktop.folder / "kriterion.vault").exists()


def test_a_damaged_record_offers_the_newest_backup(make_desktop: MakeDesktop) -> None:
    make_desktop().create(has_samples=True).close()
    desktop = make_desktop()
    record = desktop.folder / "record.db"
    record.write_bytes(record.read_bytes()[:5000])
    desktop.unlock()
    page = desktop.first_page
    desktop.until(page.restore.isVisible)
    assert "Nothing that was confirmed would be lost" in page.message.text()
    QTest.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    desktop.until(lambda: "was put in place" in page.message.text())
    page.message.clear()
    desktop.unlock()
    assert desktop.patients.model.rowCount()


def test_a_second_window_is_told_that_the_vault_is_open(make_desktop: MakeDesktop) -> None:
    first, second = make_desktop().create(), make_desktop()
    second.unlock()
    assert "another window" in second.message
    assert first.window.opening.opened is not None


def test_sample_patients_go_in_one_step(desktop: Desktop) -> None:
    QTest.mouseClick(desktop.patients.remove_samples, Qt.MouseButton.LeftButton)
    desktop.until(lambda: desktop.patients.model.rowCount() == 0)
    assert desktop.workspace.records.check_all().is_whole


def test_a_lost_header_is_put_back_and_nothing_else_is(make_desktop: MakeDesktop) -> None:
    first = make_desktop().create(has_samples=True)
    first.opened.back_up()
    first.settle()
    first.close()
    desktop = make_desktop()
    (desktop.folder / "kriterion.vault").unlink()
    desktop.unlock()
    page = desktop.first_page
    desktop.until(page.restore.isVisible)
    assert "Putting a header back loses nothing" in page.message.text()
    QTest.mouseClick(page.restore, Qt.MouseButton.LeftButton)
    desktop.until(lambda: "was put back" in page.message.text())
    page.message.clear()
    desktop.unlock()
    assert desktop.patients.model.rowCount() == SAMPLES


def test_a_wrong_passphrase_is_offered_no_backup(make_desktop: MakeDesktop) -> None:
    make_desktop().create(has_samples=True).close()
    desktop = make_desktop()
    (desktop.folder / "kriterion.vault").write_bytes(b"")
    desktop.unlock("not the passphrase")
    page = desktop.first_page
    desktop.until(lambda: "does not open" in page.message.text())
    assert not page.restore.isVisible()


def test_a_lost_journal_is_told_when_the_record_opens(make_desktop: MakeDesktop) -> None:
    first = make_desktop().create(has_samples=True)
    folder = first.folder
    record = (folder / "record.db").read_bytes()  # without what lies in the journal
    first.close()
    (folder / "record.db").write_bytes(record)
    desktop = make_desktop()
    said: list[str] = []
    desktop.window.notices.said.connect(said.append)
    desktop.unlock()
    assert any("missing at the end of the record" in words for words in said)


def test_a_new_key_for_everything(make_desktop: MakeDesktop) -> None:
    make_desktop().create(has_samples=True).close()
    desktop = make_desktop()
    before = (desktop.folder / "kriterion.vault").read_bytes()
    page = desktop.first_page
    QTest.mouseClick(page.renew, Qt.MouseButton.LeftButton)
    assert "copied the folder" in page.message.text()
    QTest.keyClicks(page.first, PASSPHRASE)
    QTest.mouseClick(page.renew, Qt.MouseButton.LeftButton)
    desktop.until(lambda: bool(desktop.window.shell.findChildren(RecoverySheet)))
    desktop.type_recovery_group()
    desktop.until(lambda: "under the new key;" in desktop.first_page.message.text())
    assert (desktop.folder / "kriterion.vault").read_bytes() != before
    desktop.first_page.message.clear()
    desktop.unlock()
    assert desktop.patients.model.rowCount() == SAMPLES


def test_the_first_page_says_what_the_program_is_in_the_language_that_is_chosen(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop()
    promise = desktop.first_page.promise
    told = " ".join(each.text() for each in promise.findChildren(QLabel))
    assert "Stays on this computer" in told
    assert "Not reviewed as a medical device" in told
    german = next(each for each in promise.languages.buttons() if each.text() == "Deutsch")
    german.click()
    desktop.settle()
    told = " ".join(each.text() for each in desktop.first_page.promise.findChildren(QLabel))
    assert "Bleibt auf diesem Computer" in told
    desktop.create()
    assert desktop.workspace.phrases.language == "de"
