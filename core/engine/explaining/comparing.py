"""One finding against one limit."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from core.catalogue.concept import Concept, Kind
from core.chart.entries import Finding
from core.chart.values import Absence, Coded, Measured, Scored, TestResult, Value
from core.criteria.values import Amount, Extreme, Length, Limit, Multiple, SiteValue, TitreLimit
from core.engine.explaining.answers import missing
from core.engine.judgement.outcome import About, Cause, Gap
from core.engine.judgement.situation import Situation
from core.values.duration import parse_duration
from core.values.interval import Interval, Op, compare_intervals
from core.values.quantity import Quantity, parse_quantity
from core.values.truth import Truth, agreed, all_of, any_of


class Answer(NamedTuple):
    """What one finding says: its truth, and where unknown why; ``refs`` are further entries it rests on."""

    truth: Truth
    gaps: tuple[Gap, ...] = ()
    refs: tuple[str, ...] = ()


_ONE = Decimal(1)
AgainstLimit = Callable[[Op, Limit], Answer]


def together(truth: Truth, answers: tuple[Answer, ...]) -> Answer:
    """Return one answer from several: gaps only of the unknown ones, and only while it is unknown."""
    gaps = tuple(gap for answer in answers if answer.truth is Truth.UNKNOWN for gap in answer.gaps)
    refs = tuple(ref for answer in answers for ref in answer.refs)
    return Answer(truth, gaps if truth is Truth.UNKNOWN else (), refs)


def converted(quantity: Quantity, unit: str, concept: Concept) -> Interval | None:
    """Return the amount in ``unit``, or None where no exact factor leads there."""
    if quantity.unit == unit:
        return quantity.amount
    source, target = concept.unit(quantity.unit), concept.unit(unit)
    if source is None or target is None or source.family != target.family:
        return None
    return quantity.amount.scaled(source.factor / target.factor)


def number_of(value: Value | Absence) -> Quantity | None:
    """Return the number a value holds, if it holds one."""
    match value:
        case Measured(quantity) | TestResult(_, quantity):
            return quantity
        case Coded(_, number):
            return None if number is None else Quantity(number, "", "")
        case Scored(total):
            return None if total is None else Quantity(total, "", "")
        case _:
            return None


def compare_finding(finding: Finding, op: Op, limit: Limit, concept: Concept, situation: Situation) -> Answer:
    """Answer ``finding op limit``."""
    quantity = number_of(finding.value)
    if quantity is not None:
        answer = compare_number(quantity, op, limit, concept, situation, finding)
        return _at_most(answer, quantity, op, limit, concept, situation, finding) if finding.is_at_most else answer
    if isinstance(finding.value, TestResult):
        return compare_word(finding.value.word, op, limit, concept)
    detail = "score" if concept.kind is Kind.CLASSIFICATION else "number"
    return Answer(Truth.UNKNOWN, (missing(concept.id, detail),))


def _at_most(
    answer: Answer, quantity: Quantity, op: Op, limit: Limit, concept: Concept, situation: Situation, finding: Finding
) -> Answer:
    """Keep what holds however far below the measured number the real one lies."""
    certain: Truth = Truth.TRUE if op in ("<", "<=", "!=") else Truth.FALSE
    sure = answer
    if op in ("=", "!="):  # only a limit above the measured number is certainly not the real one
        sure = compare_number(quantity, "<", limit, concept, situation, finding)
        sure = sure if op == "!=" else Answer(~sure.truth, sure.gaps, sure.refs)
    if sure.truth is certain:
        return Answer(certain, (), answer.refs)
    return Answer(Truth.UNKNOWN, answer.gaps or (Gap(Cause.METHOD, concept.id),), answer.refs)


_SIDES: dict[str, tuple[str, str]] = {
    "positive": ("ULN", "above"),
    "raised": ("ULN", "above"),
    "negative": ("ULN", "not above"),
    "low": ("LLN", "below"),
}
"""What a word says of a number that was not told: on which side of the laboratory's own limit it lies."""


def compare_word(word: str, op: Op, limit: Limit, concept: Concept) -> Answer:
    """Answer ``result op limit`` of a result told in a word: it knows its side of the laboratory's own limit only."""
    lacking = Answer(Truth.UNKNOWN, (missing(concept.id, "number"),))
    if not isinstance(limit, Multiple):
        return lacking
    amount = _in_multiples(word, limit.reference)
    if amount is None:
        return lacking
    truth = amount.compare(op, limit.number)
    return lacking if truth is Truth.UNKNOWN else Answer(truth)


def _in_multiples(word: str, reference: str) -> Interval | None:
    """Return the number in multiples of the laboratory's limit, as far as a word tells."""
    if word == "normal":
        return Interval(None, _ONE) if reference == "ULN" else Interval(_ONE, None)
    limit, side = _SIDES.get(word, ("", ""))
    if limit != reference:
        return None
    if side == "above":
        return Interval(_ONE, None, is_low_open=True)
    return Interval(None, _ONE, is_high_open=side == "below")


def compare_number(
    quantity: Quantity, op: Op, limit: Limit, concept: Concept, situation: Situation, finding: Finding | None
) -> Answer:
    """Answer ``quantity op limit`` in the limit's unit."""
    match limit:
        case Amount(number, unit):
            amount = converted(quantity, unit, concept)
            if amount is None:
                return Answer(Truth.UNKNOWN, (Gap(Cause.UNIT, concept.id),))
            return _compared(amount, op, number, concept.id)
        case TitreLimit(denominator):
            return _compared(quantity.amount, op, Decimal(denominator), concept.id)
        case Multiple(number, reference):
            return _multiple(quantity, op, number, reference, concept, finding)
        case Extreme():
            return _extreme(quantity, op, limit, concept, situation, finding)
        case SiteValue(name):
            return against_site(name, lambda text: _against_text(quantity, op, text, concept), situation)
        case Length(duration):
            return _compared(quantity.amount, op, Decimal(duration.count), concept.id)


def _compared(amount: Interval, op: Op, limit: Decimal, subject: str) -> Answer:
    truth = amount.compare(op, limit)
    return Answer(truth, (Gap(Cause.IMPRECISE, subject),) if truth is Truth.UNKNOWN else ())


def _multiple(
    quantity: Quantity, op: Op, times: Decimal, reference: str, concept: Concept, finding: Finding | None
) -> Answer:
    own = None if finding is None else finding.upper_limit if reference == "ULN" else finding.lower_limit
    if own is None:
        return Answer(Truth.UNKNOWN, (missing(concept.id, reference),))
    amount = converted(quantity, own.unit, concept)
    if amount is None:
        return Answer(Truth.UNKNOWN, (Gap(Cause.UNIT, concept.id),))
    truth = compare_intervals(amount, op, own.amount.scaled(times))
    return Answer(truth, (Gap(Cause.IMPRECISE, concept.id),) if truth is Truth.UNKNOWN else ())


def _extreme(
    quantity: Quantity, op: Op, limit: Extreme, concept: Concept, situation: Situation, finding: Finding | None
) -> Answer:
    def against(each_op: Op, part: Limit) -> Answer:
        return compare_number(quantity, each_op, part, concept, situation, finding)

    return extreme_of(op, limit, against)


def extreme_of(op: Op, limit: Extreme, against: AgainstLimit) -> Answer:
    """Answer ``x op the lower|higher of a and b`` from the answers for a and for b."""
    first, second = against(op, limit.first), against(op, limit.second)
    if op in ("<", "<=", ">", ">="):
        is_both = (op in ("<", "<=")) == (limit.which == "lower")
        truth = (all_of if is_both else any_of)((first.truth, second.truth))
        decisive = Truth.FALSE if is_both else Truth.TRUE
        carrying = tuple(each for each in (first, second) if each.truth is decisive or truth is not decisive)
        return together(truth, carrying)
    edge: Op = "<=" if limit.which == "lower" else ">="
    beyond_first, beyond_second = against(edge, limit.first), against(edge, limit.second)
    equal_first, equal_second = against("=", limit.first), against("=", limit.second)
    truth = any_of(
        (
            all_of((equal_first.truth, beyond_second.truth)),
            all_of((equal_second.truth, beyond_first.truth)),
        )
    )
    return together(truth if op == "=" else ~truth, (equal_first, equal_second, beyond_first, beyond_second))


def against_site(name: str, against: Callable[[str], Answer], situation: Situation) -> Answer:
    """Answer for every value that a fact of the site can have."""
    values, refs = site_values(name, situation)
    answers = tuple(against(value) for value in values)
    truth = agreed(answer.truth for answer in answers)
    if truth is Truth.UNKNOWN and len(values) != 1:
        return Answer(truth, (Gap(Cause.ASK_THE_SITE, name, About.ANSWER),), refs)
    return Answer(truth, together(truth, answers).gaps, refs)


def site_values(name: str, situation: Situation) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a fact of the site can be, and the statements that say so: the newest decides."""
    said = [each for each in situation.chart.site if each.fact == name]
    if said:
        newest = max(said, key=lambda each: (each.on is not None, "" if each.on is None else each.on.last.isoformat()))
        return (newest.value,), (newest.ref,)
    fact = situation.scope.site.get(name)
    if fact is None:
        return (), ()
    return ((fact.known,) if fact.known else fact.one_of), ()


def _against_text(quantity: Quantity, op: Op, text: str, concept: Concept) -> Answer:
    duration = parse_duration(text) if concept.kind is Kind.AGE else None
    if duration is not None:
        return _compared(quantity.amount, op, Decimal(duration.count), concept.id)
    limit = parse_quantity(text)
    amount = None if limit is None else converted(quantity, limit.unit, concept)
    if limit is None or amount is None:
        return Answer(Truth.UNKNOWN, (Gap(Cause.UNIT, concept.id),))
    truth = compare_intervals(amount, op, limit.amount)
    return Answer(truth, (Gap(Cause.IMPRECISE, concept.id),) if truth is Truth.UNKNOWN else ())
