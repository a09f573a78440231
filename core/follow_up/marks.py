"""What was given and what happened from day 0 on, as marks over an axis of days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind
from core.chart.chart import Chart
from core.chart.entries import Course, Episode


@dataclass(frozen=True, slots=True)
class Mark:
    """A course or an event that began at or after day 0. ``last`` None: it goes on, or nobody knows."""

    ref: str
    name: str
    first: int
    last: int | None
    is_course: bool
    is_ongoing: bool = False


def marks_since(chart: Chart, catalogue: Catalogue, day0: date, last_day: int) -> Iterator[Mark]:
    """Yield the courses, then the events, that began from day 0 to a day; one without an exact day stands nowhere."""
    for course in chart.courses:
        mark = _of_course(course, day0)
        if mark is not None and 0 <= mark.first <= last_day:
            yield mark
    for episode in chart.episodes:
        mark = _of_event(episode, catalogue, day0)
        if mark is not None and 0 <= mark.first <= last_day:
            yield mark


def trend_marks(chart: Chart, catalogue: Catalogue, day0: date, on: date) -> tuple[Mark, ...]:
    """Return what is marked on trends up to a day, by its day: treatments and events, toxicity among them.

    The cells themselves are day 0. Vaccines are left to the list of events: those of fifteen autumns would
    hide the rest.
    """
    found = marks_since(chart.as_of(on), catalogue, day0, (on - day0).days)
    cells = catalogue.drugs_of(_CELLS) | {_CELLS}
    kept = (each for each in found if not _is_left_out(each, catalogue, cells))
    return tuple(sorted(kept, key=lambda each: (each.first, each.ref)))


_CELLS = "car_t_cells"
VACCINES = "vaccine"


def _is_left_out(mark: Mark, catalogue: Catalogue, cells: frozenset[str]) -> bool:
    if mark.is_course:
        return mark.first == 0 and mark.name in cells
    return mark.name in catalogue.concepts_of(VACCINES)


def _of_course(course: Course, day0: date) -> Mark | None:
    if course.start is None or not course.start.is_exact:
        return None
    end = None if course.end is None or not course.end.is_exact else (course.end.first - day0).days
    return Mark(course.ref, course.drug, (course.start.first - day0).days, end, True, course.is_ongoing)


def _of_event(episode: Episode, catalogue: Catalogue, day0: date) -> Mark | None:
    concept = catalogue.concept(episode.concept)
    is_event = concept is not None and concept.kind is Kind.EVENT
    if concept is None or not is_event or episode.onset is None or not episode.onset.is_exact:
        return None
    first = (episode.onset.first - day0).days
    end = None if episode.end is None or not episode.end.is_exact else (episode.end.first - day0).days
    return Mark(episode.ref, episode.concept, first, first if concept.is_point else end, False, episode.is_ongoing)
