"""What every answer keeps: gaps only where unknown, evidence that suffices, knowledge that never overturns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.catalogue.concept import Kind
from core.chart.chart import Chart
from core.chart.entries import (
    Answer,
    Completeness,
    Contraindication,
    Course,
    Entry,
    Episode,
    Finding,
    Never,
    Row,
    SiteStatement,
)
from core.criteria.nodes import Compare, Condition, Had, Has, State
from core.criteria.values import Amount, Term, Which
from core.engine.judgement.outcome import Outcome
from core.engine.judgement.situation import Situation
from core.values.truth import Truth
from tests.generative.agreement import ENGINES, case, differences, smallest, told
from tests.generative.chance import Chance
from tests.generative.invented_catalogue import CATALOGUE
from tests.generative.invented_charts import chart, seen, situation

SEEDS = st.integers(0, 10**9)
EACH_ENGINE = pytest.mark.parametrize("name", ENGINES)


def _holds(name: str, seed: int, keeps: Callable[[Outcome, Condition, Situation], bool]) -> None:
    engine = ENGINES[name]

    def breaks(node: Condition, situation: Situation) -> bool:
        return not keeps(engine(node, situation), node, situation)

    node, situation = case(seed)
    assert not breaks(node, situation), told(*smallest(node, situation, breaks))


@EACH_ENGINE
@settings(max_examples=300)
@given(SEEDS)
def test_gaps_stand_where_unknown_and_nowhere_else(name: str, seed: int) -> None:
    """An unknown says why; a known answer asks for nothing; an unknown assumes nothing."""

    def keeps(outcome: Outcome, _node: Condition, _situation: Situation) -> bool:
        is_unknown = outcome.truth is Truth.UNKNOWN
        return bool(outcome.gaps) is is_unknown and not (is_unknown and outcome.assumed)

    _holds(name, seed, keeps)


@EACH_ENGINE
@settings(max_examples=300)
@given(SEEDS)
def test_evidence_names_entries(name: str, seed: int) -> None:
    """Evidence points into the chart."""
    _holds(name, seed, lambda outcome, _node, situation: outcome.evidence <= situation.chart.by_ref.keys())


@EACH_ENGINE
@settings(max_examples=300)
@given(SEEDS)
def test_evidence_alone_gives_the_same_truth(name: str, seed: int) -> None:
    """With everything else taken out of the chart the answer stays."""

    def keeps(outcome: Outcome, node: Condition, situation: Situation) -> bool:
        alone = replace(situation, chart=situation.chart.keeping(outcome.evidence))
        return ENGINES[name](node, alone).truth is outcome.truth

    _holds(name, seed, keeps)


FOLLOWING = (
    "expecting",
    "nursing",
    "fertile",
    "strip",
    "sex",
    "make",
    "began_young",
    "share",
    "ailment",
    "young_ailment",
)
"""What other entries can settle, contradict or raise, and what settles it."""

ABOUT_WHAT_FOLLOWS: tuple[Condition, ...] = (
    State(Term("expecting"), ("yes",)),
    State(Term("nursing"), ("no",)),
    State(Term("fertile"), ("yes",)),
    State(Term("strip"), ("negative",)),
    State(Term("make"), ("red",)),
    State(Term("make"), ("green", "crimson")),
    State(Term("began_young"), ("yes",)),
    Compare(Term("share"), ">=", Amount(Decimal(20), "%")),
    Has(Which(("young_ailment",))),
    Has(Which(("ailment",))),
    Had(Which(("growth",))),
)


def recorded(seed: int) -> tuple[Condition, Situation]:
    """Return a sentence about what may follow, and a situation with what is recorded alone."""
    chance = Chance(seed)
    node = chance.one(ABOUT_WHAT_FOLLOWS)
    names = [name for name in (*FOLLOWING, "first_sign", "bump", "lump", "spell") if chance.chance(0.6)]
    return node, situation(chance, chart(chance, names), is_absence_assumed=False)


@EACH_ENGINE
@settings(max_examples=500)
@given(SEEDS)
def test_evidence_is_what_was_recorded(name: str, seed: int) -> None:
    """What follows names what it follows from: the recorded entries among the evidence alone give the truth anew."""
    engine = ENGINES[name]

    def breaks(node: Condition, of: Situation) -> bool:
        outcome = engine(node, seen(of))
        alone = seen(replace(of, chart=of.chart.keeping(outcome.evidence)))
        return engine(node, alone).truth is not outcome.truth

    node, of = recorded(seed)
    assert not breaks(node, of), told(*smallest(node, of, breaks))


@settings(max_examples=500)
@given(SEEDS)
def test_what_follows_rests_on_what_was_recorded(seed: int) -> None:
    """Also what follows from what follows: a part that nobody recorded could not be shown, nor looked up."""
    _, of = recorded(seed)
    recorded_refs = {each.ref for each in of.chart.entries}
    entries = [each for each in seen(of).chart.entries if isinstance(each, Finding | Episode)]
    rests_on = {part for each in entries for part in (*each.parts, *_sides(each))}
    assert rests_on <= recorded_refs


def _sides(entry: Finding | Episode) -> tuple[str, ...]:
    """Return what stands against an entry, in the refs of what was recorded."""
    return entry.against if isinstance(entry, Episode) else tuple(ref for side in entry.against for ref in side.parts)


@EACH_ENGINE
@settings(max_examples=500)
@given(SEEDS)
def test_evidence_alone_gives_the_same_truth_of_what_follows(name: str, seed: int) -> None:
    """With derived entries kept as they are, everything else taken out of the chart, the answer stays."""

    def breaks(node: Condition, of: Situation) -> bool:
        outcome = ENGINES[name](node, of)
        alone = replace(of, chart=of.chart.keeping(outcome.evidence))
        return ENGINES[name](node, alone).truth is not outcome.truth

    node, of = recorded(seed)
    assert not breaks(node, seen(of)), told(*smallest(node, seen(of), breaks))


@EACH_ENGINE
@settings(max_examples=500)
@given(SEEDS)
def test_evidence_of_what_follows_names_entries(name: str, seed: int) -> None:
    """Evidence points into the chart, also where something that was derived stands against a recorded entry."""

    def breaks(node: Condition, of: Situation) -> bool:
        return not ENGINES[name](node, of).evidence <= of.chart.by_ref.keys()

    node, of = recorded(seed)
    assert not breaks(node, seen(of)), told(*smallest(node, seen(of), breaks))


@settings(max_examples=500)
@given(SEEDS)
def test_what_follows_is_decided_as_it_is_explained(seed: int) -> None:
    """The truth of both engines, of facts nobody typed."""
    node, of = recorded(seed)
    assert not differences(node, seen(of)), told(node, seen(of))


CLASSES_OF_CONDITIONS = tuple(concept.id for concept in CATALOGUE.of_kind(Kind.CONDITION) if concept.members)


def _is_in(concept: str, name: str) -> bool:
    return concept in CATALOGUE.concepts_of(name)


def _subject(entry: Entry) -> tuple[str, str]:
    """Return what an entry is knowledge of: hidden together, returned together; a class with all its members."""
    match entry:
        case Finding() | Episode():
            return "concept", next(
                (name for name in CLASSES_OF_CONDITIONS if _is_in(entry.concept, name)), entry.concept
            )
        case Course():
            return "courses", ""
        case Completeness():
            return "list", entry.of
        case Never():
            return "never", ""
        case Contraindication():
            return "contraindications", ""
        case Answer():
            return "answer", entry.question
        case SiteStatement():
            return "site", entry.fact
        case Row():
            return "rows", entry.section


def _hiding(chart: Chart, chance: Chance) -> Chart:
    """Return the chart without one or two whole subjects; a list that was complete hides with its entries.

    Contraindications stay: no list says that there are no others, so one more may waive what failed.
    """
    subjects = sorted({_subject(entry) for entry in chart.entries} - {("contraindications", "")})
    hidden = set(chance.some(subjects, 1, 2)) if subjects else set[tuple[str, str]]()
    if ("courses", "") in hidden:
        hidden |= {("list", "treatments"), ("never", "")}
    if any(kind == "concept" for kind, _ in hidden):
        hidden |= {("list", "diagnoses"), ("list", "events"), ("list", "results"), ("never", "")}
    return chart.keeping(entry.ref for entry in chart.entries if _subject(entry) not in hidden)


@EACH_ENGINE
@settings(max_examples=300)
@given(SEEDS)
def test_knowledge_never_turns_a_verdict_into_its_opposite(name: str, seed: int) -> None:
    """Whole concepts hidden and returned: true never becomes false nor back, unless something was assumed."""

    def keeps(outcome: Outcome, node: Condition, situation: Situation) -> bool:
        less = replace(situation, chart=_hiding(situation.chart, Chance(seed)))
        before = ENGINES[name](node, less)
        if outcome.assumed or before.assumed or Truth.UNKNOWN in (before.truth, outcome.truth):
            return True
        return before.truth is outcome.truth

    _holds(name, seed, keeps)
