"""A window with a patient that is stopped by a signal and goes on after its idle limit: python … FOLDER.

Says "open" when the patient is shown, and after going on how often something of the patient was painted, and "locked".
"""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from core.entry.statement import Statement
from core.store.vault.slots import Cost
from core.use_cases.keep_settings import Settings, keep_settings
from ui.desktop import loaded
from ui.desktop.app import Window
from ui.desktop.idle import SinceStirred

FASTER = 60
PASSPHRASE = "four words and more"
PAINT_EVERY_MS = 5
GIVE_UP_SECONDS = 60.0


class Wall:
    """A clock on the wall that runs faster than ours."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    def now(self) -> datetime:
        return datetime(2026, 11, 29, tzinfo=UTC) + timedelta(seconds=(time.monotonic() - self._begun) * FASTER)


class Paints(QObject):
    """Counts what is painted of a patient once the time has run out."""

    def __init__(self, window: Window, since: SinceStirred, limit: int) -> None:
        super().__init__()
        self._window, self._since, self._limit = window, since, limit
        self._is_late = False
        self.count = 0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.UpdateRequest, QEvent.Type.Expose}:
            self._is_late = self._since.seconds > self._limit + 1  # one it was stopped in goes on
        elif event.type() is QEvent.Type.Paint:
            self.count += self._is_late and self._window.opening.opened is not None
        return super().eventFilter(watched, event)


def main(folder: Path) -> None:
    """Show a patient, wait to be stopped, tell what was seen."""
    loaded.COST = Cost(1, 32, 4)
    keep_settings(folder, Settings(lock_minutes=1))
    app = QApplication(sys.argv[:1])
    window = Window(app, folder)
    since = SinceStirred(Wall().now)
    window.idle.count_by(since)
    window.start()
    vault, _ = loaded.load().create(folder, PASSPHRASE)
    patient = vault.records.add_patient([Statement.of("name", "Quillfeather")], "x")
    window.opening.enter(vault)
    found = window.opening.opened
    assert found is not None
    found.open_patient(patient)
    paints = Paints(window, since, 60)
    app.installEventFilter(paints)
    painting = QTimer(window.shell)  # something always wants to be painted, as a cursor that blinks
    painting.timeout.connect(window.shell.update)
    painting.start(PAINT_EVERY_MS)
    end = time.monotonic() + GIVE_UP_SECONDS
    for _ in range(20):
        app.processEvents()
    since.stir()
    sys.stdout.write("open\n")
    sys.stdout.flush()
    while window.opening.opened is not None and time.monotonic() < end:
        app.processEvents()
    for _ in range(20):
        app.processEvents()
    sys.stdout.write(f"{paints.count} {'locked' if window.opening.opened is None else 'open'}\n")
    sys.stdout.flush()
    app.removeEventFilter(paints)
    window.shell.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
