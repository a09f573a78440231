"""Organ function and laboratory, section by section."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Heading
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.tables import findings_table
from core.language.languages import in_language

_SECTIONS = ("kidney", "heart_lung", "blood", "chemistry", "antibodies")


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    for section in _SECTIONS:
        title = in_language(telling.scope.catalogue.sections[section].label, telling.phrases.language)
        table = tuple(findings_table(telling, telling.latest((section,)), title))
        if table:
            yield Heading(title, 3)
            yield from table


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
