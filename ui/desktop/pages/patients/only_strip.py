"""Whom the list shows: everybody, who is overdue or due soon, was treated, has no B cells, relapsed, comes of age."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from core import clock
from core.progress import Report
from core.store.records import PatientLine
from core.use_cases.glance_over import NOBODY, Glance, comes_of_age, glance_over
from ui.desktop.notices import Notices
from ui.desktop.tasks import Tasks
from ui.desktop.widgets.flow import Flow
from ui.desktop.workspace import Workspace

ALL, OVERDUE, DUE, TREATED, AGE = "all", "overdue", "due", "treated", "age"
APLASTIC, RELAPSED = "aplastic", "relapsed"
ORDER = (ALL, OVERDUE, DUE, TREATED, APLASTIC, RELAPSED, AGE)


class OnlyStrip(QWidget):
    """A row of chips. What needs everybody's follow-up is found out on a thread, when it is asked for."""

    chosen = Signal(object)
    """The ids of whom the list shows from now on; None: everybody."""

    def __init__(self, workspace: Workspace, notices: Notices, tasks: Tasks) -> None:
        super().__init__()
        self._workspace = workspace
        self._notices = notices
        self._tasks = tasks
        self._lines: Sequence[PatientLine] = ()
        self.glance: Glance = NOBODY
        self.wanted = ALL
        self.is_looking = False
        say = workspace.phrases.say
        self.setAccessibleName(say("patients-only"))
        line = Flow(self)
        group = QButtonGroup(self)
        self.chips: dict[str, QPushButton] = {}
        for name in ORDER:
            chip = QPushButton(say(f"patients-only-{name}", count=0))
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            chip.clicked.connect(partial(self.choose, name))
            group.addButton(chip)
            line.addWidget(chip)
            self.chips[name] = chip
        self.chips[ALL].setChecked(True)

    def show_patients(self, lines: Sequence[PatientLine]) -> None:
        """The list was read again: who is shown alone is found out again."""
        self._lines = lines
        self.chips[ALL].setText(self._workspace.phrases.say("patients-only-all", count=len(lines)))
        if self.wanted != ALL:
            self.choose(self.wanted)

    def choose(self, name: str) -> None:
        """Show only whom a chip names."""
        self.wanted = name
        self.chips[name].setChecked(True)
        if name == ALL:
            self.chosen.emit(None)
        elif name == AGE:
            today, died = clock.today(), self.glance.died
            coming = (each.id for each in self._lines if each.id not in died and comes_of_age(each, today) is not None)
            self.chosen.emit(frozenset(coming))
        elif not self.is_looking:
            self._look()

    def _look(self) -> None:
        workspace, before = self._workspace, self.glance
        knowledge, language = workspace.knowledge, workspace.phrases.language
        self.is_looking = True

        def work(report: Report) -> Glance:
            return glance_over(workspace.records, knowledge.catalogue, knowledge.schedules, language, before, report)

        self._tasks.run_shown(workspace.phrases.say("doing-glance"), work, self._looked, self._failed)

    def _looked(self, glance: Glance) -> None:
        self.is_looking = False
        self.glance = glance
        found = {
            OVERDUE: glance.overdue,
            DUE: glance.due,
            TREATED: glance.treated,
            APLASTIC: glance.aplastic,
            RELAPSED: glance.relapsed,
        }
        if self.wanted in found:
            self.chosen.emit(found[self.wanted])

    def _failed(self, error: Exception) -> None:
        self.is_looking = False
        self.choose(ALL)
        self._notices.tell_error(error, self._workspace.phrases)
