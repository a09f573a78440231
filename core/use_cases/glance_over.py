"""Look at everybody who was treated at once: who is overdue, who is due within four weeks; who comes of age soon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from core import clock
from core.catalogue.catalogue import Catalogue
from core.chart.birth import born
from core.entry.desk.fields import Kept
from core.errors import WorldError
from core.follow_up.following import State
from core.follow_up.schedule import Schedule
from core.progress import Report, told, unwatched
from core.store.records import PatientLine, Records
from core.use_cases.follow_patient import follow_patient
from core.use_cases.plan_follow_up import Compiled
from core.use_cases.work_on_patient import Setting, desk_of
from core.values.duration import Duration, TimeUnit
from core.values.partial_date import parse_partial_date

WEEKS_AHEAD = timedelta(weeks=4)
AGES = (12, 18)
"""Where the follow-up changes: ICE in the place of CAPD at 12; consent of one's own, adult care and limits at 18."""
MONTHS_AHEAD = Duration(3, TimeUnit.MONTH)
_SECTION = "infusion"


@dataclass(frozen=True, slots=True)
class Glanced:
    """What one patient's follow-up says: of which statements and day, overdue or not, due within four weeks or not."""

    kept: tuple[Kept, ...]
    on: date
    is_overdue: bool
    is_due: bool


@dataclass(frozen=True)
class Glance:
    """Everybody who was treated; ``unread`` are those whose record does not open."""

    of: Mapping[str, Glanced]
    unread: tuple[str, ...] = ()

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


NOBODY = Glance({})


def glance_over(
    records: Records,
    catalogue: Catalogue,
    schedules: Sequence[Schedule],
    language: str,
    before: Glance = NOBODY,
    report: Report = unwatched,
) -> Glance:
    """Follow everybody who was treated; who is as they were at the look ``before`` is not followed again."""
    today = clock.today()
    setting = Setting(catalogue, language, "", today, today.isoformat(), clock.now_utc)
    found: dict[str, Glanced] = {}
    unread: list[str] = []
    compiled: Compiled = {}
    for patient_id in told(sorted(records.with_section(_SECTION)), report):
        try:
            desk = desk_of(records, patient_id, setting)
        except WorldError:
            unread.append(patient_id)
            continue
        known, on = before.of.get(patient_id), desk.evaluation_on
        if known is not None and (known.kept, known.on) == (desk.kept, on):
            found[patient_id] = known
            continue
        following = follow_patient(desk.recorded.chart, schedules, catalogue, on, compiled=compiled)
        if following is not None:
            coming = (each for each in following.of(State.DUE, State.LATER))
            is_due = any(each.visit.earliest <= on + WEEKS_AHEAD for each in coming)
            is_overdue = bool(following.overdue)
            found[patient_id] = Glanced(desk.kept, on, is_overdue, is_due or is_overdue)
    return Glance(found, tuple(unread))


def comes_of_age(line: PatientLine, today: date) -> int | None:
    """Return the age of ``AGES`` that somebody reaches, or may reach, from today to three months ahead."""
    birth = born(parse_partial_date(line.birth) if line.birth else None, line.age)
    if birth is None:
        return None
    last = MONTHS_AHEAD.after(today)
    for age in AGES:
        first_day, last_day = (Duration(age, TimeUnit.YEAR).after(day) for day in (birth.first, birth.last))
        if first_day <= last and today <= last_day:
            return age
    return None
