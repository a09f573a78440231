"""What was given, in full and in short."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Heading, KeyValues, Paragraph
from core.documents.follow_up_letters.letter import Telling
from core.documents.referral_letter.blocks.infusion import given
from core.follow_up.schedule import PRODUCTS
from core.language.languages import in_language

_TOLD = ("day", "product", "name", "batch", "vector", "cells", "lymphodepletion", "bridging", "centre")


def infusion(telling: Telling) -> Iterator[Block]:
    """Yield the infusion that is followed, as it is on record; earlier ones by their days."""
    letter, found = telling.letter, telling.following.plan.infusion
    yield Heading(letter.say("letter-block-infusion"))
    if found is not None:
        yield given(letter, found, _TOLD)
    earlier = [telling.day(each.on) for each in letter.chart.infusions if each.on < telling.following.plan.day0]
    if earlier:
        yield Paragraph(telling.say("earlier-infusions", days=", ".join(earlier)))


def in_short(telling: Telling) -> Iterator[Block]:
    """Yield what it was and why, in pairs without a number of cells."""
    letter, found = telling.letter, telling.following.plan.infusion
    yield Heading(telling.say("heading-given"))
    not_recorded = letter.say("letter-block-not-recorded")
    diagnoses = "; ".join(letter.diagnosis_words(each) for each in letter.diagnoses())
    yield KeyValues(((letter.say("statement-diagnoses"), diagnoses or not_recorded),))
    if found is not None:
        yield given(letter, found, ("day", "product", "name", "lymphodepletion", "centre"))
    product = telling.following.plan.given.product
    kind = product if product in PRODUCTS else "unknown"
    yield Paragraph(telling.say("what-cells-are", product=kind))
    igg, b_cells = (_latest(name, telling) for name in ("igg", "cd19_count"))
    yield KeyValues(((igg[0], igg[1]), (b_cells[0], b_cells[1])), 2)


def _latest(concept: str, telling: Telling) -> tuple[str, str]:
    """Return the newest value of a concept with its day, or that none is on record."""
    letter = telling.letter
    known = letter.scope.catalogue.concepts[concept]
    label = in_language(known.label, letter.phrases.language)
    found = letter.latest_of(concept)
    if found is None or not letter.may_stand(known):
        return label, letter.say("letter-block-not-recorded")
    value, day = letter.value_words(found)
    return label, letter.say("letter-of", value=value, day=day) if day else value
