"""What was found at each visit, and on other days: numbers, codes, yes and no of the catalogue; each value once.

A value is of a visit where it was found within its window; the plan also counts what was made up for months later,
which would be told as of the wrong time here. Values of other days after the infusion have rows of their own. Left out,
and counted: what is confidential, what somebody typed as text, and what was found before and the plan does not ask.
Units are those of the catalogue, converted exactly; of a number known as a limit the limit leaves, in its own column.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept, Kind
from core.chart.chart import Chart
from core.chart.entries import Finding
from core.chart.values import Coded, Fact, Measured, Scored, TestResult
from core.follow_up.following import Following
from core.follow_up.slots import Kind as SlotKind
from core.language.languages import in_language
from core.language.phrases import Phrases
from core.registry.dataset import Column, Form
from core.registry.dataset import Kind as CellKind
from core.values.interval import Interval

_NUMBERS = frozenset({Kind.NUMBER, Kind.SCORE, Kind.TITRE})
_CHOICES = frozenset({Kind.CODE, Kind.YES_NO, Kind.TEST})
CONFIDENTIAL, TEXT, BEFORE, UNIT = "confidential", "kind", "before", "unit"
AT_MOST, AT_LEAST = "_at_most", "_at_least"
"""What a column is called that holds limits: ``igg_at_most`` 2 is an IgG below a limit of detection of 2."""
_TESTED = ("positive", "negative", "borderline")


@dataclass
class LeftOut:
    """Counts what does not leave, by why."""

    counts: Counter[str] = field(default_factory=Counter[str])

    def note(self, why: str) -> None:
        """Count one value."""
        self.counts[why] += 1


def cells_of(finding: Finding, concept: Concept, left: LeftOut) -> dict[str, str]:
    """Return the cells of a finding by the ends of their columns, none (and counted) where it does not leave."""
    cells = {} if concept.is_confidential else _told(finding, concept)
    if not cells:
        left.note(CONFIDENTIAL if concept.is_confidential else UNIT if _amount(finding) is not None else TEXT)
    return cells


def _told(finding: Finding, concept: Concept) -> dict[str, str]:
    match finding.value:
        case Fact(is_so=is_so) if concept.kind is Kind.YES_NO:
            return {"": "yes" if is_so else "no"}
        case Coded(codes=codes) if concept.kind is Kind.CODE and len(codes) == 1:
            return {"": next(iter(codes))}
        case TestResult(word=word, quantity=None) if word in _TESTED:
            return {"": word}
        case Measured(quantity=quantity) if concept.units:
            unit = concept.unit(quantity.unit)
            is_convertible = unit is not None and unit.family == concept.units[0].family
            return _ends(quantity.amount.scaled(unit.factor)) if unit is not None and is_convertible else {}
        case _:
            amount = _amount(finding)
            return {} if amount is None else _ends(amount)


def _amount(finding: Finding) -> Interval | None:
    match finding.value:
        case Measured(quantity=quantity):
            return quantity.amount
        case Scored(total=total):
            return total
        case _:
            return None


def _ends(amount: Interval) -> dict[str, str]:
    """Return a number, or the limits between which it lies."""
    if amount.is_exact:
        return {"": f"{amount.low:f}"}
    ends = {AT_LEAST: amount.low, AT_MOST: amount.high}
    return {name: f"{end:f}" for name, end in ends.items() if end is not None}


def visit_columns(concept: Concept, used: Container[str], phrases: Phrases) -> Iterator[Column]:
    """Yield the columns of a concept that are used: its own, and those of limits."""
    label = in_language(concept.label, phrases.language)
    if concept.kind in _NUMBERS:
        unit = concept.units[0].name if concept.units else ""
        for end in ("", AT_LEAST, AT_MOST):
            if concept.id + end in used:
                words = phrases.say(f"registry{end.replace('_', '-')}", what=label) if end else label
                yield Column(
                    concept.id + end,
                    Form.VISIT,
                    CellKind.NUMBER,
                    words,
                    unit,
                    concept=concept.id,
                    loinc=concept.loinc,
                    comparator=_COMPARATORS[end],
                )
    elif concept.id in used:
        yield Column(
            concept.id,
            Form.VISIT,
            CellKind.CHOICE,
            label,
            choices=_choices(concept, phrases),
            concept=concept.id,
            loinc=concept.loinc,
        )


_COMPARATORS = {"": "", AT_LEAST: ">=", AT_MOST: "<="}


def _choices(concept: Concept, phrases: Phrases) -> tuple[tuple[str, str], ...]:
    if concept.kind is Kind.CODE:
        return tuple((each.id, in_language(each.label, phrases.language)) for each in concept.codes)
    words = ("yes", "no") if concept.kind is Kind.YES_NO else _TESTED
    return tuple((word, phrases.say(f"registry-{word}")) for word in words)


@dataclass(frozen=True, slots=True)
class Found:
    """The cells of one row and the first day of what is in them."""

    cells: Mapping[str, str]
    on: date


@dataclass(frozen=True)
class VisitValues:
    """Gives each finding to the row that it is of."""

    chart: Chart
    catalogue: Catalogue
    following: Following
    left: LeftOut

    def before(self) -> Found | None:
        """Return what the plan asks before the infusion: of each concept the newest value."""
        refs = [ref for each in self.following.items if each.slot.kind is SlotKind.BEFORE for ref in each.refs]
        found = [each for each in self._dated() if each.ref in refs and _day(each) <= self._day0]
        for each in self._dated():
            if each.ref not in refs and _day(each) < self._day0:
                self.left.note(BEFORE)
        return self._found(sorted(found, key=_day))

    def at_visits(self) -> Mapping[int, Found]:
        """Return what was found within the window of each visit, by its place: the value nearest its day counts."""
        grouped: dict[int, list[Finding]] = {}
        for each in self._dated():
            place = self._place(_day(each))
            if place is not None:
                grouped.setdefault(place, []).append(each)
        return self._each(grouped, lambda place: self.following.visits[place].visit.on)

    def on_other_days(self) -> Mapping[int, Found]:
        """Return what was found after the infusion and within no window, by the day after it."""
        grouped: dict[int, list[Finding]] = {}
        for each in self._dated():
            day = (_day(each) - self._day0).days
            if day >= 0 and self._place(_day(each)) is None:
                grouped.setdefault(day, []).append(each)
        return self._each(grouped, lambda day: self._day0 + timedelta(days=day))

    @property
    def _day0(self) -> date:
        return self.following.plan.day0

    def _dated(self) -> Iterator[Finding]:
        recorded = {each.ref for each in self.chart.recorded}
        for each in self.chart.findings:
            concept = self.catalogue.concept(each.concept)
            is_told = concept is not None and (concept.kind in _NUMBERS or concept.kind in _CHOICES)
            if is_told and each.ref in recorded and each.on is not None and each.on.is_exact:
                yield each

    def _place(self, day: date) -> int | None:
        """Return the visit after the infusion whose window a day is of, of several the nearest."""
        open_then = [
            (abs((day - each.visit.on).days), place)
            for place, each in enumerate(self.following.visits)
            if day >= self._day0 and each.visit.earliest <= day <= each.visit.latest
        ]
        return min(open_then)[1] if open_then else None

    def _each(self, grouped: Mapping[int, Sequence[Finding]], day_of: Callable[[int], date]) -> dict[int, Found]:
        made: dict[int, Found] = {}
        for place, found in sorted(grouped.items()):
            on = day_of(place)
            row = self._found(sorted(found, key=lambda each: (-abs((_day(each) - on).days), -_day(each).toordinal())))
            if row is not None:
                made[place] = row
        return made

    def _found(self, worst_first: Iterable[Finding]) -> Found | None:
        """Return a row: of several findings of a concept the last one given counts."""
        chosen = {each.concept: each for each in worst_first}
        cells: dict[str, str] = {}
        days: list[date] = []
        for name, finding in chosen.items():
            told = cells_of(finding, self.catalogue.concepts[name], self.left)
            cells |= {f"{name}{end}": cell for end, cell in told.items()}
            days += [_day(finding)] if told else []
        return Found(cells, min(days)) if cells else None


def _day(finding: Finding) -> date:
    return date.min if finding.on is None else finding.on.first
