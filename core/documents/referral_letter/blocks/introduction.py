"""How urgent it is, the text with its macros, and what is asked."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, KeyValues, Paragraph
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.typed import TypedField, typed_pairs

_TYPED = (TypedField("urgency"), TypedField("question", is_long=True, is_asked=False))


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    if writing.template is not None:
        yield from (Paragraph(text) for text in writing.template.told(telling.macro))
    yield KeyValues(tuple(typed_pairs(_TYPED, telling, writing.options)))


BLOCK = LetterBlock("introduction", 10, _write, typed=_TYPED, is_bare=True)
