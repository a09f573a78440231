"""The monitoring plan."""

from __future__ import annotations

from core.documents.blocks import Document
from core.documents.monitoring_plan import plan_document
from core.language.phrases import Phrases
from core.use_cases.papers.kind import Choice, PaperJob, PaperKind
from core.use_cases.papers.planned import plan_of, plan_options


def _document(job: PaperJob, phrases: Phrases) -> Document:
    return plan_document(plan_of(job), phrases, plan_options(job))


_CHOICES = frozenset({Choice.TELEPHONE, Choice.PLAN, Choice.LEUKAPHERESIS, Choice.FAMILY})

KINDS = (PaperKind("plan", 30, "documents-plan", _CHOICES, _document),)
