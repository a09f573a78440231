"""Who comes to a list hears the line it stands on: Qt tells of the list alone until the line changes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QTimer
from PySide6.QtWidgets import QAbstractItemView
from typing_extensions import override


class HeardLine(QObject):
    """Tells screen readers of the current line each time its list takes the focus."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.timeout.connect(self._tell)
        view.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._telling.start()  # after Qt has told of the list
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self._view.currentChanged(self._view.currentIndex(), QModelIndex())
