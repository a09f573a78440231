"""Who the patient is and how to reach them: contact, guardians, insurance, language; weight and height."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, KeyValues
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.typed import TypedField

_SECTIONS = ("identity",)


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    pairs = [(telling.say("letter-person-number"), telling.chart.shown_number)]
    for each in telling.latest(_SECTIONS):
        value, day = telling.value_words(each.finding)
        is_undated = each.finding.on is None
        pairs.append(
            (telling.label(each.concept), value if is_undated else telling.say("letter-of", value=value, day=day))
        )
    yield KeyValues(tuple(pairs), 2)


BLOCK = LetterBlock(
    "person",
    20,
    _write,
    sections=_SECTIONS,
    typed=(
        TypedField("contact"),
        TypedField("guardians-contact", of_minors=True),
        TypedField("insurance"),
        TypedField("spoken-language"),
    ),
    wants=(("sex",), ("weight",), ("height",)),
)
