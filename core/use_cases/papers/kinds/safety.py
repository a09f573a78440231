"""The safety reports: a kind of paper for each; one of them is a file for data exchange as well."""

from __future__ import annotations

from functools import partial

from core.documents.blocks import Document
from core.documents.safety import SafetyPaper, every_safety_paper, safety_document
from core.language.phrases import Phrases
from core.use_cases.papers.kind import Choice, PaperJob, PaperKind

_FIRST = 200


def _document(paper: SafetyPaper, job: PaperJob, phrases: Phrases) -> Document:
    from core.use_cases.report_safety import case_of

    return safety_document(paper, case_of(job, paper.matter), job.scope, phrases, job.letter_options)


def _as_file(paper: SafetyPaper, job: PaperJob, phrases: Phrases) -> bytes:
    """Return the case as E2B(R3)."""
    from core.exchange.safety_case import safety_case_xml
    from core.use_cases.report_safety import case_of
    from core.wording.safety import CaseWords

    case = case_of(job, paper.matter)
    words = CaseWords(case, job.scope, phrases, job.letter_options.confidential)
    return safety_case_xml(case, words, job.printed_at)


_WITH_FILE = frozenset({"european-case"})
KINDS = tuple(
    PaperKind(
        each.id,
        _FIRST + each.order,
        f"documents-{each.id}",
        frozenset({Choice.LETTER, Choice.EVENT}),
        partial(_document, each),
        each.typed,
        about=each.matter,
        file=partial(_as_file, each) if each.id in _WITH_FILE else None,
    )
    for each in every_safety_paper()
)
