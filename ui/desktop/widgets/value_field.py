"""One field: label, text with its unit, and below it what was understood of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from core.entry.desk.fields import Field, FieldState
from ui.desktop.widgets.heard import announce
from ui.desktop.widgets.labels import OneLine, label, mark
from ui.desktop.widgets.line import Line
from ui.desktop.widgets.offers import OfferRow
from ui.desktop.widgets.unit_box import UnitBox

_LABEL_SIGNS = 14
_DAY_SIGNS = 11
_NUMBER_SIGNS = 6
_TEXT_SIGNS = 12
_INSIDE = 4
"""Pixels between the frame of a field and what lies in it at the right."""


_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Another window or a list in front: the field was not left."""


class ValueField(QWidget):
    """Says what is typed and when the field is left; shows what it is told and decides nothing."""

    typed = Signal(object, str)
    accepted = Signal(object, str)
    """An offer was taken."""
    left = Signal(object)
    entered = Signal(object)
    unit_wanted = Signal(object, str)
    parts_wanted = Signal(object)

    def __init__(self, where: Field, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.where = where
        self.label = QLabel(name)
        self.label.setWordWrap(True)
        self.edit = Line()
        self.edit.setAccessibleName(name)
        self.label.setBuddy(self.edit)
        self.unit = UnitBox(self.edit)
        self.parts: QPushButton | None = None
        self.note = OneLine("", "muted")
        self.note.of = name
        self.day = label("", "muted")
        self.day.setWordWrap(False)
        self.offers = OfferRow()
        self._state = FieldState("")
        self._inner: QWidget | None = None
        self._lay_out()
        self.edit.textEdited.connect(self._edited)
        self.edit.installEventFilter(self)
        self.unit.chosen.connect(self._choose_unit)
        self.offers.accepted.connect(self._accept)
        self.setFocusProxy(self.edit)

    def _lay_out(self) -> None:
        """Label, text with its unit inside, day; below the text one line is kept free, so that no row moves another."""
        letter = self.fontMetrics().averageCharWidth()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(1)
        grid.addWidget(self.label, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.edit, 0, 1)
        grid.addWidget(self.day, 0, 2)
        grid.addWidget(self.note, 1, 1, 1, 2)
        grid.addWidget(self.offers, 2, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.edit.setMinimumWidth(letter * _TEXT_SIGNS)
        self.day.setFixedWidth(letter * _DAY_SIGNS)
        self.label.setFixedWidth(letter * _LABEL_SIGNS)
        self.label.setContentsMargins(0, self.edit.sizeHint().height() // 5, 0, 0)
        self._keep_label_whole()
        self.note.ensurePolished()
        self.note.setMinimumHeight(self.note.fontMetrics().height())
        self.unit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for below in (self.offers, self.unit):
            below.setVisible(False)

    def offer_words(self, words: Sequence[str]) -> None:
        """Let the field complete words: codes, results, yes and no."""
        completer = QCompleter(list(words), self.edit)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.highlighted.connect(self._complete)  # what is pointed at stands in the line: it is typed
        completer.activated.connect(self._complete)
        self.edit.setCompleter(completer)

    def complete_by(self, search: Callable[[str], Sequence[str]]) -> None:
        """Let the field complete what a search finds for its text; the search says what of the text stays."""
        words = QStringListModel(self.edit)
        completer = QCompleter(words, self.edit)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.highlighted.connect(self._complete)  # what is pointed at stands in the line: it is typed
        completer.activated.connect(self._complete)
        self.edit.setCompleter(completer)
        self.edit.textEdited.connect(partial(_find, words, search))

    def name(self, words: str, spoken: str) -> None:
        """Name the field, also for readers who cannot see what stands around it."""
        self.label.setText(words)
        self._keep_label_whole()
        self.edit.setAccessibleName(spoken)
        self.note.of = spoken

    def _keep_label_whole(self) -> None:
        """A row that is squeezed takes nothing from the name of its field."""
        self.label.ensurePolished()
        self.label.setMinimumHeight(max(self.label.heightForWidth(self.label.maximumWidth()), 0))

    def offer_units(self, units: Sequence[str], name: str) -> None:
        """Say the unit of the field's number inside it, and let it be shown in another one."""
        self.unit.offer(units, name)
        self.unit.setVisible(True)
        self._put_inside(self.unit)

    def offer_parts(self, words: str, name: str) -> None:
        """Let the field be answered part by part in a panel."""
        self.parts = QPushButton(words, self.edit)
        self.parts.setAccessibleName(name)
        self.parts.setProperty("role", "inside")
        self.parts.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Alt+Down opens it: one Tab a field
        self.parts.setCursor(Qt.CursorShape.PointingHandCursor)
        self.parts.clicked.connect(self._want_parts)
        self.parts.setVisible(True)
        self._put_inside(self.parts)

    def _put_inside(self, inner: QWidget) -> None:
        """Let something lie at the right inside the line; the text ends before it."""
        self._inner = inner
        inner.ensurePolished()
        width = inner.sizeHint().width()
        self.edit.setTextMargins(0, 0, width, 0)
        self.edit.setMinimumWidth(self.fontMetrics().averageCharWidth() * _NUMBER_SIGNS + width)
        self._place_inner()

    def _place_inner(self) -> None:
        inner = self._inner
        if inner is not None:
            size = inner.sizeHint()
            height = min(size.height(), self.edit.height() - _INSIDE)
            left = self.edit.width() - size.width() - _INSIDE
            inner.setGeometry(left, (self.edit.height() - height) // 2, size.width(), height)

    def go_on(self) -> None:
        """Take the focus behind what is typed here, so that it can be gone on with."""
        self.edit.setFocus()
        self.edit.end(False)

    def show_state(self, state: FieldState) -> None:
        """Show the field as it stands; a text being typed keeps its cursor."""
        self._state = state
        self._show_text()
        self.unit.show_unit(state.unit)
        self._show_note()
        self.day.setText(state.day or state.standing)
        self.offers.show_offers(state.offers)
        self.edit.setAccessibleDescription(state.beside)
        role = "warning" if state.warning else "draft" if state.is_draft else ""
        mark(self.edit, role)
        mark(self.note, "warning" if state.warning or state.is_stale else "muted")

    def _show_note(self) -> None:
        """Say below the text what is said of it; a value that its field cuts is read there whole."""
        state = self._state
        room = self.edit.contentsRect().width() - self.edit.textMargins().right()
        value = state.brief or state.text
        is_cut = state.is_recorded and not state.is_draft and self.fontMetrics().horizontalAdvance(value) > room > 0
        self.note.setWordWrap(bool(state.warning) or is_cut)  # a warning is read whole
        told = " · ".join(filter(None, (value, state.note))) if is_cut else state.note
        self.note.setText(f"▲ {state.warning}" if state.warning else told)
        line = self.note.fontMetrics().height()
        self.note.setMinimumHeight(
            max(line, self.note.heightForWidth(self.note.width())) if self.note.wordWrap() else line
        )

    def _show_text(self) -> None:
        """While nobody types here the value stands alone; whoever comes to type sees everything that was typed."""
        state, is_here = self._state, self.edit.hasFocus()
        text = state.text if is_here or state.is_draft else state.brief or state.text
        if self.edit.text() != text:
            self.edit.setText(text)
            if not is_here:
                self.edit.setCursorPosition(0)
        self.edit.setToolTip("" if text == state.text and len(text) <= _TEXT_SIGNS else state.text)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of entering and leaving; Alt+Down opens the units, Down goes to the offers."""
        if event.type() == QEvent.Type.Resize:
            self._place_inner()
            self._show_note()
        if event.type() == QEvent.Type.FocusIn:
            self._show_text()
            self.entered.emit(self.where)
        elif isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and event.reason() not in _STAYS:
            self._leave()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._took(event):
            return True
        return super().eventFilter(watched, event)

    def _took(self, event: QKeyEvent) -> bool:
        is_down = event.key() == Qt.Key.Key_Down
        if is_down and event.modifiers() == Qt.KeyboardModifier.AltModifier and self.parts is not None:
            self._want_parts()
            return True
        if is_down and event.modifiers() == Qt.KeyboardModifier.AltModifier and self.unit.has_choice:
            self.unit.open()
            return True
        if is_down and self.offers.isVisible():
            self.offers.enter()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return True
        return False

    def _leave(self) -> None:
        self.left.emit(self.where)
        self._show_text()
        if self._state.is_draft:
            announce(self.edit, f"{self.edit.accessibleName()}: {self._state.beside}")

    def _edited(self, text: str) -> None:
        self.typed.emit(self.where, text)

    def _complete(self, text: str) -> None:
        self.typed.emit(self.where, text)

    def _accept(self, text: str) -> None:
        self.edit.setFocus()
        self.edit.setText(text)
        self.accepted.emit(self.where, text)

    def _want_parts(self) -> None:
        self.parts_wanted.emit(self.where)

    def _choose_unit(self, unit: str) -> None:
        self.unit_wanted.emit(self.where, unit)


def _find(words: QStringListModel, search: Callable[[str], Sequence[str]], text: str) -> None:
    words.setStringList(list(search(text)))
