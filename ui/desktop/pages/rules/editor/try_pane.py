"""A draft tried on one patient: what it would conclude, shown and kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QListWidget, QPushButton, QWidget

from core.language.phrases import Phrases
from core.use_cases.edit_rules import Tried
from ui.desktop.widgets.frames import column
from ui.desktop.widgets.labels import label


class TryPane(QWidget):
    """Choose a patient, try; criterion by criterion, each with its word."""

    wanted = Signal(int)
    """Try the draft on the patient of this number in the list."""

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self._phrases = phrases
        say = phrases.say
        inside = column(self, margin=12)
        self.patients = QComboBox()
        self.patients.setAccessibleName(say("editor-patient"))
        self.patients.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        inside.addWidget(self.patients)
        self.start = QPushButton(say("editor-try"))
        self.start.clicked.connect(lambda: self.wanted.emit(self.patients.currentIndex()))
        inside.addWidget(self.start)
        self.headline = label("", "strong")
        inside.addWidget(self.headline)
        self.judged = QListWidget()
        self.judged.setWordWrap(True)
        self.judged.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.judged.setAccessibleName(say("editor-judged"))
        inside.addWidget(self.judged, 1)
        self.about = label(say("editor-try-about"), "muted")
        inside.addWidget(self.about)

    def show_patients(self, names: Sequence[str]) -> None:
        """Show whom the draft can be tried on."""
        self.patients.clear()
        self.patients.addItems(list(names))
        self.patients.setToolTip("")
        self.start.setEnabled(bool(names))

    def show_tried(self, tried: Tried | None) -> None:
        """Show what came of it; None: the draft has an error."""
        self.judged.clear()
        if tried is None:
            self.headline.setText(self._phrases.say("editor-not-tried"))
            return
        self.headline.setText(tried.headline)
        for line in tried.lines:
            self.judged.addItem(line)

    def forget(self) -> None:
        """The text is another one now: what was tried does not hold any more."""
        if self.judged.count() or self.headline.text():
            self.show_patients_only()

    def show_patients_only(self) -> None:
        """Show no answer."""
        self.judged.clear()
        self.headline.setText("")
