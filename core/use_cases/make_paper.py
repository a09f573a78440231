"""Make one paper of one patient: the same bytes are previewed, saved and printed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.criteria.scope import Scope
from core.discovery import resource_path
from core.documents.blocks import Document
from core.documents.eligibility_report import ReportOptions, report_document
from core.documents.family_papers import patient_sheet, wallet_card
from core.documents.html import render_html
from core.documents.monitoring_plan import PaperOptions, plan_document
from core.documents.pdf import render_pdf
from core.documents.referral_letter import LetterOptions, letter_document
from core.documents.referral_letter.template import read_template
from core.errors import WorldError
from core.follow_up.plan import Plan
from core.language.languages import ENGLISH
from core.language.phrases import Phrases, spoken
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import Screening
from core.source_text.author_error import AuthorError
from core.use_cases.plan_follow_up import PlanRequest, load_schedules, plan_follow_up


class PaperKind(Enum):
    """The papers there are."""

    REPORT = "report"
    LETTER = "letter"
    PLAN = "plan"
    SHEET = "sheet"
    CARD = "card"


@dataclass(frozen=True)
class PaperJob:
    """Everything a paper is made of; nothing is looked up later, so that it stays its patient's.

    ``printed_at`` is as in ``2026-11-22T09:41``. ``judged`` is the screening of reports and letters.
    """

    kind: PaperKind
    patient_id: str
    chart: Chart
    catalogue: Catalogue
    language: str
    printed_at: str
    program: str
    clinic: str = ""
    record_head: str = ""
    judged: tuple[Screening, CompiledRuleFile] | None = None
    letter: LetterOptions | None = None
    plan: PlanRequest | None = None
    telephone: str = ""


@dataclass(frozen=True)
class Paper:
    """A paper that was made."""

    job: PaperJob
    document: Document
    pdf: bytes
    name: str
    sha256: str = field(default="")

    @property
    def html(self) -> bytes:
        """The same paper for screen readers."""
        return render_html(self.document).encode()


def make_paper(job: PaperJob) -> Paper:
    """Return the paper; WorldError says what it lacks: a name, a screening, day 0, a telephone number."""
    if not job.chart.name.strip() or job.chart.birth is None:
        raise WorldError("documents-needs-name")
    document = _document(job)
    pdf = render_pdf(document)
    return Paper(
        job, document, pdf, f"{_plain(job.chart.shown_number)}-{job.kind.value}", hashlib.sha256(pdf).hexdigest()
    )


def template_text(language: str) -> str:
    """Return the text of the letter that ships in a language, the English one where it has none."""
    own, english = (resource_path("letters") / each / "referral.txt" for each in (language, ENGLISH))
    return (own if own.is_file() else english).read_text(encoding="utf-8")


def _document(job: PaperJob) -> Document:
    phrases = spoken(job.language)
    match job.kind:
        case PaperKind.REPORT:
            if job.judged is None:
                raise WorldError("documents-needs-file")
            options = ReportOptions(job.printed_at, job.program, job.clinic, job.record_head)
            return report_document(*job.judged, phrases, options)
        case PaperKind.LETTER:
            return _letter(job, phrases)
        case PaperKind.PLAN:
            return plan_document(_plan(job), phrases, _plan_options(job))
        case PaperKind.SHEET:
            return patient_sheet(_plan(job), phrases, _plan_options(job))
        case PaperKind.CARD:
            return wallet_card(_plan(job), phrases, _plan_options(job))


def _letter(job: PaperJob, phrases: Phrases) -> Document:
    options = job.letter
    if options is None:
        raise WorldError("documents-needs-letter")
    template, problems = read_template(options.template, "", job.catalogue)
    if template is None:
        raise AuthorError(problems)
    scope = Scope(job.catalogue) if job.judged is None else job.judged[1].scopes[job.judged[0].best.id]
    return letter_document(job.chart, job.judged, template, scope, phrases, options)


def _plan(job: PaperJob) -> Plan:
    if job.plan is None:
        raise WorldError("documents-needs-day0")
    return plan_follow_up(job.chart, load_schedules(job.catalogue), job.catalogue, job.plan)


def _plan_options(job: PaperJob) -> PaperOptions:
    on = date.fromisoformat(job.printed_at[:10]) if job.plan is None else job.plan.on
    return PaperOptions(on, job.printed_at, job.clinic, job.telephone, job.program)


def _plain(text: str) -> str:
    """A number, never a name, stands in the name of a file."""
    return "".join(sign if sign.isalnum() or sign in "-_" else "_" for sign in text) or "patient"
