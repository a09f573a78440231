"""The menu that begins a rule file, or goes on with a draft of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import chain, count

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from core import clock
from core.errors import KriterionError
from core.rule_files.drafting.beginning import from_template, next_version, own_copy
from core.use_cases.keep_drafts import Draft, drafts_of
from core.use_cases.keep_library import LibraryFile
from ui.desktop.notices import Notices
from ui.desktop.workspace import Workspace


class WritingMenu(QMenu):
    """Nothing that was written is written over: a draft of the same name is gone on with."""

    opened = Signal(object)
    """Tells of the draft that is to be edited."""

    def __init__(self, workspace: Workspace, notices: Notices, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._notices = workspace, notices
        self._file: LibraryFile | None = None
        self._known: frozenset[str] = frozenset()
        self.aboutToShow.connect(self._list_drafts)

    def know(self, library: Iterable[LibraryFile]) -> None:
        """Take in which rule files there are."""
        self._known = frozenset(each.rule_file.id for each in library if each.rule_file is not None)

    def show_file(self, file: LibraryFile) -> None:
        """Take in which file is shown: the one of which a version or a copy can be begun."""
        self._file = file

    def has_file(self) -> bool:
        """Return True where a file that can be read is shown."""
        return self._file is not None and self._file.rule_file is not None

    def write_new(self) -> None:
        """Begin a rule file from the template."""
        name, author = self._free("my-protocol"), self._workspace.author
        origin = self._workspace.phrases.say("editor-from-template")
        self.begin(name, origin, lambda: from_template(name, author, clock.today()))

    def write_next(self) -> None:
        """Begin the next version of the file that is shown."""
        file, author = self._file, self._workspace.author
        if file is not None and file.rule_file is not None:
            origin = f"{file.rule_file.id} {file.rule_file.version}"
            self.begin(file.rule_file.id, origin, lambda: next_version(file.text, author, clock.today()))

    def write_copy(self) -> None:
        """Begin an own protocol from the file that is shown."""
        file, author = self._file, self._workspace.author
        if file is not None and file.rule_file is not None:
            name = self._free(f"own-{file.rule_file.id}")
            origin = f"{file.rule_file.id} {file.rule_file.version}"
            self.begin(name, origin, lambda: own_copy(file.text, name, author, clock.today()))

    def go_on(self) -> None:
        """Go on with the draft that was kept last."""
        kept = drafts_of(self._workspace.vault).kept()
        if kept:
            self.opened.emit(kept[0])
        else:
            self._notices.tell(self._workspace.phrases.say("editor-no-draft"))

    def begin(self, name: str, origin: str, text: Callable[[], str]) -> None:
        """Begin a draft of a name; where there is one already it is gone on with, and said."""
        draft = drafts_of(self._workspace.vault).of(name)
        if draft is None:
            try:
                draft = Draft(name, text(), origin)
            except KriterionError as error:
                self._notices.tell_error(error, self._workspace.phrases)
                return
        else:
            self._notices.tell(self._workspace.phrases.say("editor-goes-on", name=name))
        self.opened.emit(draft)

    def _free(self, name: str) -> str:
        """Return a name that neither a file nor a draft has."""
        known = self._known | {each.name for each in drafts_of(self._workspace.vault).kept()}
        numbered = (f"{name}-{number}" for number in count(2))
        return next(each for each in chain((name,), numbered) if each not in known)

    def _list_drafts(self) -> None:
        say = self._workspace.phrases.say
        self.clear()
        for phrase, do, is_there in (
            ("editor-new", self.write_new, True),
            ("editor-next-version", self.write_next, self.has_file()),
            ("editor-own-copy", self.write_copy, self.has_file()),
        ):
            action = self.addAction(say(phrase))
            action.setEnabled(is_there)
            action.triggered.connect(do)
        kept = drafts_of(self._workspace.vault).kept()
        if kept:
            self.addSeparator()
        for draft in kept:
            action = self.addAction(say("editor-go-on", name=draft.name))
            action.triggered.connect(partial(self._open_listed, draft))

    def _open_listed(self, draft: Draft, *, is_checked: bool = False) -> None:
        del is_checked
        self.opened.emit(draft)
