"""Writing a draft: text, problems while it is typed, and beside it the criterion read aloud, as fields, tried."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QSplitter, QTabWidget, QWidget
from typing_extensions import override

from core import clock
from core.errors import KriterionError
from core.progress import Report
from core.rule_files.drafting.author_pages import author_pages, part_at
from core.rule_files.drafting.completing import Completions, completions_at
from core.rule_files.drafting.form import FormField, with_field
from core.rule_files.rule_file import RuleFile
from core.source_text.problem import Problem
from core.use_cases.edit_rules import DraftCheck, Tried, candidates, check_draft, let_go, try_on
from core.use_cases.keep_drafts import Draft, drafts_of
from core.use_cases.weigh_update import Ready
from core.wording.problems import problem_line
from ui.desktop.notices import Notices
from ui.desktop.pages.rules.editor.form_pane import FormPane
from ui.desktop.pages.rules.editor.read_pane import ReadPane
from ui.desktop.pages.rules.editor.text import EditorText
from ui.desktop.pages.rules.editor.try_pane import TryPane
from ui.desktop.pages.rules.source_view import sign_of
from ui.desktop.tasks import Task, Tasks
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import OneLine
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.reading_sheet import PagesSheet
from ui.desktop.workspace import Workspace

_CHECK_AFTER_MS = 250
_SHOW_AFTER_MS = 60
_KEEP_AFTER_MS = 1000
_PANE_LETTERS = 52
_TEXT_LETTERS = 60
_PROBLEM_ROWS = 4
_MOST_LISTED = 100
"""So many problems are listed; F8 goes to every one."""


class EditorView(QWidget):
    """Holds one draft. What is typed is checked when the hand rests, and kept a moment later."""

    take_in_wanted = Signal()
    closed = Signal()

    def __init__(self, workspace: Workspace, notices: Notices, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._workspace, self._notices, self._tasks = workspace, notices, tasks
        self._task: Task | None = None
        self._written: RuleFile | None = None
        self._past: list[DraftCheck] = []
        self._problems: tuple[Problem, ...] = ()
        self._ready: tuple[tuple[str, Ready], ...] = ()
        self.draft: Draft | None = None
        self.check: DraftCheck | None = None
        """What came of the last check; of a text that was typed on since it is the one before."""
        say = workspace.phrases.say
        whole = column(self, margin=0, spacing=0)
        whole.addWidget(self._head())
        self.text = EditorText(workspace.phrases, theme, self._completions)
        self.text.setMinimumWidth(letters(_TEXT_LETTERS))
        self.read = ReadPane(workspace.phrases)
        self.form = FormPane(workspace.phrases)
        self.trying = TryPane(workspace.phrases)
        self.pane = QTabWidget()
        self.pane.setMinimumWidth(letters(_PANE_LETTERS))
        for each, phrase in ((self.read, "rules-read"), (self.form, "editor-form"), (self.trying, "editor-try-tab")):
            self.pane.addTab(each, say(phrase))
        halves = QSplitter()
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.text)
        halves.addWidget(self.pane)
        halves.setStretchFactor(0, 1)
        whole.addWidget(halves, 1)
        whole.addWidget(self._strip())
        self._checking = _single_shot(self, _CHECK_AFTER_MS, self.check_now)
        self._showing = _single_shot(self, _SHOW_AFTER_MS, self._show_here)
        self._keeping = _single_shot(self, _KEEP_AFTER_MS, self.keep)
        self.text.typed.connect(self._typed)
        self.text.moved.connect(self._moved)
        self.read.line_wanted.connect(self.go_to_line)
        self.form.changed.connect(self._change_field)
        self.trying.wanted.connect(self._try)
        self.pane.currentChanged.connect(self._show_here)

    def _head(self) -> QWidget:
        say = self._workspace.phrases.say
        head = frame("header")
        line = row(head, spacing=10)
        line.setContentsMargins(20, 8, 20, 8)
        words = column(line, margin=0, spacing=2, stretch=1)
        self.title, self.state = OneLine("heading"), OneLine("muted")
        words.addWidget(self.title)
        words.addWidget(self.state)
        self.drop, self.leave, self.take_in = (
            QPushButton(say(phrase)) for phrase in ("editor-drop", "editor-leave", "editor-take-in")
        )
        self.take_in.setProperty("role", "primary")
        for button in (self.drop, self.leave, self.take_in):
            line.addWidget(button)
        self.drop.clicked.connect(self.drop_draft)
        self.leave.clicked.connect(self.close_draft)
        self.take_in.clicked.connect(self.take_in_wanted)
        return head

    def _strip(self) -> QWidget:
        say = self._workspace.phrases.say
        strip = frame("strip")
        line = row(strip, spacing=10)
        line.setContentsMargins(12, 6, 12, 6)
        words = column(line, margin=0, spacing=2, stretch=1)
        self.place: QLabel = OneLine("muted")
        words.addWidget(self.place)
        self.problems = QListWidget()
        self.problems.setAccessibleName(say("rules-problems"))
        self.problems.setUniformItemSizes(True)
        self.problems.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.problems.itemActivated.connect(lambda: self._go_to(self.problems.currentRow()))
        self.problems.itemClicked.connect(lambda: self._go_to(self.problems.currentRow()))
        words.addWidget(self.problems)
        self.next = QPushButton(say("editor-next"))
        self.next.clicked.connect(lambda: self.go_to_problem(1))
        line.addWidget(self.next, 0, Qt.AlignmentFlag.AlignTop)
        return strip

    # --- a draft

    def open_draft(self, draft: Draft) -> None:
        """Show a draft, its cursor where it stood."""
        self.draft, self.check, self._written = draft, None, None
        self.title.setText(self._workspace.phrases.say("editor-title", name=draft.name, origin=draft.origin))
        self._say_kept()
        self._list_problems(())
        self.text.write(draft.text, draft.line, draft.column)
        self.trying.show_patients_only()
        self.take_in.setEnabled(False)
        self.problems.setFixedHeight(_PROBLEM_ROWS * self.problems.fontMetrics().lineSpacing() + 2 * _PROBLEM_ROWS)
        self.check_now()
        self._look_for_patients()

    def keep(self) -> None:
        """Keep the draft as it stands now."""
        self._keeping.stop()
        if self.draft is None:
            return
        line, column_ = self.text.place
        now = Draft(self.draft.name, self.text.toPlainText(), self.draft.origin, self.draft.at, line, column_)
        if now.text == self.draft.text and self.draft.at:
            return
        try:
            self.draft = drafts_of(self._workspace.vault).keep(now)
        except (KriterionError, OSError) as error:
            self._notices.tell_error(error, self._workspace.phrases)
        self._say_kept()

    def drop_draft(self) -> None:
        """Take the draft away; the file it began from stays as it is."""
        if self.draft is not None:
            drafts_of(self._workspace.vault).drop(self.draft.name)
        self._end()

    def close_draft(self) -> None:
        """Go back to the library; the draft is kept."""
        self.keep()
        self._end()

    def taken_in(self) -> None:
        """The draft is a file now."""
        if self.draft is not None:
            drafts_of(self._workspace.vault).drop(self.draft.name)
        self.draft = None

    def _end(self) -> None:
        self._stop_checking()
        self._keeping.stop()
        self.draft = None
        self.closed.emit()

    def _say_kept(self) -> None:
        say, draft = self._workspace.phrases.say, self.draft
        if draft is None or not draft.at:
            self.state.setText(say("editor-not-kept"))
            return
        self.state.setText(say("editor-kept", time=datetime.fromisoformat(draft.at).astimezone().strftime("%H:%M")))

    @override
    def hideEvent(self, event: QHideEvent, /) -> None:
        super().hideEvent(event)
        if self._keeping.isActive():
            self.keep()

    # --- typing and checking

    def _typed(self) -> None:
        self._stop_checking()
        self._checking.start()
        self._keeping.start()
        self.take_in.setEnabled(False)
        self.trying.forget()
        self._say_place()

    def _stop_checking(self) -> None:
        self._checking.stop()
        if self._task is not None:
            self._task.drop()
            self._task = None

    def check_now(self) -> None:
        """Check what stands there, on a thread; typing gives it up."""
        self._stop_checking()
        if self.draft is None:
            return
        text, name = self.text.toPlainText(), self.draft.name
        catalogue = self._workspace.knowledge.catalogue
        past, self._past = self._past, []

        def work(report: Report) -> DraftCheck:
            let_go(past)
            return check_draft(text, name, catalogue, report)

        self._task = self._tasks.run_in_steps(work, self._checked, self._not_checked)

    @property
    def is_checking(self) -> bool:
        """True while the last word is not said of what stands there."""
        return self._checking.isActive() or self._task is not None

    def _checked(self, check: DraftCheck) -> None:
        self._task = None
        if self.check is not None:
            self._past.append(self.check)
        self.check = check
        self._written = check.written or self._written
        examples = (problem for run in check.runs for problem in run.problems)
        problems = (*check.problems, *examples)
        self.text.show_problems(problems)
        self._list_problems(problems)
        self.take_in.setEnabled(check.compiled is not None and all(run.holds for run in check.runs))
        self._show_here()

    def _not_checked(self, error: Exception) -> None:
        self._task = None
        self._say_place()
        self._notices.tell_error(error, self._workspace.phrases)

    def _list_problems(self, problems: Sequence[Problem]) -> None:
        phrases = self._workspace.phrases
        self._problems = tuple(problems)
        self.problems.clear()
        for problem in self._problems[:_MOST_LISTED]:
            words = f"{sign_of(problem)} {problem_line(problem, phrases)}"
            self.problems.addItem(words)
            self.problems.item(self.problems.count() - 1).setToolTip(words)
        rest = len(self._problems) - _MOST_LISTED
        if rest > 0:
            self.problems.addItem(phrases.say("editor-more-problems", count=rest))
        self.next.setEnabled(bool(self._problems))
        self._say_place()

    def _say_place(self) -> None:
        line, at = self.text.place
        if self.is_checking:  # what was said of the text before is not true of this one
            self.place.setText(self._workspace.phrases.say("editor-place-unchecked", line=line, column=at))
            return
        errors = sum(each.is_error for each in self._problems)
        remarks = len(self._problems) - errors
        self.place.setText(
            self._workspace.phrases.say("editor-place", line=line, column=at, errors=errors, remarks=remarks)
        )

    # --- where the cursor stands

    def _moved(self) -> None:
        self._say_place()
        self._showing.start()

    def _show_here(self) -> None:
        check = self.check
        if check is None:
            return
        criterion = check.criterion_at(self.text.place[0])
        shown = self.pane.currentWidget()
        if shown is self.read:
            self.read.show_criterion(check, criterion)
        elif shown is self.form:
            self.form.show_criterion(check, criterion)

    def go_to_problem(self, by: int) -> None:
        """Go to the next problem behind the cursor, or to the one before; behind the last comes the first."""
        if not self._problems:
            return
        places = sorted({(each.span.line, each.span.column): at for at, each in enumerate(self._problems)}.items())
        here = self.text.place
        if by > 0:
            found = next((at for place, at in places if place > here), places[0][1])
        else:
            found = next((at for place, at in reversed(places) if place < here), places[-1][1])
        self._go_to(found)

    def _go_to(self, at: int) -> None:
        if 0 <= at < len(self._problems):
            self.problems.setCurrentRow(min(at, self.problems.count() - 1))
            span = self._problems[at].span
            self.text.go_to(span.line, span.column)

    def go_to_line(self, line: int) -> None:
        """Go to a line of the text."""
        self.text.go_to(line, 1)

    def explain(self) -> None:
        """Open the pages for authors at the part on what stands under the cursor."""
        line, column_ = self.text.place
        phrases = self._workspace.phrases
        part = part_at(self.text.toPlainText().split("\n"), line - 1, column_ - 1, phrases.language)
        sheet = PagesSheet(
            phrases.say("authors-title"), author_pages(phrases.language), phrases.say("authors-parts"), self.window()
        )
        sheet.show_part(part)
        sheet.open()

    def _completions(self, lines: list[str], line: int, at: int) -> Completions:
        workspace = self._workspace
        return completions_at(
            lines, line, at, workspace.knowledge.catalogue, workspace.settings.language, self._written
        )

    # --- fields

    def _change_field(self, field: FormField, text: str) -> None:
        """Write what a field says into its place; a field of a text that was typed on since writes nothing."""
        check, phrases = self.check, self._workspace.phrases
        if check is None or check.text != self.text.toPlainText():
            self._notices.tell(phrases.say("editor-field-late"))
            return
        try:
            with_field(check.text.encode(), field, text)
        except KriterionError:
            self._notices.tell(phrases.say("editor-field-refused", text=text))
            return
        self.text.put(field.span, text)
        self.check_now()

    # --- trying

    def _look_for_patients(self) -> None:
        workspace = self._workspace
        records, catalogue = workspace.records, workspace.knowledge.catalogue
        language, today = workspace.settings.language, clock.today()

        def show(found: tuple[tuple[str, Ready], ...]) -> None:
            self._ready = found
            self.trying.show_patients([name for name, _ in found])

        self._tasks.run(lambda: candidates(records, catalogue, language, today), show, self._not_tried)

    def _try(self, at: int) -> None:
        check, phrases = self.check, self._workspace.phrases
        if check is None or check.text != self.text.toPlainText() or not 0 <= at < len(self._ready):
            self.trying.show_tried(None)
            return
        ready = self._ready[at][1]

        def show(tried: Tried | None) -> None:
            self.trying.show_tried(tried)

        def is_current() -> bool:
            return self.check is check

        self._tasks.run(lambda: try_on(check, ready, phrases), show, self._not_tried, is_current)

    def _not_tried(self, error: Exception) -> None:
        self._notices.tell_error(error, self._workspace.phrases)

    # --- keys

    @override
    def event(self, event: QEvent, /) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._does(event):
            event.accept()  # the window has other uses for some of these
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        do = self._does(event)
        if do is None:
            super().keyPressEvent(event)
        else:
            do()

    def _does(self, event: QKeyEvent) -> Callable[[], None] | None:
        is_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_F8:
            by = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
            return lambda: self.go_to_problem(by)
        if event.key() == Qt.Key.Key_S and is_control:
            return self.keep
        if event.key() == Qt.Key.Key_F1:
            return self.explain
        return None


def _single_shot(parent: QWidget, after_ms: int, do: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(after_ms)
    timer.timeout.connect(do)
    return timer
