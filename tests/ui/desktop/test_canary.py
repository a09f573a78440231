"""A patient with a name nobody else has goes through everything; what is left outside the window holds no trace."""

from __future__ import annotations

import logging
import sys
import tempfile
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from core.entry.desk.fields import Field
from tests.guards import WarningCollector
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop

NAME = "Zyxcanary Quillfeather"
NUMBER = "CANARY-7719"
TRACES = ("zyxcanary", "quillfeather", "canary-7719")


def traces_in(content: bytes) -> list[str]:
    """Find the canary in a file, whatever the width of its signs."""
    texts = [content.decode(code, "ignore").casefold() for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return [trace for trace in TRACES if any(trace in text for text in texts)]


def files_with_a_trace(*folders: Path) -> list[str]:
    return [
        str(path)
        for folder in folders
        for path in folder.rglob("*")
        if traces_in(str(path.relative_to(folder)).encode()) or (path.is_file() and traces_in(path.read_bytes()))
    ]


def metadata_of(pdf: bytes) -> str:
    """What lists of files and searches show of a PDF."""
    about = PdfReader(BytesIO(pdf)).metadata
    assert about is not None
    return " ".join(str(value) for value in about.values())


def add_canary(desktop: Desktop) -> None:
    panel = desktop.patients.panel
    desktop.patients.begin_new()
    QTest.keyClicks(panel.name, NAME)
    QTest.keyClicks(panel.birth, "3.4.1991")
    QTest.keyClicks(panel.number, NUMBER)
    QTest.keyClick(panel.number, Qt.Key.Key_Return)
    desktop.settle()
    assert NAME in desktop.window.shell.windowTitle()


def is_done(desktop: Desktop, making: str) -> bool:
    return desktop.documents.about.text() != making


def walk_through_everything(desktop: Desktop, papers: Path) -> None:
    work = desktop.workspace.work
    desktop.enter("organ_function", "creatinine", f"88 µmol/L {NAME}")  # a slip with the name in it
    work.type(Field("events", row="new1"), f'{{"event": "{NAME}"}}')
    desktop.settle()
    work.keep_drafts()
    desktop.settle()
    for where in tuple(desktop.workspace.desk.drafts):
        work.restore(where)
    desktop.settle()
    desktop.opened.entries()
    desktop.show("documents")
    for kind in range(desktop.documents.options.kind.count()):
        desktop.documents.options.kind.setCurrentIndex(kind)
        desktop.documents.options.day0.setText("4.2.2027")
        desktop.documents.options.telephone.setText("000 000")
        desktop.documents.options.template.setPlainText(f"{{no-such-macro {NAME}}}")
        desktop.documents.make()
        desktop.settle()
        making = desktop.workspace.phrases.say("documents-making")
        desktop.until(partial(is_done, desktop, making))
        paper = desktop.documents.paper
        if paper is not None:
            assert traces_in(metadata_of(paper.pdf).encode()) == []
            assert set(traces_in(paper.name.encode())) <= {NUMBER.casefold()}, "a number at most names the file"
            desktop.documents.save_to(papers / f"{kind}.pdf", paper.pdf)
            desktop.documents.save_to(papers / "nowhere" / f"{kind}.pdf", paper.pdf)
    desktop.workspace.vault.backup()


def test_no_trace_in_files_logs_or_title(
    make_desktop: MakeDesktop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    scratch, papers = tmp_path / "scratch", tmp_path / "papers"
    for folder in (scratch, papers):
        folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    caplog.set_level(logging.DEBUG)
    desktop = make_desktop().create()
    add_canary(desktop)
    walk_through_everything(desktop, papers)
    assert files_with_a_trace(desktop.folder, scratch) == [], "while the record is open"
    assert list(papers.glob("*.pdf")), "papers are what a person saves, and name their patient"
    desktop.lock()
    assert traces_in(desktop.all_words().encode()) == []
    assert traces_in(desktop.window.shell.windowTitle().encode()) == []
    assert files_with_a_trace(desktop.folder, scratch) == [], "after the lock"
    logged = "\n".join(f"{record.getMessage()} {record.exc_text or ''}" for record in caplog.records)
    assert traces_in(logged.encode()) == []


def test_an_unexpected_error_is_told_and_logged_without_its_message(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    logged = WarningCollector()
    log = logging.getLogger("kriterion")
    monkeypatch.setattr(log, "propagate", False)
    log.addHandler(logged)
    desktop.window.notices.said.connect(said.append)
    sys.excepthook(ValueError, ValueError(NAME), None)
    log.removeHandler(logged)
    assert "ValueError" in said[0]
    assert "ValueError" in logged.messages[0]
    assert traces_in(" ".join((*said, *logged.messages)).encode()) == []
