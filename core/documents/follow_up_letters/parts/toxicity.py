"""Toxicity with its grades and the days they rest on, and what else happened."""

from __future__ import annotations

from collections.abc import Iterator

from core.catalogue.concept import Kind
from core.chart.entries import Episode
from core.chart.sections import every_section
from core.documents.blocks import Block, Column, Heading, Paragraph, Table, muted
from core.documents.follow_up_letters.letter import Telling
from core.documents.referral_letter.tables import table_of
from core.follow_up.marks import VACCINES
from core.follow_up.toxicity_rows import EVENTS


def toxicity(telling: Telling) -> Iterator[Block]:
    """Yield each grading of the log with its days, then the grades that clinicians gave."""
    words = telling.toxicity
    yield Heading(telling.say("heading-toxicity"))
    rows = tuple(
        (words.name(row.kind), told)
        for row in telling.found.strip.rows
        if row.kind.is_grade or row.in_all.blood is not None
        for told in ("; ".join(part for part in (words.in_all(row), *words.differing(row)) if part),)
        if told
    )
    if rows:
        columns = (Column(telling.say("column-grading"), 2), Column(telling.say("column-grade"), 6))
        yield Table(columns, rows, telling.say("heading-toxicity"), is_dense=True)
    stated = tuple(each for each in _events(telling) if each.concept in EVENTS)
    if stated:
        yield Paragraph(muted(telling.say("toxicity-stated")), leads=True)
        yield from table_of(telling.letter, stated, telling.say("toxicity-stated"))
    if not rows and not stated:
        yield Paragraph(telling.say("toxicity-nothing"))


def happened(telling: Telling) -> Iterator[Block]:
    """Yield infections and everything else that happened since, that still went on, or of which nobody knows when."""
    yield Heading(telling.say("heading-events"))
    letter = telling.letter
    found = tuple(each for each in _events(telling) if each.concept not in EVENTS and _is_news(each, telling))
    if found:
        yield from table_of(letter, found, telling.say("heading-events"))
    else:
        yield Paragraph(telling.say("events-nothing", since=telling.day(telling.since)), leads=True)
    complete = [letter.complete(each) for each in _LISTS]
    yield Paragraph(muted(complete[0] if all(complete) else telling.say("events-incomplete")))


_EVENTS, _DIAGNOSES = (
    next(each.id for each in every_section() if kind in each.kinds) for kind in (Kind.EVENT, Kind.CONDITION)
)
_LISTS = (_EVENTS, _DIAGNOSES)


def _events(telling: Telling) -> Iterator[Episode]:
    """Yield the events from the infusion on that may be told, and what was newly diagnosed, infections among it.

    Vaccines stand in a table of their own.
    """
    letter, day0 = telling.letter, telling.following.plan.day0
    catalogue = letter.scope.catalogue
    sections = {each.section for each in catalogue.concepts.values()}
    vaccines = catalogue.concepts_of(VACCINES)
    for each in letter.episodes(sections, _LISTS):
        concept = catalogue.concept(each.concept)
        is_event = each.ref.startswith(f"{_EVENTS}/") or (concept is not None and concept.kind is Kind.EVENT)
        is_later = each.onset is not None and each.onset.last >= day0
        if each.concept not in vaccines and (is_later or (is_event and (each.onset is None or each.is_ongoing))):
            yield each


def _is_news(episode: Episode, telling: Telling) -> bool:
    if episode.onset is None or episode.is_ongoing:
        return True
    last = episode.end or episode.onset
    return last.last > telling.since
