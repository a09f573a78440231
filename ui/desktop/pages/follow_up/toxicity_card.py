"""The toxicity log on the page: the strip, and in words the day one is in, with what made each grade."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from core.follow_up.toxicity_rows import LAST_DAY
from core.language.phrases import Phrases
from core.wording.toxicity import ToxicityWords
from ui.desktop.pages.follow_up.strip import StripTable, grade_tone
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.frames import column, row
from ui.desktop.widgets.labels import label

_GRADES = 5


class ToxicityCard(QFrame):
    """Shows what it is told; says which day is to be opened. It raises no alarm and names no dose."""

    day_wanted = Signal(int)

    def __init__(self, phrases: Phrases, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        say = phrases.say
        self._phrases = phrases
        self.words: ToxicityWords | None = None
        inside = column(self, margin=10, spacing=6)
        inside.addWidget(label(say("toxicity-title"), "heading"))
        inside.addWidget(label(say("toxicity-about"), "muted"))
        legend, line = flowing()
        line.addWidget(label(say("toxicity-legend"), "muted"))
        for grade in range(_GRADES):
            tone = grade_tone(theme, grade)
            sign = label(str(grade))
            sign.setStyleSheet(f"background: {tone.fill}; color: {tone.text}; padding: 0 6px;")
            line.addWidget(sign)
        line.addWidget(label(say("toxicity-keys"), "muted"))
        inside.addWidget(legend)
        self.table = StripTable(theme, say("toxicity-title"))
        inside.addWidget(self.table)
        self.day = label("", "heading")
        self.told = label("", is_heard=True)
        self.undated = label("", "muted")
        inside.addWidget(self.day)
        inside.addWidget(self.told)
        inside.addWidget(self.undated)
        self.open = QPushButton(say("toxicity-open-day"))
        held = row(inside)
        held.addWidget(self.open)
        held.addStretch(1)
        self.table.day_moved.connect(self._show_day)
        self.table.day_wanted.connect(self.day_wanted)
        self.open.clicked.connect(self._open)

    @property
    def is_early(self) -> bool:
        """True until day 28: the strip then stands before all else."""
        return self.words is not None and self.words.strip.today <= LAST_DAY

    def show_words(self, words: ToxicityWords | None) -> None:
        """Show another log; None shows nobody's."""
        self.words = words
        self.table.show_words(words)
        count = 0 if words is None else len(words.strip.undated)
        notes = [self._phrases.say("toxicity-undated", count=count)] if count else []
        notes += [words.open_rows] if words is not None and words.open_rows else []
        self.undated.setText("\n".join(notes))
        self.undated.setVisible(bool(notes))
        day = self.table.day
        if words is None or day is None:
            self.day.setText("")
            self.told.setText("")
        else:
            self._show_day(day)

    def _show_day(self, day: int) -> None:
        if self.words is None:
            return
        self.day.setText(self.words.day(day))
        self.told.setText("\n".join(self.words.of_day(day)))
        self.open.setEnabled(day <= self.words.strip.today)

    def _open(self) -> None:
        if self.table.day is not None:
            self.day_wanted.emit(self.table.day)
