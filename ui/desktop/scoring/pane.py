"""Beside the inputs: what the one with the focus means, what is on record of it, the parts, who asks for the score."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QScrollArea, QWidget

from core.entry.desk.scoring.details import InputDetails
from core.entry.desk.scoring.state import ScoreState
from core.language.phrases import Phrases
from core.wording.asking import AskingFile
from ui.desktop.widgets.frames import column, frame, row, scrolled
from ui.desktop.widgets.labels import OneLine, Words, label

_MARGIN = 14


class ScorePane(QScrollArea):
    """Shows what it is given; says that what is on record is wanted as the answer."""

    taken = Signal(str)

    def __init__(self, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        say = phrases.say
        self._phrases = phrases
        self._shown = ""
        inside = scrolled(self, margin=_MARGIN)
        self.title = label("", "heading")
        self.weight = label("", "muted")
        self.definition = label("")
        self.keys = label("", "muted")
        for each in (self.title, self.weight, self.definition, self.keys):
            inside.addWidget(each)
        self.card = frame("card")
        within = column(self.card, margin=10, spacing=4)
        within.addWidget(label(say("score-on-record").upper(), "section"))
        self.evidence = _Pairs(within.addWidget)
        self.take = QPushButton()
        self.take.setProperty("role", "offer")
        line = row(within)
        line.addWidget(self.take)
        line.addStretch(1)
        inside.addWidget(self.card)
        self.could_head = label(say("score-could").upper(), "section")
        inside.addWidget(self.could_head)
        self.could = _Pairs(inside.addWidget)
        self.parts_head = label(say("score-parts").upper(), "section")
        inside.addWidget(self.parts_head)
        self.parts = _Pairs(inside.addWidget)
        self.used_head = label("", "section")
        inside.addWidget(self.used_head)
        self.files = _Pairs(inside.addWidget, is_short=True)
        self.sources_head = label(say("score-sources").upper(), "section")
        inside.addWidget(self.sources_head)
        self.sources = label("", "muted")
        inside.addWidget(self.sources)
        inside.addStretch(1)
        self.take.clicked.connect(self._take)

    def show_details(self, details: InputDetails | None, name: str) -> None:
        """Show what is said of the input with the focus."""
        self._shown = name
        self.title.setText("" if details is None else details.title)
        self.weight.setText("" if details is None else details.weight)
        self.definition.setText("" if details is None else details.definition)
        self.weight.setVisible(bool(self.weight.text()))
        self.definition.setVisible(bool(self.definition.text()))
        evidence = () if details is None else details.evidence
        self.card.setVisible(bool(evidence))
        self.evidence.show_pairs([(f"{each.name}: {each.value}", each.about) for each in evidence])
        self.take.setVisible(details is not None and bool(details.answer))
        if details is not None:
            self.take.setText(self._phrases.say("score-take-one", answer=details.answer))
        could = () if details is None else details.could
        self.could_head.setVisible(bool(could))
        self.could.show_pairs([(f"{answer}: {what}", "") for answer, what in could])
        keys = () if details is None else details.keys
        self.keys.setText("\n".join(keys))
        self.keys.setVisible(bool(keys))
        told = () if details is None else details.sources
        self.sources.setText("\n".join(told))
        self.sources_head.setVisible(bool(told))

    def show_state(self, state: ScoreState) -> None:
        """Show the parts of the score."""
        self.parts_head.setVisible(bool(state.parts))
        self.parts.show_pairs([(f"{name}: {told}", "") for name, told in state.parts])

    def show_files(self, files: Sequence[AskingFile]) -> None:
        """Show who asks for the score, and whether it is as they ask."""
        count = len({each.title for each in files})
        self.used_head.setText(self._phrases.say("score-used-by", count=count).upper())
        self.files.show_pairs([(f"{each.sign} {each.title}", f"{each.verdict} · {each.needed}") for each in files])

    def clear(self) -> None:
        """Forget everything of the patient."""
        self.show_details(None, "")
        for pairs in (self.parts, self.files):
            pairs.show_pairs([])

    def _take(self) -> None:
        self.taken.emit(self._shown)


class _Pairs(QWidget):
    """Lines of two: what, and below it, muted, what is said of it, in one line where it is to be short."""

    def __init__(self, put: Callable[[QWidget], None], *, is_short: bool = False) -> None:
        super().__init__()
        self._is_short = is_short
        self._inside = column(self, margin=0, spacing=2)
        self._lines: list[tuple[Words, Words]] = []
        put(self)

    def show_pairs(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Show these lines; the labels are used again."""
        while len(self._lines) < len(pairs):
            made = (label(""), OneLine("", "muted") if self._is_short else label("", "muted"))
            for each in made:
                self._inside.addWidget(each)
            self._lines.append(made)
        for at, (first, second) in enumerate(self._lines):
            texts = pairs[at] if at < len(pairs) else ("", "")
            for shown, text in zip((first, second), texts, strict=True):
                shown.setText(text)
                shown.setVisible(bool(text))
        self.setVisible(bool(pairs))
