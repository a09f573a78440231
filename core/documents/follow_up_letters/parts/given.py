"""What was given, in full and in short."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Cell, Heading, KeyValues, Paragraph
from core.documents.follow_up_letters.letter import Telling
from core.documents.follow_up_letters.parts import treatments
from core.documents.referral_letter.blocks.infusion import given
from core.documents.referral_letter.typed import TypedField, typed_pairs
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


def in_short(telling: Telling, contacts: tuple[TypedField, ...]) -> Iterator[Block]:
    """Yield what it was and why, what is taken now, whom to reach; no number of cells and no dose."""
    letter, found = telling.letter, telling.following.plan.infusion
    yield Heading(telling.say("heading-given"))
    product = telling.following.plan.given.product
    yield Paragraph(telling.say("what-cells-are", product=product if product in PRODUCTS else "unknown"))
    diagnoses = "; ".join(letter.diagnosis_words(each) for each in letter.diagnoses())
    facts = () if found is None else given(letter, found, _IN_SHORT).pairs
    pairs: tuple[tuple[str, Cell], ...] = (
        (letter.say("statement-diagnoses"), diagnoses or letter.say("letter-block-not-recorded")),
        (telling.say("heading-treatments"), treatments.named(telling)),
        *facts,
        *(_latest(name, telling) for name in _WATCHED),
        *typed_pairs(contacts, letter, telling.writing.options),
    )
    yield KeyValues(pairs, 2)


_IN_SHORT = ("day", "product", "name", "lymphodepletion", "centre")
_WATCHED = ("igg", "cd19_count")


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
