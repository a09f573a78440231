"""What a rule file says of days, seen from today: not yet in force, no longer, a day that has not been, long ago."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from core.language.said import said
from core.rule_files.rule_file import RuleFile, WrittenDate
from core.source_text.problem import Problem, Severity
from core.values.duration import Duration, TimeUnit

REVIEW_DUE, RECRUITMENT_STALE = "review-due", "recruitment-stale"
_AHEAD = frozenset({"effective.from", "effective.until", "reviewed.next_due", "translated.next_due", "changelog.date"})
"""Dates that may lie ahead; a change may be written down before the day from which it holds."""
_RECRUITMENT_STANDS = Duration(12, TimeUnit.MONTH)
"""How long the state of recruitment is told as it was seen (default of the program): trials change within months."""


class Remark(NamedTuple):
    """What is said of a date."""

    code: str
    message: str
    hint: str


def remarks_on(rule_file: RuleFile, today: date) -> tuple[Problem, ...]:
    """Return what is to be said of a file's dates on a day, in the order of the file."""
    found = [problem for each in rule_file.dates for problem in _remarks(rule_file, each, today)]
    if rule_file.is_fictional:  # nobody has to look at it again
        found = [problem for problem in found if problem.code not in (REVIEW_DUE, RECRUITMENT_STALE)]
    return tuple(sorted(found, key=lambda problem: (problem.span.line, problem.span.column)))


def _remarks(rule_file: RuleFile, written: WrittenDate, today: date) -> Iterator[Problem]:
    for remark in _said_of(written, today):
        yield Problem(rule_file.file, written.span, *remark, severity=Severity.WARNING)


def _said_of(written: WrittenDate, today: date) -> Iterator[Remark]:
    key, day = written.key, written.value.text
    is_ahead, is_over = written.value.first > today, written.value.last < today
    if is_ahead and key not in _AHEAD:
        yield Remark("date", said("{day} has not been yet", day=day), "write the day on which it was")
    elif is_ahead and key == "effective.from":
        yield Remark(
            "not-in-force", said("not in force before {day}", day=day), "until then keep the version before it"
        )
    elif is_over and key == "effective.until":
        yield Remark("not-in-force", said("no longer in force since {day}", day=day), "look for a newer version")
    elif is_over and key.endswith(".next_due"):
        yield Remark(REVIEW_DUE, said("a review was due on {day}", day=day), "review it, and write the day")
    elif key == "recruitment.seen" and _RECRUITMENT_STANDS.after(written.value.last) < today:
        message = said("whether it recruits was last seen on {day}", day=day)
        yield Remark(RECRUITMENT_STALE, message, "look it up, and write what was seen and when")
