"""The chart: everything known of one patient, and that part of it which existed on a given day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from core.chart.entries import (
    Answer,
    Completeness,
    Contraindication,
    Course,
    Entry,
    Episode,
    Finding,
    Infusion,
    Never,
    PlannedTreatment,
    Row,
    SiteStatement,
)
from core.chart.values import Absence
from core.values.partial_date import PartialDate

DERIVED = "derived/"
"""How the name of an entry begins that nobody recorded."""

PARTS: Mapping[type[Entry], str] = {
    Finding: "findings",
    Episode: "episodes",
    Course: "courses",
    Completeness: "complete",
    Never: "never",
    Contraindication: "contraindications",
    Answer: "answers",
    SiteStatement: "site",
    Row: "rows",
}
"""Where the chart holds each kind of entry, in the order of the record."""


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
    rows: tuple[Row, ...] = ()
    planned: Mapping[str, PartialDate] = field(default_factory=dict[str, PartialDate])
    planned_treatments: tuple[PlannedTreatment, ...] = ()
    infusions: tuple[Infusion, ...] = ()
    judged_on: date | None = None  # the day it is to be judged on, where the record says so (samples)

    @property
    def shown_number(self) -> str:
        """The number papers print: the record's own, else the id."""
        return self.number or self.id

    @property
    def infusion(self) -> Infusion | None:
        """The last infusion on record: what is followed counts from it."""
        return max(self.infusions, key=lambda each: each.on, default=None)

    def infused_by(self, day: date) -> Infusion | None:
        """Return the last infusion up to a day."""
        return max((each for each in self.infusions if each.on <= day), key=lambda each: each.on, default=None)

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

    def rows_of(self, section: str) -> tuple[Row, ...]:
        """Return the rows of a list that has no kind of entry of its own, in the order of the record."""
        return tuple(row for row in self.rows if row.section == section)

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
        return tuple(entry for part in PARTS.values() for entry in getattr(self, part))

    @property
    def recorded(self) -> tuple[Entry, ...]:
        """The entries that somebody recorded: nothing that only follows from others."""
        return tuple(entry for entry in self.entries if not entry.ref.startswith(DERIVED))

    def keeping(self, refs: Iterable[str]) -> Chart:
        """Return the chart with only the entries named; birth date, planned dates and infusions stay."""
        kept = frozenset(refs)
        return self._seen(lambda entry: entry if entry.ref in kept else None)

    def holding(self, entries: Iterable[Entry]) -> Chart:
        """Return the chart with these entries, each among those of its kind, in their order."""
        found: dict[str, Any] = {part: [] for part in PARTS.values()}
        for entry in entries:
            found[PARTS[type(entry)]].append(entry)
        held: dict[str, Any] = {part: tuple(each) for part, each in found.items()}
        return replace(self, **held)

    def as_of(self, day: date) -> Chart:
        """Return what was on record on ``day``: later entries do not exist, dates reach no further than the day.

        A course may keep an end after the day: that is a planned stop. A dose segment that starts later is planned.
        """
        kept: dict[str, Any] = {
            part: tuple([seen for each in getattr(self, part) if (seen := each.seen_on(day)) is not None])
            for part in PARTS.values()
        }
        return replace(self, **kept)  # asked day after day: without a call between

    def _seen(self, seen: Callable[[Entry], Entry | None]) -> Chart:
        """Return the chart with every entry as it is seen, without those that are not."""
        parts = {part: (seen(entry) for entry in getattr(self, part)) for part in PARTS.values()}
        kept: dict[str, Any] = {
            part: tuple(each for each in found if each is not None) for part, found in parts.items()
        }
        return replace(self, **kept)

    def later_than(self, day: date) -> int:
        """Return the number of entries that ``as_of(day)`` leaves out."""
        return len(self.recorded) - len(self.as_of(day).recorded)
