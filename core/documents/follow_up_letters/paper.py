"""A letter after the infusion as a paper."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Document, Paragraph, muted
from core.documents.follow_up_letters.letter import FollowUpLetter, Telling
from core.documents.monitoring_plan.paper import paper_marks, schedules_line
from core.documents.referral_letter.framing import Frame, framed
from core.wording.plan_words import Wording


def follow_up_letter(kind: FollowUpLetter, telling: Telling) -> Document:
    """Return one of the letters about a patient who was treated."""
    letter, plan = telling.letter, telling.following.plan
    wording = Wording(letter.phrases)
    called = letter.say(kind.phrase)
    subject = letter.say(
        "after-subject",
        kind=letter.say(f"{kind.phrase}-subject", year=telling.year),
        name=letter.chart.name,
        born=letter.born or "?",
    )
    frame = Frame(
        called,
        subject,
        kind.phrase,
        basis=(schedules_line(plan, wording),),
        marks=paper_marks(plan, wording),
    )
    return framed(letter, telling.writing.options, frame, _content(kind, telling))


def _content(kind: FollowUpLetter, telling: Telling) -> Iterator[Block]:
    letter, day0 = telling.letter, telling.following.plan.day0
    yield Paragraph(
        letter.say(
            f"{kind.phrase}-purpose",
            patient=letter.patient_word("object"),
            name=letter.chart.name,
            who=letter.who() or letter.say("letter-block-not-recorded"),
            infused=telling.day(day0),
            day=telling.following.day,
            since=telling.day(telling.since),
            year=telling.year,
            on=telling.day(telling.on),
        )
    )
    yield from kind.write(telling)
    if _is_anything_withheld(telling):
        yield Paragraph(muted(telling.say("withheld")))


def _is_anything_withheld(telling: Telling) -> bool:
    items = telling.following.items
    return len(telling.open_items(items)) < len(items)
