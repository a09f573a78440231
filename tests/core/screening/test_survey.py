"""A survey loses nobody: every patient is failing at one step or left, and what is not known is never lost."""

from __future__ import annotations

from functools import cache

import pytest

from core.engine.judgement.outcome import About
from core.screening.conclusions import Word
from core.screening.judgements import Verdict
from core.screening.survey import Awaited, Found, StepKind, attrition, awaited, counted, found_of
from tests.sample_screenings import compiled, patients, rules

EGFR, LVEF = ("egfr", About.VALUE), ("lvef", About.VALUE)


@cache
def founds(file: str) -> tuple[Found, ...]:
    """What a file says of every sample patient."""
    return tuple(found_of(each) for patient in patients() for each in patient.screenings if each.rule_file.id == file)


@pytest.mark.parametrize("file", [each.checked.rule_file.id for each in rules().files])
def test_nobody_is_lost_twice_and_who_is_not_known_is_left(file: str) -> None:
    found = founds(file)
    lost = attrition(compiled(file), found)
    assert lost.everybody == len(found)
    assert lost.everybody - sum(step.fails for step in lost.steps) == lost.left
    assert lost.pass_all + lost.lack + lost.wait_for_site == lost.left
    left = lost.everybody
    for step in lost.steps:
        assert step.left == left - step.fails
        assert step.open + step.deferred <= step.left
        left = step.left
    not_theirs = (Word.OTHER_DISEASE, Word.NOT_THIS_COHORT)
    assert lost.left == sum(not each.fails and each.word not in not_theirs for each in found)


def test_the_steps_are_the_criteria_in_the_order_of_the_file() -> None:
    for file in rules().files:
        steps = attrition(file, founds(file.checked.rule_file.id)).steps
        assert [step.key for step in steps if step.kind is StepKind.CRITERION] == list(file.criteria)
        assert steps[0].kind is StepKind.DISEASE
        assert (steps[1].kind is StepKind.COHORT) == bool(file.checked.rule_file.cohorts)


def test_what_is_boiled_down_is_what_was_judged() -> None:
    for patient in patients():
        for screening in patient.screenings:
            found = found_of(screening)
            assert found.word is screening.conclusion.word
            judged = {(each.cohort, each.criterion.id): each.verdict for each in screening.conclusion.counted}
            assert all(judged[key] is Verdict.FAILS for key in found.fails)
            assert all(judged[key] is Verdict.UNKNOWN for key in found.open | found.deferred)
            assert not found.open & found.deferred


def undecided(*items: tuple[str, About], fails: bool = False, takes: bool = True) -> Found:
    key = frozenset({("", "1")})
    return Found(Word.UNDECIDED, takes, fails=key if fails else frozenset(), items=frozenset(items))


@pytest.mark.parametrize(
    ("found", "is_away"),
    [
        (undecided(EGFR), True),
        (undecided(EGFR, LVEF), False),
        (undecided(), False),
        (undecided(EGFR, fails=True), False),
        (undecided(EGFR, takes=False), False),
        (Found(Word.POSSIBLE, takes_patients=True, items=frozenset({EGFR})), False),
    ],
)
def test_one_answer_away_is_one_and_nothing_against(found: Found, *, is_away: bool) -> None:
    assert found.is_one_item_away is is_away


def test_what_settles_most_patients_comes_first_and_counts_each_once() -> None:
    rows = [
        (undecided(LVEF), undecided(LVEF)),
        (undecided(EGFR), undecided(EGFR, LVEF)),
        (undecided(EGFR, takes=False), undecided(EGFR)),
    ]
    assert awaited(("a", "b"), rows) == (Awaited(EGFR, (1, 2), ("a", "b")), Awaited(LVEF, (0,), ("a", "b")))
    assert awaited(("a", "b"), rows[:1]) == (Awaited(LVEF, (0,), ("a", "b")),)
    assert awaited((), []) == ()


def test_other_diseases_and_closed_files_are_not_counted() -> None:
    other, closed = Found(Word.OTHER_DISEASE, takes_patients=True), Found(Word.POSSIBLE, takes_patients=False)
    assert list(counted([undecided(), other, closed, undecided()])) == [(Word.UNDECIDED, 2)]
