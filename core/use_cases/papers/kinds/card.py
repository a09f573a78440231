"""The wallet card."""

from __future__ import annotations

from core.documents.blocks import Document
from core.documents.family import wallet_card
from core.language.phrases import Phrases
from core.use_cases.papers.kind import Choice, PaperJob, PaperKind
from core.use_cases.papers.planned import plan_of, plan_options


def _document(job: PaperJob, phrases: Phrases) -> Document:
    return wallet_card(plan_of(job), phrases, plan_options(job))


KINDS = (PaperKind("card", 50, "documents-card", frozenset({Choice.TELEPHONE, Choice.PLAN}), _document),)
