"""From the first page to an open vault and back. Store, rules and pages are loaded on a thread meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from core import clock
from core.errors import WorldError
from core.store.vault import attempts, place
from core.use_cases.keep_settings import read_settings
from core.wording.errors import error_words
from core.wording.places import paper_warning, record_warning
from ui.desktop.closing import Closing
from ui.desktop.notices import words_of
from ui.desktop.pages.unlock.new_passphrase import NewPassphrasePage
from ui.desktop.pages.unlock.recovery_sheet import RecoverySheet
from ui.desktop.pages.unlock.view import UnlockPage
from ui.desktop.widgets.save_place import chosen_place

if TYPE_CHECKING:
    from core.store.vault.restoring import Restorable
    from core.store.vault.vault import OpenVault
    from ui.desktop.app import Window
    from ui.desktop.loaded import Loaded
    from ui.desktop.opened import Opened


class Opening:
    """Holds the open vault's part of the window, if there is one."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._loaded: Loaded | None = None
        self._page: UnlockPage | None = None
        self._vault: OpenVault | None = None
        self._best: Restorable | None = None
        self._medium: Path | None = None
        self._wanted: list[Path] = []
        self.opened: Opened | None = None
        self._closing = Closing(window.tasks, lambda: window.phrases, window.shell)
        self._closing.said.connect(self._say_closing)
        window.shell.lock_wanted.connect(self.lock)
        window.shell.closing.connect(self.close)
        window.idle.ran_out.connect(self.lock)

    # --- the first page

    def show_first(self) -> None:
        """Show the page to open the vault, or to make one."""
        window = self._window
        is_vault = place.is_vault(window.folder)
        if is_vault:
            self._medium = None
        is_new = not is_vault and self._medium is None
        page = UnlockPage(
            window.phrases,
            str(window.folder),
            is_new=is_new,
            seconds_to_wait=lambda: attempts.seconds_to_wait(window.folder, clock.steady_seconds()),
            from_medium=self._words_of_medium(),
        )
        page.open_wanted.connect(self._open)
        page.recovery_wanted.connect(self._open_by_recovery)
        page.create_wanted.connect(self._create)
        page.restore_wanted.connect(self._restore)
        page.renew_wanted.connect(self._renew)
        page.take_over_wanted.connect(self._choose_medium)
        page.new_wanted.connect(self._make_new)
        page.promise.language_wanted.connect(self._speak)
        page.promise.about_wanted.connect(self._show_about)
        page.promise.manual_wanted.connect(self._show_manual)
        self._page = page
        window.shell.show_alone(page)
        page.show_closing(self._closing.words)
        page.show_waiting()
        if not is_new and not attempts.seconds_to_wait(window.folder, clock.steady_seconds()):
            self._warn_of_place(page)

    def _speak(self, language: str) -> None:
        """Speak another language from the first page on."""
        self._window.change_settings(replace(self._window.settings, language=language))
        self._loaded = None  # in the language before
        self.show_first()
        self.load()

    def _show_about(self) -> None:
        from ui.desktop.about import About

        About(self._window.phrases, self._window.shell).open()

    def _show_manual(self) -> None:
        from ui.desktop.manual import Manual

        Manual(self._window.phrases, self._window.shell).open()

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
            from ui.desktop.loaded import load

            _entering()  # every page comes in while the passphrase is typed
            self._loaded = load(self._window.settings.language)
        return self._loaded

    def _open(self, passphrase: str) -> None:
        medium = self._medium

        def work() -> OpenVault:
            self._closing.wait()
            if medium is not None:
                self._loading().take_over(self._window.folder, medium, passphrase, self._report_taking)
            return self._loading().open(self._window.folder, passphrase)

        def look() -> Sequence[Restorable]:
            return self._loading().restorable(self._window.folder, passphrase)

        self._window.tasks.run(work, *self._ends_of_opening(self.enter, look))

    def _open_by_recovery(self, text: str) -> None:
        medium = self._medium

        def work() -> OpenVault:
            self._closing.wait()
            if medium is not None:
                self._loading().take_over_with_recovery_key(self._window.folder, medium, text, self._report_taking)
            return self._loading().open_with_recovery_key(self._window.folder, text)

        def look() -> Sequence[Restorable]:
            return self._loading().restorable_by_recovery_key(self._window.folder, text)

        self._window.tasks.run(work, *self._ends_of_opening(self._ask_passphrase, look))

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
        if self._vault is not None and self._vault.stayed:
            names = ", ".join(self._vault.stayed)
            self._window.notices.tell(self._window.phrases.say("settings-passphrase-changed-but", names=names))

    def _create(self, passphrase: str) -> None:
        def work() -> tuple[OpenVault, str]:
            place.check_place(self._window.folder)
            return self._loading().create(self._window.folder, passphrase)

        self._window.tasks.run(work, self._show_recovery_key, self._failed)

    def _failed(self, error: Exception) -> None:
        words = words_of(error, self._window.phrases)
        if self._page is None:
            self._window.notices.tell_error(error, self._window.phrases)
            return
        self._page.show_message(words)
        if attempts.seconds_to_wait(self._window.folder, clock.steady_seconds()):
            self._page.show_waiting()

    # --- a record from a medium

    def _choose_medium(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._window.shell, self._say("start-take-over-title"))
        if not chosen or self._page is None:
            return

        def work() -> Path:
            place.check_place(self._window.folder)
            return self._loading().copy_at(Path(chosen))

        self._window.tasks.run(work, self._take_medium, self._failed)

    def _take_medium(self, copy: Path) -> None:
        self._medium = copy
        self.show_first()

    def _ends_of_opening(
        self, enter: Callable[[OpenVault], None], look: Callable[[], Sequence[Restorable]]
    ) -> tuple[Callable[[OpenVault], None], Callable[[Exception], None]]:
        """Return what follows on opening, well or not. With a record from a medium its own settings come along."""
        if self._medium is None:
            return enter, partial(self._not_opened, look)

        def entered(vault: OpenVault) -> None:
            self._medium = None
            self._window.change_settings(read_settings(self._window.folder))
            enter(vault)

        return entered, self._failed

    def _make_new(self) -> None:
        self._medium = None
        self.show_first()

    def _words_of_medium(self) -> str:
        if self._medium is None:
            return ""
        return self._window.phrases.say("start-take-over-why", name=self._medium.name)

    def _report_taking(self, done: int, total: int) -> None:
        self._window.tasks.deliver(partial(self._show_taking, done, total))

    def _show_taking(self, done: int, total: int) -> None:
        if self._page is not None:
            self._page.show_doing(self._window.phrases.say("start-take-over-doing", done=done, total=total))

    # --- a damaged record

    def _not_opened(self, look: Callable[[], Sequence[Restorable]], error: Exception) -> None:
        """Where the record is damaged, try with what was typed what can be restored, before anything is offered."""
        self._failed(error)
        if self._page is None or type(error).__name__ != "DamagedError" or not isinstance(error, WorldError):
            return
        words = error_words(error, self._window.phrases)
        self._page.show_message(f"{words}\n{self._say('start-looking')}")
        self._window.tasks.run(look, partial(self._offer, words), self._failed)

    def _offer(self, words: str, found: Sequence[Restorable]) -> None:
        """Offer the best of what opens, with what would be lost."""
        if self._page is None:
            return
        self._best = next(iter(found), None)
        if self._best is None:
            self._page.show_message(f"{words}\n{self._say('start-no-backup')}")
            return
        self._page.show_message(f"{words}\n{self._loading().words_of(self._best, self._window.phrases)}")
        self._page.offer_restore()

    def _restore(self) -> None:
        best = self._best
        if best is None:
            return

        def work() -> str:
            self._closing.wait()
            return self._loading().restore(self._window.folder, best, self._window.phrases)

        def done(words: str) -> None:
            if self._page is not None:
                self._page.show_message(words)

        self._best = None
        self._window.tasks.run(work, done, self._failed)

    # --- a new key for everything

    def _renew(self, passphrase: str) -> None:
        """Before anything is changed the passphrase is tried and the new recovery key is on paper."""

        def work() -> str:
            self._closing.wait()
            return self._loading().key_for_renewing(self._window.folder, passphrase)

        self._window.tasks.run(work, partial(self._show_key_of_renewing, passphrase), self._failed)

    def _show_key_of_renewing(self, passphrase: str, key: str) -> None:
        self._page = None
        sheet = self.show_sheet(key, is_first=False)
        sheet.given_up.connect(self.show_first)
        sheet.confirmed.connect(partial(self._renew_by, passphrase, key))

    def _renew_by(self, passphrase: str, key: str) -> None:
        self.show_first()

        def report(done: int, total: int) -> None:
            self._window.tasks.deliver(partial(self._show_renewing, done, total))

        def work() -> Sequence[str]:
            return self._loading().renew_key(self._window.folder, passphrase, key, report)

        self._show_renewing(0, 1)
        self._window.tasks.run(work, self._renewed, self._failed)

    def _show_renewing(self, done: int, total: int) -> None:
        if self._page is not None:
            self._page.show_doing(self._window.phrases.say("start-renewing", done=done, total=total))

    def _renewed(self, stayed: Sequence[str]) -> None:
        if self._page is None:
            return
        say = self._window.phrases.say
        self._page.show_message(say("start-renewed-but", names=", ".join(stayed)) if stayed else say("start-renewed"))

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
        chosen = chosen_place(self._window.shell, "kriterion-recovery-key.pdf", "PDF (*.pdf)")
        if chosen is None:
            return
        try:
            self._loading().save_recovery_sheet(chosen, key, self._window.phrases)
        except WorldError as error:
            sheet.show_message(error_words(error, self._window.phrases))
        else:
            said = self._window.phrases.say("start-recovery-saved", place=str(chosen))
            sheet.show_message("\n".join(filter(None, (paper_warning(chosen, self._window.phrases), said))))

    def _key_is_kept(self) -> None:
        if self._vault is not None:
            self.enter(self._vault)

    # --- in and out

    def enter(self, vault: OpenVault) -> None:
        """Show an open vault."""
        self._page = None
        self._vault = vault
        try:
            self.opened = _entering()(self._loading(), self._window, vault)
        except WorldError as error:  # damaged between the check and the first reading: not half open
            self._vault = None
            self._closing.begin(self._loading().closing(vault))  # it takes as long as the disk does
            self.show_first()
            self._failed(error)
        else:
            self._window.idle.start(self._window.settings.lock_minutes)
            warning = record_warning(self._window.folder, self._window.phrases)
            if warning:
                self._window.notices.tell(warning)
            self._take_in_wanted()

    def take_in(self, file: Path) -> None:
        """Check a file from outside as one chosen by the menu; it waits until the record is open, and is never lost."""
        self._wanted.append(file)
        self._take_in_wanted()

    def _take_in_wanted(self) -> None:
        if self.opened is not None and self._wanted:
            files, self._wanted = tuple(self._wanted), []
            self.opened.take_in(files)

    def lock(self) -> None:
        """Close first, save second: the window is empty before anything is asked of the disk."""
        if self.opened is None:
            return
        try:
            self._let_go()
        finally:
            self.show_first()

    def close(self) -> None:
        """End: the window goes first here too, then everything is written."""
        self._window.shell.hide()
        if self.opened is not None:
            self._let_go()
        elif self._vault is not None:
            self._vault.close()
            self._vault = None
        self._window.tasks.finish()

    def _let_go(self) -> None:
        opened, self.opened, self._vault = self.opened, None, None
        if opened is None:
            return
        with ExitStack() as each_whatever_happens_before:  # the last named is done first
            each_whatever_happens_before.callback(self._closing.begin, opened.close)
            each_whatever_happens_before.callback(opened.leave)
            each_whatever_happens_before.callback(self._window.copied.forget)
            each_whatever_happens_before.callback(self._window.idle.stop)
            self._window.shell.cover(self._say("start-locked"))

    def _say_closing(self, words: str) -> None:
        if self._page is not None:
            self._page.show_closing(words)

    def _say(self, phrase: str) -> str:
        return self._window.phrases.say(phrase)


def _entering() -> Callable[[Loaded, Window, OpenVault], Opened]:
    """Return what shows an open vault; with it come the pages, which the first page does without."""
    from ui.desktop.opened import enter

    return enter


def _nothing(loaded: Loaded) -> None:
    """What was loaded is kept by the loading itself."""
    del loaded
