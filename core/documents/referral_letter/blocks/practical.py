"""Venous access and leukapheresis, who looks after the patient, the way to the centre."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.tables import findings
from core.documents.referral_letter.typed import TypedField

_SECTIONS = ("logistics",)


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    yield from findings(telling, telling.latest(_SECTIONS))


BLOCK = LetterBlock(
    "practical",
    130,
    _write,
    sections=_SECTIONS,
    typed=(TypedField("venous-access"), TypedField("caregiver"), TypedField("travel", is_asked=False)),
    wants=(("leukapheresis_feasible",), ("travel_time",)),
)
