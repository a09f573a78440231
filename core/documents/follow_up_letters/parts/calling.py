"""When to call, what the addressee is asked to do, and who is responsible."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Callout, Heading, KeyValues, Lines, Paragraph
from core.documents.follow_up_letters.letter import Telling
from core.documents.monitoring_plan.list_blocks import report_blocks
from core.documents.monitoring_plan.marking import Marking
from core.documents.referral_letter.typed import TypedField, typed_pairs
from core.wording.plan_words import Wording

ASKED = (TypedField("addressee-asked", is_long=True, is_asked=False),)
CENTRE = (TypedField("responsible"), TypedField("centre-contact"))


def call(telling: Telling) -> Iterator[Block]:
    """Yield with what a patient is to be sent or to call at once; nobody watches values from afar, and it says so."""
    found = report_blocks(telling.following.plan, telling.telephone, Marking(Wording(telling.letter.phrases)))
    for block in found:
        lines = (*block.lines, telling.say("no-alarm")) if isinstance(block, Callout) else ()
        yield Callout(block.title, lines, block.tone) if isinstance(block, Callout) else block


def asked(telling: Telling, *phrases: str) -> Iterator[Block]:
    """Yield what the addressee is asked to do: what was typed, then what each such letter asks."""
    yield Heading(telling.say("heading-asked"))
    typed = (telling.writing.options.typed.get(each.id, "").strip() for each in ASKED)
    own = tuple(" ".join(each.split()) for each in typed if each)
    yield Lines(tuple(f"\u00a0– {line}" for line in (*own, *(telling.say(each) for each in phrases))))


def contacts(telling: Telling, fields: tuple[TypedField, ...]) -> Iterator[Block]:
    """Yield whom to reach; what nobody typed is a line to fill."""
    yield Heading(telling.say("heading-contacts"))
    yield KeyValues(tuple(typed_pairs(fields, telling.letter, telling.writing.options)))
    if not telling.telephone:
        yield Paragraph(telling.letter.say("plan-telephone-missing"))
