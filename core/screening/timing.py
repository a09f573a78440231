"""The days on which a verdict can change by time alone: a duration after a date the record holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from core.chart.chart import Chart, Entry
from core.chart.entries import Completeness, Contraindication, Course, Episode, Finding, Never
from core.chart.values import Landmark
from core.values.duration import Duration, TimeUnit
from core.values.partial_date import PartialDate

_DAY = timedelta(days=1)
HORIZON = Duration(5, TimeUnit.YEAR)
"""How far ahead today's work-up is followed; the end of a failure is looked for without a horizon."""


def breakpoints(
    lengths: Iterable[Duration], refs: Iterable[str], chart: Chart, evaluation_on: date, start: date
) -> tuple[date, ...]:
    """Return the days from ``start`` on on which a verdict with these lengths may change, in order."""
    days = {evaluation_on, start, *_days(refs, chart)}
    found = {start}
    written = tuple(lengths)
    for day in days:
        found |= {day, day + _DAY}
        for length in written:
            found |= {length.after(day), length.after(day) + _DAY, length.after(day + _DAY)}
    return tuple(sorted(day for day in found if start <= day))


def _days(refs: Iterable[str], chart: Chart) -> Iterator[date]:
    if chart.birth is not None:
        yield from (chart.birth.first, chart.birth.last)
    for ref in refs:
        entry = chart.by_ref.get(ref)
        if entry is not None:
            for moment in _moments(entry):
                yield from (moment.first, moment.last)


def _moments(entry: Entry) -> Iterator[PartialDate]:
    match entry:
        case Finding(value=Landmark(on)):
            yield on
        case Finding() | Contraindication() if entry.on is not None:
            yield entry.on
        case Episode():
            yield from (moment for moment in (entry.onset, entry.end, entry.ongoing_on) if moment is not None)
        case Course():
            yield from (moment for moment in (entry.start, entry.end) if moment is not None)
            for segment in entry.doses:
                yield from (moment for moment in (segment.start, segment.end) if moment is not None)
        case Completeness() | Never():
            yield PartialDate.on(entry.as_of)
        case _:
            return
