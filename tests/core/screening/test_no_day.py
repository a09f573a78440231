"""A lower limit of age is reached by waiting, however far away: a child grows up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from core.screening.judgements import Judgement, Remedy
from core.screening.screening import screen_all
from core.values.partial_date import PartialDate
from tests.sample_screenings import ON, patients, rules


def age_judgements(born: date) -> list[Judgement]:
    """How the age of somebody with lupus born on a day is judged by every file, where it fails."""
    chart = next(each.chart for each in patients() if each.chart is not None and each.chart.id == "sample-03")
    child = replace(chart, birth=PartialDate.on(born))
    return [
        judgement
        for screening in screen_all(rules().files, child, ON)
        for judgement in screening.best.judgements
        if judgement.criterion.id == "age" and judgement.remedy is not None
    ]


def test_too_young_however_far_away_is_not_before_a_birthday() -> None:
    found = age_judgements(date(2020, 1, 1))
    assert found
    assert {each.remedy for each in found} == {Remedy.TIME}
    assert date(2038, 1, 1) in {each.not_before for each in found}


def test_too_old_is_fixed() -> None:
    found = age_judgements(date(1940, 1, 1))
    assert {each.remedy for each in found} == {Remedy.FIXED}
