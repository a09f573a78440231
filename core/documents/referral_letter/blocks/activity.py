"""How active the disease is, what it has damaged, how the patient manages: each score with its day."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.tables import findings

_SECTIONS = ("activity", "damage_function", "muscle_skin")


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    yield from findings(telling, telling.latest(_SECTIONS))


BLOCK = LetterBlock("activity", 50, _write, sections=_SECTIONS, wants=(("karnofsky", "lansky", "ecog"),))
