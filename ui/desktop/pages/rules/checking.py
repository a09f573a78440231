"""Checks what could be taken in, on a thread: files one after the other, a pack, a reviewed version, a draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core import clock
from core.progress import Report
from core.rule_files.packs.limits import SUFFIX
from core.rule_files.reviewing import SignedReview
from core.use_cases.edit_rules import weigh_draft
from core.use_cases.keep_library import LibraryFile, TakenIn, load_library, take_in
from core.use_cases.keep_shelf import shelf_of
from core.use_cases.keep_trust import trust_of
from core.use_cases.sign_review import reviewed
from core.use_cases.take_in_pack import Library, PackTaken, take_in_pack
from core.use_cases.weigh_update import Weighed, stored_patients, weigh_taken
from ui.desktop.tasks import Tasks
from ui.desktop.workspace import Workspace


class Checking(QObject):
    """Nothing is kept by it: what came of a check is told, and what failed."""

    file_checked = Signal(object)
    """Tells of the file that was checked, as what would be taken in."""
    pack_checked = Signal(object)
    failed = Signal(object)
    """Tells of the error."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._tasks = workspace, tasks
        self._library: tuple[LibraryFile, ...] = ()
        self._waiting: list[Path] = []

    def know(self, library: tuple[LibraryFile, ...]) -> None:
        """Take in which rule files there are: before that, each check reads them itself."""
        self._library = library

    def check_files(self, paths: Sequence[Path]) -> None:
        """Check files one after the other: the next comes when the one before was taken in or left."""
        self._waiting = list(paths)
        self.go_on()

    def go_on(self) -> None:
        """Check the file that comes next, where one waits."""
        if not self._waiting:
            return
        path = self._waiting.pop(0)
        if path.name.endswith(SUFFIX):
            self.check_pack(path)
            return
        catalogue, shelf = self._workspace.knowledge.catalogue, shelf_of(self._workspace.vault)
        self._run(lambda report: take_in(path, self._known(), catalogue, report, shelf.acts()))

    def check_pack(self, path: Path) -> None:
        """Check a pack: who signed it, and what its files change."""
        workspace = self._workspace
        shelf, records, catalogue = shelf_of(workspace.vault), workspace.records, workspace.knowledge.catalogue

        def work(report: Report) -> PackTaken:
            return take_in_pack(path, Library(self._known(), shelf.acts(), trust_of(records)), catalogue, report)

        self._tasks.run_shown(self._words("doing-check-file"), work, self.pack_checked.emit, self.failed.emit)

    def check_review(self, file: LibraryFile, review: SignedReview) -> None:
        """Check the version of a file that says it was reviewed."""
        library, catalogue = self._library, self._workspace.knowledge.catalogue
        acts = shelf_of(self._workspace.vault).acts()
        self._run(lambda report: reviewed(file, review, library, catalogue, report, acts))

    def check_draft(self, text: str, name: str) -> None:
        """Check what is written in the editor as the file of a name."""
        library, catalogue = self._library, self._workspace.knowledge.catalogue
        shelf = shelf_of(self._workspace.vault)
        self._run(lambda report: weigh_draft(text, name, library, shelf.acts(), catalogue, report))

    def weigh(
        self, taken: TakenIn, done: Callable[[Weighed | None], None], not_weighed: Callable[[Exception], None]
    ) -> None:
        """Find out which stored patients the file would move; giving up leaves everything as it is."""
        workspace = self._workspace
        records, catalogue = workspace.records, workspace.knowledge.catalogue
        language, today = workspace.settings.language, clock.today()

        def work(report: Report) -> Weighed | None:
            return weigh_taken(taken, stored_patients(records, catalogue, language, today), report)

        self._tasks.run_shown(self._words("doing-weigh"), work, done, not_weighed)

    def _run(self, work: Callable[[Report], TakenIn]) -> None:
        self._tasks.run_shown(self._words("doing-check-file"), work, self.file_checked.emit, self.failed.emit)

    def _known(self) -> tuple[LibraryFile, ...]:
        return self._library or load_library(shelf_of(self._workspace.vault), self._workspace.knowledge.catalogue)

    def _words(self, phrase: str) -> str:
        return self._workspace.phrases.say(phrase)
