"""The manual beside the window, from the first page on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.language.phrases import Phrases
from core.language.shipped_pages import page_paths, pages
from ui.desktop.widgets.reading_sheet import PagesSheet

MANUAL = "manual"


class Manual(PagesSheet):
    """Its pages one below the other, with their pictures."""

    def __init__(self, phrases: Phrases, parent: QWidget) -> None:
        language = phrases.language
        folder = page_paths(MANUAL, language)[0].parent
        super().__init__(
            phrases.say("manual-title"), pages(MANUAL, language), phrases.say("manual-parts"), parent, folder
        )
