"""The eligibility report of one screening."""

from __future__ import annotations

from core.documents.blocks import Document
from core.documents.eligibility_report import ReportOptions, report_document
from core.errors import WorldError
from core.language.phrases import Phrases
from core.use_cases.papers.kind import Choice, PaperJob, PaperKind


def _document(job: PaperJob, phrases: Phrases) -> Document:
    if job.judged is None:
        raise WorldError("documents-needs-file")
    options = ReportOptions(job.printed_at, job.program, job.clinic, job.record_head, job.known)
    return report_document(*job.judged, phrases, options)


KINDS = (PaperKind("report", 10, "documents-report", frozenset({Choice.FILE}), _document, tells_known_trials=True),)
