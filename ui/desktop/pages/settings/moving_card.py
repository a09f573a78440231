"""The record on a medium, and the recovery drill: which copy, which key, and what came of it, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QWidget

from core.language.phrases import Phrases
from ui.desktop.widgets.frames import column, row
from ui.desktop.widgets.labels import label


class MovingCard(QFrame):
    """Says what is wanted. ``copy`` is a copy on a medium that is to be tried, None for the newest backup."""

    copy_wanted = Signal()
    choice_wanted = Signal()
    drill_wanted = Signal(str)

    def __init__(self, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = self._say = phrases.say
        self.setProperty("role", "card")
        self.copy: Path | None = None
        self._backup = ""
        inside = column(self, margin=18)
        inside.addWidget(label(say("moving-title"), "heading"))
        inside.addWidget(label(say("moving-why"), "muted"))
        self.copying = QPushButton(say("moving-copy"))
        inside.addWidget(self.copying)
        self.copied = label("", is_heard=True)
        inside.addWidget(self.copied)
        inside.addWidget(label(say("moving-drill"), "heading"))
        inside.addWidget(label(say("moving-drill-why"), "muted"))
        self.last = label("", "muted")
        inside.addWidget(self.last)
        self.which = label("")
        inside.addWidget(self.which)
        line = row(inside)
        self.choose = QPushButton(say("moving-drill-choose"))
        self.backup = QPushButton(say("moving-drill-backup"))
        line.addWidget(self.choose)
        line.addWidget(self.backup)
        line.addStretch(1)
        words = label(say("moving-drill-key"))
        self.key = QLineEdit()
        self.key.setAccessibleName(words.text())
        words.setBuddy(self.key)
        inside.addWidget(words)
        inside.addWidget(self.key)
        self.go = QPushButton(say("moving-drill-go"))
        inside.addWidget(self.go)
        self.came = label("", is_heard=True)
        inside.addWidget(self.came)
        self.copying.clicked.connect(self.copy_wanted)
        self.choose.clicked.connect(self.choice_wanted)
        self.backup.clicked.connect(self._take_backup)
        self.go.clicked.connect(self._go)
        self.key.returnPressed.connect(self._go)
        self.show_last("", "")
        self.show_backup("")

    def show_copied(self, lines: Sequence[str]) -> None:
        """Say where the copy lies, and what is to be thought of."""
        self.copied.setText("\n".join(lines))

    def show_last(self, day: str, name: str) -> None:
        """Say when the drill was gone through last, "" where it never was."""
        self.last.setText(
            self._say("moving-drill-last", day=day, name=name) if day else self._say("moving-drill-never")
        )

    def show_backup(self, name: str) -> None:
        """Take another backup for the newest one, "" where there is none."""
        self._backup = name
        self._show_which()

    def take(self, copy: Path) -> None:
        """Take a copy on a medium to be tried."""
        self.copy = copy
        self._show_which()
        self.key.setFocus()

    def show_came(self, lines: Sequence[str]) -> None:
        """Say what came of the drill; the key is held no longer than it is needed."""
        self.came.setText("\n".join(lines))
        self.key.clear()
        self.go.setEnabled(True)

    def clear(self) -> None:
        """Hold nothing that was typed or came out before."""
        self.key.clear()
        self.came.setText("")
        self.copied.setText("")

    def _take_backup(self) -> None:
        self.copy = None
        self._show_which()
        self.key.setFocus()

    def _show_which(self) -> None:
        name = self._backup if self.copy is None else self.copy.name
        known = self._say("moving-drill-which", name=name) if name else self._say("moving-drill-no-copy")
        self.which.setText(known)
        self.backup.setVisible(self.copy is not None)
        self.go.setEnabled(bool(name))

    def _go(self) -> None:
        if not self.go.isEnabled():
            return
        if not self.key.text().strip():
            self.came.setText(self._say("moving-drill-no-key"))
            self.key.setFocus()
            return
        self.go.setEnabled(False)
        self.drill_wanted.emit(self.key.text())
