"""The generators reach every node and every variant of every field; else agreement would prove nothing."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Literal, Union, cast, get_args, get_origin, get_type_hints

import pytest

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
from core.chart.values import Absence, Value
from core.criteria import nodes, values
from core.criteria.nodes import Condition, walk
from core.engine.explaining.judging import judge
from core.engine.judgement.situation import Situation
from core.values.truth import Truth
from tests.generative.agreement import case

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
    ("Shift", "limit"): {"Multiple", "Length", "TitreLimit", "SiteValue", "Extreme"},
    ("On", "limit"): {"Multiple", "Length", "TitreLimit", "SiteValue"},
    ("Shows", "pick"): {"highest", "lowest"},
    ("Failed", "window"): {"Stretch", "OnDay"},
}
"""What a field's type allows and no sentence says; of ``failed`` the engines agree on ``within`` alone."""

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
    """Every kind of entry, value and absence occurs, with and without days, ends and doses."""
    entries = [entry for _, situation in drawn for entry in situation.chart.entries]
    kinds = {Finding, Episode, Course, Completeness, Never, Contraindication, Answer, SiteStatement}
    assert {type(entry) for entry in entries} == kinds
    held = [entry.value for entry in entries if isinstance(entry, Finding)]
    assert {type(value) for value in held} >= set(get_args(Value))
    assert {value for value in held if isinstance(value, Absence)} == set(Absence)
    courses = [entry for entry in entries if isinstance(entry, Course)]
    segments = [segment for course in courses for segment in course.doses]
    assert {course.end is None for course in courses} == {course.is_ongoing for course in courses} == {True, False}
    assert {segment.per_days for segment in segments} >= {0, 1, 7}
    assert {situation.is_absence_assumed for _, situation in drawn} == {True, False}
    assert any(situation.stopped for _, situation in drawn)
    assert any(situation.days != situation.measured for _, situation in drawn)


def test_cases_are_decided_either_way(drawn: list[tuple[Condition, Situation]]) -> None:
    """No truth is rare."""
    truths = [judge(condition, situation).truth for condition, situation in drawn]
    assert min(truths.count(truth) for truth in Truth) > DRAWS // 8
