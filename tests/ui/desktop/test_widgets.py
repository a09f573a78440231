"""The small widgets: chips that wrap, ticks whose words wrap, keys in the words of the language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from core.use_cases.keep_settings import Settings
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from ui.desktop.qt_words import QtWords, key_words
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.places import RailPlaces
from ui.desktop.widgets.tick import Tick

WORDS = "a statement of some length that does not fit on one line of a narrow panel"


def test_what_does_not_fit_begins_the_next_line_and_nothing_is_cut_off(qtbot: QtBot) -> None:
    holder, flow = flowing()
    qtbot.addWidget(holder)
    for words in ("one of them", "the second one", "a third one", "the last"):
        flow.addWidget(QLabel(words))
    holder.resize(200, flow.heightForWidth(200))
    holder.show()
    labels = holder.findChildren(QLabel)
    assert len({each.y() for each in labels}) > 1
    for each in labels:
        assert each.width() >= each.sizeHint().width()
        assert holder.rect().contains(each.geometry())
    assert flow.heightForWidth(2000) == labels[0].sizeHint().height()
    flow.removeWidget(labels[0])
    assert flow.count() == 3


def test_a_tick_wraps_and_its_words_can_be_clicked(qtbot: QtBot) -> None:
    tick = Tick(WORDS)
    qtbot.addWidget(tick)
    tick.resize(200, 100)
    tick.show()
    heard: list[bool] = []
    tick.toggled.connect(heard.append)
    assert tick.minimumSizeHint().width() < 200
    QTest.mouseClick(tick.words, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert tick.is_ticked
    QTest.keyClick(tick.box, Qt.Key.Key_Space)
    assert heard == [True, False]
    assert tick.box.accessibleName() == WORDS


@pytest.mark.parametrize(("language", "keys", "words"), [("en", "Ctrl+P", "&Paste"), ("de", "Strg+P", "Einf&ügen")])
def test_keys_and_the_menu_of_a_field_speak_the_language(qtbot: QtBot, language: str, keys: str, words: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    translator = QtWords()
    translator.speak(app, language)
    edit = QLineEdit()
    qtbot.addWidget(edit)
    menu = edit.createStandardContextMenu()
    assert key_words("Ctrl+P") == keys
    assert any(action.text().startswith(words) for action in menu.actions())
    menu.deleteLater()
    app.removeTranslator(translator)


def keys_of_the_first_place(desktop: Desktop) -> str:
    return str(desktop.found(RailPlaces).item(0).data(Qt.ItemDataRole.AccessibleDescriptionRole))


def test_another_language_names_the_keys_anew(make_desktop: MakeDesktop) -> None:
    desktop = make_desktop("de", Settings(language="de", author="Dr Example")).create()
    assert keys_of_the_first_place(desktop) == "Strg+1"
    desktop.opened.change_settings(Settings(language="en", author="Dr Example"))
    desktop.settle()
    assert keys_of_the_first_place(desktop) == "Ctrl+1"
    assert "Strg+" not in desktop.all_words()
