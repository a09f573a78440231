"""The page of the settings."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from core.errors import WorldError
from core.program import PROGRAM
from core.progress import Report
from core.store.vault.noticing import told_of
from core.trials.places import read_place
from core.use_cases.keep_logo import drop_logo, keep_logo, read_logo
from core.use_cases.keep_settings import Settings
from core.wording.errors import error_words
from ui.desktop.actions import Action
from ui.desktop.notices import Notices
from ui.desktop.pages.page import Page
from ui.desktop.pages.place import Place
from ui.desktop.pages.settings.erased_card import ErasedCard
from ui.desktop.pages.settings.general_card import GeneralCard
from ui.desktop.pages.settings.keys_card import KeysCard
from ui.desktop.pages.settings.moving import Moving
from ui.desktop.pages.settings.moving_card import MovingCard
from ui.desktop.tasks import Task, Tasks
from ui.desktop.widgets.frames import column, frame, scrolled
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
    new_key_wanted = Signal()
    destroyed_said = Signal()
    """Somebody says that copies that are not there exist nowhere any more."""

    def __init__(self, workspace: Workspace, notices: Notices, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._checking: Task | None = None
        self._workspace = workspace
        self._notices = notices
        self._say = workspace.phrases.say
        whole = column(self, margin=0)
        area = QScrollArea()
        whole.addWidget(area)
        outside = scrolled(area, margin=22)
        self.general = GeneralCard(workspace.phrases, workspace.settings, read_logo(workspace.vault.folder))
        self.general.setMaximumWidth(letters(_LETTERS))
        outside.addWidget(self.general)
        self.keys = KeysCard(workspace.phrases)
        self.keys.setMaximumWidth(letters(_LETTERS))
        outside.addWidget(self.keys)
        self.moving_card = MovingCard(workspace.phrases)
        self.moving_card.setMaximumWidth(letters(_LETTERS))
        outside.addWidget(self.moving_card)
        self.moving = Moving(self.moving_card, workspace, notices, tasks)
        self._area = area
        self.erased = ErasedCard(workspace.phrases)
        self.erased.setMaximumWidth(letters(_LETTERS))
        outside.addWidget(self.erased)
        outside.addWidget(self._about_card())
        outside.addStretch(1)
        self.general.kept.connect(self._keep)
        self.keys.change_wanted.connect(self._change_passphrase)
        self.keys.not_the_same.connect(self._say_not_the_same)
        self.keys.new_key_wanted.connect(self.new_key_wanted)
        self.erased.destroyed_said.connect(self.destroyed_said)
        self.general.logo.chosen.connect(self._keep_logo)
        self.general.logo.removed.connect(self._drop_logo)
        self.general.logo.refused.connect(self._refuse_logo)

    @staticmethod
    def actions_offered(at: Place[SettingsPage], workspace: Workspace) -> Sequence[Action]:
        """Return what can be done here, before there is a page."""
        del workspace
        return (
            Action("settings.copy-record", "moving-copy", "menu-file", at.going(SettingsPage.copy_record)),
            Action("settings.drill", "moving-drill", "menu-file", at.going(SettingsPage.begin_drill)),
        )

    def copy_record(self) -> None:
        """Copy the record to a medium."""
        self._go_to(self.moving_card.copying)
        self.moving.copy()

    def begin_drill(self) -> None:
        """Go to the recovery drill."""
        self._go_to(self.moving_card.key)

    def _go_to(self, widget: QWidget) -> None:
        widget.setFocus()
        self._area.ensureWidgetVisible(self.moving_card)
        self._area.ensureWidgetVisible(widget)

    @override
    def opened(self) -> None:
        self.left()
        self.moving.show()
        self.general.know_place(self._workspace.settings.place)
        self.trail.setText(self._say("settings-trail-checking"))
        self._checking = self._tasks.run_in_steps(self._checked, self._show_checked, self._not_checked)
        self.general.setFocus()

    @override
    def left(self) -> None:
        """Let go of a check that nobody looks at."""
        self.moving_card.clear()
        if self._checking is not None:
            self._checking.drop()

    def _checked(self, report: Report) -> str:
        """Check every act against what it wrote; return the words for it. Takes most of a second: on a thread."""
        records, phrases = self._workspace.records, self._workspace.phrases
        check = records.check_all(report)
        broken = [error_words(each, phrases) for each in told_of(check)]
        head = records.audit_head()[:_HEAD_SHOWN]
        return "\n".join(broken) or phrases.say("settings-trail", rows=check.rows, head=head)

    def _show_checked(self, words: str) -> None:
        self.trail.setText(words)

    def _not_checked(self, error: Exception) -> None:
        self.trail.setText("")
        self._notices.tell_error(error, self._workspace.phrases)

    def _about_card(self) -> QWidget:
        card = frame("card")
        card.setMaximumWidth(letters(_LETTERS))
        inside = column(card, margin=18)
        inside.addWidget(label(self._say("settings-about", program=PROGRAM), "muted"))
        self.trail = label("", "muted")
        inside.addWidget(self.trail)
        return card

    def _change_passphrase(self, old: str, new: str) -> None:
        try:
            self._workspace.vault.change_passphrase(old, new)
        except WorldError as error:
            self._notices.tell_error(error, self._workspace.phrases)
        else:
            stayed = self._workspace.vault.stayed
            phrase = "settings-passphrase-changed-but" if stayed else "settings-passphrase-changed"
            self._notices.tell(self._say(phrase, names=", ".join(stayed)) if stayed else self._say(phrase))
        self.keys.clear()

    def _keep(self, settings: Settings) -> None:
        """Let settings count; a place that tells no degrees is said and not kept, and stays in its field."""
        if settings.place and read_place(settings.place) is None:
            self._notices.tell(self._say("settings-place-wrong", text=settings.place))
            self.general.place.setFocus()
            return
        self.changed.emit(settings)

    def _say_not_the_same(self) -> None:
        self._notices.tell(self._say("start-not-the-same"))

    # --- logo

    def _keep_logo(self, png: bytes) -> None:
        try:
            keep_logo(self._workspace.vault.folder, png)
        except WorldError as error:
            self._notices.tell_error(error, self._workspace.phrases)
        self._show_logo()

    def _drop_logo(self) -> None:
        try:
            drop_logo(self._workspace.vault.folder)
        except WorldError as error:
            self._notices.tell_error(error, self._workspace.phrases)
        self._show_logo()

    def _refuse_logo(self, name: str) -> None:
        self._notices.tell(self._say("settings-logo-refused", name=name))

    def _show_logo(self) -> None:
        self.general.logo.show_logo(read_logo(self._workspace.vault.folder))
