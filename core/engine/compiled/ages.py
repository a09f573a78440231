"""Age in completed years on the decision day."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from core.criteria.nodes import Between, Compare
from core.criteria.scope import Scope
from core.criteria.values import Amount, Extreme, Length, Limit, SiteValue
from core.engine.compiled.answers import compile_site_fact
from core.engine.compiled.comparing import answered, extreme_of, over_site_words, written_years
from core.engine.compiled.judged import UNKNOWN, Ask, Gaps, Judged, all_true, one_gap, together, unknown_for
from core.engine.judgement.outcome import About, Cause
from core.engine.judgement.situation import Situation
from core.values.duration import completed_years
from core.values.interval import Interval, Op

Years = Callable[[Situation, Interval], Judged]


def ask_age_compare(node: Compare, name: str, scope: Scope) -> Ask:
    """Make ``age op limit``."""
    return _ask(name, _compile(node.op, node.limit, name, scope))


def ask_age_between(node: Between, name: str, scope: Scope) -> Ask:
    """Make ``age between low and high``: both years whole."""
    low, high = _compile(">=", node.low, name, scope), _compile("<=", node.high, name, scope)

    def both(situation: Situation, years: Interval) -> Judged:
        sides = low(situation, years), high(situation, years)
        return together(all_true(sides).truth, sides)

    return _ask(name, both)


def _ask(name: str, judge: Years) -> Ask:
    missing = unknown_for(Cause.MISSING, name)

    def ask(situation: Situation) -> Judged:
        birth, day = situation.chart.birth, situation.days.decision_on
        if birth is None:
            return missing
        youngest, oldest = completed_years(birth.last, day), completed_years(birth.first, day)
        return judge(situation, Interval(Decimal(youngest), Decimal(oldest)))

    return ask


def _compile(op: Op, limit: Limit, name: str, scope: Scope) -> Years:
    match limit:
        case Length(duration):
            return _years(op, Decimal(duration.count), one_gap(Cause.IMPRECISE, name))
        case Amount(number, "year" | "years"):
            return _years(op, number, one_gap(Cause.IMPRECISE, name))
        case SiteValue(fact):
            return _site(op, fact, name, scope)
        case Extreme(which, first, second):
            sides = _compile(op, first, name, scope), _compile(op, second, name, scope)
            return lambda situation, years: extreme_of(
                op, which, (sides[0](situation, years), sides[1](situation, years))
            )
        case _:
            no_unit = Judged(UNKNOWN, one_gap(Cause.UNIT, name))
            return lambda _situation, _years: no_unit


def _years(op: Op, number: Decimal, imprecise: Gaps) -> Years:
    return lambda _situation, years: answered(years.compare(op, number), imprecise)


def _site(op: Op, fact: str, name: str, scope: Scope) -> Years:
    words = compile_site_fact(fact, scope)
    ask_them = one_gap(Cause.ASK_THE_SITE, fact, About.ANSWER)
    imprecise = one_gap(Cause.IMPRECISE, name)

    def judge(situation: Situation, years: Interval) -> Judged:
        def of(word: str) -> Judged:
            limit = written_years(word)
            if limit is None:
                return Judged(UNKNOWN, one_gap(Cause.UNIT, name))
            return _years(op, Decimal(limit.count), imprecise)(situation, years)

        return over_site_words(words(situation), ask_them, of)

    return judge
