"""The left half of the page: sections, the form, the history of a field."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from core.catalogue.concept import Kind
from core.chart.sections import every_section, is_section, list_of, section_of
from core.engine.judgement.outcome import About
from core.entry.desk.conversions import Conversions
from core.entry.desk.fields import Field
from core.entry.desk.marking import free_texts, with_mark
from core.entry.desk.parts import answered, parts_of
from core.entry.desk.reading import BIRTHS
from core.entry.desk.scoring.asking import asks_score
from core.entry.desk.showing import field_state
from core.entry.form.form import PAGES, fields_of
from core.entry.form.wanted import Wanted, wanted_concepts, wanted_questions
from core.entry.reasons import reason_words
from core.entry.statement import Statement
from core.language.dates import format_date
from core.language.languages import in_language
from core.screening.asking import Asking, next_questions
from core.store.records import Recorded
from ui.desktop.field_names import field_name
from ui.desktop.pages.screening.entry.ask_next import AskNextBar
from ui.desktop.pages.screening.entry.form_page import FormPageView
from ui.desktop.pages.screening.entry.history import HistoryLine, HistoryPanel, HistoryWords
from ui.desktop.pages.screening.entry.judgement_page import JudgementPage, Questions
from ui.desktop.pages.screening.entry.parts.panel import PartsPanel
from ui.desktop.pages.screening.entry.rows.table import RowsTable
from ui.desktop.pages.screening.entry.sections import Sections
from ui.desktop.theme.tokens import Theme
from ui.desktop.widgets.frames import column, row
from ui.desktop.widgets.heard import HeardLine
from ui.desktop.widgets.measure import letters
from ui.desktop.widgets.reading_order import stops
from ui.desktop.widgets.value_field import ValueField
from ui.desktop.workspace import Workspace

_FIELDS_LETTERS = 48
_TABLES_LETTERS = 92
_JUDGEMENT = "judgement"
_DEFAULT_PAGE = "identity"


class EntryPanel(QWidget):
    """Passes on what is typed; asks the workspace for everything it shows."""

    said = Signal(str)
    score_wanted = Signal(object)
    """The score of a field is wanted item by item."""
    page_opened = Signal(bool)
    """Says whether the page holds tables, which want more room than fields."""

    def __init__(self, workspace: Workspace, theme: Theme) -> None:
        super().__init__()
        self._workspace = workspace
        self._theme = theme
        self._phrases = workspace.phrases
        self._wanted = Wanted()
        self._conversions = Conversions()
        self._questions: Questions = {}
        self._asking: tuple[Asking, ...] = ()
        self._asked_at = 0
        self._pages: dict[str, FormPageView] = {}
        self._back_to: RowsTable | None = None
        say = self._phrases.say
        line = row(self, spacing=0)
        self.sections = Sections([self._page_name(page) for page in PAGES], say("form-sections"), theme)
        HeardLine(self.sections)
        line.addWidget(self.sections)
        middle = QWidget()
        middle.setMinimumWidth(letters(_FIELDS_LETTERS))
        inside = column(middle, margin=0, spacing=0)
        self.ask = AskNextBar(self._phrases)
        holder = QWidget()
        above = column(holder, margin=12)
        above.addWidget(self.sections.folded)
        above.addWidget(self.ask)
        inside.addWidget(holder)
        self.stack = QStackedWidget()
        self.stack.addWidget(QWidget())  # shown before a section is: the judgements are many
        self.judgements = JudgementPage(self._phrases)
        self.stack.addWidget(self.judgements)
        self.parts = PartsPanel(self._phrases)
        self.stack.addWidget(self.parts)
        inside.addWidget(self.stack, 1)
        self.history = HistoryPanel(
            HistoryWords(say("form-history-reason"), say("form-history-take-back"), say("form-history-close"))
        )
        self.history.setVisible(False)
        inside.addWidget(self.history)
        line.addWidget(middle, 1)
        self._wire()

    def _wire(self) -> None:
        self.sections.moved.connect(self._section_moved)
        self.ask.wanted.connect(self.go_to_next)
        self.judgements.answered.connect(self._answer)
        self.parts.answered.connect(self._answer_part)
        self.parts.closed.connect(self._leave_parts)
        self.history.retracted.connect(self._retract)
        self.history.closed.connect(self._close_history)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def width_wanted(self, *, has_tables: bool, with_sections: bool) -> int:
        """Return the width at which nothing of a page is cramped; more of it would only be empty."""
        fields = letters(_TABLES_LETTERS if has_tables else _FIELDS_LETTERS)
        return fields + (self.sections.maximumWidth() if with_sections else 0)

    # --- showing

    def show_patient(self) -> None:
        """Another patient is open, or none: nothing of the one before stays in a field."""
        for view in self._pages.values():
            self.stack.removeWidget(view)
            view.hide()
            view.deleteLater()
        self._pages = {}
        self._back_to = None
        self.history.setVisible(False)
        self.parts.clear()
        self._asked_at = 0
        self._conversions = Conversions()
        self.sections.setCurrentRow(-1)
        self.stack.setCurrentIndex(0)
        if self._workspace.is_open:
            self.show_judged()
            second = self._workspace.knowledge.form.pages[1]
            is_begun = any(self._workspace.desk.all_of(name) for name in second.lists)
            self.open_page(second.id if is_begun else _DEFAULT_PAGE)

    def show_desk(self) -> None:
        """Show the fields of the open page as they stand."""
        if not self._workspace.is_open:
            return
        view = self._current_view()
        if view is not None:
            view.show_desk(self._workspace.desk, self._wanted)
        elif self.stack.currentWidget() is self.judgements:
            self.judgements.show_desk(self._workspace.desk, self._questions)
        elif self.stack.currentWidget() is self.parts:
            self._show_parts()

    def show_judged(self) -> None:
        """The screenings moved: what is wanted, what is asked next, how much is open in each section."""
        workspace = self._workspace
        if not workspace.is_open:
            return
        self._wanted = wanted_concepts(workspace.shown, workspace.usual_values)
        self._questions = wanted_questions(workspace.shown, workspace.knowledge.questions(workspace.phrases))
        self._asking = next_questions(workspace.shown, workspace.knowledge.catalogue)
        first = self._asking[0] if self._asking else None
        if workspace.screenings or not workspace.is_judging:  # before the first verdicts nothing is known to be asked
            self.ask.show_asking(first, "" if first is None else self._asked(first))
        else:
            self.ask.show_waiting()
        self._count_open()
        self.show_desk()

    def open_page(self, page_id: str) -> None:
        """Open a section, also where a panel stands before it."""
        at = PAGES.index(page_id)
        if self.sections.currentRow() == at:
            self._section_moved(at)
        else:
            self.sections.setCurrentRow(at)

    # --- going to fields

    def step_section(self, step: int) -> None:
        """Open the section that many after this one, round about, and go to its first field."""
        at = (self.sections.currentRow() + step) % len(PAGES)
        self.open_page(PAGES[at])
        shown = self.stack.currentWidget()
        first = None if shown is None else next(iter(stops(shown)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def go_to_next(self) -> None:
        """Go to the next open field; again goes on to the one after it. What was not understood comes first."""
        drafts = self._workspace.desk.open_drafts
        if drafts:
            self._go_to_draft(drafts[self._asked_at % len(drafts)])
            self._asked_at += 1
            return
        if not self._asking:
            return
        asking = self._asking[self._asked_at % len(self._asking)]
        self._asked_at += 1
        self.go_to(asking.subject, asking.about)

    def begin(self) -> None:
        """Stand in the blank row of the diagnoses."""
        page = self._workspace.knowledge.form.pages[1]
        self.open_page(page.id)
        self._pages[page.id].tables[page.lists[0]].enter()

    def _go_to_draft(self, where: Field) -> None:
        """Open the section of a text that is not recorded and put the focus where it stands."""
        if where.is_panel:
            self.score_wanted.emit(where)
            return
        form, of = self._workspace.knowledge.form, section_of(where.section).is_of
        own = (page for page in PAGES if where in fields_of(page))
        page_id = next(own, None) or form.page_of.get(of or where.section)
        if page_id is None:
            return
        self.open_page(page_id)
        view = self._pages[page_id]
        if where.section in view.tables:
            view.tables[where.section].enter_row(where)
            return
        field = (
            view.complete[of] if of else view.field_for(f"{where.section}.{where.key}" if where.key else where.section)
        )
        if isinstance(field, ValueField):
            field.go_on()
        elif field is not None:
            field.setFocus()
        if field is not None:
            view.ensureWidgetVisible(field)

    def go_to(self, subject: str, about: About) -> None:
        """Open the section of what is missing and put the focus into its field."""
        if about is About.ANSWER:
            self.open_page(_JUDGEMENT)
            card = self.judgements.cards.get(subject)
            if card is not None:
                card.setFocus()
                self.judgements.ensureWidgetVisible(card)
            return
        page_id, field_name = self._place_of(subject)
        self.open_page(page_id)
        view, row = self._pages[page_id], self._free_text(subject)
        field = view.field_for(field_name) if row is None else view.marks[row.section].field_of(row)
        if field is not None:
            field.setFocus()
            view.ensureWidgetVisible(field)

    def _place_of(self, subject: str) -> tuple[str, str]:
        """Return the page and the field of a concept, drug, class, list or free text."""
        form, catalogue = self._workspace.knowledge.form, self._workspace.knowledge.catalogue
        free = self._free_text(subject)
        name = subject.partition(",")[0].partition(".")[0].strip() if free is None else free.section
        if name in form.page_of:
            return form.page_of[name], name
        concept = catalogue.concept(name)
        if concept is catalogue.by_role["sex"]:
            return _DEFAULT_PAGE, name
        is_age = concept is not None and concept.kind is Kind.AGE
        if is_age or (concept is None and not catalogue.drugs_of(name)):
            return _DEFAULT_PAGE, BIRTHS[0]
        member = next((each for each in (concept.members if concept is not None else ()) if each in form.page_of), "")
        if member:  # a class of measurements is told by each of them
            return form.page_of[member], member
        stands_in = list_of(None if concept is not None and concept.kind is Kind.DOSE else concept)
        return form.page_of[stands_in], stands_in

    def _free_text(self, subject: str) -> Field | None:
        """Return the row whose words are asked about, None where something of the catalogue is."""
        texts = [free_texts(self._workspace.desk, each.id) for each in every_section() if each.is_free]
        return next((where for each in texts for where, words in each.items() if words == subject.strip()), None)

    def explanation(self) -> str:
        """Return what the catalogue says of the field with the focus, "" where none has it."""
        view = self._current_view()
        name = None if view is None else view.focused
        catalogue = self._workspace.knowledge.catalogue
        concept = None if name is None else catalogue.concept(name)
        if concept is None:
            return ""
        language = self._phrases.language
        parts = [in_language(concept.label, language), in_language(concept.help, language)]
        parts.append(in_language(concept.obtained_by, language))
        if concept.freshness is not None:
            source = concept.freshness_source
            parts.append(self._phrases.say("form-stands-for", length=str(concept.freshness), source=source))
        parts += [text for text in (concept.unit_source, concept.range_source, concept.source) if text]
        return ". ".join(part.rstrip(".") for part in parts if part)

    # --- what is typed

    def _typed(self, where: Field, text: str) -> None:
        self._workspace.work.type(where, text)

    def _accepted(self, where: Field, text: str) -> None:
        self._workspace.work.accept(where, text)

    def _left(self, where: Field) -> None:
        if not self._workspace.is_open:
            return
        if self._workspace.desk.is_emptied(where):
            self.said.emit(self._phrases.say("form-emptied"))
            self._workspace.work.restore(where)  # what is shown is on record: an empty text would be a draft
            return
        self._workspace.work.leave(where)

    def _change_unit(self, where: Field, unit: str) -> None:
        """Show the number in another unit: as a new text, so that it can be undone."""
        self._conversions, converted = self._conversions.converted(self._workspace.desk, where, unit)
        if converted is not None:
            self._accepted(where, converted)

    def _answer(self, where: Field, answer: str, note: str) -> None:
        change = self._workspace.desk.answered(where, answer, note)
        if change.statement is not None:
            self._workspace.work.record(where, change.statement, change.replaces)

    def _retract(self, where: Field, number: int, reason: str) -> None:
        self._workspace.work.restore(where)
        self._workspace.work.retract(where, number, reason)
        if self._back_to is None:
            self.show_history(where)
        else:
            self._close_history()

    def _close_history(self) -> None:
        """Close the history; who came by Delete goes on in the table."""
        self.history.setVisible(False)
        back_to, self._back_to = self._back_to, None
        if back_to is not None:
            back_to.setFocus()

    def _drop_history(self) -> None:
        """Another section or panel is shown: a history beside it would be of something else."""
        self.history.setVisible(False)
        self._back_to = None

    # --- part by part

    def open_parts(self, where: Field) -> None:
        """Open the panel of a field's parts: of a score the one that asks it, of an examination its fields."""
        if asks_score(self._workspace.knowledge.catalogue, where):
            self._drop_history()
            self.score_wanted.emit(where)
            return
        desk = self._workspace.desk
        state = parts_of(desk, where)
        if state is not None:
            self._drop_history()
            self.stack.setCurrentWidget(self.parts)
            self.parts.open_for(where, state, field_state(desk, where, self._phrases))
            self.parts.setFocus()

    def _show_parts(self) -> None:
        desk, where = self._workspace.desk, self.parts.where
        state = parts_of(desk, where)
        if state is not None:
            self.parts.show_state(state, field_state(desk, where, self._phrases))

    def _answer_part(self, where: Field, part: str, answer: str) -> None:
        self._typed(where, answered(self._workspace.desk, where, part, answer))

    def _mark(self, where: Field, text: str) -> None:
        self._typed(where, with_mark(self._workspace.desk, where, text))

    def _leave_parts(self, where: Field) -> None:
        """The field is left with its panel: what was answered is one finding."""
        if not self._workspace.is_open:
            return
        self.go_to(where.section, About.VALUE)  # opening its section leaves the panel

    # --- history

    def delete_row(self, where: Field) -> None:
        """Take a row back: one that is only typed at once, one on record with its reason."""
        desk, view = self._workspace.desk, self._current_view()
        stands = desk.standing(where)
        if stands is None:
            self._workspace.work.restore(where)
        elif view is not None:
            self._back_to = view.tables[where.section]
            words = self._line(where, stands.statement, stands.by, stands.at)
            title = self._phrases.say("form-delete-title", name=self._field_name(where))
            self.history.show_history(where, title, [HistoryLine(words, stands.id)])
            self.history.setVisible(True)
            self.history.reason.setFocus()

    def show_history_here(self) -> None:
        """Show what was ever said in the field, or the row, with the focus."""
        at: QWidget | None = QApplication.focusWidget()
        while at is not None:
            if isinstance(at, ValueField | RowsTable) and at.where is not None:
                self.show_history(at.where)
                return
            at = at.parentWidget()
        self.said.emit(self._phrases.say("form-nothing-to-explain"))

    def show_history(self, where: Field) -> None:
        """Show what was ever said in a field."""
        self._back_to = None
        lines = [self._history_line(where, each) for each in self._workspace.work.history(where)]
        self.history.show_history(where, self._phrases.say("form-history-title", name=self._field_name(where)), lines)
        self.history.setVisible(True)

    def _field_name(self, where: Field) -> str:
        return field_name(where, self._workspace.knowledge.catalogue, self._phrases)

    def _history_line(self, where: Field, recorded: Recorded) -> HistoryLine:
        gone = recorded.retraction
        reason = None if gone is None else reason_words(gone.reason, self._phrases)
        words = self._line(where, recorded.statement, recorded.by, recorded.at, reason)
        return HistoryLine(words, recorded.id if reason is None else None)

    def _line(self, where: Field, statement: Statement, by: str, at: datetime, reason: str | None = None) -> str:
        """Return what was stated, by whom and when; ``reason``: why it was taken back."""
        value = self._workspace.desk.said(where, statement)
        day = format_date(at.astimezone().date(), self._phrases.language)
        if reason is None:
            return self._phrases.say("form-history-line", value=value, by=by, day=day)
        return self._phrases.say("form-history-gone", value=value, by=by, day=day, reason=reason)

    # --- inside

    def _section_moved(self, at: int) -> None:
        if at < 0 or not self._workspace.is_open:
            return
        if self.stack.currentWidget() is self.parts:
            self._left(self.parts.where)
        self._drop_history()
        page_id = PAGES[at]
        if page_id == _JUDGEMENT:
            self.stack.setCurrentWidget(self.judgements)
        else:
            self.stack.setCurrentWidget(self._view(page_id))
        self.page_opened.emit(bool(page_id != _JUDGEMENT and self._workspace.knowledge.form.page(page_id).lists))
        self.show_desk()

    def _view(self, page_id: str) -> FormPageView:
        if page_id not in self._pages:
            page = self._workspace.knowledge.form.page(page_id)
            view = FormPageView(page, self._phrases, self._theme, self._workspace.desk)
            view.typed.connect(self._typed)
            view.accepted.connect(self._accepted)
            view.left.connect(self._left)
            view.unit_wanted.connect(self._change_unit)
            view.parts_wanted.connect(self.open_parts)
            view.marked.connect(self._mark)
            view.delete_wanted.connect(self.delete_row)
            self._pages[page_id] = view
            self.stack.addWidget(view)
        return self._pages[page_id]

    def _current_view(self) -> FormPageView | None:
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, FormPageView) else None

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        for view in self._pages.values():
            view.focus_moved(old, new)

    def _count_open(self) -> None:
        page_of = self._workspace.knowledge.form.page_of
        counts: dict[str, int] = dict.fromkeys(PAGES, 0)
        for name in self._wanted.asked:
            page = page_of.get(name) or self._place_of(name)[0]
            counts[page] += 1
        answered = {each.statement.key for each in self._workspace.desk.kept if each.statement.section == "answers"}
        counts[_JUDGEMENT] = len(set(self._questions) - answered)
        for at, page in enumerate(PAGES):
            name, count = self._page_name(page), counts[page]
            words = self._phrases.say("form-section-open", name=name, count=count) if count else name
            self.sections.count_open(at, count, words)

    def _page_name(self, page: str) -> str:
        return self._phrases.say(f"form-page-{page.replace('_', '-')}")

    def _asked(self, asking: Asking) -> str:
        """Return what is asked for: a panel by its name and how much of it is open."""
        if not asking.panel:
            return self._name(asking.subject)
        open_ones = sum(each.panel == asking.panel for each in self._asking)
        section = self._workspace.knowledge.catalogue.sections[asking.panel]
        label = in_language(section.label, self._phrases.language)
        return self._phrases.say("results-ask-panel", name=label, first=self._name(asking.subject), more=open_ones - 1)

    def _name(self, subject: str) -> str:
        knowledge = self._workspace.knowledge
        if self._free_text(subject) is not None:
            return self._phrases.say("results-ask-mark", text=subject)
        name = subject.partition(",")[0].partition(".")[0].strip()
        thing = (
            knowledge.catalogue.concept(name)
            or knowledge.catalogue.drugs.get(name)
            or knowledge.catalogue.classes.get(name)
        )
        if thing is not None:
            return in_language(thing.label, self._phrases.language)
        if name in self._questions:
            return self._questions[name][0].ask
        if is_section(name) and section_of(name).is_row:
            return self._phrases.say(f"form-{name.replace('_', '-')}")
        return name.replace("_", " ")
