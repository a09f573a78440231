"""Several results of one concept: at least n of different days, a rise or fall over a period."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from core.criteria.nodes import Repeated
from core.criteria.scope import Scope
from core.engine.compiled.admitting import Sifted
from core.engine.compiled.judged import (
    FALSE,
    NO_GAPS,
    TRUE,
    UNKNOWN,
    Ask,
    Gaps,
    Judged,
    one_gap,
    together,
)
from core.engine.compiled.measuring import Test
from core.engine.compiled.results import Source, Weighed, compile_source, weigh
from core.engine.compiled.subjects import compile_test
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation
from core.values.truth import Truth


def ask_repeated(node: Repeated, scope: Scope) -> Ask:
    """Make ``at least n results of term test [window]``: results of different days."""
    concept = scope.catalogue.concept(node.term.name)
    test = compile_test(node.test, node.term, concept, scope, node.term.name)
    source = compile_source(node.term.name, node.term.qualifiers, node.window, scope)

    def ask(situation: Situation) -> Judged:
        return source.ask(
            situation, lambda bounds: _settle(situation, source, test, node.needed, source.sift(situation, bounds))
        )

    return ask


class _Day(NamedTuple):
    """The results that may be of one day: the day's first and last possible day, and what they say."""

    first: date
    last: date
    truth: Truth
    gaps: Gaps


def _settle(situation: Situation, source: Source, test: Test, needed: int, sifted: Sifted) -> Judged:
    weighed = [weigh(situation, source, test, admitted) for admitted in sifted.admitted]
    everything = [each.judged for each in weighed]
    certain = _days([each for each in weighed if each.is_certain and each.finding.on is not None], source.name)
    possible = [each for each in weighed if not each.is_certain or each.finding.on is None]
    if _apart([day for day in certain if day.truth is TRUE]) >= needed:
        dated = [each for each in weighed if each.is_certain and each.finding.on is not None]
        true = [each.judged for each in dated if each.judged.truth is TRUE]
        return together(TRUE, true)
    recorded = _apart(certain)
    able = sum(day.truth is not FALSE for day in certain) + sum(each.judged.truth is not FALSE for each in possible)
    if recorded < needed:
        gaps = one_gap(Cause.MISSING, source.name, detail="results")
    elif able < needed:
        return together(FALSE, everything)
    else:
        gaps = NO_GAPS.union(*(day.gaps for day in certain), *(each.judged.gaps for each in possible))
    if recorded < needed:
        return Judged(UNKNOWN, gaps, frozenset(each.finding.ref for each in weighed))
    return together(UNKNOWN, everything)._replace(gaps=gaps or one_gap(Cause.IMPRECISE, source.name))


def _days(weighed: list[Weighed], name: str) -> list[_Day]:
    """Return the days of certain results, those known to the day joined: one day says one thing or is unknown."""
    joined: dict[tuple[date, date, int], list[Judged]] = {}
    for at, each in enumerate(weighed):
        on = each.finding.on
        if on is not None:
            joined.setdefault((on.first, on.last, -1 if on.is_exact else at), []).append(each.judged)
    return [_day(first, last, said, name) for (first, last, _), said in joined.items()]


def _day(first: date, last: date, said: list[Judged], name: str) -> _Day:
    truths = {judged.truth for judged in said}
    if len(truths) > 1:
        return _Day(first, last, UNKNOWN, one_gap(Cause.CONFLICTING, name))
    return _Day(first, last, truths.pop(), NO_GAPS.union(*(judged.gaps for judged in said)))


def _apart(days: list[_Day]) -> int:
    """Return how many of the days are certainly different."""
    count, reached = 0, date.min
    for day in sorted(days, key=lambda each: each.last):
        if count == 0 or day.first > reached:
            count, reached = count + 1, day.last
    return count
