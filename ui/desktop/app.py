"""Where the objects of the window meet: one line for each wire."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from core.discovery import resource_path
from core.language.phrases import Phrases, spoken
from core.store.vault import place
from core.use_cases.keep_settings import Settings, keep_settings, read_settings
from ui.desktop.collecting import Collecting
from ui.desktop.copied import Copied
from ui.desktop.idle import Idle
from ui.desktop.notices import Notices
from ui.desktop.one_window import OneWindow
from ui.desktop.opening import Opening
from ui.desktop.qt_words import QtWords
from ui.desktop.shell import Shell
from ui.desktop.tasks import Tasks
from ui.desktop.theme.applying import apply_theme, load_typeface, theme_wanted

FIRST_PHRASES = ("errors", "shell", "start")
"""What the first page says; the rest is read while the passphrase is typed."""
SWITCH_SECONDS = 0.0005
"""How long a task on another thread may run before the window has its turn; Python's own 5 ms add up to stretches."""


def run(file: Path | None = None) -> int:
    """Open the window and return the exit code when it is closed; where it is open already it comes to the front.

    ``file``: one to take in, as if it were chosen by the menu.
    """
    sys.setswitchinterval(SWITCH_SECONDS)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Kriterion")
    app.setWindowIcon(QIcon(str(resource_path("icons", "app.svg"))))
    folder = place.chosen_folder()
    one = OneWindow(folder)
    if one.raise_other(file):
        return 0
    one.listen()
    window = Window(app, folder)
    one.raise_wanted.connect(window.come_to_front)
    one.file_wanted.connect(window.opening.take_in)
    window.start()
    if file is not None:
        window.opening.take_in(file)
    code = app.exec()
    one.close()
    return code


class Window:
    """The window and what outlives a vault: theme, notices, tasks, the clock that locks."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self.app = app
        self.folder = folder
        self.settings = read_settings(folder)
        self.phrases = Phrases(self.settings.language, only=FIRST_PHRASES)
        self.theme = theme_wanted(app, self.settings.theme)
        self.family = load_typeface()
        self.shell = Shell()
        self._collecting = Collecting(self.shell)
        self.shell.closing.connect(self._collecting.stop)
        self._qt_words = QtWords(self.shell)
        self._qt_words.speak(app, self.settings.language)
        self.shell.closing.connect(partial(app.removeTranslator, self._qt_words))
        self.tasks = Tasks(self.shell)
        self.notices = Notices(self.shell)
        self.idle = Idle(self.settings.lock_minutes, self.shell)
        self.copied = Copied(app.clipboard(), self.shell)
        self.opening = Opening(self)
        self.notices.said.connect(self.shell.say)
        self.tasks.changed.connect(self.shell.show_task)
        self.shell.went_wrong.connect(self._tell)
        self.notices.watch(self.phrases)
        self.idle.watch(app)
        self.apply_theme()

    def start(self) -> None:
        """Show the first page at once; what opening needs is loaded while the passphrase is typed."""
        self.opening.show_first()
        self.shell.show()
        self.idle.watch_painting(self.shell)
        self.opening.load()

    def come_to_front(self) -> None:
        """Show the window before all others: somebody started the program a second time."""
        self.shell.setWindowState(self.shell.windowState() & ~Qt.WindowState.WindowMinimized)
        self.shell.show()
        self.shell.raise_()
        self.shell.activateWindow()

    def _tell(self, error: Exception) -> None:
        self.notices.tell_error(error, self.phrases)

    def apply_theme(self) -> None:
        """Give the window the theme and size of the settings."""
        apply_theme(self.app, self.theme, self.settings.percent, self.family)

    def change_settings(self, settings: Settings) -> None:
        """Keep other settings and look like them."""
        keep_settings(self.folder, settings)
        self.settings = settings
        self.theme = theme_wanted(self.app, settings.theme)
        self.phrases = spoken(settings.language)
        self._qt_words.speak(self.app, settings.language)
        self.apply_theme()
