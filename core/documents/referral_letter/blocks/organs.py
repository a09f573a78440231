"""Organ function and laboratory, section by section."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Heading
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.tables import shared_day, values, values_of
from core.language.languages import in_language

_SECTIONS = ("kidney", "heart_lung", "blood", "chemistry", "antibodies")


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    day = shared_day(telling, telling.latest(_SECTIONS))
    if day:
        yield values_of(telling, day)
    for section in _SECTIONS:
        found = tuple(values(telling, telling.latest((section,)), day))
        if found:
            yield Heading(in_language(telling.scope.catalogue.sections[section].label, telling.phrases.language), 3)
            yield from found


BLOCK = LetterBlock(
    "organs",
    110,
    _write,
    sections=_SECTIONS,
    wants=(
        ("creatinine",), ("egfr",), ("lvef",), ("ecg",), ("fvc_percent", "fvc"), ("dlco_percent",), ("spo2",),
        ("haemoglobin",), ("anc",), ("alc",), ("platelets",), ("alt",), ("bilirubin",), ("cd19_count",), ("igg",),
    ),
)  # fmt: skip
