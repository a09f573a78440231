"""Sentences over several results: several measurements at once, repeated results, change over time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from core.catalogue.concept import Concept
from core.chart.entries import Finding
from core.chart.values import Absence, Scored
from core.criteria.nodes import AboutValues, Repeated, Shift, State
from core.criteria.values import Amount, Term
from core.engine.explaining.answers import known, missing, unknown
from core.engine.explaining.comparing import Answer, converted, number_of, together
from core.engine.explaining.connectives import counted, joined
from core.engine.explaining.measured import judge_term, test_finding
from core.engine.explaining.results import Ask, admissible, answered, disagreement, ends, judge_in_windows, why_none
from core.engine.explaining.scores import totals_of
from core.engine.explaining.windows import Period
from core.engine.judgement.outcome import Cause, Gap, Outcome
from core.engine.judgement.situation import Situation
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity
from core.values.truth import Truth, agreed

_HUNDRED = Decimal(100)


def judge_measured(node: AboutValues, situation: Situation) -> Outcome:
    """Judge a sentence about one measurement, a panel, or several at once."""
    subject = node.subject
    if isinstance(subject, Term):
        members = _panel(node, subject.name, situation)
        if members == (subject.name,):
            return judge_term(node, subject, situation)
        return joined(node, _each(node, members, situation), is_all=False)
    members = tuple(
        dict.fromkeys(
            member for name in subject.names for member in _panel(node, name, situation, is_named_in_list=True)
        )
    )
    parts = _each(node, members, situation)
    if subject.mode == "at_least":
        return counted(node, parts, subject.needed)
    return joined(node, parts, is_all=subject.mode == "each")


def _each(node: AboutValues, members: Sequence[str], situation: Situation) -> list[Outcome]:
    return [judge_term(replace(node, subject=Term(member)), Term(member), situation) for member in members]


def _panel(node: AboutValues, name: str, situation: Situation, *, is_named_in_list: bool = False) -> tuple[str, ...]:
    """Return the members of a panel or group; the panel itself too where a result of it is recorded."""
    members = situation.scope.members(name)
    if members == (name,) or not (isinstance(node, State) or is_named_in_list):
        return members if is_named_in_list else (name,)
    panels = [inner for inner in situation.scope.expanded((name,)) if inner not in members]
    return (*members, *(panel for panel in panels if situation.chart.of(panel)))


# --- repeated results


@dataclass(frozen=True, slots=True)
class _Day:
    """What the results certainly of one day say together."""

    on: PartialDate
    answer: Answer


def judge_repeated(node: Repeated, situation: Situation) -> Outcome:
    """Judge ``at least n results of``: results of different days that satisfy the test."""
    concept = situation.scope.catalogue.concept(node.term.name)
    if concept is None:
        return unknown(node, (missing(node.term.name),))

    def test(finding: Finding) -> Answer:
        return test_finding(node.test, node.term, finding, concept, situation)

    ask = Ask(node, concept, node.term.qualifiers, "", node.window, test, is_count=True)
    return judge_in_windows(ask, situation, lambda period: _repeated_in(node, ask, period, situation))


def _repeated_in(node: Repeated, ask: Ask, period: Period, situation: Situation) -> Outcome:
    found = [(each, answered(ask, each.finding)) for each in admissible(ask, period, situation)]
    certain = [(each.finding, answer) for each, answer in found if each.certainty is Truth.TRUE and each.finding.on]
    possible = [answer for each, answer in found if each.certainty is not Truth.TRUE or each.finding.on is None]
    days = _days(certain, ask.concept.id)
    refs = {ref for each, answer in found for ref in (each.finding.ref, *answer.refs)}  # a limit may be the site's
    if _most_apart([day for day in days if day.answer.truth is Truth.TRUE]) >= node.needed:
        holding = [(finding, answer) for finding, answer in certain if answer.truth is Truth.TRUE]
        return known(node, Truth.TRUE, (ref for finding, answer in holding for ref in (finding.ref, *answer.refs)))
    if _most_apart(days) < node.needed:
        return unknown(node, (missing(ask.concept.id, "results"),), refs)
    answers = (*(day.answer for day in days), *possible)
    if sum(answer.truth is not Truth.FALSE for answer in answers) < node.needed:
        return known(node, Truth.FALSE, refs)
    gaps = tuple(gap for answer in answers for gap in answer.gaps)
    return unknown(node, gaps or (Gap(Cause.IMPRECISE, ask.concept.id),), refs)


def _days(certain: Sequence[tuple[Finding, Answer]], concept: str) -> list[_Day]:
    """Return the results by day: those of one known day say one thing or are a conflict, a month stands alone."""
    known_days: dict[date, list[tuple[PartialDate, Answer]]] = {}
    found: list[_Day] = []
    for finding, answer in certain:
        if finding.on is None:
            continue
        if finding.on.is_exact:
            known_days.setdefault(finding.on.first, []).append((finding.on, answer))
        else:
            found.append(_Day(finding.on, answer))
    for said in known_days.values():
        truths = {answer.truth for _, answer in said}
        if len(truths) > 1:
            joint = Answer(Truth.UNKNOWN, (Gap(Cause.CONFLICTING, concept),))
        else:
            joint = together(truths.pop(), tuple(answer for _, answer in said))
        found.append(_Day(said[0][0], joint))
    return found


def _most_apart(days: Sequence[_Day]) -> int:
    """Return how many of the days are certainly different ones."""
    count = 0
    reached: date | None = None
    for day in sorted(days, key=lambda each: each.on.last):
        if reached is None or day.on.first > reached:
            count += 1
            reached = day.on.last
    return count


# --- change over time


def judge_shift(node: Shift, situation: Situation) -> Outcome:
    """Judge ``rise in`` and ``fall in``: the latest value against earlier ones of the period."""
    concept = situation.scope.catalogue.concept(node.term.name)
    if concept is None:
        return unknown(node, (missing(node.term.name),))
    ask = Ask(node, concept, node.term.qualifiers, "", node.window, lambda _finding: Answer(Truth.UNKNOWN))
    return judge_in_windows(ask, situation, lambda period: _shift_in(node, ask, period, situation))


def _shift_in(node: Shift, ask: Ask, period: Period, situation: Situation) -> Outcome:
    candidates = admissible(ask, period, situation)
    if not candidates:
        return why_none(ask, period, situation)
    latest = ends(candidates, "newest")
    readings = [_since(node, ask.concept, each.finding, period, situation) for each in latest]
    if len(latest) == 1 and latest[0].certainty is Truth.TRUE:
        return readings[0]
    truth = agreed(reading.truth for reading in readings)
    if len(latest) > 1 and truth.is_known:
        return known(node, truth, (ref for reading in readings for ref in reading.evidence))
    return unknown(node, (disagreement(ask, latest),), (each.finding.ref for each in latest))


def _since(node: Shift, concept: Concept, latest: Finding, period: Period, situation: Situation) -> Outcome:
    """Judge the change up to one latest value."""
    on = latest.on
    if on is None:
        return unknown(node, (Gap(Cause.UNDATED, concept.id),), (latest.ref,))
    every = situation.chart.of(concept.id)
    if node.over is not None:
        start, earliest = node.over.before(on.last), node.over.before(on.first)
    else:
        start = earliest = _stood(concept, latest, every, period.first or date.min)
    others = [each for each in every if _may_precede(each, latest, earliest)]
    pairs = [(each, _pair(node, concept, each, latest)) for each in others]
    enough = {each.ref for each, pair in pairs if pair.truth is Truth.TRUE and _is_inside(each, start, on)}
    if enough:
        return known(node, Truth.TRUE, {latest.ref, *enough})
    refs = {latest.ref, *(each.ref for each in others)}
    if any(pair.truth is not Truth.FALSE for _, pair in pairs):
        gaps = tuple(gap for _, pair in pairs for gap in pair.gaps)
        return unknown(node, gaps or (Gap(Cause.IMPRECISE, concept.id),), refs)
    middle = start + (on.first - start) / 2
    if any(_is_inside(each, start, on) and each.on is not None and each.on.last <= middle for each in others):
        return known(node, Truth.FALSE, refs)
    return unknown(node, (missing(concept.id, "earlier value"),), refs)


def _stood(concept: Concept, latest: Finding, every: Sequence[Finding], start: date) -> date:
    """Return the day of the newest value by the same method that stood when a period began, else its first day."""
    oldest = date.min if concept.freshness is None else concept.freshness.before(start)
    days = [
        each.on.first
        for each in every
        if each.on is not None
        and oldest <= each.on.first
        and each.on.last < start
        and each.qualifiers == latest.qualifiers
        and not isinstance(each.value, Absence)
    ]
    return max(days, default=start)


def _may_precede(other: Finding, latest: Finding, earliest: date) -> bool:
    """True if a value by the same method may be of a day of the period before the latest."""
    if other.ref == latest.ref or isinstance(other.value, Absence) or other.qualifiers != latest.qualifiers:
        return False
    if other.on is None or latest.on is None:
        return True
    return other.on.last >= earliest and other.on.first < latest.on.last


def _is_inside(other: Finding, start: date, latest: PartialDate) -> bool:
    return other.on is not None and start <= other.on.first and other.on.last < latest.first


def _pair(node: Shift, concept: Concept, earlier: Finding, latest: Finding) -> Answer:
    """Answer whether the step from one value to the other is what is asked for."""
    imprecise = Gap(Cause.IMPRECISE, concept.id)
    before, after = _amount(node, earlier, concept), _amount(node, latest, concept)
    if before is None or after is None or not isinstance(node.limit, Amount):
        return Answer(Truth.UNKNOWN, (imprecise,))
    unit = before.unit if node.scale == "relative" else node.limit.unit
    first, second = converted(before, unit, concept), converted(after, unit, concept)
    if first is None or second is None:
        return Answer(Truth.UNKNOWN, (Gap(Cause.UNIT, concept.id),))
    change = _difference(second, first) if node.direction == "rise" else _difference(first, second)
    if node.scale != "relative":
        truth = change.compare(node.op, node.limit.number)
    elif first.low is None or not first.is_exact or first.low <= 0:
        truth = Truth.UNKNOWN
    else:  # multiplied, not divided: a third of 30 is exact only this way
        truth = change.scaled(_HUNDRED).compare(node.op, node.limit.number * first.low)
    return Answer(truth, (imprecise,) if truth is Truth.UNKNOWN else ())


def _amount(node: Shift, finding: Finding, concept: Concept) -> Quantity | None:
    """Return the number of a finding; of a score the one sum that the items asked for can have."""
    if not isinstance(finding.value, Scored):
        return number_of(finding.value)
    if node.term.items is None and finding.value.total is not None:
        return Quantity(finding.value.total, "", "")
    totals = totals_of(finding.value, node.term.items, concept)
    return Quantity(Interval.exactly(totals[0]), "", "") if len(totals) == 1 else None


def _difference(one: Interval, other: Interval) -> Interval:
    low = None if one.low is None or other.high is None else one.low - other.high
    high = None if one.high is None or other.low is None else one.high - other.low
    return Interval(low, high, one.is_low_open or other.is_high_open, one.is_high_open or other.is_low_open)
