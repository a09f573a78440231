"""B-cell aplasia: from when to when B cells lay below the limit, both ends between two measurements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.entries import Finding
from core.chart.values import Absence, Measured
from core.responses.contact import in_first_unit
from core.scores.shipped import definition_of
from core.values.duration import Duration, TimeUnit
from core.values.truth import Truth, agreed

B_CELLS = "cd19_count"
KINDS = ("naive_b_cells", "memory_b_cells")
A_YEAR = Duration(1, TimeUnit.YEAR)


def limit_of_aplasia() -> Decimal:
    """Return below how many B cells per microlitre they count as absent; protocols differ (mark C of the score)."""
    limit = definition_of("bcell_igg").limits["aplasia"]
    return Decimal(limit.numerator) / Decimal(limit.denominator)


@dataclass(frozen=True, slots=True)
class Measurement:
    """What was measured on one day: ``is_below`` the limit, or not known."""

    on: date
    is_below: Truth
    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """B cells below the limit from the day ``first`` to the day ``last`` on which they were measured so.

    They fell after ``above_before`` (the measurement before; None: none is on record), and came back by ``above_after``
    (None: not yet). ``is_before_infusion``: the value before the infusion was below the limit already.
    """

    first: date
    last: date
    above_before: date | None
    above_after: date | None
    refs: tuple[str, ...]
    is_before_infusion: bool = False

    @property
    def least_days(self) -> int:
        """For how long they were below at least."""
        return (self.last - self.first).days

    def lasted(self, length: Duration, on: date) -> Truth:
        """Answer whether it lasted longer than a length by a day: certainly, certainly not, or not known."""
        if length.after(self.first) < self.last:
            return Truth.TRUE
        end = on if self.above_after is None else self.above_after
        is_short = self.above_before is not None and end <= length.after(self.above_before)
        return Truth.FALSE if is_short else Truth.UNKNOWN


@dataclass(frozen=True, slots=True)
class BCells:
    """B cells after an infusion. ``kinds`` are the newest values of naive and of memory B cells on record."""

    measured: tuple[Measurement, ...]
    bands: tuple[Band, ...]
    kinds: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()

    @property
    def band(self) -> Band | None:
        """The band that lasts, else the newest one."""
        return self.bands[-1] if self.bands else None

    @property
    def are_absent(self) -> Truth:
        """Answer whether the newest value is below the limit."""
        return self.measured[-1].is_below if self.measured else Truth.UNKNOWN

    def absent_beyond_a_year(self, on: date) -> Truth:
        """Answer whether they are below the limit, and have been for longer than a year."""
        band = self.band
        if self.are_absent is Truth.FALSE or band is None:
            return Truth.FALSE if self.measured else Truth.UNKNOWN
        return band.lasted(A_YEAR, on) if band.above_after is None else Truth.UNKNOWN


def b_cells_of(chart: Chart, catalogue: Catalogue, day0: date, on: date, since: date) -> BCells:
    """Return the bands of one infusion by a day; values from ``since`` on tell what was before it."""
    dated = [each for each in chart.of(B_CELLS) if not isinstance(each.value, Absence)]
    exact = [each for each in dated if each.on is not None and each.on.is_exact]
    measured = tuple(_by_day(exact, catalogue))
    before = [each for each in measured if since <= each.on <= day0]
    after = [each for each in measured if day0 < each.on <= on]
    undated = tuple(each.ref for each in dated if each.on is None or (not each.on.is_exact and each.on.last > day0))
    return BCells(tuple(after), tuple(_bands(before[-1:], after)), _newest_kinds(chart, day0, on), undated)


def _by_day(findings: Iterable[Finding], catalogue: Catalogue) -> Iterator[Measurement]:
    """Yield what was measured on each day; values of one day that differ about the limit leave it open."""
    ordered = sorted(findings, key=lambda each: each.on.first if each.on is not None else date.min)
    for day, of_day in groupby(ordered, key=lambda each: each.on.first if each.on is not None else date.min):
        found = tuple(of_day)
        yield Measurement(
            day, agreed(_is_below(each, catalogue) for each in found), tuple(sorted(each.ref for each in found))
        )


def _is_below(finding: Finding, catalogue: Catalogue) -> Truth:
    value = finding.value
    amount = in_first_unit(value.quantity, catalogue.concepts[B_CELLS]) if isinstance(value, Measured) else None
    return Truth.UNKNOWN if amount is None else amount.is_below(limit_of_aplasia())


def _bands(before: list[Measurement], after: list[Measurement]) -> Iterator[Band]:
    """Yield runs of values below the limit; a value that is not known ends nothing and begins nothing."""
    run: list[Measurement] = []
    above = next((each.on for each in before if each.is_below is Truth.FALSE), None)
    was_below = any(each.is_below is Truth.TRUE for each in before)
    for each in after:
        if each.is_below is Truth.TRUE:
            run.append(each)
        elif each.is_below is Truth.FALSE:
            if run:
                yield _band(run, above, each.on, was_below)
                was_below = False
            run, above = [], each.on
            was_below = False
    if run:
        yield _band(run, above, None, was_below)


def _band(run: list[Measurement], above: date | None, after: date | None, was_below: bool) -> Band:
    refs = tuple(ref for each in run for ref in each.refs)
    return Band(run[0].on, run[-1].on, above, after, refs, was_below)


def _newest_kinds(chart: Chart, day0: date, on: date) -> tuple[str, ...]:
    found: list[str] = []
    for name in KINDS:
        known = [
            (each.on.first, -at, each.ref)
            for at, each in enumerate(chart.of(name))
            if each.on is not None
            and day0 < each.on.first
            and each.on.last <= on
            and not isinstance(each.value, Absence)
        ]
        found += [max(known)[2]] if known else []
    return tuple(found)
