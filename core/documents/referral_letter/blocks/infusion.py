"""The infusions of a patient who has had one: no candidate, and said so. Nothing of one who has not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.chart.entries import Infusion
from core.documents.blocks import Block, Heading, KeyValues
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.telling import LetterTelling
from core.entry.typed.choices import choice_label


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    infusions = sorted(telling.chart.infusions, key=lambda each: each.on, reverse=True)
    if not infusions:
        return
    yield Heading(telling.say(BLOCK.phrase))
    for infusion in infusions:
        yield KeyValues((*asked(infusion, telling), *told(infusion, telling)), 2)


ASKED = ("day", "product", "vector", "cells", "lymphodepletion")
TOLD = ("donor", "product-name", "batch", "bridging", "centre", "indication", "permit")


def asked(infusion: Infusion, telling: LetterTelling, names: Iterable[str] = ASKED) -> Iterator[tuple[str, str]]:
    """Yield what every reader asks for: where it is not recorded, that is said."""
    not_recorded = telling.say("letter-block-not-recorded")
    depletion = infusion.lymphodepletion
    drugs = telling.names(depletion or ()) or telling.say("letter-none-given")
    pairs = {
        "day": telling.shown_day(infusion.on),
        "product": telling.say(f"documents-product-{infusion.product}") if infusion.product else not_recorded,
        "vector": infusion.vector or not_recorded,
        "cells": str(infusion.cells).replace(" x ", " × ") if infusion.cells else not_recorded,
        "lymphodepletion": not_recorded if depletion is None else drugs,
    }
    for name in names:
        yield telling.say(f"letter-infusion-{name}"), pairs[name]


def told(infusion: Infusion, telling: LetterTelling, names: Iterable[str] = TOLD) -> Iterator[tuple[str, str]]:
    """Yield what else is on record of it."""
    pairs = {
        "donor": infusion.donor and choice_label(infusion.donor, telling.phrases.language),
        "product-name": infusion.product_name,
        "batch": infusion.batch,
        "bridging": infusion.bridging,
        "centre": infusion.centre,
        "indication": infusion.indication and choice_label(infusion.indication, telling.phrases.language),
        "permit": infusion.permit,
    }
    for name in names:
        if pairs[name]:
            yield telling.say(f"form-infusion.{name}"), pairs[name]


BLOCK = LetterBlock("infusion", 15, _write, lists=("infusion",), is_bare=True)
