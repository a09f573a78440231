"""An erasure goes on behind the window, from copy to copy, until none holds anybody who was erased."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from core.errors import WorldError
from core.language.phrases import Phrases
from core.progress import GivenUpError
from core.store.vault.erasing import Erasing, Still, Why
from ui.desktop.notices import Notices
from ui.desktop.tasks import Task, Tasks


class Reaching(QObject):
    """One for an open vault. What is not done when it is locked is taken up at the next opening."""

    changed = Signal()
    """Something came off the list, or onto it."""

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
    def is_missing(self) -> bool:
        """True if a copy is not there."""
        return any(each.why is Why.MISSING for each in self.still)

    def begin(self) -> None:
        """Look at every copy and rewrite what has to be; one at a time, so that no two write the same copy."""
        self.changed.emit()
        if not self._erasing.erased:
            return
        if self._task is not None:
            self._is_wanted_again = True
            return
        was_owed = bool(self.still)

        def done(still: Sequence[Still]) -> None:
            self._done(still, was_owed=was_owed)

        words = self._phrases().say("doing-erase")
        self._task = self._tasks.run_shown(words, self._erasing.finish, done, self._failed)

    def begin_if_owed(self) -> None:
        """Go on where something waits that can be rewritten."""
        if any(each.why is Why.WAITING for each in self.still):
            self.begin()

    def say_destroyed(self, by: str) -> None:
        """Take copies off the list that exist nowhere any more."""
        try:
            self._erasing.say_destroyed(by)
        except WorldError as error:
            self._notices.tell_error(error, self._phrases())
        self.changed.emit()

    def leave(self) -> None:
        """Begin nothing more."""
        self._tasks.changed.disconnect(self._go_on)
        self.deleteLater()

    def _done(self, still: Sequence[Still], *, was_owed: bool) -> None:
        self._task = None
        self.changed.emit()
        if self._is_wanted_again:
            self._is_wanted_again = False
            self.begin()
        elif still:
            self._notices.tell(self._words(still))
        elif was_owed:
            self._notices.tell(self._phrases().say("patients-erased-everywhere"))

    def _failed(self, error: Exception) -> None:
        self._task = None
        self._is_wanted_again = False
        self.changed.emit()
        if isinstance(error, GivenUpError) and self.still:
            self._notices.tell(self.words)  # what was done stays done
        else:
            self._notices.tell_error(error, self._phrases())

    def _go_on(self, task: Task) -> None:
        """Begin again what was broken off with the pages it was shown on: they were made anew, the list was not."""
        if task is self._task:
            self.changed.emit()
            if task.is_done and task.is_cancelled:
                self._task = None
                self.begin()

    def _words(self, still: Sequence[Still]) -> str:
        if not still:
            return ""
        say = self._phrases().say
        names = ", ".join(say(f"erased-{each.why.value}", name=each.name) for each in still)
        return say("patients-erased-still", names=names)
