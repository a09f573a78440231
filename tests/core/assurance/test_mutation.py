"""Mutants: each word of a condition is changed, what says the same is known, what no example notices is noticed."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.assurance.mutation.changing import changes, rooms
from core.assurance.mutation.equivalence import is_same
from core.assurance.mutation.judging import judge_mutants
from core.catalogue.reading import load_catalogue
from core.chart.reading.whole import chart_from_tree
from core.criteria.nodes import Condition
from core.criteria.scope import Scope
from core.rule_files.checking import CheckedRuleFile, check_rule_file
from core.rule_files.compiling import compile_rule_file
from core.screening.screening import screen
from core.use_cases.mutate_files import mutate_file, patients_for, write_patients

HEAD = """format: 1
id: small
kind: protocol
version: 0.1.0
state: draft
completeness: partial
missing: [the rest]
diseases: [sle]
title: A small file
reviewed: not reviewed by a physician
sources: {{registry: {{title: Registry entry, date: 2026-01-15, read: 2026-02-01}}}}
groups: {{ours: [tacrolimus, ciclosporin]}}
inclusion:
  - id: lone
    text: The only one
    {condition}
    source: registry 1
examples:
  - name: everything known
    on: 2026-06-01
    patient:
      birth_date: 1990-02-11
      diagnoses: [{{is: sle, since: 2014-01-01}}]
      diagnoses_complete: {{since: 1990-02-11, as_of: 2026-05-30}}
      events: []
      events_complete: {{since: 1990-02-11, as_of: 2026-05-30}}
      treatments: []
      treatments_complete: {{since: 1990-02-11, as_of: 2026-05-30}}
      sledai_2k: {{value: 14, date: 2026-05-20}}
    expect: {{screening: {{deferred: []}}}}
"""


def checked(condition: str) -> CheckedRuleFile:
    text = HEAD.format(condition=condition)
    check = check_rule_file(text.encode(), "small.yaml", load_catalogue())
    assert check.checked is not None, check.problems
    return check.checked


def parsed(sentence: str) -> tuple[Condition, Scope]:
    file = checked(f'require: "{sentence}"')
    return file.rule_file.criteria[0].condition, file.scope


CHANGED = {
    "sledai_2k >= 8": {"limits": 2, "operators": 2},
    "age between 18 years and 65 years": {"durations": 4, "operators": 2},
    "ana_titre >= 1:80": {"limits": 2, "operators": 2},
    "alt <= 3 x ULN": {"limits": 2, "operators": 2},
    "sledai_2k >= 8 within 28 days before screening": {"limits": 2, "operators": 2, "durations": 2, "anchors": 1},
    "has infection or has ssc": {"connectives": 1, "members": 2},
    "not has infection": {"negations": 1},
    "ever had any of (stroke, malignancy)": {"connectives": 1, "members": 2},
    "at least 2 of (fvc_percent, tlc_percent, dlco_percent) < 70 %": {
        "counts": 2, "members": 3, "limits": 2, "operators": 2,
    },
    "nyha is one of (III, IV)": {"members": 2, "negations": 1},
    "received rituximab within 26 weeks before leukapheresis": {"durations": 2, "anchors": 1, "counts": 1},
    "off each of (tacrolimus, ciclosporin) for 4 weeks before enrolment": {"members": 2, "durations": 3, "anchors": 1},
    "time since ssc_diagnosis <= 7 years": {"durations": 2, "operators": 2},
}  # fmt: skip
"""For each kind of sentence how many changes of each kind there are."""


@pytest.mark.parametrize("sentence", CHANGED)
def test_each_word_is_changed(sentence: str) -> None:
    condition, scope = parsed(sentence)
    found: dict[str, int] = {}
    for kind, changed in changes(condition, scope):
        found[kind] = found.get(kind, 0) + 1
        assert changed != condition
    assert found == CHANGED[sentence]


def test_every_room_is_walked_to() -> None:
    assert {name for counts in CHANGED.values() for name in counts} == {name for name, _ in rooms()}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("has any of (sle, lupus_nephritis)", "has sle", True),
        ("has sle", "has lupus_nephritis", False),
        ("off each of (ours, tacrolimus)", "off each of (tacrolimus, ciclosporin)", True),
        ("any of (alt, ast) > 40 U/L", "each of (alt, ast) > 40 U/L", False),
        ("has sle and has ssc", "has ssc and has sle", True),
        ("has sle or has ssc", "has ssc and has sle", False),
    ],
)
def test_what_says_the_same_is_known(one: str, other: str, *, same: bool) -> None:
    left, scope = parsed(one)
    right, _ = parsed(other)
    assert is_same(left, right, scope) is same


NOTICED = (
    "require: sledai_2k >= 8 within 28 days before screening",
    "require: age between 18 years and 65 years",
    "require: not ever had any of (stroke, malignancy)",
    "require: received rituximab within 26 weeks before screening",
    "require: off each of (tacrolimus, ciclosporin) for 4 weeks before screening",
    "require: nyha is one of (III, IV)",
    "require: each of (alt, ast) <= 3 x ULN",
    "require: sledai_2k without (lupus_headache, cva) >= 8",
    "require: glucocorticoid_dose <= 20 mg/day",
    "require: latest renal_biopsy shows (class includes one of (III, IV)) within 12 months",
    "require: bilag_2004 is one of (A, B) in at least 2 domains",
)


@pytest.mark.parametrize("condition", NOTICED)
def test_the_patients_made_notice_nearly_everything(condition: str, tmp_path: Path) -> None:
    """Written into the file they hold, and nothing else of it has moved."""
    path = tmp_path / "small.yaml"
    before = HEAD.format(condition=condition).encode()
    path.write_bytes(before)
    catalogue = load_catalogue()
    file = mutate_file(path, catalogue)
    found = patients_for(file, catalogue)
    assert found
    assert write_patients(file, found, catalogue) == ()
    assert path.read_bytes().startswith(before)
    after = mutate_file(path, catalogue)
    assert after.problems == ()
    assert after.verdicts is not None
    assert after.verdicts.score >= 0.9, [mutant.now for mutant in after.verdicts.survivors]


def test_a_mutant_is_judged_as_the_file_with_the_change_would_be() -> None:
    """What the bench says of a mutant is what screening the example with the changed file says."""
    catalogue = load_catalogue()
    compiled = compile_rule_file(checked("require: sledai_2k >= 14 and not has infection"))
    verdicts = judge_mutants(compiled, catalogue)
    example = compiled.checked.rule_file.examples[0]
    assert verdicts.noticed == ()
    chart = chart_from_tree(example.patient, "", catalogue, [], example.on)
    words = {screen(each.file, chart, example.on).conclusion.word for each in verdicts.survivors}
    assert len(words) > 1
