"""The infusion of a patient who has had it: no candidate, and said so. Nothing of one who has not."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Heading, KeyValues
from core.documents.referral_letter.block import LetterBlock, Writing


def _write(writing: Writing) -> Iterator[Block]:
    telling, infusion = writing.telling, writing.telling.chart.infusion
    if infusion is None:
        return
    yield Heading(telling.say(BLOCK.phrase))
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
    yield KeyValues(tuple((telling.say(f"letter-infusion-{name}"), value) for name, value in pairs.items()), 2)


BLOCK = LetterBlock("infusion", 15, _write, lists=("infusion",), is_bare=True)
