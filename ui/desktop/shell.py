"""The main window: places, not contents."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QMainWindow,
    QMenu,
    QPushButton,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from core.errors import WorldError
from core.language.phrases import Phrases
from ui.desktop.actions import MENUS, Action
from ui.desktop.pages.page import Page
from ui.desktop.pages.place import Place
from ui.desktop.qt_words import key_words
from ui.desktop.tasks import Task
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.busy import Busy
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.keyed_button import KeyedButton
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.overlay import Overlay
from ui.desktop.widgets.places import RailPlaces
from ui.desktop.widgets.reading_order import go_on

_RAIL_LETTERS = 21
_NOTICE_MS = 8000
_LEAST = (1080, 680)
PROGRAM = "Kriterion"
FIND = "Ctrl+K"


class Shell(QMainWindow):
    """A rail with the pages, the page, a corner for notices. Before a vault is open it holds the first page alone."""

    closing = Signal()
    lock_wanted = Signal()
    palette_wanted = Signal()
    went_wrong = Signal(object)
    """A page could not read what it shows."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(PROGRAM)
        self.setMinimumSize(*_LEAST)
        self._places: dict[str, Place[Page]] = {}
        self._menus: list[QMenu] = []
        self._shown: Page | None = None
        self._whole = QStackedWidget()
        self.setCentralWidget(self._whole)
        self._notice_clock = QTimer(self)
        self._notice_clock.setSingleShot(True)
        self._notice_clock.timeout.connect(self.hide_notice)
        self._notice = label("")
        self._notice_frame = frame("notice")
        self._lasting = label("", "warning")
        self._lasting_frame = frame("notice")
        self._busy: Busy | None = None
        self._task: Task | None = None
        self._stack = QStackedWidget()
        self._rail: RailPlaces | None = None
        self.until_lock = label("", "muted")

    # --- before a vault is open

    def show_alone(self, page: QWidget) -> None:
        """Show one page and nothing else: to unlock, to keep the recovery key."""
        self._clear()
        self.setWindowTitle(PROGRAM)
        self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)
        page.setFocus()

    def cover(self, words: str) -> None:
        """Show nothing but these words, at once: in this window and in every other of the program."""
        for other in QApplication.topLevelWidgets():
            if other is not self and other.isVisible():
                other.close()
        self.show_alone(_cover(words))
        self.repaint()  # before anything else has its turn

    # --- with a vault

    def show_places(self, places: Sequence[Place[Page]], phrases: Phrases, theme: Theme) -> None:
        """Show the rail of an open vault; each page is taken in when it is made."""
        self._clear()
        self._places = {place.id: place for place in places}
        self._stack = QStackedWidget()
        for place in places:
            place.when_made(self._stack.addWidget)
            place.when_wanted(partial(self._go, place.id))
        holder = QWidget()
        holder.setProperty("role", "page")
        line = row(holder, spacing=0)
        line.addWidget(self._make_rail(places, phrases, theme))
        right = column(line, margin=0, spacing=0, stretch=1)
        right.addWidget(self._make_lasting())
        right.addWidget(self._stack, 1)
        overlay = Overlay(holder)
        self._busy = Busy(phrases)
        self._busy.given_up.connect(self._give_up)
        overlay.add(self._busy)
        self._notice_frame = self._make_notice(phrases)
        overlay.add(self._notice_frame)
        self._whole.addWidget(holder)
        self._whole.setCurrentWidget(holder)

    def show_page(self, page_id: str) -> None:
        """Show one of the pages."""
        page = self._places[page_id].page
        if self._shown is not None and self._shown is not page:
            self._shown.left()
        self._shown = page
        self._stack.setCurrentWidget(page)
        if self._rail is not None:
            self._rail.show_place(page_id)
        try:
            page.opened()
        except WorldError as error:  # the page stays, and with it what was typed: the record may be damaged
            self.went_wrong.emit(error)

    def _go(self, page_id: str) -> None:
        if page_id != self.shown_page:
            self.show_page(page_id)

    @property
    def shown_page(self) -> str:
        """The id of the page that is shown, "" before there is one."""
        return "" if self._shown is None else self._shown.id

    def name_patient(self, words: str) -> None:
        """Put name and birth date of the open patient into the title; "" when none is open."""
        self.setWindowTitle(f"{words} · {PROGRAM}" if words else PROGRAM)

    def say(self, words: str) -> None:
        """Show a notice for a while; nothing waits for it."""
        self._notice.setText(words)
        self._notice.setAccessibleName(f"{self._notice.of}: {words}")
        _show(self._notice_frame, is_shown=bool(words))
        self._notice.tell()
        self._notice_clock.start(_NOTICE_MS)

    def say_lasting(self, words: str) -> None:
        """Show a line that stays until the vault is closed."""
        self._lasting.setText(words)
        _show(self._lasting_frame, is_shown=bool(words))

    @property
    def lasting(self) -> str:
        """The line that stays, "" where there is none."""
        return self._lasting.text()

    def show_task(self, task: Task) -> None:
        """Show what is being done, the latest of several; before there are pages nothing is."""
        if self._busy is None:
            return
        if task.is_done:
            if task is self._task:
                self._task = None
                self._busy.end()
        elif task is self._task:
            self._busy.step(task.words, task.done, task.total)
        elif not task.done:
            self._task = task
            self._busy.begin(task.words)

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.give_up()

    def hide_notice(self) -> None:
        """Take the notice away."""
        self._notice_frame.setVisible(False)

    def show_menus(self, actions: Sequence[Action], phrases: Phrases) -> None:
        """Build the menus from the list of actions; shortcuts hang on their entries."""
        bar = self.menuBar()
        bar.clear()
        used = {action.menu for action in actions}
        menus = {name: bar.addMenu(phrases.say(name)) for name in MENUS if name in used}
        for action in actions:
            entry = menus[action.menu].addAction(phrases.say(action.phrase))
            if action.shortcut:
                entry.setShortcut(QKeySequence(action.shortcut))
            entry.triggered.connect(partial(_run, action))
            menus[action.menu].aboutToShow.connect(partial(_enable, entry, action))
            menus[action.menu].aboutToHide.connect(partial(entry.setEnabled, True))  # else its keys stay dead
        self._menus = list(menus.values())

    def _make_rail(self, places: Sequence[Place[Page]], phrases: Phrases, theme: Theme) -> QWidget:
        rail = frame("rail")
        rail.setFixedWidth(letters(_RAIL_LETTERS))
        inside = column(rail, margin=8, spacing=2)
        inside.addWidget(_brand())
        find = KeyedButton(phrases.say("shell-find"), key_words(FIND))
        find.setProperty("role", "find")
        find.clicked.connect(self.palette_wanted)
        inside.addWidget(find)
        inside.addSpacing(8)
        self._rail = RailPlaces(phrases.say("shell-places"), theme)
        for place in places:
            self._rail.add(place.id, phrases.say(place.phrase), key_words(place.shortcut))
        self._rail.wanted.connect(self.show_page)
        inside.addWidget(self._rail)
        inside.addStretch(1)
        inside.addWidget(label(phrases.say("shell-encrypted"), "muted"))
        inside.addWidget(label(phrases.say("shell-no-network"), "muted"))
        self.until_lock = label("", "muted")
        inside.addWidget(self.until_lock)
        lock = QPushButton(phrases.say("shell-lock-now"))
        lock.clicked.connect(self.lock_wanted)
        inside.addWidget(lock)
        return rail

    def _make_notice(self, phrases: Phrases) -> QFrame:
        made = frame("notice")
        line = row(made)
        line.setContentsMargins(14, 8, 14, 8)
        self._notice = label("", is_heard=True)
        self._notice.of = phrases.say("shell-notice")
        line.addWidget(self._notice, 1)
        close = QPushButton(phrases.say("shell-close-notice"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(self.hide_notice)
        line.addWidget(close)
        made.setVisible(False)
        return made

    def _make_lasting(self) -> QFrame:
        self._lasting_frame = frame("notice")
        line = row(self._lasting_frame)
        line.setContentsMargins(14, 8, 14, 8)
        self._lasting = label("", "warning")
        line.addWidget(self._lasting, 1)
        self._lasting_frame.setVisible(False)
        return self._lasting_frame

    def _clear(self) -> None:
        """Nothing of a former page stays, its words included."""
        self._notice_clock.stop()  # what it would hide goes with its page
        self._shown = None
        self._busy = None
        self._rail = None
        self._notice, self._notice_frame = label(""), frame("notice")
        self._lasting, self._lasting_frame = label("", "warning"), frame("notice")
        self._places = {}
        for menu in self._menus:
            menu.deleteLater()  # its entries hold what they would do
        self._menus = []
        self.menuBar().clear()
        while self._whole.count():
            page = self._whole.widget(0)
            if page is None:
                break
            self._whole.removeWidget(page)
            page.hide()
            page.deleteLater()

    @override
    def focusNextPrevChild(self, is_forward: bool, /) -> bool:
        return go_on(self._whole, is_forward=is_forward)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


def _show(inner: QWidget, *, is_shown: bool) -> None:
    """Show something where it stands; before there are pages it stands nowhere, and would be a window of its own."""
    inner.setVisible(is_shown and inner.parent() is not None)


def _run(action: Action, *, is_checked: bool = False) -> None:
    """Do what can be done: its keys reach it in every state of the window."""
    del is_checked
    if action.is_enabled():
        action.run()


def _enable(entry: QAction, action: Action) -> None:
    entry.setEnabled(action.is_enabled())


def _cover(words: str) -> QWidget:
    made = QWidget()
    made.setProperty("role", "page")
    shown = label(words, "title")
    shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
    column(made).addWidget(shown)
    return made


def _brand() -> QWidget:
    made = QWidget()
    line = row(made, spacing=8)
    line.setContentsMargins(8, 4, 0, 10)
    mark = label(PROGRAM[0], "mark")
    mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
    mark.setWordWrap(False)
    line.addWidget(mark)
    line.addWidget(label(PROGRAM, "title"), 1)
    return made
