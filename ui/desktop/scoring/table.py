"""The table of the inputs: one key answers an input and goes on to the next that is asked."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget
from typing_extensions import override

from core.entry.desk.scoring.lines import NOT_EXAMINED_KEY, AskedRow
from ui.desktop.scoring.delegate import ScoreDelegate, next_choice
from ui.desktop.scoring.model import ScoreModel
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.heard import HeardLine
from ui.desktop.widgets.row_delegate import Fonts, Index

_TAKES_AWAY = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_ONWARDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WAYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_NOT_EXAMINED_ANYWHERE = "?"
_NOT_EXAMINED = ("-", "\N{MINUS SIGN}", "\N{EN DASH}")
_TYPED = QAbstractItemView.EditTrigger.AnyKeyPressed
_EDITED_BY = QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked | _TYPED


class ScoreTable(QTableView):
    """The keys of the choices answer, Delete takes an answer away, Space and a click go through the choices."""

    left = Signal()
    rest_wanted = Signal()
    record_wanted = Signal()
    chosen = Signal(str, str)
    moved = Signal()
    edited = Signal()

    def __init__(self, model: ScoreModel, theme: Theme, yes_no_keys: tuple[str, str]) -> None:
        super().__init__()
        self._lines = model
        self._letters = dict(zip(yes_no_keys, ("1", "0"), strict=True))
        self._least = 0
        self.setModel(model)
        self.rows = ScoreDelegate(theme, self)
        self.setItemDelegate(self.rows)
        self.setProperty("role", "rows")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(_EDITED_BY)
        self.setTabKeyNavigation(False)
        HeardLine(self)
        self.setShowGrid(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.chosen.connect(self.chosen)
        self.rows.rest_wanted.connect(self.rest_wanted)
        self.rows.record_wanted.connect(self.record_wanted)

    def measure(self) -> None:
        """Take the widths of what is shown; the lines stand in two columns where there is room."""
        rows = [row for at in self._lines.places() if (row := self._lines.asked(at)) is not None]
        self._least = self.rows.measure(rows)
        fonts = Fonts(self.font())
        self.verticalHeader().setDefaultSectionSize(fonts.line + 2 * fonts.pad)
        self._divide()

    @property
    def least(self) -> int:
        """The least width in which a line can be read, with the bar that moves it."""
        return self._least + self.verticalScrollBar().sizeHint().width()

    def go_to(self, name: str) -> None:
        """Stand at an input."""
        place = self._lines.place_of(name)
        if place.isValid():
            self.setCurrentIndex(place)

    @property
    def current(self) -> AskedRow | None:
        """The input with the focus."""
        return self._lines.asked(self.currentIndex())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._divide()

    def _divide(self) -> None:
        now = self.current
        has_many = sum(1 for _ in self._lines.places()) * self.verticalHeader().defaultSectionSize() > self.height()
        is_wide = self.viewport().width() >= 2 * self._least
        self._lines.show_in(2 if has_many and is_wide else 1)
        if now is not None and self.current is None:
            self.go_to(now.id)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.moved.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:  # what the editor let through is not for the table
            super().keyPressEvent(event)
            return
        key, row = Qt.Key(event.key()), self.current
        is_with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif is_with_control and key == Qt.Key.Key_0:
            self.rest_wanted.emit()
        elif is_with_control and key in _ONWARDS:
            self.record_wanted.emit()
        elif key in _WAYS and not is_with_control:
            self._step(_WAYS[key])
        elif row is None or is_with_control:
            super().keyPressEvent(event)
        else:
            self._answer(row, key, event)

    def _answer(self, row: AskedRow, key: Qt.Key, event: QKeyEvent) -> None:
        text = event.text().casefold()
        is_number = row.is_typed and (text.isdecimal() or text in _NOT_EXAMINED)  # a minus begins a number there
        pressed = NOT_EXAMINED_KEY if text == _NOT_EXAMINED_ANYWHERE or text in _NOT_EXAMINED else text
        keys = {each.key: each.word for each in row.choices}
        word = keys.get(pressed) or keys.get(self._letters.get(pressed, ""))
        if is_number:
            self.edit(self.currentIndex(), _TYPED, event)
        elif word is not None:
            self.chosen.emit(row.id, word)
            self._step(1)
        elif key in _TAKES_AWAY:
            self.chosen.emit(row.id, "")
        elif key == Qt.Key.Key_Space and not row.is_typed:
            self.chosen.emit(row.id, next_choice(row))
        elif key in _ONWARDS:
            self._step(1)
        elif text.isprintable() and text:
            event.accept()  # no key of this input: nothing is searched for, nothing moves
        else:
            super().keyPressEvent(event)

    @override
    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if hint == QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            self._step(1)
        self.edited.emit()

    def _step(self, way: int) -> None:
        places = list(self._lines.places())
        now = self.currentIndex()
        at = places.index(now) if now in places else -1
        if places:
            to = places[min(max(at + way, 0), len(places) - 1)]
            self.selectionModel().setCurrentIndex(to, QItemSelectionModel.SelectionFlag.ClearAndSelect)
