"""Two versions compared: what changed is named, nothing else is, and what stayed has an equal hash."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from core.catalogue.concept import Aspect
from core.criteria.nodes import NotPublic
from core.discovery import rules_path
from core.language.phrases import LANGUAGES, spoken
from core.rule_files.comparison.comparing import Change, compare, criterion_hashes
from core.rule_files.comparison.meaning import judged_by, said_by
from core.rule_files.rule_file import Citation, Criterion, Form, Polarity
from core.use_cases.load_rules import rule_paths, shipped_places
from core.values.duration import Duration, TimeUnit
from core.wording.changes import change_rows, head_rows, marked, text_of
from tests.core.rule_files.amending import AMENDMENTS, COHORTS, EXAMPLE, Amendment, content, written

NAMES = [each.name for each in AMENDMENTS]


@pytest.mark.parametrize("amendment", AMENDMENTS, ids=NAMES)
def test_what_changed_is_named_and_nothing_else(amendment: Amendment) -> None:
    found = compare(amendment.old, amendment.new)
    assert {each.placed.criterion.id: each.change for each in found.criteria} == amendment.criteria
    assert {each.key for each in found.head} == amendment.head
    whole = criterion_hashes(amendment.new.checked)
    touched = {each.new.key for each in found.criteria if each.new is not None and each.is_judged_otherwise}
    assert {each.key: each.hash for each in found.same} == {
        key: each for key, each in whole.items() if key not in touched
    }
    assert not found.is_empty


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("amendment", AMENDMENTS, ids=NAMES)
def test_every_change_shows_in_words(amendment: Amendment, language: str) -> None:
    found = compare(amendment.old, amendment.new)
    phrases = spoken(language)
    for row, change in zip(change_rows(found, phrases), found.criteria, strict=True):
        assert row.parts
        assert row.word
        for part in row.parts:
            assert part.was_text != part.now_text, part
            assert any(piece.is_marked for piece in (*part.was, *part.now)) or change.change is Change.MOVED
    for part in head_rows(found, phrases):
        assert part.was_text != part.now_text


@pytest.mark.parametrize("amendment", [each for each in AMENDMENTS if each.says], ids=lambda each: each.name)
def test_the_words_that_differ_are_marked(amendment: Amendment) -> None:
    found = compare(amendment.old, amendment.new)
    (row,) = change_rows(found, spoken("en"))
    said = {
        (
            " ".join(text_of(tuple(each for each in part.was if each.is_marked)).split()),
            " ".join(text_of(tuple(each for each in part.now if each.is_marked)).split()),
        )
        for part in row.parts
    }
    assert set(amendment.says) <= said


@pytest.mark.parametrize("amendment", AMENDMENTS, ids=NAMES)
def test_an_amendment_undone_is_the_same_file(amendment: Amendment) -> None:
    text = amendment.text.decode()
    for old, new in reversed(amendment.replaced):
        if not new:  # what was taken out is put back where it stood
            continue
        text = text.replace(new, old, 1)
    back = text.encode() if all(new for _, new in amendment.replaced) else content(amendment.file)
    assert back == content(amendment.file)
    found = compare(amendment.old, written(back))
    assert found.is_empty
    assert found.criteria == ()
    assert found.head == ()
    assert not found.can_move_patients


@pytest.mark.parametrize("amendment", AMENDMENTS, ids=NAMES)
def test_the_way_back_names_the_same_criteria(amendment: Amendment) -> None:
    there, back = compare(amendment.old, amendment.new), compare(amendment.new, amendment.old)
    turned = {Change.ADDED: Change.REMOVED, Change.REMOVED: Change.ADDED}
    assert sorted(turned.get(each.change, each.change).value for each in back.criteria) == sorted(
        each.change.value for each in there.criteria
    )


@pytest.mark.parametrize("path", rule_paths(shipped_places()), ids=lambda path: path.stem)
def test_a_file_compared_with_itself(path: Path) -> None:
    file = written(path.read_bytes())
    found = compare(file, file)
    assert found.is_empty
    assert (found.criteria, found.head) == ((), ())
    assert {each.key for each in found.same} == set(criterion_hashes(file.checked))


def test_comments_and_layout_are_no_change() -> None:
    text = re.sub(r"^  - id: ", "  # a word beside it\n  - id: ", content(EXAMPLE).decode(), flags=re.MULTILINE)
    found = compare(written(content(EXAMPLE)), written(text.encode()))
    assert found.is_empty
    assert found.criteria == ()


def test_two_unlike_files_can_be_compared() -> None:
    found = compare(written(content(EXAMPLE)), written(content(COHORTS)))
    assert {each.change for each in found.criteria} >= {Change.ADDED, Change.REMOVED}
    assert change_rows(found, spoken("de"))


@pytest.mark.parametrize(
    ("was", "now", "marks"),
    [
        ("SLEDAI-2K at least 8", "SLEDAI-2K at least 6", "8>6"),
        ("at least 0.8 g/L", "at least 1.0 g/L", "0.8>1.0"),
        ("within 2 weeks before", "within 4 weeks before", "2>4"),
        ("up to 3 x ULN", "up to 3 x ULN", ">"),
        ("", "new", ">new"),
        ("Malignom", "Infektion in den letzten Wochen", "Malignom>Infektion in den letzten Wochen"),
    ],
)
def test_whole_words_are_marked(was: str, now: str, marks: str) -> None:
    old, new = marked(was, now)
    assert (text_of(old), text_of(new)) == (was, now)
    assert ">".join("|".join(piece.text for piece in each if piece.is_marked) for each in (old, new)) == marks


def test_examples_that_came_went_and_changed_are_named() -> None:
    text = rules_path(EXAMPLE).read_text("utf-8")
    changed = text.replace("name: two BILAG B are enough", "name: two BILAG B", 1)
    changed = changed.replace("haemoglobin: {value: 79 g/L", "haemoglobin: {value: 78 g/L", 1)
    found = compare(written(text.encode()), written(changed.encode())).examples
    assert found.added == ("two BILAG B",)
    assert found.removed == ("two BILAG B are enough",)
    assert found.changed == ("counts, kidney, bilirubin and heart each just outside",)
    assert found.same == text.count("  - name: ") - 2


def test_every_field_of_a_criterion_is_compared() -> None:
    """A field more is judged by or said: one that is neither would change unseen."""
    placed = written(content(EXAMPLE)).checked
    one = placed.rule_file.criteria[0]
    other: dict[str, object] = {
        "polarity": Polarity.EXCLUSION, "form": Form.FORMALITY, "text": "x", "condition": NotPublic("x"),
        "points": ("infusion",), "citations": (Citation("x", "1"),), "applies_when": one.condition,
        "unless": one.condition, "asked_of": ("site",), "is_absence_assumed": True, "retest": "2",
        "retest_if": one.condition, "help": "x", "wording": "cut", "reading": "x", "concerns": (Aspect.AGE,),
        "from_text": "x", "until_text": "x", "given_by": "x", "valid_for": Duration(1, TimeUnit.DAY),
    }  # fmt: skip
    assert {each.name for each in fields(Criterion)} == {*other, "id", "span"}
    for name, value in other.items():
        values: dict[str, Any] = {name: value}
        changed = replace(one, **values)
        whole = (judged_by(changed, placed.scope), said_by(changed, placed.scope))
        assert whole != (judged_by(one, placed.scope), said_by(one, placed.scope)), name
