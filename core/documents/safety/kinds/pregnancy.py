"""A pregnancy after CAR-T cells: a report to the manufacturer or registry; of the newborn B cells and immunoglobulins.

A pregnancy without an event is no adverse reaction: it is reported so that its outcome is known. That immunoglobulins
of newborns of treated mothers are checked stood in a US label (Kymriah, older edition).
"""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block
from core.documents.referral_letter.typed import TypedField
from core.documents.safety import parts
from core.documents.safety.paper import SafetyPaper, SafetyWriting
from core.safety import Matter

_COURSE = (
    TypedField("last-period"),
    TypedField("expected-delivery"),
    TypedField("pregnancy-drugs", is_long=True),
    TypedField("pregnancy-findings", is_long=True),
)
_OUTCOME = (
    TypedField("pregnancy-outcome"),
    TypedField("newborn", is_long=True),
    TypedField("newborn-immunity"),
)
_STEPS = ("pregnancy-consent", "maker-contacted", "registry-told", "obstetrics-told", "newborn-checked")


def _write(writing: SafetyWriting) -> Iterator[Block]:
    yield parts.heading(writing, "patient")
    yield from parts.patient(writing)
    yield parts.heading(writing, "pregnancy-found")
    yield from parts.event(writing)
    yield parts.typed(writing, _COURSE)
    yield parts.heading(writing, "pregnancy-steps")
    yield parts.ticks(writing, _STEPS)
    yield parts.heading(writing, "pregnancy-end")
    yield parts.typed(writing, _OUTCOME)
    yield parts.heading(writing, "suspect")
    yield from parts.product(writing)
    yield parts.heading(writing, "others")
    yield from parts.others(writing)
    yield from parts.history(writing)
    yield parts.heading(writing, "reporter")
    yield from parts.reporter(writing)


PAPER = SafetyPaper(
    "pregnancy",
    40,
    Matter.PREGNANCY,
    _write,
    (*_COURSE, *_OUTCOME, *parts.USED_FOR, *parts.REPORTER, *parts.CASE),
    frozenset({"product-name", "batch", "cells", "onset", "age"}),
)
