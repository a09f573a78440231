"""A new malignancy after CAR-T cells: samples and a report to the company, as the labels ask, and to the authority.

Told to watch for life, to contact the manufacturer and to ask for instructions on samples to be tested for the CAR
transgene: FDA Roundup, 23 January 2024. Secondary T-cell malignancies, among them CAR-positive ones, weeks to years
after the infusion, and monitoring for life: EMA (PRAC), 2024. Which samples are taken is the manufacturer's to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Paragraph
from core.documents.referral_letter.typed import TypedField
from core.documents.safety import parts
from core.documents.safety.paper import SafetyPaper, SafetyWriting
from core.safety import Matter

_FOUND = (TypedField("histology", is_long=True), TypedField("malignancy-stage"))
_SAMPLES = (TypedField("maker-told-on"), TypedField("samples-kept", is_long=True), TypedField("car-test-result"))
_STEPS = ("maker-contacted", "samples-asked", "tissue-kept", "car-test", "authority-told", "follow-up-for-life")


def _write(writing: SafetyWriting) -> Iterator[Block]:
    yield parts.heading(writing, "patient")
    yield from parts.patient(writing)
    yield parts.heading(writing, "malignancy-found")
    yield from parts.event(writing)
    yield parts.typed(writing, _FOUND)
    yield parts.heading(writing, "malignancy-steps")
    yield parts.ticks(writing, _STEPS)
    yield parts.typed(writing, _SAMPLES)
    yield Paragraph(writing.telling.say("safety-malignancy-samples"))
    yield parts.heading(writing, "suspect")
    yield from parts.product(writing)
    yield from parts.seriousness(writing)
    yield from parts.judgement(writing)
    yield parts.heading(writing, "others")
    yield from parts.others(writing)
    yield from parts.history(writing)
    yield parts.heading(writing, "reporter")
    yield from parts.reporter(writing)


PAPER = SafetyPaper(
    "malignancy",
    30,
    Matter.MALIGNANCY,
    _write,
    (*_FOUND, *_SAMPLES, *parts.USED_FOR, *parts.JUDGED, *parts.REPORTER, *parts.CASE),
    frozenset({"product-name", "batch", "cells", "indication", "onset", "outcome", "age", "sex", "serious"}),
)
