"""Inputs that once came out wrong (and some that must stay right), each with the right answer and the reason.

``found/conclusions.yaml``: a patient file, a day, a rule file, its conclusion. ``found/sentences.yaml``: a condition, a
small chart, a day, its truth. A row whose mend is forgotten fails here by its own words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from core.engine.deciding.asking import decided
from core.exchange.answer import screening_answer
from core.language.phrases import Phrases
from core.rule_files.compiling import CompiledRuleFile
from core.screening.screening import Screening, screen
from core.source_text.fields import fields_of
from core.source_text.problem import NOWHERE, Problem
from core.source_text.reading import read_text
from core.source_text.tree import Mapping, Scalar, Tree
from core.use_cases.load_rules import LoadedRules, load_rules, rule_paths
from core.wording.listing import file_row
from tests.sample_screenings import catalogue, rules
from tests.spec.asking import Asked
from tests.spec.engines import ENGINES
from tests.spec.tables import NOTHING, Expectation, Row, merged

FOUND = Path(__file__).parent / "found"
Written = dict[str, Any]


def read(name: str) -> list[Written]:
    """Return the rows of a file, every scalar as text: yes and no are words here."""
    found: list[Written] = yaml.load((FOUND / name).read_text("utf-8"), Loader=yaml.BaseLoader)
    return found


def names(rows: list[Written]) -> Iterator[str]:
    counts: dict[str, int] = {}
    for row in rows:
        counts[row["kind"]] = counts.get(row["kind"], 0) + 1
        yield f"{row['kind']}-{counts[row['kind']]}"


CONCLUSIONS, SENTENCES = read("conclusions.yaml"), read("sentences.yaml")


# --- conclusions


@dataclass(frozen=True, slots=True)
class Judged:
    """What came out: the answer as JSON has it, and the words of the row in the list."""

    answer: Written
    head: str


@cache
def library(path: str) -> LoadedRules:
    found = load_rules(rule_paths((FOUND / path,)), catalogue())
    assert not [problem for problem in found.problems if problem.is_error]
    return found


@cache
def chart(path: str, on: date) -> tuple[Chart | None, tuple[Problem, ...]]:
    return read_patient((FOUND / path).read_bytes(), path, catalogue(), on)


def judged(row: Written) -> Judged | None:
    on = date.fromisoformat(row["on"])
    files = rules() if "rules" not in row else library(row["rules"])
    compiled = files.by_id(row["file"])
    assert compiled is not None
    found, _ = chart(row["patient"], on)
    return None if found is None else told(screen(compiled, found, on), compiled)


def told(screening: Screening, compiled: CompiledRuleFile) -> Judged:
    phrases = Phrases("en")
    row = file_row(screening, compiled, phrases)
    return Judged(screening_answer(screening, compiled, phrases), f"{row.word} / {row.rest} / {row.way} / {row.below}")


def wrong(row: Written) -> Iterator[str]:
    """Yield in which respects the answer is not the right one."""
    right, found = row["right"], judged(row)
    if "refused" in right:
        if found is not None:
            yield "judged"
        return
    assert found is not None
    answer = found.answer
    point: Written = {} if row["at"] == "headline" else answer["points"][row["at"]]
    at = point or answer
    if "conclusion" in right and not any(at["conclusion"].startswith(word) for word in right["conclusion"]):
        yield f"conclusion {at['conclusion']}"
    if any(at["conclusion"].startswith(word) for word in right.get("not_conclusion", ())):
        yield f"conclusion {at['conclusion']}"
    for where, words in right.get("not_conclusion_at", {}).items():
        if any(answer["points"][where]["conclusion"].startswith(word) for word in words):
            yield f"{where} {answer['points'][where]['conclusion']}"
    if "not_before" in right and at["not_before"] != right["not_before"]:
        yield f"not before {at['not_before']}"
    yield from wrong_criteria(right, answer)
    yield from (
        f"head lacks {text}: {found.head}" for text in right.get("head_must_say", ()) if not re.search(text, found.head)
    )
    yield from (f"head says {text}" for text in right.get("head_must_not_say", ()) if re.search(text, found.head))


def wrong_criteria(right: Written, answer: Written) -> Iterator[str]:
    for criterion, verdicts in right.get("criteria", {}).items():
        said = {each["verdict"] for each in answer["criteria"] if each["id"] == criterion}
        if not said or not said <= set(verdicts):
            yield f"{criterion} {sorted(said)}"
    for criterion, day in right.get("criterion_not_before", {}).items():
        days = {each["not_before"] for each in answer["criteria"] if each["id"] == criterion}
        if days != {day}:
            yield f"{criterion} not before {days}"
    for criterion, remedy in right.get("remedy", {}).items():
        said = {each["remedy"] for each in answer["criteria"] if each["id"] == criterion and each["verdict"] == "fails"}
        if said != {remedy}:
            yield f"{criterion} is cured by {said}"


@pytest.mark.parametrize("row", CONCLUSIONS, ids=list(names(CONCLUSIONS)))
def test_conclusion(row: Written) -> None:
    assert list(wrong(row)) == [], f"{row['patient']} by {row['file']}: {row['why']}"


# --- sentences


def tree(text: str) -> Tree:
    found, problems = read_text(text.encode(), "row")
    assert found is not None, problems
    return found


def row_of(written: Written) -> Row:
    condition = written["condition"]
    known = tree(written["chart"])
    assert isinstance(known, Mapping)
    default = tree("birth_date: 1990-02-11\ndiagnoses: [{is: sle, since: 2014-01-20}]\n")
    declares = tree(written["declares"]) if "declares" in written else NOTHING
    assert isinstance(default, Mapping)
    assert isinstance(declares, Mapping)
    on = date.fromisoformat(written["on"])
    node: Tree | None = sentence(condition)
    return Row(
        name="found",
        says=condition,
        cases=(),
        condition=node,
        criterion=None,
        declares=declares,
        added=NOTHING,
        patient=merged(default, known),
        on=on,
        decision=on,
        anchors=(),
        expected=Expectation("unknown", (), None, None, None, ""),
    )


def sentence(text: str) -> Tree | None:
    """Return the condition as it stands behind ``require:``."""
    block = "\n".join("  " + line for line in text.strip().splitlines())
    is_block = "\n" in text.strip()
    whole = tree(f"require:\n{block}\n" if is_block else f"require: {text}\n")
    problems: list[Problem] = []
    fields = fields_of(whole, "row", problems)
    assert fields is not None
    return fields.tree("require")


def answers(written: Written) -> set[str]:
    """Return what the engines say, ``refused`` where the condition or the patient cannot be read."""
    asked = Asked(row_of(written))
    if any(problem.is_error for problem in asked.problems) or asked.condition is None:
        return {"refused"}
    said: set[str] = set()
    for engine in ENGINES.values():
        outcome = engine(asked.condition, asked.scope)(asked.situation)
        causes = sorted({gap.cause.value for gap in outcome.gaps})
        said.add(f"{outcome.truth.value} ({', '.join(causes)})" if causes else outcome.truth.value)
    assert decided(asked.condition, asked.scope)(asked.situation).value in {each.partition(" (")[0] for each in said}
    return said


@pytest.mark.parametrize("row", SENTENCES, ids=list(names(SENTENCES)))
def test_sentence(row: Written) -> None:
    right = row["right"]
    said = answers(row)
    found = said if "(" in right else {each.partition(" (")[0] for each in said}
    assert found == {right}, f"{row['condition']}: {row['why']}"


def test_scalars_are_read_as_text() -> None:
    assert isinstance(sentence("a is yes"), Scalar)
    assert sentence("a is yes") is not None
    assert NOWHERE.line >= 0
