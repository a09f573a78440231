"""Vaccinations with their days."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.tables import episodes_table, findings, remarks

_SECTIONS = ("vaccines",)


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    caption = telling.say(BLOCK.phrase)
    yield from episodes_table(telling, _SECTIONS, (), caption)
    yield from findings(telling, telling.latest(_SECTIONS))
    never = "; ".join(telling.say("letter-never", what=what, day=day) for what, day in telling.nevers(_SECTIONS))
    yield from remarks(never)


BLOCK = LetterBlock("vaccinations", 100, _write, sections=_SECTIONS)
