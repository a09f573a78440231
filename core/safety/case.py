"""One case of a safety report: who reports, about whom, which product, what happened. Nothing in it is made up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cached_property

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.entries import Course, Finding, Infusion
from core.safety.reportable import Matter, Reportable
from core.values.duration import completed_years
from core.values.partial_date import PartialDate

DEATH = "death"
FATAL = 5
"""The grade that is death, in CTCAE and in the gradings of ASTCT alike."""
_LIFE_THREATENING = "life_threatening"
_CELLS, _WEIGHT = "car_t_cells", "weight"
_COUNTRY = re.compile(r"[A-Z]{2}")
_QUALIFICATIONS = ("1", "2", "3", "4", "5")


class Serious(Enum):
    """Why an event is serious (ICH E2A); the letter is what is typed for it, in the order of E2B(R3), E.i.3.2."""

    DEATH = "a"
    LIFE_THREATENING = "b"
    HOSPITAL = "c"
    DISABILITY = "d"
    CONGENITAL = "e"
    IMPORTANT = "f"


class Ground(Enum):
    """What is said of the type of a report by the ground on which the cells were given."""

    LABEL = "label"
    TRIAL = "trial"
    SINGLE_PATIENT = "single_patient"
    EXEMPTION = "exemption"
    UNKNOWN = ""


class Outcome(Enum):
    """How it went, as far as the record says."""

    RESOLVED = "resolved"
    ONGOING = "ongoing"
    FATAL = "fatal"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reporter:
    """Who reports, as typed; ``country`` two letters (ISO 3166-1), ``qualification`` a number of ICH E2B, C.2.r.4."""

    name: str = ""
    organisation: str = ""
    address: tuple[str, ...] = ()
    telephone: str = ""
    country: str = ""
    qualification: str = ""

    @property
    def is_identifiable(self) -> bool:
        """True where a name or an institution is known."""
        return bool(self.name.strip() or self.organisation.strip())

    @property
    def country_code(self) -> str:
        """The country, "" where what was typed is no code."""
        written = self.country.strip().upper()
        return written if _COUNTRY.fullmatch(written) else ""

    @property
    def qualification_code(self) -> str:
        """The qualification, "" where what was typed is no number of the list."""
        written = self.qualification.strip()
        return written if written in _QUALIFICATIONS else ""


@dataclass(frozen=True)
class SafetyCase:
    """A case as of ``on``. ``reported`` None: nothing on record, or nothing chosen.

    ``number`` is the reporter's own, ``aware_on`` the first day somebody knew of it, ``judged`` the letters typed for
    seriousness, ``narrative`` and ``relatedness`` the reporter's words.
    """

    chart: Chart
    catalogue: Catalogue
    on: date
    reported: Reportable | None
    reporter: Reporter = field(default_factory=Reporter)
    number: str = ""
    aware_on: date | None = None
    judged: frozenset[Serious] = frozenset()
    narrative: str = ""
    relatedness: str = ""
    indication: str = ""

    @cached_property
    def infusion(self) -> Infusion | None:
        """The infusion it is held against: the last one before it began, else the last one on record."""
        onset = None if self.reported is None else self.reported.onset
        before = None if onset is None else self.chart.infused_by(onset.last)
        return before or self.chart.infused_by(self.on)

    @property
    def initials(self) -> str:
        """The initials of the patient, never the name."""
        parts = self.chart.name.replace("-", " ").split()
        return "".join(f"{part[0].upper()}." for part in parts if part[0].isalpha())

    @property
    def age(self) -> int | None:
        """The completed years when it began (without a day: on the day of the report), where they are certain."""
        birth, onset = self.chart.birth, None if self.reported is None else self.reported.onset
        moment = onset or PartialDate.on(self.on)
        if birth is None:
            return None
        least, most = completed_years(birth.last, moment.first), completed_years(birth.first, moment.last)
        return least if least == most else None

    @property
    def weight(self) -> Finding | None:
        """The weight that was taken nearest to its first day, of two as near the earlier one."""
        concept = self.catalogue.by_role[_WEIGHT]
        found = [each for each in self.chart.of(concept.id) if each.on is not None and each.on.is_exact]
        return min(found, key=lambda each: _distance(each, self._moment), default=None)

    @property
    def is_weight_of_then(self) -> bool:
        """True where it was taken so near that the catalogue still calls it fresh."""
        weight, freshness = self.weight, self.catalogue.by_role[_WEIGHT].freshness
        if weight is None or weight.on is None or freshness is None:
            return False
        earlier, later = sorted((weight.on.first, self._moment))
        return later <= freshness.after(earlier)

    @property
    def _moment(self) -> date:
        onset = None if self.reported is None else self.reported.onset
        return self.on if onset is None else onset.first

    @property
    def died_on(self) -> PartialDate | None:
        """The day of death, where it is on record; whether the event led to it is the reporter's to say."""
        found = [each.onset for each in self.chart.episodes if each.concept == DEATH and not each.is_suspected]
        return next((each for each in found if each is not None), None)

    @property
    def ground(self) -> Ground:
        """On what ground the cells were given."""
        return Ground.UNKNOWN if self.infusion is None else Ground(self.infusion.indication)

    @property
    def serious(self) -> frozenset[Serious]:
        """The criteria that the record shows or the reporter typed. A grade of 4 is no criterion: it is judged."""
        return self.judged | frozenset(self._shown())

    def _shown(self) -> Iterator[Serious]:
        reported = self.reported
        if reported is None:
            return
        if reported.grade == FATAL:
            yield Serious.DEATH
        if reported.severity == _LIFE_THREATENING:
            yield Serious.LIFE_THREATENING
        if reported.needed_hospital:
            yield Serious.HOSPITAL

    @property
    def outcome(self) -> Outcome:
        """How it went: an end on record is the last day it was there."""
        reported = self.reported
        if reported is None or reported.matter is Matter.PREGNANCY:
            return Outcome.UNKNOWN
        if reported.grade == FATAL:
            return Outcome.FATAL
        if reported.end is not None:
            return Outcome.RESOLVED
        return Outcome.ONGOING if reported.is_ongoing else Outcome.UNKNOWN

    @property
    def lymphodepletion(self) -> tuple[Course, ...]:
        """The courses of the lymphodepletion of the infusion, the last one of each drug that began before it."""
        infusion = self.infusion
        if infusion is None:
            return ()
        found: dict[str, Course] = {}
        for each in self.chart.courses:
            is_part = each.drug in (infusion.lymphodepletion or ())
            if is_part and each.start is not None and each.start.first <= infusion.on:
                known = found.get(each.drug)
                if known is None or known.start is None or known.start.first <= each.start.first:
                    found[each.drug] = each
        return tuple(found.values())

    @property
    def others(self) -> tuple[Course, ...]:
        """The other courses that may have run when it began, or since the infusion where it has no day."""
        infusion, onset = self.infusion, None if self.reported is None else self.reported.onset
        moment = onset or (None if infusion is None else PartialDate.on(infusion.on))
        if moment is None:
            return ()
        apart = {each.ref for each in self.lymphodepletion}
        cells = self.catalogue.drugs_of(_CELLS) | {_CELLS}  # the suspect product is told by its infusion
        return tuple(
            each
            for each in self.chart.courses
            if each.ref not in apart and each.drug not in cells and _may_run(each, moment)
        )


def _distance(finding: Finding, moment: date) -> tuple[int, date]:
    on = moment if finding.on is None else finding.on.first
    return abs((on - moment).days), on


def _may_run(course: Course, moment: PartialDate) -> bool:
    """True where a course had begun and had not certainly ended; one of which nobody knows either is no such course."""
    if course.start is None or course.start.first > moment.last:
        return False
    return course.end.last >= moment.first if course.end is not None else course.is_ongoing


def judged_letters(text: str) -> frozenset[Serious]:
    """Return the criteria that letters name ("a, c")."""
    typed = {sign for sign in text.casefold() if sign.isalpha()}
    return frozenset(each for each in Serious if each.value in typed)
