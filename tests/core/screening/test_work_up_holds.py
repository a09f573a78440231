"""Until when today's work-up holds: the same as the earliest end of each criterion looked at alone."""

from __future__ import annotations

from datetime import date

from core.chart.sex import sex_of
from core.screening.judgements import Verdict
from core.screening.screening import HEADLINE, Screening, work_up_holds
from core.screening.validity import last_day
from tests.core.screening.test_looking_ahead import asked
from tests.sample_screenings import pairs


def test_the_first_end_of_all() -> None:
    """The day is the earliest of all, and those named are those that end then."""
    found: set[date] = set()
    for screening, file in pairs():
        if screening.chart.id not in ("sample-03", "sample-06"):
            continue
        validity = work_up_holds(file, screening, screening.best)
        passing = [each for each in screening.best.judgements if each.verdict is Verdict.PASSES]
        ends = {
            (each.criterion.id, each.point): last_day(asked(file, screening, each))
            for each in passing
            if each.point in points_of(screening)
        }
        days = [day for day in ends.values() if day is not None]
        assert validity.until == min(days, default=None)
        first = {(each.criterion.id, each.point) for each in validity.first_to_end}
        assert first == {key for key, day in ends.items() if day is not None and day == validity.until}
        found.update(days)
    assert len(found) > 1


def test_that_a_man_is_not_pregnant_does_not_grow_old() -> None:
    """It follows from his sex on every day anew: his work-up never ends with a pregnancy test."""
    seen = 0
    for screening, file in pairs():
        if sex_of(screening.chart) != "male":
            continue
        for each in screening.best.judgements:
            if each.verdict is Verdict.PASSES and each.outcome.evidence == frozenset({"derived/pregnant", "sex"}):
                assert last_day(asked(file, screening, each)) is None, each.criterion.id
                seen += 1
    assert seen > 1


def points_of(screening: Screening) -> set[str]:
    """Return the points whose judgements are looked at."""
    head = screening.best.headline_point
    return set(HEADLINE) if head == "screening" else {head}
