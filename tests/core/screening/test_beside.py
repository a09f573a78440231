"""Two files side by side: the same topic stands beside each other, and every criterion stands once."""

from __future__ import annotations

from collections import Counter

import pytest

from core.discovery import resource_path
from core.language.phrases import LANGUAGES, Phrases
from core.screening.beside import Side, Topic, beside, topic_of
from core.screening.judgements import each_once
from core.use_cases.load_rules import load_rules, rule_paths, shipped_places
from core.use_cases.screen_patients import screen_patients
from core.wording.beside import Asking, beside_table
from tests.sample_screenings import catalogue

RULES = load_rules(rule_paths(shipped_places()), catalogue())
(PATIENT,) = screen_patients([next(resource_path("samples").glob("02-*"))], RULES.files, catalogue())
SIDES = {
    each.rule_file.id: Side(each, compiled)
    for each in PATIENT.screenings
    if (compiled := RULES.by_id(each.rule_file.id)) is not None
}
IDS = sorted(SIDES)
PAIRS = [(one, IDS[(at * 7 + 3) % len(IDS)]) for at, one in enumerate(IDS) if IDS[(at * 7 + 3) % len(IDS)] != one]


def table_of(left: str, right: str) -> tuple[Topic, ...]:
    return beside(SIDES[left], SIDES[right])


def pairs_of(topics: tuple[Topic, ...], *, is_turned: bool = False) -> set[tuple[frozenset[str], frozenset[str]]]:
    both = [
        (frozenset(each.criterion.id for each in topic.left), frozenset(each.criterion.id for each in topic.right))
        for topic in topics
    ]
    return {(two, one) if is_turned else (one, two) for one, two in both}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"age"}, {"age"}),
        ({"kidney"}, {"kidney"}),
        ({"bilirubin"}, {"liver"}),
        ({"heart_lung"}, {"heart", "lung"}),
        ({"infection", "tuberculosis"}, {"infection"}),
        ({"viral"}, {"viral"}),
        ({"live_vaccine"}, {"live_vaccine"}),
        ({"bilag"}, set[str]()),
        (set[str](), {"dialysis"}),
    ],
)
def test_the_same_topic_stands_beside_each_other(left: set[str], right: set[str]) -> None:
    assert (frozenset(left), frozenset(right)) in pairs_of(table_of("example-sle-cart-01", "nct06222853"))


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_every_criterion_stands_once_and_the_order_of_files_does_not_matter(left: str, right: str) -> None:
    topics = table_of(left, right)
    for name, side in ((left, "left"), (right, "right")):
        told = Counter((each.cohort, each.criterion.id) for topic in topics for each in getattr(topic, side))
        asked = each_once(SIDES[name].screening.best.judgements)
        assert told == Counter((each.cohort, each.criterion.id) for each in asked)
    assert pairs_of(topics) == pairs_of(table_of(right, left), is_turned=True)
    for topic in topics:
        assert topic.left or topic.right
        assert not topic.is_shared or topic.names


@pytest.mark.parametrize("name", IDS[::6])
def test_a_file_beside_itself_has_nothing_alone_but_what_names_nothing(name: str) -> None:
    scope = SIDES[name].compiled.scopes[SIDES[name].screening.best.id]
    for topic in table_of(name, name):
        if topic.is_shared:
            shared = [{each.criterion.id for each in side} for side in (topic.left, topic.right)]
            assert shared[0] == shared[1]
        else:
            assert not any(topic_of(each.criterion, scope) for each in (*topic.left, *topic.right))


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_words(language: str) -> None:
    table = beside_table(SIDES["example-sle-cart-01"], SIDES["nct06222853"], Phrases(language))
    assert [row.asking for row in table.rows] == sorted((row.asking for row in table.rows), key=list(Asking).index)
    age = table.of(Asking.BOTH)[0]
    assert age.topic == {"en": "Age", "de": "Alter"}[language]
    assert age.left[0].verdict
    assert age.left[0].evidence
    assert not any(row.right for row in table.of(Asking.LEFT))
