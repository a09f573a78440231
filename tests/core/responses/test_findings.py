"""Responses as findings that criteria see: dated, with what they rest on, never over what was typed."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from core.chart.entries import Finding
from core.chart.values import Coded, Scored
from core.criteria.parsing.sentences import read_sentence
from core.criteria.scope import Scope
from core.engine.deciding.asking import moment_of
from core.engine.deciding.compiling import compile_truth
from core.engine.deciding.kleene import TRUTH
from core.engine.deciding.record import record_of
from core.engine.explaining.preparing import prepared
from core.engine.judgement.situation import Situation
from core.responses.finding import SCORES, all_derived
from core.values.truth import Truth
from tests.core.responses.visits_of import ALL_TOLD, CHILD, ON, before_and_now, chart_of, prednisone, sledai
from tests.sample_screenings import catalogue

SLE = "diagnoses: [{is: sle, since: 2020-01}]"
PGA = "pga_sle: {value: 0.2, date: 2026-08-04}"
INFUSED = "infusion: {date: 2026-02-04}"


def derived_of(*lines: str, head: tuple[str, ...] = CHILD) -> dict[str, Finding]:
    seen = all_derived(chart_of(*lines, head=head).as_of(ON), catalogue(), ON)
    return {each.concept: each for each in seen.findings if each.concept in SCORES and each.parts}


def test_a_state_is_a_dated_finding_with_what_it_rests_on() -> None:
    found = derived_of(SLE, f"sledai_2k: {sledai()}", PGA, prednisone("5"), ALL_TOLD)["doris_2021"]
    assert found.value == Coded(frozenset({"met"}))
    assert found.on is not None
    assert found.on.text == "2026-08-04"
    assert set(found.parts) >= {"sledai_2k/1", "pga_sle/1", "treatments/1"}


@pytest.mark.parametrize(
    "more",
    [
        "doris_2021: {value: not_met, date: 2026-08-04}",
        "doris_2021: {value: not_met, date: 2026-08-10}",
        "doris_2021: {value: not_met, date: 2026-08}",
    ],
)
def test_what_was_typed_and_may_be_as_new_stands_alone(more: str) -> None:
    assert "doris_2021" not in derived_of(SLE, f"sledai_2k: {sledai()}", PGA, prednisone("5"), ALL_TOLD, more)


def test_an_older_result_does_not_keep_a_newer_one_away() -> None:
    more = "doris_2021: {value: not_met, date: 2026-05-04}"
    assert "doris_2021" in derived_of(SLE, f"sledai_2k: {sledai()}", PGA, prednisone("5"), ALL_TOLD, more)


def test_what_is_open_is_no_finding_and_a_range_is_its_ends() -> None:
    assert "doris_2021" not in derived_of(SLE, f"sledai_2k: {sledai()}", PGA, prednisone("5"))
    jdm = ("diagnoses: [{is: jdm, since: 2023-05}]", INFUSED, before_and_now("phga_vas", "7 cm", "6 cm"))
    value = derived_of(*jdm)["tis_2016"].value
    assert isinstance(value, Scored)
    assert value.total is not None
    assert (str(value.total.low), str(value.total.high)) == ("7.5", "87.5")
    assert "tis_2016" not in derived_of(*(each for each in jdm if each is not INFUSED))


def test_it_is_made_anew_where_an_input_changes_and_only_for_who_looks() -> None:
    chart = chart_of(SLE, f"sledai_2k: {sledai()}", PGA, prednisone("5"), ALL_TOLD).as_of(ON)
    once = all_derived(chart, catalogue(), ON)
    assert all_derived(once, catalogue(), ON).findings == once.findings
    assert all_derived(chart, catalogue(), ON, None, frozenset({"age"})).of("doris_2021") == ()
    assert all_derived(chart, catalogue(), ON, None, frozenset({"doris_2021"})).of("doris_2021") != ()
    without = replace(chart, findings=tuple(each for each in chart.findings if each.concept != "pga_sle"))
    assert all_derived(without, catalogue(), ON).of("doris_2021") == ()


@pytest.mark.parametrize(("physician", "expected"), [("0.4", Truth.TRUE), ("0.5", Truth.FALSE), ("", Truth.UNKNOWN)])
def test_both_engines_see_it_alike(physician: str, expected: Truth) -> None:
    pga = f"pga_sle: {{value: {physician}, date: 2026-08-04}}" if physician else ""
    chart = chart_of(SLE, f"sledai_2k: {sledai()}", pga, prednisone("5"), ALL_TOLD)
    scope = Scope(catalogue())
    condition, slips = read_sentence("doris_2021 is met", scope)
    assert condition is not None, slips
    seen = all_derived(chart.as_of(ON), catalogue(), ON)
    situation = Situation.on(seen, scope, ON)
    explained = prepared(condition, scope)(situation)
    decided = TRUTH[compile_truth(condition, scope)(moment_of(situation, record_of(seen, catalogue())))]
    assert (explained.truth, decided) == (expected, expected)
    assert ("sledai_2k/1" in explained.evidence) is (expected is not Truth.UNKNOWN)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_entry_does_not_matter(seed: int) -> None:
    scores = f"sledai_2k: [{sledai()}, {sledai('rash', day=ON)}]"
    chart = chart_of(SLE, scores, PGA, prednisone("5"), ALL_TOLD, "ck: {value: 90 U/L, date: 2026-08-04}").as_of(ON)
    mixed = replace(chart, findings=tuple(random.Random(seed).sample(chart.findings, len(chart.findings))))
    first, second = (all_derived(each, catalogue(), ON).of("doris_2021") for each in (chart, mixed))
    assert first == second != ()
