"""A block of the letter: what it tells, what it asks for, and how it is written.

Every file of ``blocks`` declares one as ``BLOCK``; they are found by walking and stand in the order of reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from core.documents.blocks import Block, Heading, KeyValues, Paragraph, muted
from core.documents.referral_letter.options import LetterOptions
from core.documents.referral_letter.telling import LetterTelling
from core.documents.referral_letter.template import Template
from core.documents.referral_letter.typed import TypedField, typed_pairs
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import Screening

Judged = tuple[Screening, CompiledRuleFile]
_SHORT_NAME = 24
"""Fields whose names are no longer than this stand two beside each other."""


@dataclass(frozen=True, slots=True)
class Writing:
    """One letter being written; ``judged`` are the screenings that it tells, none of them or several."""

    telling: LetterTelling
    options: LetterOptions
    judged: tuple[Judged, ...] = ()
    template: Template | None = None


@dataclass(frozen=True, slots=True)
class LetterBlock:
    """One block; its heading, and what it is called where it is ticked, is the phrase ``letter-block-ID``.

    ``sections`` are the sections of the catalogue, ``lists`` those of the record that it tells. ``typed`` is what the
    record has no field for. ``wants`` are concepts a reader looks for, each with what may stand for it: one without an
    entry is said not to be recorded. ``is_bare``: it has no heading, and nothing is said where it is empty.
    """

    id: str
    order: int
    write: Callable[[Writing], Iterator[Block]]
    sections: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    typed: tuple[TypedField, ...] = ()
    wants: tuple[tuple[str, ...], ...] = ()
    is_bare: bool = False

    @property
    def phrase(self) -> str:
        """What it is called."""
        return f"letter-block-{self.id}"

    def blocks(self, writing: Writing) -> Iterator[Block]:
        """Yield the whole block: what is told, what is discussed separately, what is not recorded."""
        if self.is_bare:
            yield from self.write(writing)
            return
        telling = writing.telling
        yield Heading(telling.say(self.phrase))
        told = tuple(self.write(writing))
        yield from told
        withheld = telling.withheld(self.sections)
        missing = telling.missing(self.wants)
        is_empty = not told and not withheld and bool(self.sections or self.lists)
        if is_empty and not missing:
            yield Paragraph(muted(telling.say("letter-block-not-recorded")))
        if withheld:
            yield Paragraph(telling.say("letter-discussed-separately", what=withheld))
        if missing:
            yield Paragraph(muted(telling.say("letter-missing-all" if is_empty else "letter-missing", what=missing)))
        pairs = tuple(typed_pairs(self.typed, telling, writing.options))
        if pairs:
            is_short = all(len(name) <= _SHORT_NAME for name, _ in pairs)
            yield KeyValues(pairs, 2 if is_short else 1)
