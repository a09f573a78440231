"""The sheet for the patient."""

from __future__ import annotations

from core.documents.blocks import Document
from core.documents.family import family_sheet
from core.language.phrases import Phrases
from core.use_cases.papers.kind import Choice, PaperJob, PaperKind
from core.use_cases.papers.planned import plan_of, plan_options


def _document(job: PaperJob, phrases: Phrases) -> Document:
    return family_sheet(plan_of(job), phrases, plan_options(job))


KINDS = (PaperKind("sheet", 40, "documents-sheet", frozenset({Choice.TELEPHONE, Choice.PLAN}), _document),)
