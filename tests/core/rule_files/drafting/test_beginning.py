"""How drafts begin, of every shipped file: what must change changes, what was reviewed is not said of the draft."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path

import pytest

from core.assurance.examples import run_examples
from core.discovery import rules_path, yaml_files
from core.errors import WorldError
from core.rule_files.checking import check_rule_file
from core.rule_files.compiling import compile_rule_file
from core.rule_files.drafting.beginning import from_template, next_version, own_copy
from core.rule_files.reading.whole import read_rule_file
from core.rule_files.versions import is_above
from tests.drawn import drawn
from tests.sample_screenings import catalogue

DAY = date(2026, 11, 30)
FILES = (*yaml_files(rules_path("protocols")), *yaml_files(rules_path("programmes")))


def changed_lines(old: str, new: str) -> tuple[list[str], list[str]]:
    lines = list(difflib.ndiff(old.splitlines(), new.splitlines()))
    return [line[2:] for line in lines if line.startswith("- ")], [line[2:] for line in lines if line.startswith("+ ")]


def test_the_template_has_no_error_and_its_examples_hold() -> None:
    text = from_template("abc-1", 'Dr "X": Y', DAY)
    check = check_rule_file(text.encode(), "abc-1", catalogue())
    assert check.problems == ()
    assert check.checked is not None
    assert check.checked.rule_file.id == "abc-1"
    assert check.checked.rule_file.maintainers == ('Dr "X": Y',)
    assert not check.checked.rule_file.review.by
    assert all(run.holds for run in run_examples(compile_rule_file(check.checked), catalogue()))


@pytest.mark.parametrize("path", drawn(FILES, 15, "next versions"), ids=lambda path: path.stem)
def test_the_next_version_asks_for_what_changed(path: Path) -> None:
    text = path.read_text("utf-8")
    before = read_rule_file(text.encode(), "", catalogue()).written
    new = next_version(text, "Dr Example", DAY)
    reading = read_rule_file(new.encode(), "", catalogue())
    assert before is not None
    assert reading.written is not None
    assert is_above(reading.written.version, before.version)
    assert not reading.written.review.by
    assert not any(review.by for review in reading.written.translated.values())
    assert [each.code for each in reading.problems if each.is_error] == ["empty-value", "empty-value"]
    assert reading.written.all_criteria is not None
    assert [each.id for each in reading.written.all_criteria] == [each.id for each in before.all_criteria]
    gone, come = changed_lines(text, new)
    assert {line.split(":")[0].strip(" -{") for line in gone} <= {"version", "supersedes", "reviewed", "translated"}
    assert f"    date: {DAY.isoformat()}" in [line.rstrip() for line in come] or any("date:" in line for line in come)


@pytest.mark.parametrize("path", drawn(FILES, 15, "own copies"), ids=lambda path: path.stem)
def test_a_copy_is_a_draft_of_ones_own(path: Path) -> None:
    text = path.read_text("utf-8")
    before = read_rule_file(text.encode(), "", catalogue()).written
    new = own_copy(text, "own-1", "Dr Example", DAY)
    check = check_rule_file(new.encode(), "", catalogue())
    assert before is not None
    assert check.checked is not None, check.problems
    copy = check.checked.rule_file
    assert (copy.id, copy.version, copy.state, copy.maintainers) == ("own-1", "0.1.0", "draft", ("Dr Example",))
    assert not copy.review.by
    assert copy.supersedes == ""
    assert not copy.recruitment
    assert len(copy.changelog) == 1
    assert [each.condition for each in copy.all_criteria] == [each.condition for each in before.all_criteria]


@pytest.mark.parametrize("name", ["", "a b", "../x", "a: b", "ä"])
def test_an_id_that_names_no_file_is_refused(name: str) -> None:
    with pytest.raises(WorldError):
        own_copy(FILES[0].read_text("utf-8"), name, "Dr Example", DAY)


def test_a_file_without_changelog_or_with_one_in_brackets() -> None:
    text = from_template("abc-1", "Dr Example", DAY)
    new = next_version(text, "Dr Example", DAY)
    assert "changelog:\n  - version: 0.1.1\n" in new
    assert "version: 0.1.1\n" in next_version(text.replace("sources:", "changelog: []\nsources:"), "Dr Example", DAY)


def test_line_ends_of_another_system_stay() -> None:
    text = from_template("abc-1", "Dr Example", DAY).replace("\n", "\r\n")
    new = next_version(text, "Dr Example", DAY)
    assert new.count("\n") == new.count("\r\n")
