"""The window drafts safety reports and exports for registries: what is shown is what is saved, and the log knows."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring

from core.use_cases.read_log import Kind
from tests.ui.desktop.desktop import Desktop


def do(desktop: Desktop, action: str) -> None:
    (found,) = (each for each in desktop.opened.actions if each.id == action)
    found.run()


def test_what_leaves_is_shown_then_saved_and_stands_in_the_log(desktop: Desktop, tmp_path: Path) -> None:
    do(desktop, "patients.export")
    panel = desktop.patients.registry
    desktop.until(lambda: not panel.is_making)
    assert "infused" in panel.message.text()
    assert not panel.save.isEnabled()
    panel.synthetic.tick()
    desktop.until(lambda: not panel.is_making and panel.export is not None)
    export = panel.export
    assert export is not None
    assert "cd19_count_at_most" in panel.shown.toPlainText()
    assert "Sample patient" not in panel.shown.toPlainText()
    panel.save_to(tmp_path / "out")
    written = {each.name.rsplit("-", 1)[-1]: each.read_bytes() for each in (tmp_path / "out").iterdir()}
    assert written == dict(export.files)
    assert not panel.isVisible()
    assert panel.export is None
    desktop.show("log")
    desktop.until(lambda: not desktop.log.is_reading)
    assert [each.patient for each in desktop.log.model.lines if each.kind is Kind.EXPORT][-1] == ""


def test_the_event_of_a_safety_report_is_chosen_and_the_case_saved_as_a_file(desktop: Desktop, tmp_path: Path) -> None:
    desktop.open_patient("S-0007")
    desktop.show("documents")
    page, options = desktop.documents, desktop.documents.options
    options.kind.setCurrentIndex(options.kind.findData("european-case"))
    desktop.until(lambda: page.paper is not None and page.paper.job.kind.id == "european-case")
    assert page.paper is not None
    assert options.reported.currentText().startswith("Cytokine release syndrome")
    assert page.save_file.isVisible()
    assert options.reported.isVisible()
    assert page.save_to(tmp_path / "case.xml", page.paper.file)
    assert fromstring((tmp_path / "case.xml").read_bytes()).tag.endswith("MCCI_IN200100UV01")
    options.kind.setCurrentIndex(options.kind.findData("malignancy"))
    desktop.until(lambda: page.paper is not None and page.paper.job.kind.id == "malignancy")
    assert not page.save_file.isVisible()
    assert options.reported.currentText() == "nothing on record"
    options.kind.setCurrentIndex(options.kind.findData("letter"))
    assert not options.reported.isVisible()
