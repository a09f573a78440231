"""A key typed into a field of the real window over 60 files: until its letter stands there, until every answer does.

``QT_QPA_PLATFORM=offscreen uv run python -m benchmarks.window_keystroke`` prints CPU milliseconds of the window's
thread, median and the 99th of a hundred, and how often the chart was made for a key.
"""

from __future__ import annotations

import gc
import sys
import tempfile
import time
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from benchmarks.desktop import PASSPHRASE, WAIT_SECONDS
from benchmarks.keystroke import files_of
from core.discovery import resource_path, yaml_files
from core.entry import charting
from core.entry.desk import desk as desk_module
from core.use_cases.keep_settings import Settings, keep_settings
from core.use_cases.take_in_samples import sample_statements
from ui.desktop.app import SWITCH_SECONDS, Window
from ui.desktop.loaded import load
from ui.desktop.pages.screening.entry.form_page import FormPageView
from ui.desktop.pages.screening.page import ScreeningPage
from ui.desktop.widgets.value_field import ValueField
from ui.desktop.workspace import Knowledge

FILES, KEYS, WARM = 60, 100, 10
FIELDS = (("organ_function", "creatinine"), ("organ_function", "lvef"), ("identity", "weight"))
_MOST_LETTERS = 4
SCORE, ITEMS = "sledai_2k", 24
_TURNS = 200
"""The fields of a page are made between the turns of the event loop."""


class Typing:
    """One window with a patient open, judged by so many files."""

    def __init__(self, folder: Path) -> None:
        keep_settings(folder, Settings(author="Dr Example"))
        sys.setswitchinterval(SWITCH_SECONDS)
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        self.app = app
        loaded = load()
        self.window = Window(app, folder)
        vault, _ = loaded.create(folder, PASSPHRASE)
        samples = [sample_statements(path) for path in yaml_files(resource_path("samples"))]
        vault.records.add_patients([max(samples, key=len)], "benchmark")
        self.window.start()
        self.window.tasks.finish()
        self.window.opening.enter(vault)
        opened = self.window.opening.opened
        assert opened is not None
        self.workspace = opened.workspace
        knowledge = self.workspace.knowledge
        self.workspace.judge_by(Knowledge(knowledge.catalogue, files_of(knowledge.rules, FILES)))
        opened.open_patient(vault.records.patients()[0].id)
        self.until_judged()
        self.page = self.window.shell.findChildren(ScreeningPage)[-1]
        self.window.shell.activateWindow()
        while not self.window.shell.isActiveWindow():
            self.app.processEvents()

    def until_judged(self) -> None:
        """Run the event loop until every answer is shown."""
        end = time.monotonic() + WAIT_SECONDS
        while self.workspace.is_judging:
            if time.monotonic() > end:
                raise TimeoutError
            self.app.processEvents()

    def edit(self, section: str, name: str) -> QLineEdit:
        """Return the empty field, with the focus in it."""
        self.page.entry.open_page(section)
        self.until_judged()
        for _ in range(_TURNS):
            self.app.processEvents()
        view = self.page.entry.stack.currentWidget()
        assert isinstance(view, FormPageView)
        field = view.field_for(name)
        assert isinstance(field, ValueField), name
        edit = field.edit
        edit.setFocus()
        edit.clear()
        self.app.processEvents()
        return edit

    def key(self, edit: QLineEdit, at: int) -> tuple[float, float]:
        """Press a figure, or take one back; return when it stood there and when all answers did."""
        begun = time.thread_time()
        if len(edit.text()) >= _MOST_LETTERS:
            QTest.keyClick(edit, Qt.Key.Key_Backspace)
        else:
            QTest.keyClicks(edit, str(1 + at % 9))
        edit.repaint()
        stood = time.thread_time()
        self.until_judged()
        return (stood - begun) * 1000, (time.thread_time() - begun) * 1000

    def item(self, at: int) -> tuple[float, float]:
        """Answer an item of a score by its key; return when the total stood there and when all answers did."""
        panel = self.page.scoring
        if not panel.isVisible():
            self.page.ask_score(SCORE)
            self.until_judged()
        if at % ITEMS == 0:
            panel.table.setCurrentIndex(next(panel.model.places()))
        begun = time.thread_time()
        QTest.keyClicks(panel.table, "10-"[at // ITEMS % 3])
        panel.value.repaint()
        panel.table.viewport().repaint()
        stood = time.thread_time()
        self.until_judged()
        return (stood - begun) * 1000, (time.thread_time() - begun) * 1000


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        typing = Typing(Path(name) / "vault")
        for section, concept in FIELDS:
            edit = typing.edit(section, concept)
            for at in range(WARM):
                typing.key(edit, at)
            gc.collect()
            with patch.object(desk_module, "chart_of", wraps=charting.chart_of) as made:
                took = [typing.key(edit, at) for at in range(KEYS)]
            for what, times in zip(("letter there", "all answers shown"), zip(*took, strict=True), strict=True):
                ordered = sorted(times)
                print(
                    f"{concept:12} {what:18} median {ordered[KEYS // 2]:5.1f}, p99 {ordered[int(KEYS * 0.99)]:5.1f} ms"
                    " (asked 10, 30)"
                )
            print(f"{concept:12} charts made for a key: {made.call_count / KEYS:.2f}")
        _print("an item", [typing.item(at) for at in range(KEYS)])
        typing.window.shell.close()


def _print(what: str, took: list[tuple[float, float]]) -> None:
    for until, times in zip(("total there", "all answers shown"), zip(*took, strict=True), strict=True):
        ordered = sorted(times)
        print(
            f"{what:12} {until:18} median {ordered[KEYS // 2]:5.1f}, p99 {ordered[int(KEYS * 0.99)]:5.1f} ms"
            " (asked 10, 30)"
        )


if __name__ == "__main__":
    main()
