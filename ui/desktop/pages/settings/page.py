"""The page of the settings."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QScrollArea, QSpinBox, QVBoxLayout, QWidget
from typing_extensions import override

from core.errors import WorldError
from core.language.phrases import LANGUAGES
from core.program import PROGRAM
from core.use_cases.keep_settings import LOCK_MINUTES, SIZES, THEMES, Settings
from ui.desktop.notices import Notices
from ui.desktop.pages.page import Page
from ui.desktop.widgets.frames import column, frame
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.workspace import Workspace

_LETTERS = 82
_HEAD_SHOWN = 12


class SettingsPage(Page):
    """Settings count when they are kept."""

    id = "settings"
    phrase = "shell-settings"
    shortcut = "Ctrl+,"
    changed = Signal(object)

    def __init__(self, workspace: Workspace, notices: Notices) -> None:
        super().__init__()
        self._workspace = workspace
        self._notices = notices
        self._say = workspace.phrases.say
        settings = workspace.settings
        whole = column(self, margin=0)
        area = QScrollArea()
        area.setWidgetResizable(True)
        whole.addWidget(area)
        holder = QWidget()
        area.setWidget(holder)
        outside = column(holder, margin=22)
        card = frame("card")
        card.setMaximumWidth(letters(_LETTERS))
        outside.addWidget(card)
        inside = column(card, margin=18)
        inside.addWidget(label(self._say("settings-title"), "title"))
        languages = [(f"documents-in-{each}", each) for each in LANGUAGES]
        themes = [(f"settings-theme-{each}", each) for each in THEMES]
        self.language = self._choice("settings-language", languages, settings.language, inside)
        self.theme = self._choice("settings-theme", themes, settings.theme, inside)
        self.scale = QComboBox()
        for size in SIZES:
            self.scale.addItem(f"{size} %", size)
        self.scale.setCurrentIndex(SIZES.index(settings.percent))
        self._labelled("settings-size", self.scale, inside)
        self.author = self._text("settings-author", settings.author, inside)
        self.department = self._text("settings-department", settings.department, inside)
        self.address = self._text("settings-address", settings.address, inside)
        self.telephone = self._text("settings-telephone", settings.telephone, inside)
        self.telephone_24h = self._text("settings-telephone-24h", settings.telephone_24h, inside)
        self.lock = QSpinBox()
        self.lock.setRange(LOCK_MINUTES[0], LOCK_MINUTES[-1])
        self.lock.setValue(settings.lock_minutes)
        self._labelled("settings-lock", self.lock, inside)
        self.keep = QPushButton(self._say("settings-keep"))
        self.keep.setProperty("role", "primary")
        inside.addWidget(self.keep)
        outside.addWidget(self._passphrase_card())
        outside.addWidget(self._about_card())
        outside.addStretch(1)
        self.keep.clicked.connect(self._keep)

    @override
    def opened(self) -> None:
        check = self._workspace.records.check_audit()
        head = self._workspace.records.audit_head()[:_HEAD_SHOWN]
        words = (
            self._say("settings-trail", rows=check.rows, head=head)
            if check.is_whole
            else self._say("settings-trail-broken", row=check.first_broken or 0)
        )
        self.trail.setText(words)
        self.language.setFocus()

    def _passphrase_card(self) -> QWidget:
        card = frame("card")
        card.setMaximumWidth(letters(_LETTERS))
        inside = column(card, margin=18)
        inside.addWidget(label(self._say("settings-passphrase"), "heading"))
        self.old = self._text("settings-old-passphrase", "", inside)
        self.new = self._text("settings-new-passphrase", "", inside)
        self.again = self._text("start-passphrase-again", "", inside)
        for field in (self.old, self.new, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        change = QPushButton(self._say("settings-passphrase"))
        change.clicked.connect(self._change_passphrase)
        inside.addWidget(change)
        return card

    def _about_card(self) -> QWidget:
        card = frame("card")
        card.setMaximumWidth(letters(_LETTERS))
        inside = column(card, margin=18)
        inside.addWidget(label(self._say("settings-about", program=PROGRAM), "muted"))
        self.trail = label("", "muted")
        inside.addWidget(self.trail)
        return card

    def _keep(self) -> None:
        settings = Settings(
            language=str(self.language.currentData()),
            theme=str(self.theme.currentData()),
            percent=int(self.scale.currentData()),
            author=self.author.text().strip(),
            department=self.department.text().strip(),
            address=self.address.text().strip(),
            telephone=self.telephone.text().strip(),
            telephone_24h=self.telephone_24h.text().strip(),
            lock_minutes=self.lock.value(),
            region=self._workspace.settings.region,
        )
        self.changed.emit(settings)

    def _change_passphrase(self) -> None:
        if self.new.text() != self.again.text():
            self._notices.tell(self._say("start-not-the-same"))
            return
        try:
            self._workspace.vault.change_passphrase(self.old.text(), self.new.text())
        except WorldError as error:
            self._notices.tell_error(error, self._workspace.phrases)
        else:
            self._notices.tell(self._say("settings-passphrase-changed"))
        for field in (self.old, self.new, self.again):
            field.clear()

    def _choice(self, phrase: str, words: list[tuple[str, str]], chosen: str, inside: QVBoxLayout) -> QComboBox:
        box = QComboBox()
        for text, value in words:
            box.addItem(self._say(text), value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        self._labelled(phrase, box, inside)
        return box

    def _text(self, phrase: str, text: str, inside: QVBoxLayout) -> QLineEdit:
        edit = QLineEdit(text)
        self._labelled(phrase, edit, inside)
        return edit

    def _labelled(self, phrase: str, widget: QWidget, inside: QVBoxLayout) -> None:
        words = label(self._say(phrase), "muted")
        words.setBuddy(widget)
        widget.setAccessibleName(self._say(phrase))
        inside.addWidget(words)
        inside.addWidget(widget)
