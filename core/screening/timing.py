"""The days on which a verdict can change by time alone: a duration after a date the record holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from core.chart.chart import Chart, Entry
from core.chart.entries import Completeness, Contraindication, Course, Episode, Finding, Never
from core.chart.values import Landmark
from core.engine.deciding.calendar import OPEN, after, ends
from core.values.duration import Duration, TimeUnit
from core.values.partial_date import PartialDate

HORIZON = Duration(5, TimeUnit.YEAR)
"""How far ahead today's work-up is followed; the end of a failure is looked for without a horizon."""


def breakpoints(
    lengths: Iterable[Duration], refs: Iterable[str], chart: Chart, evaluation: int, start: int
) -> tuple[int, ...]:
    """Return the days from ``start`` on on which a verdict with these lengths may change, in order, as ordinals."""
    steps = [after(length) for length in lengths]
    found = {start}
    for day in {evaluation, start, *_days(refs, chart)}:
        found |= {day, day + 1}
        for step in steps:
            end = step(day)
            found |= {end, end + 1, step(day + 1)}
    return tuple(sorted(day for day in found if start <= day < OPEN))


def _days(refs: Iterable[str], chart: Chart) -> Iterator[int]:
    if chart.birth is not None:
        yield from ends(chart.birth)
    for ref in refs:
        entry = chart.by_ref.get(ref)
        if entry is not None:
            for moment in _moments(entry):
                yield from ends(moment)


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
