"""What several statements tell from the record; blocks of the referral letter among them, so that no paper differs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.documents.blocks import Block, Cell, Heading, KeyValues, Lines
from core.documents.referral_letter.block import Writing
from core.documents.referral_letter.blocks import every_block
from core.documents.referral_letter.telling import LetterTelling
from core.documents.referral_letter.typed import TO_FILL, TypedField, typed_pairs


def of_the_letter(writing: Writing, *names: str) -> Iterator[Block]:
    """Yield blocks of the referral letter, in its order of reading."""
    for block in every_block():
        if block.id in names:
            yield from block.blocks(writing)


def infused_or_not(telling: LetterTelling) -> dict[str, str]:
    """Return what phrases ask for that speak otherwise of a patient who was treated."""
    return {"infused": "yes" if telling.is_infused else "no"}


def patient_pairs(telling: LetterTelling) -> tuple[tuple[str, Cell], ...]:
    """Return who the patient is."""
    return ((telling.say("statement-patient"), f"{telling.chart.name}, {telling.born}, {telling.who()}"),)


def section(writing: Writing, phrase: str, fields: Iterable[TypedField]) -> Iterator[Block]:
    """Yield fields that are typed, under a heading; an empty one is a line to fill."""
    yield Heading(writing.telling.say(phrase))
    yield KeyValues(tuple(typed_pairs(fields, writing.telling, writing.options)))


def diagnoses_pair(telling: LetterTelling) -> tuple[str, Cell]:
    """Return the diagnoses that go on, each with since when."""
    lines = tuple(telling.diagnosis_words(each) for each in telling.diagnoses())
    return telling.say("statement-diagnoses"), Lines(lines) if lines else TO_FILL
