"""The criterion under the cursor read aloud, and the examples that tell of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QWidget

from core.language.phrases import Phrases
from core.rule_files.rule_file import Criterion
from core.use_cases.edit_rules import DraftCheck, UsedIn, heard_lines, used_in
from ui.desktop.widgets.frames import column
from ui.desktop.widgets.labels import OneLine, label

_STEP = "    "


class ReadPane(QWidget):
    """Says what the text says; an example that is chosen is gone to in the text."""

    line_wanted = Signal(int)

    def __init__(self, phrases: Phrases) -> None:
        super().__init__()
        self._phrases = phrases
        self._used: tuple[UsedIn, ...] = ()
        self._shown: tuple[object, ...] = ()
        say = phrases.say
        inside = column(self, margin=12)
        self.title = OneLine("heading")
        inside.addWidget(self.title)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setTabChangesFocus(True)
        self.words.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.words.setAccessibleName(say("editor-read"))
        inside.addWidget(self.words, 3)
        self.count = label("", "muted")
        inside.addWidget(self.count)
        self.examples = QListWidget()
        self.examples.setWordWrap(True)
        self.examples.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.examples.setAccessibleName(say("editor-examples"))
        self.examples.itemActivated.connect(self._go)
        inside.addWidget(self.examples, 2)

    def show_criterion(self, check: DraftCheck, criterion: Criterion | None) -> None:
        """Show a criterion as it was last checked; None: the cursor stands in none."""
        if self._shown == (id(check), criterion):
            return
        self._shown = (id(check), criterion)
        say = self._phrases.say
        self.examples.clear()
        self._used = () if criterion is None else used_in(check, criterion)
        if criterion is None:
            self.title.setText(say("editor-no-criterion"))
            self.words.setPlainText(say("editor-no-criterion-why"))
            self.count.setText(self._held(check))
            return
        self.title.setText(f"{criterion.id} · {say(f'editor-{criterion.polarity.value}')}")
        lines = heard_lines(check, criterion, self._phrases)
        words = "\n".join(f"{_STEP * depth}{line}" for depth, line in lines)
        self.words.setPlainText(words or say("editor-not-heard"))
        for used in self._used:
            self.examples.addItem(f"{'✓' if used.holds else '✕'} {used.name}\n{say(f'editor-expects-{used.expects}')}")
        self.count.setText(self._counted(check))

    def _counted(self, check: DraftCheck) -> str:
        if check.compiled is None:
            return self._held(check)
        return self._phrases.say("editor-examples-use", used=len(self._used), count=len(check.runs))

    def _held(self, check: DraftCheck) -> str:
        if check.compiled is None:
            return self._phrases.say("editor-examples-not-run")
        held = sum(run.holds for run in check.runs)
        return self._phrases.say("rules-examples-held", held=held, count=len(check.runs))

    def _go(self) -> None:
        at = self.examples.currentRow()
        if 0 <= at < len(self._used):
            self.line_wanted.emit(self._used[at].line)
