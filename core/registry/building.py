"""Build the data set: a row for each patient, then one for each visit that has been, in the order of the pseudonyms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.follow_up.dying import died_by
from core.follow_up.following import FollowedVisit, Following, State
from core.follow_up.outcome.outcome import outcome_of
from core.follow_up.toxicity import strip_of
from core.language.phrases import Phrases
from core.registry.dataset import DATE, DAY, STATE, VISIT, Column, Dataset, Form, Kind, Row, Time
from core.registry.outcome_cells import OutcomeCells, outcome_columns, response_columns
from core.registry.patient_row import PatientCells, patient_columns
from core.registry.pseudonyms import Pseudonym
from core.registry.visit_values import Found, LeftOut, VisitValues, visit_columns

BEFORE, OTHER_DAY = "before infusion", "other day"
_PAST = (State.OVERDUE, State.DUE, State.MISSED, State.DONE, State.NOT_DONE, State.NO_LONGER)


@dataclass(frozen=True)
class Source:
    """A patient who was infused: as on record on the day that ``following`` is of, and the key."""

    chart: Chart
    following: Following
    key: Pseudonym


def build(
    sources: Iterable[Source], catalogue: Catalogue, diseases: frozenset[str], time: Time, phrases: Phrases
) -> Dataset:
    """Return the data set. ``diseases`` are the diagnoses that are told; of the others nothing leaves."""
    left = LeftOut()
    rows: list[Row] = []
    for each in sorted(sources, key=lambda source: source.key.code):
        rows += _Patient(each, catalogue, diseases, time, left).rows()
    used = {name for row in rows if row.form is Form.VISIT for name in row.cells}
    measured = (column for each in catalogue.concepts.values() for column in visit_columns(each, used, phrases))
    of_patients = (*patient_columns(phrases, time), *outcome_columns(phrases))
    columns = (*of_patients, *_visit_columns(phrases, time), *response_columns(phrases), *measured)
    return Dataset(time, columns, tuple(rows), dict(sorted(left.counts.items())))


def _visit_columns(phrases: Phrases, time: Time) -> Iterator[Column]:
    def column(name: str, kind: Kind, unit: str = "", choices: tuple[tuple[str, str], ...] = ()) -> Column:
        label = phrases.say(f"registry-{name.replace('_', '-')}")
        note = f"registry-{name.replace('_', '-')}-note"
        return Column(name, Form.VISIT, kind, label, unit, choices, phrases.say(note) if phrases.can_say(note) else "")

    states = tuple((each.value, phrases.say(f"registry-state-{each.value.replace('_', '-')}")) for each in _PAST)
    yield column(VISIT, Kind.WORDS)
    yield column(STATE, Kind.CHOICE, choices=states)
    yield column(DAY, Kind.WHOLE, "d")
    if time is Time.SHIFTED:
        yield column(DATE, Kind.DATE)


@dataclass(frozen=True)
class _Patient:
    source: Source
    catalogue: Catalogue
    diseases: frozenset[str]
    time: Time
    left: LeftOut

    def rows(self) -> Iterator[Row]:
        following, key = self.source.following, self.source.key
        chart, day0 = self.source.chart.as_of(following.on), following.plan.day0
        infusion = chart.infused_by(day0)
        if infusion is None:
            return
        strip = strip_of(chart, self.catalogue, day0, following.on)
        cells = PatientCells(chart, self.catalogue, infusion, strip, self.diseases, key, self.time)
        outcome = OutcomeCells(outcome_of(chart, self.catalogue, following))
        yield Row(key.code, 0, {**cells.cells(), **outcome.of_patient()})
        yield from self._numbered(chart, outcome)

    def _numbered(self, chart: Chart, outcome: OutcomeCells) -> Iterator[Row]:
        """Yield the visits that have been and the other days with values, in the order of their days."""
        following = self.source.following
        values, died = VisitValues(chart, self.catalogue, following, self.left), died_by(chart, following.on)
        last = following.on if died is None else died.on
        told: list[tuple[date, dict[str, str]]] = []
        before, at_visits = values.before(), values.at_visits()
        if before is not None:
            told.append((date.min, {VISIT: BEFORE, **before.cells}))
        for place, visit in enumerate(following.visits):
            if visit.visit.earliest <= last and visit.state in _PAST:
                found = at_visits.get(place)
                cells = {VISIT: visit.name, STATE: visit.state.value, **self._on(_held_on(visit, found))}
                values_of: Mapping[str, str] = {} if found is None else found.cells
                told.append((visit.visit.on, {**cells, **outcome.of_visit(visit), **values_of}))
        others = values.on_other_days().values()
        told += [(each.on, {VISIT: OTHER_DAY, **self._on(each.on), **each.cells}) for each in others]
        for number, (_, cells) in enumerate(sorted(told, key=lambda each: each[0]), start=1):
            yield Row(self.source.key.code, number, cells)

    def _on(self, on: date | None) -> dict[str, str]:
        if on is None:
            return {}
        days = {DAY: str((on - self.source.following.plan.day0).days)}
        return {**days, DATE: self.source.key.shifted(on).isoformat()} if self.time is Time.SHIFTED else days


def _held_on(visit: FollowedVisit, found: Found | None) -> date | None:
    """Return the first day of what was said or found of a visit; nothing where nobody knows it."""
    said = [each.done_on for each in visit.items if each.said is not None and each.done_on is not None]
    return min([*said, *([] if found is None else [found.on])], default=None)
