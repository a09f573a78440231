"""The page of the rule files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QListView,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QWidget,
)
from typing_extensions import override

from core import clock
from core.assurance.examples import ExampleRun
from core.errors import KriterionError
from core.language.languages import in_language
from core.progress import Report
from core.rule_files.drafting.beginning import from_template, next_version, own_copy
from core.rule_files.packs.limits import SUFFIX
from core.rule_files.reviewing import SignedReview, reviewed_version
from core.source_text.problem import Problem
from core.use_cases.back_up_before import backed_up
from core.use_cases.edit_rules import weigh_draft
from core.use_cases.keep_drafts import Draft, drafts_of
from core.use_cases.keep_library import LibraryFile, TakenIn, examples_of, in_force, load_library, take_in
from core.use_cases.keep_shelf import shelf_of
from core.use_cases.keep_trust import trust_of
from core.use_cases.load_rules import rule_paths
from core.use_cases.read_aloud import read_rule_file_aloud
from core.use_cases.sign_review import accept_review, reviewed
from core.use_cases.take_in_pack import Library, PackTaken, accept_pack, take_in_pack
from core.use_cases.take_in_update import accept_update
from core.use_cases.weigh_update import Weighed, stored_patients, weigh_taken
from core.wording.citing import sources_words
from core.wording.problems import problem_line
from ui.desktop.actions import Action
from ui.desktop.notices import Notices
from ui.desktop.pages.page import Page
from ui.desktop.pages.place import Place
from ui.desktop.pages.rules.editor.view import EditorView
from ui.desktop.pages.rules.model import LibraryModel
from ui.desktop.pages.rules.pack_strip import PackStrip
from ui.desktop.pages.rules.review_sheet import ReviewSheet
from ui.desktop.pages.rules.source_view import SourceView
from ui.desktop.pages.rules.update_view import UpdateView
from ui.desktop.tasks import Tasks
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.frames import column, frame, only_bar_takes_focus, row
from ui.desktop.widgets.heard import HeardLine
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.measure import letters
from ui.desktop.workspace import Workspace

_SHARES = (34, 66)
_PROBLEMS_HEIGHT = 110
_LIST_LETTERS = 50


class RulesPage(Page):
    """Library on the left, the file on the right; a file from disk is checked before it can be taken in."""

    id = "rules"
    phrase = "shell-rules"
    shortcut = "Ctrl+6"
    library_changed = Signal(object)

    def __init__(self, workspace: Workspace, notices: Notices, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._notices = notices
        self._tasks = tasks
        self._library: tuple[LibraryFile, ...] = ()
        self._shown: LibraryFile | None = None
        self._problems: tuple[Problem, ...] = ()
        self._waiting: list[Path] = []
        self._accepted = ""
        self._review: SignedReview | None = None
        self.taken: TakenIn | None = None
        self._is_of_draft = False
        """What is weighed is the draft of the editor."""
        self.setAcceptDrops(True)
        whole = column(self, margin=0, spacing=0)
        self._head_frame = self._head()
        whole.addWidget(self._head_frame)
        halves = QSplitter()
        halves.addWidget(self._library_panel())
        halves.addWidget(self._file_panel(theme))
        halves.setChildrenCollapsible(False)
        for at, share in enumerate(_SHARES):
            halves.setStretchFactor(at, share)
        self.update_view = UpdateView(workspace.phrases, theme)
        self.pack_strip = PackStrip(workspace.phrases)
        whole.addWidget(self.pack_strip)
        self.editor = EditorView(workspace, notices, tasks, theme)
        self.views = QStackedWidget()
        for view in (halves, self.update_view, self.editor):
            self.views.addWidget(view)
        whole.addWidget(self.views, 1)
        self.filter.textChanged.connect(self.model.filter)
        self.list.selectionModel().currentChanged.connect(self._moved)
        self.choose.clicked.connect(self.choose_file)
        self._wire_update()
        self.writing.aboutToShow.connect(self._list_drafts)
        self.editor.take_in_wanted.connect(self._weigh_draft)
        self.editor.closed.connect(self._editor_closed)
        self.problems.currentRowChanged.connect(self._go_to_problem)
        self.problems.itemActivated.connect(lambda: self._go_to_problem(self.problems.currentRow()))

    def _library_panel(self) -> QWidget:
        say = self._workspace.phrases.say
        self.model = LibraryModel(self._workspace.phrases, self._workspace.knowledge.catalogue, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumWidth(letters(_LIST_LETTERS))
        self.list.setAccessibleName(say("rules-library"))
        HeardLine(self.list)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(say("rules-filter"))
        self.filter.setAccessibleName(say("rules-filter"))
        left = QWidget()
        inside = column(left, margin=12)
        inside.addWidget(self.filter)
        inside.addWidget(self.list, 1)
        return left

    def _wire_update(self) -> None:
        self.accept.clicked.connect(self.accept_taken)
        self.keep.clicked.connect(self._give_up)
        self.put_in_force.clicked.connect(self._put_in_force)
        self.sign.clicked.connect(self.ask_review)
        self.pack_strip.file_chosen.connect(self._show_of_pack)
        self.pack_strip.changed.connect(self._offer)

    def _head(self) -> QWidget:
        say = self._workspace.phrases.say
        head = frame("header")
        line = row(head, spacing=10)
        line.setContentsMargins(20, 12, 20, 12)
        words = column(line, margin=0, spacing=2, stretch=1)
        words.addWidget(label(say("shell-rules"), "title"))
        self.summary = label("", "muted")
        words.addWidget(self.summary)
        self.choose = QPushButton(say("rules-update"))
        self.accept = QPushButton(say("rules-accept"))
        self.accept.setProperty("role", "primary")
        self.keep = QPushButton(say("rules-keep"))
        self.put_in_force = QPushButton(say("rules-put-in-force"))
        self.put_in_force.setVisible(False)
        self.sign = QPushButton(say("review-sign"))
        self.sign.setVisible(False)
        self.write = QPushButton(say("rules-write"))
        self.writing = QMenu(self.write)
        self.write.setMenu(self.writing)
        for button in (self.put_in_force, self.sign, self.write, self.choose, self.keep, self.accept):
            line.addWidget(button)
        self.accept.setVisible(False)
        self.keep.setVisible(False)
        return head

    def _file_panel(self, theme: Theme) -> QWidget:
        say = self._workspace.phrases.say
        panel = QWidget()
        inside = column(panel, margin=12)
        self.title = label("", "heading")
        inside.addWidget(self.title)
        self.tabs = QTabWidget()
        only_bar_takes_focus(self.tabs)
        self.read = _reading_view(say("rules-read"))
        self.text = SourceView(theme, say("rules-text"))
        self.changes = _reading_view(say("rules-changes"))
        self.examples = _reading_view(say("rules-examples"))
        self.sources = _reading_view(say("rules-sources"))
        for view, phrase in (
            (self.read, "rules-read"),
            (self.text, "rules-text"),
            (self.changes, "rules-changes"),
            (self.examples, "rules-examples"),
            (self.sources, "rules-sources"),
        ):
            self.tabs.addTab(view, say(phrase))
        self.tabs.currentChanged.connect(self._tab_opened)
        inside.addWidget(self.tabs, 1)
        self.problems = QListWidget()
        self.problems.setAccessibleName(say("rules-problems"))
        HeardLine(self.problems)
        self.problems.setMaximumHeight(_PROBLEMS_HEIGHT)
        self.problems.setWordWrap(True)
        self.problems.setVisible(False)
        inside.addWidget(self.problems)
        return panel

    @staticmethod
    def actions_offered(at: Place[RulesPage], workspace: Workspace) -> Sequence[Action]:
        """Return what can be done here, before there is a page."""
        del workspace
        has_file = at.is_so(RulesPage.has_file)
        return (
            Action("rules.update", "rules-update", "menu-rules", at.going(RulesPage.choose_file)),
            Action("rules.pack", "packs-take-in", "menu-rules", at.going(RulesPage.choose_pack)),
            Action("rules.update-folder", "rules-update-folder", "menu-rules", at.going(RulesPage.choose_folder)),
            Action("rules.new", "editor-new", "menu-rules", at.going(RulesPage.write_new)),
            Action(
                "rules.next-version", "editor-next-version", "menu-rules", at.going(RulesPage.write_next), "", has_file
            ),
            Action("rules.own-copy", "editor-own-copy", "menu-rules", at.going(RulesPage.write_copy), "", has_file),
            Action("rules.go-on", "editor-go-on-latest", "menu-rules", at.going(RulesPage.go_on)),
        )

    @override
    def opened(self) -> None:
        if not self._library:
            self.refresh()
        if self.views.currentWidget() is self.editor:
            self.editor.text.setFocus()
        else:
            self.filter.setFocus()

    @override
    def left(self) -> None:
        self.editor.keep()

    # --- the library

    def refresh(self) -> None:
        """Read the library again, on a thread."""
        self._read_library(self._show_library)

    def _read_library(self, done: Callable[[tuple[LibraryFile, ...]], None]) -> None:
        shelf, catalogue = shelf_of(self._workspace.vault), self._workspace.knowledge.catalogue
        words = self._workspace.phrases.say("doing-library")
        self._tasks.run_shown(words, lambda report: load_library(shelf, catalogue, report), done, self._failed)

    def _show_library(self, library: tuple[LibraryFile, ...]) -> None:
        self._library = library
        judged = in_force(library, shelf_of(self._workspace.vault).acts())
        self.model.show_library(library, [each.path for each in judged.values()])
        usable = sum(file.compiled is not None for file in library)
        examples = sum(len(file.rule_file.examples) for file in library if file.rule_file is not None)
        words = self._workspace.phrases.say("rules-summary", count=len(library), usable=usable, examples=examples)
        drafts = len(drafts_of(self._workspace.vault).kept())
        kept = self._workspace.phrases.say("editor-drafts-kept", count=drafts) if drafts else ""
        self.summary.setText(" · ".join(part for part in (words, kept) if part))
        if self._shown is None and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid() and self.taken is None:
            self.show_file(self.model.file(current.row()))

    def show_file(self, file: LibraryFile) -> None:
        """Show one file: read aloud where it can be, else its text with the problems."""
        self._shown = file
        self.put_in_force.setVisible(self.taken is None and self.model.is_held(file))
        self.sign.setVisible(self.taken is None and file.compiled is not None and not self.model.is_held(file))
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
        self._list_problems(file.problems)
        if file.compiled is None and file.is_taken_in:
            self.tabs.setCurrentWidget(self.text)
        self._tab_opened()

    def _list_problems(self, problems: Sequence[Problem]) -> None:
        self._problems = tuple(problems)
        self.problems.blockSignals(True)
        self.problems.clear()
        for problem in problems:
            sign = "✕" if problem.is_error else "?"
            self.problems.addItem(f"{sign} {problem_line(problem, self._workspace.phrases)}")
        self.problems.blockSignals(False)
        self.problems.setVisible(bool(problems))

    def _go_to_problem(self, at: int) -> None:
        if 0 <= at < len(self._problems):
            self.tabs.setCurrentWidget(self.text)
            span = self._problems[at].span
            self.text.go_to(span.line, span.column)

    def _tab_opened(self) -> None:
        file = self._shown
        if self.tabs.currentWidget() is not self.examples or file is None or self.examples.toPlainText():
            return
        catalogue = self._workspace.knowledge.catalogue

        def show(runs: Sequence[ExampleRun]) -> None:
            if self._shown is file:
                self._show_examples(runs)

        words = self._workspace.phrases.say("doing-examples")
        self._tasks.run_shown(words, lambda report: examples_of(file, catalogue, report), show, self._failed)

    def _show_examples(self, runs: Sequence[ExampleRun]) -> None:
        say = self._workspace.phrases.say
        lines = [say("rules-examples-held", held=sum(run.holds for run in runs), count=len(runs)), ""]
        for run in runs:
            lines.append(say("rules-example-holds" if run.holds else "rules-example-fails", name=run.example.name))
            lines += [f"    {problem_line(problem, self._workspace.phrases)}" for problem in run.problems]
        self.examples.setPlainText("\n".join(lines))

    # --- taking in

    def choose_file(self) -> None:
        """Choose a file from disk."""
        chosen, _ = QFileDialog.getOpenFileName(self, "", "", "YAML (*.yaml *.yml)")
        if chosen:
            self.check_file(Path(chosen))

    def choose_pack(self) -> None:
        """Choose a signed pack from disk."""
        chosen, _ = QFileDialog.getOpenFileName(self, "", "", f"Kriterion (*{SUFFIX})")
        if chosen:
            self.check_pack(Path(chosen))

    def check_pack(self, path: Path) -> None:
        """Check a pack on a thread and show who signed it and what its files change; nothing is kept yet."""
        workspace, known = self._workspace, self._library
        shelf, records, catalogue = shelf_of(workspace.vault), workspace.records, workspace.knowledge.catalogue
        words = workspace.phrases.say("doing-check-file")

        def work(report: Report) -> PackTaken:
            held = known or load_library(shelf, catalogue)
            return take_in_pack(path, Library(held, shelf.acts(), trust_of(records)), catalogue, report)

        self._tasks.run_shown(words, work, self._show_pack, self._failed)

    def _show_pack(self, pack: PackTaken) -> None:
        self.pack_strip.show_pack(pack)
        self._show_of_pack(0)

    def _show_of_pack(self, at: int) -> None:
        pack = self.pack_strip.pack
        if pack is not None and 0 <= at < len(pack.files):
            self._show_taken(pack.files[at])

    def check_file(self, path: Path) -> None:
        """Check a file on a thread and show what came of it; nothing is kept yet."""
        self.check_files((path,))

    def check_files(self, paths: Sequence[Path]) -> None:
        """Check files one after the other: the next comes when the one before was taken in or left."""
        self._waiting = list(paths)
        self._check_next()

    def choose_folder(self) -> None:
        """Choose a folder of rule files."""
        chosen = QFileDialog.getExistingDirectory(self)
        if chosen:
            self.check_files(rule_paths((Path(chosen),)))

    def _put_in_force(self) -> None:
        """Weigh going back to the version that is shown, as any update."""
        if self._shown is not None:
            self.check_file(self._shown.path)

    def ask_review(self) -> None:
        """Ask who reviewed the file that is shown, and when."""
        file = self._shown
        if file is None or file.rule_file is None:
            return
        workspace, version = self._workspace, reviewed_version(file.rule_file.version)
        sheet = ReviewSheet(workspace.phrases, version, workspace.author, clock.today(), self)
        sheet.signed.connect(partial(self.weigh_review, file))
        sheet.open()

    def weigh_review(self, file: LibraryFile, review: SignedReview) -> None:
        """Check the reviewed version of a file on a thread and show it as any update; nothing is kept yet."""
        library, catalogue = self._library, self._workspace.knowledge.catalogue
        acts = shelf_of(self._workspace.vault).acts()
        words = self._workspace.phrases.say("doing-check-file")

        def show(taken: TakenIn) -> None:
            self._review = review
            self._show_taken(taken)

        self._tasks.run_shown(
            words, lambda report: reviewed(file, review, library, catalogue, report, acts), show, self._failed
        )

    def _check_next(self) -> None:
        if not self._waiting:
            return
        self._is_of_draft = False
        path = self._waiting.pop(0)
        if path.name.endswith(SUFFIX):
            self.check_pack(path)
            return
        library, catalogue = self._library, self._workspace.knowledge.catalogue
        shelf = shelf_of(self._workspace.vault)
        words = self._workspace.phrases.say("doing-check-file")

        def work(report: Report) -> TakenIn:
            held = library or load_library(shelf, catalogue)
            return take_in(path, held, catalogue, report, shelf.acts())

        self._tasks.run_shown(words, work, self._show_taken, self._failed)

    def _show_taken(self, taken: TakenIn) -> None:
        self.taken = taken
        self.show_file(taken.file)
        self._list_problems(
            (*taken.succession.problems, *taken.file.problems, *(each for run in taken.runs for each in run.problems))
        )
        self._show_examples(taken.runs)
        say = self._workspace.phrases.say
        known = taken.replaces.rule_file if taken.replaces is not None else None
        head = say("rules-new-file") if known is None else say("rules-replaces", version=known.version)
        self.changes.setPlainText("\n".join((head, "", *taken.difference)))
        self.tabs.setCurrentWidget(self.changes if taken.can_be_accepted else self.text)
        self.accept.setVisible(True)
        self.keep.setVisible(True)
        self.choose.setVisible(False)
        self.write.setVisible(False)
        self.put_in_force.setVisible(False)
        self.sign.setVisible(False)
        self._offer()
        self._notices.tell(self._said_of(taken))
        self.views.setCurrentIndex(0)
        if taken.can_be_accepted and not taken.is_in_force:
            self.update_view.show_taken(taken)
            self.views.setCurrentWidget(self.update_view)
            if not self.pack_strip.files.hasFocus():
                self.update_view.changes.setFocus()
            self._weigh(taken)

    def _said_of(self, taken: TakenIn) -> str:
        say = self._workspace.phrases.say
        if self.pack_strip.pack is not None:
            return self.pack_strip.said
        if taken.is_in_force:
            return say("rules-in-force-already")
        return say("rules-can-be-accepted" if taken.can_be_accepted else "rules-cannot-be-accepted")

    def _offer(self) -> None:
        """Offer to take in what is looked at: the file, or the whole pack it belongs to."""
        is_pack, taken = self.pack_strip.pack is not None, self.taken
        self.accept.setText(self._workspace.phrases.say("packs-accept" if is_pack else "rules-accept"))
        can_be_accepted = taken is not None and taken.can_be_accepted and not taken.is_in_force
        self.accept.setEnabled(self.pack_strip.can_be_accepted if is_pack else can_be_accepted)

    # --- writing

    def has_file(self) -> bool:
        """Return True where a file that can be read is shown."""
        return self._shown is not None and self._shown.rule_file is not None

    def write_new(self) -> None:
        """Begin a rule file from the template."""
        name = self._free("my-protocol")
        say, author = self._workspace.phrases.say, self._workspace.author
        self._begin(name, say("editor-from-template"), lambda: from_template(name, author, clock.today()))

    def write_next(self) -> None:
        """Begin the next version of the file that is shown."""
        file = self._shown
        if file is None or file.rule_file is None:
            return
        origin = f"{file.rule_file.id} {file.rule_file.version}"
        author = self._workspace.author
        self._begin(file.rule_file.id, origin, lambda: next_version(file.text, author, clock.today()))

    def write_copy(self) -> None:
        """Begin an own protocol from the file that is shown."""
        file = self._shown
        if file is None or file.rule_file is None:
            return
        name = self._free(f"own-{file.rule_file.id}")
        origin, author = f"{file.rule_file.id} {file.rule_file.version}", self._workspace.author
        self._begin(name, origin, lambda: own_copy(file.text, name, author, clock.today()))

    def go_on(self) -> None:
        """Go on with the draft that was kept last."""
        kept = drafts_of(self._workspace.vault).kept()
        if kept:
            self.edit(kept[0])
        else:
            self._notices.tell(self._workspace.phrases.say("editor-no-draft"))

    def edit(self, draft: Draft) -> None:
        """Open a draft; an update or pack that was being looked at is left: nothing but the draft is taken in."""
        self._is_of_draft = False
        self._leave_update()
        self.editor.keep()
        self.editor.open_draft(draft)
        self._show_editor()

    def _begin(self, name: str, origin: str, text: Callable[[], str]) -> None:
        """Begin a draft, or go on with the one of this name: nothing that was written is written over."""
        known = drafts_of(self._workspace.vault).of(name)
        if known is None:
            try:
                known = Draft(name, text(), origin)
            except KriterionError as error:
                self._failed(error)
                return
        else:
            self._notices.tell(self._workspace.phrases.say("editor-goes-on", name=name))
        self.edit(known)

    def _free(self, name: str) -> str:
        """Return a name that neither a file nor a draft has."""
        known = {each.rule_file.id for each in self._library if each.rule_file is not None}
        known |= {each.name for each in drafts_of(self._workspace.vault).kept()}
        numbered = (f"{name}-{number}" for number in count(2))
        return next(each for each in chain((name,), numbered) if each not in known)

    def _list_drafts(self) -> None:
        say = self._workspace.phrases.say
        self.writing.clear()
        for phrase, do, is_there in (
            ("editor-new", self.write_new, True),
            ("editor-next-version", self.write_next, self.has_file()),
            ("editor-own-copy", self.write_copy, self.has_file()),
        ):
            action = self.writing.addAction(say(phrase))
            action.setEnabled(is_there)
            action.triggered.connect(do)
        kept = drafts_of(self._workspace.vault).kept()
        if kept:
            self.writing.addSeparator()
        for draft in kept:
            action = self.writing.addAction(say("editor-go-on", name=draft.name))
            action.triggered.connect(partial(self._edit_listed, draft))

    def _edit_listed(self, draft: Draft, *, is_checked: bool = False) -> None:
        del is_checked
        self.edit(draft)

    def _show_editor(self) -> None:
        self._head_frame.setVisible(False)
        self.views.setCurrentWidget(self.editor)
        self.editor.text.setFocus()

    def _editor_closed(self) -> None:
        self._is_of_draft = False
        self._head_frame.setVisible(True)
        self.views.setCurrentIndex(0)
        self._show_library(self._library)
        self.list.setFocus()

    def _weigh_draft(self) -> None:
        """Show what the draft would change, on the page of every update."""
        draft = self.editor.draft
        if draft is None:
            return
        self.editor.keep()
        self._is_of_draft = True
        text, name = self.editor.text.toPlainText(), f"{draft.name}.yaml"
        library, catalogue = self._library, self._workspace.knowledge.catalogue
        shelf = shelf_of(self._workspace.vault)
        words = self._workspace.phrases.say("doing-check-file")

        def work(report: Report) -> TakenIn:
            return weigh_draft(text, name, library, shelf.acts(), catalogue, report)

        def show(taken: TakenIn) -> None:
            self._head_frame.setVisible(True)
            self.views.setCurrentIndex(0)
            self._show_taken(taken)

        self._tasks.run_shown(words, work, show, self._failed)

    def _weigh(self, taken: TakenIn) -> None:
        """Find out on a thread which patients the file would move; giving up leaves the page as it is."""
        workspace = self._workspace
        records, catalogue = workspace.records, workspace.knowledge.catalogue
        language, today = workspace.settings.language, clock.today()

        def work(report: Report) -> Weighed | None:
            return weigh_taken(taken, stored_patients(records, catalogue, language, today), report)

        def show(weighed: Weighed | None) -> None:
            if self.taken is taken and weighed is not None:
                self.update_view.show_weighed(weighed)

        self._tasks.run_shown(workspace.phrases.say("doing-weigh"), work, show, self._not_weighed)

    def _not_weighed(self, error: Exception) -> None:
        self.update_view.say_not_weighed()
        self._failed(error)

    def accept_taken(self) -> None:
        """Keep the checked file on the shelf, after a backup; it is judged from now on."""
        taken, pack, vault = self.taken, self.pack_strip.pack, self._workspace.vault
        author = self._workspace.author
        if taken is None:
            return

        review = self._review

        def accepted() -> object:
            if pack is not None:
                return accept_pack(pack, vault, author)
            if review is not None:
                return accept_review(taken, review, vault, author)
            return accept_update(taken, vault, author)

        def work(_: Report) -> object:
            return backed_up(vault, accepted)

        self.accept.setEnabled(False)
        words = self._workspace.phrases.say("doing-take-in")
        self._tasks.run_shown(words, work, self._is_on_shelf, self._not_accepted)

    def _is_on_shelf(self, kept: object) -> None:
        del kept
        pack, say = self.pack_strip.pack, self._workspace.phrases.say
        alone = say("rules-accepted" if self._review is None else "review-accepted")
        self._accepted = alone if pack is None else say("packs-accepted", count=len(pack.new))
        if self._is_of_draft:
            self.editor.taken_in()
        self._leave_update()
        self._read_library(self._library_accepted)

    def _not_accepted(self, error: Exception) -> None:
        self.accept.setEnabled(True)
        self._failed(error)

    def _library_accepted(self, library: tuple[LibraryFile, ...]) -> None:
        self._show_library(library)
        self.library_changed.emit(library)
        self._notices.tell(self._accepted)
        self._check_next()

    def _give_up(self) -> None:
        self._leave_update()
        self._check_next()

    def _leave_update(self) -> None:
        self.taken = self._review = None
        self.pack_strip.leave()
        self.accept.setVisible(False)
        self.keep.setVisible(False)
        self.choose.setVisible(True)
        self.write.setVisible(True)
        if self._is_of_draft and self.editor.draft is not None:
            self._show_editor()
            return
        self.views.setCurrentIndex(0)
        self._moved(self.list.currentIndex())

    def _failed(self, error: Exception) -> None:
        self._notices.tell_error(error, self._workspace.phrases)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        if all(url.isLocalFile() for url in urls):
            self.check_files(rule_paths(Path(url.toLocalFile()) for url in urls))


def _reading_view(name: str) -> QPlainTextEdit:
    view = QPlainTextEdit()
    view.setReadOnly(True)
    view.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
    )
    view.setAccessibleName(name)
    view.setTabChangesFocus(True)
    return view
