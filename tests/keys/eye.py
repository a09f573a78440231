"""What an eye sees of the program: where the focus is, what stands on the screen. Reads, and touches nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QWidget,
)

_ROLES = {QAccessible.Role.ListItem: "list item", QAccessible.Role.Cell: "cell"}


@dataclass(frozen=True, slots=True)
class Focus:
    """What has the focus as it is read out; ``mark`` tells it from every other thing."""

    name: str = ""
    role: str = ""
    text: str = ""
    mark: int = 0


def focus() -> Focus:
    """Return what has the focus, of a table or list the cell or line."""
    widget = QApplication.focusWidget()
    if widget is None:
        return Focus()
    heard = QAccessible.queryAccessibleInterface(widget)
    inner = cast("QAccessibleInterface | None", heard.focusChild()) if isinstance(widget, QAbstractItemView) else None
    heard = heard if inner is None else inner
    name, text = (heard.text(each) for each in (QAccessible.Text.Name, QAccessible.Text.Value))
    if isinstance(widget, QComboBox):  # on Unix Qt reads out its text in place of its name
        name = widget.accessibleName() or name
    return Focus(name, _ROLES.get(heard.role(), ""), text, QAccessible.uniqueId(heard))


def title() -> str:
    """Return the title of the window in front."""
    window = QApplication.activeWindow()
    return "" if window is None else window.windowTitle()


def said() -> Sequence[str]:
    """Return every text that is shown."""
    shown = [each for top in QApplication.topLevelWidgets() if top.isVisible() for each in _below(top)]
    return [words for each in shown for words in (each.accessibleName(), *_written(each)) if words]


def _below(widget: QWidget) -> list[QWidget]:
    return [each for each in (widget, *widget.findChildren(QWidget)) if each.isVisible()]


def _written(widget: QWidget) -> list[str]:
    if isinstance(widget, QLineEdit) and widget.isReadOnly():
        return [widget.text()]
    if isinstance(widget, QLabel | QAbstractButton):
        return [widget.text()]
    if isinstance(widget, QComboBox):
        return [widget.currentText()]
    model = widget.model() if isinstance(widget, QListView) else None
    return [] if model is None else [str(model.index(at, 0).data()) for at in range(model.rowCount())]
