"""The protocols and programmes that ship: every item of the record cited, every criterion shown both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from core.assurance.examples import ExampleRun, run_examples
from core.catalogue.reading import load_catalogue
from core.criteria.nodes import Condition, NotPublic, walk
from core.rule_files.checking import Check, check_rule_file
from core.rule_files.compiling import compile_rule_file
from core.rule_files.rule_file import Criterion, Form, RuleFile, RuleKind
from core.screening.judgements import Verdict
from core.use_cases.load_rules import rule_paths, shipped_places

CRITERIA = {
    "example-sle-cart-01": 24,
    "hospital-exemption": 15,
    "nct05765006": 8,
    "nct05798117": 8,
    "nct05869955": 14,
    "nct05938725": 9,
    "nct06010472": 11,
    "nct06038474": 6,
    "nct06152172": 6,
    "nct06154252": 15,
    "nct06189157": 21,
    "nct06208280": 20,
    "nct06222853": 26,
    "nct06255028": 7,
    "nct06265220": 3,
    "nct06308978": 12,
    "nct06310811": 24,
    "nct06328777": 13,
    "nct06333483": 8,
    "nct06342960": 5,
    "nct06347718": 17,
    "nct06373081": 12,
    "nct06429800": 4,
    "nct06434363": 11,
    "nct06465147": 12,
    "nct06503224": 17,
    "nct06513429": 5,
    "nct06569472": 10,
    "nct06613360": 9,
    "nct06613490": 11,
    "nct06665256": 12,
    "nct06675422": 8,
    "nct06685042": 10,
    "nct06686524": 4,
    "nct06691152": 24,
    "nct06733935": 10,
    "nct06792344": 22,
    "nct06839976": 9,
    "nct06892145": 9,
    "nct06916806": 11,
    "nct06920433": 8,
    "nct06941129": 9,
    "nct06947473": 8,
    "nct06983964": 8,
    "nct07015983": 11,
    "nct07038447": 6,
    "nct07053800": 6,
    "nct07085676": 9,
    "nct07089121": 9,
    "nct07233642": 12,
    "nct07339332": 8,
    "nct07355972": 9,
    "nct07432334": 12,
}
"""How many criteria each file holds; an item of a record may be several."""

ITEMS = {
    "nct05765006": (6, 1),
    "nct05798117": (7, 0),
    "nct05869955": (9, 5),
    "nct05938725": (6, 3),
    "nct06010472": (6, 2),
    "nct06038474": (3, 3),
    "nct06152172": (3, 0),
    "nct06154252": (8, 7),
    "nct06189157": (9, 4),
    "nct06208280": (5, 1),
    "nct06222853": (8, 10),
    "nct06255028": (5, 1),
    "nct06265220": (1, 0),
    "nct06308978": (6, 5),
    "nct06310811": (5, 1),
    "nct06328777": (4, 7),
    "nct06333483": (4, 1),
    "nct06342960": (4, 0),
    "nct06347718": (7, 0),
    "nct06373081": (7, 0),
    "nct06429800": (2, 0),
    "nct06434363": (6, 0),
    "nct06465147": (12, 0),
    "nct06503224": (3, 1),
    "nct06513429": (4, 0),
    "nct06569472": (7, 0),
    "nct06613360": (6, 0),
    "nct06613490": (5, 1),
    "nct06665256": (4, 7),
    "nct06675422": (7, 0),
    "nct06685042": (5, 0),
    "nct06686524": (7, 0),
    "nct06691152": (8, 9),
    "nct06733935": (9, 0),
    "nct06792344": (7, 2),
    "nct06839976": (10, 0),
    "nct06892145": (6, 0),
    "nct06916806": (7, 0),
    "nct06920433": (6, 0),
    "nct06941129": (5, 0),
    "nct06947473": (5, 0),
    "nct06983964": (4, 0),
    "nct07015983": (4, 7),
    "nct07038447": (5, 0),
    "nct07053800": (4, 1),
    "nct07085676": (7, 0),
    "nct07089121": (5, 4),
    "nct07233642": (8, 0),
    "nct07339332": (6, 0),
    "nct07355972": (7, 0),
    "nct07432334": (7, 0),
}
"""How many inclusion and exclusion items our excerpt of each record holds."""

ONE_WAY = {
    ("nct05765006", "severe_nephritis"): Verdict.PASSES,
    ("nct05869955", "iim_activity"): Verdict.PASSES,
    ("nct06152172", "activity"): Verdict.FAILS,
    ("nct06152172", "subtype"): Verdict.FAILS,
    ("nct06154252", "juvenile_active"): Verdict.PASSES,
    ("nct06265220", "disease"): Verdict.FAILS,
    ("nct06265220", "refractory"): Verdict.PASSES,
    ("nct06308978", "on_mmf"): Verdict.PASSES,
    ("nct06308978", "refractory"): Verdict.PASSES,
    ("nct06310811", "crisis"): Verdict.FAILS,
    ("nct06310811", "high_dose"): Verdict.FAILS,
    ("nct06310811", "live_vaccine"): Verdict.FAILS,
    ("nct06328777", "early_active"): Verdict.PASSES,
    ("nct06342960", "antibody"): Verdict.FAILS,
    ("nct06347718", "immunosuppressants_stopped"): Verdict.FAILS,
    ("nct06434363", "biopsy"): Verdict.PASSES,
    ("nct06503224", "sle_antibody"): Verdict.FAILS,
    ("nct06685042", "bilag"): Verdict.FAILS,
    ("nct06685042", "pregnancy_test"): Verdict.FAILS,
    ("nct06792344", "other_trial"): Verdict.FAILS,
    ("nct06839976", "kidney"): Verdict.PASSES,
    ("nct06920433", "indices"): Verdict.PASSES,
    ("nct07038447", "refractory"): Verdict.PASSES,
}
"""Criteria of which a part is not public, so that no patient can show this verdict."""

PATHS = {path.stem: path for path in rule_paths(shipped_places())}


@cache
def checked(rule_id: str) -> Check:
    """Return the check of one shipped file."""
    path: Path = PATHS[rule_id]
    return check_rule_file(path.read_bytes(), path.name, load_catalogue())


def rule_file(rule_id: str) -> RuleFile:
    """Return one shipped file, which must be free of errors."""
    found = checked(rule_id).checked
    assert found is not None, checked(rule_id).problems
    return found.rule_file


@cache
def runs(rule_id: str) -> tuple[ExampleRun, ...]:
    """Return the examples of one file, run."""
    found = checked(rule_id).checked
    assert found is not None, checked(rule_id).problems
    return run_examples(compile_rule_file(found), load_catalogue())


def criteria(rule_id: str) -> Mapping[str, Criterion]:
    """Return the criteria of a file by id; a block used in two cohorts counts once."""
    return {criterion.id: criterion for criterion in rule_file(rule_id).all_criteria}


def conditions(criterion: Criterion) -> Iterator[Condition]:
    """Yield every node of a criterion."""
    for condition in (criterion.condition, criterion.applies_when, criterion.unless):
        if condition is not None:
            yield from walk(condition)


def verdicts(rule_id: str) -> Mapping[str, set[Verdict]]:
    """Return the verdicts that the examples show of each criterion where it applies."""
    found: dict[str, set[Verdict]] = defaultdict(set)
    for run in runs(rule_id):
        for part in run.screening.cohorts or (run.screening.best,):
            for judgement in part.judgements:
                if not judgement.does_not_apply:
                    found[judgement.criterion.id].add(judgement.verdict)
    return found


every_file = pytest.mark.parametrize("rule_id", sorted(PATHS))
every_record = pytest.mark.parametrize("rule_id", sorted(ITEMS))


def test_the_tables_name_every_file() -> None:
    """A new file needs its lines in the tables of this test."""
    assert set(PATHS) == set(CRITERIA)
    assert {rule_id for rule_id in PATHS if rule_id.startswith("nct")} == set(ITEMS)


@every_file
def test_the_file_has_no_problem(rule_id: str) -> None:
    """Neither an error nor a warning of a lint."""
    assert checked(rule_id).problems == ()
    assert rule_file(rule_id).id == rule_id


@every_file
def test_the_criteria_are_all_there(rule_id: str) -> None:
    """The number of criteria is known."""
    assert len(criteria(rule_id)) == CRITERIA[rule_id]


@every_record
def test_every_item_of_the_record_is_cited(rule_id: str) -> None:
    """No item of a record was left out on the way to its file."""
    sections = {citation.section for each in criteria(rule_id).values() for citation in each.citations}
    inclusions, exclusions = ITEMS[rule_id]
    wanted = {f"inclusion {number}" for number in range(1, inclusions + 1)}
    wanted |= {f"exclusion {number}" for number in range(1, exclusions + 1)}
    numbered = {section for section in sections if section[-1:].isdigit()}
    assert numbered == wanted


@every_file
def test_every_source_is_used(rule_id: str) -> None:
    """A source nobody cites is a slip of the pen."""
    cited = {citation.source for each in criteria(rule_id).values() for citation in each.citations}
    assert cited == set(rule_file(rule_id).sources)


@every_file
def test_the_head_is_honest(rule_id: str) -> None:
    """Active and not reviewed; what is not public is named; only the example is fictional and full."""
    head = rule_file(rule_id)
    is_example = rule_id == "example-sle-cart-01"
    assert head.state == "active"
    assert head.is_fictional == is_example
    assert head.is_full == is_example
    assert is_example or (head.review.by == "" and head.missing)
    assert {"en", "de"} <= set(head.title)
    if head.kind is RuleKind.PROTOCOL and not is_example:
        assert head.registry["nct"].lower() == rule_id


@every_file
def test_cut_wording_has_a_part_that_is_not_public(rule_id: str) -> None:
    """Where the wording is cut, a part of the criterion stays unknown."""
    for criterion in criteria(rule_id).values():
        if criterion.wording == "cut":
            assert any(isinstance(node, NotPublic) for node in conditions(criterion)), criterion.id


@every_file
def test_the_examples_hold(rule_id: str) -> None:
    """Every expectation of every example."""
    assert [problem.message for run in runs(rule_id) for problem in run.problems] == []


@every_file
def test_every_criterion_is_shown_both_ways(rule_id: str) -> None:
    """For each computed criterion one example where it passes and one where it fails."""
    seen = verdicts(rule_id)
    for criterion in criteria(rule_id).values():
        if criterion.form is not Form.CONDITION:
            continue
        wanted = {Verdict.PASSES, Verdict.FAILS}
        impossible = ONE_WAY.get((rule_id, criterion.id))
        if impossible is not None:
            assert any(isinstance(node, NotPublic) for node in conditions(criterion))
            assert impossible not in seen[criterion.id]
            wanted = (wanted - {impossible}) | {Verdict.UNKNOWN}
        assert wanted <= seen[criterion.id], criterion.id


def test_a_question_of_two_files_is_the_same_question() -> None:
    """Answers are kept by the id of the question, so one id is one wording."""
    asked: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for rule_id in PATHS:
        scope = rule_file(rule_id).scope
        assert scope is not None
        promises = {each.id: (each.from_text, each.until_text) for each in criteria(rule_id).values()}
        for question in scope.questions.values():
            asked[question.id].add((question.ask, *promises.get(question.id, ("", ""))))
    assert {name: words for name, words in asked.items() if len(words) > 1} == {}


def test_a_consent_belongs_to_one_file() -> None:
    """A consent to one trial must never be read as one to another."""
    holders: dict[str, list[str]] = defaultdict(list)
    for rule_id in PATHS:
        for criterion in criteria(rule_id).values():
            if criterion.form is Form.FORMALITY:
                holders[criterion.id].append(rule_id)
    assert all(len(files) == 1 for files in holders.values())
