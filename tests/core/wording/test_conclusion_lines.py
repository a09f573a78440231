"""The line of a conclusion: its day, what to stop for it, and what stands in the way in a few words."""

from __future__ import annotations

from datetime import date

import pytest

from core.language.phrases import Phrases
from core.screening.conclusions import Conclusion, Word
from core.wording.conclusions import conclusion_line, in_the_way
from tests.core.wording.small_file import judged

DAY = date(2026, 7, 25)
LINES = [
    (Word.NOT_YET, (), "en", "not yet: leukapheresis not before 25 Jul 2026"),
    (
        Word.NOT_YET,
        ("rituximab",),
        "en",
        "not yet: leukapheresis not before 25 Jul 2026 if Rituximab is stopped today",
    ),
    (
        Word.NOT_YET,
        ("belimumab", "rituximab"),
        "en",
        "not yet: leukapheresis not before 25 Jul 2026 if Belimumab and Rituximab are stopped today",
    ),
    (Word.UNDECIDED, (), "en", "undecided, not before 25 Jul 2026"),
    (
        Word.UNDECIDED,
        ("rituximab",),
        "en",
        "undecided: leukapheresis not before 25 Jul 2026 if Rituximab is stopped today",
    ),
    (
        Word.UNDECIDED,
        ("belimumab", "rituximab"),
        "de",
        "unentschieden: Leukapherese nicht vor dem 25. Juli 2026, wenn Belimumab und Rituximab heute abgesetzt werden",
    ),
]


@pytest.mark.parametrize(("word", "stop", "language", "line"), LINES)
def test_a_day_stands_beside_what_waits(word: Word, stop: tuple[str, ...], language: str, line: str) -> None:
    """One sentence says what is waited for and what would have to be stopped."""
    scope = judged("require: age >= 18 years").scope
    conclusion = Conclusion(word, not_before=DAY, stop=stop)
    assert conclusion_line(conclusion, "leukapheresis", scope, Phrases(language)) == line


@pytest.mark.parametrize("word", [word for word in Word if word not in (Word.NOT_YET, Word.UNDECIDED)])
def test_no_day_stands_beside_what_does_not_wait(word: Word) -> None:
    """A day beside "not eligible" would promise what nobody can."""
    scope = judged("require: age >= 18 years").scope
    line = conclusion_line(Conclusion(word, not_before=DAY), "screening", scope, Phrases("en"))
    assert "2026" not in line


WAYS = [
    ("require: fit is yes", ("1 criterion for a physician to judge",)),
    ("require: stays is yes", ("1 criterion to ask about",)),
    ("require: lvef >= 50 % within 28 days", ("1 criterion to ask about",)),
    ('require: {all: ["fit is yes", "lvef >= 50 % within 28 days"]}', ("1 criterion to ask about",)),
    ("require: age >= 38 years", ("1 fails, ends by itself: Small", "later: not before 11 Feb 2028")),
]


@pytest.mark.parametrize(("criterion", "way"), WAYS)
def test_what_stands_in_the_way(criterion: str, way: tuple[str, ...]) -> None:
    """What a physician judges is told apart from what somebody is asked for."""
    told = judged(criterion, "diagnoses: [{is: sle, since: 2015-01-01}]\n")
    screening = told.screening
    assert in_the_way(screening.best, screening.rule_file, told.scope, Phrases("en")) == way
