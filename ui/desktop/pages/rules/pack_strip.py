"""What a pack says above its files: who signed it, the words of a key that is new, and which file is looked at."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QWidget

from core.language.dates import format_date
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.packs.fingerprint import fingerprint
from core.use_cases.keep_library import TakenIn
from core.use_cases.take_in_pack import PackTaken
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label


class PackStrip(QWidget):
    """The head of a pack; hidden while a single file is looked at."""

    file_chosen = Signal(int)
    changed = Signal()

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self._phrases = phrases
        self.pack: PackTaken | None = None
        whole = column(self, margin=0, spacing=0)
        holder: QFrame = frame("strip")
        inside = column(holder, margin=12, spacing=4)
        whole.addWidget(holder)
        line = row(inside, spacing=12)
        self.title = label("", "heading")
        self.files = QComboBox()
        self.files.setAccessibleName(phrases.say("packs-files"))
        line.addWidget(self.title, 1)
        line.addWidget(self.files)
        self.signer, self.words = label("", "muted"), label("", "heading")
        self.compared = QCheckBox()
        for each in (self.signer, self.words, self.compared):
            inside.addWidget(each)
        self.setVisible(False)
        self.files.currentIndexChanged.connect(self.file_chosen)
        self.compared.toggled.connect(self.changed)

    @property
    def can_be_accepted(self) -> bool:
        """True if the pack can be taken in, and the words of a new key were compared."""
        pack = self.pack
        return pack is not None and pack.can_be_accepted and (self.compared.isChecked() or not pack.is_first_use)

    @property
    def said(self) -> str:
        """What is to be told of the pack as a whole."""
        pack, say = self.pack, self._phrases.say
        if pack is not None and pack.can_be_accepted:
            return say("packs-can-be-accepted")
        return say("packs-cannot-be-accepted" if pack is not None and pack.new else "packs-nothing-new")

    def show_pack(self, pack: PackTaken) -> None:
        """Show a pack that was checked; nothing of it is kept yet."""
        say, told = self._phrases.say, pack.pack.manifest
        self.pack = pack
        day = format_date(date.fromisoformat(told.made_on), self._phrases.language)
        self.title.setText(say("packs-title", name=told.name, version=told.version, date=day))
        words = " ".join(fingerprint(told.key))
        signed = say("packs-signed-by", signer=told.signer)
        if pack.succession is not None:
            rest = say(f"packs-key-{pack.succession.value}", words=words)
        else:
            known = say("packs-known-key", words=words)
            rest = say("packs-first-use", signer=told.signer) if pack.is_first_use else known
        self.signer.setText(f"{signed}. {rest}")
        self.words.setText(words)
        self.compared.setText(say("packs-compared", signer=told.signer))
        self.compared.setChecked(False)
        for each in (self.words, self.compared):
            each.setVisible(pack.is_first_use)
        with QSignalBlocker(self.files):
            self.files.clear()
            self.files.addItems([self._line(each) for each in pack.files])
        self.setVisible(True)

    def leave(self) -> None:
        """No pack is looked at any more."""
        self.pack = None
        self.setVisible(False)

    def _line(self, taken: TakenIn) -> str:
        say, rule_file = self._phrases.say, taken.file.rule_file
        if rule_file is None:
            return taken.file.path.name
        old = None if taken.replaces is None else taken.replaces.rule_file
        if not taken.can_be_accepted:
            state = say("packs-file-refused", version=rule_file.version)
        elif taken.succession.same is not None:
            state = say("packs-file-same" if taken.is_in_force else "packs-file-held", version=rule_file.version)
        elif old is None:
            state = say("packs-file-new", version=rule_file.version)
        else:
            state = say("packs-file-next", old=old.version, version=rule_file.version)
        return f"{in_language(rule_file.short_title, self._phrases.language)} · {state}"
