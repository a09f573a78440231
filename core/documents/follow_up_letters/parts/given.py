"""What was given, in short."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Cell, Heading, KeyValues, Paragraph
from core.documents.follow_up_letters.letter import Telling
from core.documents.follow_up_letters.parts import treatments
from core.documents.referral_letter.blocks.infusion import asked, told
from core.documents.referral_letter.typed import TypedField, typed_pairs
from core.follow_up.schedule import PRODUCTS
from core.language.languages import in_language


def in_short(telling: Telling, contacts: tuple[TypedField, ...]) -> Iterator[Block]:
    """Yield what it was and why, what is taken now, whom to reach; no number of cells and no dose."""
    letter, found = telling.letter, telling.following.plan.infusion
    yield Heading(telling.say("heading-given"))
    product = telling.following.plan.given.product
    yield Paragraph(telling.say("what-cells-are", product=product if product in PRODUCTS else "unknown"))
    diagnoses = "; ".join(letter.diagnosis_words(each) for each in letter.diagnoses())
    facts = () if found is None else (*asked(found, letter, _ASKED), *told(found, letter, _TOLD))
    pairs: tuple[tuple[str, Cell], ...] = (
        (letter.say("statement-diagnoses"), diagnoses or letter.say("letter-block-not-recorded")),
        (telling.say("heading-treatments"), treatments.named(telling)),
        *facts,
        *(_latest(name, telling) for name in _WATCHED),
        *typed_pairs(contacts, letter, telling.writing.options),
    )
    yield KeyValues(pairs, 2)


_ASKED = ("day", "product", "lymphodepletion")
_TOLD = ("product-name", "centre")
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
