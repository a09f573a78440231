"""Every form and every field of a condition is heard, in both languages; nothing is heard that is not meant."""

from __future__ import annotations

from copy import copy
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.criteria import nodes, values
from core.criteria.nodes import (
    All,
    AnyOf,
    AtLeast,
    Between,
    Compare,
    Condition,
    Defined,
    DoseLimit,
    Failed,
    Had,
    Has,
    Includes,
    Not,
    NotPublic,
    Off,
    On,
    Received,
    Repeated,
    Shift,
    Shows,
    SourcesDiffer,
    Stable,
    State,
    Therapy,
    TimeSince,
    WhenThen,
)
from core.criteria.printing.aloud import outline, read_aloud
from core.criteria.values import (
    Amount,
    Clean,
    Domains,
    Extreme,
    ExtremeSpan,
    HalfLives,
    Items,
    Lasting,
    Length,
    Multiple,
    NamedWindow,
    OnDay,
    Several,
    SinceStart,
    SiteValue,
    Stretch,
    Term,
    TitreLimit,
    Which,
    Within,
)
from core.engine.judgement.situation import Days
from core.language.phrases import LANGUAGES, Phrases
from core.values.duration import Duration, TimeUnit
from tests.generative.chance import Chance
from tests.generative.invented_catalogue import SCOPE
from tests.generative.invented_rules import condition

SPOKEN = {language: Phrases(language) for language in LANGUAGES}
WEEK, MONTH = Duration(1, TimeUnit.WEEK), Duration(1, TimeUnit.MONTH)
TEN, TWENTY = Amount(Decimal(10), "mg/dL"), Amount(Decimal(20), "mg/dL")
PILL, SYRUP = Which(("pill",)), Which(("syrup",))
SMOKER, FERTILE = State(Term("smoker"), ("yes",)), State(Term("fertile"), ("yes",))
DAYS = Days(date(2026, 6, 1), {"screening": date(2026, 6, 1), "leukapheresis": date(2026, 6, 1)})
ABOVE_TEN = Compare(Term("serum"), ">", TEN)
GRADED = Compare(Term("grade"), ">=", Amount(Decimal(3)))
COUNT = Therapy(("no_response",), 1, ("pill", "syrup"))

# one condition of each class, and for each of its fields another value
CHANGES: dict[Condition, dict[str, object]] = {
    All((SMOKER, FERTILE)): {"parts": (SMOKER, ABOVE_TEN)},
    AnyOf((SMOKER, FERTILE)): {"parts": (SMOKER, ABOVE_TEN)},
    Not(SMOKER): {"part": FERTILE},
    AtLeast(1, (SMOKER, FERTILE)): {"needed": 2, "parts": (SMOKER, ABOVE_TEN)},
    WhenThen(SMOKER, FERTILE, ABOVE_TEN): {"when": ABOVE_TEN, "then": ABOVE_TEN, "otherwise": None},
    NotPublic("a list"): {"what": "a limit"},
    SourcesDiffer({"one": SMOKER, "two": FERTILE}): {"readings": {"one": SMOKER, "two": ABOVE_TEN}, "use": "two"},
    Defined("is_marked"): {"name": "is_weak"},
    ABOVE_TEN: {
        "subject": Term("virus"),
        "op": "<",
        "limit": TWENTY,
        "pick": "every",
        "clean": Clean(("transfer",), WEEK),
        "window": Within(WEEK),
    },
    Between(Term("serum"), TEN, TWENTY): {
        "subject": Term("virus"),
        "low": TWENTY,
        "high": TEN,
        "pick": "every",
        "clean": Clean(("transfer",), WEEK),
        "window": Within(WEEK),
    },
    State(Term("ladder"), ("A",)): {
        "subject": Term("verdict"),
        "choices": ("B",),
        "is_not": True,
        "domains": Domains(2),
        "pick": "first",
        "window": Within(WEEK),
    },
    Includes(Term("layers"), ("red",)): {
        "subject": Term("colour"),
        "choices": ("red", "blue"),
        "pick": "ever",
        "window": Within(WEEK),
    },
    Repeated(2, Term("serum"), ABOVE_TEN): {
        "needed": 3,
        "term": Term("virus"),
        "test": Compare(Term("serum"), ">", TWENTY),
        "window": Within(WEEK),
    },
    Shift("rise", Term("share"), ">=", Amount(Decimal(5), "%"), MONTH, "points"): {
        "direction": "fall",
        "term": Term("serum"),
        "op": ">",
        "limit": Amount(Decimal(6), "%"),
        "over": WEEK,
        "scale": "relative",
        "window": Within(WEEK),
    },
    TimeSince("first_sign", "<=", MONTH): {"landmark": "birth", "op": ">", "duration": WEEK},
    Shows("slide", GRADED): {
        "record": "blow",
        "condition": Compare(Term("grade"), ">=", Amount(Decimal(4))),
        "pick": "first",
        "window": Within(WEEK),
    },
    Has(Which(("blow",))): {"which": Which(("spell",)), "fields": GRADED},
    Had(Which(("blow",))): {"which": Which(("spell",)), "fields": GRADED, "window": Within(WEEK)},
    Received(PILL): {"which": SYRUP, "times": 2, "window": Within(WEEK)},
    Failed(PILL): {"which": SYRUP, "lasting": Lasting(WEEK), "window": Within(WEEK)},
    On(PILL, ">=", Amount(Decimal(5), "mg/day")): {
        "which": SYRUP,
        "op": "<",
        "limit": Amount(Decimal(6), "mg/day"),
        "lasting": Lasting(WEEK),
    },
    Off(PILL): {"which": SYRUP, "lasting": Lasting(WEEK)},
    Stable(PILL, Lasting(WEEK)): {"which": SYRUP, "lasting": Lasting(MONTH)},
    COUNT: {
        "counted_if": None,
        "at_least": 2,
        "of": ("pill", "drip"),
        "all_of": ("drip",),
        "one_from_each": (("drip",), ("powder",)),
        "counting": "lines",
        "must_include": ("pill",),
        "count_once": (("pill", "syrup"),),
        "any_length_if": ("intolerance",),
        "contraindicated": "waives",
        "each_for": {"": Lasting(WEEK)},
        "together_for": Lasting(WEEK),
        "in_total_for": Lasting(WEEK),
        "gap": WEEK,
        "looking_back": Within(MONTH, "before", "screening"),
        "together_with": ("steroids",),
        "at_dose": {"pill": DoseLimit(((">=", Amount(Decimal(5), "mg/day")),))},
        "cumulative": {"pill": DoseLimit(((">=", Amount(Decimal(5), "g")),))},
        "is_dose_adequate_required": True,
        "is_adherence_required": True,
        "is_still_on": True,
        "unchanged_for": Lasting(WEEK),
    },
}


def compare(limit: values.Limit, name: str = "serum") -> Condition:
    """Return a sentence with a right-hand side."""
    return Compare(Term(name), ">=", limit)


def within(window: values.Window) -> Condition:
    """Return a sentence with a window."""
    return Had(Which(("ailment",)), None, window)


def lasting(period: Lasting) -> Condition:
    """Return a sentence with a period."""
    return Off(PILL, period)


# pairs of conditions that differ in one field of one value
PARTS: dict[str, tuple[Condition, Condition]] = {
    "Amount.number": (compare(TEN), compare(TWENTY)),
    "Amount.unit": (compare(TEN), compare(Amount(Decimal(10), "g/L"))),
    "Multiple.number": (compare(Multiple(Decimal(1), "ULN")), compare(Multiple(Decimal("1.5"), "ULN"))),
    "Multiple.reference": (compare(Multiple(Decimal(1), "ULN")), compare(Multiple(Decimal(1), "LLN"))),
    "Length.duration": (
        compare(Length(Duration(18, TimeUnit.YEAR)), "age"),
        compare(Length(Duration(19, TimeUnit.YEAR)), "age"),
    ),
    "TitreLimit.denominator": (compare(TitreLimit(80)), compare(TitreLimit(160))),
    "SiteValue.name": (compare(SiteValue("gate"), "age"), compare(SiteValue("floor"), "age")),
    "Extreme.which": (compare(Extreme("lower", TEN, TWENTY)), compare(Extreme("higher", TEN, TWENTY))),
    "Extreme.first": (compare(Extreme("lower", TEN, TWENTY)), compare(Extreme("lower", TWENTY, TWENTY))),
    "Extreme.second": (compare(Extreme("lower", TEN, TWENTY)), compare(Extreme("lower", TEN, TEN))),
    "HalfLives.count": (lasting(Lasting(HalfLives(2))), lasting(Lasting(HalfLives(5)))),
    "NamedWindow.name": (within(Within(NamedWindow("laboratory"))), within(Within(NamedWindow("imaging")))),
    "ExtremeSpan.which": (
        lasting(Lasting(ExtremeSpan("longer", WEEK, HalfLives(5)))),
        lasting(Lasting(ExtremeSpan("shorter", WEEK, HalfLives(5)))),
    ),
    "ExtremeSpan.first": (
        lasting(Lasting(ExtremeSpan("longer", WEEK, HalfLives(5)))),
        lasting(Lasting(ExtremeSpan("longer", MONTH, HalfLives(5)))),
    ),
    "ExtremeSpan.second": (
        lasting(Lasting(ExtremeSpan("longer", WEEK, HalfLives(5)))),
        lasting(Lasting(ExtremeSpan("longer", WEEK, HalfLives(2)))),
    ),
    "Within.span": (within(Within(WEEK)), within(Within(MONTH))),
    "Within.side": (within(Within(WEEK, "before", "screening")), within(Within(WEEK, "after", "screening"))),
    "Within.anchor": (within(Within(WEEK, "before", "screening")), within(Within(WEEK, "before", "first_sign"))),
    "Stretch.far": (
        within(Stretch(MONTH, WEEK, "before", "screening")),
        within(Stretch(Duration(2, TimeUnit.MONTH), WEEK, "before", "screening")),
    ),
    "Stretch.near": (
        within(Stretch(MONTH, WEEK, "before", "screening")),
        within(Stretch(MONTH, Duration(2, TimeUnit.WEEK), "before", "screening")),
    ),
    "Stretch.side": (
        within(Stretch(MONTH, WEEK, "before", "screening")),
        within(Stretch(MONTH, WEEK, "after", "screening")),
    ),
    "Stretch.anchor": (
        within(Stretch(MONTH, WEEK, "before", "screening")),
        within(Stretch(MONTH, WEEK, "before", "infusion")),
    ),
    "OnDay.anchor": (within(OnDay("screening")), within(OnDay("infusion"))),
    "OnDay.before": (within(OnDay("screening")), within(OnDay("screening", WEEK))),
    "SinceStart.drug": (within(SinceStart("pill")), within(SinceStart("syrup"))),
    "Lasting.span": (lasting(Lasting(WEEK)), lasting(Lasting(MONTH))),
    "Lasting.is_more": (lasting(Lasting(WEEK)), lasting(Lasting(WEEK, is_more=True))),
    "Lasting.anchor": (lasting(Lasting(WEEK)), lasting(Lasting(WEEK, anchor="screening"))),
    "Items.mode": (
        Compare(Term("score", (), Items("without", ("fever",))), ">=", TEN),
        Compare(Term("score", (), Items("only", ("fever",))), ">=", TEN),
    ),
    "Items.names": (
        Compare(Term("score", (), Items("without", ("fever",))), ">=", TEN),
        Compare(Term("score", (), Items("without", ("nerves",))), ">=", TEN),
    ),
    "Term.name": (compare(TEN), compare(TEN, "virus")),
    "Term.qualifiers": (compare(TEN), Compare(Term("serum", ("central",)), ">=", TEN)),
    "Term.items": (compare(TEN, "score"), Compare(Term("score", (), Items("only", ("fever",))), ">=", TEN)),
    "Several.mode": (
        Compare(Several("any", ("virus", "germ")), ">", TEN),
        Compare(Several("each", ("virus", "germ")), ">", TEN),
    ),
    "Several.names": (
        Compare(Several("any", ("virus", "germ")), ">", TEN),
        Compare(Several("any", ("virus", "serum")), ">", TEN),
    ),
    "Several.needed": (
        Compare(Several("at_least", ("virus", "germ"), 1), ">", TEN),
        Compare(Several("at_least", ("virus", "germ"), 2), ">", TEN),
    ),
    "Domains.needed": (
        State(Term("ladder"), ("A",), domains=Domains(1)),
        State(Term("ladder"), ("A",), domains=Domains(2)),
    ),
    "Domains.names": (
        State(Term("ladder"), ("A",), domains=Domains(2)),
        State(Term("ladder"), ("A",), domains=Domains(2, ("skin", "gut"))),
    ),
    "Domains.is_other_than": (
        State(Term("ladder"), ("A",), domains=Domains(2, ("skin", "gut"))),
        State(Term("ladder"), ("A",), domains=Domains(2, ("skin", "gut"), is_other_than=True)),
    ),
    "Which.names": (Has(Which(("growth",))), Has(Which(("ailment",)))),
    "Which.mode": (Has(Which(("growth", "ailment"), "any")), Has(Which(("growth", "ailment"), "each"))),
    "Which.other_than": (Has(Which(("growth",))), Has(Which(("growth",), "any", ("bump",)))),
    "Clean.names": (
        Compare(Term("serum"), ">", TEN, clean=Clean(("transfer",), WEEK)),
        Compare(Term("serum"), ">", TEN, clean=Clean(("pill",), WEEK)),
    ),
    "Clean.duration": (
        Compare(Term("serum"), ">", TEN, clean=Clean(("transfer",), WEEK)),
        Compare(Term("serum"), ">", TEN, clean=Clean(("transfer",), MONTH)),
    ),
}


def readings(node: Condition) -> tuple[str, ...]:
    """Return a condition in every language, as one sentence and as lines."""
    spoken = tuple(read_aloud(node, SCOPE, phrases) for phrases in SPOKEN.values())
    lines = tuple(" / ".join(text for _, text in outline(node, SCOPE, phrases)) for phrases in SPOKEN.values())
    return (*spoken, *lines)


def test_every_class_and_field_of_the_conditions_is_listed() -> None:
    """A new form of the language names itself here until it has words."""
    classes = {node for union in get_args(Condition) for node in (get_args(union) or (union,))}
    wanted = {f"{node.__name__}.{field.name}" for node in classes for field in fields(node)}
    listed = {f"{type(node).__name__}.{name}" for node, changes in CHANGES.items() for name in changes}
    assert listed == wanted


def test_every_class_and_field_of_the_values_is_listed() -> None:
    """The same for limits, windows, names."""
    classes = [each for each in vars(values).values() if isinstance(each, type) and is_dataclass(each)]
    own = [each for each in classes if each.__module__ == values.__name__]
    assert set(PARTS) == {f"{each.__name__}.{field.name}" for each in own for field in fields(each)}


@pytest.mark.parametrize(("node", "name"), [(node, name) for node, changes in CHANGES.items() for name in changes])
def test_every_field_of_a_condition_is_heard(node: Condition, name: str) -> None:
    """Whatever is changed in a condition changes what is said, in every language."""
    changed = copy(node)
    object.__setattr__(changed, name, CHANGES[node][name])
    for one, other in zip(readings(node), readings(changed), strict=True):
        assert one != other


@pytest.mark.parametrize("name", PARTS)
def test_every_field_of_a_value_is_heard(name: str) -> None:
    """Whatever is changed in a limit, window or name changes what is said, in every language."""
    one, other = PARTS[name]
    for before, after in zip(readings(one), readings(other), strict=True):
        assert before != after


@settings(max_examples=150)
@given(st.integers(0, 2**32))
def test_whatever_can_be_written_can_be_read_aloud(seed: int) -> None:
    """No condition lacks a word; with its days known too; nothing of the language of the program shows through."""
    node = condition(Chance(seed))
    for phrases in SPOKEN.values():
        for days in (None, DAYS):
            assert read_aloud(node, SCOPE, phrases, days)
            assert all(text.strip() and "_" not in text for _, text in outline(node, SCOPE, phrases, days))


def test_denials_have_words_of_their_own() -> None:
    """What is denied of the history is one sentence, not "not so"; a denied result is announced as such."""
    histories = [node for node in CHANGES if isinstance(node, Has | Had | Received | Failed | On | Off | Stable)]
    for node in histories:
        assert "not so" not in read_aloud(Not(node), SCOPE, SPOKEN["en"])
        assert read_aloud(Not(node), SCOPE, SPOKEN["de"]) != read_aloud(node, SCOPE, SPOKEN["de"])
    assert read_aloud(Not(ABOVE_TEN), SCOPE, SPOKEN["en"]).startswith("not so: ")


def test_every_node_module_value_is_a_condition_or_a_part() -> None:
    """No class of the conditions is forgotten by the union that the tests above walk."""
    classes = {each for each in vars(nodes).values() if isinstance(each, type) and is_dataclass(each)}
    own = {each for each in classes if each.__module__ == nodes.__name__}
    assert own - {type(node) for node in CHANGES} == {DoseLimit}
