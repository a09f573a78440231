"""Look at everybody who was treated at once: who is overdue or due, has no B cells for long, relapsed, comes of age."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core import clock
from core.catalogue.catalogue import Catalogue
from core.chart.birth import born
from core.chart.chart import Chart
from core.errors import WorldError
from core.follow_up.dying import died_by
from core.follow_up.following import Following, State
from core.follow_up.outcome.b_cells import b_cells_of
from core.follow_up.outcome.events import relapse_of
from core.follow_up.schedule import Schedule
from core.progress import Report, told, unwatched
from core.responses.contact import baseline_of
from core.responses.visited import Visited
from core.store.records import PatientLine, Records
from core.use_cases.follow_patient import follow_patient
from core.use_cases.plan_follow_up import Compiled
from core.use_cases.work_on_patient import Setting, desk_of
from core.values.duration import Duration, TimeUnit
from core.values.partial_date import PartialDate, parse_partial_date
from core.values.truth import Truth

WEEKS_AHEAD = timedelta(weeks=4)
AGES = (12, 18)
"""Where the follow-up changes: ICE in the place of CAPD at 12; consent of one's own, adult care and limits at 18."""
MONTHS_AHEAD = Duration(3, TimeUnit.MONTH)
_SECTION = "infusion"


Stamp = tuple[int, int]
"""The last statement and the count of retractions of a patient: the same as long as nothing changed."""
_NOTHING: Stamp = (0, 0)


@dataclass(frozen=True, slots=True)
class Glanced:
    """What one patient's follow-up says: overdue or not, due within four weeks or not.

    ``stamp`` tells what on record it was told of, ``on`` the day.

    ``is_aplastic``: B cells are below the limit, and certainly have been for longer than a year. ``has_relapsed``: a
    relapse after the infusion is on record. Of who has died nothing is due any more.
    """

    stamp: Stamp
    on: date
    is_overdue: bool
    is_due: bool
    is_aplastic: bool = False
    has_relapsed: bool = False
    has_died: bool = False


@dataclass(frozen=True)
class Glance:
    """Everybody who was treated; ``unread`` are those whose record does not open.

    ``judged_by`` is what it was found by: the catalogue, the schedules, the day of looking.
    """

    of: Mapping[str, Glanced]
    unread: tuple[str, ...] = ()
    judged_by: tuple[object, ...] = ()

    @property
    def treated(self) -> frozenset[str]:
        """Who was treated."""
        return frozenset((*self.of, *self.unread))

    @property
    def overdue(self) -> frozenset[str]:
        """Of whom something is overdue."""
        return frozenset(name for name, each in self.of.items() if each.is_overdue)

    @property
    def due(self) -> frozenset[str]:
        """Of whom something is due within four weeks, or overdue."""
        return frozenset(name for name, each in self.of.items() if each.is_due)

    @property
    def died(self) -> frozenset[str]:
        """Who has died."""
        return frozenset(name for name, each in self.of.items() if each.has_died)

    @property
    def aplastic(self) -> frozenset[str]:
        """Who has had no B cells for longer than a year."""
        return frozenset(name for name, each in self.of.items() if each.is_aplastic)

    @property
    def relapsed(self) -> frozenset[str]:
        """Of whom a relapse is on record."""
        return frozenset(name for name, each in self.of.items() if each.has_relapsed)


NOBODY = Glance({})


def glance_over(
    records: Records,
    catalogue: Catalogue,
    schedules: Sequence[Schedule],
    language: str,
    before: Glance = NOBODY,
    report: Report = unwatched,
) -> Glance:
    """Follow everybody who was treated.

    Who is as they were at the look ``before`` is not even read again: their stamp says so, on the same day, by the same
    catalogue and schedules.
    """
    today = clock.today()
    setting = Setting(catalogue, language, "", today, today.isoformat(), clock.now_utc)
    found: dict[str, Glanced] = {}
    unread: list[str] = []
    compiled: Compiled = {}
    judged_by = (catalogue, tuple(schedules), today)
    known: Mapping[str, Glanced] = before.of if before.judged_by == judged_by else {}
    stamps, treated = records.stamps(), sorted(records.with_section(_SECTION))
    for each in treated:
        if each in known and known[each].stamp == stamps.get(each, _NOTHING):
            found[each] = known[each]
    for patient_id in told([each for each in treated if each not in found], report):
        try:
            desk = desk_of(records, patient_id, setting)
        except WorldError:
            unread.append(patient_id)
            continue
        chart, on = desk.recorded.chart, desk.evaluation_on
        following = follow_patient(chart, schedules, catalogue, on, compiled=compiled)
        if following is not None:
            found[patient_id] = glanced(chart, catalogue, following, stamps.get(patient_id, _NOTHING))
    return Glance(found, tuple(unread), judged_by)


def glanced(chart: Chart, catalogue: Catalogue, following: Following, stamp: Stamp = _NOTHING) -> Glanced:
    """Return what one patient's follow-up says; ``stamp`` is that of the record it was told of."""
    on, day0 = following.on, following.plan.day0
    coming = (each for each in following.of(State.DUE, State.LATER))
    is_due = any(each.visit.earliest <= on + WEEKS_AHEAD for each in coming)
    is_overdue = bool(following.overdue)
    visited = Visited.of(chart, catalogue, on)
    b_cells = b_cells_of(visited.chart, catalogue, day0, on, baseline_of(day0).first)
    return Glanced(
        stamp,
        on,
        is_overdue,
        is_due or is_overdue,
        b_cells.absent_beyond_a_year(on) is Truth.TRUE,
        relapse_of(visited, day0, on).truth is Truth.TRUE,
        died_by(visited.chart, on) is not None,
    )


def comes_of_age(line: PatientLine, today: date) -> int | None:
    """Return the age of ``AGES`` that somebody reaches, or may reach, from today to three months ahead."""
    return age_reached(born(parse_partial_date(line.birth) if line.birth else None, line.age), today)


def age_reached(birth: PartialDate | None, today: date) -> int | None:
    """Return the age of ``AGES`` that who was born then reaches, or may reach, from today to three months ahead."""
    if birth is None:
        return None
    last = MONTHS_AHEAD.after(today)
    for age in AGES:
        first_day, last_day = (Duration(age, TimeUnit.YEAR).after(day) for day in (birth.first, birth.last))
        if first_day <= last and today <= last_day:
            return age
    return None
