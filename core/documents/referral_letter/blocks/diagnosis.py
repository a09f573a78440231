"""Diagnoses with their days, how the disease is classified, when it began."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.tables import episodes_table, findings, remarks

_DIAGNOSES = ("diagnoses",)
_FINDINGS = ("diagnoses", "landmarks", "classification")


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    caption = telling.say(BLOCK.phrase)
    yield from episodes_table(telling, _DIAGNOSES, BLOCK.lists, caption)
    yield from findings(telling, telling.latest(_FINDINGS))
    never = "; ".join(telling.say("letter-never", what=what, day=day) for what, day in telling.nevers(_FINDINGS))
    yield from remarks(never, telling.complete(BLOCK.lists[0]))


BLOCK = LetterBlock("diagnosis", 30, _write, sections=_FINDINGS, lists=("diagnoses", "diagnoses_complete"))
