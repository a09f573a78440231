"""The days on which a verdict can change by time alone: a duration after a date the record holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, timedelta
from math import ceil
from typing import cast

from core.chart.chart import Chart, Entry
from core.chart.entries import Completeness, Contraindication, Course, Episode, Finding, Never
from core.chart.values import Landmark
from core.criteria.nodes import Condition, Defined, walk
from core.criteria.scope import Scope
from core.criteria.values import HalfLives, NamedWindow
from core.values.duration import Duration, TimeUnit
from core.values.partial_date import PartialDate

_DAY = timedelta(days=1)
HORIZON = Duration(5, TimeUnit.YEAR)
"""How far ahead a day is looked for."""


def breakpoints(
    conditions: Iterable[Condition], refs: Iterable[str], chart: Chart, scope: Scope, evaluation_on: date, start: date
) -> tuple[date, ...]:
    """Return the days from ``start`` to the horizon on which one of the verdicts may change, in order."""
    lengths = {length for condition in conditions for length in _lengths(condition, scope)}
    days = {evaluation_on, start, *_days(refs, chart)}
    last = HORIZON.after(start)
    found = {start}
    for day in days:
        found |= {day, day + _DAY}
        for length in lengths:
            found |= {length.after(day), length.after(day) + _DAY, length.after(day + _DAY)}
    return tuple(sorted(day for day in found if start <= day <= last))


def _lengths(condition: Condition, scope: Scope) -> Iterator[Duration]:
    for node in walk(condition):
        if isinstance(node, Defined):
            yield from _lengths(scope.definitions[node.name], scope)
        yield from _inside(node, scope)


def _inside(part: object, scope: Scope) -> Iterator[Duration]:
    """Yield every duration written in a node, half-lives and years of age among them."""
    if isinstance(part, Duration):
        yield part
        if part.unit is TimeUnit.YEAR:
            yield Duration(part.count + 1, TimeUnit.YEAR)  # an age limit holds through the whole last year
    elif isinstance(part, NamedWindow):
        yield scope.windows[part.name]
    elif isinstance(part, HalfLives):
        yield from _half_lives(part, scope)
    else:
        for inner in _parts(part):
            yield from _inside(inner, scope)


def _half_lives(span: HalfLives, scope: Scope) -> Iterator[Duration]:
    for drug in scope.catalogue.drugs.values():
        if drug.half_life_days is not None:
            yield Duration(ceil(drug.half_life_days * span.count), TimeUnit.DAY)


def _parts(part: object) -> Iterator[object]:
    if isinstance(part, Mapping):
        yield from cast("Mapping[object, object]", part).values()
    elif isinstance(part, tuple):
        yield from cast("tuple[object, ...]", part)
    elif is_dataclass(part) and not isinstance(part, type):
        yield from (getattr(part, each.name) for each in fields(part))


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
