"""From the first page to an open vault and back. Store, rules and pages are loaded on a thread meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from core import clock
from core.errors import WorldError
from core.store.vault import attempts, place
from core.wording.errors import error_words
from core.wording.places import paper_warning, record_warning
from ui.desktop.pages.unlock.new_passphrase import NewPassphrasePage
from ui.desktop.pages.unlock.recovery_sheet import RecoverySheet
from ui.desktop.pages.unlock.view import UnlockPage

if TYPE_CHECKING:
    from core.store.vault.vault import OpenVault
    from ui.desktop.app import Window
    from ui.desktop.opened import Loaded, Opened


class Opening:
    """Holds the open vault's part of the window, if there is one."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._loaded: Loaded | None = None
        self._page: UnlockPage | None = None
        self._vault: OpenVault | None = None
        self.opened: Opened | None = None
        window.shell.lock_wanted.connect(self.lock)
        window.shell.closing.connect(self.close)
        window.idle.ran_out.connect(self.lock)

    # --- the first page

    def show_first(self) -> None:
        """Show the page to open the vault, or to make one."""
        window = self._window
        is_new = not place.is_vault(window.folder)
        page = UnlockPage(
            window.phrases,
            str(window.folder),
            is_new=is_new,
            seconds_to_wait=lambda: attempts.seconds_to_wait(window.folder, clock.now_utc()),
        )
        page.open_wanted.connect(self._open)
        page.recovery_wanted.connect(self._open_by_recovery)
        page.create_wanted.connect(self._create)
        page.restore_wanted.connect(self._restore)
        self._page = page
        window.shell.show_alone(page)
        page.show_waiting()
        if not is_new and not attempts.seconds_to_wait(window.folder, clock.now_utc()):
            self._warn_of_place(page)

    def _warn_of_place(self, page: UnlockPage) -> None:
        """Say where the record lies, if it can be torn or is copied away there; it opens all the same."""
        warning = record_warning(self._window.folder, self._window.phrases)
        if warning:
            page.show_message(warning)

    def load(self) -> None:
        """Load what an open vault needs, on a thread."""
        self._window.tasks.run(self._loading, _nothing, self._failed)

    def _loading(self) -> Loaded:
        if self._loaded is None:
            from ui.desktop.opened import load

            self._loaded = load(self._window.settings.language)
        return self._loaded

    def _open(self, passphrase: str) -> None:
        def work() -> OpenVault:
            return self._loading().open(self._window.folder, passphrase)

        self._window.tasks.run(work, self.enter, self._failed)

    def _open_by_recovery(self, text: str) -> None:
        def work() -> OpenVault:
            return self._loading().open_with_recovery_key(self._window.folder, text)

        self._window.tasks.run(work, self._ask_passphrase, self._failed)

    def _ask_passphrase(self, vault: OpenVault) -> None:
        """Whoever used the recovery key has lost the passphrase: a new one is asked for before anything is shown."""
        self._vault = vault
        page = NewPassphrasePage(self._window.phrases)
        page.chosen.connect(self._set_passphrase)
        page.kept.connect(self._key_is_kept)
        self._page = None
        self._window.shell.show_alone(page)

    def _set_passphrase(self, passphrase: str) -> None:
        vault = self._vault
        if vault is not None:
            self._window.tasks.run(lambda: vault.new_passphrase(passphrase), self._passphrase_is_set, self._failed)

    def _passphrase_is_set(self, _: None) -> None:
        self._key_is_kept()

    def _create(self, passphrase: str) -> None:
        def work() -> tuple[OpenVault, str]:
            place.check_place(self._window.folder)
            return self._loading().create(self._window.folder, passphrase)

        self._window.tasks.run(work, self._show_recovery_key, self._failed)

    def _failed(self, error: Exception) -> None:
        words = error_words(error, self._window.phrases) if isinstance(error, WorldError) else str(error)
        if self._page is None:
            self._window.notices.tell_error(error, self._window.phrases)
            return
        self._page.show_message(words)
        if type(error).__name__ == "DamagedError":
            self._page.offer_restore()
        else:
            wait = attempts.seconds_to_wait(self._window.folder, clock.now_utc())
            if wait:
                self._page.show_waiting()

    def _restore(self) -> None:
        def work() -> str:
            return self._loading().restore_newest(self._window.folder)

        def done(day: str) -> None:
            phrase = "start-restored" if day else "start-no-backup"
            if self._page is not None:
                self._page.show_message(self._window.phrases.say(phrase, day=day) if day else self._say(phrase))

        self._window.tasks.run(work, done, self._failed)

    # --- the recovery key

    def _show_recovery_key(self, made: tuple[OpenVault, str]) -> None:
        self._vault, key = made
        self._page = None
        self.show_sheet(key, is_first=True).confirmed.connect(self._key_is_kept)

    def show_sheet(self, key: str, *, is_first: bool) -> RecoverySheet:
        """Show a recovery key alone; what its being kept or given up means is the caller's."""
        sheet = RecoverySheet(self._window.phrases, key, is_first=is_first)
        sheet.print_wanted.connect(lambda: self._save_key(sheet, key))
        self._window.shell.show_alone(sheet)
        return sheet

    def _save_key(self, sheet: RecoverySheet, key: str) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self._window.shell, "", "kriterion-recovery-key.pdf", "PDF (*.pdf)")
        if not chosen:
            return
        try:
            self._loading().save_recovery_sheet(Path(chosen), key, self._window.phrases)
        except WorldError as error:
            sheet.show_message(error_words(error, self._window.phrases))
        else:
            said = self._window.phrases.say("start-recovery-saved", place=chosen)
            sheet.show_message("\n".join(filter(None, (paper_warning(Path(chosen), self._window.phrases), said))))

    def _key_is_kept(self) -> None:
        if self._vault is not None:
            self.enter(self._vault)

    # --- in and out

    def enter(self, vault: OpenVault) -> None:
        """Show an open vault."""
        self._page = None
        self._vault = vault
        self.opened = self._loading().enter(self._window, vault)
        self._window.idle.start(self._window.settings.lock_minutes)
        warning = record_warning(self._window.folder, self._window.phrases)
        if warning:
            self._window.notices.tell(warning)

    def lock(self) -> None:
        """Keep the drafts, close the vault, show the first page: within a second nothing of a patient is left."""
        if self.opened is not None:
            self._leave()
            self.show_first()

    def close(self) -> None:
        """End with everything written."""
        if self.opened is not None:
            self._leave()
        elif self._vault is not None:
            self._vault.close()
            self._vault = None
        self._window.tasks.finish()

    def _leave(self) -> None:
        self._window.idle.stop()
        opened, self.opened, self._vault = self.opened, None, None
        if opened is not None:
            opened.leave()

    def _say(self, phrase: str) -> str:
        return self._window.phrases.say(phrase)


def _nothing(loaded: Loaded) -> None:
    """What was loaded is kept by the loading itself."""
    del loaded
