"""The screening page: who, entry, results."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from core.chart.birth import age_of, years_on
from core.chart.sections.pasted import PASTED
from core.engine.judgement.outcome import About
from core.entry.desk.fields import Field
from core.entry.desk.showing import problem_words
from core.entry.typed import Typing, Understood, read_typed_date
from core.entry.typed.dates import shown_date
from core.errors import WorldError
from core.language.dates import format_date
from core.language.languages import in_language
from core.store.records import PatientLine
from core.use_cases.keep_paper import screening_line
from core.use_cases.look_over import births_of, diagnosed
from core.use_cases.open_results import opened
from core.use_cases.paste_results import LeftPrint, prints_left
from core.values.partial_date import parse_partial_date
from core.wording.births import age_words
from ui.desktop.actions import Action
from ui.desktop.field_names import field_name
from ui.desktop.notices import Notices
from ui.desktop.pages.page import Page
from ui.desktop.pages.place import Place
from ui.desktop.pages.screening.beside.panel import BesidePanel
from ui.desktop.pages.screening.entry.panel import EntryPanel
from ui.desktop.pages.screening.halves import Halves
from ui.desktop.pages.screening.paste.panel import PastePanel
from ui.desktop.pages.screening.results.panel import ResultsPanel
from ui.desktop.pages.screening.supposed_strip import SupposedStrip
from ui.desktop.palette import Entry, Palette
from ui.desktop.scoring.panel import ScorePanel
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.chip import Chip
from ui.desktop.widgets.flow import flowing
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.line import Line
from ui.desktop.widgets.measure import letters
from ui.desktop.workspace import Workspace

_DATE_LETTERS = 15
PASTE = "Ctrl+Shift+V"
SUPPOSE = "Ctrl+Shift+W"
_RESULTS = "FHIR, LDT, CSV, XLSX (*.json *.ndjson *.ldt *.csv *.tsv *.txt *.xlsx)"
BESIDE = "Ctrl+Shift+B"
_LEUKAPHERESIS = Field("planned", "leukapheresis")


class ScreeningPage(Page):
    """Wires entry and results to the workspace; holds nothing itself."""

    id = "screening"
    phrase = "shell-screening"
    shortcut = "Ctrl+2"
    report_wanted = Signal()

    def __init__(self, workspace: Workspace, notices: Notices, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._notices = notices
        self._theme = theme
        self._chips: list[Chip] = []
        self._shown_marks: list[tuple[str, str]] = []
        self._named = ("", "")
        self._same: tuple[PatientLine, ...] = ()
        whole = column(self, margin=0, spacing=0)
        whole.addWidget(self._head())
        self.supposed = SupposedStrip(workspace.phrases)
        whole.addWidget(self.supposed)
        self.nobody = label(workspace.phrases.say("results-no-patient"), "heading")
        whole.addWidget(self.nobody, 0, Qt.AlignmentFlag.AlignCenter)
        self.entry = EntryPanel(workspace, theme)
        self.results = ResultsPanel(workspace.phrases, workspace.compiled, theme)
        self.halves = Halves(self.entry, self.results)
        whole.addWidget(self.halves, 1)
        self.pasting = PastePanel(workspace, theme)
        self.pasting.hide()
        whole.addWidget(self.pasting, 1)
        self.scoring = ScorePanel(workspace, theme)
        self.scoring.hide()
        whole.addWidget(self.scoring, 1)
        self.beside = BesidePanel(workspace)
        self.beside.hide()
        whole.addWidget(self.beside, 1)
        self._wire()
        self._show_patient()

    def _wire(self) -> None:
        workspace = self._workspace
        workspace.patient_changed.connect(self._show_patient)
        workspace.desk_changed.connect(self._show_desk)
        workspace.showing.connect(self._show_judged)
        workspace.selection_changed.connect(self._show_results)
        workspace.saved.connect(self._show_saved)
        workspace.supposing_changed.connect(self._show_supposed)
        self.supposed.keep.clicked.connect(self.keep_supposed)
        self.supposed.discard.clicked.connect(workspace.discard_supposed)
        self.results.file_selected.connect(workspace.select)
        self.results.field_wanted.connect(self.entry.go_to)
        self.entry.said.connect(self._notices.tell)
        self.entry.page_opened.connect(self.halves.divide)
        self.entry.score_wanted.connect(self.open_score)
        self.scoring.closed.connect(self._leave_score)
        self.scoring.recorded.connect(self._said_score)
        self.scoring.said.connect(self._notices.tell)
        self.pasting.closed.connect(self._show_halves)
        self.beside.chosen.connect(self._show_beside)
        self.beside.closed.connect(self._show_halves)
        self.pasting.recorded.connect(self._said_recorded)
        self.pasting.said.connect(self._notices.tell)
        self.pasting.paste_wanted.connect(self.paste_results)
        self.paste.clicked.connect(self.paste_results)
        self.undo.clicked.connect(self.undo_last)
        self.print.clicked.connect(self.report_wanted)
        self.leukapheresis.editingFinished.connect(self._plan_leukapheresis)
        self.judged_on.editingFinished.connect(self._judge_on)
        self.values_of.editingFinished.connect(self._enter_for)

    def _head(self) -> QWidget:
        say = self._workspace.phrases.say
        head = frame("header")
        lines = column(head, margin=0, spacing=4)
        lines.setContentsMargins(20, 10, 20, 10)
        line = row(lines, spacing=12)
        # Lines that break where the window is narrow: a name or a date that is cut is another one.
        first, self._marked = flowing()
        self.name = label("", "title")
        self.name.setWordWrap(False)
        self._marked.addWidget(self.name)
        line.addWidget(first, 1)
        second, line_of_days = flowing()
        self.who = label("", "muted")
        self.who.setWordWrap(False)
        line_of_days.addWidget(self.who)
        self.leukapheresis = self._date_field("form-leukapheresis", line_of_days)
        self.judged_on = self._date_field("form-judged-on", line_of_days)
        self.values_of = self._date_field("form-values-of", line_of_days)
        self.saved = label("", "muted", is_heard=True)
        self.saved.setWordWrap(False)
        line.addWidget(self.saved)
        self.undo = QPushButton(say("form-undo"))
        self.paste = QPushButton(say("paste-action"))
        self.print = QPushButton(say("form-print"))
        self.print.setProperty("role", "primary")
        line.addWidget(self.undo)
        line.addWidget(self.paste)
        line.addWidget(self.print)
        lines.addWidget(second)
        return head

    def _date_field(self, phrase: str, line: QLayout) -> QLineEdit:
        words = self._workspace.phrases.say(phrase)
        before = label(words, "muted")
        before.setWordWrap(False)
        edit = Line()
        edit.setAccessibleName(words)
        edit.setFixedWidth(letters(_DATE_LETTERS))
        both = QWidget()
        inside = row(both)
        inside.addWidget(before)
        inside.addWidget(edit)
        line.addWidget(both)
        return edit

    @staticmethod
    def actions_offered(at: Place[ScreeningPage], workspace: Workspace) -> Sequence[Action]:
        """Return what can be done here, before there is a page."""

        def is_open() -> bool:
            return workspace.is_open

        def is_judged() -> bool:
            return workspace.is_open and not workspace.is_supposing and workspace.selected_screening is not None

        return (
            Action("edit.undo", "form-undo", "menu-edit", at.doing(ScreeningPage.undo_last), "Ctrl+Z", is_open),
            Action("edit.redo", "form-redo", "menu-edit", at.doing(ScreeningPage.redo_last), "Ctrl+Y", is_open),
            Action("edit.paste", "paste-action", "menu-edit", at.going(ScreeningPage.paste_results), PASTE, is_open),
            Action("edit.open-results", "paste-open", "menu-edit", at.going(ScreeningPage.open_results), "", is_open),
            Action("edit.left", "paste-left", "menu-edit", at.going(ScreeningPage.show_left), "", is_open),
            Action("edit.suppose", "suppose-action", "menu-edit", at.going(ScreeningPage.suppose), SUPPOSE, is_open),
            Action("view.beside", "beside-action", "menu-view", at.going(ScreeningPage.compare), BESIDE, is_open),
            Action("edit.next", "form-next-open", "menu-edit", at.going(ScreeningPage.go_to_next), "F6", is_open),
            Action("view.next-section", "form-next-section", "menu-view", at.going(_on), "Ctrl+PgDown", is_open),
            Action("view.section-before", "form-section-before", "menu-view", at.going(_back), "Ctrl+PgUp", is_open),
            Action("view.explain", "form-explain", "menu-view", at.doing(ScreeningPage.explain), "F1", is_open),
            Action(
                "view.history",
                "form-history",
                "menu-view",
                at.doing(ScreeningPage.show_history),
                "Ctrl+Shift+H",
                is_open,
            ),
            Action("log.keep", "log-keep", "menu-patient", at.doing(ScreeningPage.keep_screening), "", is_judged),
            Action(
                "documents.report",
                "form-print",
                "menu-documents",
                at.doing(ScreeningPage.want_report),
                "Ctrl+P",
                is_open,
            ),
        )

    @override
    def opened(self) -> None:
        if self._workspace.is_open:
            self.entry.sections.take_focus()

    # --- showing

    def _show_patient(self) -> None:
        is_open = self._workspace.is_open
        self.pasting.close_print()
        self.scoring.close_panel()
        self.scoring.hide()
        self.beside.close_files()
        self.halves.setVisible(is_open)
        self.nobody.setVisible(not is_open)
        for widget in (self.undo, self.paste, self.print, self.leukapheresis, self.judged_on, self.values_of):
            widget.setEnabled(is_open)
        self.saved.setText("")
        self._show_supposed()
        self._show_who()
        self.entry.show_patient()
        self._show_results()

    def _show_desk(self) -> None:
        self._show_who()
        self.entry.show_desk()
        self.pasting.show_desk()
        self.scoring.show_desk()

    def _show_judged(self, part: int) -> None:
        """Show one part of what was judged: all at once would hold the window up."""
        parts = (self._show_files, self.results.show_selected, self.entry.show_judged, self._show_who)
        parts[part]()

    def _show_files(self) -> None:
        self.scoring.show_judged()
        self.results.show_files(self._workspace.screenings, self._workspace.selected)
        self._show_supposed()
        self.beside.show_judged()

    def _show_results(self) -> None:
        self.results.show_screenings(self._workspace.screenings, self._workspace.selected)

    def _show_supposed(self) -> None:
        self.supposed.show_flips(self._workspace.flips, is_supposing=self._workspace.is_supposing)

    def _show_who(self) -> None:
        workspace = self._workspace
        if not workspace.is_open:
            self._show_marks([])
            for shown in (self.name, self.who):
                shown.setText("")
            for edit in (self.leukapheresis, self.judged_on, self.values_of):
                edit.clear()
            return
        desk, language = workspace.desk, workspace.phrases.language
        self.name.setText(workspace.title)
        self.who.setText(" · ".join(self._about()))
        self._show_marks(self._marks())
        _show(self.leukapheresis, desk.text(_LEUKAPHERESIS))
        _show(self.judged_on, format_date(workspace.evaluation_on, language))
        _show(self.values_of, shown_date(desk.entry_on, language) if desk.entry_on else "")

    def _show_marks(self, marks: list[tuple[str, str]]) -> None:
        if marks == self._shown_marks:
            return
        self._shown_marks = marks
        for chip in self._chips:
            self._marked.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [Chip(words, tone, self._theme) for words, tone in marks]
        for chip in self._chips:
            self._marked.addWidget(chip)

    def _about(self) -> list[str]:
        desk = self._workspace.desk
        parts = [desk.text(Field("sex")), desk.text(Field("number"))]
        years = None if desk.birth is None else years_on(desk.birth, self._workspace.evaluation_on)
        if years is not None:
            parts.insert(0, self._workspace.phrases.say("form-years", years=years))
        elif desk.birth is not None and (age := age_of(desk.birth)) is not None:
            parts.insert(0, age_words(age, self._workspace.evaluation_on, self._workspace.phrases))
        if desk.own_day == self._workspace.evaluation_on:
            parts.append(self._workspace.phrases.say("form-own-day"))
        return [part for part in parts if part]

    def _marks(self) -> list[tuple[str, str]]:
        workspace = self._workspace
        self._look_for_same_name()
        same = [(workspace.phrases.say("patients-same-name-mark"), "open")] if self._same else []
        marks = [*same, *((name, "neutral") for name in diagnosed(workspace.desk, workspace.phrases.language))]
        chart = workspace.desk.charting.chart
        return [(workspace.phrases.say("patients-synthetic"), "judge"), *marks] if chart.is_synthetic else marks

    def _look_for_same_name(self) -> None:
        """Say of a name that was corrected whose it is too; whoever is opened has the mark alone."""
        workspace = self._workspace
        desk = workspace.desk
        named = (desk.patient_id, desk.recorded_text(Field("name")))
        if named == self._named:
            return
        is_corrected = named[0] == self._named[0]
        self._named = named
        self._same = workspace.records.find_same_name(named[1], but=named[0])
        if self._same and is_corrected:
            born = births_of(self._same, workspace.phrases)
            self._notices.tell(workspace.phrases.say("patients-same-name", count=len(self._same), born=born))

    def _show_saved(self, at: datetime) -> None:
        if self._workspace.is_supposing:
            return
        self.saved.setText(self._workspace.phrases.say("shell-saved", time=f"{at.astimezone():%H:%M:%S}"))

    # --- what can be done

    def explain(self) -> None:
        """Say what the field with the focus asks, who provides it, how long it stands and by whose word."""
        words = self.entry.explanation()
        self._notices.tell(words or self._workspace.phrases.say("form-nothing-to-explain"))

    def show_history(self) -> None:
        """Show what was ever said in the field with the focus."""
        self.entry.show_history_here()

    def undo_last(self) -> None:
        """Take back what was done last, and say what it was; in the panel of a score its last answer."""
        if self.scoring.undo():
            return
        self._said_undone(self._workspace.work.undo())

    def redo_last(self) -> None:
        """Do again what was taken back last."""
        self._workspace.work.redo()

    def suppose(self) -> None:
        """Try values on a copy from now on: nothing is recorded before it is kept."""
        try:
            self._workspace.suppose()
        except WorldError as error:
            self._notices.tell_error(error, self._workspace.phrases)

    def keep_supposed(self) -> None:
        """Record what was supposed."""
        try:
            count = self._workspace.keep_supposed()
        except WorldError as error:
            self._notices.tell_error(error, self._workspace.phrases)
            return
        self._notices.tell(self._workspace.phrases.say("suppose-kept", count=count))

    def paste_results(self) -> None:
        """Show what the clipboard holds as results, line by line; nothing is recorded before the button."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._notices.tell(self._workspace.phrases.say("paste-nothing"))
            return
        self._open_print(text)

    def open_results(self) -> None:
        """Ask for a file of results, and show it as a print that was pasted."""
        chosen, _ = QFileDialog.getOpenFileNames(self, "", "", _RESULTS)
        if chosen:
            self.open_results_of(*map(Path, chosen))

    def open_results_of(self, *paths: Path) -> None:
        """Show a file of results, line by line; nothing is recorded before the button. A data dictionary may lie beside
        an export of REDCap.
        """
        try:
            found = opened(paths)
            if len(found) != 1:
                raise WorldError("import-one-file")
            (only,) = found
            self._open_print(only.text, only.source)
        except WorldError as error:
            self._notices.tell_error(error, self._workspace.phrases)

    def show_left(self) -> None:
        """List the prints whose lines were not all recorded; one that is chosen is read again as if it were pasted."""
        say, language = self._workspace.phrases.say, self._workspace.phrases.language
        left = prints_left(self._workspace.desk)
        if not left:
            self._notices.tell(say("paste-left-none"))
            return

        def about(each: LeftPrint) -> str:
            day = shown_date(each.date, language) if each.date else ""
            return " · ".join(filter(None, (say("paste-left-lines", count=len(each.lines)), each.laboratory, day)))

        entries = [
            Entry(each.lines[0], partial(self._open_print, each.text), partial(about, each), also=each.text)
            for each in left
        ]
        Palette(entries, say("paste-left"), self).open()

    def open_score(self, where: Field) -> None:
        """Ask the score of a field input by input."""
        self.beside.close_files()
        self.pasting.close_print()
        self.pasting.hide()
        self.halves.hide()
        self.scoring.show()
        self.scoring.open_for(where)

    def ask_score(self, name: str) -> None:
        """Ask the score of a concept input by input."""
        self.open_score(Field(name))

    def _leave_score(self, where: Field) -> None:
        self.scoring.hide()
        self.halves.setVisible(self._workspace.is_open)
        self.entry.go_to(where.section, About.VALUE)

    def _said_score(self, where: Field) -> None:
        name = field_name(where, self._workspace.knowledge.catalogue, self._workspace.phrases)
        self._notices.tell(self._workspace.phrases.say("score-recorded", name=name))

    def compare(self) -> None:
        """Choose a second file to stand beside the selected one."""
        if not self.beside.ask():
            self._notices.tell(self._workspace.phrases.say("beside-none"))

    def _show_beside(self) -> None:
        self.scoring.leave()
        self.pasting.close_print()
        self.halves.hide()
        self.beside.show()

    def _open_print(self, text: str, source: str = "") -> None:
        self.scoring.leave()
        self.beside.close_files()
        self.halves.hide()
        self.pasting.show()
        self.pasting.open_print(text, self._workspace.laboratories, source)

    def _show_halves(self) -> None:
        self.pasting.hide()
        self.beside.hide()
        self.halves.setVisible(self._workspace.is_open)

    def _said_recorded(self, count: int) -> None:
        self._notices.tell(self._workspace.phrases.say("paste-recorded", count=count))

    def go_to_next(self) -> None:
        """Go to the next field that is open."""
        self.scoring.leave()
        self.entry.go_to_next()

    def begin_entry(self) -> None:
        """Stand where the first diagnosis is typed: nothing else can be asked before it."""
        self.entry.begin()

    def go_to_field(self, name: str) -> None:
        """Open the section of a field and stand in it."""
        self.scoring.leave()
        self.entry.go_to(name, About.VALUE)

    def want_report(self) -> None:
        """Ask for the report of the open patient."""
        self.report_wanted.emit()

    def keep_screening(self) -> None:
        """Record the screening of the selected file in the log, as it is now."""
        workspace, screening = self._workspace, self._workspace.selected_screening
        if screening is None or workspace.is_supposing:
            return
        compiled = workspace.knowledge.by_id[screening.rule_file.id]
        line = screening_line(screening, compiled, workspace.author)
        workspace.records.keep_screening(workspace.desk.patient_id, line)
        title = in_language(screening.rule_file.short_title, workspace.phrases.language)
        self._notices.tell(workspace.phrases.say("log-kept", file=title))

    def _said_undone(self, where: Field | None) -> None:
        if where is not None:
            if where.section == PASTED:
                name = self._workspace.phrases.say("paste-print")
            else:
                name = field_name(where, self._workspace.knowledge.catalogue, self._workspace.phrases)
            self._notices.tell(self._workspace.phrases.say("form-undone", name=name))

    def _plan_leukapheresis(self) -> None:
        if self._workspace.is_open:
            self._workspace.work.type(_LEUKAPHERESIS, self.leukapheresis.text())
            self._workspace.work.leave(_LEUKAPHERESIS)

    def _judge_on(self) -> None:
        if not self._workspace.is_open:
            return
        desk = self._workspace.desk
        typed = read_typed_date(self.judged_on.text(), Typing(desk.language, desk.evaluation_on))
        moment = parse_partial_date(str(typed.content)) if isinstance(typed, Understood) else None
        if moment is not None and moment.is_exact:
            self._workspace.judge_on(moment.first)
        else:
            words = problem_words(typed, self._workspace.phrases)
            self._notices.tell(words or self._workspace.phrases.say("form-bad-date", text=self.judged_on.text()))

    def _enter_for(self) -> None:
        if not self._workspace.is_open:
            return
        desk = self._workspace.desk
        typed = read_typed_date(self.values_of.text(), Typing(desk.language, desk.evaluation_on, desk.birth))
        if isinstance(typed, Understood):
            self._workspace.work.enter_for(str(typed.content))
        elif not self.values_of.text().strip():
            self._workspace.work.enter_for("")
        else:
            self._notices.tell(problem_words(typed, self._workspace.phrases))


def _show(edit: QLineEdit, text: str) -> None:
    if not edit.hasFocus() and edit.text() != text:
        edit.setText(text)


def _on(page: ScreeningPage) -> None:
    page.scoring.leave()
    page.entry.step_section(1)


def _back(page: ScreeningPage) -> None:
    page.scoring.leave()
    page.entry.step_section(-1)
