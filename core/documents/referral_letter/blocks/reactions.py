"""Allergies and reactions to drugs, drugs that must not be given, what was stopped because it was not tolerated."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Lines, Paragraph
from core.documents.referral_letter.block import LetterBlock, Writing
from core.documents.referral_letter.typed import TypedField

_REACTIONS = ("allergy", "severe_allergy", "drug_reaction")
_LIST = "contraindications"


def _write(writing: Writing) -> Iterator[Block]:
    telling = writing.telling
    catalogue = telling.scope.catalogue
    kinds = frozenset[str]().union(*(catalogue.concepts_of(each) for each in _REACTIONS))
    lines = [
        telling.episode_line(each) for each in telling.episodes(("diagnoses", "history"), ()) if each.concept in kinds
    ]
    lines += telling.told_entries(_LIST)
    lines += [
        telling.say("letter-not-tolerated", drug=telling.drug(course))
        for course in telling.chart.courses
        if course.stopped_for == "intolerance"
    ]
    if lines:
        yield Lines(tuple(lines))
    elif all(map(telling.is_known, _REACTIONS)):
        yield Paragraph(telling.say("letter-none-on-record"))


BLOCK = LetterBlock(
    "reactions",
    70,
    _write,
    lists=(_LIST,),
    typed=(TypedField("allergies", is_asked=False),),
    wants=(_REACTIONS,),
)
