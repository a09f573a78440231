"""Planned treatment in another country: the medical statement to the insurer, who issues the form S2.

Regulations (EC) 883/2004 and 987/2009; Directive 2011/24/EU.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, KeyValues
from core.documents.referral_letter.block import Writing
from core.documents.referral_letter.typed import TypedField
from core.documents.statements.parts import diagnoses_pair, of_the_letter, patient_pairs, section
from core.documents.statements.statement import Statement

_INSURED = (TypedField("insurance"), TypedField("insurance-number"))
_ABROAD = (
    TypedField("provider", is_long=True),
    TypedField("treatment-plan", is_long=True),
    TypedField("duration"),
    TypedField("cost"),
)
_AT_HOME = (
    TypedField("why-not-at-home", is_long=True),
    TypedField("waiting-time"),
    TypedField("urgency"),
    TypedField("harm-of-waiting", is_long=True),
)


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    yield KeyValues((*patient_pairs(telling), diagnoses_pair(telling)))
    yield from section(writing, "statement-heading-insured", _INSURED)
    yield from of_the_letter(writing, "infusion", "activity", "therapies")
    yield from section(writing, "statement-heading-abroad", _ABROAD)
    yield from section(writing, "statement-heading-at-home", _AT_HOME)


STATEMENT = Statement("cross-border", 20, _write, (*_INSURED, *_ABROAD, *_AT_HOME))
