"""What a letter says that the record has no field for: typed for the paper, a line to fill where it is empty."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from core.documents.blocks import Cell
from core.documents.referral_letter.options import LetterOptions
from core.documents.referral_letter.telling import LetterTelling

TO_FILL = "_" * 36


@dataclass(frozen=True, slots=True)
class TypedField:
    """One such field; its name is the phrase ``typed-ID``. ``is_long``: it is typed in a box of several lines.

    ``is_asked``: empty it is a line to fill; else it is left out. ``of_minors``: it is asked of minors alone.
    """

    id: str
    is_long: bool = False
    is_asked: bool = True
    of_minors: bool = False

    @property
    def phrase(self) -> str:
        """What it is called."""
        return f"typed-{self.id}"


def typed_pairs(
    fields: Iterable[TypedField], telling: LetterTelling, options: LetterOptions
) -> Iterator[tuple[str, Cell]]:
    """Yield each field with what was typed; one that is asked and empty with a line to fill, never invented."""
    for each in fields:
        text = options.typed.get(each.id, "").strip()
        if each.of_minors and not telling.is_minor:
            continue
        if text or each.is_asked:
            yield telling.say(each.phrase), " ".join(text.split()) or TO_FILL
