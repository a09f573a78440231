"""The page of the papers. The preview is bound to its patient: it empties before another one's is made."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QSplitter
from typing_extensions import override

from core import clock
from core.criteria.scope import Scope
from core.documents.referral_letter import Letterhead, LetterOptions
from core.entry.typed.dates import shown_date
from core.errors import WorldError
from core.language.dates import format_date
from core.language.languages import in_language
from core.program import PROGRAM
from core.rule_files.compiling import CompiledRuleFile
from core.safety import Matter, SafetyCase, reportables
from core.screening.screening import Screening
from core.source_text.author_error import AuthorError
from core.trials.places import read_place
from core.use_cases.compare_registry import with_known_trials
from core.use_cases.keep_logo import read_logo
from core.use_cases.keep_paper import keep_paper
from core.use_cases.make_paper import Paper, make_paper
from core.use_cases.older_reports import older_reports
from core.use_cases.papers import Choice, PaperJob
from core.use_cases.papers.day0 import PlanWish
from core.wording.births import birth_words
from core.wording.errors import error_words
from core.wording.places import paper_warning
from core.wording.problems import problem_line
from core.wording.safety import CaseWords
from core.writing import write_atomically
from ui.desktop.actions import Action
from ui.desktop.field_names import field_names
from ui.desktop.notices import Notices
from ui.desktop.pages.documents.options import OptionsPanel
from ui.desktop.pages.page import Page
from ui.desktop.pages.place import Place
from ui.desktop.tasks import Task, Tasks
from ui.desktop.widgets.frames import column, frame, row
from ui.desktop.widgets.labels import label
from ui.desktop.widgets.save_place import chosen_place
from ui.desktop.workspace import Workspace

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_SHARES = (34, 66)
_PDF: tuple[str, str, Callable[[Paper], bytes]] = ("PDF (*.pdf)", ".pdf", attrgetter("pdf"))
_FILE: tuple[str, str, Callable[[Paper], bytes]] = ("XML (*.xml)", ".xml", attrgetter("file"))
_HTML: tuple[str, str, Callable[[Paper], bytes]] = ("HTML (*.html)", ".html", attrgetter("html"))


class DocumentsPage(Page):
    """Options on the left, the paper on the right."""

    id = "documents"
    phrase = "shell-documents"
    shortcut = "Ctrl+3"

    def __init__(self, workspace: Workspace, notices: Notices, tasks: Tasks) -> None:
        from ui.desktop.pages.documents.preview import PaperTabs  # QtPdf comes with it

        super().__init__()
        self._workspace = workspace
        self._notices = notices
        self._tasks = tasks
        self._task: Task | None = None
        self._is_shown = False
        self.paper: Paper | None = None
        say = workspace.phrases.say
        whole = column(self, margin=0, spacing=0)
        head = frame("header")
        line = row(head, spacing=10)
        line.setContentsMargins(20, 12, 20, 12)
        self.title = label(say("shell-documents"), "title")
        line.addWidget(self.title, 1)
        self.save = QPushButton(say("documents-save"))
        self.save_html = QPushButton(say("documents-save-html"))
        self.save_file = QPushButton(say("documents-save-file"))
        self.print = QPushButton(say("documents-print"))
        self.print.setProperty("role", "primary")
        for button in self._buttons:
            button.setEnabled(False)
            line.addWidget(button)
        whole.addWidget(head)
        self.about = label("", "muted", is_heard=True)
        self.about.setContentsMargins(20, 6, 20, 6)
        whole.addWidget(self.about)
        self.options = OptionsPanel(workspace.phrases)
        self._region = ""
        self.preview = PaperTabs(workspace.phrases, self)
        self.view = self.preview.pages
        halves = QSplitter()
        halves.addWidget(self.options)
        halves.addWidget(self.preview)
        halves.setChildrenCollapsible(False)
        for at, share in enumerate(_SHARES):
            halves.setStretchFactor(at, share)
        whole.addWidget(halves, 1)
        workspace.patient_changed.connect(self._patient_changed)
        workspace.desk_changed.connect(self._chart_changed)
        workspace.judged.connect(self._judged_again)
        self.options.changed.connect(self.make)
        self.save.clicked.connect(self.save_pdf)
        self.save_html.clicked.connect(self._save_html)
        self.save_file.clicked.connect(self._save_file)
        self.options.kind.currentIndexChanged.connect(self._kind_chosen)
        self._kind_chosen()
        self.print.clicked.connect(self.print_paper)

    @staticmethod
    def actions_offered(at: Place[DocumentsPage], workspace: Workspace) -> Sequence[Action]:
        """Return what can be done here, before there is a page."""
        del workspace
        save, has_paper = at.doing(DocumentsPage.save_pdf), at.is_so(DocumentsPage.has_paper)
        return (Action("documents.save", "documents-save", "menu-documents", save, "Ctrl+S", has_paper),)

    @override
    def opened(self) -> None:
        self._is_shown = True
        self._take_region()
        self._offer()
        self.make()
        self.options.kind.setFocus()

    @override
    def left(self) -> None:
        self._is_shown = False

    def _take_region(self) -> None:
        """The region of the settings is the page's as well until another is chosen here."""
        region = self._workspace.settings.region
        if region != self._region:
            self._region = region
            self.options.region.setCurrentIndex(max(0, self.options.region.findData(region)))

    # --- making

    def make(self) -> None:
        """Make the paper on a thread; its result counts only while patient and chart are the same."""
        self._drop()
        workspace = self._workspace
        if not self._is_shown or not workspace.is_open:
            return
        if workspace.desk.open_drafts:
            drafts = workspace.desk.open_drafts
            names = field_names(drafts, workspace.knowledge.catalogue, workspace.phrases)
            self.about.setText(workspace.phrases.say("documents-drafts", count=len(drafts), fields=names))
            return
        if workspace.is_judging:  # what is to be printed is not known yet; ``judged`` comes back here
            self.about.setText(workspace.phrases.say("results-judging"))
            return
        try:
            job = self.job()
        except WorldError as error:
            self.about.setText(error_words(error, workspace.phrases))
            return
        self.about.setText(workspace.phrases.say("documents-making"))
        is_current = workspace.is_current(job.patient_id, workspace.work.revision)
        registry, files, home = workspace.registry, workspace.knowledge.rules, read_place(workspace.settings.place)

        def work() -> Paper:
            return make_paper(with_known_trials(job, registry, files, home))

        self._task = self._tasks.run(work, self._show, self._failed, is_current)

    def has_paper(self) -> bool:
        """Tell whether a paper is shown."""
        return self.paper is not None

    def job(self) -> PaperJob:
        """Return everything the chosen paper is made of, as it is now."""
        workspace, options = self._workspace, self.options
        if workspace.is_supposing:
            raise WorldError("error-supposed-on-paper")
        workspace.work.finish()
        settings, kind = workspace.settings, options.chosen
        printed_at = f"{clock.now_utc().astimezone():%Y-%m-%dT%H:%M}"
        return PaperJob(
            kind=kind,
            patient_id=workspace.desk.patient_id,
            chart=workspace.desk.recorded.chart,
            catalogue=workspace.knowledge.catalogue,
            language=str(options.language.currentData()),
            printed_at=printed_at,
            program=PROGRAM,
            clinic=settings.department,
            record_head=workspace.records.audit_head(),
            judged=self._judged(options.file.currentData()) if Choice.FILE in kind.choices else None,
            further=self._further() if Choice.FURTHER in kind.choices else (),
            letter=self._letter(printed_at) if Choice.LETTER in kind.choices else None,
            plan=self._plan() if kind.choices & {Choice.PLAN, Choice.FOLLOWED} else None,
            telephone=options.telephone.text() or settings.telephone_24h,
            event=str(options.reported.currentData() or "") if Choice.EVENT in kind.choices else "",
        )

    def _further(self) -> tuple[tuple[Screening, CompiledRuleFile], ...]:
        found = map(self._judged, sorted(self.options.further_ticked))
        return tuple(each for each in found if each is not None)

    def _judged(self, rule_id: object) -> tuple[Screening, CompiledRuleFile] | None:
        found = next((each for each in self._workspace.screenings if each.rule_file.id == rule_id), None)
        return None if found is None else (found, self._workspace.knowledge.by_id[str(rule_id)])

    def _letter(self, printed_at: str) -> LetterOptions:
        settings, options = self._workspace.settings, self.options
        return LetterOptions(
            printed_at=printed_at,
            program=PROGRAM,
            template=options.template.toPlainText(),
            letterhead=Letterhead(
                department=settings.department,
                address=settings.address,
                telephone=settings.telephone,
                logo=read_logo(self._workspace.vault.folder),
            ),
            recipient=options.recipient.toPlainText(),
            parts=options.parts,
            typed=options.typed,
            greeting=options.greeting.text(),
            signer=options.signer.text() or settings.author,
            confidential=options.confidential_ticked,
            enclosures=options.enclosures.text(),
            copies=options.copies.text(),
            consent=options.consent,
            record_head=self._workspace.records.audit_head(),
        )

    def _plan(self) -> PlanWish:
        options = self.options
        return PlanWish(
            on=self._workspace.evaluation_on,
            day0=options.day0.text(),
            leukapheresis=options.leukapheresis.text(),
            language=self._workspace.desk.language,
            is_other_day=options.other_day.is_ticked,
            product=str(options.product.currentData()),
            vector=str(options.vector.currentData()),
            region=str(options.region.currentData()),
            is_family_copy=options.family.is_ticked,
        )

    def _show(self, paper: Paper) -> None:
        self.paper = paper
        self.preview.show_paper(paper.pdf, paper.text, self._about(paper))
        self.about.setText("\n".join((self._about(paper), *self._older_reports(paper))))
        for button in self._buttons:
            button.setEnabled(True)

    def _older_reports(self, paper: Paper) -> Iterator[str]:
        """Yield which reports of the patient were made with another version than the one in force."""
        workspace, phrases = self._workspace, self._workspace.phrases
        judged = {name: each.checked.rule_file for name, each in workspace.knowledge.by_id.items()}
        for each in older_reports(workspace.records.screenings(paper.job.patient_id), judged):
            day = format_date(each.line.at.date(), phrases.language)
            title = each.line.rule_id if each.now is None else in_language(each.now.short_title, phrases.language)
            now = "–" if each.now is None else each.now.version
            yield phrases.say("impact-older-report", date=day, file=title, version=each.line.version, now=now)

    def _about(self, paper: Paper) -> str:
        chart, phrases = paper.job.chart, self._workspace.phrases
        born = "?" if chart.birth is None else birth_words(chart.birth, phrases)
        made = shown_date(paper.job.printed_at, phrases.language)
        return phrases.say("documents-about", name=chart.name, born=born, made=made)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, AuthorError):
            lines = (problem_line(each, self._workspace.phrases) for each in error.problems)
            self.about.setText(self._workspace.phrases.say("documents-template-problem", what="; ".join(lines)))
        elif isinstance(error, WorldError):
            self.about.setText(error_words(error, self._workspace.phrases))
        else:
            self._notices.tell_error(error, self._workspace.phrases)

    # --- saving and printing

    def save_pdf(self) -> None:
        """Save the bytes that are shown."""
        self._save_as(*_PDF)

    def _save_html(self) -> None:
        self._save_as(*_HTML)

    def _save_file(self) -> None:
        self._save_as(*_FILE)

    def _save_as(self, kinds: str, ending: str, content: Callable[[Paper], bytes]) -> Path | None:
        paper = self.paper
        if paper is None:
            return None
        place = chosen_place(self, f"{paper.name}{ending}", kinds)
        return place if place is not None and self.save_to(place, content(paper)) else None

    def save_to(self, path: Path, content: bytes) -> bool:
        """Write a paper whole, and say where it went; the record keeps its hash. False where it could not be."""
        paper = self.paper
        if paper is None:
            return False
        try:
            write_atomically(path, content)
        except WorldError as error:
            self._notices.tell_error(error, self._workspace.phrases)
            return False
        self._keep_trace(paper, b"" if content in (paper.pdf, paper.html) else content)
        phrases = self._workspace.phrases
        said = (phrases.say("documents-saved", place=str(path)), paper_warning(path, phrases))
        self._notices.tell(" ".join(filter(None, said)))
        return True

    def print_paper(self) -> None:
        """Ask for a printer and print the pages that are shown; without one, save them for the system's viewer."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

        if self.paper is None:
            return
        if not QPrinterInfo.availablePrinterNames():
            self._notices.tell(self._workspace.phrases.say("documents-viewer"))
            saved = self._save_as(*_PDF)
            if saved is not None:
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(saved)))
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setMinMax(1, self.view.pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        if dialog.exec():
            self.print_to(printer)

    def print_to(self, printer: QPrinter) -> None:
        """Print on a printer that was chosen."""
        paper = self.paper
        if paper is None:
            return
        if self.view.print_to(printer):
            self._keep_trace(paper)
            self._notices.tell(self._workspace.phrases.say("documents-printed"))
        else:
            self._notices.tell(self._workspace.phrases.say("documents-no-printer"))

    def _keep_trace(self, paper: Paper, file: bytes = b"") -> None:
        keep_paper(self._workspace.records, paper, self._workspace.author, file)

    # --- inside

    def _patient_changed(self) -> None:
        self._drop()
        self.options.show_files([], "")
        self.options.show_further([])
        self.options.show_confidential([])
        self.options.forget()
        if self._is_shown:
            self._offer()
            self.make()

    def _chart_changed(self) -> None:
        self._drop()

    def _judged_again(self) -> None:
        if self._is_shown:
            self._offer()
            self.make()

    def _drop(self) -> None:
        """Show nothing: what was made is of another patient, chart or choice."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self.paper = None
        self.preview.clear_paper()
        self.about.setText("")
        for button in self._buttons:
            button.setEnabled(False)

    @property
    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.save, self.save_html, self.save_file, self.print

    def _kind_chosen(self) -> None:
        """Another kind: only some are written as a file for other programs, and each has its own events."""
        kind = self.options.chosen
        self.save_file.setVisible(kind.file is not None)
        if kind.about is not None and self._workspace.is_open:
            self._offer_events(kind.about)

    def _offer_events(self, matter: Matter) -> None:
        workspace, on = self._workspace, clock.today()
        chart, scope = workspace.desk.recorded.chart, Scope(workspace.knowledge.catalogue)
        found = reportables(chart, scope.catalogue, on, matter)
        words = (CaseWords(SafetyCase(chart, scope.catalogue, on, each), scope, workspace.phrases) for each in found)
        self.options.show_events([(each.id, said.title()) for each, said in zip(found, words, strict=True)])

    def _offer(self) -> None:
        workspace = self._workspace
        if not workspace.is_open:
            return
        language = workspace.phrases.language
        files = [(each.rule_file.id, in_language(each.rule_file.short_title, language)) for each in workspace.shown]
        self.options.show_files(files, workspace.selected)
        self.options.show_further(files)
        self.options.show_infused(is_infused=workspace.desk.recorded.chart.infusion is not None)
        self._kind_chosen()
        held = {finding.concept for finding in workspace.desk.recorded.chart.findings}
        concepts = [
            (each.id, in_language(each.label, language))
            for each in workspace.knowledge.catalogue.concepts.values()
            if each.is_confidential and each.id in held
        ]
        self.options.show_confidential(concepts)
