"""Questions of the file, answered by somebody who signs; facts of the site, known, stated or only listed."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from core.chart.entries import Answer
from core.criteria.scope import Question, Scope
from core.engine.compiled.judged import (
    NO,
    NO_REFS,
    TRUE,
    UNKNOWN,
    YES,
    Ask,
    Judged,
    Refs,
    agreed_or,
    one_gap,
    together,
)
from core.engine.compiled.newest import newest
from core.engine.judgement.outcome import About, Cause
from core.engine.judgement.situation import Situation
from core.values.truth import truth_of


class SiteWords(NamedTuple):
    """The words a fact of the site can be, one where it is known; the statement that says so."""

    possible: tuple[str, ...]
    evidence: Refs


def compile_site_fact(name: str, scope: Scope) -> Callable[[Situation], SiteWords]:
    """Return a closure to what a fact of the site is: known to the file, newest statement, else all listed."""
    fact = scope.site[name]
    listed = SiteWords(fact.one_of, NO_REFS)
    if fact.known:
        known = SiteWords((fact.known,), NO_REFS)
        return lambda _situation: known

    def words(situation: Situation) -> SiteWords:
        stated = newest([statement for statement in situation.chart.site if statement.fact == name])
        return listed if stated is None else SiteWords((stated.value,), frozenset((stated.ref,)))

    return words


def ask_site_state(name: str, choices: tuple[str, ...], scope: Scope, *, is_not: bool) -> Ask:
    """Make ``fact is choice`` of a fact of the site."""
    words = compile_site_fact(name, scope)
    gap = one_gap(Cause.ASK_THE_SITE, name, About.ANSWER)
    wanted = frozenset(choices)

    def ask(situation: Situation) -> Judged:
        found = words(situation)
        if not found.possible:
            return Judged(UNKNOWN, gap, found.evidence)
        parts = [YES if (word in wanted) is not is_not else NO for word in found.possible]
        judged = agreed_or(parts, gap)
        return together(judged.truth, (judged, Judged(TRUE, evidence=found.evidence)))

    return ask


def ask_question(question: Question, choices: tuple[str, ...], *, is_not: bool) -> Ask:
    """Make ``question is yes``: the newest answer on or before the measured day, while it is valid."""
    cause = Cause.ASK_THE_SITE if question.is_for_the_site else Cause.NEEDS_JUDGEMENT
    open_gap = one_gap(cause, question.id, About.ANSWER)
    wanted_yes, wanted_no = "yes" in choices, "no" in choices

    def ask(situation: Situation) -> Judged:
        day = situation.measured.decision_on
        given = newest(
            [
                answer
                for answer in situation.chart.answers
                if answer.question == question.id and (answer.on is None or answer.on.first <= day)
            ]
        )
        if given is None:
            return Judged(UNKNOWN, open_gap)
        refs = frozenset((given.ref,))
        if given.answer is UNKNOWN:
            return Judged(UNKNOWN, open_gap, refs)
        cause = _expired(question, given, situation)
        if cause is not None:
            return Judged(UNKNOWN, one_gap(cause, question.id, About.ANSWER), refs)
        return Judged(truth_of((wanted_yes if given.answer is TRUE else wanted_no) is not is_not), evidence=refs)

    return ask


def _expired(question: Question, given: Answer, situation: Situation) -> Cause | None:
    if question.valid_for is None:
        return None
    if given.on is None:
        return Cause.UNDATED
    day = situation.measured.decision_on
    return None if day <= question.valid_for.after(given.on.first) else Cause.JUDGEMENT_EXPIRED
