"""About the program: its version, what it is not, and whose work it stands on, every licence word by word."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.language.phrases import Phrases
from core.program import PROGRAM
from core.use_cases.parts import every_licence
from ui.desktop.widgets.reading_sheet import ReadingSheet


def about_text(phrases: Phrases) -> str:
    """Return the whole text: what the program is not, how Qt may be exchanged, the parts, their licences."""
    say = phrases.say
    return "\n".join(
        (say("about-not"), "", say("about-offline"), "", say("about-qt"), "", say("about-parts"), "", *every_licence())
    )


class About(ReadingSheet):
    """What the program is and is not."""

    def __init__(self, phrases: Phrases, parent: QWidget) -> None:
        super().__init__(phrases.say("about-title"), PROGRAM, about_text(phrases), parent)
