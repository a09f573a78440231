"""The outcome on the page: a line of chips, what leaves them open under it, and a table of how each is judged."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHeaderView, QPushButton, QTableWidget, QTableWidgetItem

from core.language.phrases import Phrases
from core.wording.outcome import OutcomeWords, Said
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.chip import Chip
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.frames import column, row
from ui.desktop.widgets.labels import label

_TABLE_LINES = 14
_COLUMNS = ("what", "result", "values", "why")


class OutcomeCard(QFrame):
    """Shows what it is told and judges nothing."""

    def __init__(self, phrases: Phrases, theme: Theme) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._theme = theme
        say = phrases.say
        inside = column(self, margin=10, spacing=6)
        head = row(inside)
        head.addWidget(label(say("went-title"), "heading"), 1)
        self.how = QPushButton(say("went-how"))
        self.how.setProperty("role", "link")
        self.how.setCheckable(True)
        head.addWidget(self.how)
        holder, self._line = flowing()
        inside.addWidget(holder)
        self.open = label("", "muted")
        inside.addWidget(self.open)
        self.table = QTableWidget(0, len(_COLUMNS))
        self.table.setHorizontalHeaderLabels([say(f"went-{each}") for each in _COLUMNS])
        self.table.setAccessibleName(say("went-how"))
        self.table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(True)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.setMinimumHeight(self.fontMetrics().height() * _TABLE_LINES)
        self.table.hide()
        inside.addWidget(self.table)
        self.how.toggled.connect(self._toggle)
        self.chips: list[Chip] = []
        self._words: OutcomeWords | None = None

    def show_words(self, words: OutcomeWords | None) -> None:
        """Show another outcome; None shows nobody's."""
        for chip in self.chips:
            self._line.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._words = words
        said = () if words is None else words.line
        self.chips = [self._chip(each) for each in said]
        for chip in self.chips:
            self._line.addWidget(chip)
        self.open.setText("\n".join(f"{each.name}: {each.why}" for each in said if each.why))
        self.open.setVisible(bool(self.open.text()))
        self._fill()

    def _chip(self, said: Said) -> Chip:
        chip = Chip(f"{said.sign} {said.name}: {said.words}", said.tone, self._theme)
        chip.setToolTip(said.why)
        return chip

    def _toggle(self, is_shown: bool) -> None:
        self.table.setVisible(is_shown)
        self._fill()

    def _fill(self) -> None:
        """Fill the table where it is shown: most look at the line alone."""
        rows = () if self._words is None or not self.how.isChecked() else tuple(self._words.table())
        self.table.setRowCount(len(rows))
        for at, cells in enumerate(rows):
            for number, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(at, number, item)
