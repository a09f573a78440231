"""Whose signed packs are believed, by which key, how it came to be known; and the way back from a lost key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from core.errors import WorldError
from core.language.phrases import Phrases
from core.use_cases.keep_trust import KnownSigner
from core.wording.errors import error_words
from ui.desktop.widgets.frames import column
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.named_box import NamedBox

_WIDTH = 80
_HEIGHT = 14


class KeysSheet(QDialog):
    """Shows every signer; the words of a new key are typed as they are heard, never chosen from what a pack says."""

    def __init__(
        self,
        phrases: Phrases,
        known: Callable[[], tuple[KnownSigner, ...]],
        confirm: Callable[[str, str], None],
        parent: QWidget,
    ) -> None:
        """``confirm`` takes a signer's name and the words; WorldError where they are none."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._phrases, self._known, self._confirm = phrases, known, confirm
        say = phrases.say
        self.setWindowTitle(say("keys-title"))
        self.setMinimumWidth(letters(_WIDTH))
        inside = column(self)
        self.signers = QPlainTextEdit()
        self.signers.setReadOnly(True)
        self.signers.setTabChangesFocus(True)
        self.signers.setAccessibleName(say("keys-title"))
        self.signers.setMinimumHeight(letters(_HEIGHT))
        inside.addWidget(self.signers, 1)
        inside.addWidget(label(say("keys-explain"), "muted"))
        form = QFormLayout()
        inside.addLayout(form)
        self.who, self.words = NamedBox(), QLineEdit()
        for field, name in ((self.who, "keys-signer"), (self.words, "keys-words")):
            field.setAccessibleName(say(name))
            form.addRow(say(name), field)
        self.said = label("", "warning")
        self.said.setVisible(False)
        inside.addWidget(self.said)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.confirm = QPushButton(say("keys-confirm"))
        self.confirm.setAutoDefault(False)
        buttons.addButton(self.confirm, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.close)
        inside.addWidget(buttons)
        self.confirm.clicked.connect(self._confirm_words)
        self.words.returnPressed.connect(self._confirm_words)
        self._show()
        self.who.addItems([each.name for each in known()])

    def _show(self) -> None:
        known = self._known()
        self.signers.setPlainText("\n\n".join(map(self._told, known)) or self._phrases.say("keys-none"))
        self.confirm.setEnabled(bool(known))

    def _told(self, signer: KnownSigner) -> str:
        say = self._phrases.say
        how = f"{say(f'keys-how-{signer.how.value}')}, {say('keys-before', count=signer.before)}"
        awaited = (say("keys-awaited", words=signer.awaited),) if signer.awaited else ()
        return "\n".join((signer.name, signer.words, how, *awaited))

    def _confirm_words(self) -> None:
        name = self.who.currentText()
        if not name:
            return
        try:
            self._confirm(name, self.words.text())
            words = self._phrases.say("keys-confirmed", signer=name)
            self.words.clear()
            self._show()
        except WorldError as error:
            words = error_words(error, self._phrases)
        self.said.setText(words)
        self.said.setVisible(True)
