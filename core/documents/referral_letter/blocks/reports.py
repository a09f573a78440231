"""Imaging and reports that go with the letter."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.typed import TypedField


def _write(_writing: Writing) -> Iterator[Block]:
    yield from ()


BLOCK = LetterBlock("reports", 140, _write, typed=(TypedField("imaging"), TypedField("reports")))
