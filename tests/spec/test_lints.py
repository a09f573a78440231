"""Each lint on its smallest case, and on the nearest one that is meant."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from core.catalogue.reading import load_catalogue
from core.criteria.parsing.sentences import read_sentence
from core.criteria.scope import Scope
from core.rule_files.checking import check_rule_file
from core.rule_files.linting import known_lints, lint_all
from core.rule_files.reach import Reach, reach_of
from core.rule_files.reading.whole import read_rule_file
from core.source_text.problem import Problem, Severity

HEAD = """\
format: 1
id: smallest
kind: protocol
version: 1.0.0
state: draft
completeness: full
diseases: [sle]
title: {en: The smallest file}
reviewed: not reviewed by a physician
sources:
  protocol: {title: A protocol, date: 2026-01-01, read: 2026-01-02}
failed_means: [no_response]
"""
AGE = '  - {id: age, text: Adults, require: "age >= 18 years", source: protocol 1}\n'
EXAMPLES = """\
examples:
  - name: somebody
    on: 2026-06-01
    patient: {birth_date: 1990-01-01}
    expect: {screening: {conclusion: not eligible, fails: [FAILS]}}
  - name: somebody else
    on: 2026-06-01
    patient: {birth_date: 1990-01-01}
    expect: {screening: {conclusion: eligible}}
"""


@dataclass(frozen=True, slots=True)
class Case:
    """Lines of a file in which a lint finds something, and lines of the nearest file that is meant."""

    lint: str
    found: str
    meant: str
    words: str = ""
    is_error: bool = False


def inclusion(*lines: str) -> str:
    """Return a file with one further inclusion criterion."""
    return f"{HEAD}inclusion:\n{AGE}{_criterion('it', lines)}{_examples('age, it')}"


def exclusion(*lines: str) -> str:
    """Return a file with one exclusion criterion."""
    return f"{HEAD}inclusion:\n{AGE}exclusion:\n{_criterion('it', lines)}{_examples('age, it')}"


def two(*first: str, second: tuple[str, ...]) -> str:
    """Return a file with two further inclusion criteria."""
    criteria = f"{_criterion('it', first)}{_criterion('second', second)}"
    return f"{HEAD}inclusion:\n{AGE}{criteria}{_examples('age, it, second')}"


def _examples(failing: str) -> str:
    return EXAMPLES.replace("FAILS", failing)


def _criterion(name: str, lines: tuple[str, ...]) -> str:
    has_source = any(line.startswith("source:") for line in lines)
    written = ("text: As said", *lines, *(() if has_source else ("source: protocol 2",)))
    return f"  - id: {name}\n" + "".join(f"    {line}\n" for line in written)


CASES = (
    Case(
        "contradictory",
        inclusion("require: sledai_2k >= 8 and sledai_2k < 6"),
        inclusion("require: sledai_2k >= 8 and sledai_2k < 20"),
        "can never hold together",
    ),
    Case(
        "contradictory",
        inclusion("require: haemoglobin >= 8 g/dL and haemoglobin < 70 g/L"),
        inclusion("require: haemoglobin >= 8 g/dL and haemoglobin < 90 g/L"),
    ),
    Case(
        "contradictory",
        inclusion("require: sledai_2k between 12 and 8"),
        inclusion("require: sledai_2k between 8 and 12"),
        "can never hold",
    ),
    Case(
        "contradictory",
        inclusion("require: sex is female and sex is male"),
        inclusion("require: sex is female or sex is male"),
    ),
    Case("contradictory", inclusion("require: age < 12 years"), inclusion("require: age < 65 years")),
    Case(
        "contradictory",
        exclusion("exclude_if: age >= 12 years"),
        exclusion("exclude_if: age >= 70 years"),
    ),
    Case(
        "contradictory",
        two("require: has sle", second=("require: not has sle",)),
        two("require: has sle", second=("require: not has sle", "at: infusion")),
    ),
    Case(
        "unreachable",
        inclusion("require: sledai_2k >= 8 or sledai_2k >= 10"),
        inclusion("require: sledai_2k >= 8 or sledai_2k >= 10 within 7 days"),
        "'sledai_2k >= 10' can never change",
    ),
    Case(
        "unreachable",
        inclusion("require: has sle and (has sle or has ssc)"),
        inclusion("require: has sle and (has ra or has ssc)"),
    ),
    Case(
        "unreachable",
        inclusion("require: {when: has sle, then: has ra, else: has ra}"),
        inclusion("require: {when: has sle, then: has ra, else: has ssc}"),
    ),
    Case("unreachable", inclusion("require: has sle or has sle"), inclusion("require: has sle or has ssc")),
    Case("always_true", inclusion("require: has sle or not has sle"), inclusion("require: has sle or not has ssc")),
    Case("always_true", inclusion("require: sledai_2k >= 0"), inclusion("require: sledai_2k >= 1")),
    Case(
        "always_true",
        inclusion("require: childbearing_potential is one of (yes, no)"),
        inclusion("require: childbearing_potential is yes"),
    ),
    Case(
        "uncited",
        inclusion("require: has sle", "source: protocol"),
        inclusion("require: has sle", "source: protocol 5.1"),
        "no section",
    ),
    Case(
        "untested", inclusion("require: has sle").replace("age, it]", "age]"), inclusion("require: has sle"), "failing"
    ),
    Case("untested", inclusion("require: has sle").replace("eligible}", "undecided}"), inclusion("require: has sle")),
    Case(
        "untested",
        inclusion("require: has sle").split("examples:", maxsplit=1)[0],
        inclusion("require: has sle"),
        "no worked examples",
    ),
    Case(
        "untested",
        exclusion("exclude_if: has ra").replace("age, it]", "age]"),
        exclusion("exclude_if: {all: [has ra, {not_public: how long}]}").replace("age, it]", "age]"),
    ),
    Case(
        "implausible_limit", inclusion("require: haemoglobin >= 22 g/dL"), inclusion("require: haemoglobin >= 80 g/L")
    ),
    Case(
        "never_met", inclusion("require: haemoglobin >= 80 g/dL"), inclusion("require: haemoglobin >= 80 g/L"), "never"
    ),
    Case("never_met", inclusion("require: sledai_2k >= 106"), inclusion("require: sledai_2k >= 105"), "never"),
    Case("never_met", inclusion("require: any sledai_2k < 0"), inclusion("require: any sledai_2k < 1"), "never"),
    Case("never_met", inclusion("require: karnofsky >= 65"), inclusion("require: karnofsky >= 60"), "no total"),
    Case("equal_to_a_score", inclusion("require: sledai_2k = 8"), inclusion("require: sledai_2k >= 8"), "exactly"),
    Case("equal_to_a_score", inclusion("require: ecog = 1"), inclusion("require: ecog = 0"), "exactly"),
    Case("double_negation", exclusion("exclude_if: not has ra"), exclusion("exclude_if: not age >= 18 years"), "not"),
    Case("double_negation", exclusion("exclude_if: not has ra"), inclusion("require: not has ra"), "not"),
    Case(
        "scale_unsaid",
        inclusion("require: mmt8 < 78"),
        inclusion("require: mmt8 (unilateral) < 78"),
        "several scales: bilateral, unilateral",
    ),
    Case("other_disease", inclusion("require: mrss >= 15"), inclusion("require: sledai_2k >= 8"), "measures ssc"),
    Case(
        "other_disease",
        inclusion("require: sledai_2k >= 8").replace("[sle]", "[ssc]"),
        inclusion("require: sledai_2k >= 8").replace("[sle]", "[lupus_nephritis]"),
    ),
    Case(
        "too_many_asked",
        inclusion("require: {therapy: {at_least: 2, of: [belimumab], counted_if: taken}}"),
        inclusion("require: {therapy: {at_least: 2, of: [immunosuppressants], counted_if: taken}}"),
        "at least 2 are asked, 1 can count",
    ),
    Case(
        "too_many_asked",
        inclusion(
            "require: {therapy: {at_least: 2, of: [methotrexate, azathioprine], counted_if: taken,"
            " count_once: [[methotrexate, azathioprine]]}}"
        ),
        inclusion("require: {therapy: {at_least: 2, of: [methotrexate, azathioprine], counted_if: taken}}"),
    ),
    Case(
        "declared_unused",
        inclusion("require: has sle").replace("failed_means", "windows: {laboratory: 14 days}\nfailed_means"),
        inclusion("require: has sle").replace("failed_means", "windows: {treatment_list: 14 days}\nfailed_means"),
        "'laboratory' is declared under 'windows'",
    ),
    Case(
        "declared_unused",
        inclusion("require: off prednisone").replace("failed_means", "groups: {own: [prednisone]}\nfailed_means"),
        inclusion("require: off own").replace("failed_means", "groups: {own: [prednisone]}\nfailed_means"),
    ),
    Case(
        "other_numbers",
        inclusion("require: sledai_2k >= 8").replace("As said", "SLEDAI-2K at least 6"),
        inclusion("require: sledai_2k >= 8").replace("As said", "SLEDAI-2K at least eight, as of 2019"),
        "the text says 6, the condition 8",
    ),
    Case(
        "other_numbers",
        inclusion("require: received rituximab within 12 weeks").replace("As said", "Rituximab in the last 3 months"),
        inclusion("require: received rituximab within 26 weeks").replace("As said", "Rituximab in the last 6 months"),
    ),
    Case(
        "other_numbers",
        inclusion("require: alt > 3 x ULN").replace("As said", "ALT of at least 3 x ULN"),
        inclusion("require: alt > 3 x ULN").replace("As said", "ALT above 3 times ULN"),
        "the text says >= 3 x, the condition > 3 x ULN",
    ),
    Case(
        "unless_over_several",
        exclusion("exclude_if: any of (alt, ast, bilirubin) > 3 x ULN", "unless: has iim"),
        exclusion("exclude_if: alt > 3 x ULN", "unless: has iim"),
        "alt, ast, bilirubin",
    ),
    Case(
        "unless_over_several",
        inclusion("require: each of (ck, aldolase) >= 1.5 x ULN", "unless: has sle"),
        inclusion("require: any of (ck, aldolase) >= 1.5 x ULN", "unless: has sle"),
    ),
    Case(
        "cut_wording",
        inclusion("require: has sle", "wording: cut"),
        inclusion("require: {any: [has sle, {not_public: the rest}]}", "wording: cut"),
        is_error=True,
    ),
    Case(
        "no_age",
        f"{HEAD}inclusion:\n{_criterion('it', ('require: has sle',))}{_examples('it')}",
        inclusion("require: has sle"),
    ),
    Case(
        "on_and_off",
        two("require: on prednisone", second=("require: off prednisone for 4 weeks",)),
        two("require: on prednisone", second=("require: off prednisone for 4 weeks", "at: leukapheresis")),
        "asks for prednisone",
    ),
    Case(
        "on_and_off",
        two("require: on prednisone", second=("require: off glucocorticoids",)),
        two("require: on glucocorticoids", second=("require: off prednisone",)),
    ),
    Case(
        "assume_absent_on_measurement",
        exclusion("exclude_if: ever had malignancy or hiv is positive", "if_not_recorded: assume absent"),
        exclusion("exclude_if: ever had malignancy", "if_not_recorded: assume absent"),
        is_error=True,
    ),
    Case(
        "class_unlisted",
        inclusion("require: off nothing_here").replace("failed_means", "groups: {nothing_here: []}\nfailed_means"),
        inclusion("require: off nothing_here").replace(
            "failed_means", "groups: {nothing_here: [prednisone]}\nfailed_means"
        ),
    ),
    Case(
        "class_wider",
        inclusion("require: failed b_cell_depleters").replace("As said", "Failed rituximab"),
        inclusion("require: failed b_cell_depleters").replace("As said", "Failed rituximab or another B-cell depleter"),
        "the text names rituximab, 'b_cell_depleters' also takes in",
    ),
    Case(
        "class_wider",
        inclusion("require: off tnf_inhibitors for 4 weeks").replace(
            "As said", "No infliximab or etanercept for 4 weeks"
        ),
        inclusion("require: off infliximab for 4 weeks").replace("As said", "No infliximab for 4 weeks"),
        "infliximab",
    ),
    Case(
        "question_unused",
        inclusion("require: has sle").replace("failed_means", 'questions: {fit: {ask: "Fit?"}}\nfailed_means'),
        inclusion("require: fit is yes").replace("failed_means", 'questions: {fit: {ask: "Fit?"}}\nfailed_means'),
    ),
    Case(
        "judgement_computable",
        inclusion("require: fit is yes").replace(
            "failed_means", 'questions: {fit: {ask: "Is the SLEDAI-2K at least 8?"}}\nfailed_means'
        ),
        inclusion("require: fit is yes").replace(
            "failed_means", 'questions: {fit: {ask: "Is the SLEDAI-2K due to lupus?"}}\nfailed_means'
        ),
        "sledai_2k",
    ),
)


def found_by(lint: str, text: str) -> list[Problem]:
    """Return what one lint finds in a file that is read without error."""
    reading = read_rule_file(text.encode(), "smallest.yaml", load_catalogue())
    assert reading.rule_file is not None, reading.problems
    return [problem for name, run in known_lints() if name == lint for problem in run(reading.rule_file)]


@pytest.mark.parametrize("case", CASES, ids=[f"{index}-{case.lint}" for index, case in enumerate(CASES)])
def test_a_lint_finds_its_case_and_leaves_the_nearest_alone(case: Case) -> None:
    """With its code, its words, a hint, and an error only where the language says so."""
    problems = found_by(case.lint, case.found)
    assert problems
    assert {problem.code for problem in problems} == {case.lint.replace("_", "-")}
    assert all(problem.hint for problem in problems)
    assert {problem.severity for problem in problems} == {Severity.ERROR if case.is_error else Severity.WARNING}
    assert case.words in problems[0].message
    assert found_by(case.lint, case.meant) == []


def test_every_lint_of_the_folder_has_a_case() -> None:
    """A new lint names itself here until it has one."""
    assert {name for name, _ in known_lints()} == {case.lint for case in CASES}


def test_a_clean_file_has_no_remark() -> None:
    """The file of these tests itself is clean, and what a lint finds stands at its words."""
    clean = inclusion("require: sledai_2k >= 8")
    assert check_rule_file(clean.encode(), "smallest.yaml", load_catalogue()).problems == ()
    text = inclusion("require: sledai_2k >= 8 or sledai_2k >= 10")
    check = check_rule_file(text.encode(), "smallest.yaml", load_catalogue())
    assert check.checked is not None
    assert [problem.code for problem in check.checked.warnings] == ["unreachable"]
    line = text.splitlines()[check.problems[0].span.line - 1]
    assert line[check.problems[0].span.column - 1 : check.problems[0].span.end - 1] == "sledai_2k >= 10"


def test_an_error_of_a_lint_stops_the_file() -> None:
    """What the language calls an error is one."""
    text = inclusion("require: has sle", "wording: cut")
    assert check_rule_file(text.encode(), "smallest.yaml", load_catalogue()).checked is None


def test_remarks_come_in_the_order_of_the_file() -> None:
    """Once each, first lines first."""
    text = two("require: has sle or has sle", second=("require: sledai_2k >= 0",))
    reading = read_rule_file(text.encode(), "smallest.yaml", load_catalogue())
    assert reading.rule_file is not None
    assert [problem.code for problem in lint_all(reading.rule_file)] == ["unreachable", "always-true"]


@pytest.mark.parametrize(
    ("sentence", "reach"),
    [("has sle", Reach()), ("not has sle", Reach()), ("has sle and has ra", Reach())],
)
def test_a_sentence_can_become_both(sentence: str, reach: Reach) -> None:
    """Only what is not public keeps a condition from a verdict."""
    node, _ = read_sentence(sentence, Scope(load_catalogue()))
    assert node is not None
    assert reach_of(node) == reach
