"""Ctrl+K: patients, rule files, criteria and actions by a few letters, by keyboard alone; also the sheet of keys."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from core.entry.typed.searching import plain
from ui.desktop.slices import Slices
from ui.desktop.widgets.frames import column
from ui.desktop.widgets.heard import Told
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.row_delegate import LEFT

_MOST = 40
_SIZE = (90, 60)
_KIND = Qt.ItemDataRole.UserRole
_APART = 12
_MOST_OF_KIND = 0.5


@dataclass(frozen=True)
class Entry:
    """Something that can be found: its words, what opening it does, and what it is, said when it is shown.

    ``also`` is found too and not shown.
    """

    words: str
    run: Callable[[], None]
    kind: Callable[[], str]
    also: str = ""

    @cached_property
    def spelled(self) -> str:
        """Its words as they are searched; of ten thousand entries they are spelled once."""
        return plain(f"{self.words} {self.also}")


def found(text: str, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that hold every word of the text, those that begin with it first."""
    wanted = plain(text).strip()
    words = wanted.split()
    if not words:
        return list(entries[:_MOST])
    held = [entry for entry in entries if all(word in entry.spelled for word in words)]
    return sorted(held, key=lambda entry: not entry.spelled.startswith(wanted))[:_MOST]


class Palette(QDialog):
    """Closes itself when something was chosen or Escape was pressed."""

    def __init__(self, entries: Iterable[Entry], title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # its entries are names of patients
        self.setWindowTitle(title)
        self.resize(letters(_SIZE[0]), letters(_SIZE[1]))
        coming = iter(entries)
        self._entries = list(islice(coming, _MOST))
        self._gathering: Slices[None] = Slices(self._gathered, self)
        self._shown: list[Entry] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(title)
        self.search.setAccessibleName(title)
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        self.list.setItemDelegate(_EntryDelegate(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = column(self)
        inside.addWidget(self.search)
        inside.addWidget(self.list, 1)
        self.search.textChanged.connect(self._find)
        self.search.installEventFilter(self)
        self.list.itemActivated.connect(self._run_current)
        told = Told(self.list, self._current_words)  # the focus stays where one types
        self.list.currentTextChanged.connect(told.soon)
        self._find("")
        self.search.setFocus()
        self._gathering.start(self._gather(coming))

    @property
    def is_gathering(self) -> bool:
        """True while there is more to be found than is known yet."""
        return self._gathering.is_running

    def _gather(self, coming: Iterator[Entry]) -> Generator[None, None, None]:
        """Take the entries one by one: ten thousand at once would hold the window up."""
        for entry in coming:
            self._entries.append(entry)
            yield

    def _gathered(self, _: None) -> None:
        self._find(self.search.text())

    def _find(self, text: str) -> None:
        self._shown = found(text, self._entries)
        self.list.clear()
        for entry in self._shown:
            kind = entry.kind()
            item = QListWidgetItem(entry.words)
            item.setData(_KIND, kind)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{entry.words}, {kind}")
            item.setToolTip(f"{entry.words}\n{kind}")
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _current_words(self) -> str:
        """Return what Return would open."""
        at = self.list.currentRow()
        return str(self.list.item(at).data(Qt.ItemDataRole.AccessibleTextRole)) if at >= 0 else ""

    def _run_current(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._shown):
            self.accept()
            self._shown[at].run()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._run_current()
                return True
        return super().eventFilter(watched, event)


class _EntryDelegate(QStyledItemDelegate):
    """Draws the words at the left and what they are at the right edge; what has no room ends with "…"."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        words, kind = str(index.data()), str(index.data(_KIND))
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        ground.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, ground.widget)
        metrics, place = option.fontMetrics, option.rect.adjusted(_APART, 0, -_APART, 0)
        beside = min(metrics.horizontalAdvance(kind), int(place.width() * _MOST_OF_KIND))
        room = place.width() - beside - _APART
        painter.save()
        painter.setPen(option.palette.color(QPalette.ColorRole.Text))
        painter.drawText(place, int(LEFT), metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
        painter.setPen(
            QApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        )  # a sheet makes the list's pale
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(place, right, metrics.elidedText(kind, Qt.TextElideMode.ElideRight, beside))
        painter.restore()
