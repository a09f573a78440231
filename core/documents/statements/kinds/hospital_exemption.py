"""Hospital exemption: Directive 2001/83/EC Art. 3(7), inserted by Regulation (EC) 1394/2007 Art. 28(2).

Every element of the law has its field, and so have refractoriness with dates and doses and why nothing authorised and
no trial is open. National rules differ; the paper is a proposal, not a form.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, KeyValues
from core.documents.referral_letter.block import Writing
from core.documents.referral_letter.typed import TypedField
from core.documents.statements.parts import of_the_letter, patient_pairs, section
from core.documents.statements.statement import Statement

_NEED = (
    TypedField("no-authorised", is_long=True),
    TypedField("no-trial", is_long=True),
    TypedField("searched-on"),
    TypedField("seriousness", is_long=True),
)
_CARE = (
    TypedField("practitioner"),
    TypedField("hospital"),
    TypedField("manufacturer"),
    TypedField("product"),
    TypedField("custom-made"),
)
_DUTIES = (
    TypedField("minutes"),
    TypedField("informed-consent"),
    TypedField("traceability"),
    TypedField("follow-up"),
    TypedField("funding"),
)


def _write(writing: Writing) -> Iterator[Block]:
    yield KeyValues(patient_pairs(writing.telling))
    yield from of_the_letter(writing, "infusion", "diagnosis", "activity")
    yield from of_the_letter(writing, "therapies")
    yield from section(writing, "statement-heading-no-alternative", _NEED)
    yield from of_the_letter(writing, "result")
    yield from section(writing, "statement-heading-care", _CARE)
    yield from section(writing, "statement-heading-duties", _DUTIES)


STATEMENT = Statement("hospital-exemption", 10, _write, (*_NEED, *_CARE, *_DUTIES))
