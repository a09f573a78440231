"""European Union: an individual case for the national authority, which hands it to EudraVigilance.

The four minimum elements (EU GVP module VI), then what a form asks further. The same case is written as E2B(R3) by
``core/exchange/safety_case``.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Checklist, ChecklistItem
from core.documents.safety import parts
from core.documents.safety.paper import SafetyPaper, SafetyWriting
from core.safety import Matter
from core.safety.lacking import Minimum


def _write(writing: SafetyWriting) -> Iterator[Block]:
    yield parts.heading(writing, "minimum")
    yield _minimum(writing)
    yield parts.heading(writing, "patient")
    yield from parts.patient(writing)
    yield parts.heading(writing, "reaction")
    yield from parts.event(writing)
    yield from parts.seriousness(writing)
    yield from parts.judgement(writing)
    yield parts.heading(writing, "suspect")
    yield from parts.product(writing)
    yield parts.heading(writing, "others")
    yield from parts.others(writing)
    yield parts.heading(writing, "tests")
    yield from parts.tests(writing)
    yield from parts.history(writing)
    yield parts.heading(writing, "reporter")
    yield from parts.reporter(writing)


def _minimum(writing: SafetyWriting) -> Checklist:
    missing = writing.words.lacking.minimum
    say = writing.telling.say
    return Checklist(tuple(ChecklistItem(say(f"safety-minimum-{each.value}"), each not in missing) for each in Minimum))


PAPER = SafetyPaper(
    "european-case",
    20,
    Matter.EVENT,
    _write,
    (*parts.JUDGED, *parts.USED_FOR, *parts.REPORTER, *parts.CASE),
    frozenset({
        "product-name", "batch", "cells", "indication", "ground", "onset", "outcome", "grade", "age", "sex", "serious",
        "aware-on", "qualification", "country", "number",
    }),
)  # fmt: skip
