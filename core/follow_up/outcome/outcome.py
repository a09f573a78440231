"""The outcome of a followed patient: what the record says of how it went, at the visits that trials use and since when.

What nobody recorded is unknown with its cause. Nothing is carried over from one visit to the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.values import Absence
from core.follow_up.following import FollowedVisit, Following
from core.follow_up.outcome.b_cells import BCells, b_cells_of
from core.follow_up.outcome.drugs import Free, Steroid, drug_free, remission_free, steroid_of
from core.follow_up.outcome.events import (
    DEATH,
    Happened,
    Persistence,
    happened,
    persistence_of,
    relapse_of,
)
from core.responses.contact import Contact, Used, baseline_of
from core.responses.responding import Instrument, instruments_of
from core.responses.response import Response
from core.responses.visited import Visited
from core.values.truth import Truth, any_of

MONTHS = (1, 3, 6, 12, 24)
"""The visits that trials of these cells report, in months after the infusion."""


@dataclass(frozen=True, slots=True)
class AtVisit:
    """One of the visits that trials report. ``visit`` None: no plan has one there. ``is_to_come``: not begun yet.

    ``remission`` is whether an instrument of remission of the disease is met, ``drug_free`` the same without drugs;
    ``dose`` the glucocorticoid of the visit's day.
    """

    months: int
    visit: FollowedVisit | None
    is_to_come: bool
    responses: tuple[Response, ...] = ()
    remission: Truth = Truth.UNKNOWN
    drug_free: Truth = Truth.UNKNOWN
    free: Free | None = None
    dose: Used | None = None

    def of(self, score: str) -> Response | None:
        """Return what an instrument says there."""
        return next((each for each in self.responses if each.score == score), None)


@dataclass(frozen=True, slots=True)
class Standing:
    """An instrument by the day that is told of.

    ``history`` are its assessments after the infusion in the order of their days, ``latest`` the last of them;
    ``since`` the first day of the unbroken run of assessments that ends with it in which it was met.
    """

    instrument: Instrument
    history: tuple[Response, ...]
    since: date | None = None

    @property
    def score(self) -> str:
        """The instrument's id."""
        return self.instrument.score

    @property
    def latest(self) -> Response | None:
        """The last assessment."""
        return self.history[-1] if self.history else None

    @property
    def truth(self) -> Truth:
        """Whether it is met by the last assessment; unknown where there is none."""
        return self.history[-1].truth if self.history else Truth.UNKNOWN


@dataclass(frozen=True)
class Outcome:
    """How it went after one infusion, by a day."""

    day0: date
    on: date
    standings: tuple[Standing, ...]
    visits: tuple[AtVisit, ...]
    free: Free
    steroid: Steroid
    relapse: Happened
    death: Happened
    infusions: tuple[date, ...]
    b_cells: BCells
    persistence: Persistence

    @property
    def day(self) -> int:
        """The days since the infusion."""
        return (self.on - self.day0).days

    @property
    def retreated_on(self) -> tuple[date, ...]:
        """The days of further infusions after the first one, up to the day that is told of."""
        return self.infusions[1:]

    @property
    def has_remission(self) -> bool:
        """True if an instrument of the disease says whether there is a remission."""
        return any(each.instrument.is_remission for each in self.standings)

    def of(self, score: str) -> Standing | None:
        """Return how an instrument stands."""
        return next((each for each in self.standings if each.score == score), None)

    @property
    def remission(self) -> Truth:
        """Whether an instrument of remission is met by its last assessment."""
        return (
            any_of(each.truth for each in self.standings if each.instrument.is_remission)
            if self.has_remission
            else (Truth.UNKNOWN)
        )

    @property
    def drug_free_remission(self) -> Truth:
        """Whether it is a remission without drugs: by the last assessment, and the drugs of the day that is told of."""
        return remission_free(self.remission, self.free)


def outcome_of(chart: Chart, catalogue: Catalogue, following: Following) -> Outcome:
    """Return the outcome of the infusion that is followed, by its day."""
    day0, on = following.plan.day0, following.on
    visited = Visited.of(chart, catalogue, on)
    baseline = baseline_of(day0)
    instruments = instruments_of(visited)
    visits = following.visits
    standings = tuple(_standing(each, visited, baseline, visits) for each in instruments)
    return Outcome(
        day0,
        on,
        standings,
        tuple(_at_visit(months, visited, baseline, instruments, visits) for months in MONTHS),
        drug_free(visited, day0, on),
        steroid_of(visited, day0, on),
        relapse_of(visited, day0, on),
        happened(visited, DEATH, day0, on),
        tuple(sorted(each.on for each in chart.infusions if each.on <= on)),
        b_cells_of(visited.chart, catalogue, day0, on, baseline.first),
        persistence_of(visited, day0, on),
    )


def _standing(instrument: Instrument, visited: Visited, baseline: Contact, visits: Sequence[FollowedVisit]) -> Standing:
    days = _days_of(instrument, visited, baseline.on)
    history = tuple(instrument.at(visited, baseline, _contact_of(day, visits, visited.evaluation_on)) for day in days)
    since: date | None = None
    for each in history:
        since = (since or each.contact.on) if each.truth is Truth.TRUE else None
    return Standing(instrument, history, since)


def _days_of(instrument: Instrument, visited: Visited, day0: date) -> list[date]:
    """Return the days after the infusion on which an instrument was assessed, or its result was recorded."""
    found = (
        each.on.first
        for concept in (instrument.key, instrument.score)
        for each in visited.chart.of(concept)
        if each.on is not None and each.on.is_exact and not isinstance(each.value, Absence)
    )
    return sorted({day for day in found if day0 < day <= visited.evaluation_on})


def _contact_of(day: date, visits: Sequence[FollowedVisit], on: date) -> Contact:
    """Return the visit a day lies in, told from that day; the day alone where it lies in none."""
    holding = [each.visit for each in visits if each.visit.earliest <= day <= each.visit.latest]
    if not holding:
        return Contact.of_day(day)
    visit = min(holding, key=lambda each: (abs((each.on - day).days), each.on))
    return Contact(visit.earliest, min(visit.latest, on), day)


def _at_visit(
    months: int,
    visited: Visited,
    baseline: Contact,
    instruments: Sequence[Instrument],
    visits: Sequence[FollowedVisit],
) -> AtVisit:
    visit = _visit_at(months, visits)
    on = visited.evaluation_on
    if visit is None or visit.visit.earliest > on:
        return AtVisit(months, visit, visit is not None)
    window = Contact(visit.visit.earliest, min(visit.visit.latest, on), visit.visit.on)
    responses = tuple(each.at(visited, baseline, _assessed(each, visited, window)) for each in instruments)
    day = min(responses[0].contact.on if responses else visit.visit.on, on)
    free = drug_free(visited, baseline.on, day)
    told = [each.truth for each, kind in zip(responses, instruments, strict=True) if kind.is_remission]
    remission = any_of(told) if told else Truth.UNKNOWN
    dose, _ = visited.doses.glucocorticoid(day)
    return AtVisit(months, visit, False, responses, remission, remission_free(remission, free), free, dose)


def _assessed(instrument: Instrument, visited: Visited, window: Contact) -> Contact:
    """Return the window told from the assessment in it that is nearest to its day, else from its own."""
    days = [day for day in _days_of(instrument, visited, window.first - timedelta(days=1)) if window.holds(day)]
    nearest = min(days, key=lambda day: (abs((day - window.on).days), -day.toordinal()), default=window.on)
    return Contact(window.first, window.last, nearest)


def _visit_at(months: int, visits: Sequence[FollowedVisit]) -> FollowedVisit | None:
    return next((each for each in visits if any(one.months == months for one in each.visit.moments)), None)


def assessments(outcome: Outcome) -> Iterator[Response]:
    """Yield every assessment on record, the oldest first of each instrument."""
    for standing in outcome.standings:
        yield from standing.history
