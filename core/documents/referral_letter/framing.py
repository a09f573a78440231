"""The frame of a letter: who writes to whom on which day, the close with who signs, enclosures and copies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.documents.blocks import Block, Document, Heading, Lines, PaperWords, Paragraph, PatientLine, Signature
from core.documents.logo import Logo
from core.documents.referral_letter.options import LetterOptions
from core.documents.referral_letter.telling import LetterTelling
from core.screening.screening import Screening
from core.wording.origins import unproved_marks

_HASH_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Frame:
    """What one letter has around its content: the name of its paper, its subject, what stands before the greeting
    and after the close. ``basis`` and ``marks`` stand on every page besides its own.

    ``addressee`` names the phrases ``…-recipient-to-fill`` and ``…-greeting``, for where nobody typed them.
    """

    kind: str
    subject: str
    addressee: str
    screenings: tuple[Screening, ...] = ()
    ahead: tuple[Block, ...] = ()
    after: tuple[Block, ...] = ()
    basis: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


def framed(telling: LetterTelling, options: LetterOptions, frame: Frame, content: Iterable[Block]) -> Document:
    """Return a letter around its content."""
    chart, head = telling.chart, options.letterhead
    born = telling.say("report-born", date=telling.born) if telling.born else telling.say("report-born-not-known")
    return Document(
        title=frame.kind,
        language=telling.phrases.language,
        printed_at=options.printed_at,
        patient=PatientLine(chart.name, born, chart.shown_number),
        words=PaperWords(
            telling.say("report-page", page="{page}", pages="{pages}"), telling.say("report-escaped-signs")
        ),
        header_left=head.department or telling.say("report-clinic-not-given"),
        header_right=" · ".join(part for part in (_in_a_line(head.address), head.telephone) if part) or frame.kind,
        blocks=(
            *_head(telling, options, frame),
            *frame.ahead,
            Paragraph(options.greeting.strip() or telling.say(f"{frame.addressee}-greeting")),
            *content,
            *_close(telling, options),
            *frame.after,
        ),
        footer=(*frame.basis, *_footer(telling, options)),
        marks=tuple(dict.fromkeys((*_marks(telling, frame.screenings), *frame.marks))),
        has_title=False,
    )


def _in_a_line(text: str) -> str:
    return ", ".join(line.strip() for line in text.splitlines() if line.strip())


def _head(telling: LetterTelling, options: LetterOptions, frame: Frame) -> Iterator[Block]:
    head = options.letterhead
    if head.logo:
        yield Logo(head.logo, head.department or telling.say("letter-logo"))
    recipient = tuple(line for line in options.recipient.splitlines() if line.strip())
    yield Lines(recipient or (telling.say(f"{frame.addressee}-recipient-to-fill"),))
    yield Paragraph(telling.day(options.printed_at[:10]))
    yield Heading(frame.subject, 1)


def _close(telling: LetterTelling, options: LetterOptions) -> Iterator[Block]:
    yield Paragraph(telling.say("letter-close"))
    signer = " ".join(options.signer.split())
    yield Signature((telling.say("letter-signed-by", name=signer) if signer else telling.say("report-signature"),))
    rest = [("letter-enclosed", options.enclosures), ("letter-copies", options.copies)]
    lines = tuple(telling.say(phrase, what=what.strip()) for phrase, what in rest if what.strip())
    if lines:
        yield Lines(lines)


def _footer(telling: LetterTelling, options: LetterOptions) -> Iterator[str]:
    yield telling.say("report-footer-decision")
    yield telling.say("letter-printed", instant=telling.day(options.printed_at), program=options.program)
    if options.record_head:
        yield telling.say("report-record-head", head=options.record_head[:_HASH_SHOWN])


def _marks(telling: LetterTelling, screenings: Iterable[Screening]) -> Iterator[str]:
    if telling.chart.is_synthetic:
        yield telling.say(f"letter-mark-synthetic-{telling.sex}")
    for screening in screenings:
        if screening.rule_file.is_fictional:
            yield telling.say("report-mark-fictional")
        yield from unproved_marks(screening.rule_file, telling.phrases)
        if not screening.rule_file.review.by:
            yield telling.say("report-mark-not-reviewed")
        if screening.rule_file.is_unreviewed_in(telling.phrases.language):
            yield telling.say("report-mark-translated")
