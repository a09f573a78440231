"""What is wrong with a schedule file is said at its place, all at once."""

from __future__ import annotations

import pytest

from tests.core.follow_up.sample_plans import HEAD, activity, reading_of

FIRST = HEAD.count("\n") + 1

WRONG = [
    ("when", activity("a", "day 1 to day 7"), "when", 3),
    ("source", activity("a", "day 1").replace("[book]", "[bok]"), "source", 4),
    ("strength", activity("a", "day 1").replace("expert", "strong"), "unknown-value", 5),
    ("provenance", activity("a", "day 1").replace("seen", "heard"), "unknown-value", 6),
    ("who", activity("a", "day 1").replace("rheumatology", "surgeon"), "unknown-value", 2),
    ("no label", activity("a", "day 1").replace("label: {en: a}", "label: {de: a}"), "missing-key", 1),
    ("no source", activity("a", "day 1").replace("  source: [book]\n", ""), "missing-key", 0),
    ("own without local default", activity("a", "day 1").replace("seen", "own"), "source", 5),
    ("condition", activity("a", "day 1", "applies_when: twelv\n"), "unknown-name", 7),
    ("yields", activity("a", "day 1", "yields: [igx]\n"), "unknown-name", 7),
    ("region", activity("a", "day 1", "for: {region: [UK]}\n"), "unknown-value", 7),
    ("window", activity("a", "day 1", "window: some days\n"), "when", 7),
    ("unknown key", activity("a", "day 1", "dose: much\n"), "unknown-key", 7),
    ("name", activity("A-1", "day 1"), "syntax", 0),
    ("twice", activity("a", "day 1") + activity("a", "day 2"), "duplicate-id", 7),
    ("beside rules", activity("a", "day 1", "rules: []\n"), "misplaced-key", 3),
]


@pytest.mark.parametrize(("activities", "code", "line"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_what_is_wrong_is_named_at_its_line(activities: str, code: str, line: int) -> None:
    reading = reading_of(activities)
    assert reading.schedule is None
    assert (code, FIRST + line) in [(problem.code, problem.span.line) for problem in reading.problems]
    assert all(problem.hint for problem in reading.problems if problem.code == code)


def test_the_column_of_a_slip_in_a_when_sentence() -> None:
    (problem,) = reading_of(activity("a", "day 1 to day 7 dayly")).problems
    line = HEAD.count("\n") + 4
    assert (problem.span.line, problem.span.column) == (line, len("    when: [day 1 to day 7 ") + 1)


def test_a_condition_is_checked_against_the_catalogue() -> None:
    head = HEAD.replace("age >= 12 years", "agee >= 12 years")
    codes = [problem.code for problem in reading_of(activity("a", "day 1"), head).problems]
    assert codes == ["unknown-name"]


def test_all_problems_come_at_once() -> None:
    reading = reading_of(activity("a", "dya 1") + activity("b", "at trubble"))
    assert [problem.code for problem in reading.problems] == ["when", "when"]


def test_a_file_that_is_no_schedule() -> None:
    reading = reading_of(activity("a", "day 1"), HEAD.replace("kind: schedule", "kind: score"))
    assert [problem.message for problem in reading.problems] == ["this is no schedule"]


def test_a_file_that_cannot_be_read_at_all() -> None:
    assert reading_of("", "\t- x: [").schedule is None
