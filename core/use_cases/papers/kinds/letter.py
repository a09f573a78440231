"""The referral letter, with or without the result of screenings."""

from __future__ import annotations

from core.documents.blocks import Document
from core.documents.referral_letter import every_block, letter_document
from core.documents.referral_letter.template import read_template
from core.language.phrases import Phrases
from core.source_text.author_error import AuthorError
from core.use_cases.papers.kind import Choice, PaperJob, PaperKind


def _document(job: PaperJob, phrases: Phrases) -> Document:
    options = job.letter_options
    template, problems = read_template(options.template, "", job.catalogue)
    if template is None:
        raise AuthorError(problems)
    further = tuple(each for each in job.every_judged if each is not job.judged)
    return letter_document(job.chart, job.judged, template, job.scope, phrases, options, further)


KINDS = (
    PaperKind(
        "letter",
        20,
        "documents-letter",
        frozenset({Choice.FILE, Choice.FURTHER, Choice.LETTER, Choice.BLOCKS}),
        _document,
        tuple(field for block in every_block() for field in block.typed),
    ),
)
