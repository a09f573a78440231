"""An erasure goes on behind the window, from copy to copy, until none holds anybody who was erased."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.language.phrases import Phrases
from core.progress import GivenUpError
from core.store.vault.erasing import Erasing, Still, Why
from ui.desktop.notices import Notices
from ui.desktop.tasks import Task, Tasks


class Reaching(QObject):
    """One for an open vault. What is not done when it is locked is taken up at the next opening."""

    changed = Signal(str, str)
    """Something came off the list, or onto it: the words of ``words``, the names of ``missing``."""

    def __init__(
        self,
        erasing: Erasing,
        tasks: Tasks,
        notices: Notices,
        phrases: Callable[[], Phrases],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._erasing = erasing
        self._tasks = tasks
        self._notices = notices
        self._phrases = phrases
        self._task: Task | None = None
        self._is_wanted_again = False
        tasks.changed.connect(self._go_on)

    @property
    def still(self) -> tuple[Still, ...]:
        """What still holds somebody who was erased, or may."""
        return self._erasing.still

    @property
    def words(self) -> str:
        """Say where erased patients still are; "" only when they are nowhere."""
        return self._words(self.still)

    @property
    def missing(self) -> str:
        """Name the copies that are not there, "" where there are none."""
        return ", ".join(each.name for each in self.still if each.why is Why.MISSING)

    def show(self) -> None:
        """Tell those who show it how it stands."""
        self.changed.emit(self.words, self.missing)

    def begin(self) -> None:
        """Look at every copy and rewrite what has to be; one at a time, so that no two write the same copy."""
        self.show()
        if not self._erasing.erased:
            return
        if self._task is not None:
            self._is_wanted_again = True
            return
        words, done = self._phrases().say("doing-erase"), partial(self._done, self.still)
        self._task = self._tasks.run_shown(words, self._erasing.finish, done, self._failed)

    def begin_if_owed(self) -> None:
        """Go on where something is still to be rewritten: what was not there may be by now."""
        if self.still:
            self.begin()

    def say_destroyed(self, by: str) -> None:
        """Take copies off the list that exist nowhere any more."""
        self._tasks.run(partial(self._erasing.say_destroyed, by), self._said, self._not_said)

    def _said(self, names: Sequence[str]) -> None:
        del names
        self.show()

    def _not_said(self, error: Exception) -> None:
        self._notices.tell_error(error, self._phrases())

    def leave(self) -> None:
        """Begin nothing more."""
        self._tasks.changed.disconnect(self._go_on)
        self.deleteLater()

    def _done(self, before: Sequence[Still], still: Sequence[Still]) -> None:
        self._task = None
        self.show()
        if self._is_wanted_again:
            self._is_wanted_again = False
            self.begin()
        elif still != before:  # as it was it stands on the pages already
            self._notices.tell(self._words(still) or self._phrases().say("patients-erased-everywhere"))

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._is_wanted_again = False
        self.show()
        if isinstance(error, GivenUpError) and self.still:
            self._notices.tell(self.words)  # what was done stays done
        else:
            self._notices.tell_error(error, self._phrases())

    def _go_on(self, task: Task) -> None:
        """Begin again what was broken off with the pages it was shown on: they were made anew, the list was not."""
        if task is self._task:
            self.show()
            if task.is_done and task.is_cancelled:
                self._task = None
                self.begin()

    def _words(self, still: Sequence[Still]) -> str:
        if not still:
            return ""
        say = self._phrases().say
        names = ", ".join(say(f"erased-{each.why.value}", name=each.name) for each in still)
        return say("patients-erased-still", names=names)
