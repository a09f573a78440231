"""Boundary patients: for every number a rule file writes, one patient just below, one at it, one just above.

Each comes with the truth the sentence must have for it, worked out here from the number alone and not by an
engine, so that an engine that is off by one at an edge is caught.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from core.catalogue.concept import Concept, Kind
from core.chart.chart import Chart
from core.chart.entries import Completeness, Course, Episode, Finding
from core.chart.sections import every_section
from core.chart.sections.findings import RESULTS
from core.chart.values import Coded, Landmark, Measured, Recorded, Scored, TestResult, Value
from core.criteria.nodes import (
    Between,
    Compare,
    Condition,
    Defined,
    Had,
    Off,
    Received,
    Shows,
    TimeSince,
    walk,
)
from core.criteria.scope import Scope
from core.criteria.values import Amount, Length, Limit, Multiple, NamedWindow, Several, Term, TitreLimit, Within
from core.values.duration import Duration, TimeUnit
from core.values.interval import Interval, Op
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity
from core.values.truth import Truth, truth_of

ON = date(2026, 6, 1)
"""The evaluation and decision day of every boundary patient."""

_DAY = timedelta(days=1)
_LIMIT_OF_NORMAL = Decimal(40)


@dataclass(frozen=True, slots=True)
class BoundaryPatient:
    """One sentence, one patient at an edge of it, and the truth it must have."""

    condition: Condition
    chart: Chart
    expected: Truth
    what: str


def boundary_patients(condition: Condition, scope: Scope) -> Iterator[BoundaryPatient]:
    """Yield the boundary patients of every number in a condition."""
    for node in walk(condition):
        match node:
            case Defined(name):
                yield from boundary_patients(scope.definitions[name], scope)
            case Compare() | Between():
                yield from _of_limits(node, scope)
            case TimeSince():
                yield from _of_landmark(node)
            case Received() | Had() | Off():
                yield from _of_look_back(node, scope)
            case Shows():
                yield from _of_record(node, scope)
            case _:
                continue


# --- limits of measured values


def _tests(node: Compare | Between) -> tuple[tuple[Op, Limit], ...]:
    if isinstance(node, Compare):
        return ((node.op, node.limit),)
    return ((">=", node.low), ("<=", node.high))


def _holds(op: Op, step: int) -> bool:
    """Return what ``limit + step op limit`` is."""
    return {"<": step < 0, "<=": step <= 0, ">": step > 0, ">=": step >= 0, "=": step == 0, "!=": step != 0}[op]


def _of_limits(node: Compare | Between, scope: Scope) -> Iterator[BoundaryPatient]:
    for name in _members(node, scope):
        concept = scope.catalogue.concept(name)
        if concept is None:
            continue
        alone = _alone(node, name)
        for index, (op, limit) in enumerate(_tests(node)):
            for step in (-1, 0, 1):
                truth = truth_of(_holds(op, step) and _other_side_holds(node, index, limit, step))
                chart = _at(concept, alone, limit, step)
                if chart is not None:
                    yield BoundaryPatient(alone, chart, truth, f"{name} {op} {_shown(limit)}, step {step}")


def _members(node: Compare | Between, scope: Scope) -> tuple[str, ...]:
    if isinstance(node.subject, Several):
        return tuple(member for name in node.subject.names for member in scope.members(name))
    return (node.subject.name,)


def _alone(node: Compare | Between, name: str) -> Compare | Between:
    """Return the sentence about one measurement, without windows and samples to be clean."""
    term = node.subject if isinstance(node.subject, Term) else Term(name)
    if isinstance(node, Compare):
        return Compare(term, node.op, node.limit)
    return Between(term, node.low, node.high)


def _other_side_holds(node: Compare | Between, index: int, limit: Limit, step: int) -> bool:
    """Answer whether the patient at one end of a band lies inside its other end."""
    if isinstance(node, Compare):
        return True
    other = node.high if index == 0 else node.low
    number, bound = _number(limit), _number(other)
    if number is None or bound is None:
        return True
    moved = number + step * _step(limit)
    return moved <= bound if index == 0 else moved >= bound


def _number(limit: Limit) -> Decimal | None:
    match limit:
        case Amount(number) | Multiple(number):
            return number
        case Length(duration):
            return Decimal(duration.count)
        case TitreLimit(denominator):
            return Decimal(denominator)
        case _:
            return None


def _step(limit: Limit) -> Decimal:
    if isinstance(limit, Amount):
        exponent = limit.number.as_tuple().exponent
        return Decimal(1).scaleb(min(exponent, 0) - 1) if isinstance(exponent, int) else Decimal(1)
    return Decimal(1)


def _at(concept: Concept, node: Compare | Between, limit: Limit, step: int) -> Chart | None:
    term = node.subject
    if concept.kind is Kind.AGE and isinstance(limit, Length):
        years = Duration(limit.duration.count + step, TimeUnit.YEAR)
        return _chart(birth=PartialDate.on(years.before(ON)))
    value = _value(concept, limit, step)
    if value is None or not isinstance(term, Term) or term.items is not None:
        return None
    own = Quantity(Interval.exactly(_LIMIT_OF_NORMAL), _first_unit(concept), "")
    limits = (own, own) if isinstance(limit, Multiple) else (None, None)
    qualifiers = frozenset(term.qualifiers) - {"score"}
    return _chart(Finding("f/1", concept.id, value, PartialDate.on(ON), qualifiers, *limits))


def _first_unit(concept: Concept) -> str:
    return concept.units[0].name if concept.units else ""


def _value(concept: Concept, limit: Limit, step: int) -> Value | None:
    match limit:
        case Amount(number, unit):
            exact = number + step * _step(limit)
            quantity = Quantity(Interval.exactly(exact), unit, f"{exact} {unit}".strip())
        case Multiple(number):
            exact = number * _LIMIT_OF_NORMAL + step
            quantity = Quantity(Interval.exactly(exact), _first_unit(concept), str(exact))
        case TitreLimit(denominator):
            quantity = Quantity(Interval.exactly(Decimal(denominator + step)), "titre", f"1:{denominator + step}")
        case _:
            return None
    return _of_kind(concept, quantity)


def _of_kind(concept: Concept, quantity: Quantity) -> Value | None:
    match concept.kind:
        case Kind.NUMBER | Kind.TITRE:
            return Measured(quantity)
        case Kind.TEST:
            return TestResult("", quantity)
        case Kind.SCORE:
            return Scored(quantity.amount)
        case Kind.CLASSIFICATION:
            return Coded(frozenset(), quantity.amount)
        case _:
            return None


def _shown(limit: Limit) -> str:
    return str(_number(limit))


# --- lengths of time


def _of_landmark(node: TimeSince) -> Iterator[BoundaryPatient]:
    for step in (-1, 0, 1):
        # the landmark for which the length is complete `step` days before the decision day
        on = _start_for(node.duration, ON - step * _DAY)
        if on is None:
            continue
        complete_on = node.duration.after(on)
        elapsed = (ON - complete_on).days
        chart = _chart(Finding("f/1", node.landmark, Landmark(PartialDate.on(on)), PartialDate.on(on)))
        yield BoundaryPatient(node, chart, truth_of(_holds(node.op, elapsed)), f"{node.landmark}, step {step}")


def _start_for(length: Duration, complete_on: date) -> date | None:
    """Return a day from which a length is complete on a day, if the calendar has one."""
    start = length.before(complete_on)
    return next((day for day in (start, start - _DAY, start + _DAY) if length.after(day) == complete_on), None)


# --- look-backs: the far end is out


def _of_look_back(node: Received | Had | Off, scope: Scope) -> Iterator[BoundaryPatient]:
    length = _length(node, scope)
    names = sorted(scope.drugs(node.which.names)) or sorted(scope.concepts(node.which.names))
    if length is None or not names or node.which.other_than or node.which.mode == "each":
        return
    if isinstance(node, Received) and node.times > 1:
        return
    if isinstance(node, Had) and node.fields is not None:
        return
    first_in = length.before(ON) + _DAY
    for step in (-1, 0, 1):
        last = first_in + step * _DAY
        is_in = step >= 0
        expected = truth_of(is_in != isinstance(node, Off))
        for name in names[:2]:
            yield BoundaryPatient(node, _happened(name, last, scope), expected, f"{name} last on {last}, {length}")


def _length(node: Received | Had | Off, scope: Scope) -> Duration | None:
    window = node.lasting if isinstance(node, Off) else node.window
    if window is None or (isinstance(window, Within) and window.side not in ("", "before")):
        return None
    if isinstance(node, Off) and node.lasting is not None and node.lasting.is_more:
        return None
    span = getattr(window, "span", None)
    if isinstance(span, NamedWindow):
        return scope.windows[span.name]
    return span if isinstance(span, Duration) else None


def _happened(name: str, last: date, scope: Scope) -> Chart:
    start, end = PartialDate.on(last - 30 * _DAY), PartialDate.on(last)
    long_ago = date(1950, 1, 1)
    told = [each for each in every_section() if each.is_of and each.is_of != RESULTS]
    lists = tuple(Completeness(each.id, each.is_of, long_ago, ON) for each in told)
    if name in scope.catalogue.drugs:
        course = Course("treatments/1", name, start, end, outcome="no_response")
        return Chart("boundary", is_synthetic=True, birth=PartialDate.on(long_ago), courses=(course,), complete=lists)
    episode = Episode("events/1", name, start, end)
    return Chart("boundary", is_synthetic=True, birth=PartialDate.on(long_ago), episodes=(episode,), complete=lists)


# --- facts of one record


def _of_record(node: Shows, scope: Scope) -> Iterator[BoundaryPatient]:
    record = scope.catalogue.concept(node.record)
    for inner in walk(node.condition):
        if record is None or not isinstance(inner, Compare | Between) or not isinstance(inner.subject, Term):
            continue
        field = record.fields.get(inner.subject.name)
        if field is None:
            continue
        for index, (op, limit) in enumerate(_tests(inner)):
            for step in (-1, 0, 1):
                value = _value(field, limit, step)
                if value is None:
                    continue
                truth = truth_of(_holds(op, step) and _other_side_holds(inner, index, limit, step))
                finding = Finding("f/1", record.id, Recorded({field.id: value}), PartialDate.on(ON))
                shown = Shows(node.record, inner)
                yield BoundaryPatient(shown, _chart(finding), truth, f"{node.record}.{field.id} {op}, step {step}")


def _chart(*findings: Finding, birth: PartialDate | None = None) -> Chart:
    return Chart("boundary", is_synthetic=True, birth=birth, findings=findings)
