"""Sentences about values: compare, between, state, includes, repeated, change over time, records, ages, doses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from core.catalogue.concept import Concept, Kind
from core.chart.values import Recorded, Scored, Value
from core.criteria.nodes import (
    AboutValues,
    Between,
    Compare,
    Condition,
    Includes,
    Shows,
    State,
    TimeSince,
)
from core.criteria.scope import Question, Scope
from core.criteria.values import Amount, Extreme, Length, Limit, SiteValue, Term
from core.engine.deciding.calendar import LONG_AGO, after, ends
from core.engine.deciding.doses import ClassDose, DoseTest, dose_test, telling_days
from core.engine.deciding.kleene import FALSE, TRUE, UNKNOWN, agreed, at_least, of
from core.engine.deciding.limits import Exactly, NumberTest, Test, extreme_tests, number_test, result_test, site_values
from core.engine.deciding.moment import Decide, Moment
from core.engine.deciding.record import Record, Result, landmark
from core.engine.deciding.results import Ask, decide_results
from core.engine.deciding.scores import score_test
from core.engine.deciding.states import state_test
from core.engine.deciding.windows import Stretched, result_windows
from core.values.duration import Duration, TimeUnit, completed_years
from core.values.interval import Interval, Op
from core.values.quantity import Quantity, parse_quantity
from core.values.truth import Truth


def decide_measured(node: AboutValues, scope: Scope) -> Decide:
    """Return the truth of a sentence about one measurement, a panel, or several at once."""
    subject = node.subject
    if isinstance(subject, Term):
        members, panels = panel_of(node, subject.name, scope, is_named_in_list=False)
        if members == (subject.name,) and not panels:
            return decide_term(node, subject, scope)
        return _several(node, members, panels, "any", 1, scope)
    found = [panel_of(node, name, scope, is_named_in_list=True) for name in subject.names]
    members = tuple(dict.fromkeys(member for each, _ in found for member in each))
    panels = tuple(dict.fromkeys(panel for _, each in found for panel in each if panel not in members))
    return _several(node, members, panels, subject.mode, subject.needed, scope)


def _several(
    node: AboutValues,
    members: tuple[str, ...],
    panels: tuple[str, ...],
    mode: Literal["any", "each", "at_least"],
    needed: int,
    scope: Scope,
) -> Decide:
    """Return what members say together; a panel speaks too where a result of it is recorded."""

    def of_name(name: str) -> Decide:
        return decide_term(replace(node, subject=Term(name)), Term(name), scope)

    parts = [of_name(name) for name in members]
    speaking = [(name, of_name(name)) for name in panels]

    def decide(m: Moment) -> int:
        truths = [part(m) for part in parts]
        truths += [part(m) for name, part in speaking if name in m.record.recorded]
        if mode == "at_least":
            return at_least(needed, truths)
        return min(truths, default=TRUE) if mode == "each" else max(truths, default=FALSE)

    return decide


def panel_of(
    node: AboutValues, name: str, scope: Scope, *, is_named_in_list: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the members of a panel or group, and the panels among them that may have results of their own."""
    members = scope.members(name)
    if members == (name,) or not (isinstance(node, State) or is_named_in_list):
        return (members if is_named_in_list else (name,)), ()
    return members, tuple(inner for inner in scope.expanded((name,)) if inner not in members)


def decide_term(node: AboutValues, term: Term, scope: Scope) -> Decide:
    """Return the truth of a sentence for one concept, question or fact of the site."""
    if term.name in scope.questions:
        return _question(node, scope.questions[term.name])
    if term.name in scope.site:
        return _site_fact(node, term.name, scope)
    concept = scope.catalogue.concept(term.name)
    if concept is None:
        return lambda _m: UNKNOWN
    if isinstance(node, Compare | Between) and node.pick in ("highest", "lowest"):
        halves = _halves(node)
        if halves is not None:
            first, second = (decide_term(half, term, scope) for half in halves[0])
            pick = halves[1]
            return lambda m: pick(first(m), second(m))
    if concept.kind is Kind.AGE:
        return _age(node, concept, scope)
    if concept.kind is Kind.DOSE:
        return _dose(node, term, concept, scope)
    is_all = isinstance(node, Compare) and _needs_all(node)
    clean = node.clean if isinstance(node, Compare | Between) else None
    test = test_of(node, term, concept, scope)
    return decide_results(Ask(concept, term.qualifiers, node.pick, node.window, test, clean, is_all), scope)


def _halves(node: Compare | Between) -> tuple[tuple[Compare, Compare], Callable[[int, int], int]] | None:
    """The highest is n if it is at least n (one value is) and at most n (all are)."""
    if isinstance(node, Between):
        low = Compare(node.subject, ">=", node.low, node.pick, node.clean, node.window)
        return (low, replace(low, op="<=", limit=node.high)), min
    if node.op not in ("=", "!="):
        return None
    ops: tuple[Op, Op] = (">=", "<=") if node.op == "=" else (">", "<")
    return (replace(node, op=ops[0]), replace(node, op=ops[1])), min if node.op == "=" else max


def _needs_all(node: Compare) -> bool:
    return (node.op in ("<", "<=")) == (node.pick == "highest")


def test_of(node: AboutValues, term: Term, concept: Concept, scope: Scope) -> Test:
    """Return the test of one result."""
    if isinstance(node, State | Includes):
        return state_test(node, concept)
    if isinstance(node, Compare):
        return _limit_test(node.op, node.limit, term, concept, scope)
    low = _limit_test(">=", node.low, term, concept, scope)
    high = _limit_test("<=", node.high, term, concept, scope)
    return lambda result, record: min(low(result, record), high(result, record))


def _limit_test(op: Op, limit: Limit, term: Term, concept: Concept, scope: Scope) -> Test:
    test = result_test(op, limit, concept, scope)
    score = _score_test(op, limit, term, concept, scope) if concept.kind is Kind.SCORE else None
    if score is None:
        return test

    def scored(result: Result, record: Record) -> int:
        return score(result.value, record) if isinstance(result.value, Scored) else test(result, record)

    if isinstance(limit, Amount) and term.items is None:
        return Exactly(op, limit.number, "", scored)
    return scored


def _score_test(
    op: Op, limit: Limit, term: Term, concept: Concept, scope: Scope
) -> Callable[[Scored, Record], int] | None:
    """Return the test of a score against a number, the lower of two or a fact of the site; None for a number alone."""
    match limit:
        case Amount(number, ""):
            holds = score_test(op, Interval.exactly(number), term.items, concept)
            return lambda scored, _record: holds(scored)
        case Extreme():
            tests = extreme_tests(op, limit, lambda each, part: _score_test(each, part, term, concept, scope))
            return lambda scored, record: tests(lambda test: UNKNOWN if test is None else test(scored, record))
        case SiteValue(name):
            return lambda scored, record: agreed(
                [_score_against(scored, op, text, term, concept) for text in site_values(name, record, scope)]
            )
        case _:
            return None


def _score_against(scored: Scored, op: Op, text: str, term: Term, concept: Concept) -> int:
    limit = parse_quantity(text)
    return UNKNOWN if limit is None or limit.unit else score_test(op, limit.amount, term.items, concept)(scored)


# --- questions and facts of the site


def _question(node: AboutValues, question: Question) -> Decide:
    stands = None if question.valid_for is None else after(question.valid_for)
    yes, no = word_of(node, "yes"), word_of(node, "no")

    def decide(m: Moment) -> int:
        best: tuple[int, int, Truth] | None = None
        for each in m.record.answers.get(question.id, ()):
            first, last = (LONG_AGO, LONG_AGO) if each.on is None else ends(each.on)
            if first <= m.measured and (best is None or last > best[1]):
                best = (first, last, each.answer)
        if best is None or best[2] is Truth.UNKNOWN:
            return UNKNOWN
        if stands is not None and (best[1] == LONG_AGO or m.measured > stands(best[0])):
            return UNKNOWN
        return yes if best[2] is Truth.TRUE else no

    return decide


def word_of(node: AboutValues, word: str) -> int:
    """Return the truth of a sentence about an answer or a fact of the site that is told in a word."""
    if not isinstance(node, State | Includes):
        return UNKNOWN
    truth = of(word in node.choices)
    return -truth if isinstance(node, State) and node.is_not else truth


def _site_fact(node: AboutValues, name: str, scope: Scope) -> Decide:
    return lambda m: agreed([word_of(node, value) for value in site_values(name, m.record, scope)])


# --- age, time since


@cache
def birthday(born: int, years: int) -> int:
    """Return the day on which so many years are completed; born on 29 February, that is 1 March."""
    return after(Duration(years, TimeUnit.YEAR))(born)


def _age(node: AboutValues, concept: Concept, scope: Scope) -> Decide:
    if isinstance(node, Compare):
        return _age_limit(node.op, node.limit, concept, scope)
    if isinstance(node, Between):
        low = _age_limit(">=", node.low, concept, scope)
        high = _age_limit("<=", node.high, concept, scope)
        return lambda m: min(low(m), high(m))
    return lambda _m: UNKNOWN


def _age_limit(op: Op, limit: Limit, concept: Concept, scope: Scope) -> Decide:
    if isinstance(limit, Length) and op in (">=", "<", ">", "<="):
        return _by_birthday(op, limit.duration.count)
    test: NumberTest = number_test(op, limit, concept, scope)

    def decide(m: Moment) -> int:
        if m.record.birth is None:
            return UNKNOWN
        day = date.fromordinal(m.decision)
        oldest, youngest = (completed_years(date.fromordinal(born), day) for born in m.record.birth)
        return test(Quantity(Interval(Decimal(youngest), Decimal(oldest)), "years", ""), None, m.record)

    return decide


def _by_birthday(op: Op, years: int) -> Decide:
    """Years are completed from a birthday on: one comparison of days."""
    reached = years if op in (">=", "<") else years + 1
    sign = 1 if op in (">=", ">") else -1

    def decide(m: Moment) -> int:
        birth = m.record.birth
        if birth is None:
            return UNKNOWN
        if m.decision >= birthday(birth[1], reached):
            return sign
        return -sign if m.decision < birthday(birth[0], reached) else UNKNOWN

    return decide


def decide_time_since(node: TimeSince) -> Decide:
    """Return ``time since``: exact, by the day on which the length is complete."""
    step, op = after(node.duration), node.op

    def decide(m: Moment) -> int:
        found = landmark(m.record, node.landmark)
        if found is None:
            return UNKNOWN
        first, last = step(found[0]), step(found[1])
        at_last = of(m.decision >= last), of(m.decision <= last)
        at_first = of(m.decision >= first), of(m.decision <= first)
        if op in (">=", "<"):
            truth = agreed((at_first[0], at_last[0]))
            return truth if op == ">=" else -truth
        if op in ("<=", ">"):
            truth = agreed((at_first[1], at_last[1]))
            return truth if op == "<=" else -truth
        is_then = FALSE if not first <= m.decision <= last else TRUE if first == last else UNKNOWN
        return is_then if op == "=" else -is_then

    return decide


# --- doses


def _dose(node: AboutValues, term: Term, concept: Concept, scope: Scope) -> Decide:
    tests: tuple[DoseTest, ...]
    if isinstance(node, Compare):
        tests = (dose_test(node.op, node.limit),)
    elif isinstance(node, Between):
        tests = (dose_test(">=", node.low), dose_test("<=", node.high))
    else:
        return lambda _m: UNKNOWN
    dose = ClassDose(concept, term.qualifiers, scope)
    windows = result_windows(node.window, None, scope, is_held=False)
    is_ever = node.pick == "ever" and node.window is None
    is_over_days = node.pick in ("any", "every", "highest", "lowest", "ever")
    is_extreme = node.pick in ("highest", "lowest")
    is_all = node.pick == "every" or (is_extreme and isinstance(node, Compare) and _needs_all(node))

    def on_day(m: Moment, day: int) -> int:
        rate = (dose.on(day, m), "")
        return min(test(rate, day, m) for test in tests)

    def in_days(m: Moment, days: Stretched) -> int:
        if not is_over_days or days[0] == LONG_AGO:
            return on_day(m, days[1])
        told = (on_day(m, day) for day in telling_days(days[0], days[1], dose.courses(m), m, scope))
        return min(told, default=TRUE) if is_all else max(told, default=FALSE)

    def decide(m: Moment) -> int:
        found = windows(m)
        if is_ever and m.record.birth is not None:
            found = ((m.record.birth[0], m.decision),)
        return UNKNOWN if found is None else agreed([in_days(m, each) for each in found])

    return decide


# --- records

FieldTest = Callable[[Mapping[str, Value], Record], int]
Compiled = Callable[[Condition, "FieldsOf"], FieldTest]


class FieldsOf:
    """The fields a record or event can have, and how a sentence about them is tested: all of one record."""

    def __init__(self, fields: Mapping[str, Concept], scope: Scope) -> None:
        self._fields = fields
        self._scope = scope

    def test(self, node: AboutValues) -> FieldTest:
        """Return the test of a sentence about fields."""
        subject = node.subject
        if isinstance(subject, Term):
            return self._field(node, subject)
        names = self._scope.expanded(subject.names)
        parts = [self._field(replace(node, subject=Term(name)), Term(name)) for name in names]
        if subject.mode == "at_least":
            needed = subject.needed
            return lambda values, record: at_least(needed, [part(values, record) for part in parts])
        pick = min if subject.mode == "each" else max
        return lambda values, record: pick([part(values, record) for part in parts])

    def _field(self, node: AboutValues, term: Term) -> FieldTest:
        concept = self._fields.get(term.name)
        if concept is None:
            return lambda _values, _record: UNKNOWN
        test = test_of(node, term, concept, self._scope)

        def ask(values: Mapping[str, Value], record: Record) -> int:
            value = values.get(term.name)
            return UNKNOWN if value is None else test(Result(value), record)

        return ask


def decide_shows(node: Shows, scope: Scope, compiled: Compiled) -> Decide:
    """Return ``shows``: the record is picked first, then its fields are judged in it alone."""
    concept = scope.catalogue.concept(node.record)
    if concept is None:
        return lambda _m: UNKNOWN
    fields = compiled(node.condition, FieldsOf(concept.fields, scope))

    def test(result: Result, record: Record) -> int:
        return fields(result.value.fields, record) if isinstance(result.value, Recorded) else UNKNOWN

    return decide_results(Ask(concept, (), node.pick, node.window, test), scope)
