"""A page that fills up while it is shown: at no turn is what stands on it squeezed."""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit

from core.entry.form.form import PAGES
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from tests.ui.desktop.walking import name_of, seen_in

_TURNS = 12


def test_nothing_is_squeezed_while_a_page_is_built(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop()
    desktop.create(has_samples=True)
    desktop.open_patient("00-0318")
    desktop.until(lambda: not desktop.workspace.is_judging)
    for page in PAGES:
        desktop.screening.entry.open_page(page)
        squeezed = [(page, line) for _ in range(_TURNS) for line in _squeezed(desktop)]
        assert squeezed == []


def _squeezed(desktop: Desktop) -> list[str]:
    QApplication.processEvents()
    return [
        f"{widget.height()}: {name_of(widget)}"
        for widget in seen_in(desktop.window.shell)
        if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox)
        and widget.height() < min(widget.minimumSizeHint().height(), widget.maximumHeight())
    ]
