"""The days on which a verdict can change by time alone: a length after a day the record holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from core.catalogue.catalogue import Catalogue
from core.chart.entries import Episode, Finding
from core.chart.sections import list_of
from core.chart.values import Fact, Landmark
from core.criteria.scope import Scope
from core.engine.deciding.absences import SIGN_STANDS
from core.engine.deciding.calendar import OPEN, after, before, ends
from core.engine.deciding.record import Record, Taken
from core.values.duration import Duration, TimeUnit
from core.values.merging import merged

HORIZON = Duration(5, TimeUnit.YEAR)
"""How far ahead today's work-up is followed; the end of a failure is looked for without a horizon."""


def breakpoints(lengths: Iterable[Duration], bases: Iterable[int], start: int, *, is_summed: bool) -> tuple[int, ...]:
    """Return the days from ``start`` on on which a verdict can change, in order, as ordinals.

    ``bases`` are the days that lengths are counted from. ``is_summed``: one length is looked for inside another (three
    months of a drug within the last year), which ends a part of the way.
    """
    days = {start, *bases}
    steps = [after(length) for length in lengths]
    backs = [before(length) for length in lengths] if is_summed else []
    for back in backs:
        days |= {back(day) for day in days}
    found = set(days)
    for day in days:
        found.add(day + 1)
        for step in steps:
            end = step(day)
            found |= {end, end + 1, step(day - 1) if day > 1 else end, step(day + 1)}
    return tuple(sorted(day for day in found if start <= day < OPEN))


def bases_of(names: frozenset[str], record: Record, scope: Scope, anchors: Iterable[int]) -> frozenset[int]:
    """Return the days of everything on record about some names: what lengths are counted from."""
    found: set[int] = set(anchors)
    chart, catalogue = record.chart, record.catalogue
    if record.birth is not None:
        found.update(record.birth)
    for name in names & chart.concepts:
        for finding in chart.of(name):
            found.update(_of_finding(finding, scope))
    for episode in chart.episodes:
        if episode.concept in names or not episode.concept:
            found.update(_of_episode(episode))
    drugs = drugs_named(names, catalogue)
    for taken in record.courses:
        if not drugs.isdisjoint(catalogue.may_be(taken.drug, taken.course.may_be)):
            found.update(_of_course(taken, scope))
    found.update(_of_lists(record, scope))
    return frozenset(day for day in found if 0 < day < OPEN)


def _of_lists(record: Record, scope: Scope) -> Iterator[int]:
    """Yield until when lists and what has never been there were told, and until when that stands.

    A window that ends before the decision day is covered for as long again.
    """
    told = [(entry.as_of, entry.of) for entry in record.chart.complete]
    told += [(entry.as_of, list_of(scope.catalogue.concept(entry.of))) for entry in record.chart.never]
    for as_of, which in told:
        yield as_of.toordinal()
        yield after(scope.freshness_of_list(which))(as_of.toordinal())


def drugs_named(names: frozenset[str], catalogue: Catalogue) -> frozenset[str]:
    """Return the drugs that names stand for, those of a dose among them."""
    concepts = [concept for name in names if (concept := catalogue.concept(name)) is not None]
    return merged(catalogue.drugs_of(name) for name in (*names, *(concept.dose_of for concept in concepts)))


def _of_finding(finding: Finding, scope: Scope) -> Iterator[int]:
    value = finding.value
    if isinstance(value, Landmark):
        yield from ends(value.on)
    if finding.on is None:
        return
    yield from ends(finding.on)
    if isinstance(value, Fact):  # a sign stands for its freshness; "not there" ends what went on the day before
        concept = scope.catalogue.concept(finding.concept)
        stands = SIGN_STANDS if concept is None or concept.freshness is None else concept.freshness
        yield from (after(stands)(day) for day in ends(finding.on))
        yield from (day - 1 for day in ends(finding.on))


def _of_episode(episode: Episode) -> Iterator[int]:
    for moment in (episode.onset, episode.end, episode.ongoing_on):
        if moment is not None:
            yield from ends(moment)


def _of_course(taken: Taken, scope: Scope) -> Iterator[int]:
    course = taken.course
    drug = scope.catalogue.drugs.get(course.drug)
    known = () if drug is None else (drug.interval_by(route) for route in drug.routes_by(course.route))
    intervals = [each for each in (scope.dosing_intervals.get(course.drug), *known) if each is not None]
    intervals += [Duration(ceil(each.per_days), TimeUnit.DAY) for each in course.doses if each.per_days]
    for moment in (course.start, course.end):
        if moment is not None:
            yield from ends(moment)
            yield from (after(interval)(day) - 1 for interval in intervals for day in ends(moment))
    for segment in course.doses:
        for moment in (segment.start, segment.end):
            if moment is not None:
                yield from ends(moment)
