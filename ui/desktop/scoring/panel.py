"""The panel of a score: items by keyboard, what they come to while some are open, one button that records."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QSplitter, QWidget
from typing_extensions import override

from core.entry.desk.fields import Field
from core.entry.desk.scoring.asking import Scoring, scoring_of
from core.entry.desk.scoring.details import input_details
from core.entry.desk.scoring.lines import AskedRow
from core.entry.desk.scoring.mapped import map_state
from core.entry.desk.scoring.state import ScoreState, score_state
from core.entry.desk.showing import problem_words
from core.entry.typed import Understood
from core.entry.typed.dates import read_past_date, shown_date
from core.vocabulary.asking import shown
from core.vocabulary.vocabulary import Matter
from core.wording.asking import asking_files
from ui.desktop.scoring.body_view import BodyView
from ui.desktop.scoring.model import ScoreModel
from ui.desktop.scoring.pane import ScorePane
from ui.desktop.scoring.table import ScoreTable
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.workspace import Workspace

_DATE_LETTERS = 15
_PANE_LETTERS = 36
_MAP_LETTERS = 60
_FINE = 1000


def _keys_phrase(asked: AskedRow) -> str:
    """Return the phrase that says by which keys an input is answered."""
    if asked.is_typed:
        return "score-keys-typed"
    keys = {each.key for each in asked.choices}
    return "score-keys" if keys == {"1", "0", "-"} else "score-keys-levels" if "0" in keys else "score-keys-choice"


class ScorePanel(QWidget):
    """Asks the workspace for everything it shows; each answer is a new text of the draft."""

    closed = Signal(object)
    recorded = Signal(object)
    said = Signal(str)

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._where: Field | None = None
        self._before: list[str] = []
        self._is_typing_on_map = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._show_details)
        keys = shown(Matter.TYPED, "keys", workspace.phrases.language)
        self.model = ScoreModel(self)
        self.table = ScoreTable(self.model, theme, (keys["yes"], keys["no"]))
        self.body = BodyView(theme)
        self.body.hide()
        self.pane = ScorePane(workspace.phrases)
        self.pane.setMinimumWidth(letters(_PANE_LETTERS))
        whole = column(self, margin=0, spacing=0)
        whole.addWidget(self._head())
        halves = QSplitter(Qt.Orientation.Horizontal)
        for each in (self.body, self.table, self.pane):
            halves.addWidget(each)
        halves.setChildrenCollapsible(False)
        halves.setStretchFactor(1, 1)
        halves.setSizes([letters(_MAP_LETTERS), _FINE * letters(1), letters(_PANE_LETTERS)])  # the rest is the items'
        whole.addWidget(halves, 1)
        whole.addWidget(self._foot())
        self._wire()
        self.setFocusProxy(self.table)

    def _head(self) -> QWidget:
        head = frame("header")
        inside = column(head, margin=12, spacing=4)
        first = row(inside, spacing=16)
        names = column(first, margin=0, spacing=4, stretch=1)
        self.title = label("", "title")
        self.version = label("", "muted")
        self.keys = label("", "muted")
        for each in (self.title, self.version, self.keys):
            names.addWidget(each)
        told = column(first, margin=0, spacing=2)
        numbers = row(told, spacing=8)
        numbers.addStretch(1)
        self.value = label("", "name", is_heard=True)
        self.rest = label("", "heading")
        for each in (self.value, self.rest):
            each.setWordWrap(False)
            numbers.addWidget(each, 0, Qt.AlignmentFlag.AlignBaseline)
        self.open_words = label("", "muted")
        self.last = label("", "muted")
        for each in (self.open_words, self.last):
            each.setWordWrap(False)
            told.addWidget(each, 0, Qt.AlignmentFlag.AlignRight)
        self.warning = label("", "warning")
        inside.addWidget(self.warning)
        return head

    def _foot(self) -> QWidget:
        say = self._workspace.phrases.say
        foot = frame("header")
        held, line = flowing()
        inside = column(foot, margin=12, spacing=0)
        inside.addWidget(held)
        self.copy = QPushButton(say("score-copy"))
        self.take = QPushButton()
        self.no_rest = QPushButton()
        dated = QWidget()
        day = row(dated)
        words = label(say("score-day"), "muted")
        words.setWordWrap(False)
        day.addWidget(words)
        self.day = QLineEdit()
        self.day.setAccessibleName(say("score-day"))
        self.day.setFixedWidth(letters(_DATE_LETTERS))
        day.addWidget(self.day)
        self.cancel = QPushButton(say("score-cancel"))
        self.record = QPushButton()
        self.record.setProperty("role", "primary")
        for each in (self.copy, self.take, self.no_rest, dated, self.cancel, self.record):
            line.addWidget(each)
        return foot

    def _wire(self) -> None:
        self.table.chosen.connect(self._answer)
        self.model.typed.connect(self._type)
        self.table.rest_wanted.connect(self._answer_rest)
        self.table.record_wanted.connect(self.record_answers)
        self.table.moved.connect(self._later.start)
        self.table.left.connect(self.leave)
        self.table.edited.connect(self._return_to_map)
        self.body.wanted.connect(self.table.go_to)
        self.body.chosen.connect(self._answer)
        self.body.keyed.connect(self._key_from_map)
        self.copy.clicked.connect(self._copy)
        self.take.clicked.connect(self._take_all)
        self.pane.taken.connect(self._take)
        self.no_rest.clicked.connect(self._answer_rest)
        self.day.editingFinished.connect(self._take_day)
        self.cancel.clicked.connect(self.discard)
        self.record.clicked.connect(self.record_answers)

    # --- showing

    @property
    def where(self) -> Field | None:
        """The field whose score is asked, None while the panel is closed."""
        return self._where

    @property
    def scoring(self) -> Scoring | None:
        """The score that is asked, as the desk stands."""
        if self._where is None or not self._workspace.is_open:
            return None
        return scoring_of(self._workspace.desk, self._where, self._workspace.phrases)

    def open_for(self, where: Field) -> None:
        """Ask a score, from its first input that is not answered."""
        self._where = Field(where.section)
        self._before = []
        scoring = self.scoring
        if scoring is None:
            return
        self._show(scoring)
        self.table.measure()
        self._make_room()
        say = self._workspace.phrases.say
        self.table.setAccessibleName(say("score-panel-of", name=self.title.text()))
        self.body.setAccessibleName(say("body-map-of", name=self.title.text()))
        left = scoring.answers.open
        first = left[0] if left else scoring.definition.asked[0]
        self.table.go_to(first.id)
        self.table.clearFocus()  # of one score after another the first line is heard too
        self.table.setFocus()
        self.show_judged()

    def show_desk(self) -> None:
        """The desk is another one."""
        scoring = self.scoring
        if scoring is not None:
            self._show(scoring)

    def show_judged(self) -> None:
        """The screenings moved: show who asks for the score."""
        if self._where is not None and self._workspace.is_open:
            workspace = self._workspace
            files = asking_files(workspace.shown, workspace.compiled, self._where.section, workspace.phrases)
            self.pane.show_files(files)

    def close_panel(self) -> None:
        """Let go of the score: nothing of it stays."""
        self._later.stop()
        self._where = None
        self._before = []
        self.model.show_lines(())
        self.pane.clear()
        self.body.show_map(None)
        for each in (
            self.title,
            self.version,
            self.value,
            self.rest,
            self.last,
            self.open_words,
            self.warning,
            self.keys,
        ):
            each.setText("")

    def _show(self, scoring: Scoring) -> None:
        state, say = score_state(scoring), self._workspace.phrases.say
        self.model.show_lines(state.lines)
        self.title.setText(state.title)
        self.version.setText(state.version)
        self._show_conclusion(state)
        self.warning.setText(f"▲ {state.warning}" if state.warning else "")
        self.warning.setVisible(bool(state.warning))
        self.copy.setVisible(state.can_copy)
        self.take.setText(say("score-take", count=state.on_record))
        self.take.setVisible(state.on_record > 0)
        self.no_rest.setText(state.rest_is)
        self.no_rest.setVisible(bool(state.rest_is))
        if not self.day.hasFocus():
            self.day.setText(state.day)
        self.record.setText(state.record)
        self.record.setEnabled(state.can_record)
        self.pane.show_state(state)
        self._show_map(scoring)
        self._later.start()

    def _show_conclusion(self, state: ScoreState) -> None:
        self.value.setText(state.value)
        self.value.setAccessibleName(state.spoken)
        self.rest.setText(state.rest)
        self.rest.setVisible(bool(state.rest))
        self.last.setText(state.last)
        self.last.setVisible(bool(state.last))
        self.open_words.setText(state.open_words)
        self.open_words.setVisible(bool(state.open_words))

    def _show_map(self, scoring: Scoring) -> None:
        current = self.table.current
        self.body.show_map(map_state(scoring, "" if current is None else current.id))
        self._make_room()

    def _make_room(self) -> None:
        """Where not all have room the details give way first, then the map: its list holds the same."""
        has_map = self.body.state is not None
        self.table.setMinimumWidth(self.table.least if has_map else 0)
        needed = self.table.least + (self.body.minimumWidth() if has_map else 0)
        has_room = not has_map or self.width() >= needed
        self.body.setVisible(has_map and has_room)
        self.pane.setVisible(not has_map or not has_room or self.width() >= needed + self.pane.minimumWidth())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _show_details(self) -> None:
        scoring, current = self.scoring, self.table.current
        if scoring is not None and current is not None:
            self._show_map(scoring)
            self.pane.show_details(input_details(scoring, current.id), current.id)
            say = self._workspace.phrases.say
            rest = say("score-keys-rest", words=self.no_rest.text()) if self.no_rest.text() else ""
            told = (say(_keys_phrase(current)), rest, say("score-keys-record"))
            self.keys.setText(" · ".join(filter(None, told)))

    # --- answering

    def _take_text(self, text: str, scoring: Scoring) -> None:
        """Take another text of the draft; the one before can be had again."""
        draft = scoring.desk.draft(scoring.where.panel)
        before = "" if draft is None else draft.text
        if text != before:
            self._before.append(before)
            self._workspace.work.type(scoring.where.panel, text)

    def _answer(self, name: str, word: str) -> None:
        scoring = self.scoring
        if scoring is not None:
            self._take_text(scoring.answered(name, word), scoring)

    def _type(self, name: str, text: str) -> None:
        scoring = self.scoring
        if scoring is not None:
            self._take_text(scoring.typed(name, text), scoring)

    def _key_from_map(self, event: QKeyEvent) -> None:
        """Let the list take a key that was pressed on the map: one meaning, wherever the focus is."""
        self.table.keyPressEvent(event)
        self._is_typing_on_map = self.table.state() == ScoreTable.State.EditingState

    def _return_to_map(self) -> None:
        """Give the focus back to the map where the number was begun."""
        if self._is_typing_on_map:
            self._is_typing_on_map = False
            self.body.setFocus()

    def _answer_rest(self) -> None:
        scoring = self.scoring
        if scoring is not None:
            self._take_text(scoring.rest_is_no(), scoring)
            self.table.setFocus()

    def _copy(self) -> None:
        scoring = self.scoring
        if scoring is not None:
            self._take_text(scoring.copied(), scoring)
            self.table.setFocus()

    def _take_all(self) -> None:
        self._take("")

    def _take(self, name: str) -> None:
        scoring = self.scoring
        if scoring is not None:
            self._take_text(scoring.taken(name), scoring)
            self.table.setFocus()

    def _take_day(self) -> None:
        scoring = self.scoring
        text = self.day.text().strip()
        if scoring is None or text == shown_date(scoring.day, scoring.words.language):
            return
        typed = read_past_date(text, scoring.desk.typing)
        if isinstance(typed, Understood):
            self._take_text(scoring.of_day(str(typed.content)), scoring)
        else:
            self.said.emit(problem_words(typed, self._workspace.phrases))

    def undo(self) -> bool:
        """Take the last answer back; False where nothing was answered here."""
        scoring = self.scoring
        if scoring is None or not self._before:
            return False
        text = self._before.pop()
        if text:
            self._workspace.work.type(scoring.where.panel, text)
        else:
            self._workspace.work.restore(scoring.where.panel)
        return True

    # --- leaving

    def record_answers(self) -> None:
        """Record what is answered as one finding; the panel closes. What is not understood stays, and says why."""
        where = self._where
        if where is not None and self._workspace.work.leave(where.panel):
            self.recorded.emit(where)
            self._close(where)

    def discard(self) -> None:
        """Drop what was answered here."""
        where = self._where
        if where is not None:
            self._workspace.work.restore(where.panel)
            self._close(where)

    def leave(self) -> None:
        """Close the panel; what was answered stays as a draft."""
        where = self._where
        if where is None:
            return
        if self._workspace.desk.draft(where.panel) is not None:
            self.said.emit(self._workspace.phrases.say("score-drafts-kept"))
        self._close(where)

    def _close(self, where: Field) -> None:
        self.close_panel()
        self.closed.emit(where)
