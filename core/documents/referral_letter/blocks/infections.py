"""Infections with their organisms, and the serology."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.tables import episodes_table, findings, remarks

_SECTIONS = ("infections",)


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    caption = telling.say(BLOCK.phrase)
    yield from episodes_table(telling, _SECTIONS, (), caption)
    yield from findings(telling, telling.latest(_SECTIONS))
    has_none = telling.is_known("infection") and not telling.has("infection")
    never = "; ".join(telling.say("letter-never", what=what, day=day) for what, day in telling.nevers(_SECTIONS))
    yield from remarks(telling.say("letter-no-infection") if has_none else "", never)


BLOCK = LetterBlock(
    "infections",
    90,
    _write,
    sections=_SECTIONS,
    wants=(("hbsag",), ("anti_hbc",), ("anti_hcv", "hcv_rna"), ("hiv",), ("igra", "tuberculin_skin_test"),
           ("cmv_igg", "cmv_dna"), ("vzv_igg",), ("infection",)),
)  # fmt: skip
