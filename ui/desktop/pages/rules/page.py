"""The page of the rule files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QLineEdit,
    QListView,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QWidget,
)
from typing_extensions import override

from core import clock
from core.progress import Report
from core.rule_files.known_trials import shipped_known_trials
from core.rule_files.packs.limits import SUFFIX
from core.rule_files.reviewing import SignedReview, reviewed_version
from core.use_cases.back_up_before import backed_up
from core.use_cases.keep_drafts import Draft, drafts_of
from core.use_cases.keep_library import LibraryFile, TakenIn, in_force, load_library
from core.use_cases.keep_shelf import shelf_of
from core.use_cases.keep_trust import confirm_anew, trust_of
from core.use_cases.load_rules import rule_paths
from core.use_cases.sign_review import accept_review
from core.use_cases.take_in_pack import PackTaken, accept_pack
from core.use_cases.take_in_update import accept_update
from core.use_cases.weigh_update import Weighed
from core.wording.known_trials import known_trials_text
from ui.desktop.actions import Action
from ui.desktop.notices import Notices
from ui.desktop.pages.page import Page
from ui.desktop.pages.place import Place
from ui.desktop.pages.rules.checking import Checking
from ui.desktop.pages.rules.editor.view import EditorView
from ui.desktop.pages.rules.file_view import FileView, reading_view
from ui.desktop.pages.rules.keys_sheet import KeysSheet
from ui.desktop.pages.rules.model import LibraryModel
from ui.desktop.pages.rules.pack_strip import PackStrip
from ui.desktop.pages.rules.review_sheet import ReviewSheet
from ui.desktop.pages.rules.update_view import UpdateView
from ui.desktop.pages.rules.writing_menu import WritingMenu
from ui.desktop.tasks import Tasks
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.frames import column, frame, row
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
        self._checking = Checking(workspace, tasks, self)
        self._accepted = self._wanted = ""
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
        self.file = FileView(workspace, notices, tasks, theme)
        halves.addWidget(self.file)
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
        self.writing.opened.connect(self.edit)
        self.editor.take_in_wanted.connect(self._weigh_draft)
        self.editor.closed.connect(self._editor_closed)

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
        catalogue, phrases = self._workspace.knowledge.catalogue, self._workspace.phrases
        inside.addWidget(label(f"{say('rules-known')}. {say('rules-known-none')}", "muted"))
        self.known = reading_view(say("rules-known"))
        self.known.setPlainText(known_trials_text(shipped_known_trials(catalogue).trials, catalogue, phrases))
        self.known.setMaximumHeight(_PROBLEMS_HEIGHT)
        inside.addWidget(self.known)
        return left

    def _wire_update(self) -> None:
        self.accept.clicked.connect(self.accept_taken)
        self.keep.clicked.connect(self._give_up)
        self.put_in_force.clicked.connect(self._put_in_force)
        self.sign.clicked.connect(self.ask_review)
        self._checking.file_checked.connect(self._show_taken)
        self._checking.pack_checked.connect(self._show_pack)
        self._checking.failed.connect(self._not_checked)
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
        self.writing = WritingMenu(self._workspace, self._notices, self.write)
        self.write.setMenu(self.writing)
        for button in (self.put_in_force, self.sign, self.write, self.choose, self.keep, self.accept):
            line.addWidget(button)
        self.accept.setVisible(False)
        self.keep.setVisible(False)
        return head

    @staticmethod
    def actions_offered(at: Place[RulesPage], workspace: Workspace) -> Sequence[Action]:
        """Return what can be done here, before there is a page."""
        del workspace
        has_file = at.is_so(lambda page: page.writing.has_file())
        return (
            Action("rules.update", "rules-update", "menu-rules", at.going(RulesPage.choose_file)),
            Action("rules.pack", "packs-take-in", "menu-rules", at.going(RulesPage.choose_pack)),
            Action("rules.keys", "keys-action", "menu-rules", at.going(RulesPage.show_keys)),
            Action("rules.update-folder", "rules-update-folder", "menu-rules", at.going(RulesPage.choose_folder)),
            Action("rules.new", "editor-new", "menu-rules", _writing(at, WritingMenu.write_new)),
            Action(
                "rules.next-version",
                "editor-next-version",
                "menu-rules",
                _writing(at, WritingMenu.write_next),
                "",
                has_file,
            ),
            Action(
                "rules.own-copy",
                "editor-own-copy",
                "menu-rules",
                _writing(at, WritingMenu.write_copy),
                "",
                has_file,
            ),
            Action("rules.go-on", "editor-go-on-latest", "menu-rules", _writing(at, WritingMenu.go_on)),
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
        self.writing.know(library)
        self._checking.know(library)
        judged = in_force(library, shelf_of(self._workspace.vault).acts())
        self.model.show_library(library, [each.path for each in judged.values()])
        usable = sum(file.compiled is not None for file in library)
        examples = sum(len(file.rule_file.examples) for file in library if file.rule_file is not None)
        words = self._workspace.phrases.say("rules-summary", count=len(library), usable=usable, examples=examples)
        drafts = len(drafts_of(self._workspace.vault).kept())
        kept = self._workspace.phrases.say("editor-drafts-kept", count=drafts) if drafts else ""
        self.summary.setText(" · ".join(part for part in (words, kept) if part))
        if self.file.file is None and self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(0, 0))
        self._find_wanted()

    def show_rule_file(self, rule_id: str) -> None:
        """Show a rule file of the library; what is being taken in stays, a draft is kept and left."""
        if self.taken is None and self.views.currentWidget() is self.editor:
            self.editor.keep()
            self._editor_closed()
        self._wanted = rule_id
        self._find_wanted()

    def _find_wanted(self) -> None:
        if self._wanted and self._library:
            self.filter.setText(self._wanted)
            self._wanted = ""
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid() and self.taken is None:
            self.show_file(self.model.file(current.row()))

    def show_file(self, file: LibraryFile) -> None:
        """Show one file, and offer what can be done with it."""
        self.put_in_force.setVisible(self.taken is None and self.model.is_held(file))
        self.sign.setVisible(self.taken is None and file.compiled is not None and not self.model.is_held(file))
        self.writing.show_file(file)
        self.file.show_file(file)

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
        """Check a pack and show who signed it and what its files change; nothing is kept yet."""
        self._checking.check_pack(path)

    def _show_pack(self, pack: PackTaken) -> None:
        self.pack_strip.show_pack(pack)
        self._show_of_pack(0)

    def _show_of_pack(self, at: int) -> None:
        pack = self.pack_strip.pack
        if pack is not None and 0 <= at < len(pack.files):
            self._show_taken(pack.files[at])

    def check_file(self, path: Path) -> None:
        """Check a file and show what came of it; nothing is kept yet."""
        self.check_files((path,))

    def check_files(self, paths: Sequence[Path]) -> None:
        """Check files one after the other: the next comes when the one before was taken in or left."""
        self._is_of_draft = False
        self._checking.check_files(paths)

    def choose_folder(self) -> None:
        """Choose a folder of rule files."""
        chosen = QFileDialog.getExistingDirectory(self)
        if chosen:
            self.check_files(rule_paths((Path(chosen),)))

    def _put_in_force(self) -> None:
        """Weigh going back to the version that is shown, as any update."""
        if self.file.file is not None:
            self.check_file(self.file.file.path)

    def ask_review(self) -> None:
        """Ask who reviewed the file that is shown, and when."""
        file = self.file.file
        if file is None or file.rule_file is None:
            return
        workspace, version = self._workspace, reviewed_version(file.rule_file.version)
        sheet = ReviewSheet(workspace.phrases, version, workspace.author, clock.today(), self)
        sheet.signed.connect(partial(self.weigh_review, file))
        sheet.open()

    def show_keys(self) -> None:
        """Show whose packs are believed; a new key of a signer is confirmed there by its words."""
        workspace, records = self._workspace, self._workspace.records

        def confirm(name: str, words: str) -> None:
            confirm_anew(name, words, records, workspace.author)

        KeysSheet(workspace.phrases, lambda: trust_of(records).known_signers(), confirm, self).open()

    def weigh_review(self, file: LibraryFile, review: SignedReview) -> None:
        """Check the reviewed version of a file and show it as any update; nothing is kept yet."""
        self._review = review
        self._checking.check_review(file, review)

    def _show_taken(self, taken: TakenIn) -> None:
        self.taken = taken
        self.show_file(taken.file)
        self.file.show_problems(
            (*taken.succession.problems, *taken.file.problems, *(each for run in taken.runs for each in run.problems))
        )
        say = self._workspace.phrases.say
        known = taken.replaces.rule_file if taken.replaces is not None else None
        head = say("rules-new-file") if known is None else say("rules-replaces", version=known.version)
        self.file.show_changes((head, "", *taken.difference), taken.runs, can_be_accepted=taken.can_be_accepted)
        self.accept.setVisible(True)
        self.keep.setVisible(True)
        self.choose.setVisible(False)
        self.write.setVisible(False)
        self.put_in_force.setVisible(False)
        self.sign.setVisible(False)
        self._offer()
        self._notices.tell(self._said_of(taken))
        self._head_frame.setVisible(True)
        self.views.setCurrentIndex(0)
        if taken.can_be_accepted and not taken.is_in_force:
            self.update_view.show_taken(taken)
            if self._review is not None or self.pack_strip.pack is not None:
                self.update_view.asked.hide()  # a review changes nothing that holds, and a pack is taken in as it is
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

    def edit(self, draft: Draft) -> None:
        """Open a draft; an update or pack that was being looked at is left: nothing but the draft is taken in."""
        self._is_of_draft = False
        self._leave_update()
        self.editor.keep()
        self.editor.open_draft(draft)
        self._show_editor()

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
        if draft is not None:
            self.editor.keep()
            self._is_of_draft = True
            self._checking.check_draft(self.editor.text.toPlainText(), f"{draft.name}.yaml")

    def _weigh(self, taken: TakenIn) -> None:
        def show(weighed: Weighed | None) -> None:
            if self.taken is taken and weighed is not None:
                self.update_view.show_weighed(weighed)

        self._checking.weigh(taken, show, self._not_weighed)

    def _not_checked(self, error: Exception) -> None:
        self._review, self._is_of_draft = None, False
        self._failed(error)

    def _not_weighed(self, error: Exception) -> None:
        self.update_view.say_not_weighed()
        self._failed(error)

    def accept_taken(self) -> None:
        """Keep the checked file on the shelf, after a backup; it is judged from now on."""
        taken, pack, vault = self.taken, self.pack_strip.pack, self._workspace.vault
        author = self._workspace.author
        if taken is None:
            return

        review, holds_from = self._review, self.update_view.day_asked()
        if holds_from is None:
            text = self.update_view.holds_from.text()
            self._notices.tell(self._workspace.phrases.say("rules-holds-from-wrong", text=text))
            self.update_view.holds_from.setFocus()
            return

        def accepted() -> object:
            if pack is not None:
                return accept_pack(pack, vault, author)
            if review is not None:
                return accept_review(taken, review, vault, author)
            return accept_update(taken, vault, author, holds_from=holds_from)

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
        self._go_on()

    def _give_up(self) -> None:
        self._leave_update()
        self._go_on()

    def _go_on(self) -> None:
        """Check the file that waits; a draft is not among them."""
        self._is_of_draft = False
        self._checking.go_on()

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


def _writing(at: Place[RulesPage], do: Callable[[WritingMenu], object]) -> Callable[[], None]:
    """Return what goes to the page and begins or goes on with a draft."""
    return at.going(lambda page: do(page.writing))
