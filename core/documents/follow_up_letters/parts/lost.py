"""Whether anything is on record of the year: who was lost to follow-up is said to be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.chart.chart import Chart
from core.chart.entries import Course, Episode, Finding, Row
from core.documents.blocks import Block, Callout, KeyValues, Paragraph, Tone
from core.documents.follow_up_letters.letter import LAST_YEAR, Telling
from core.documents.referral_letter.typed import TypedField, typed_pairs


def lost(telling: Telling, fields: tuple[TypedField, ...]) -> Iterator[Block]:
    """Yield the last day of which anything is on record, and that nothing is of this year where that is so."""
    found, year = telling.found, telling.year
    first, opens = found.anniversary(year - 1), found.opens(year)
    days = tuple(_days(telling.letter.chart))
    last = max(days, default=None)
    if telling.on < opens:
        yield Callout(telling.say("year-to-come", year=year, day=telling.day(opens)), (), Tone.WAITING)
    elif last is None or last <= first:
        words = telling.say("nothing-since", day=telling.day(last)) if last is not None else telling.say("nothing-ever")
        yield Callout(telling.say("lost", year=year), (words, telling.say("lost-means")), Tone.OPEN)
    else:
        yield Paragraph(telling.say("last-entry", day=telling.day(last)))
    if found.anniversary(LAST_YEAR) <= telling.on:
        yield Paragraph(telling.say("after-year-15"))
    yield KeyValues(tuple(typed_pairs(fields, telling.letter, telling.writing.options)), 2)


def _days(chart: Chart) -> Iterator[date]:
    """Yield the days of which something was found, given or said; a treatment that goes on is no contact."""
    for entry in chart.recorded:
        match entry:
            case Finding(on=moment) if moment is not None and moment.is_exact:
                yield moment.first
            case Episode(onset=moment) | Course(start=moment) | Row(onset=moment) if (
                moment is not None and moment.is_exact
            ):
                yield moment.first
            case _:
                continue
