"""Nothing is asked that cannot matter: whoever tells what the gaps ask for comes to an answer, and each gap has one.

Told is what is known for certain, in one of the ways it can be; what comes up behind it is told as well. One of these
ways has to lead to an answer, else the question was in vain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from core.catalogue.concept import Kind
from core.criteria.nodes import Between, Compare, Condition, On, Repeated, Shift, Therapy, walk
from core.criteria.values import Amount, Extreme, Length, Limit, Multiple, SiteValue, Term, TitreLimit
from core.engine.explaining.judging import judge
from core.engine.judgement.outcome import NOT_BEGUN, Cause, Gap, Outcome
from core.engine.judgement.situation import Situation
from core.values.truth import Truth
from tests.generative.agreement import case, told
from tests.generative.chance import EVALUATION_ON, Chance
from tests.generative.facts import Facts, can_be_told
from tests.generative.invented_catalogue import CATALOGUE, DRUGS

SEEDS = 2000
BATCH = 250
WAYS = 150
"""So many ways of telling are tried before a question is said to be in vain."""
ROUNDS = 5
"""So often what comes up behind an answer is told as well."""


@dataclass(frozen=True, slots=True)
class InVain:
    """What nobody can answer at the patient's side, and why that is right (or known)."""

    why: str
    names: Callable[[Condition, Outcome], bool]


def _limits(node: Condition) -> Iterator[Limit]:
    for each in walk(node):
        if isinstance(each, Compare | Shift):
            yield from _flat(each.limit)
        elif isinstance(each, Between):
            yield from (*_flat(each.low), *_flat(each.high))
        elif isinstance(each, Repeated) and isinstance(each.test, Compare):
            yield from _flat(each.test.limit)
        elif isinstance(each, On) and each.limit is not None:
            yield from _flat(each.limit)
        elif isinstance(each, Therapy):
            for limit in (*each.at_dose.values(), *each.cumulative.values()):
                yield from (part for _, test in limit.tests for part in _flat(test))


def _flat(limit: Limit) -> Iterator[Limit]:
    if isinstance(limit, Extreme):
        yield from (*_flat(limit.first), *_flat(limit.second))
    else:
        yield limit


def _kinds(node: Condition) -> set[Kind | None]:
    found: set[Kind | None] = set()
    for each in walk(node):
        subject = getattr(each, "subject", getattr(each, "term", None))
        concept = CATALOGUE.concept(subject.name) if isinstance(subject, Term) else None
        found.add(None if concept is None else concept.kind)
    return found


def _is_no_dose(node: Condition, _outcome: Outcome) -> bool:
    is_dose = isinstance(node, On | Therapy) or Kind.DOSE in _kinds(node)
    return is_dose and any(
        isinstance(limit, SiteValue | TitreLimit | Length | Multiple)
        or (isinstance(limit, Amount) and limit.unit.startswith(("U", "mg/m2")))
        for limit in _limits(node)
    )


def _is_a_titre_of_the_site(node: Condition, _outcome: Outcome) -> bool:
    return Kind.TITRE in _kinds(node) and any(isinstance(limit, SiteValue) for limit in _limits(node))


def _is_no_change(node: Condition, _outcome: Outcome) -> bool:
    return isinstance(node, Shift) and not isinstance(node.limit, Amount)


def _asks_the_catalogue(node: Condition, outcome: Outcome) -> bool:
    no_equivalence = {drug.id for drug in DRUGS if drug.equivalence is None and not drug.is_any}
    is_unequal = any(gap.cause is Cause.UNIT and gap.subject in no_equivalence for gap in outcome.gaps)
    return is_unequal or "HalfLives" in repr(node)


def _was_spoilt(node: Condition, _outcome: Outcome) -> bool:
    return any(getattr(each, "clean", None) is not None for each in walk(node))


def _waits_for_its_day(_node: Condition, outcome: Outcome) -> bool:
    return any(gap.detail == NOT_BEGUN for gap in outcome.gaps)


IN_VAIN = (
    InVain("a window that has not begun waits for its day", _waits_for_its_day),
    InVain("a half-life and an equivalence are of the catalogue, not of the patient", _asks_the_catalogue),
    InVain("what is written behind a dose is no dose, or one by body surface or in units", _is_no_dose),
    InVain("a titre told by the site is not compared", _is_a_titre_of_the_site),
    InVain("a change is compared with an amount alone", _is_no_change),
    InVain("what was given before the sample is on record and stays there", _was_spoilt),
)


def asked(first: int) -> Iterator[tuple[int, Condition, Situation, Outcome]]:
    """Yield the sentences of a batch that are open today and whose gaps somebody at the patient's side can close."""
    for seed in range(first, first + BATCH):
        node, situation = case(seed, depth=0)
        outcome = judge(node, situation)
        if outcome.truth is not Truth.UNKNOWN or not _is_of_today(situation) or not can_be_told(node, situation):
            continue
        if not any(row.names(node, outcome) for row in IN_VAIN):
            yield seed, node, situation, outcome


def _is_of_today(situation: Situation) -> bool:
    """True if nothing is looked ahead at or back from: what is told is told of today."""
    is_now = situation.days is situation.measured and situation.days.decision_on == EVALUATION_ON
    return is_now and not situation.stopped


def is_answered(node: Condition, situation: Situation, chance: Chance) -> bool:
    """True if telling what is asked for, and what comes up then, leads to an answer in this way."""
    for _ in range(ROUNDS):
        outcome = judge(node, situation)
        if outcome.truth is not Truth.UNKNOWN:
            return True
        situation = Facts(node, situation, chance).given(outcome.gaps)
    return False


@pytest.mark.parametrize("first", range(0, SEEDS, BATCH))
def test_telling_what_is_asked_leads_to_an_answer(first: int) -> None:
    """All gaps together are enough."""
    for seed, node, situation, _ in asked(first):
        chance = Chance(seed)
        assert any(is_answered(node, situation, chance) for _ in range(WAYS)), f"seed {seed}\n{told(node, situation)}"


def is_closed(gap: Gap, node: Condition, situation: Situation, chance: Chance) -> bool:
    """True if telling one thing answers the sentence, or leaves nothing that asks for the same in the same way."""
    outcome = judge(node, Facts(node, situation, chance).given((gap,)))
    return outcome.truth is not Truth.UNKNOWN or gap not in outcome.gaps


@pytest.mark.parametrize("first", range(0, SEEDS, BATCH))
def test_each_gap_can_be_closed(first: int) -> None:
    """Whatever the cause: there is something to be told that changes the outcome."""
    for seed, node, situation, outcome in asked(first):
        chance = Chance(seed)
        for gap in outcome.gaps:
            is_open = not any(is_closed(gap, node, situation, chance) for _ in range(WAYS))
            assert not is_open, f"seed {seed}: {gap}\n{told(node, situation)}"


def test_every_cause_is_asked() -> None:
    """The sentences looked at ask for every cause that somebody at the patient's side can close."""
    seen = {gap.cause for first in range(0, 4 * SEEDS, BATCH) for *_, outcome in asked(first) for gap in outcome.gaps}
    assert {cause for cause in Cause if not cause.is_deferred} <= seen
