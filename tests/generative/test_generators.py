"""The generators reach every node and every variant of every field; else agreement would prove nothing."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from fractions import Fraction
from typing import Literal, Union, cast, get_args, get_origin, get_type_hints

import pytest

from core.catalogue.concept import Kind
from core.chart import values as values_of  # whole: pytest would take an imported TestResult for tests
from core.chart.birth import age_of
from core.chart.entries import (
    Answer,
    Completeness,
    Contraindication,
    Course,
    Episode,
    Finding,
    Never,
    SiteStatement,
)
from core.chart.values import Absence, Landmark, Value
from core.chart.words import OUTCOMES
from core.criteria import nodes, values
from core.criteria.nodes import Condition, Failed, Off, On, Received, Stable, State, walk
from core.engine.explaining.judging import judge
from core.engine.judgement.situation import Situation
from core.values.truth import Truth
from tests.generative.agreement import case
from tests.generative.chance import EVALUATION_ON
from tests.generative.invented_catalogue import CATALOGUE, COLOURS, DRUGS, SCOPES
from tests.generative.invented_findings import LEVELS
from tests.generative.invented_windows import LANDMARK

DRAWS = 2500
EMPTY, FILLED = "empty", "filled"

NEVER_EMPTY = frozenset(
    {
        ("All", "parts"),
        ("AnyOf", "parts"),
        ("AtLeast", "parts"),
        ("SourcesDiffer", "readings"),
        ("State", "choices"),
        ("Includes", "choices"),
        ("Which", "names"),
        ("Several", "names"),
        ("Items", "names"),
        ("Clean", "names"),
        ("DoseLimit", "tests"),
    }
)
"""Lists that a node refuses, or that no sentence can leave, without members."""

NO_SUCH_SENTENCE = {
    ("Shift", "limit"): {"Length"},
    ("Shows", "pick"): {"highest", "lowest"},
    ("Failed", "window"): {"Stretch", "OnDay", "SinceStart"},
}
"""What a field's type allows and no sentence says; which combinations none says stands in ``test_pairs``."""

TYPES = tuple(
    found
    for module in (nodes, values)
    for found in vars(module).values()
    if isinstance(found, type) and is_dataclass(found) and found.__module__ == module.__name__
)


def _alternatives(hint: object) -> tuple[object, ...]:
    is_union = get_origin(hint) in (Union, types.UnionType)
    return get_args(hint) if is_union else (hint,)


def _wanted(name: str, field: str, hint: object) -> set[object]:
    """Return what a field should be seen to hold: its words, yes and no, empty and filled, each class of a union."""
    wanted: set[object] = set()
    alternatives = _alternatives(hint)
    if set(get_args(Condition)) <= set(alternatives):  # conditions inside: walk finds them, here only whether there
        return {EMPTY} if type(None) in alternatives else set()
    for each in alternatives:
        if get_origin(each) is Literal:
            wanted |= set(get_args(each))
        elif each is bool:
            wanted |= {True, False}
        elif each is type(None):
            wanted.add(EMPTY)
        elif isinstance(each, type) and is_dataclass(each):
            wanted.add(each.__name__)
        elif get_origin(each) in (tuple, Mapping) and (name, field) not in NEVER_EMPTY:
            wanted |= {EMPTY, FILLED}
    return wanted - NO_SUCH_SENTENCE.get((name, field), set())


WANTED: dict[tuple[str, str], set[object]] = {
    (kind.__name__, field): _wanted(kind.__name__, field, hint)
    for kind in TYPES
    for field, hint in get_type_hints(kind).items()
    if (kind.__name__, field) != ("Repeated", "test")  # the test inside is a Compare or a State as any other
}


def _held(value: object) -> Iterator[object]:
    """Yield by what names a value counts as seen."""
    if isinstance(value, str | bool):
        yield value
    elif is_dataclass(value):
        yield type(value).__name__
    elif value is None or value in ((), {}):
        yield EMPTY
    else:
        yield FILLED


def _inside(thing: object) -> tuple[object, ...]:
    """Return the members of a list or map, or the fields of a node."""
    if isinstance(thing, Mapping):
        return tuple(cast("Mapping[object, object]", thing).values())
    if isinstance(thing, tuple):
        return cast("tuple[object, ...]", thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        return tuple(getattr(thing, each.name) for each in fields(thing))
    return ()


def _parts(thing: object) -> Iterator[object]:
    """Yield a node and every node inside it."""
    if is_dataclass(thing) and not isinstance(thing, type):
        yield thing
    for each in _inside(thing):
        yield from _parts(each)


@pytest.fixture(scope="module")
def drawn() -> list[tuple[Condition, Situation]]:
    """The cases of the first seeds."""
    return [case(seed) for seed in range(DRAWS)]


@pytest.fixture(scope="module")
def seen(drawn: list[tuple[Condition, Situation]]) -> dict[tuple[str, str], set[object]]:
    """Everything that was seen in each field."""
    found: dict[tuple[str, str], set[object]] = {}
    for condition, _ in drawn:
        for part in _parts(condition):
            assert is_dataclass(part)
            for each in fields(part):
                found.setdefault((type(part).__name__, each.name), set()).update(_held(getattr(part, each.name)))
    return found


def test_every_node_is_drawn(drawn: list[tuple[Condition, Situation]]) -> None:
    """Every class of a condition occurs."""
    assert set(get_args(Condition)) == {type(each) for condition, _ in drawn for each in walk(condition)}


@pytest.mark.parametrize("place", WANTED, ids=".".join)
def test_every_variant_is_drawn(place: tuple[str, str], seen: dict[tuple[str, str], set[object]]) -> None:
    """Every word and every class a field can hold occurs; what may be empty is so in some cases only."""
    assert place in seen
    assert WANTED[place] - seen[place] == set()


def test_charts_hold_everything(drawn: list[tuple[Condition, Situation]]) -> None:
    """Every kind of entry, value and absence occurs."""
    entries = [entry for _, situation in drawn for entry in situation.chart.entries]
    kinds = {Finding, Episode, Course, Completeness, Never, Contraindication, Answer, SiteStatement}
    assert {type(entry) for entry in entries} == kinds
    held = [entry.value for entry in entries if isinstance(entry, Finding)]
    assert {type(value) for value in held} >= set(get_args(Value))
    assert {value for value in held if isinstance(value, Absence)} == set(Absence)


def test_every_field_of_an_entry_is_drawn(drawn: list[tuple[Condition, Situation]]) -> None:
    """What an entry can hold it holds in some charts and not in others."""
    seen: dict[tuple[str, str], set[bool]] = {}
    for _, situation in drawn:
        for entry in situation.chart.entries:
            for each in fields(entry):
                value = getattr(entry, each.name)
                is_plain = not value or value is Truth.UNKNOWN
                seen.setdefault((type(entry).__name__, each.name), set()).add(is_plain)
    never_drawn = {place for place, found in seen.items() if found == {True}}
    nobody_judges_by = {
        ("Answer", "text"),
        ("Finding", "laboratory"),
        ("Finding", "answers"),
        ("Course", "text"),
        ("Course", "purpose"),
    }
    assert never_drawn == nobody_judges_by
    assert {place for place, found in seen.items() if found == {False}} & MAY_BE_PLAIN == set()


MAY_BE_PLAIN = frozenset(
    (kind.__name__, each.name)
    for kind in (Finding, Episode, Course)
    for each in fields(kind)
    if each.default is not MISSING or each.default_factory is not MISSING
)
"""What an entry can leave out."""


def test_what_is_not_known_in_full_is_drawn(drawn: list[tuple[Condition, Situation]]) -> None:
    """Unknown products, marks, words for numbers, failures not split, own intervals, births known in part."""
    charts = [situation.chart for _, situation in drawn]
    courses = [course for chart in charts for course in chart.courses]
    products = [course for course in courses if course.drug == "mystery"]
    assert {bool(course.may_be) for course in products} == {True, False}
    assert {course.outcome for course in courses} >= {*OUTCOMES, ""}
    segments = [segment for course in courses for segment in course.doses]
    assert {segment.per_days for segment in segments} >= {0, 1, 7, 14, 28, Fraction(1, 2)}
    assert any(course.doses and not any(each.per_days for each in course.doses) for course in courses)
    by_route = {drug.id: drug.intervals_by_route for drug in DRUGS if drug.intervals_by_route}
    assert {(drug, route) for drug, routes in by_route.items() for route in routes} <= {
        (course.drug, course.route) for course in courses if not course.doses
    }
    marks = [episode.mark for chart in charts for episode in chart.episodes if episode.mark is not None]
    assert {bool(mark.counts_as) for mark in marks} == {True, False}
    words = {
        finding.value.word
        for chart in charts
        for finding in chart.findings
        if isinstance(finding.value, values_of.TestResult) and CATALOGUE.concepts[finding.concept].kind is Kind.NUMBER
    }
    assert words == set(LEVELS)
    births = [chart.birth for chart in charts]
    assert any(birth is None for birth in births)
    assert {age_of(birth) is None for birth in births if birth is not None} == {True, False}
    assert {birth.is_exact for birth in births if birth is not None} == {True, False}
    landmarks = [finding.value for chart in charts for finding in chart.of(LANDMARK)]
    assert {each.on.is_exact for each in landmarks if isinstance(each, Landmark)} == {True, False}
    derived = {ref for chart in charts for ref in chart.by_ref if ref.startswith("derived/")}
    assert {"derived/make", "derived/expecting", "derived/began_young", "derived/strip", "derived/fertile"} <= derived
    assert any(ref.startswith("derived/young_ailment") for ref in derived)


def test_situations_hold_everything(drawn: list[tuple[Condition, Situation]]) -> None:
    """Both files, courses that are stopped or planned to end, days looked ahead to, absence assumed or not."""
    courses = [course for _, situation in drawn for course in situation.chart.courses]
    assert {course.end is None for course in courses} == {course.is_ongoing for course in courses} == {True, False}
    assert any(course.end is not None and course.end.first > EVALUATION_ON for course in courses)
    assert {situation.is_absence_assumed for _, situation in drawn} == {True, False}
    assert {situation.scope.failed_means for _, situation in drawn} == {scope.failed_means for scope in SCOPES}
    assert any(situation.stopped for _, situation in drawn)
    assert any(situation.days != situation.measured for _, situation in drawn)


def test_names_hold_everything(drawn: list[tuple[Condition, Situation]]) -> None:
    """Rules name unknown products and codes with kinds, and speak in half-lives of classes where one has none."""
    held = {
        name: {CATALOGUE.drugs[drug].half_life_days is None for drug in CATALOGUE.drugs_of(name)}
        for name in CATALOGUE.classes
    }
    in_part = {name for name, is_unknown in held.items() if is_unknown == {True, False}}
    named: set[str] = set()
    for condition, _ in drawn:
        for node in walk(condition):
            if isinstance(node, Received | Failed | On | Off | Stable) and "HalfLives" in repr(node):
                named.update(node.which.names)
    assert in_part <= named
    assert "mystery" in named
    states = [node for condition, _ in drawn for node in walk(condition) if isinstance(node, State)]
    asked = {choice for node in states for choice in node.choices}
    assert {code.id for code in COLOURS if code.kind_of} <= asked
    assert {code.kind_of for code in COLOURS if code.kind_of} <= asked


def test_cases_are_decided_either_way(drawn: list[tuple[Condition, Situation]]) -> None:
    """No truth is rare."""
    truths = [judge(condition, situation).truth for condition, situation in drawn]
    assert min(truths.count(truth) for truth in Truth) > DRAWS // 8
