"""What is offered where: asked of schema, grammar, catalogue and file; what is offered can be written."""

from __future__ import annotations

import pytest

from core.discovery import rules_path
from core.rule_files.drafting.completing import completions_at
from core.rule_files.reading.whole import read_rule_file
from core.rule_files.rule_file import RuleFile
from tests.sample_screenings import catalogue

HEAD = """format: 1
limits: {upper_age: 70 years}
windows: {laboratory: 14 days}
sources:
  registry: {title: Registry}
groups:
  standard: [azathioprine]
questions:
  caregiver: {ask: Is there somebody?, asked_of: patient}
inclusion:
  - id: a
    text: x
"""


def written() -> RuleFile | None:
    return read_rule_file(HEAD.encode(), "", catalogue()).written


def offered(tail: str, head: str = HEAD) -> dict[str, str]:
    lines = f"{head}{tail}".split("\n")
    found = completions_at(lines, len(lines) - 1, len(lines[-1]), catalogue(), "en", written())
    return {each.text: each.sort for each in found.found}


@pytest.mark.parametrize(
    ("tail", "text", "sort"),
    [
        ("    req", "require", "key"),
        ("    require: haemo", "haemoglobin", "concept"),
        ("    require: haemoglobin >= 8 ", "g/dL", "unit"),
        ("    require: haemoglobin >= 8 g", "g/L", "unit"),
        ("    require: age <= ", "upper_age", "limit"),
        ("    require: age <= upper_age and haemo", "haemoglobin", "concept"),
        ("    require: has lupus_ne", "lupus_nephritis", "event"),
        ("    require: received ritu", "rituximab", "drug"),
        ("    require: off each of (tacrolimus, cic", "ciclosporin", "drug"),
        ("    require: on stand", "standard", "group"),
        ("    require: failed calcineurin", "calcineurin_inhibitors", "class"),
        ("    require: sledai_2k >= 8 within ", "laboratory", "window"),
        ("    require: sledai_2k >= 8 within 28 ", "days", "unit"),
        ("    require: sledai_2k >= 8 within 28 days before ", "screening", "anchor"),
        ("    require: time since ssc_d", "ssc_diagnosis", "concept"),
        ("    require: hiv is ", "positive", "word"),
        ("    require: careg", "caregiver", "question"),
        ("    require: sledai_2k >= 8 ", "within", "word"),
        ("    require: latest renal_biopsy shows (", "class", "value"),
        ("    require:\n      any:\n        - has lupus_ne", "lupus_nephritis", "event"),
        ("    require:\n      therapy:\n        ", "at_least", "key"),
        ("    require:\n      therapy:\n        of: [mycoph", "mycophenolate_mofetil", "drug"),
        ("    require: sledai_2k >= 8\n      and has lupus_ne", "lupus_nephritis", "event"),
        ("    source: ", "registry", "source"),
        ("    at: ", "leukapheresis", "anchor"),
        ("    wording: ", "summary", "value"),
    ],
)
def test_what_is_offered(tail: str, text: str, sort: str) -> None:
    assert offered(tail).get(text) == sort


def test_keys_of_the_head_and_values() -> None:
    assert offered("sta", "") == {"state": "key"}
    assert "draft" in offered("state: ", "")
    assert "sle" in offered("diseases: [sl", "")


def test_a_key_that_stands_beside_is_not_offered_again() -> None:
    assert "text" not in offered("    ")
    assert "source" in offered("    ")


def test_a_unit_is_one_of_the_concept() -> None:
    units = offered("    require: creatinine <= 2 ")
    concept = catalogue().concept("creatinine")
    assert concept is not None
    assert {text for text, sort in units.items() if sort == "unit"} <= {
        name for unit in concept.units for name in (unit.name, *unit.also)
    }


def test_every_sentence_of_a_shipped_file_can_be_completed_to_itself() -> None:
    """Cut before any name of a sentence, the name that stood there is among what is offered."""
    path = rules_path("protocols", "example-sle-cart-01.yaml")
    content = path.read_bytes()
    rule_file = read_rule_file(content, "", catalogue()).written
    lines = content.decode().split("\n")
    missed: list[str] = []
    names = {*catalogue().concepts, *catalogue().drugs, *catalogue().classes}
    for number, line in enumerate(lines):
        key, _, sentence = line.partition(": ")
        if key.strip() not in ("require", "exclude_if", "applies_when"):
            continue
        at = len(line) - len(sentence)
        for word in sentence.replace("(", " ").replace(")", " ").replace(",", " ").split(" "):
            at = line.index(word, at)
            if word in names:
                cut = [*lines[:number], line[:at]]
                found = completions_at(cut, number, at, catalogue(), "en", rule_file)
                missed += [] if any(each.text == word for each in found.found) else [f"{line[:at]}|{word}"]
            at += len(word)
    assert missed == []
