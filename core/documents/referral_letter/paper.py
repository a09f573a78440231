"""The letter as a paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.chart.chart import Chart
from core.criteria.scope import Scope
from core.documents.blocks import Block, Document, Paragraph, strong
from core.documents.referral_letter.block import Judged, Writing
from core.documents.referral_letter.blocks import every_block
from core.documents.referral_letter.framing import Frame, framed
from core.documents.referral_letter.options import LetterOptions
from core.documents.referral_letter.telling import LetterTelling
from core.documents.referral_letter.template import Template
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.screening.screening import Screening
from core.wording.headline import headline_word
from core.wording.recruitment import age_of_status


def letter_document(
    chart: Chart,
    judged: Judged | None,
    template: Template,
    scope: Scope,
    phrases: Phrases,
    options: LetterOptions,
    further: tuple[Judged, ...] = (),
) -> Document:
    """Return the letter about a patient; ``judged`` None leaves the result out, ``further`` are more of them."""
    on = date.fromisoformat(options.printed_at[:10])
    every = (*(() if judged is None else (judged,)), *further)
    telling = LetterTelling(chart, scope, phrases, on, None if judged is None else judged[0], options.confidential)
    subject = "letter-subject-infused" if telling.is_infused else "letter-subject"
    frame = Frame(
        phrases.say("letter-kind"),
        phrases.say(subject, name=chart.name, born=telling.born or "?"),
        "letter",
        tuple(screening for screening, _ in every),
        tuple(block for screening, _ in every for block in _recruitment(telling, screening)),
    )
    return framed(telling, options, frame, _content(Writing(telling, options, every, template)))


def _content(writing: Writing) -> Iterator[Block]:
    for block in every_block():
        if writing.options.has(block.id):
            yield from block.blocks(writing)


def _recruitment(telling: LetterTelling, screening: Screening) -> Iterator[Block]:
    """Say at the top that the trial takes nobody, and that what is known of its recruitment is old."""
    title = in_language(screening.rule_file.title, telling.phrases.language)
    old = age_of_status(screening.recruitment, screening.rule_file.scope, telling.phrases)
    if not screening.takes_patients:
        state = old or headline_word(screening, telling.phrases)
        yield Paragraph(strong(telling.say("letter-takes-nobody", title=title, state=state)))
    elif old:
        yield Paragraph(telling.say("letter-recruitment", title=title, status=old))
