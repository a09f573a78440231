"""Medical statements for ways outside a trial. What the record does not hold is a line to fill in, never invented.

Sources of the fields: hospital exemption, Directive 2001/83/EC Art. 3(7) as inserted by Regulation (EC) 1394/2007
Art. 28(2); cross-border care, Regulations (EC) 883/2004 and 987/2009 (form S2, issued by the insurer) and Directive
2011/24/EU; United States, 21 CFR 312.305 and 312.310 and Form FDA 3926, whose field list is from memory and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from core.documents.blocks import Block, Heading, KeyValues, Paragraph, muted
from core.documents.referral_letter.options import Statement
from core.documents.referral_letter.telling import LetterTelling

TO_FILL = "_" * 36

_FIELDS: Mapping[Statement, tuple[str, ...]] = {
    Statement.HOSPITAL_EXEMPTION: (
        "patient",
        "refractoriness",
        "no-authorised",
        "seriousness",
        "practitioner",
        "hospital",
        "manufacturer",
        "product",
        "custom-made",
        "minutes",
        "informed-consent",
        "traceability",
        "follow-up",
        "funding",
    ),
    Statement.CROSS_BORDER: ("need", "urgency", "provider", "treatment-plan", "duration", "cost", "why-not-at-home"),
    Statement.SINGLE_PATIENT: (
        "patient",
        "history",
        "prior-therapy",
        "reason",
        "product",
        "letter-of-authorisation",
        "monitoring",
        "qualification",
        "irb",
    ),
}
_FROM_RECORD: Mapping[str, str] = {
    "patient": "patient.who",
    "history": "diagnoses",
    "refractoriness": "treatments.outcomes",
    "prior-therapy": "treatments.outcomes",
    "need": "diagnoses",
}
"""The fields that the record can fill."""


def statement_blocks(statement: Statement, telling: LetterTelling) -> Iterator[Block]:
    """Yield one statement: its purpose, its fields, where they come from."""
    name = statement.value
    yield Heading(telling.say(f"letter-statement-{name}"))
    yield Paragraph(telling.say(f"letter-statement-{name}-purpose"))
    pairs = tuple((telling.say(f"letter-field-{field}"), _value(field, telling)) for field in _FIELDS[statement])
    yield KeyValues(pairs)
    yield Paragraph(muted(telling.say(f"letter-statement-{name}-source")))


def _value(field: str, telling: LetterTelling) -> str:
    macro = _FROM_RECORD.get(field)
    return TO_FILL if macro is None else telling.macro(macro)
