"""The follow-up: what of the plan is done, due, missed or asked no longer, and where it is recorded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QListView, QPushButton, QScrollArea, QWidget
from typing_extensions import override

from core import clock
from core.entry.desk.fields import Kept
from core.errors import WorldError
from core.follow_up.outcome.outcome import outcome_of
from core.follow_up.said import Place
from core.follow_up.toxicity import strip_of
from core.follow_up.trends import Trend
from core.language.dates import format_date
from core.use_cases.follow_patient import follow_patient
from core.use_cases.show_trends import show_trends
from core.wording.followed import FollowedWords
from core.wording.outcome import OutcomeWords
from core.wording.toxicity import ToxicityWords
from core.wording.trends import TrendWords
from core.writing import write_atomically
from ui.desktop.actions import Action
from ui.desktop.notices import Notices
from ui.desktop.pages.follow_up.day_view import DayView
from ui.desktop.pages.follow_up.delegate import FollowDelegate
from ui.desktop.pages.follow_up.infusion_panel import InfusionPanel
from ui.desktop.pages.follow_up.outcome_card import OutcomeCard
from ui.desktop.pages.follow_up.record_panel import RecordPanel
from ui.desktop.pages.follow_up.rows import CHANGES, DUE, LISTS, VISITS, FollowModel, FollowRows, follow_rows
from ui.desktop.pages.follow_up.timeline import TimeLine
from ui.desktop.pages.follow_up.toxicity_card import ToxicityCard
from ui.desktop.pages.follow_up.trend_card import TrendCard
from ui.desktop.pages.page import Page
from ui.desktop.pages.place import Place as PlaceOfPage
from ui.desktop.tasks import Task, Tasks
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.awaited_focus import AwaitedFocus
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.frames import column, frame, row, scrolled
from ui.desktop.widgets.heard import HeardLine
from ui.desktop.widgets.labels import OneLine, label
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.save_place import chosen_place
from ui.desktop.workspace import Workspace

_PANEL_LETTERS = 58
_LIST_LINES = 16
RECORD = "Ctrl+Shift+F"


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found out on a thread."""

    rows: FollowRows
    outcome: OutcomeWords
    toxicity: ToxicityWords
    trends: tuple[Trend, ...]
    trend_words: TrendWords


class FollowUpPage(Page):
    """Head, line, list, and a panel where what is chosen is recorded. Found out on a thread, of the record alone."""

    id = "follow_up"
    phrase = "shell-follow-up"
    shortcut = "Ctrl+4"
    field_wanted = Signal(str)

    def __init__(self, workspace: Workspace, notices: Notices, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._workspace, self._notices, self._tasks = workspace, notices, tasks
        self._task: Task | None = None
        self._is_shown = False
        self._goes_to_form = False
        self._focus = AwaitedFocus()
        self._stands_on: tuple[object, ...] = ()
        self._kept: tuple[Kept, ...] | None = None
        self.rows: FollowRows | None = None
        self.wanted = DUE
        say = workspace.phrases.say
        whole = column(self, margin=0, spacing=0)
        whole.addWidget(self._head())
        self.board = QWidget()
        whole.addWidget(self.board, 1)
        body = row(self.board, spacing=12)
        body.setContentsMargins(16, 12, 16, 12)
        area = QScrollArea()
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body.addWidget(area, 1)
        self.cards = scrolled(area, margin=0, spacing=9)
        self.nobody = label("", "heading")
        self.cards.addWidget(self.nobody)
        self._add_line(theme)
        self.chips = self._chips()
        self.empty = label("", "muted", is_heard=True)
        self.cards.addWidget(self.empty)
        self.model = FollowModel(self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(FollowDelegate(theme, self.list))
        self.list.setAccessibleName(say("shell-follow-up"))
        self.list.setUniformItemSizes(True)
        HeardLine(self.list)
        self.list.setFixedHeight(self.fontMetrics().height() * _LIST_LINES)
        self.cards.addWidget(self.list)
        self._add_log(theme)
        self.panel = RecordPanel(workspace, theme)
        self.infusion = InfusionPanel(workspace)
        for panel in (self.panel, self.infusion):
            panel.setFixedWidth(letters(_PANEL_LETTERS))
            panel.setVisible(False)
            body.addWidget(panel)
        self.day_view = DayView(workspace, theme)
        self.day_view.hide()
        whole.addWidget(self.day_view, 1)
        self._wire()
        self._show_patient()

    def _add_line(self, theme: Theme) -> None:
        """Put the line of years and the outcome on top."""
        phrases = self._workspace.phrases
        self.line = TimeLine(theme, phrases.say("followed-line"))
        self.outcome = OutcomeCard(phrases, theme)
        self.cards.addWidget(self.line)
        self.cards.addWidget(self.outcome)

    def _add_log(self, theme: Theme) -> None:
        """Put the trends and the toxicity log under the list."""
        phrases = self._workspace.phrases
        self.trends = TrendCard(phrases, theme)
        self.cards.addWidget(self.trends)
        self.toxicity = ToxicityCard(phrases, theme)
        self.cards.addWidget(self.toxicity)
        self.cards.addStretch(1)

    def _head(self) -> QWidget:
        say = self._workspace.phrases.say
        head = frame("header")
        lines = column(head, margin=0, spacing=4)
        lines.setContentsMargins(20, 10, 20, 10)
        line = row(lines, spacing=12)
        self.name = label(say("shell-follow-up"), "title")
        line.addWidget(self.name, 1)
        self.new_infusion = QPushButton(say("followed-infusion-action"))
        self.record = QPushButton(say("followed-record"))
        self.record.setProperty("role", "primary")
        line.addWidget(self.new_infusion)
        line.addWidget(self.record)
        self.about = OneLine("", "muted")
        self.basis = OneLine("", "muted")
        lines.addWidget(self.about)
        lines.addWidget(self.basis)
        return head

    def _chips(self) -> dict[str, QPushButton]:
        holder, line = flowing()
        group = QButtonGroup(self)
        made: dict[str, QPushButton] = {}
        for name in LISTS:
            chip = QPushButton(self._workspace.phrases.say(f"followed-list-{name}", count=0))
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            chip.clicked.connect(partial(self.show_list, name))
            group.addButton(chip)
            line.addWidget(chip)
            made[name] = chip
        made[DUE].setChecked(True)
        self.cards.addWidget(holder)
        self._lists = holder
        return made

    def _wire(self) -> None:
        workspace = self._workspace
        workspace.patient_changed.connect(self._show_patient)
        workspace.desk_changed.connect(self._desk_changed)
        workspace.judged.connect(self._find_out)  # another date of evaluation, other settings
        self.list.activated.connect(self._open_row)
        self.list.clicked.connect(self._open_row)
        self.record.clicked.connect(self.record_chosen)
        self.new_infusion.clicked.connect(self.begin_infusion)
        self.panel.said.connect(self._notices.tell)
        self.panel.closed.connect(self.close_panels)
        self.panel.field_wanted.connect(self._want_field)
        self.infusion.closed.connect(self.close_panels)
        self.infusion.recorded.connect(self._infusion_recorded)
        self.toxicity.day_wanted.connect(self.open_day)
        self.day_view.said.connect(self._notices.tell)
        self.day_view.closed.connect(self._day_closed)

    @staticmethod
    def actions_offered(at: PlaceOfPage[FollowUpPage], workspace: Workspace) -> Sequence[Action]:
        """Return what can be done here, before there is a page."""

        def is_open() -> bool:
            return workspace.is_open

        record, infusion = at.going(FollowUpPage.record_chosen), at.going(FollowUpPage.begin_infusion)
        calendar = at.going(FollowUpPage.save_calendar)
        return (
            Action("followed.record", "followed-record", "menu-patient", record, RECORD, is_open),
            Action("followed.calendar", "followed-calendar", "menu-documents", calendar, is_enabled=is_open),
            Action("followed.infusion", "followed-infusion-action", "menu-patient", infusion, is_enabled=is_open),
        )

    @override
    def opened(self) -> None:
        self._is_shown = True
        self._find_out()
        self._await_focus()

    def _await_focus(self) -> None:
        """Go to what there is to do, once it is found out."""
        self._focus.begin()
        if not self.is_finding_out:
            self._take_focus()

    def _take_focus(self) -> None:
        if not self._focus.is_due():
            return
        if self.rows is not None:
            self.list.setFocus()
        elif self._kept is not None:
            self.begin_infusion()

    @override
    def left(self) -> None:
        self._is_shown = False
        self._focus.stop()
        self.day_view.leave()
        if self._goes_to_form:  # a value of the visit is answered there part by part, and is of its day
            self._goes_to_form = False
        else:
            self.close_panels()

    def save_calendar(self) -> None:
        """Ask where, and save what is due and to come as a calendar that names nobody."""
        if self.rows is None:
            return
        place = chosen_place(self, "follow-up.ics", "iCalendar (*.ics)")
        if place is not None:
            self.save_calendar_to(place)

    def save_calendar_to(self, path: Path) -> None:
        """Save the calendar, and say of how many visits."""
        from core.use_cases.make_calendar import make_calendar

        workspace, rows = self._workspace, self.rows
        if rows is None:
            return
        content = make_calendar(rows.words, workspace.desk.patient_id, workspace.vault.seal, clock.now_utc())
        try:
            write_atomically(path, content)
        except WorldError as error:
            self._notices.tell_error(error, workspace.phrases)
            return
        count = content.count(b"BEGIN:VEVENT")
        self._notices.tell(workspace.phrases.say("followed-calendar-saved", count=count))

    # --- finding out

    @property
    def is_finding_out(self) -> bool:
        """True until what became of the plan is shown."""
        return self._task is not None and not self._task.is_done

    def _desk_changed(self) -> None:
        self.panel.show_desk()
        self.day_view.show_desk()
        self._find_out()

    def _find_out(self) -> None:
        """Find out on a thread where everything stands; only where the record, the day or the files are others."""
        workspace = self._workspace
        if not self._is_shown or not workspace.is_open:
            return
        desk = workspace.desk
        stands_on = (desk.patient_id, workspace.evaluation_on, workspace.knowledge, workspace.phrases.language)
        if stands_on == self._stands_on and desk.kept is self._kept:
            return
        self._stands_on, self._kept = stands_on, desk.kept
        if self._task is not None:
            self._task.cancel()
        knowledge, on, phrases = workspace.knowledge, workspace.evaluation_on, workspace.phrases

        def work() -> _Found | None:
            chart, catalogue = desk.recorded.chart, knowledge.catalogue
            found = follow_patient(chart, knowledge.schedules, catalogue, on)
            if found is None:
                return None
            strip = strip_of(chart, catalogue, found.plan.day0, on)
            log = ToxicityWords(strip, chart, catalogue, phrases)
            trends = show_trends(chart, catalogue, found.plan.day0, on)
            rows = follow_rows(FollowedWords(found, phrases, catalogue))
            outcome = OutcomeWords(outcome_of(chart, catalogue, found), chart, catalogue, phrases)
            return _Found(rows, outcome, log, trends, TrendWords(found.plan.day0, catalogue, phrases))

        def is_current() -> bool:
            return self._kept is desk.kept and self._stands_on == stands_on

        self._task = self._tasks.run(work, self._show, self._failed, is_current)

    def _failed(self, error: Exception) -> None:
        self._notices.tell_error(error, self._workspace.phrases)

    # --- showing

    def _show_patient(self) -> None:
        """Another patient is open, or none: nothing of the one before stays."""
        if self._task is not None:
            self._task.cancel()
        self._stands_on, self._kept, self.rows = (), None, None
        self.close_panels()
        self.day_view.leave()
        self.infusion.clear()
        self._show(None)
        self._find_out()

    def _show(self, found: _Found | None) -> None:
        workspace = self._workspace
        say = workspace.phrases.say
        rows = None if found is None else found.rows
        self.rows = rows
        self.outcome.show_words(None if found is None else found.outcome)
        self._show_toxicity(None if found is None else found.toxicity)
        trends = () if found is None else found.trends
        self.trends.show_trends(trends, None if found is None else found.trend_words)
        is_open = workspace.is_open
        self.name.setText(workspace.title or say("shell-follow-up"))
        self.about.setText("" if rows is None else f"{rows.words.head} · {rows.words.counted}")
        self.basis.setText("" if rows is None else say("followed-basis", basis=rows.words.basis))
        self.nobody.setVisible(rows is None)
        day = format_date(workspace.evaluation_on, workspace.phrases.language)
        self.nobody.setText(say("followed-nobody", day=day) if is_open else say("results-no-patient"))
        for widget in (self.line, self.outcome, self._lists, self.list, self.toxicity):
            widget.setVisible(rows is not None)
        self.trends.setVisible(bool(trends))
        self.record.setEnabled(rows is not None)
        self.new_infusion.setEnabled(is_open)
        self.line.show_following(None if rows is None else rows.words)
        for name, chip in self.chips.items():
            count = 0 if rows is None else len(rows.lists[name])
            chip.setText(say(f"followed-list-{name}", count=count))
        self.show_list(self.wanted)
        if rows is None and is_open and self._kept is not None:
            self.begin_infusion()
        elif self.infusion.isVisible() and not self.infusion.cells:
            self.infusion.setVisible(False)
        if self._kept is not None:
            self._take_focus()

    def _show_toxicity(self, words: ToxicityWords | None) -> None:
        """Show the log; until day 28 it stands right under the outcome."""
        self.toxicity.show_words(words)
        before = self.outcome if self.toxicity.is_early else self.trends
        if words is not None and self.cards.indexOf(self.toxicity) != self.cards.indexOf(before) + 1:
            self.cards.removeWidget(self.toxicity)
            self.cards.insertWidget(self.cards.indexOf(before) + 1, self.toxicity)

    def show_list(self, name: str) -> None:
        """Show one of the lists; what is chosen stays chosen where it is in it."""
        self.wanted = name
        self.chips[name].setChecked(True)
        chosen = self._chosen
        rows = () if self.rows is None else self.rows.lists[name]
        self.model.show_rows(rows)
        self.empty.setText("" if rows or self.rows is None else self.rows.words.say(_EMPTY.get(name, "nothing-due")))
        self.empty.setVisible(bool(self.empty.text()))
        if rows:
            self.list.setCurrentIndex(self.model.index(max(self.model.at(chosen), 0), 0))
        if self.panel.isVisible():
            self._show_in_panel(self._opened)

    @property
    def _chosen(self) -> Place | None:
        index = self.list.currentIndex()
        return self.model.row(index.row()).place if index.isValid() else None

    _opened: Place | None = None

    def _show_in_panel(self, place: Place | None) -> None:
        """Show in the panel what a place is now, wherever it stands."""
        if self.rows is None or place is None:
            return
        found = self.rows.of(place)
        if found is None:
            self.close_panels()
            return
        self._opened = place
        self.panel.show_row(found, self.rows.words)

    # --- what can be done

    def record_chosen(self) -> None:
        """Open the panel for what is chosen in the list; the first that is due where nothing is."""
        if self.day_view.is_open:
            self.day_view.record()
            return
        if self.rows is None:
            self.begin_infusion()
            return
        if self.wanted == CHANGES or self._chosen is None:
            self.show_list(DUE if self.rows.lists[DUE] else VISITS)
        self._open(self._chosen)

    def _open_row(self, index: QModelIndex) -> None:
        if index.isValid():
            self._open(self.model.row(index.row()).place)

    def _open(self, place: Place | None) -> None:
        if place is None:
            return
        self.infusion.setVisible(False)
        self._show_in_panel(place)
        self.panel.setVisible(True)
        self.panel.list.setFocus()

    def begin_infusion(self) -> None:
        """Open the panel in which an infusion is recorded."""
        if not self._workspace.is_open:
            return
        self.panel.setVisible(False)
        is_first = self.rows is None
        self.infusion.close_button.setVisible(not is_first)
        self.infusion.setVisible(True)
        self.infusion.fields["date"].setFocus()

    def open_day(self, day: int) -> None:
        """Record a day of the toxicity log: its counts, then its gradings one after the other."""
        words = self.toxicity.words
        if words is None or not self._workspace.is_open or day > words.strip.today:
            return
        self.close_panels()
        self.board.hide()
        self.day_view.show()
        self.day_view.open_day(words.strip.day0, day)

    def _day_closed(self) -> None:
        self.day_view.hide()
        self.board.show()
        if self._is_shown:
            self.toxicity.table.setFocus()

    def _want_field(self, name: str) -> None:
        self._goes_to_form = True
        self.field_wanted.emit(name)

    def _infusion_recorded(self) -> None:
        self.infusion.setVisible(False)
        self._notices.tell(self._workspace.phrases.say("followed-infusion-recorded"))
        self._await_focus()

    def close_panels(self) -> None:
        """Close what is open beside the list."""
        self._opened = None
        self.panel.clear()
        for panel in (self.panel, self.infusion):
            panel.setVisible(False)
        if self._is_shown and self.list.isVisible():
            self.list.setFocus()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


_EMPTY = {CHANGES: "no-changes"}
"""What is said where a list is empty."""
