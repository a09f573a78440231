"""What the program is, before the first click: mark, promise, what stays here, what it is not, and the language."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QWidget

from core.discovery import resource_path
from core.language.languages import languages
from core.language.phrases import Phrases, language_name
from core.program import VERSION
from ui.desktop.widgets.frames import column, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters

_LETTERS = 56
_MARK = 8
_POINTS = (("✓", "start-stays-here"), ("✓", "start-shows-reasons"), ("i", "start-is-not"))


class Promise(QFrame):
    """The left side of the first page."""

    language_wanted = Signal(str)
    about_wanted = Signal()
    manual_wanted = Signal()

    def __init__(self, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = phrases.say
        self.setProperty("role", "promise")
        self.setFixedWidth(letters(_LETTERS))
        inside = column(self, margin=letters(5), spacing=12)
        inside.addStretch(1)
        inside.addWidget(_mark())
        name = label(say("start-name"), "name")
        inside.addWidget(name)
        inside.addWidget(label(say("start-promise"), "lead"))
        inside.addSpacing(letters(2))
        for sign, phrase in _POINTS:
            inside.addWidget(_point(sign, say(phrase), say(f"{phrase}-why")))
        inside.addStretch(2)
        chosen = row(inside, spacing=6)
        self.languages = QButtonGroup(self)
        for language in languages():
            button = QPushButton(language_name(language))
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setChecked(language == phrases.language)
            button.clicked.connect(partial(self._choose, language))
            self.languages.addButton(button)
            chosen.addWidget(button)
        chosen.addStretch(1)
        foot = row(inside, spacing=6)  # a line of its own: of languages there can be many
        version = label(say("start-version", version=VERSION), "muted")
        version.setWordWrap(False)
        foot.addWidget(version)
        foot.addStretch(1)
        self.manual, self.about = QPushButton(say("manual-title")), QPushButton(say("about-short"))
        for button, wanted in ((self.manual, self.manual_wanted), (self.about, self.about_wanted)):
            button.setProperty("role", "link")
            button.clicked.connect(wanted)
            foot.addWidget(button)

    def _choose(self, language: str) -> None:
        self.language_wanted.emit(language)


def _mark() -> QLabel:
    made = QLabel()
    size = letters(_MARK)
    picture = QPixmap(str(resource_path("icons", "app.svg")))
    smooth = Qt.TransformationMode.SmoothTransformation
    made.setPixmap(picture.scaled(size, size, Qt.AspectRatioMode.KeepAspectRatio, smooth))
    return made


def _point(sign: str, what: str, why: str) -> QWidget:
    made = QWidget()
    line = row(made, spacing=10)
    shown = label(sign, "strong")
    shown.setWordWrap(False)
    shown.setFixedWidth(letters(2))
    line.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
    words = column(line, margin=0, spacing=1, stretch=1)
    words.addWidget(label(what, "strong"))
    words.addWidget(label(why, "muted"))
    return made
