"""What the card of the medium asks is done on a thread, and told in its lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from core import clock
from core.errors import WorldError
from core.language.dates import format_date
from core.progress import Report
from core.store.vault.on_medium import OnMedium
from core.store.vault.vault import Circumstances
from core.use_cases.move_record import Drilled, copy_at, copy_record, drill_recovery, is_on_disk_of, last_drill
from core.wording.errors import error_words
from core.wording.places import copy_warning
from ui.desktop.notices import Notices, words_of
from ui.desktop.pages.settings.moving_card import MovingCard
from ui.desktop.tasks import Task, Tasks
from ui.desktop.workspace import Workspace


class Moving:
    """Copies the record to a medium, and goes through the recovery drill."""

    def __init__(self, card: MovingCard, workspace: Workspace, notices: Notices, tasks: Tasks) -> None:
        self._card = card
        self._workspace = workspace
        self._notices = notices
        self._tasks = tasks
        self._say = workspace.phrases.say
        self._doing: Task | None = None
        card.copy_wanted.connect(self.copy)
        card.choice_wanted.connect(self._choose)
        card.drill_wanted.connect(self._drill)

    @property
    def is_doing(self) -> bool:
        """True until what was asked for last is told."""
        return self._doing is not None and not self._doing.is_done

    def show(self) -> None:
        """Show the newest backup and the last drill as they are now."""
        newest = next(iter(self._workspace.vault.backups()), None)
        self._card.show_backup("" if newest is None else newest.record.name)
        day, name = last_drill(self._workspace.vault)
        self._card.show_last(_day(day, self._workspace.phrases.language), name)

    def copy(self) -> None:
        """Ask for the medium and copy the record to it."""
        if self.is_doing:
            return
        chosen = QFileDialog.getExistingDirectory(self._card, self._say("moving-where"))
        if chosen:
            place, author = Path(chosen), self._workspace.author
            work = partial(copy_record, self._workspace.vault, place, author)
            done = partial(self._show_copied, place)
            self._doing = self._tasks.run_shown(self._say("moving-copy"), work, done, self._not_copied)

    def _show_copied(self, place: Path, made: OnMedium) -> None:
        self._card.show_copied(tuple(self._lines_of(place, made)))

    def _lines_of(self, place: Path, made: OnMedium) -> Iterator[str]:
        yield self._say("moving-copied", place=str(made.folder), statements=made.examined.statements)
        warning = copy_warning(made.folder, self._workspace.phrases)
        if warning:
            yield warning
        elif is_on_disk_of(self._workspace.vault, place):
            yield self._say("moving-same-disk")
        yield self._say("moving-after")

    def _not_copied(self, error: Exception) -> None:
        self._card.show_copied((words_of(error, self._workspace.phrases),))

    # --- the drill

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._card, self._say("moving-drill-choose"))
        if not chosen:
            return
        try:
            self._card.take(copy_at(Path(chosen)))
        except WorldError as error:
            self._notices.tell_error(error, self._workspace.phrases)

    def _drill(self, text: str) -> None:
        vault, author = self._workspace.vault, self._workspace.author
        circumstances = Circumstances(self._workspace.knowledge.catalogue, clock.now_utc)
        copy = self._card.copy or next(iter(vault.backups()), None)
        if copy is None:
            self.show()
            return

        def work(report: Report) -> Drilled:
            return drill_recovery(vault, copy, text, author, circumstances, report)

        words = self._say("moving-drill-doing")
        self._doing = self._tasks.run_shown(words, work, self._show_drilled, self._not_drilled)

    def _show_drilled(self, drilled: Drilled) -> None:
        self._card.show_came(tuple(self._came_of(drilled)))
        self.show()

    def _came_of(self, drilled: Drilled) -> Iterator[str]:
        phrases, say = self._workspace.phrases, self._say
        yield say(
            "moving-drill-opened",
            name=drilled.name,
            patients=drilled.patients,
            statements=drilled.statements,
            last=_day(drilled.last_at, phrases.language) or "–",
        )
        yield from (say("moving-drill-found", what=error_words(each, phrases)) for each in drilled.found)
        if drilled.behind is None:
            yield say("moving-drill-other")
        else:
            yield say("moving-drill-same", behind=drilled.behind)
        yield say("moving-drill-good" if drilled.is_good else "moving-drill-bad")

    def _not_drilled(self, error: Exception) -> None:
        self._card.show_came((words_of(error, self._workspace.phrases), self._say("moving-drill-bad")))


def _day(instant: str, language: str) -> str:
    """Return the day of an instant or a day as they are kept, "" where none is told."""
    if not instant:
        return ""
    day = datetime.fromisoformat(instant).date() if "T" in instant else date.fromisoformat(instant)
    return format_date(day, language)
