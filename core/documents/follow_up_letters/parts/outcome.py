"""What became of the disease: the measures of activity and damage now and before."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block
from core.documents.follow_up_letters.letter import Telling
from core.documents.statements.parts import of_the_letter


def outcome(telling: Telling) -> Iterator[Block]:
    """Yield the newest measures, each with the one before."""
    yield from of_the_letter(telling.writing, "activity")
