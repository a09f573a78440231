"""What is found once for a chart and used by all files is what each file finds alone."""

from __future__ import annotations

import pytest

from core.screening.screening import screen, screen_all
from tests.sample_screenings import ON, patients, rules

CHARTS = [each.chart for each in patients() if each.chart is not None]


@pytest.mark.parametrize("at", range(len(CHARTS)))
def test_all_files_together_say_what_each_says_alone(at: int) -> None:
    chart, files = CHARTS[at], rules().files
    assert screen_all(files, chart, ON) == tuple(screen(each, chart, ON) for each in files)


@pytest.mark.parametrize("at", range(len(CHARTS)))
def test_the_order_of_the_files_changes_nothing(at: int) -> None:
    chart, files = CHARTS[at], rules().files
    assert screen_all(files[::-1], chart, ON)[::-1] == screen_all(files, chart, ON)
