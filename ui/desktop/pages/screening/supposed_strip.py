"""What stands above the form while values are only supposed: that it is so, and which rule files conclude otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QWidget

from core.language.phrases import Phrases
from core.screening.flips import Flip
from core.wording.supposed import flip_lines
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label

_MOST_LINES = 2


class SupposedStrip(QWidget):
    """Hidden while everything that is typed is recorded."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self._phrases = phrases
        whole = column(self, margin=0, spacing=0)
        holder = frame("strip")
        line = row(holder, spacing=12)
        line.setContentsMargins(20, 8, 20, 8)
        words = column(line, margin=0, spacing=2, stretch=1)
        words.addWidget(label(phrases.say("suppose-title"), "heading"))
        self.flips = label("", is_heard=True)
        self.flips.of = phrases.say("suppose-title")
        words.addWidget(self.flips)
        self.keep = QPushButton(phrases.say("suppose-keep"))
        self.discard = QPushButton(phrases.say("suppose-discard"))
        line.addWidget(self.keep)
        line.addWidget(self.discard)
        whole.addWidget(holder)
        self.setVisible(False)

    def show_flips(self, flips: Sequence[Flip], *, is_supposing: bool) -> None:
        """Show what is concluded otherwise; without supposing, nothing."""
        self.setVisible(is_supposing)
        words = flip_lines(flips, self._phrases, _MOST_LINES) if is_supposing else ()
        if self.flips.text() != "\n".join(words):
            self.flips.setText("\n".join(words))
