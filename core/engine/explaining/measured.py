"""Sentences about values: which concept each speaks of, and how its kind is judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.catalogue.concept import Concept, Kind
from core.chart.entries import Finding
from core.chart.values import Scored
from core.criteria.nodes import AboutValues, Between, Compare, Includes, State
from core.criteria.values import Amount, Extreme, Limit, SiteValue, Term
from core.engine.explaining.answers import both_ways, known, missing, settled, unknown
from core.engine.explaining.comparing import (
    Answer,
    against_site,
    compare_finding,
    compare_number,
    extreme_of,
    site_values,
    together,
)
from core.engine.explaining.connectives import joined
from core.engine.explaining.courses import courses_of, telling_days
from core.engine.explaining.doses import compare_dose_concept
from core.engine.explaining.results import Ask, judge_results
from core.engine.explaining.scores import compare_score
from core.engine.explaining.states import state_of
from core.engine.explaining.windows import Period, result_periods
from core.engine.judgement.outcome import About, Assumption, AssumptionKind, Cause, Gap, Outcome, united
from core.engine.judgement.situation import Situation
from core.values.duration import completed_years
from core.values.interval import Interval, Op
from core.values.quantity import Quantity, parse_quantity
from core.values.truth import Truth, all_of, any_of, truth_of


def judge_term(node: AboutValues, term: Term, situation: Situation) -> Outcome:
    """Judge a sentence for one concept, question or fact of the site."""
    scope = situation.scope
    if term.name in scope.questions:
        return _question(node, term.name, situation)
    if term.name in scope.site:
        return _site_fact(node, term.name, situation)
    concept = scope.catalogue.concept(term.name)
    if concept is None:
        return unknown(node, (missing(term.name),))
    halves = _in_halves(node)
    if halves is not None:
        parts = [judge_term(half, term, situation) for half in halves[0]]
        whole = joined(node, parts, is_all=halves[1])
        return Outcome(node, whole.truth, whole.gaps, whole.evidence, whole.assumed)
    if concept.kind is Kind.AGE:
        return _age(node, concept, situation)
    if concept.kind is Kind.DOSE:
        return _dose(node, term, concept, situation)
    is_all = isinstance(node, Compare) and _needs_all(node)
    ask = Ask(
        node,
        concept,
        term.qualifiers,
        node.pick,
        node.window,
        lambda finding: test_finding(node, term, finding, concept, situation),
        node.clean if isinstance(node, Compare | Between) else None,
        is_all,
    )
    return judge_results(ask, situation)


def _in_halves(node: AboutValues) -> tuple[tuple[Compare, ...], bool] | None:
    """Return the comparisons that ``highest x = n`` (``!=``, ``between``) stands for, and whether all must hold.

    The highest is n if it is at least n (one value is) and at most n (all are): neither "one value is n" nor "all
    values are n" says that.
    """
    if isinstance(node, Between) and node.pick in ("highest", "lowest"):
        low = Compare(node.subject, ">=", node.low, node.pick, node.clean, node.window)
        return (low, replace(low, op="<=", limit=node.high)), True
    if isinstance(node, Compare) and node.pick in ("highest", "lowest") and node.op in ("=", "!="):
        is_equal = node.op == "="
        ops: tuple[Op, Op] = (">=", "<=") if is_equal else (">", "<")
        return (replace(node, op=ops[0]), replace(node, op=ops[1])), is_equal
    return None


def _needs_all(node: Compare) -> bool:
    """``highest < n`` and ``lowest > n`` speak of every value; the other way round of one."""
    return (node.op in ("<", "<=")) == (node.pick == "highest")


def test_finding(node: AboutValues, term: Term, finding: Finding, concept: Concept, situation: Situation) -> Answer:
    """Answer the sentence for one finding."""
    if isinstance(node, State | Includes):
        return state_of(finding, node, concept)
    tests: tuple[tuple[Op, Limit], ...] = (
        ((node.op, node.limit),) if isinstance(node, Compare) else ((">=", node.low), ("<=", node.high))
    )
    answers = tuple(_compared(finding, op, limit, term, concept, situation) for op, limit in tests)
    return together(all_of(answer.truth for answer in answers), answers)


def _compared(finding: Finding, op: Op, limit: Limit, term: Term, concept: Concept, situation: Situation) -> Answer:
    if not isinstance(finding.value, Scored):
        return compare_finding(finding, op, limit, concept, situation)
    scored = finding.value

    def of_items(bound: Interval) -> Answer:
        return compare_score(scored, op, bound, term.items, concept)

    match limit:
        case Amount(number, ""):
            return of_items(Interval.exactly(number))
        case Extreme():
            return extreme_of(op, limit, lambda each, part: _compared(finding, each, part, term, concept, situation))
        case SiteValue(name):
            return against_site(name, lambda text: _of_text(text, of_items, concept), situation)
        case _:
            return compare_finding(finding, op, limit, concept, situation)


def _of_text(text: str, of_items: Callable[[Interval], Answer], concept: Concept) -> Answer:
    limit = parse_quantity(text)
    if limit is None or limit.unit:
        return Answer(Truth.UNKNOWN, (Gap(Cause.UNIT, concept.id),))
    return of_items(limit.amount)


# --- questions and facts of the site


def _question(node: AboutValues, name: str, situation: Situation) -> Outcome:
    question = situation.scope.questions[name]
    none_yet = Cause.ASK_THE_SITE if question.is_for_the_site else Cause.NEEDS_JUDGEMENT
    decision = situation.measured.decision_on
    said = [
        answer
        for answer in situation.chart.answers
        if answer.question == name and (answer.on is None or answer.on.first <= decision)
    ]
    if not said:
        return unknown(node, (Gap(none_yet, name, About.ANSWER),))
    newest = max(said, key=lambda answer: (answer.on is not None, date.min if answer.on is None else answer.on.last))
    if newest.answer is Truth.UNKNOWN:
        return unknown(node, (Gap(none_yet, name, About.ANSWER),), (newest.ref,))
    if question.valid_for is not None:
        if newest.on is None:
            return unknown(node, (Gap(Cause.UNDATED, name, About.ANSWER),), (newest.ref,))
        if decision > question.valid_for.after(newest.on.first):
            return unknown(node, (Gap(Cause.JUDGEMENT_EXPIRED, name, About.ANSWER),), (newest.ref,))
    word = "yes" if newest.answer is Truth.TRUE else "no"
    return known(node, _is_word(node, word), (newest.ref,))


def _is_word(node: AboutValues, word: str) -> Truth:
    if not isinstance(node, State | Includes):
        return Truth.UNKNOWN
    truth = truth_of(word in node.choices)
    return ~truth if isinstance(node, State) and node.is_not else truth


def _site_fact(node: AboutValues, name: str, situation: Situation) -> Outcome:
    values, refs = site_values(name, situation)
    truths = {_is_word(node, value) for value in values}
    if len(truths) == 1 and Truth.UNKNOWN not in truths:
        return known(node, truths.pop(), refs)
    return unknown(node, (Gap(Cause.ASK_THE_SITE, name, About.ANSWER),), refs)


# --- age and doses: what moves with time


def _age(node: AboutValues, concept: Concept, situation: Situation) -> Outcome:
    birth = situation.chart.birth
    if birth is None:
        return unknown(node, (missing(concept.id),))
    day = situation.days.decision_on
    youngest, oldest = completed_years(birth.last, day), completed_years(birth.first, day)
    years = Interval(Decimal(youngest), Decimal(oldest))
    limits: tuple[tuple[Op, Limit], ...]
    if isinstance(node, Compare):
        limits = ((node.op, node.limit),)
    elif isinstance(node, Between):
        limits = ((">=", node.low), ("<=", node.high))
    else:
        return unknown(node, (missing(concept.id),))
    quantity = Quantity(years, "years", "")
    answers = tuple(compare_number(quantity, op, limit, concept, situation, None) for op, limit in limits)
    answer = together(all_of(each.truth for each in answers), answers)
    return settled(node, answer.truth, answer.gaps, answer.refs)


def _dose(node: AboutValues, term: Term, concept: Concept, situation: Situation) -> Outcome:
    readings = result_periods(node.window, None, situation, is_timed=True)
    if readings.gap is not None:
        return unknown(node, (readings.gap,), readings.evidence)
    periods = readings.periods
    if node.pick == "ever" and node.window is None and situation.chart.birth is not None:
        periods = (Period(situation.chart.birth.first, situation.days.decision_on),)
    outcomes = [_dose_in(node, term, concept, period, situation) for period in periods]
    outcome = both_ways(node, outcomes, concept.id)
    return Outcome(node, outcome.truth, outcome.gaps, outcome.evidence | set(readings.evidence), outcome.assumed)


def _dose_in(node: AboutValues, term: Term, concept: Concept, period: Period, situation: Situation) -> Outcome:
    is_over_days = node.pick in ("any", "every", "highest", "lowest", "ever") and period.first is not None
    days = _turning_days(concept, period, situation) if is_over_days else (period.last,)
    daily = [_dose_on(node, term, concept, day, situation) for day in days]
    is_extreme = node.pick in ("highest", "lowest")
    is_all = node.pick == "every" or (is_extreme and isinstance(node, Compare) and _needs_all(node))
    truth = (all_of if is_all else any_of)(outcome.truth for outcome in daily)
    decisive = Truth.FALSE if is_all else Truth.TRUE
    gaps, evidence, assumed = united(each for each in daily if truth is not decisive or each.truth is decisive)
    return settled(node, truth, gaps, evidence, assumed)


def _turning_days(concept: Concept, period: Period, situation: Situation) -> tuple[date, ...]:
    """Return a day for each stretch of a period within which its doses do not change."""
    drugs = situation.scope.catalogue.drugs_of(concept.dose_of)
    return telling_days(period.first, period.last, courses_of(drugs, situation), situation)


def _dose_on(node: AboutValues, term: Term, concept: Concept, day: date, situation: Situation) -> Outcome:
    """Judge the dose of one day; a dose that rests on an assumed absence says so."""
    recorded = _compared_dose(node, term, concept, day, replace(situation, is_absence_assumed=False))
    if recorded.truth is not Truth.UNKNOWN or not situation.is_absence_assumed:
        return settled(node, recorded.truth, recorded.gaps, recorded.refs)
    answer = _compared_dose(node, term, concept, day, situation)
    assumed = (Assumption(AssumptionKind.ABSENT, concept.dose_of),)
    return settled(node, answer.truth, answer.gaps, answer.refs, assumed)


def _compared_dose(node: AboutValues, term: Term, concept: Concept, day: date, situation: Situation) -> Answer:
    if isinstance(node, Compare):
        return compare_dose_concept(concept, term.qualifiers, node.op, node.limit, day, situation)
    if not isinstance(node, Between):
        return Answer(Truth.UNKNOWN, (missing(concept.id),))
    answers = (
        compare_dose_concept(concept, term.qualifiers, ">=", node.low, day, situation),
        compare_dose_concept(concept, term.qualifiers, "<=", node.high, day, situation),
    )
    return together(all_of(answer.truth for answer in answers), answers)
