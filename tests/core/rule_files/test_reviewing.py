"""A review that is signed changes three places of a file and nothing else."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path

import pytest

from core.errors import WorldError
from core.rule_files.checking import check_rule_file
from core.rule_files.comparison.comparing import Written, compare
from core.rule_files.reviewing import SignedReview, reviewed_version, with_review
from core.rule_files.versions import is_above
from core.use_cases.load_rules import rule_paths, shipped_places
from tests.drawn import drawn
from tests.sample_screenings import catalogue

TODAY = date(2026, 11, 29)
REVIEW = SignedReview('Dr. Ä. "Example": Müller', "2026-11-22", "2027-05-01")
PATHS = drawn(rule_paths(shipped_places()), 6, "reviewed")


@pytest.mark.parametrize("path", PATHS, ids=[path.stem for path in PATHS])
def test_each_file_changes_in_three_places(path: Path) -> None:
    old = path.read_bytes()
    new = with_review(old, REVIEW)
    changed = [
        line for line in difflib.ndiff(old.decode().splitlines(True), new.decode().splitlines(True)) if line[0] in "+-"
    ]
    assert sum(line[0] == "+" for line in changed) in (3, 4)
    was, now = (check_rule_file(each, path.name, catalogue()).checked for each in (old, new))
    assert was is not None
    assert now is not None
    assert (now.rule_file.review.by, now.rule_file.review.on) == (REVIEW.by, REVIEW.on)
    assert now.rule_file.review.next_due == REVIEW.next_due
    assert is_above(now.rule_file.version, was.rule_file.version)
    assert now.rule_file.changelog[0]["version"] == now.rule_file.version
    assert now.rule_file.changelog[1:] == was.rule_file.changelog
    comparison = compare(Written(was, old), Written(now, new))
    assert not comparison.can_move_patients
    assert comparison.criteria == ()


def test_signing_again_replaces_the_review() -> None:
    first = with_review(PATHS[0].read_bytes(), REVIEW)
    second = with_review(first, SignedReview("B", "2026-11-23"))
    checked = check_rule_file(second, "a.yaml", catalogue()).checked
    assert checked is not None
    assert (checked.rule_file.review.by, checked.rule_file.review.next_due) == ("B", "")
    assert second.count(b"\nreviewed:") == 1


def test_line_ends_and_comments_stay() -> None:
    text = PATHS[0].read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    new = with_review(text, REVIEW)
    assert new.count(b"\n") == new.count(b"\r\n")
    commented = text.replace(b"\r\nreviewed:", b"\r\n# before\r\nreviewed:")
    assert b"# before\r\nreviewed: {by" in with_review(commented, REVIEW)


def test_a_version_between_this_one_and_the_next() -> None:
    table = (("1.0.0", "1.0.0.1", "1.0.1"), ("2.1", "2.1.0.1", "2.1.1"), ("3", "3.0.0.1", "4"))
    for version, above, following in table:
        assert reviewed_version(version) == above
        assert is_above(above, version)
        assert is_above(following, above)
    assert is_above(reviewed_version("1.0.0.1"), "1.0.0.1")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("a", "format"),
        ("version: '1.0.0'\nreviewed: x\n", "version"),
        ("version: 1.0.0\n", "reviewed"),
        ("version: 1.0.0\nreviewed: x # why\n", "reviewed"),
        ("version: 1.0.0\nreviewed: x\nchangelog: []\n", "changelog"),
    ],
)
def test_what_cannot_be_changed_is_named(text: str, key: str) -> None:
    with pytest.raises(WorldError, match="review-cannot") as caught:
        with_review(text.encode(), REVIEW)
    assert caught.value.arguments["key"] == key


@pytest.mark.parametrize(
    ("review", "phrase"),
    [
        (SignedReview(" ", "2026-11-22"), "review-no-name"),
        (SignedReview("A", "22.11.2026"), "review-no-day"),
        (SignedReview("A", "2026-02-31"), "review-no-day"),
        (SignedReview("A", "2026-11-30"), "review-later"),
        (SignedReview("A", "2026-11-22", "2026-11-22"), "review-due-before"),
        (SignedReview("A", "2026-11-22", "soon"), "review-no-day"),
    ],
)
def test_a_review_that_cannot_be_is_refused(review: SignedReview, phrase: str) -> None:
    with pytest.raises(WorldError, match=phrase):
        review.refuse(TODAY)
