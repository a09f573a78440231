"""Trends with events as drawing lists: points, steps, marks and axes, without a format. Screen and paper draw the same.

A value stands at its day with its unit as recorded; what no unit takes there is left out and counted. Two points are
joined only where no gap lies between them; nothing is carried over.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.chart import Chart
from core.chart.entries import Finding
from core.chart.of_day import amount_of
from core.chart.values import Absence
from core.follow_up.grading import unit_of
from core.follow_up.marks import Mark
from core.values.interval import Interval

BEFORE_DAYS = 90
"""How far before the infusion a value still counts as the baseline that is drawn."""
GAP_DAYS = 200
"""Two values further apart are not joined: the line would say what nobody measured."""
TICKS = (1, 2, 5)
MOST_TICKS = 5
MOST_CURVES = 2
GLUCOCORTICOID = "glucocorticoid_dose"


@dataclass(frozen=True, slots=True)
class Point:
    """A value at its day. ``is_bound``: only a bound of it is known (below a limit); ``text`` is as recorded.

    Only values of one ``series`` are joined: an antibody of one laboratory, growth by one reference. ``z`` of growth is
    the distance from the median in standard deviations; ``amount`` is the percentile then.
    """

    ref: str
    day: int
    amount: Decimal
    text: str
    is_bound: bool = False
    series: str = ""
    z: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A dose held from a day to another, as the courses on record add up; between two steps it is not known."""

    first: int
    last: int
    amount: Decimal
    refs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Curve:
    """The values of one concept in one unit, in the order of days; ``stretches`` are those that are joined.

    ``is_growth``: percentiles of the values by the reference that each point names as its series.
    """

    concept: str
    unit: str
    points: tuple[Point, ...]
    left_out: int = 0
    steps: tuple[Step, ...] = ()
    is_growth: bool = False

    @property
    def references(self) -> tuple[str, ...]:
        """By which references growth is told, in the order of age."""
        return tuple(dict.fromkeys(each.series for each in self.points)) if self.is_growth else ()

    @property
    def is_empty(self) -> bool:
        """True where nothing is on record."""
        return not self.points and not self.steps

    @property
    def baseline(self) -> Point | None:
        """The last value up to the day of the infusion."""
        return next((each for each in reversed(self.points) if each.day <= 0), None)

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """Every number that is drawn."""
        return (*(each.amount for each in self.points), *(each.amount for each in self.steps))

    @property
    def stretches(self) -> tuple[tuple[Point, ...], ...]:
        """The points that may be joined; a gap begins another stretch."""
        found: list[list[Point]] = []
        for each in self.points:
            last = found[-1][-1] if found else None
            if last is not None and each.day - last.day <= GAP_DAYS and each.series == last.series:
                found[-1].append(each)
            else:
                found.append([each])
        return tuple(map(tuple, found))


@dataclass(frozen=True, slots=True)
class Axis:
    """From ``low`` to ``high`` with its ticks."""

    low: Decimal
    high: Decimal
    ticks: tuple[Decimal, ...]

    def share(self, amount: Decimal) -> float:
        """Return where a number stands, 0 at the low end, 1 at the high one."""
        return float((amount - self.low) / (self.high - self.low))


@dataclass(frozen=True, slots=True)
class Trend:
    """One picture: up to two curves, each with an axis, over one axis of days; marks of what was given or happened."""

    curves: tuple[Curve, ...]
    axes: tuple[Axis, ...]
    days: Axis
    marks: tuple[Mark, ...]

    @property
    def is_empty(self) -> bool:
        """True where nothing is on record."""
        return all(each.is_empty for each in self.curves)


KINDS = (
    ("sledai_2k",),
    ("mmt8",),
    ("mrss",),
    ("cd19_count", "igg"),
    (GLUCOCORTICOID,),
    ("ck",),
    ("upcr",),
    ("fvc_percent", "dlco_percent"),
    ("c3", "c4"),
)
"""The pictures by the concepts in them; one is shown where the record has a value for it."""
PERCENTILES = Axis(Decimal(0), Decimal(100), tuple(map(Decimal, (0, 3, 25, 50, 75, 97, 100))))
"""The axis of growth; 3 and 97 are the ends between which most children lie."""
ANTIBODIES = "antibodies"
"""The section of the catalogue whose numbers stand in pictures of their own, but for what is drawn already."""


@dataclass(frozen=True)
class Trending:
    """Makes the trends of one infusion as of a day."""

    chart: Chart
    catalogue: Catalogue
    day0: date
    on: date
    marks: tuple[Mark, ...] = ()
    steps: tuple[Step, ...] = ()

    def trends(self) -> tuple[Trend, ...]:
        """Return the pictures that have a value, in the order they are declared."""
        made = (self.trend(names) for names in (*KINDS, *((name,) for name in self._antibodies())))
        return tuple(each for each in made if not each.is_empty)

    def _antibodies(self) -> Iterator[str]:
        drawn = frozenset(name for names in KINDS for name in names)
        for each in self.catalogue.concepts.values():
            if each.section == ANTIBODIES and each.id not in drawn and self.chart.of(each.id):
                yield each.id

    def trend(self, names: Iterable[str]) -> Trend:
        """Return the picture of concepts; one that the record does not hold has no points."""
        return self.picture(tuple(self._curve(name) for name in names))

    def picture(self, curves: Sequence[Curve]) -> Trend:
        """Return the picture of curves, those without a value left out."""
        shown = tuple(each for each in curves[:MOST_CURVES] if not each.is_empty)
        last = max((self.on - self.day0).days, 1)
        begun = [each.day for curve in shown for each in curve.points]
        begun += [each.first for curve in shown for each in curve.steps]
        first = min(begun, default=0)
        days = Axis(Decimal(min(first, 0)), Decimal(last), tuple(_month_ticks(last)))
        axes = tuple(PERCENTILES if each.is_growth else axis_of(each.amounts) for each in shown)
        return Trend(shown, axes, days, self.marks)

    def _curve(self, name: str) -> Curve:
        if name == GLUCOCORTICOID:
            return Curve(name, "mg/d", (), steps=self.steps)
        concept = self.catalogue.concept(name)
        if concept is None:
            return Curve(name, "", ())
        earliest = self.day0 - timedelta(days=BEFORE_DAYS)
        found = [
            each
            for each in self.chart.of(name)
            if not isinstance(each.value, Absence) and _is_in(each, earliest, self.on)
        ]
        unit = _unit(found)
        points = [point for each in found if (point := self._point(each, concept, unit)) is not None]
        ordered = tuple(sorted(points, key=lambda each: each.day))
        return Curve(name, unit, ordered, len(found) - len(points))

    def _point(self, finding: Finding, concept: Concept, unit: str) -> Point | None:
        amount = amount_of(finding)
        if amount is None or finding.on is None:
            return None
        end = amount.low if amount.low is not None else amount.high
        own, other = concept.unit(unit_of(finding)), concept.unit(unit)
        if end is None:
            return None
        if unit_of(finding) != unit:
            if own is None or other is None or own.family != other.family:
                return None
            end = end * own.factor / other.factor
        day = (finding.on.first - self.day0).days
        series = finding.laboratory if concept.section == ANTIBODIES else ""
        return Point(finding.ref, day, end, _text(finding, amount), not amount.is_exact, series)


def axis_of(amounts: Iterable[Decimal]) -> Axis:
    """Return an axis from 0, or below it, to just above the highest number, with round ticks."""
    numbers = list(amounts)
    low, high = min((*numbers, Decimal(0))), max((*numbers, Decimal(1) if not any(numbers) else Decimal(0)))
    step = _step((high - low) / (MOST_TICKS - 1))
    first = (low / step).to_integral_value(rounding="ROUND_FLOOR") * step
    last = (high / step).to_integral_value(rounding="ROUND_CEILING") * step
    count = int((last - first) / step)
    return Axis(first, last, tuple(first + step * at for at in range(count + 1)))


def _step(least: Decimal) -> Decimal:
    power = Decimal(10) ** least.adjusted()
    return next((power * each for each in TICKS if power * each >= least), power * 10)


def _month_ticks(last: int) -> Iterator[Decimal]:
    """Yield day 0 and days of whole months (30.4 days) or years, not too many."""
    months = max(last * 12 // 365, 1)
    every = next((each for each in (1, 3, 6, 12, 24, 36, 60) if months // each <= MOST_TICKS), 60)
    yield from (Decimal(month * 365 // 12) for month in range(0, months + 1, every))


def _unit(findings: list[Finding]) -> str:
    """Return the unit of the newest value with a number: what is recorded now is drawn as it is."""
    numbers = (each for each in findings if amount_of(each) is not None)
    dated = [(each.on.first, at, unit_of(each)) for at, each in enumerate(numbers) if each.on is not None]
    return max(dated)[2] if dated else ""


def _is_in(finding: Finding, earliest: date, latest: date) -> bool:
    return finding.on is not None and finding.on.is_exact and earliest <= finding.on.first <= latest


def _text(finding: Finding, amount: Interval) -> str:
    quantity = getattr(finding.value, "quantity", None)
    if quantity is not None:
        return str(quantity.text)
    return "" if amount.low is None else f"{amount.low:f}"
