"""What is said of a rule file's dates on a day, and what a file that is not in force then says of its patients."""

from __future__ import annotations

from datetime import date

import pytest

from core.catalogue.reading import load_catalogue
from core.rule_files.checking import check_rule_file, seen_on
from core.screening.recruitment import Taking, recruitment_of
from tests.spec.test_found_hints import HEAD

REAL = HEAD.replace("fictional: yes\n", "").replace("status: fictional", "status: recruiting")
DAY = date(2026, 11, 20)


def codes_on(text: str, day: date) -> list[str]:
    """Return what is said of the dates on a day."""
    check = check_rule_file(text.encode(), "p.yaml", load_catalogue())
    known = len(check.problems)
    return [problem.code for problem in seen_on(check, day).problems[known:]]


@pytest.mark.parametrize(
    ("find", "write", "day", "codes"),
    [
        ("seen: 2026-01-01", "seen: 2026-01-01", DAY, []),
        ("seen: 2026-01-01", "seen: 2025-11-20", DAY, []),
        ("seen: 2026-01-01", "seen: 2025-11-19", DAY, ["recruitment-stale"]),
        ("seen: 2026-01-01", "seen: 2025", DAY, []),
        ("seen: 2026-01-01", "seen: 2026-11-21", DAY, ["date"]),
        ("from: 2020-01-01", "from: 2026-11-20", DAY, []),
        ("from: 2020-01-01", "from: 2026-11-21", DAY, ["not-in-force"]),
        ("from: 2020-01-01", "from: 2027", DAY, ["not-in-force"]),
        ("from: 2020-01-01", "from: 2020-01-01, until: 2026-11-19", DAY, ["not-in-force"]),
        ("from: 2020-01-01", "from: 2020-01-01, until: 2026-11-20", DAY, []),
        ("not reviewed by a physician", "{by: A, on: 2026-11-20, next_due: 2026-11-20}", DAY, []),
        ("not reviewed by a physician", "{by: A, on: 2026-11-20, next_due: 2026-11-19}", DAY, ["review-due"]),
        ("not reviewed by a physician", "{by: A, on: 2026-12}", DAY, ["date"]),
        ("read: 2026-01-01", "read: 2026-12-01", DAY, ["date"]),
        ("sources:", "changelog: [{version: 1.0.0, date: 2027-01-01, what: Planned}]\nsources:", DAY, []),
    ],
)
def test_what_is_said_of_a_date(find: str, write: str, day: date, codes: list[str]) -> None:
    assert find in REAL
    assert codes_on(REAL.replace(find, write, 1), day) == codes


def test_nobody_is_told_to_look_at_an_invented_file_again() -> None:
    text = HEAD.replace("seen: 2026-01-01", "seen: 2024-01-01")
    assert codes_on(text, DAY) == []
    assert codes_on(text.replace("from: 2020-01-01", "from: 2062-01-01"), DAY) == ["not-in-force"]


@pytest.mark.parametrize(
    ("effective", "taking"),
    [
        ("{from: 2020-01-01}", Taking.OPEN),
        ("{from: unknown}", Taking.OPEN),
        ("{from: 2026-11-21}", Taking.NOT_IN_FORCE),
        ("{from: 2020-01-01, until: 2026-11-19}", Taking.NOT_IN_FORCE),
    ],
)
def test_a_file_that_is_not_in_force_takes_nobody(effective: str, taking: Taking) -> None:
    """Patients are judged by it, and its row says that it does not hold on that day."""
    check = check_rule_file(REAL.replace("{from: 2020-01-01}", effective).encode(), "p.yaml", load_catalogue())
    assert check.checked is not None
    recruitment = recruitment_of(check.checked.rule_file, DAY)
    assert recruitment.taking is taking
    assert recruitment.is_by_state == (taking is Taking.NOT_IN_FORCE)
