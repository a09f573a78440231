"""The toxicity log: one column a day, a cell holds what was found on that day; a day without entries is a gap, not 0.

Days count from the infusion (day 0). Nothing is carried over from a day to the next, and nothing here is an alarm.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.birth import years_on
from core.chart.chart import Chart
from core.chart.entries import Episode, Finding
from core.chart.of_day import amount_of, days_of, of_day, value_in
from core.chart.values import Absence, Coded, Measured
from core.follow_up.grading import Graded, Grading, grading_of, unit_of
from core.follow_up.haematotoxicity import ICAHT, Haematotoxicity, neutrophils, platelets
from core.follow_up.marks import Mark, marks_since
from core.scores.definition import HIGHEST, LOWEST
from core.scores.shipped import definition_of
from core.values.interval import Interval
from core.values.quantity import parse_quantity

FIRST_DAY, LAST_DAY = -5, 28
CRS, BY_ICE, BY_CAPD, IEC_HS, LICATS = "astct_crs", "astct_icans_adult", "icans_pediatric", "iec_hs", "licats"
TEMPERATURE, NEUTROPHILS, PLATELETS = "temperature", "anc", "platelets"
ASTCT = "astct"
_SHADE, _ENDLESS = Fraction(1, 10**9), Fraction(10**6)
"""By how much an open bound is missed; more than any count."""
_PER_MICROLITRE = 1000
GRADE, SYSTEM, REASON = "grade", "grading_system", "grade_reason"


@dataclass(frozen=True, slots=True)
class RowKind:
    """A row of the strip. Of values: ``concept`` with its ``field`` and which value of a day counts; of grades: the
    ``event`` on which clinicians put their own grade. ``is_always``: shown without an entry as well. ``answers``: the
    grading and the input of it by which the value may stand on record as well.
    """

    id: str
    concept: str
    field: str = ""
    of_day: str = ""
    event: str = ""
    is_always: bool = False
    answers: tuple[str, str] = ("", "")

    @property
    def is_grade(self) -> bool:
        """True for a row of grades."""
        return bool(self.event)


ROWS = (
    RowKind(TEMPERATURE, "vital_signs", TEMPERATURE, HIGHEST, is_always=True, answers=(CRS, "temp")),
    RowKind("systolic", "vital_signs", "systolic", LOWEST),
    RowKind("spo2", "spo2", of_day=LOWEST),
    RowKind("oxygen_flow", "oxygen_flow", of_day=HIGHEST),
    RowKind(CRS, CRS, event="crs", is_always=True),
    RowKind("ice_score", "ice_score", of_day=LOWEST, answers=(BY_ICE, "ice")),
    RowKind(BY_ICE, BY_ICE, event="icans"),
    RowKind("capd", "capd", of_day=HIGHEST, answers=(BY_CAPD, "capd")),
    RowKind(BY_CAPD, BY_CAPD, event="icans"),
    RowKind(IEC_HS, "iec_hs_grade", event="iec_hs_event"),
    RowKind(LICATS, "licats_grade", event="licats_event"),
    RowKind(NEUTROPHILS, NEUTROPHILS, of_day=LOWEST, is_always=True),
    RowKind(PLATELETS, PLATELETS, of_day=LOWEST, is_always=True),
    RowKind("ferritin", "ferritin", of_day=HIGHEST, is_always=True),
    RowKind("crp", "crp", of_day=HIGHEST),
)
EVENTS = frozenset(kind.event for kind in ROWS if kind.event) | {"icaht_event"}


@dataclass(frozen=True, slots=True)
class Stated:
    """The grade a clinician gave, on an event: of one day, or of the whole time from ``first`` to ``last``.

    ``system`` "" or ASTCT is the table of the row; a grade of another one is shown and compared with nothing.
    """

    ref: str
    grade: int
    first: int
    last: int
    system: str = ""
    reason: str = ""

    @property
    def is_comparable(self) -> bool:
        """True for a grade by the table of the row."""
        return self.system in ("", ASTCT)

    @property
    def is_of_day(self) -> bool:
        """True for the grade of one day."""
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class Cell:
    """What one row has on one day; it is a gap where nothing is in it. ``level`` of a value: past the first or the
    second limit that its grading names, 0 for neither or not certain.
    """

    day: int
    finding: Finding | None = None
    amount: Interval | None = None
    count: int = 0
    level: int = 0
    graded: Graded | None = None
    stated: tuple[Stated, ...] = ()

    @property
    def is_gap(self) -> bool:
        """True where nobody found anything."""
        return self.finding is None and self.graded is None and not self.stated

    @property
    def differing(self) -> tuple[Stated, ...]:
        """The clinicians' grades of this day that are none the findings give."""
        return tuple(each for each in self.stated if each.is_of_day and differs(each, self.graded))

    @property
    def refs(self) -> tuple[str, ...]:
        """Every entry that the cell rests on."""
        own = () if self.finding is None else (self.finding.ref,)
        made = () if self.graded is None else self.graded.refs
        return tuple(dict.fromkeys((*own, *made, *(each.ref for each in self.stated))))


@dataclass(frozen=True, slots=True)
class InAll:
    """A row as a whole: the highest grade (as a range) with its days, how many days have one; or the value furthest
    out with its day. ``stated``: clinicians' grades of several days that differ from the highest of those days.
    """

    highest: tuple[int, int] | None = None
    days: tuple[int, ...] = ()
    graded_days: int = 0
    furthest: Cell | None = None
    blood: Haematotoxicity | None = None
    differing: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class StripRow:
    """One row with a cell for each day of the strip."""

    kind: RowKind
    cells: tuple[Cell, ...]
    in_all: InAll

    def on(self, day: int) -> Cell:
        """Return the cell of a day; a gap for one the strip does not have."""
        return next((each for each in self.cells if each.day == day), Cell(day))


@dataclass(frozen=True)
class Strip:
    """The strip of one infusion, told on day ``today``; later days are still to come. ``undated``: without a day."""

    day0: date
    today: int
    days: tuple[int, ...]
    rows: tuple[StripRow, ...]
    marks: tuple[Mark, ...]
    undated: tuple[str, ...] = ()

    def date_of(self, day: int) -> date:
        """Return the date of a day."""
        return self.day0 + timedelta(days=day)

    def row(self, name: str) -> StripRow | None:
        """Return a row by its name, None where it is not shown."""
        return next((each for each in self.rows if each.kind.id == name), None)

    def marks_on(self, day: int) -> tuple[Mark, ...]:
        """Return what was given, or was there, on a day."""
        return tuple(each for each in self.marks if each.first <= day and _ends_by(each, self.today) >= day)

    @property
    def has_entries(self) -> bool:
        """True if anything was found on a day of it."""
        return any(not cell.is_gap for row in self.rows for cell in row.cells)


def strip_of(chart: Chart, catalogue: Catalogue, day0: date, on: date) -> Strip:
    """Return the toxicity log of the infusion of ``day0`` as of ``on``: days -5 to 28 and later ones with entries."""
    return _Stripping(chart.as_of(on), catalogue, day0, on).strip()


def differs(stated: Stated, graded: Graded | None) -> bool:
    """True where a clinician's grade by the same table is none of those the findings leave possible."""
    if graded is None or graded.low is None or graded.high is None or not stated.is_comparable:
        return False
    return not graded.low <= stated.grade <= graded.high


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
        marks = tuple(self._marks(max(days[-1], LAST_DAY)))
        return Strip(self.day0, today, days, shown, marks, tuple(self._undated()))

    def _day(self, on: date) -> int:
        return (on - self.day0).days

    def _entered(self) -> frozenset[int]:
        """Return the days on which a row has an entry. Counts alone make no column after day 28: they are trends."""
        findings = (each for kind in ROWS if kind.is_grade for each in self.chart.of(kind.concept))
        stated = (each.first for kind in ROWS if kind.is_grade for each in self._stated(kind.event))
        return frozenset(map(self._day, days_of(findings))) | frozenset(stated)

    def _is_shown(self, row: StripRow) -> bool:
        if row.kind.is_always or any(not each.is_gap for each in row.cells):
            return True
        return row.kind.id in (BY_ICE, BY_CAPD) and row.kind.id in self._tools()

    def _tools(self) -> frozenset[str]:
        """Return the gradings of ICANS that count in the first weeks: both where CAPD ends then, or no age is known."""
        ends = (self.day0, self.day0 + timedelta(days=LAST_DAY))
        return frozenset(name for each in ends for name in day_asks(self.chart, each))

    # --- rows

    def _row(self, kind: RowKind, days: Iterable[int]) -> StripRow:
        if not kind.is_grade:
            cells = tuple(self._value(kind, day) for day in days)
            return StripRow(kind, cells, self._all_of_values(kind, cells))
        grading, stated = grading_of(self.chart, self.catalogue, kind.id), tuple(self._stated(kind.event))
        if kind.id in (BY_ICE, BY_CAPD):
            stated = tuple(each for each in stated if self._tool_of(each.first, grading) == kind.id)
        cells = tuple(self._grade(grading, stated, day) for day in days)
        return StripRow(kind, cells, _all_of_grades(cells, stated))

    def _tool_of(self, day: int, grading: Grading) -> str:
        """Return by which tool a clinician's ICANS of a day is compared: what the day has, else what the age asks."""
        on = self.day0 + timedelta(days=day)
        recorded = [name for name in (BY_ICE, BY_CAPD) if of_day(self.chart, name, on)]
        if recorded:
            return grading.definition.id if grading.definition.id in recorded else recorded[0]
        age = None if self.chart.birth is None else years_on(self.chart.birth, on)
        return BY_CAPD if age is not None and age < definition_of(BY_CAPD).limits["adult_tool"] else BY_ICE

    def _grade(self, grading: Grading, stated: Iterable[Stated], day: int) -> Cell:
        of_this = tuple(each for each in stated if each.first <= day <= each.last)
        return Cell(day, graded=grading.of(self.day0 + timedelta(days=day)), stated=of_this)

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
        return Cell(day, finding, amount, len(found), _level(kind.id, amount))

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

    # --- what clinicians said, and what else there was

    def _stated(self, event: str) -> Iterator[Stated]:
        for each in self.chart.episodes:
            grade = _number(each, GRADE)
            if each.concept != event or grade is None or each.onset is None or not each.onset.is_exact:
                continue
            end = each.end if each.end is not None and each.end.is_exact else each.onset
            first, last = self._day(each.onset.first), self._day(max(end.first, each.onset.first))
            if first >= FIRST_DAY:
                yield Stated(each.ref, grade, first, last, _word(each, SYSTEM), _word(each, REASON))

    def _marks(self, last_day: int) -> Iterator[Mark]:
        """Yield the courses and the events that began from day 0 on; the grades of the rows are no marks."""
        found = marks_since(self.chart, self.catalogue, self.day0, last_day)
        yield from (each for each in found if each.is_course or each.name not in EVENTS)

    def _undated(self) -> Iterator[str]:
        """Yield what may be of these days and has no exact day: it stands in no column, and is not silent."""
        earliest = self.day0 + timedelta(days=FIRST_DAY)
        findings = (each for name in dict.fromkeys(kind.concept for kind in ROWS) for each in self.chart.of(name))
        moments = [(each.ref, each.on) for each in findings]
        moments += [(each.ref, each.onset) for each in self.chart.episodes if each.concept in EVENTS]
        yield from (ref for ref, on in moments if on is None or (not on.is_exact and on.last >= earliest))


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


def _ends_by(mark: Mark, today: int) -> int:
    return mark.last if mark.last is not None else today if mark.is_ongoing else mark.first


def by_day(strip: Strip, day: int) -> Mapping[str, Cell]:
    """Return the cells of a day by row."""
    return {row.kind.id: row.on(day) for row in strip.rows}
