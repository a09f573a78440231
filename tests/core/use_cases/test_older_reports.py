"""A report made with another version than the one in force is marked; one by the content in force is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from core.store.records import ScreeningLine
from core.use_cases.older_reports import older_reports
from tests.sample_screenings import compiled

FILE = compiled("example-sle-cart-01").checked.rule_file
LINE = ScreeningLine(
    FILE.id, FILE.version, FILE.hash, date(2026, 11, 14), "{}", "Dr Example", datetime(2026, 11, 14, tzinfo=UTC)
)
OLD = replace(LINE, version="1.0.0", file_hash="old")


def test_the_content_in_force_is_not_marked() -> None:
    assert older_reports((LINE,), {FILE.id: FILE}) == ()


def test_another_version_is_marked_with_the_one_in_force() -> None:
    (found,) = older_reports((OLD,), {FILE.id: FILE})
    assert (found.line.version, found.now) == ("1.0.0", FILE)


def test_the_last_report_of_a_file_counts() -> None:
    later = replace(LINE, at=datetime(2026, 11, 20, tzinfo=UTC))
    assert older_reports((later, OLD), {FILE.id: FILE}) == ()
    assert len(older_reports((replace(OLD, at=datetime(2026, 11, 21, tzinfo=UTC)), later), {FILE.id: FILE})) == 1


def test_a_file_that_is_held_no_more_is_marked() -> None:
    (found,) = older_reports((LINE,), {})
    assert found.now is None
