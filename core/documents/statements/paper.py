"""A statement as a paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.chart.chart import Chart
from core.criteria.scope import Scope
from core.documents.blocks import Block, Document, Paragraph, muted
from core.documents.referral_letter.block import Judged, Writing
from core.documents.referral_letter.framing import Frame, framed
from core.documents.referral_letter.options import LetterOptions
from core.documents.referral_letter.telling import LetterTelling
from core.documents.statements.parts import infused_or_not
from core.documents.statements.statement import Statement
from core.language.phrases import Phrases


def statement_document(
    statement: Statement,
    chart: Chart,
    judged: tuple[Judged, ...],
    scope: Scope,
    phrases: Phrases,
    options: LetterOptions,
) -> Document:
    """Return a statement about a patient; ``judged`` are the screenings that it may tell."""
    on = date.fromisoformat(options.printed_at[:10])
    screening = judged[0][0] if judged else None
    telling = LetterTelling(chart, scope, phrases, on, screening, options.confidential)
    kind = phrases.say(statement.phrase)
    subject = phrases.say("statement-subject", kind=kind, name=chart.name, born=telling.born or "?")
    writing = Writing(telling, options, judged)
    after = () if statement.answer is None else tuple(statement.answer(writing))
    frame = Frame(kind, subject, statement.phrase, tuple(each for each, _ in judged), after=after)
    return framed(telling, options, frame, _content(statement, writing))


def _content(statement: Statement, writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    say = telling.say
    yield Paragraph(say(f"{statement.phrase}-purpose", **infused_or_not(telling)))
    yield from statement.write(writing)
    yield Paragraph(muted(say(f"{statement.phrase}-source")))
