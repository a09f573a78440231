"""What is written once for a whole file means what it means written out: limits, defaults, windows, promises."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.catalogue.reading import load_catalogue
from core.criteria.printing.told import bare
from core.rule_files.checking import check_rule_file
from core.rule_files.reading.whole import read_rule_file
from core.rule_files.rule_file import Criterion, RuleFile
from core.source_text.problem import NOWHERE

HEAD = """\
format: 1
id: short
kind: protocol
version: 1.0.0
state: draft
completeness: full
diseases: [sle]
title: {en: Short}
reviewed: not reviewed by a physician
sources:
  protocol: {title: A protocol, date: 2026-01-01, read: 2026-01-02}
failed_means: [no_response]
"""


def read(text: str) -> RuleFile:
    """Return a file that reads without error."""
    reading = read_rule_file(text.encode(), "short.yaml", load_catalogue())
    assert reading.rule_file is not None, reading.problems
    return reading.rule_file


def criteria(text: str) -> tuple[Criterion, ...]:
    """Return the criteria of a file, wherever they stand in it."""
    return tuple(replace(each, span=NOWHERE) for each in read(text).all_criteria)


def inclusion(*lines: str) -> str:
    return "inclusion:\n" + "".join(f"  {line}\n" for line in lines)


@pytest.mark.parametrize(
    ("short", "long"),
    [
        (
            "limits: {upper_age: 70 years}\n"
            + inclusion("- id: age", '  text: "Age to {upper_age}"', "  require: age <= upper_age",
                        "  source: protocol 1"),
            inclusion("- id: age", "  text: Age to 70", "  require: age <= 70 years", "  source: protocol 1"),
        ),
        (
            "limits: {most: {is: 2.5 x ULN, since: 2026-05-01, before: 2 x ULN}, back: 28 days}\n"
            + inclusion(
                "- id: liver",
                '  text: "ALT and AST up to {most} x ULN in {back} days"',
                "  require: alt <= most within back and ast <= most within back",
                "  source: protocol 1",
            ),
            inclusion(
                "- id: liver",
                "  text: ALT and AST up to 2.5 x ULN in 28 days",
                "  require: alt <= 2.5 x ULN within 28 days and ast <= 2.5 x ULN within 28 days",
                "  source: protocol 1",
            ),
        ),
        (
            "default: {source: protocol 3, wording: summary, at: infusion}\n"
            + inclusion("- {id: uno, text: One, require: has sle}", "- id: two", "  text: Two",
                        "  require: has ra", "  wording: cut", "  at: screening", "  source: protocol 4"),
            inclusion("- id: uno", "  text: One", "  require: has sle", "  source: protocol 3", "  wording: summary",
                      "  at: infusion", "- id: two", "  text: Two", "  require: has ra", "  wording: cut",
                      "  at: screening", "  source: protocol 4"),
        ),
        (
            "results: within 28 days before screening\n"
            + inclusion("- id: both", "  text: Both",
                        "  require: (sledai_2k >= 8 or ana is positive) and not crp > 5 mg/L",
                        "  source: protocol 1"),
            inclusion(
                "- id: both",
                "  text: Both",
                "  require: >-",
                "    (sledai_2k >= 8 within 28 days before screening or",
                "    ana is positive within 28 days before screening)",
                "    and not crp > 5 mg/L within 28 days before screening",
                "  source: protocol 1",
            ),
        ),
        (
            "results: within 28 days before screening\n"
            + inclusion(
                "- id: kept",
                "  text: Kept",
                "  require: >-",
                "    age >= 18 years and sex is female and crp <= 5 mg/L within 7 days and ever hiv is negative",
                "    and first sledai_2k >= 8 and has sle",
                "  source: protocol 1",
            ),
            inclusion(
                "- id: kept",
                "  text: Kept",
                "  require: >-",
                "    age >= 18 years and sex is female and crp <= 5 mg/L within 7 days and ever hiv is negative",
                "    and first sledai_2k >= 8 and has sle",
                "  source: protocol 1",
            ),
        ),
        (
            inclusion("- id: signed", "  text: Signed", "  formality: consent by patient or guardian",
                      "  source: protocol 1"),
            inclusion("- id: signed", "  text: Signed", "  formality: consent", "  given_by: patient or guardian",
                      "  source: protocol 1"),
        ),
        (
            inclusion("- id: promised", "  text: Promised",
                      "  commitment: Contraception from screening until infusion + 12 months", "  source: protocol 1"),
            inclusion("- id: promised", "  text: Promised", "  commitment: Contraception", "  from: screening",
                      "  until: infusion + 12 months", "  source: protocol 1"),
        ),
    ],
    ids=["limit", "limits-of-values-and-windows", "default", "results", "results-kept", "consent", "promise"],
)  # fmt: skip
def test_the_short_form_means_the_long_one(short: str, long: str) -> None:
    assert criteria(HEAD + short) == criteria(HEAD + long)


def test_a_title_needs_no_language() -> None:
    text = HEAD + inclusion("- {id: age, text: Age, require: has sle, source: protocol 1}")
    assert read(text.replace("title: {en: Short}", "title: Short\nshort: S")).title == {"en": "Short"}


def test_a_limit_is_said_in_every_language() -> None:
    """The number with the decimal sign of the language; the words around it are the author's."""
    lines = ("- id: liver", "  text:", '    en: "Up to {most} x ULN"', '    de: "Bis {most} x OGN"')
    text = f"{HEAD}limits: {{most: 2.5 x ULN}}\n" + inclusion(*lines, "  require: alt <= most", "  source: protocol 1")
    rule_file = read(text)
    assert rule_file.criteria[0].text == "Up to 2.5 x ULN"
    assert bare(rule_file.criteria[0].text, rule_file.scope, "de") == "Bis 2,5 × OGN"


def test_an_amendment_of_a_limit_changes_condition_text_and_example() -> None:
    """One line is changed, and everything that names it follows."""
    text = (
        f"{HEAD}limits: {{lower_lvef: 45 %}}\n"
        + inclusion(
            "- id: heart",
            '  text: "LVEF at least {lower_lvef} %"',
            "  require: lvef >= lower_lvef",
            "  source: protocol 1",
        )
        + "examples:\n"
        "  - name: just enough\n"
        "    on: 2026-06-01\n"
        '    patient: {birth_date: 1990-01-01, lvef: {value: "{lower_lvef} %", date: 2026-05-20}}\n'
        "    expect: {screening: {conclusion: eligible}}\n"
    )
    before, after = read(text), read(text.replace("45 %", "50 %"))
    assert (before.criteria[0].text, after.criteria[0].text) == ("LVEF at least 45 %", "LVEF at least 50 %")
    assert before.criteria[0].condition != after.criteria[0].condition
    assert "50 %" in str(after.examples[0].patient)


@pytest.mark.parametrize(
    ("written", "marked", "code"),
    [
        ("limits: {age: 70 years}", "age", "name"),
        ("limits: {within: 70 years}", "within", "name"),
        ("limits: {upper_age: seventy}", "seventy", "limit"),
        ("limits: {protocol: 70 years}", "protocol", "name"),
        ("results: within 5 half-lives", "", "window"),
        ("results: 28 days", "28", "syntax"),
        ("default: {wordin: cut}", "wordin", "unknown-key"),
    ],
)
def test_a_slip_is_told_at_its_place(written: str, marked: str, code: str) -> None:
    text = f"{HEAD}{written}\n" + inclusion("- {id: age, text: Age, require: has sle, source: protocol 1}")
    (problem,) = read_rule_file(text.encode(), "short.yaml", load_catalogue()).problems
    line = text.splitlines()[problem.span.line - 1]
    assert problem.code == code
    assert problem.hint
    assert not marked or line[problem.span.column - 1 : problem.span.end - 1] == marked


def test_a_problem_in_a_value_points_at_the_name_of_the_limit() -> None:
    text = f"{HEAD}limits: {{most: 200 umol/l}}\n" + inclusion(
        "- id: kidney", "  text: Kidney", "  require: creatinine <= most", "  source: protocol 1"
    )
    (problem,) = read_rule_file(text.encode(), "short.yaml", load_catalogue()).problems
    line = text.splitlines()[problem.span.line - 1]
    assert line[problem.span.column - 1 :].startswith("most")
    assert "200 umol/L" in problem.hint


def test_an_unknown_limit_in_a_text_is_told() -> None:
    text = f"{HEAD}limits: {{most: 2 mg/dL}}\n" + inclusion(
        "- id: kidney", '  text: "Up to {mots}"', "  require: creatinine <= most", "  source: protocol 1"
    )
    problems = check_rule_file(text.encode(), "short.yaml", load_catalogue()).problems
    assert [problem.code for problem in problems if problem.is_error] == ["unknown-name"]


def test_the_keys_of_a_promise_win_over_its_sentence() -> None:
    """What is written as a key is not cut out of the words, and only decision points make a sentence of days."""
    keys = ("  from: screening", "  until: infusion + 12 months", "  source: protocol 1")
    words = "Not to drive from infusion until leukapheresis"
    (kept,) = criteria(HEAD + inclusion("- id: it", "  text: It", f"  commitment: {words}", *keys))
    assert (kept.from_text, kept.until_text) == ("screening", "infusion + 12 months")
    rule_file = read(HEAD + inclusion("- id: it", "  text: It", f"  commitment: {words}", *keys))
    assert rule_file.scope is not None
    assert rule_file.scope.questions["it"].ask == words
    undated = HEAD + inclusion(
        "- id: it", "  text: It", "  commitment: Not to drive from home until discharge", "  source: protocol 1"
    )
    problems = read_rule_file(undated.encode(), "short.yaml", load_catalogue()).problems
    assert [problem.code for problem in problems] == ["missing-key"]


def test_a_promise_in_two_languages_keeps_its_translation() -> None:
    lines = ("- id: it", "  text: It", "  commitment:", "    en: Contraception from screening until infusion",
             "    de: Verhuetung vom Screening bis zur Infusion", "  source: protocol 1")  # fmt: skip
    rule_file = read(HEAD + inclusion(*lines))
    assert rule_file.scope is not None
    ask = rule_file.scope.questions["it"].ask
    assert bare(ask, rule_file.scope, "de") == "Verhuetung vom Screening bis zur Infusion"
    assert (rule_file.criteria[0].from_text, rule_file.criteria[0].until_text) == ("screening", "infusion")


def test_limits_that_are_no_limits_are_told() -> None:
    text = f"{HEAD}limits: [upper_age]\n" + inclusion("- {id: age, text: Age, require: has sle, source: protocol 1}")
    (problem,) = read_rule_file(text.encode(), "short.yaml", load_catalogue()).problems
    assert "wanted: keys with values" in problem.message
