"""Garbage is collected on the window's thread alone: it may hold widgets, and those die where they live or crash."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_EVERY_MS = 1000


class Collecting(QObject):
    """Takes the collector from Python, which runs it on whatever thread makes the most objects, and runs it here."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_EVERY_MS)
        self._clock.timeout.connect(self.look)
        self._clock.start()

    def look(self) -> None:
        """Collect the oldest generation that has come of age, as Python would have."""
        due = [
            at for at, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if count > most
        ]
        if due:
            gc.collect(max(due))

    def stop(self) -> None:
        """Give the collector back to Python."""
        self._clock.stop()
        gc.enable()
