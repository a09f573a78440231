"""The medical statements for ways outside a trial: a kind of paper for each."""

from __future__ import annotations

from functools import partial

from core.documents.blocks import Document
from core.documents.statements import Statement, every_statement, statement_document
from core.language.phrases import Phrases
from core.use_cases.papers.kind import Choice, PaperJob, PaperKind

_FIRST = 60


def _document(statement: Statement, job: PaperJob, phrases: Phrases) -> Document:
    return statement_document(statement, job.chart, job.every_judged, job.scope, phrases, job.letter_options)


KINDS = tuple(
    PaperKind(
        each.id,
        _FIRST + each.order,
        f"documents-{each.id}",
        frozenset({Choice.FILE, Choice.FURTHER, Choice.LETTER}),
        partial(_document, each),
        each.typed,
    )
    for each in every_statement()
)
