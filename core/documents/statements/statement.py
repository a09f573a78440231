"""A statement: what it tells from the record, what is typed for it, who has to sign."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.documents.blocks import Block
from core.documents.referral_letter.block import Writing
from core.documents.referral_letter.typed import TypedField


@dataclass(frozen=True, slots=True)
class Statement:
    """One kind. Its phrases are ``statement-ID`` (what it is called), ``-purpose``, ``-source``, ``-greeting`` and
    ``-recipient-to-fill``. ``typed`` is everything that the record has no field for; empty it is a line to fill.
    ``answer`` is a page behind the close that its addressee fills and signs.
    """

    id: str
    order: int
    write: Callable[[Writing], Iterator[Block]]
    typed: tuple[TypedField, ...]
    answer: Callable[[Writing], Iterator[Block]] | None = None

    @property
    def phrase(self) -> str:
        """What it is called."""
        return f"statement-{self.id}"
