"""Keys that a phrase names are called as the menus and buttons of that language call them."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.language.phrases import LANGUAGES, Phrases, argument_names
from ui.desktop.qt_words import QtWords, key_words

KEYS = re.compile(r"\b(?:Ctrl|Alt|Shift)\+(?:\w+\+)*\w+")


@pytest.mark.parametrize("language", LANGUAGES)
def test_keys_are_called_as_on_the_menus(qtbot: QtBot, language: str) -> None:
    app, holder, before = QApplication.instance(), QObject(), QLocale()
    assert isinstance(app, QApplication)
    assert qtbot is not None
    words = QtWords(holder)
    words.speak(app, language)
    try:
        english, own = Phrases("en"), Phrases(language)
        named = 0
        for phrase, names in argument_names("en").items():
            given = dict.fromkeys(names, 1)
            for keys in KEYS.findall(english.say(phrase, **given)):
                named += 1
                assert key_words(keys) in own.say(phrase, **given), phrase
        assert named
    finally:
        app.removeTranslator(words)
        QLocale.setDefault(before)
