"""One rule file as it is shown: read aloud, its text, what changed, its examples, its sources, its problems."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QTabWidget, QWidget

from core.assurance.examples import ExampleRun
from core.language.languages import in_language
from core.source_text.problem import Problem
from core.use_cases.keep_library import LibraryFile, examples_of
from core.use_cases.read_aloud import read_rule_file_aloud
from core.wording.citing import sources_words
from core.wording.problems import problem_line
from ui.desktop.notices import Notices
from ui.desktop.pages.rules.source_view import SourceView
from ui.desktop.tasks import Tasks
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.frames import column, only_bar_takes_focus
from ui.desktop.widgets.heard import HeardLine
from ui.desktop.widgets.labels import label
from ui.desktop.workspace import Workspace

_PROBLEMS_HEIGHT = 110


class FileView(QWidget):
    """Its examples are run when their tab is opened."""

    def __init__(self, workspace: Workspace, notices: Notices, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._workspace, self._notices, self._tasks = workspace, notices, tasks
        self._problems: tuple[Problem, ...] = ()
        self.file: LibraryFile | None = None
        say = workspace.phrases.say
        inside = column(self, margin=12)
        self.title = label("", "heading")
        inside.addWidget(self.title)
        self.tabs = QTabWidget()
        only_bar_takes_focus(self.tabs)
        self.read = reading_view(say("rules-read"))
        self.text = SourceView(theme, say("rules-text"))
        self.changes = reading_view(say("rules-changes"))
        self.examples = reading_view(say("rules-examples"))
        self.sources = reading_view(say("rules-sources"))
        for view in (self.read, self.text, self.changes, self.examples, self.sources):
            self.tabs.addTab(view, view.accessibleName())
        self.tabs.currentChanged.connect(self._tab_opened)
        inside.addWidget(self.tabs, 1)
        self.problems = QListWidget()
        self.problems.setAccessibleName(say("rules-problems"))
        HeardLine(self.problems)
        self.problems.setMaximumHeight(_PROBLEMS_HEIGHT)
        self.problems.setWordWrap(True)
        self.problems.setVisible(False)
        self.problems.currentRowChanged.connect(self._go_to_problem)
        self.problems.itemActivated.connect(lambda: self._go_to_problem(self.problems.currentRow()))
        inside.addWidget(self.problems)

    def show_file(self, file: LibraryFile) -> None:
        """Show one file: read aloud where it can be, else its text with the problems."""
        self.file = file
        rule_file, phrases = file.rule_file, self._workspace.phrases
        self.title.setText(file.path.name if rule_file is None else in_language(rule_file.title, phrases.language))
        aloud = "" if file.compiled is None else "\n".join(read_rule_file_aloud(file.compiled.checked, phrases))
        why_not = "rules-cannot-be-read" if file.is_taken_in else "rules-found-why"
        self.read.setPlainText(aloud or phrases.say(why_not))
        self.text.show_source(file.text, file.problems)
        words = () if rule_file is None else sources_words(rule_file.sources, phrases)
        self.sources.setPlainText("\n\n".join(words))
        self.examples.setPlainText("")
        self.changes.setPlainText("")
        self.show_problems(file.problems)
        if file.compiled is None and file.is_taken_in:
            self.tabs.setCurrentWidget(self.text)
        self._tab_opened()

    def show_changes(self, lines: Sequence[str], runs: Sequence[ExampleRun], *, can_be_accepted: bool) -> None:
        """Show what differs from the version in force and how the examples ended; of what is refused, the text."""
        self.show_examples(runs)
        self.changes.setPlainText("\n".join(lines))
        self.tabs.setCurrentWidget(self.changes if can_be_accepted else self.text)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List problems below the file; each leads to its place."""
        self._problems = tuple(problems)
        self.problems.blockSignals(True)
        self.problems.clear()
        for problem in problems:
            sign = "✕" if problem.is_error else "?"
            self.problems.addItem(f"{sign} {problem_line(problem, self._workspace.phrases)}")
        self.problems.blockSignals(False)
        self.problems.setVisible(bool(problems))

    def show_examples(self, runs: Sequence[ExampleRun]) -> None:
        """Show which examples hold, and of the others why they do not."""
        say = self._workspace.phrases.say
        lines = [say("rules-examples-held", held=sum(run.holds for run in runs), count=len(runs)), ""]
        for run in runs:
            lines.append(say("rules-example-holds" if run.holds else "rules-example-fails", name=run.example.name))
            lines += [f"    {problem_line(problem, self._workspace.phrases)}" for problem in run.problems]
        self.examples.setPlainText("\n".join(lines))

    def _go_to_problem(self, at: int) -> None:
        if 0 <= at < len(self._problems):
            self.tabs.setCurrentWidget(self.text)
            span = self._problems[at].span
            self.text.go_to(span.line, span.column)

    def _tab_opened(self) -> None:
        file = self.file
        if self.tabs.currentWidget() is not self.examples or file is None or self.examples.toPlainText():
            return
        catalogue = self._workspace.knowledge.catalogue

        def show(runs: Sequence[ExampleRun]) -> None:
            if self.file is file:
                self.show_examples(runs)

        words = self._workspace.phrases.say("doing-examples")
        self._tasks.run_shown(words, lambda report: examples_of(file, catalogue, report), show, self._failed)

    def _failed(self, error: Exception) -> None:
        self._notices.tell_error(error, self._workspace.phrases)


def reading_view(name: str) -> QPlainTextEdit:
    """Return a text that is read, not written, under a name."""
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
    )
    view.setAccessibleName(name)
    view.setTabChangesFocus(True)
    return view
