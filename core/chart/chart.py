"""The chart: everything known of one patient, and that part of it which existed on a given day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from core.chart.entries import (
    Answer,
    Completeness,
    Contraindication,
    Course,
    Episode,
    Finding,
    Infusion,
    Never,
    PlannedTreatment,
    SiteStatement,
)
from core.chart.values import Absence
from core.values.partial_date import PartialDate

DERIVED = "derived/"
"""How the name of an entry begins that nobody recorded."""

Entry = Finding | Episode | Course | Completeness | Never | Contraindication | Answer | SiteStatement


@dataclass(frozen=True, slots=True)
class Newest:
    """One finding that is certainly newer than all others, its day and its ref; ``on`` None: there is none."""

    finding: Finding
    on: date | None
    refs: frozenset[str]


NO_NEWEST = Newest(Finding("", "", Absence.UNKNOWN), None, frozenset())


@dataclass(frozen=True)
class Chart:
    """All that is known of one patient. Order of entries is the order of the record."""

    id: str
    is_synthetic: bool
    name: str = ""
    birth: PartialDate | None = None
    number: str = ""
    findings: tuple[Finding, ...] = ()
    episodes: tuple[Episode, ...] = ()
    courses: tuple[Course, ...] = ()
    complete: tuple[Completeness, ...] = ()
    never: tuple[Never, ...] = ()
    contraindications: tuple[Contraindication, ...] = ()
    answers: tuple[Answer, ...] = ()
    site: tuple[SiteStatement, ...] = ()
    planned: Mapping[str, PartialDate] = field(default_factory=dict[str, PartialDate])
    planned_treatments: tuple[PlannedTreatment, ...] = ()
    infusion: Infusion | None = None
    judged_on: date | None = None  # the day it is to be judged on, where the record says so (samples)

    @property
    def shown_number(self) -> str:
        """The number papers print: the record's own, else the id."""
        return self.number or self.id

    @cached_property
    def _by_concept(self) -> Mapping[str, tuple[Finding, ...]]:
        grouped: dict[str, list[Finding]] = {}
        for finding in self.findings:
            grouped.setdefault(finding.concept, []).append(finding)
        return {concept: tuple(found) for concept, found in grouped.items()}

    def of(self, concept: str) -> tuple[Finding, ...]:
        """Return the findings about one concept, in the order of the record."""
        return self._by_concept.get(concept, ())

    @cached_property
    def courses_of(self) -> Mapping[str, tuple[Course, ...]]:
        """The courses by the drug, class or product they are written with."""
        grouped: dict[str, list[Course]] = {}
        for course in self.courses:
            grouped.setdefault(course.drug, []).append(course)
        return {drug: tuple(found) for drug, found in grouped.items()}

    @cached_property
    def concepts(self) -> frozenset[str]:
        """Every concept something was said of."""
        return frozenset(self._by_concept)

    @cached_property
    def newest(self) -> dict[str, Newest]:
        """The one newest finding of a concept by a method, as far as it was looked for."""
        return {}

    @cached_property
    def once(self) -> dict[object, object]:
        """What was found of it already, for whoever would find it again; who keeps something has keys of its own."""
        return {}

    @cached_property
    def by_ref(self) -> Mapping[str, Entry]:
        """Every entry by the name evidence uses."""
        return {entry.ref: entry for entry in self.entries}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in the order of the record."""
        return (
            *self.findings,
            *self.episodes,
            *self.courses,
            *self.complete,
            *self.never,
            *self.contraindications,
            *self.answers,
            *self.site,
        )

    @property
    def recorded(self) -> tuple[Entry, ...]:
        """The entries that somebody recorded: nothing that only follows from others."""
        return tuple(entry for entry in self.entries if not entry.ref.startswith(DERIVED))

    def keeping(self, refs: Iterable[str]) -> Chart:
        """Return the chart with only the entries named; birth date, planned dates and infusion stay."""
        kept = frozenset(refs)
        return replace(
            self,
            findings=tuple(entry for entry in self.findings if entry.ref in kept),
            episodes=tuple(entry for entry in self.episodes if entry.ref in kept),
            courses=tuple(entry for entry in self.courses if entry.ref in kept),
            complete=tuple(entry for entry in self.complete if entry.ref in kept),
            never=tuple(entry for entry in self.never if entry.ref in kept),
            contraindications=tuple(entry for entry in self.contraindications if entry.ref in kept),
            answers=tuple(entry for entry in self.answers if entry.ref in kept),
            site=tuple(entry for entry in self.site if entry.ref in kept),
        )

    def as_of(self, day: date) -> Chart:
        """Return what was on record on ``day``: later entries do not exist, dates reach no further than the day.

        A course may keep an end after the day: that is a planned stop. A dose segment that starts later is planned.
        """
        return replace(
            self,
            findings=tuple(_found_by(entry, day) for entry in self.findings if _began_by(entry.on, day)),
            episodes=tuple(_lasting_by(entry, day) for entry in self.episodes if _began_by(entry.onset, day)),
            courses=tuple(_taken_by(entry, day) for entry in self.courses if _began_by(entry.start, day)),
            complete=tuple(entry for entry in self.complete if entry.as_of <= day),
            never=tuple(entry for entry in self.never if entry.as_of <= day),
            contraindications=tuple(entry for entry in self.contraindications if _began_by(entry.on, day)),
            answers=tuple(entry for entry in self.answers if _began_by(entry.on, day)),
            site=tuple(entry for entry in self.site if _began_by(entry.on, day)),
        )

    def later_than(self, day: date) -> int:
        """Return the number of entries that ``as_of(day)`` leaves out."""
        return len(self.recorded) - len(self.as_of(day).recorded)


def _began_by(moment: PartialDate | None, day: date) -> bool:
    return moment is None or moment.first <= day


def _capped(moment: PartialDate | None, day: date) -> PartialDate | None:
    return None if moment is None else moment.within(date.min, day)


def _is_past(moment: PartialDate | None, day: date) -> bool:
    """True if capping the date changes nothing: most entries stay the objects they are."""
    return moment is None or moment.last <= day


def _found_by(finding: Finding, day: date) -> Finding:
    return finding if _is_past(finding.on, day) else replace(finding, on=_capped(finding.on, day))


def _lasting_by(episode: Episode, day: date) -> Episode:
    """An end that lies after the day was not known on it: the episode then still went on."""
    if _is_past(episode.onset, day) and _is_past(episode.end, day) and _is_past(episode.ongoing_on, day):
        return episode
    is_ended = episode.end is not None and episode.end.first <= day
    is_seen = episode.ongoing_on is not None and episode.ongoing_on.first <= day
    return replace(
        episode,
        onset=_capped(episode.onset, day),
        end=_capped(episode.end, day) if is_ended else None,
        is_ongoing=episode.is_ongoing or (episode.end is not None and not is_ended),
        ongoing_on=_capped(episode.ongoing_on, day) if is_seen else None,
    )


def _taken_by(course: Course, day: date) -> Course:
    return course if _is_past(course.start, day) else replace(course, start=_capped(course.start, day))
