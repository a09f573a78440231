"""The toxicity log: one column a day, a cell holds what was found on that day; a day without entries is a gap, not 0.

Days count from the infusion (day 0). Nothing is carried over from a day to the next, and nothing here is an alarm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.chart.birth import years_on
from core.chart.chart import Chart
from core.chart.entries import Course, Episode, Finding
from core.chart.of_day import amount_of, days_of, of_day, value_in
from core.chart.values import Absence, Coded, Measured
from core.follow_up.ctcae_grading import InfectionGrading, LaboratoryGrading
from core.follow_up.grading import Graded, Grading, grading_of, unit_of
from core.follow_up.haematotoxicity import ICAHT, neutrophils, platelets
from core.follow_up.marks import Mark, marks_since
from core.follow_up.strip import Cell, InAll, Stated, Strip, StripRow, differs
from core.follow_up.toxicity_rows import (
    BY_CAPD,
    BY_ICE,
    CRS,
    EVENTS,
    FIRST_DAY,
    IGG,
    IMMUNOGLOBULINS,
    INFECTION,
    LAST_DAY,
    NEUTROPHILS,
    OTHER_EVENTS,
    PLATELETS,
    ROWS,
    TEMPERATURE,
    RowKind,
)
from core.responses.contact import in_first_unit
from core.scores.definition import HIGHEST
from core.scores.shipped import definition_of
from core.values.interval import Interval
from core.values.quantity import parse_quantity
from core.values.truth import Truth

_SHADE, _ENDLESS = Fraction(1, 10**9), Fraction(10**6)
"""By how much an open bound is missed; more than any count."""
_PER_MICROLITRE = 1000
_MG_DL_PER_G_L = 100
GRADE, SYSTEM, REASON = "grade", "grading_system", "grade_reason"
_CHILD_BELOW = 18
"""Years below which the laboratory's lower limit of IgG counts besides (bcell_igg: children, limit of the age)."""


def strip_of(chart: Chart, catalogue: Catalogue, day0: date, on: date) -> Strip:
    """Return the toxicity log of the infusion of ``day0`` as of ``on``: days -5 to 28 and later ones with entries."""
    return _Stripping(chart.as_of(on), catalogue, day0, on).strip()


def day_asks(chart: Chart, on: date) -> tuple[str, ...]:
    """Return the gradings of ICANS that the age of a day asks for: both where it is not known."""
    age = None if chart.birth is None else years_on(chart.birth, on)
    if age is None:
        return (BY_ICE, BY_CAPD)
    return (BY_CAPD,) if age < definition_of(BY_CAPD).limits["adult_tool"] else (BY_ICE,)


@dataclass(frozen=True)
class _Stripping:
    chart: Chart
    catalogue: Catalogue
    day0: date
    on: date

    def strip(self) -> Strip:
        today = (self.on - self.day0).days
        later = sorted(day for day in self._entered() if LAST_DAY < day <= today)
        days = (*range(FIRST_DAY, LAST_DAY + 1), *later)
        rows = [self._row(kind, days) for kind in ROWS]
        shown = tuple(each for each in rows if self._is_shown(each))
        open_rows = tuple(each for each in rows if each.kind.test and each not in shown and _may_be_graded(each))
        marks = tuple(self._marks(max(days[-1], LAST_DAY)))
        return Strip(self.day0, today, days, shown, marks, tuple(self._undated()), open_rows)

    def _day(self, on: date) -> int:
        return (on - self.day0).days

    def _entered(self) -> frozenset[int]:
        """Return the days on which a row has an entry. Counts alone make no column after day 28: they are trends."""
        findings = (each for kind in ROWS if kind.is_of_findings for each in self.chart.of(kind.concept))
        events = (each.first for kind in ROWS if kind.event for each in self._spans(kind))
        return frozenset(map(self._day, days_of(findings))) | {day for day in events if day >= FIRST_DAY}

    def _is_shown(self, row: StripRow) -> bool:
        if row.kind.test:
            return any(each.graded is not None and each.graded.low for each in row.cells)
        if row.kind.is_always or any(not each.is_gap for each in row.cells):
            return True
        return row.kind.id in (BY_ICE, BY_CAPD) and row.kind.id in self._tools()

    def _tools(self) -> frozenset[str]:
        """Return the gradings of ICANS that count in the first weeks: both where CAPD ends then, or no age is known."""
        ends = (self.day0, self.day0 + timedelta(days=LAST_DAY))
        return frozenset(name for each in ends for name in day_asks(self.chart, each))

    # --- rows

    def _row(self, kind: RowKind, days: Iterable[int]) -> StripRow:
        stated = tuple(self._stated(kind)) if kind.event else ()
        there = {day: refs for day in days if (refs := tuple(self._there(kind, day)))}
        if not kind.is_grade:
            cells = tuple(self._value(kind, day) for day in days)
            if kind.event:
                cells = tuple(_with(each, stated, there.get(each.day, ())) for each in cells)
            return StripRow(kind, cells, self._all_of_values(kind, cells))
        if kind.id in (BY_ICE, BY_CAPD):
            finds = grading_of(self.chart, self.catalogue, kind.id)
            stated = tuple(each for each in stated if self._tool_of(each.first, finds) == kind.id)
        grading = self._grading(kind)
        graded = {} if grading is None else {day: grading.of(self._date(day)) for day in days}
        cells = tuple(_with(Cell(day, graded=graded.get(day)), stated, there.get(day, ())) for day in days)
        return StripRow(kind, cells, _all_of_grades(cells, stated) if kind.grading else _all_of_stated(cells))

    def _grading(self, kind: RowKind) -> Grading | LaboratoryGrading | InfectionGrading | None:
        """Return what grades the days of a row; None where a clinician's grade alone stands in it."""
        if kind.test:
            return LaboratoryGrading(self.chart, self.catalogue, kind, self.day0)
        if kind.id == INFECTION:
            return InfectionGrading(self.chart, self.catalogue, self._concepts(kind), self._date(FIRST_DAY), self.on)
        return grading_of(self.chart, self.catalogue, kind.id) if kind.grading else None

    def _concepts(self, kind: RowKind) -> frozenset[str]:
        """Return of what the entries are that a row shows as events."""
        if kind.id == INFECTION:
            return self.catalogue.concepts_of(INFECTION) | {INFECTION}
        if kind.id == OTHER_EVENTS:
            return (
                frozenset(
                    each.id
                    for each in self.catalogue.concepts.values()
                    if each.kind is Kind.EVENT and GRADE in each.fields
                )
                - EVENTS
            )
        return frozenset({kind.event})

    def _there(self, kind: RowKind, day: int) -> Iterator[str]:
        """Yield what covers a day and has no grade there: events of the row, immunoglobulins in that of IgG."""
        if kind.event and kind.id != INFECTION and (kind.id == OTHER_EVENTS or not kind.is_grade):
            yield from (each.ref for each in self._spans(kind) if not each.grade and each.first <= day <= each.last)
        if kind.is_of_many:
            yield from self._suspected(kind, day)
        if kind.id == IGG:
            drugs = self.catalogue.drugs_of(IMMUNOGLOBULINS) | {IMMUNOGLOBULINS}
            on = self._date(day)
            yield from (each.ref for each in self.chart.courses if each.drug in drugs and _covers(each, on, self.on))

    def _tool_of(self, day: int, grading: Grading) -> str:
        """Return by which tool a clinician's ICANS of a day is compared: what the day has, else what the age asks."""
        on = self.day0 + timedelta(days=day)
        recorded = [name for name in (BY_ICE, BY_CAPD) if of_day(self.chart, name, on)]
        if recorded:
            return grading.definition.id if grading.definition.id in recorded else recorded[0]
        age = None if self.chart.birth is None else years_on(self.chart.birth, on)
        return BY_CAPD if age is not None and age < definition_of(BY_CAPD).limits["adult_tool"] else BY_ICE

    def _date(self, day: int) -> date:
        return self.day0 + timedelta(days=day)

    def _value(self, kind: RowKind, day: int) -> Cell:
        """Return the highest, or the lowest, value of a day, told in the first unit of its family."""
        found = [
            (amount, each)
            for each in of_day(self.chart, kind.concept, self.day0 + timedelta(days=day))
            if (amount := self._amount(kind, each)) is not None
        ]
        found += self._answered(kind, day)
        if not found:
            return Cell(day)
        is_highest = kind.of_day == HIGHEST
        amount, finding = (max if is_highest else min)(found, key=lambda each: _order(each[0], is_highest=is_highest))
        level = self._low_igg(finding, amount, day) if kind.id == IGG else _level(kind.id, amount)
        return Cell(day, finding, amount, len(found), level)

    def _low_igg(self, finding: Finding, amount: Interval, day: int) -> int:
        """Return 1 where IgG is certainly at or below the published limit, in children below that of the laboratory."""
        limit = definition_of("bcell_igg").limits["low"] / _MG_DL_PER_G_L
        if amount.high is not None and Fraction(amount.high) <= limit:
            return 1
        age = None if self.chart.birth is None else years_on(self.chart.birth, self._date(day))
        concept = self.catalogue.concept(IGG)
        if age is None or age >= _CHILD_BELOW or finding.lower_limit is None or concept is None:
            return 0
        own = in_first_unit(finding.lower_limit, concept)
        return int(own is not None and own.low is not None and amount.is_below(own.low) is Truth.TRUE)

    def _answered(self, kind: RowKind, day: int) -> list[tuple[Interval, Finding]]:
        """Return what was answered of it in the panel of a grading on a day."""
        grading, name = kind.answers
        found: list[tuple[Interval, Finding]] = []
        for each in of_day(self.chart, grading, self.day0 + timedelta(days=day)) if grading else ():
            quantity = parse_quantity(each.answers.get(name, ""))
            if quantity is not None and quantity.amount.is_exact:
                found.append((quantity.amount, each))
        return found

    def _concept(self, kind: RowKind) -> Concept | None:
        concept = self.catalogue.concept(kind.concept)
        return concept if concept is None or not kind.field else concept.fields.get(kind.field)

    def _amount(self, kind: RowKind, finding: Finding) -> Interval | None:
        amount, concept = amount_of(finding, kind.field), self._concept(kind)
        if amount is None or concept is None or isinstance(value_in(finding, kind.field), Absence):
            return None
        if not concept.units:
            return amount
        unit = concept.unit(unit_of(finding, kind.field))
        if unit is None or unit.family != concept.units[0].family:
            return None
        return amount if unit.factor == 1 else _plain(amount.scaled(unit.factor))

    def _all_of_values(self, kind: RowKind, cells: Iterable[Cell]) -> InAll:
        is_highest = kind.of_day == HIGHEST
        known = [(each.amount, each) for each in cells if each.amount is not None and each.day >= 0]
        pick = max if is_highest else min
        furthest = pick(known, key=lambda each: _order(each[0], is_highest=is_highest))[1] if known else None
        blood = {NEUTROPHILS: neutrophils, PLATELETS: platelets}.get(kind.id)
        return InAll(furthest=furthest, blood=None if blood is None else blood(dict(self._counts(kind))))

    def _counts(self, kind: RowKind) -> Iterator[tuple[int, tuple[Fraction, Fraction]]]:
        """Yield the least and the most the lowest count of each day can be; one without an end above says nothing."""
        for on in sorted(days_of(self.chart.of(kind.concept))):
            amount = self._value(kind, self._day(on)).amount
            if amount is not None:
                least = Fraction(amount.low or 0) + (_SHADE if amount.is_low_open else 0)
                yield self._day(on), (least, _ENDLESS if amount.high is None else _most(amount, amount.high))

    def _suspected(self, kind: RowKind, day: int) -> Iterator[str]:
        """Yield what somebody suspected on a day: it is told, and no grade is made of it."""
        on, concepts = self._date(day), self._concepts(kind)
        for each in self.chart.episodes:
            onset = each.onset if each.is_suspected and each.concept in concepts else None
            if onset is not None and onset.is_exact and onset.first == on:
                yield each.ref

    # --- what clinicians said, and what else there was

    def _spans(self, kind: RowKind) -> Iterator[Stated]:
        """Yield the events of a row with their days, grade 0 where nobody gave one; one that goes on lasts till now.

        What began before the strip is told elsewhere.
        """
        concepts = self._concepts(kind)
        for each in self.chart.episodes:
            if each.concept not in concepts or each.onset is None or not each.onset.is_exact:
                continue
            if each.is_suspected and kind.is_of_many:
                continue
            end = each.end if each.end is not None and each.end.is_exact else each.onset
            first, last = self._day(each.onset.first), self._day(max(end.first, each.onset.first))
            if first >= FIRST_DAY:
                yield Stated(each.ref, _number(each, GRADE) or 0, first, last, _word(each, SYSTEM), _word(each, REASON))

    def _stated(self, kind: RowKind) -> Iterator[Stated]:
        yield from (each for each in self._spans(kind) if each.grade)

    def _marks(self, last_day: int) -> Iterator[Mark]:
        """Yield the courses and the events that began from day 0 on; the grades of the rows are no marks."""
        found = marks_since(self.chart, self.catalogue, self.day0, last_day)
        yield from (each for each in found if each.is_course or each.name not in EVENTS)

    def _undated(self) -> Iterator[str]:
        """Yield what may be of these days and has no exact day: it stands in no column, and is not silent."""
        earliest = self.day0 + timedelta(days=FIRST_DAY)
        names = dict.fromkeys(kind.concept for kind in ROWS if kind.concept and not kind.test)
        findings = (each for name in names for each in self.chart.of(name))
        moments = [(each.ref, each.on) for each in findings]
        moments += [(each.ref, each.onset) for each in self.chart.episodes if each.concept in EVENTS]
        several = frozenset(name for kind in ROWS if kind.is_of_many for name in self._concepts(kind))
        moments += [(each.ref, each.onset) for each in self.chart.episodes if each.concept in several and each.onset]
        yield from (ref for ref, on in moments if on is None or (not on.is_exact and on.last >= earliest))


def _with(cell: Cell, stated: Iterable[Stated], there: tuple[str, ...]) -> Cell:
    return replace(cell, stated=tuple(each for each in stated if each.first <= cell.day <= each.last), there=there)


def _covers(course: Course, on: date, told_on: date) -> bool:
    """True where a course certainly covered a day; of one of which nobody knows how it went on, its first day alone."""
    if course.start is None or not course.start.is_exact:
        return False
    last = told_on if course.is_ongoing else course.start.first
    if course.end is not None:
        last = course.end.first
    return course.start.first <= on <= last


def _may_be_graded(row: StripRow) -> bool:
    """True where some day may have a grade above 0, and none certainly has one."""
    return any(each.graded is not None and each.graded.high != 0 for each in row.cells)


def _plain(amount: Interval) -> Interval:
    """Return a number without the zeros at its end that a factor has left."""
    low, high = (None if end is None else end.normalize() + 0 for end in (amount.low, amount.high))
    return replace(amount, low=low, high=high)


def _order(amount: Interval, *, is_highest: bool) -> Decimal:
    """Return the end of a number by which it is the highest or the lowest of a day."""
    ends = (amount.high, amount.low) if is_highest else (amount.low, amount.high)
    known = next((each for each in ends if each is not None), Decimal(0))
    is_open = ends[0] is None
    return Decimal("Infinity" if is_highest else "-Infinity") if is_open else known


def _most(amount: Interval, high: Decimal) -> Fraction:
    """Return the most a number can be: below an open bound by a shade."""
    return Fraction(high) - (_SHADE if amount.is_high_open else 0)


def _level(name: str, amount: Interval) -> int:
    """Return past how many limits of its grading a value certainly is; the limits stand in the gradings' files."""
    if name == TEMPERATURE:
        fever = Decimal(int(definition_of(CRS).limits["fever"]))
        return int(amount.low is not None and amount.low >= fever)
    limits = definition_of(ICAHT).limits
    if amount.high is None:
        return 0
    high = _most(amount, amount.high)
    if name == NEUTROPHILS:
        counts = high * _PER_MICROLITRE
        return int(counts <= limits["severe"]) + int(counts <= limits["profound"])
    if name == PLATELETS:
        return int(high < limits["platelets"]) + int(high < limits["deep_platelets"])
    return 0


def _all_of_grades(cells: Iterable[Cell], stated: Iterable[Stated]) -> InAll:
    known = [(each.day, each.graded) for each in cells if each.graded is not None and each.graded.low is not None]
    if not known:
        return InAll()
    low = max(each.low or 0 for _, each in known)
    high = max(each.high or 0 for _, each in known)
    days = tuple(day for day, each in known if each.low == low)
    return InAll((low, high), days, len(known), differing=tuple(_differing(known, stated)))


def _all_of_stated(cells: Iterable[Cell]) -> InAll:
    """Return the highest grade that clinicians gave, where they alone grade."""
    grades = {each.day: max(one.grade for one in each.stated) for each in cells if each.stated}
    highest = max(grades.values(), default=0)
    days = tuple(day for day, grade in grades.items() if grade == highest)
    return InAll((highest, highest), days, len(grades)) if grades else InAll()


def _differing(known: list[tuple[int, Graded]], stated: Iterable[Stated]) -> Iterator[Stated]:
    """Yield the grades of several days that are not the highest of those days."""
    for each in stated:
        inside = [graded for day, graded in known if each.first <= day <= each.last]
        if each.is_of_day or not inside:
            continue
        whole = Graded(max(one.low or 0 for one in inside), max(one.high or 0 for one in inside))
        if differs(each, whole):
            yield each


def _number(episode: Episode, name: str) -> int | None:
    value = episode.fields.get(name)
    amount = value.quantity.amount if isinstance(value, Measured) else None
    return int(amount.low) if amount is not None and amount.is_exact and amount.low is not None else None


def _word(episode: Episode, name: str) -> str:
    value = episode.fields.get(name)
    return next(iter(sorted(value.codes))) if isinstance(value, Coded) and value.codes else ""
