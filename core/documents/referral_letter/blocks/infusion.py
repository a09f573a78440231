"""The infusions of a patient who has had one: no candidate, and said so. Nothing of one who has not."""

from __future__ import annotations

from collections.abc import Iterator

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
        yield KeyValues((*_asked(infusion, telling), *_told(infusion, telling)), 2)


def _asked(infusion: Infusion, telling: LetterTelling) -> Iterator[tuple[str, str]]:
    """What every reader asks for: where it is not recorded, that is said."""
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
    for name, value in pairs.items():
        yield telling.say(f"letter-infusion-{name}"), value


def _told(infusion: Infusion, telling: LetterTelling) -> Iterator[tuple[str, str]]:
    """What else is on record of it."""
    pairs = {
        "product-name": infusion.product_name,
        "batch": infusion.batch,
        "bridging": infusion.bridging,
        "centre": infusion.centre,
        "indication": infusion.indication and choice_label(infusion.indication, telling.phrases.language),
        "permit": infusion.permit,
    }
    for name, value in pairs.items():
        if value:
            yield telling.say(f"form-infusion.{name}"), value


BLOCK = LetterBlock("infusion", 15, _write, lists=("infusion",), is_bare=True)
