"""Two sentences mean the same only where everything their files add to them is the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.criteria.meaning import Meaning
from core.criteria.nodes import Condition
from core.criteria.parsing.sentences import read_sentence
from core.criteria.scope import Scope, SiteFact
from core.values.duration import Duration, TimeUnit
from tests.sample_screenings import catalogue

WEEKS = Duration(4, TimeUnit.WEEK)
SCOPE = Scope(
    catalogue(),
    groups={"ours": ("methotrexate", "azathioprine"), "wide": ("ours", "rituximab"), "apart": ("abatacept",)},
    windows={"washout": WEEKS},
    site={"days": SiteFact("days", "Days", ("7", "14"))},
    failed_means=("no_response",),
    targets=frozenset({"sle"}),
)


def sentence(text: str, scope: Scope = SCOPE) -> Condition:
    condition, slips = read_sentence(text, scope)
    assert condition is not None, slips
    return condition


OTHERS: dict[str, tuple[str, Scope]] = {
    "a group": ("received ours", replace(SCOPE, groups={**SCOPE.groups, "ours": ("methotrexate",)})),
    "a group inside a group": ("received wide", replace(SCOPE, groups={**SCOPE.groups, "ours": ("methotrexate",)})),
    "a named window": ("off rituximab for washout", replace(SCOPE, windows={"washout": Duration(5, TimeUnit.WEEK)})),
    "how long a list stays complete": (
        "received rituximab", replace(SCOPE, windows={**SCOPE.windows, "treatment_list": WEEKS})
    ),
    "an interval of doses": ("received rituximab", replace(SCOPE, dosing_intervals={"rituximab": WEEKS})),
    "what counts as failed": ("failed ours", replace(SCOPE, failed_means=("relapse",))),
    "the diseases of the file": ("received ours", replace(SCOPE, targets=frozenset({"ssc"}))),
}  # fmt: skip


@pytest.mark.parametrize(("text", "other"), OTHERS.values(), ids=OTHERS)
def test_what_a_file_adds_sets_a_sentence_apart(text: str, other: Scope) -> None:
    assert Meaning(sentence(text), SCOPE) != Meaning(sentence(text), other)


@pytest.mark.parametrize("text", [text for text, _ in OTHERS.values()])
def test_the_same_in_another_file_is_equal_and_found(text: str) -> None:
    other = replace(SCOPE, groups={**SCOPE.groups, "apart": ("belimumab",)})
    one, same = Meaning(sentence(text), SCOPE), Meaning(sentence(text, other), other)
    assert one == same
    assert {one: "found"}[same] == "found"


def test_another_catalogue_is_another_meaning() -> None:
    fewer = replace(SCOPE, catalogue=replace(catalogue()))
    assert Meaning(sentence("received rituximab"), SCOPE) != Meaning(sentence("received rituximab"), fewer)


def test_a_sentence_names_the_decision_points_it_turns_on() -> None:
    assert Meaning(sentence("received rituximab within 8 weeks before infusion"), SCOPE).anchors == ("infusion",)
    assert Meaning(sentence("received rituximab within 8 weeks"), SCOPE).anchors == ()
