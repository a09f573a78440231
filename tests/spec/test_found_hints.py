"""What is said of slips and of doubtful rules: inputs that once misled, each with what a hint must and must not say.

``found/hints.yaml``: a line of a rule file or a patient file, or a whole rule file. ``found/doubts.yaml``: a criterion,
or a line of the head, that is warned of, or that nothing is said of.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
import yaml

from core.catalogue.reading import load_catalogue
from core.chart.reading.whole import read_patient
from core.rule_files.checking import check_rule_file, seen_on
from core.source_text.problem import Problem
from tests.spec.test_found import names, read

Row = Mapping[str, Any]
HEAD = """\
format: 1
id: p
kind: protocol
fictional: yes
version: 1.0.0
state: active
recruitment: {status: fictional, seen: 2026-01-01}
completeness: full
diseases: [sle, ssc, iim]
language: en
title: {en: Row}
effective: {from: 2020-01-01}
maintainers: [A]
reviewed: not reviewed by a physician
sources:
  s: {title: T, date: 2026-01-01, read: 2026-01-01}
inclusion:
  - id: age
    text: Adults
    require: age >= 18 years
    source: s 1
"""
PATIENT = "format: 1\nid: x\nbirth_date: 1990-02-11\nsex: female\n"
TODAY = date(2026, 11, 20)
TAKEN = "TAKEN"
OF_THE_SMALLNESS = "untested"
"""The one remark that each of these files earns by having no examples."""

HINTS, DOUBTS = read("hints.yaml"), read("doubts.yaml")


def problems_of(text: str) -> list[Problem]:
    """Return what a check of a rule file says, but for its lack of examples."""
    check = seen_on(check_rule_file(text.encode(), "p.yaml", load_catalogue()), TODAY)
    return [problem for problem in check.problems if problem.code != OF_THE_SMALLNESS]


def of_row(row: Row) -> list[Problem]:
    """Return what is said of the line or file of a row."""
    if row["where"] == "whole rule file":
        return problems_of(row["text"])
    line = row["line"].strip()
    if row["where"] == "patient file":
        diagnosed = "" if "diagnoses" in line else "diagnoses: [{is: sle}]\n"
        return list(read_patient(f"{PATIENT}{diagnosed}{line}\n".encode(), "x.yaml", load_catalogue(), TODAY)[1])
    written = f"\n{line}".replace("\n", "\n      ") if "\n" in line else yaml.safe_dump(line, width=1000).strip()
    written = written.removesuffix("\n...")
    return problems_of(f"{HEAD}  - id: row\n    text: Row\n    require: {written}\n    source: s 2\n")


@pytest.mark.parametrize("row", HINTS, ids=names(HINTS))
def test_a_hint_says_what_is_meant_and_nothing_else(row: Row) -> None:
    right = row["right"]
    problems = of_row(row)
    errors = [problem for problem in problems if problem.is_error]
    said = " ".join(f"{problem.message} {problem.hint}" for problem in problems)
    if errors or "at_line" in right:
        assert re.search(right.get("must_say", ""), said), said
    assert "must_not_say" not in right or not re.search(right["must_not_say"], said), said
    assert len(errors) == int(right.get("problems", len(errors))), problems
    assert "at_line" not in right or right["at_line"] in {str(problem.span.line) for problem in problems}, problems


@pytest.mark.parametrize("row", DOUBTS, ids=names(DOUBTS))
def test_a_doubt_is_said_and_no_other(row: Row) -> None:
    if "criterion" in row:
        criterion = row["criterion"].strip().replace("\n", "\n    ")
        section = "exclusion:\n" if "exclude_if" in criterion else ""
        text = f"{HEAD}{section}  - {criterion}\n"
    else:
        text = HEAD
        for key, value in row["head"].items():
            text = re.sub(rf"(?m)^( *){key}: .*$", rf"\1{key}: {value}", text)
    problems = problems_of(text)
    assert len(problems) == (row["right"] == "warned"), problems
    assert all(problem.hint and not problem.is_error for problem in problems)
