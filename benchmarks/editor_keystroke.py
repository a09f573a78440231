"""A key typed into a draft of 6,000 lines: until its letter stands there, and while the draft is being checked.

``QT_QPA_PLATFORM=offscreen uv run python -m benchmarks.editor_keystroke`` prints milliseconds of the window's thread
by the wall and of its CPU: the median, the 99th of a hundred and the longest of the keys typed in a run, of the keys
that come in the middle of a check, and of the longest turn of the event loop while nobody types and the check runs
and shows what it found. Then, how long one check takes, and one list of what can be written.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.desktop import PASSPHRASE, WAIT_SECONDS
from core.discovery import rules_path
from core.use_cases.edit_rules import check_draft
from core.use_cases.keep_drafts import Draft
from core.use_cases.keep_settings import Settings, keep_settings
from ui.desktop.app import SWITCH_SECONDS, Window
from ui.desktop.loaded import load
from ui.desktop.pages.rules.editor.view import EditorView
from ui.desktop.pages.rules.page import RulesPage

LINES, KEYS = 6000, 200
_FILE = ("protocols", "example-sle-cart-01.yaml")
_TYPED = " and haemoglobin >= 8 g/dL"


def long_text(lines: int) -> str:
    """Return a rule file without an error of so many lines: the shipped example, its exclusions many times over."""
    text = rules_path(*_FILE).read_text("utf-8")
    head, exclusions, *behind = re.split(r"(?m)^(?=exclusion:|schedules:)", text)
    items = re.split(r"(?m)^(?=  - id: )", exclusions)
    body, count = list(items), text.count("\n")
    copy = 0
    while count < lines:
        copy += 1
        for item in items[1:]:
            body.append(re.sub(r"- id: (\w+)", rf"- id: \1_{copy}", item, count=1))
            count += item.count("\n")
    return "".join((head, *body, *behind))


class Writing:
    """One window with a long draft open."""

    def __init__(self, folder: Path, text: str) -> None:
        keep_settings(folder, Settings(author="Dr Example"))
        sys.setswitchinterval(SWITCH_SECONDS)
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        self.app = app
        loaded = load()
        self.catalogue = loaded.knowledge.catalogue
        self.window = Window(app, folder)
        vault, _ = loaded.create(folder, PASSPHRASE)
        self.window.start()
        self.window.tasks.finish()
        self.window.opening.enter(vault)
        self.window.shell.show_page("rules")
        page = self.window.shell.findChildren(RulesPage)[-1]
        page.edit(Draft("benchmark", text, "benchmark"))
        self.editor: EditorView = page.editor
        self.window.shell.activateWindow()
        self.until(self.window.shell.isActiveWindow)
        self.rest()
        found = self.editor.text.document().find("require: ", 2 * len(text) // 3)
        self.editor.text.setTextCursor(found)
        self.key("\b")
        self.rest()

    def until(self, condition: Callable[[], bool]) -> None:
        """Run the event loop until something is so."""
        end = time.monotonic() + WAIT_SECONDS
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            self.app.processEvents()

    def rest(self) -> None:
        """Wait for the check and for what it shows."""
        self.until(lambda: not self.editor.is_checking)
        self.app.processEvents()

    def key(self, letter: str) -> tuple[float, float]:
        """Type one letter and paint; return the seconds by the wall and of this thread's CPU."""
        wall, cpu = time.perf_counter(), time.thread_time()
        if letter == "\b":
            QTest.keyClick(self.editor.text, Qt.Key.Key_Backspace)
        else:
            QTest.keyClicks(self.editor.text, letter)
        self.app.processEvents()
        return time.perf_counter() - wall, time.thread_time() - cpu

    def typed(self, count: int) -> list[tuple[float, float]]:
        """Type so many letters as fast as they are taken."""
        return [self.key((_TYPED + "\b" * len(_TYPED))[at % (2 * len(_TYPED))]) for at in range(count)]

    def typed_into_checks(self, count: int) -> list[tuple[float, float]]:
        """Type letters, each at another moment of a check that runs."""
        taken: list[tuple[float, float]] = []
        for at in range(count):
            self.editor.check_now()
            end = time.perf_counter() + 0.01 * (at % 40)
            while time.perf_counter() < end and self.editor.is_checking:
                self.app.processEvents()
            taken.append(self.key("#" if at % 2 == 0 else "\b"))
        self.rest()
        return taken

    def turns_of_a_check(self) -> list[tuple[float, float]]:
        """Return how long each turn of the event loop takes while a check runs and shows what it found."""
        taken: list[tuple[float, float]] = []
        self.editor.check_now()
        while self.editor.is_checking:
            wall, cpu = time.perf_counter(), time.thread_time()
            self.app.processEvents()
            taken.append((time.perf_counter() - wall, time.thread_time() - cpu))
        return taken


def told(name: str, taken: list[tuple[float, float]]) -> None:
    """Print one line of the table."""
    for which, at in (("wall", 0), ("CPU", 1)):
        times = sorted(each[at] * 1000 for each in taken)
        middle, late, longest = median(times), times[int(len(times) * 0.99) - 1], times[-1]
        print(f"{name:34} {which:5} median {middle:6.1f} ms, 99 % {late:6.1f} ms, longest {longest:6.1f} ms")


def main() -> None:
    """Print the table."""
    text = long_text(LINES)
    with tempfile.TemporaryDirectory() as folder:
        writing = Writing(Path(folder), text)
        print(
            f"{text.count(chr(10))} lines, {len(writing.editor.check.problems) if writing.editor.check else 0} problems"
        )
        told("a key in a run of keys", writing.typed(KEYS))
        writing.rest()
        told("a key in the middle of a check", writing.typed_into_checks(KEYS // 2))
        told("a turn while a check runs", writing.turns_of_a_check())
        start = time.process_time()
        check_draft(text, "benchmark", writing.catalogue)
        print(f"one check: {time.process_time() - start:.2f} s of CPU, on another thread, given up by the next key")
        start = time.process_time()
        writing.editor.text.complete()
        print(f"one list of what can be written: {(time.process_time() - start) * 1000:.0f} ms")
        writing.window.shell.close()


if __name__ == "__main__":
    main()
