"""An operator of the rule language touches several places; this names the one that was forgotten."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from typing import cast

import pytest

from core.assurance.boundaries import boundary_patients
from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.criteria.lengths import lengths_of
from core.criteria.nodes import Condition, walk
from core.criteria.parsing.conditions import ConditionReader
from core.criteria.parsing.sentences import read_sentence
from core.criteria.printing.aloud import outline, read_aloud
from core.criteria.printing.sentences import is_sentence, print_sentence
from core.criteria.scope import Scope
from core.engine.deciding.asking import decided
from core.engine.deciding.compiling import DECIDED
from core.engine.deciding.moving import movement
from core.engine.explaining.judging import judge
from core.engine.explaining.preparing import prepared
from core.engine.judgement.outcome import Outcome
from core.engine.judgement.situation import Situation
from core.language.phrases import LANGUAGES, Phrases
from core.rule_files.reach import reach_of
from core.screening.judgements import Remedy
from core.screening.kinds import kind_of_failure
from core.source_text.problem import Problem
from core.source_text.reading import read_text
from core.source_text.tree import Mapping
from core.values.truth import Truth
from core.wording.causes import cause_sentence
from tests.architecture.node_names import NODES, named_by, named_in
from tests.architecture.operators import LINTS, OPERATORS, PASSES, Operator
from tests.architecture.program_sources import ROOT

ON = date(2026, 6, 1)
EVERY = pytest.mark.parametrize("kind", OPERATORS, ids=lambda kind: kind.__name__)
FORMS = "{"
"""How a form of YAML begins; everything else is a sentence."""


def scope() -> Scope:
    """Return the catalogue with one definition, and what ``failed`` means."""
    bare = Scope(load_catalogue(), failed_means=("no_response",))
    grown_up, _ = read_sentence("age >= 18 years", bare)
    assert grown_up is not None
    return Scope(
        bare.catalogue,
        definitions={"grown_up": grown_up},
        definition_names=frozenset({"grown_up"}),
        failed_means=bare.failed_means,
    )


SCOPE = scope()
NOBODY = Situation.on(Chart("nobody", is_synthetic=True), SCOPE, ON)


def smallest(kind: type[Condition]) -> Condition:
    """Return the smallest condition of a kind, read as a rule file holds it."""
    problems: list[Problem] = []
    tree, _ = read_text(f"condition: {OPERATORS[kind].written}\n".encode(), "smallest")
    assert isinstance(tree, Mapping)
    written = tree.get("condition")
    assert written is not None
    node = ConditionReader(SCOPE, "smallest", problems, frozenset({"paper", "registry"})).read(written)
    assert node is not None, problems
    assert problems == []
    return node


# --- the list


def test_every_node_is_in_the_list() -> None:
    """A new operator begins here."""
    assert set(NODES.values()) == set(OPERATORS)


@EVERY
@pytest.mark.parametrize("of", PASSES)
def test_every_pass_names_it_or_need_not(kind: type[Condition], of: str) -> None:
    """Either the pass names the operator, or the list says why it need not; never both."""
    is_named = any(kind in named_in(place) for place in PASSES[of])
    is_left = of in OPERATORS[kind].left
    assert is_named or is_left, f"'{of}' does not know {kind.__name__}: look at {', '.join(PASSES[of])}"
    assert not (is_named and is_left), f"'{of}' knows {kind.__name__}: take it out of what is left"


@EVERY
def test_the_list_leaves_only_passes_that_are_there(kind: type[Condition]) -> None:
    operator: Operator = OPERATORS[kind]
    assert set(operator.left) <= set(PASSES)
    assert all(operator.left.values())


@EVERY
def test_the_lints_that_speak_of_it(kind: type[Condition]) -> None:
    """A lint that begins or ceases to speak of an operator is written down."""
    files = sorted((ROOT / LINTS).glob("*.py"))
    speaking = {path.stem for path in files if kind in named_in(f"{LINTS}/{path.name}")}
    assert speaking == OPERATORS[kind].lints


# --- each pass, asked


@EVERY
def test_it_is_read(kind: type[Condition]) -> None:
    assert type(smallest(kind)) is kind


@EVERY
def test_what_is_inside_is_found(kind: type[Condition]) -> None:
    """Whoever walks a condition comes past everything in it."""
    node = smallest(kind)
    found = {id(each) for each in walk(node)}
    inside = [each for part in fields(node) for each in conditions_in(getattr(node, part.name))]
    assert [
        each for each in inside if id(each) not in found and type(each) in OPERATORS and not is_test(node, each)
    ] == []


def is_test(node: Condition, inner: object) -> bool:
    """True for what ``at least n results of`` asks of each result: a test, no condition of its own."""
    return getattr(node, "test", None) is inner


def conditions_in(value: object) -> list[object]:
    if type(value) in OPERATORS:
        return [value]
    if isinstance(value, dict):
        return conditions_in(tuple(cast("dict[object, object]", value).values()))
    if isinstance(value, tuple):
        return [each for inner in cast("tuple[object, ...]", value) for each in conditions_in(inner)]
    return []


@EVERY
def test_it_is_printed_and_read_again(kind: type[Condition]) -> None:
    """A sentence is; what only a form of YAML can write says so."""
    node = smallest(kind)
    assert is_sentence(node) is not OPERATORS[kind].written.startswith(FORMS)
    if is_sentence(node):
        assert read_sentence(print_sentence(node), SCOPE) == (node, ())


@EVERY
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_read_aloud(kind: type[Condition], language: str) -> None:
    phrases = Phrases(language)
    node = smallest(kind)
    assert read_aloud(node, SCOPE, phrases)
    assert "".join(words for _, words in outline(node, SCOPE, phrases))


@EVERY
def test_it_is_explained(kind: type[Condition]) -> None:
    """With reasons that have words, where nothing is known; made ready or not, it is the same."""
    node = smallest(kind)
    outcome = judge(node, NOBODY)
    assert outcome == prepared(node, SCOPE)(NOBODY)
    assert outcome.node == node
    assert outcome.truth is Truth.UNKNOWN
    assert outcome.gaps
    assert all(cause_sentence(gap, SCOPE, Phrases(language)) for gap in outcome.gaps for language in LANGUAGES)


@EVERY
def test_it_is_decided(kind: type[Condition]) -> None:
    assert kind in DECIDED
    assert decided(smallest(kind), SCOPE)(NOBODY) is Truth.UNKNOWN


@EVERY
def test_it_is_known_whether_time_moves_it(kind: type[Condition]) -> None:
    moves = movement(smallest(kind), SCOPE)
    assert (moves.is_by_day or bool(moves.drugs)) is OPERATORS[kind].moves


@EVERY
def test_its_lengths_are_found(kind: type[Condition]) -> None:
    assert {str(each) for each in lengths_of((smallest(kind),), SCOPE)} == OPERATORS[kind].lengths


@EVERY
def test_its_failure_has_a_kind(kind: type[Condition]) -> None:
    failed = Outcome(smallest(kind), Truth.FALSE)
    assert kind_of_failure(failed, SCOPE, NOBODY.chart) in Remedy


@EVERY
def test_what_it_can_become_is_known(kind: type[Condition]) -> None:
    """Only what is not public can become neither."""
    reach = reach_of(smallest(kind))
    assert (reach.is_true and reach.is_false) is (kind.__name__ != "NotPublic")


@EVERY
def test_patients_at_its_edges_are_drawn_unless_it_is_left_out(kind: type[Condition]) -> None:
    assert bool(list(boundary_patients(smallest(kind), SCOPE))) is not ("boundaries" in OPERATORS[kind].left)


# --- the inspection itself


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("match node:\n    case Has() | Had(which):\n        pass\n", {"Has", "Had"}),
        ("isinstance(node, On | Off)\n", {"On", "Off"}),
        ("_Kind = Has | Had\nisinstance(node, _Kind)\n", {"Has", "Had"}),
        ("MADE = {All: make}\n", {"All"}),
        ("build('all', All)\n", {"All"}),
        ("from core.criteria.nodes import Has\n\ndef f(node: Has) -> Has: ...\n", set[str]()),
        ("match node:\n    case _:\n        pass\n", set[str]()),
    ],
)
def test_what_names_a_node(text: str, named: set[str]) -> None:
    assert {each.__name__ for each in named_by(text)} == named
