"""Pregnancy, contraception, and the wish for children."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.tables import findings
from core.documents.referral_letter.typed import TypedField

_SECTIONS = ("pregnancy",)


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    yield from findings(telling, telling.latest(_SECTIONS))


BLOCK = LetterBlock("pregnancy", 120, _write, sections=_SECTIONS, typed=(TypedField("fertility"),))
