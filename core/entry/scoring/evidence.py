"""What stands on record of an input: with its value and day, and what it fits. It is shown, and taken when asked for.

Not taken is what is older than its concept stands, what has no day, what another value of the same day contradicts,
and a number in a unit that the score does not know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Concept
from core.chart.birth import years_on
from core.chart.chart import Chart
from core.chart.deriving.newest import newest, says, valued
from core.chart.entries import Finding
from core.chart.of_day import number_of, value_in
from core.chart.values import Landmark, Measured, Scored, TestResult
from core.engine.explaining.scores import possible_totals
from core.entry.scoring.answers import NO, YES
from core.scores.definition import HIGHEST, Definition, Input, Kind, OnRecord
from core.scores.units import plain
from core.values.interval import Interval, compare_intervals
from core.values.quantity import Quantity, parse_quantity
from core.values.truth import Truth, truth_of

UPPER, LOWER = "upper_limit", "lower_limit"
_RAISED = {"raised": Truth.TRUE, "low": Truth.FALSE, "normal": Truth.FALSE}
_LOW = {"raised": Truth.FALSE, "low": Truth.TRUE, "normal": Truth.FALSE}


class NotTaken(Enum):
    """Why a value on record answers nothing by itself."""

    OLD = "old"
    SEVERAL = "several"
    UNCERTAIN = "uncertain"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A finding that speaks of an input. ``answer`` is what it fits, "" with the reason where it is not taken.

    ``finding`` None: nothing is on record of the concept.
    """

    concept: Concept
    finding: Finding | None = None
    answer: str = ""
    why_not: NotTaken | None = None


@dataclass(frozen=True, slots=True)
class OnDay:
    """What was on record on the day of the examination."""

    chart: Chart
    catalogue: Catalogue
    day: date

    def of(self, definition: Definition, asked: Input) -> tuple[Evidence, ...]:
        """Return what speaks of an input, concept by concept."""
        declared = definition.record.get(asked.id)
        if declared is None:
            return ()
        concepts = (self.catalogue.concept(name) for name in declared.of)
        return tuple(self._one(asked, declared, concept) for concept in concepts if concept is not None)

    def answer(self, definition: Definition, asked: Input) -> str:
        """Return the answer that is on record, "" where it is none: one of several is enough for yes, all say no."""
        found = [each.answer for each in self.of(definition, asked)]
        if YES in found:
            return YES
        return found[0] if found and len(set(found)) == 1 else ""

    def answers(self, definition: Definition) -> dict[str, str]:
        """Return every answer that is on record, by input."""
        found = {each.id: self.answer(definition, each) for each in definition.asked}
        return {name: word for name, word in found.items() if word}

    def _one(self, asked: Input, declared: OnRecord, concept: Concept) -> Evidence:
        known = [each for each in valued(self.chart, concept) if each.on is not None and each.on.last <= self.day]
        if declared.is_once:
            met = [each for each in known if _fits(each, declared, concept) is Truth.TRUE]
            if met:
                return Evidence(concept, newest(met)[0], YES)
        latest = newest(known) if not declared.of_day else self._of_day(known, declared)
        if not latest:
            return Evidence(concept)
        words = {self._word(each, asked, declared, concept) for each in latest}
        if len(words) > 1:
            return Evidence(concept, latest[0], "", NotTaken.SEVERAL)
        word = words.pop()
        if not word or (declared.is_once and word == NO):
            return Evidence(concept, latest[0], "", None if word else NotTaken.UNCERTAIN)
        return (
            Evidence(concept, latest[0], word)
            if self._stands(latest[0], concept, declared)
            else Evidence(concept, latest[0], "", NotTaken.OLD)
        )

    def _of_day(self, known: Iterable[Finding], declared: OnRecord) -> tuple[Finding, ...]:
        """Return the one of the day itself that is the highest, or the lowest; all of it where that is not certain."""
        today = [each for each in known if each.on is not None and each.on.is_exact and each.on.first == self.day]
        numbers = {each.ref: amount for each in today if (amount := number_of(each, declared.field)) is not None}
        if len(numbers) < len(today) or not today:
            return tuple(today)
        most = max if declared.of_day == HIGHEST else min
        return (most(today, key=lambda each: numbers[each.ref]),)

    def _stands(self, finding: Finding, concept: Concept, declared: OnRecord) -> bool:
        """True while a value may be taken for one of the day; where nobody says how long, on the day alone."""
        if declared.is_age or declared.of_day:
            return True
        if finding.on is None or not finding.on.is_exact:
            return False
        return finding.on.first >= (self.day if concept.freshness is None else concept.freshness.before(self.day))

    def _word(self, finding: Finding, asked: Input, declared: OnRecord, concept: Concept) -> str:
        if declared.sign:
            return {Truth.TRUE: YES, Truth.FALSE: NO}.get(_fits(finding, declared, concept), "")
        part = concept.fields.get(declared.field)
        match value_in(finding, declared.field):
            case Measured(quantity) if declared.field:
                return "" if part is None else _number(quantity, asked, part)
            case Landmark(on) if declared.is_age and self.chart.birth is not None:
                ages = {years_on(self.chart.birth, each) for each in (on.first, on.last)}
                age = ages.pop() if len(ages) == 1 else None
                return "" if age is None else f"{age} {asked.unit}"
            case Scored() as scored:
                return _total(scored, declared, concept)
            case Measured(quantity):
                return _number(quantity, asked, concept)
            case _:
                return ""


def _fits(finding: Finding, declared: OnRecord, concept: Concept) -> Truth:
    value = finding.value
    if isinstance(value, TestResult) and (value.word in _RAISED):
        return (_RAISED if declared.limit == UPPER else _LOW if declared.limit == LOWER else {}).get(
            value.word, Truth.UNKNOWN
        )
    if isinstance(value, TestResult):
        return says(finding) if declared.limit == UPPER else Truth.UNKNOWN
    if not isinstance(value, Measured):
        return Truth.UNKNOWN
    limits = {UPPER: finding.upper_limit, LOWER: finding.lower_limit}
    limit = limits.get(declared.limit) if declared.limit in limits else parse_quantity(declared.limit)
    if limit is None:
        return Truth.UNKNOWN
    amount, other = _in_first_unit(value.quantity, concept), _in_first_unit(limit, concept)
    if amount is None or other is None or amount[1] != other[1]:
        return Truth.UNKNOWN
    return _compared(amount[0], declared.sign, other[0])


def _compared(amount: Interval, sign: str, limit: Interval) -> Truth:
    match sign:
        case ">" | "<" | ">=" | "<=":
            return compare_intervals(amount, sign, limit)
        case _:
            return truth_of(False)


def _in_first_unit(quantity: Quantity, concept: Concept) -> tuple[Interval, str] | None:
    """Return a number in the first unit of its family, with the family; None for a unit that is not known."""
    if not concept.units:
        return quantity.amount, ""
    unit = concept.unit(quantity.unit)
    return None if unit is None else (quantity.amount.scaled(unit.factor), unit.family)


def _total(scored: Scored, declared: OnRecord, concept: Concept) -> str:
    """Return a total that is certain, without the groups that are left out."""
    kept = frozenset(item.id for item in concept.items if not item.groups & set(declared.but))
    totals = possible_totals(scored, kept, concept) or ()
    return f"{totals[0]:f}" if len(totals) == 1 else ""


def _number(quantity: Quantity, asked: Input, concept: Concept) -> str:
    """Return a number with its own unit where the score knows it, else in a unit of the concept that both know."""
    amount = quantity.amount.low
    if asked.kind not in (Kind.NUMBER, Kind.WHOLE) or amount is None or not quantity.amount.is_exact:
        return ""
    if not concept.units:
        return f"{amount:f}" if not asked.quantity else ""
    own = concept.unit(quantity.unit)
    for unit in () if own is None else _own_first(own.name, concept):
        known = next((each for each in asked.units if plain(each) == plain(unit)), None)
        other = concept.unit(unit)
        if known is None or own is None or other is None or other.family != own.family:
            continue
        number = Fraction(amount) * Fraction(own.factor) / Fraction(other.factor)
        text = _decimal(number)
        if text:
            return f"{text} {known}"
    return ""


def _own_first(own: str, concept: Concept) -> Iterator[str]:
    yield own
    yield from (unit.name for unit in concept.units if unit.name != own)


def _decimal(number: Fraction) -> str:
    """Return a number whose digits end; "" for one that would have to be rounded."""
    for digits in range(10):
        scaled = number * 10**digits
        if scaled.denominator == 1:
            whole = str(abs(scaled.numerator)).rjust(digits + 1, "0")
            text = f"{whole[:-digits]}.{whole[-digits:]}" if digits else whole
            return f"-{text}" if number < 0 else text
    return ""


def taken(found: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return what answers an input by itself."""
    return tuple(each for each in found if each.answer)
