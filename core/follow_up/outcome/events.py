"""What happened after an infusion: a relapse in the clinician's word, further infusions, death, the cells in blood.

No definition of a relapse after these cells was found in a public source: it stands as somebody recorded it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.chart.entries import Course, Episode, Finding
from core.chart.values import Measured, TestResult
from core.criteria.scope import Scope
from core.engine.explaining.lists import cover
from core.engine.explaining.windows import Period, always
from core.engine.judgement.outcome import Cause, Gap
from core.engine.judgement.situation import Days, Situation
from core.responses.visited import Visited
from core.values.partial_date import PartialDate
from core.values.truth import Truth, truth_of

RELAPSE, DEATH = "disease_relapse", "death"
CELLS, DETECTED, PRODUCTS = "car_t_cells_in_blood", "car_t_cells_detected", "cellular_therapies"
_LOST = ("relapse", "lost_response")
_POSITIVE = ("positive", "detected_not_quantified")


@dataclass(frozen=True, slots=True)
class Happened:
    """Something that somebody recorded, or that is not there.

    ``truth`` FALSE: a complete list says that it did not happen; UNKNOWN with ``gaps``: nothing is recorded of it, and
    no list is complete. ``on`` are its days in their order, as far as they are known.
    """

    truth: Truth
    on: tuple[PartialDate, ...] = ()
    refs: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class Persistence:
    """The cells in blood: the days on which they were found first and last, and first no more; the newest entry."""

    found_first: date | None = None
    found_last: date | None = None
    gone_by: date | None = None
    newest: str = ""
    refs: tuple[str, ...] = ()

    @property
    def is_told(self) -> bool:
        """True where anything was measured."""
        return bool(self.refs)


def happened(visited: Visited, name: str, day0: date, on: date) -> Happened:
    """Return what is recorded of an event from an infusion to a day."""
    found = [each for each in visited.chart.episodes if each.concept == name and _is_in(each, day0, on)]
    if found:
        is_certain = any(not each.is_suspected for each in found)
        ordered = sorted(found, key=lambda each: (each.onset is None, each.onset.first if each.onset else on))
        days = tuple(each.onset for each in ordered if each.onset is not None)
        gaps = () if is_certain else (Gap(Cause.IMPRECISE, name),)
        return Happened(Truth.TRUE if is_certain else Truth.UNKNOWN, days, tuple(each.ref for each in ordered), gaps)
    situation = Situation(visited.chart, Scope(visited.catalogue), on, Days(on), Days(on))
    covered = cover((name,), frozenset({name}), always(Period(day0, on)), situation)
    return Happened(truth_of(False) if covered.is_whole else Truth.UNKNOWN, (), covered.evidence, covered.gaps)


def relapse_of(visited: Visited, day0: date, on: date) -> Happened:
    """Return a relapse as an event, else as what came of the infused product."""
    event = happened(visited, RELAPSE, day0, on)
    if event.truth is Truth.TRUE:
        return event
    lost = [each for each in _courses_of(visited, day0) if each.outcome in _LOST]
    return Happened(Truth.TRUE, (), tuple(each.ref for each in lost)) if lost else event


def _courses_of(visited: Visited, day0: date) -> Iterator[Course]:
    """Yield the courses of the infused product: cells given on day 0."""
    products = visited.catalogue.drugs_of(PRODUCTS) | {PRODUCTS}
    kinds = frozenset(name for name in visited.catalogue.classes if visited.catalogue.drugs_of(name) <= products)
    for each in visited.chart.courses:
        if (
            each.drug in products | kinds
            and each.start is not None
            and each.start.is_exact
            and each.start.first == day0
        ):
            yield each


def _is_in(episode: Episode, day0: date, on: date) -> bool:
    onset = episode.onset
    return onset is None or (day0 <= onset.last and onset.first <= on)


def persistence_of(visited: Visited, day0: date, on: date) -> Persistence:
    """Return on which days the cells were found in blood, by either method."""
    found: list[tuple[date, bool, str]] = []
    for name in (CELLS, DETECTED):
        for each in visited.chart.of(name):
            is_there = _is_there(each)
            if each.on is not None and each.on.is_exact and day0 < each.on.first <= on and is_there.is_known:
                found.append((each.on.first, is_there is Truth.TRUE, each.ref))
    if not found:
        return Persistence()
    ordered = sorted(found)
    there = [day for day, is_there, _ in ordered if is_there]
    last = max(there, default=None)
    gone = next((day for day, is_there, _ in ordered if not is_there and (last is None or day > last)), None)
    refs = tuple(ref for _, _, ref in ordered)
    return Persistence(min(there, default=None), last, gone, refs[-1], refs)


def _is_there(finding: Finding) -> Truth:
    value = finding.value
    match value:
        case TestResult(word=word) if word:
            return truth_of(word in _POSITIVE) if word in (*_POSITIVE, "negative") else Truth.UNKNOWN
        case Measured(quantity):
            amount = quantity.amount
            is_below_detection = amount.low is None and amount.high is not None
            return Truth.FALSE if is_below_detection or amount.high == 0 else truth_of(bool(amount.low))
        case _:
            return Truth.UNKNOWN
