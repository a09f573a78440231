"""The annex: criteria in full that are too long for a cell, and the evidence that a row only begins."""

from __future__ import annotations

from collections.abc import Iterator

from core.documents.blocks import Block, Heading, Lines
from core.documents.eligibility_report.criterion_cells import evidence_lines, is_told_by_sentence
from core.documents.eligibility_report.desk import LONGEST_IN_A_CELL, Desk, each_once, key_of
from core.screening.conclusions import Conclusion
from core.screening.judgements import Judgement
from core.screening.screening import CohortScreening
from core.wording.aloud import days_of, needed_outline
from core.wording.verdicts import named

_INDENT = "\u00a0" * 4
"""Spaces that no format swallows, for each level a part stands below another."""


def annex_blocks(desk: Desk) -> Iterator[Block]:
    """Yield what the tables only point at: they have been written before."""
    yield from _criteria(desk)
    yield from _evidence(desk)


def _evidence(desk: Desk) -> Iterator[Block]:
    every = {key_of(each): each for part in desk.parts for each in _judged(part)}
    if desk.numbered:
        yield Heading(desk.say("report-heading-evidence"))
    for key, number in desk.numbered.items():
        judgement = every[key]
        name = named(judgement.criterion, desk.scope(judgement), desk.phrases)
        yield Heading(desk.say("report-evidence-named", number=number, name=name), 3)
        yield Lines(evidence_lines(desk, judgement)[0])


def _judged(part: CohortScreening) -> Iterator[Judgement]:
    """Yield every judgement that a table of the part shows."""
    yield from part.judgements
    yield from (each for conclusion in part.later_in_the_way.values() for each in conclusion.fails)
    yield from _in_the_way(part.headline)


def _criteria(desk: Desk) -> Iterator[Block]:
    long = [each for each in _told(desk) if len(desk.needed(each)) > LONGEST_IN_A_CELL]
    if not long:
        return
    yield Heading(desk.say("report-heading-in-full"))
    for judgement in long:
        criterion = judgement.criterion
        yield Heading(named(criterion, desk.scope(judgement), desk.phrases), 3)
        days = days_of(judgement, desk.screening)
        outline = needed_outline(criterion, desk.scope(judgement), desk.phrases, days)
        yield Lines(tuple(f"{_INDENT * depth}– {text}" if depth else text for depth, text in outline))


def _told(desk: Desk) -> list[Judgement]:
    """Return the criteria whose condition a table tells: those whose words nobody translated, and those that stand in
    the way.
    """
    ways = [each for part in desk.parts for each in _in_the_way(part.headline)]
    every = each_once(each for part in desk.parts for each in part.judgements)
    return each_once(each for each in every if each in ways or is_told_by_sentence(desk, each))


def _in_the_way(headline: Conclusion) -> tuple[Judgement, ...]:
    return (*headline.fails, *headline.open, *headline.deferred)
