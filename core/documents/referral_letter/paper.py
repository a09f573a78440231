"""The letter as a paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.chart.chart import Chart
from core.criteria.scope import Scope
from core.documents.blocks import Block, Document, Heading, Lines, PaperWords, Paragraph, PatientLine, Signature, strong
from core.documents.logo import Logo
from core.documents.referral_letter.options import LetterOptions, LetterPart
from core.documents.referral_letter.parts import letter_blocks
from core.documents.referral_letter.telling import LetterTelling
from core.documents.referral_letter.template import Template
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import Screening
from core.wording.births import birth_words
from core.wording.headline import headline_word
from core.wording.recruitment import age_of_status

_HASH_SHOWN = 12
Judged = tuple[Screening, CompiledRuleFile]


def letter_document(
    chart: Chart, judged: Judged | None, template: Template, scope: Scope, phrases: Phrases, options: LetterOptions
) -> Document:
    """Return the letter about a patient; ``judged`` None leaves the result out."""
    on = date.fromisoformat(options.printed_at[:10])
    screening, compiled = judged or (None, None)
    telling = LetterTelling(chart, scope, phrases, on, screening, options.confidential)
    born = phrases.say("report-born-not-known")
    if chart.birth is not None:
        born = phrases.say("report-born", date=birth_words(chart.birth, phrases))
    head = options.letterhead
    return Document(
        title=phrases.say("letter-kind"),
        language=phrases.language,
        printed_at=options.printed_at,
        patient=PatientLine(chart.name, born, chart.shown_number),
        words=PaperWords(
            phrases.say("report-page", page="{page}", pages="{pages}"), phrases.say("report-escaped-signs")
        ),
        header_left=head.department or phrases.say("report-clinic-not-given"),
        header_right=" · ".join(part for part in (head.address, head.telephone) if part) or phrases.say("letter-kind"),
        blocks=tuple(_blocks(telling, compiled, template, options)),
        footer=tuple(_footer(telling, options)),
        marks=tuple(_marks(telling)),
        has_title=False,
    )


def _blocks(
    telling: LetterTelling, compiled: CompiledRuleFile | None, template: Template, options: LetterOptions
) -> Iterator[Block]:
    head = options.letterhead
    if head.logo:
        yield Logo(head.logo, head.department or telling.say("letter-logo"))
    recipient = tuple(line for line in options.recipient.splitlines() if line.strip())
    if recipient:
        yield Lines(recipient)
    yield Paragraph(telling.shown_day(telling.on))
    born = "" if telling.chart.birth is None else birth_words(telling.chart.birth, telling.phrases)
    yield Heading(telling.say("letter-subject", name=telling.chart.name, born=born or "?"), 1)
    yield from _recruitment(telling)
    if LetterPart.INTRODUCTION in options.parts:
        yield from (Paragraph(text) for text in template.told(telling.macro))
    yield from letter_blocks(telling, compiled, options)
    yield Signature((telling.say("report-signature"),))
    rest = [("letter-enclosed", options.enclosures), ("letter-copies", options.copies)]
    lines = tuple(telling.say(phrase, what=what.strip()) for phrase, what in rest if what.strip())
    if lines:
        yield Lines(lines)


def _recruitment(telling: LetterTelling) -> Iterator[Block]:
    """Say at the top that the trial takes nobody, and that what is known of its recruitment is old."""
    screening = telling.screening
    if screening is None:
        return
    title = in_language(screening.rule_file.title, telling.phrases.language)
    if not screening.takes_patients:
        state = headline_word(screening, telling.phrases)
        yield Paragraph(strong(telling.say("letter-takes-nobody", title=title, state=state)))
    old = age_of_status(screening.recruitment, telling.phrases)
    if old:
        yield Paragraph(telling.say("letter-recruitment", title=title, status=old))


def _footer(telling: LetterTelling, options: LetterOptions) -> Iterator[str]:
    yield telling.say("report-footer-decision")
    yield telling.say("letter-printed", instant=telling.day(options.printed_at), program=options.program)
    if options.record_head:
        yield telling.say("report-record-head", head=options.record_head[:_HASH_SHOWN])


def _marks(telling: LetterTelling) -> Iterator[str]:
    if telling.chart.is_synthetic:
        yield telling.say("report-mark-synthetic")
    if telling.screening is not None:
        rule_file = telling.screening.rule_file
        if rule_file.is_fictional:
            yield telling.say("report-mark-fictional")
        if not rule_file.review.by:
            yield telling.say("report-mark-not-reviewed")
