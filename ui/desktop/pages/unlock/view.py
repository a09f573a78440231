"""The form of the first page: passphrase, recovery key, or a new vault."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.language.phrases import Phrases
from ui.desktop.pages.unlock.promise import Promise
from ui.desktop.widgets.frames import column, frame, put_centred, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters

_LETTERS = 68
LEAST_SIGNS = 10
"""A passphrase is at least this long; words make a better one than signs."""

Waiting = Callable[[], int]
"""Returns how many seconds the next attempt has to wait."""


class UnlockPage(QWidget):
    """Says what was typed; whether it opens anything is not its business."""

    open_wanted = Signal(str)
    recovery_wanted = Signal(str)
    create_wanted = Signal(str)
    restore_wanted = Signal()
    renew_wanted = Signal(str)
    take_over_wanted = Signal()
    """A record lies on a medium and none is here: which one is meant has to be asked."""
    new_wanted = Signal()

    def __init__(
        self, phrases: Phrases, place: str, *, is_new: bool, seconds_to_wait: Waiting, from_medium: str = ""
    ) -> None:
        """``from_medium`` says which record is taken over from where, "" where none is."""
        super().__init__()
        self.setProperty("role", "page")
        self._phrases = phrases
        self._is_new = is_new
        self._seconds_to_wait = seconds_to_wait
        self._is_recovery = False
        card = frame("card", self)
        card.setFixedWidth(letters(_LETTERS))
        inside = column(card, margin=28, spacing=10)
        kind = "take-over" if from_medium else "create" if is_new else "open"
        self.title = label(phrases.say(f"start-{kind}-title"), "title")
        inside.addWidget(self.title)
        inside.addWidget(label(from_medium or phrases.say(f"start-{kind}-why"), "muted"))
        self.first = self._secret_field("start-passphrase", inside)
        self.second = self._secret_field("start-passphrase-again", inside)
        self.second.setVisible(is_new)
        self.message = label("", "warning")
        self.closing = label("", "muted")
        inside.addWidget(self.message)
        self.go = QPushButton(phrases.say("start-create" if is_new else "start-open"))
        self.go.setProperty("role", "primary")
        inside.addWidget(self.go)
        self.other = self._link("start-use-recovery-key", inside, is_offered=not is_new)
        self.restore = QPushButton(phrases.say("start-restore"))
        self.restore.setVisible(False)
        inside.addWidget(self.restore)
        self.renew = self._link("start-renew", inside, is_offered=not is_new and not from_medium)
        self.take_over = self._link("start-take-over", inside, is_offered=is_new)
        self.not_over = self._link("start-take-over-not", inside, is_offered=bool(from_medium))
        inside.addWidget(label(phrases.say("start-place", place=place), "muted"))
        inside.addWidget(self.closing)
        self.promise = Promise(phrases)
        self._lay_out(card)
        self.go.clicked.connect(self._go)
        self.first.returnPressed.connect(self._next)
        self.second.returnPressed.connect(self._go)
        self.other.clicked.connect(self._switch)
        self.restore.clicked.connect(self.restore_wanted)
        self.renew.clicked.connect(self._renew)
        self.take_over.clicked.connect(self.take_over_wanted)
        self.not_over.clicked.connect(self.new_wanted)
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self.show_waiting)
        self.setFocusProxy(self.first)

    def _lay_out(self, card: QWidget) -> None:
        whole = row(self, spacing=0)
        whole.addWidget(self.promise)
        outside = column(whole, margin=0, stretch=1)
        outside.addStretch(1)
        put_centred(card, outside)
        outside.addStretch(2)

    def show_message(self, words: str) -> None:
        """Say what went wrong; nothing of the passphrase is kept."""
        self.message.setText(words)
        self.first.clear()
        self.second.clear()
        self.set_busy(is_busy=False)
        self.first.setFocus()

    def show_closing(self, words: str) -> None:
        """Say how far it is with what was locked before."""
        self.closing.setText(words)

    def offer_restore(self) -> None:
        """Offer the newest good backup: the vault is damaged."""
        self.restore.setVisible(True)
        self.restore.setFocus()

    def set_busy(self, *, is_busy: bool) -> None:
        """While the passphrase is tried nothing can be pressed twice."""
        self.go.setEnabled(not is_busy)
        if is_busy:
            self.message.setText(self._phrases.say("start-opening"))

    def show_doing(self, words: str) -> None:
        """Say how far something is that takes its time; nothing can be pressed meanwhile."""
        self.set_busy(is_busy=True)
        self.message.setText(words)

    def show_waiting(self) -> None:
        """Count down until the next attempt may be made."""
        seconds = self._seconds_to_wait()
        self.go.setEnabled(seconds == 0)
        if seconds:
            self.message.setText(self._phrases.say("start-wait", seconds=seconds))
            self._clock.start()
        else:
            self._clock.stop()
            self.message.clear()

    def _secret_field(self, phrase: str, inside: QVBoxLayout) -> QLineEdit:
        field = QLineEdit()
        field.setEchoMode(QLineEdit.EchoMode.Password)
        field.setPlaceholderText(self._phrases.say(phrase))
        field.setAccessibleName(self._phrases.say(phrase))
        inside.addWidget(field)
        return field

    def _link(self, phrase: str, inside: QVBoxLayout, *, is_offered: bool) -> QPushButton:
        button = QPushButton(self._phrases.say(phrase))
        button.setProperty("role", "link")
        button.setVisible(is_offered)
        inside.addWidget(button)
        return button

    def _next(self) -> None:
        if self._is_new:
            self.second.setFocus()
        else:
            self._go()

    def _go(self) -> None:
        if not self.go.isEnabled() or not self.first.text():
            return
        if self._is_new:
            self._create()
        elif self._is_recovery:
            self.set_busy(is_busy=True)
            self.recovery_wanted.emit(self.first.text())
        else:
            self.set_busy(is_busy=True)
            self.open_wanted.emit(self.first.text())

    def _create(self) -> None:
        if len(self.first.text()) < LEAST_SIGNS:
            self.message.setText(self._phrases.say("start-too-short", count=LEAST_SIGNS))
        elif self.first.text() != self.second.text():
            self.message.setText(self._phrases.say("start-not-the-same"))
        else:
            self.set_busy(is_busy=True)
            self.create_wanted.emit(self.first.text())

    def _renew(self) -> None:
        """A new key is asked for with the passphrase, not with the recovery key: that one ends with the old key."""
        if self._is_recovery or not self.first.text():
            self.message.setText(self._phrases.say("start-renew-why"))
            self.first.setFocus()
        elif self.go.isEnabled():
            self.set_busy(is_busy=True)
            self.renew_wanted.emit(self.first.text())

    def _switch(self) -> None:
        self._is_recovery = not self._is_recovery
        phrase = "start-recovery-key" if self._is_recovery else "start-passphrase"
        self.first.setEchoMode(QLineEdit.EchoMode.Normal if self._is_recovery else QLineEdit.EchoMode.Password)
        self.first.setPlaceholderText(self._phrases.say(phrase))
        self.first.setAccessibleName(self._phrases.say(phrase))
        self.other.setText(self._phrases.say("start-use-passphrase" if self._is_recovery else "start-use-recovery-key"))
        self.first.clear()
        self.first.setFocus()
