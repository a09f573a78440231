"""United States: the fields of Form FDA 3500, MedWatch for voluntary reporting, by the sections of the form.

Sections and what stands in them: FDA, Instructions for Completing Form FDA 3500 (section list and block B read there);
the fields of C, D and G by the form of 2008 (OMB 0910-0291, m.omb.report), whose numbers inside a section have changed
since: so the paper gives letters, no numbers. Clinical trials and single-patient INDs report to the sponsor or by
21 CFR 312.32 instead; 3500A is for makers, user facilities and importers.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Paragraph
from core.documents.referral_letter.typed import TypedField
from core.documents.safety import parts
from core.documents.safety.paper import SafetyPaper, SafetyWriting
from core.safety import Matter

_PATIENT = (TypedField("race-ethnicity"),)
_SUSPECT = (TypedField("product-maker"), TypedField("expiry"))
_KINDS = ("adverse-event", "product-problem")
_AVAILABLE = ("available", "returned")
_ALSO = ("maker-told", "facility-told", "identity-withheld")


def _write(writing: SafetyWriting) -> Iterator[Block]:
    yield parts.heading(writing, "fda-a")
    yield from parts.patient(writing)
    yield parts.typed(writing, _PATIENT)
    yield parts.heading(writing, "fda-b")
    yield parts.ticks(writing, _KINDS)
    yield from parts.event(writing)
    yield from parts.seriousness(writing)
    yield from parts.judgement(writing)
    yield from parts.tests(writing)
    yield from parts.history(writing)
    yield parts.heading(writing, "fda-c")
    yield parts.ticks(writing, _AVAILABLE)
    yield parts.heading(writing, "fda-d")
    yield from parts.product(writing)
    yield parts.typed(writing, _SUSPECT)
    yield Paragraph(writing.telling.say("safety-fda-once"))
    yield parts.heading(writing, "fda-f")
    yield from parts.others(writing, "fda-f")
    yield parts.heading(writing, "fda-g")
    yield from parts.reporter(writing)
    yield parts.ticks(writing, _ALSO)
    yield parts.heading(writing, "faers")
    yield Paragraph(writing.telling.say("safety-faers-why"))


PAPER = SafetyPaper(
    "medwatch",
    10,
    Matter.EVENT,
    _write,
    (*_PATIENT, *parts.JUDGED, *parts.USED_FOR, *_SUSPECT, *parts.REPORTER, *parts.CASE),
    frozenset({"product-name", "batch", "cells", "indication", "onset", "outcome", "grade", "age", "sex", "serious"}),
)
