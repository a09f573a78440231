"""A second opinion: the case for a board, with the question and room for its vote."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Heading, KeyValues, PageBreak, Signature
from core.documents.referral_letter.block import Writing
from core.documents.referral_letter.typed import TO_FILL, TypedField, typed_pairs
from core.documents.statements.parts import infused_or_not, of_the_letter, patient_pairs
from core.documents.statements.statement import Statement

_QUESTION = (
    TypedField("board"),
    TypedField("question", is_long=True),
    TypedField("urgency"),
    TypedField("alternatives", is_long=True),
)
_TOLD = (
    "infusion", "diagnosis", "manifestations", "activity", "therapies", "reactions", "history", "infections", "organs",
    "result",
)  # fmt: skip
_VOTE = ("indication", "alternative", "conditions", "members", "day")


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    fields = typed_pairs(_QUESTION, telling, writing.options)
    yield KeyValues((*patient_pairs(telling), *fields))
    yield from of_the_letter(writing, *_TOLD)


def _answer(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    yield PageBreak()
    yield Heading(telling.say("statement-heading-vote"))
    told = infused_or_not(telling)
    yield KeyValues(tuple((telling.say(f"statement-vote-{name}", **told), TO_FILL) for name in _VOTE))
    yield Signature((telling.say("statement-vote-signature"),))


STATEMENT = Statement("second-opinion", 40, _write, _QUESTION, _answer)
