"""Trends with events, as the page of the follow-up shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.documents.blocks import Block, Heading, Paragraph
from core.documents.follow_up_letters.letter import Telling
from core.documents.trends_on_paper import trend_blocks
from core.follow_up.marks import Mark
from core.follow_up.trends import Trend


def trends(telling: Telling) -> Iterator[Block]:
    """Yield the pictures and their tables; what is confidential is not marked."""
    yield Heading(telling.letter.say("trends-title"))
    found = tuple(_told(each, telling) for each in telling.found.trends)
    told = tuple(each for each in found if not each.is_empty)
    if told:
        yield from trend_blocks(told, telling.trends)
    else:
        yield Paragraph(telling.letter.say("trends-none"))


def _told(trend: Trend, telling: Telling) -> Trend:
    return replace(trend, marks=tuple(each for each in trend.marks if _may_stand(each, telling)))


def _may_stand(mark: Mark, telling: Telling) -> bool:
    concept = None if mark.is_course else telling.letter.scope.catalogue.concept(mark.name)
    return concept is None or telling.letter.may_stand(concept)
