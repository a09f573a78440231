"""Works for a day in the real window: edits, screenings, papers; memory must not grow and Qt must not complain.

QT_QPA_PLATFORM=offscreen python -m tests.faults.long_run FOLDER [EDITS]
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from core.entry.desk.fields import Field
from core.use_cases.keep_settings import LOCK_MINUTES, Settings, keep_settings
from core.use_cases.take_in_samples import take_in_samples
from ui.desktop.app import Window
from ui.desktop.loaded import load
from ui.desktop.opened import Opened
from ui.desktop.pages.documents.page import DocumentsPage

EDITS = 50_000
RECORD_EVERY = 25
PAPER_EVERY = 100
SWITCH_EVERY = 250
WARM = 10
"""The first tenth fills caches; growth is counted from there."""
WAIT_SECONDS = 60
FIELDS = ("lvef", "creatinine", "upcr", "alt", "ast", "albumin", "crp", "platelets", "haemoglobin", "sledai_2k")
OFFSCREEN = ("This plugin does not support",)
"""What the offscreen plug-in itself says."""


class LongRun:
    """One window, hands that never rest."""

    def __init__(self, folder: Path) -> None:
        keep_settings(folder, Settings(author="Dr Example"))
        self.complaints: list[str] = []
        qInstallMessageHandler(self._hear)
        app = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(app, QApplication)
        self.app = app
        self.window = Window(app, folder)
        self.window.start()
        self.window.tasks.finish()
        vault, _ = load().create(folder, "four words and more")
        take_in_samples(vault.records, "long run")
        self.window.opening.enter(vault)
        self.chance = random.Random(0)

    @property
    def opened(self) -> Opened:
        """The open vault's part of the window."""
        found = self.window.opening.opened
        assert found is not None
        return found

    def run(self, edits: int) -> tuple[int, int, float]:
        """Edit; return how many papers and screenings there were, and how many megabytes memory grew."""
        papers = screenings = 0
        before = 0.0
        self._switch()
        for number in range(1, edits + 1):
            self._edit()
            if number % RECORD_EVERY == 0:
                self._record()
                screenings += 1
            if number % PAPER_EVERY == 0:
                self._paper()
                papers += 1
            if number % SWITCH_EVERY == 0:
                self._switch()
            if number == edits // WARM:
                before = resident_megabytes()
            if number % (edits // WARM) == 0:
                print(f"{number} edits, {resident_megabytes():.0f} MB", flush=True)
        return papers, screenings, resident_megabytes() - before

    def close(self) -> None:
        """End as a user does."""
        self.window.shell.close()

    def _edit(self) -> None:
        self.where = Field(self.chance.choice(FIELDS))
        self.opened.workspace.work.type(self.where, str(self.chance.randrange(10, 99)))
        self._turn()

    def _record(self) -> None:
        workspace = self.opened.workspace
        for where in tuple(workspace.desk.drafts):
            if not workspace.work.leave(where):
                workspace.work.restore(where)
        self.until(lambda: not workspace.is_judging)

    def _paper(self) -> None:
        shell = self.window.shell
        shell.show_page("documents")
        page = shell.findChildren(DocumentsPage)[-1]
        self.until(lambda: page.paper is not None)
        shell.show_page("screening")

    def _switch(self) -> None:
        self.window.idle.start(LOCK_MINUTES[-1])  # the hands of this run touch no key
        workspace = self.opened.workspace
        self.opened.open_patient(self.chance.choice([line.id for line in workspace.records.patients()]))
        self.until(lambda: not workspace.is_judging)

    def _turn(self) -> None:
        """One turn of the event loop, with the deletions that only a running loop does by itself."""
        self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def until(self, condition: Callable[[], bool]) -> None:
        """Run the event loop until something is so."""
        end = time.monotonic() + WAIT_SECONDS
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError
            self._turn()

    def _hear(self, kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        del kind, context
        if not message.startswith(OFFSCREEN):
            self.complaints.append(message)


def resident_megabytes() -> float:
    """Return what the process holds in memory."""
    for line in Path("/proc/self/status").read_text(encoding="utf-8").splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def main(folder: Path, edits: int) -> None:
    """Run and say what came of it."""
    long_run = LongRun(folder)
    begun = time.perf_counter()
    papers, screenings, grown = long_run.run(edits)
    seconds = time.perf_counter() - begun
    long_run.close()
    print(f"{edits} edits, {screenings} recordings judged, {papers} papers in {seconds:.0f} s")
    print(f"memory grew by {grown:.1f} MB after the first tenth; complaints of Qt: {len(long_run.complaints)}")
    for complaint in long_run.complaints[:10]:
        print(complaint)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else EDITS)
