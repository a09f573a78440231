"""Trends are drawing lists: units as recorded, gaps as gaps, marks where they were, axes with round ticks."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.chart.chart import Chart
from core.chart.entries import Finding
from core.entry.charting import chart_of
from core.entry.statement import Plain, Statement
from core.follow_up.trends import GAP_DAYS, Trending, axis_of
from core.language.phrases import spoken
from core.use_cases.show_trends import show_trends
from core.wording.trends import TrendWords
from tests.core.follow_up.test_toxicity import DAY0, chart, measured
from tests.sample_screenings import catalogue

ON = DAY0 + timedelta(days=400)


def trending(found: Chart) -> Trending:
    return Trending(found, catalogue(), DAY0, ON)


def test_a_value_is_drawn_in_the_unit_of_the_newest_and_told_as_recorded() -> None:
    found = trending(chart(measured("igg", 0, "650", "mg/dL", 1), measured("igg", 30, "5.1", "g/L", 2)))
    (curve,) = found.trend(("igg",)).curves
    assert curve.unit == "g/L"
    assert [(each.day, each.amount, each.text) for each in curve.points] == [
        (0, Decimal("6.5"), "650 mg/dL"),
        (30, Decimal("5.1"), "5.1 g/L"),
    ]


def test_a_gap_is_a_gap_and_a_bound_is_marked() -> None:
    far = 20 + GAP_DAYS + 1
    values = (
        measured("ck", 0, "90", "U/L", 1),
        measured("ck", 20, "<40", "U/L", 2),
        measured("ck", far, "80", "U/L", 3),
    )
    (curve,) = trending(chart(*values)).trend(("ck",)).curves
    assert [[each.day for each in stretch] for stretch in curve.stretches] == [[0, 20], [far]]
    assert [each.is_bound for each in curve.points] == [False, True, False]


def test_what_its_unit_does_not_take_is_left_out_and_counted() -> None:
    values = (measured("car_t_cells_in_blood", 5, "12", "%", 1), measured("car_t_cells_in_blood", 9, "30", "/uL", 2))
    (curve,) = trending(chart(*values)).trend(("car_t_cells_in_blood",)).curves
    assert ([each.day for each in curve.points], curve.left_out) == ([9], 1)


def test_nothing_on_record_makes_no_picture_and_one_value_one() -> None:
    assert trending(chart()).trends() == ()
    (only,) = trending(chart(measured("igg", 3, "6", "g/L", 1))).trends()
    assert [each.concept for each in only.curves] == ["igg"]


@given(st.lists(st.decimals(0, 100000, places=3), min_size=1, max_size=20))
def test_every_number_lies_on_its_axis(numbers: list[Decimal]) -> None:
    axis = axis_of(numbers)
    assert axis.low <= min(numbers) <= max(numbers) <= axis.high
    assert axis.low < axis.high
    assert 2 <= len(axis.ticks) <= 7
    assert all(0 <= axis.share(each) <= 1 for each in numbers)


def steroid(content: dict[str, Plain]) -> Chart:
    found = chart_of("x", [("this", Statement.of("treatments", content))], catalogue())
    assert found.problems == {}
    return found.chart


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_glucocorticoid_is_drawn_as_the_steps_its_courses_give(language: str) -> None:
    doses: list[Plain] = [
        {"dose": "15 mg/d", "from": "2026-01-01", "to": "2026-02-28"},
        {"dose": "5 mg/d", "from": "2026-03-01", "to": "2026-03-31"},
    ]
    given_drug = steroid({"drug": "prednisolone", "from": "2026-01-01", "to": "2026-03-31", "doses": doses})
    (trend,) = show_trends(given_drug, catalogue(), DAY0, ON)
    (curve,) = trend.curves
    first = (date(2026, 3, 1) - DAY0).days
    assert [(each.first, each.last, each.amount) for each in curve.steps if each.amount] == [
        ((date(2026, 1, 1) - DAY0).days, first - 1, Decimal(15)),
        (first, (date(2026, 3, 31) - DAY0).days, Decimal(5)),
    ]
    words = TrendWords(DAY0, catalogue(), spoken(language))
    assert words.title(trend)
    assert any(row[2] == "15" for row in words.rows(trend))


def test_no_glucocorticoid_is_drawn_as_none_only_where_the_list_is_complete() -> None:
    """Days that no course on record covers are a gap: nobody said that nothing was taken."""
    course: dict[str, Plain] = {
        "drug": "prednisolone",
        "from": "2026-01-01",
        "to": "2026-03-31",
        "doses": [{"dose": "5 mg/d", "from": "2026-01-01", "to": "2026-03-31"}],
    }
    complete: Plain = {"since": "2020-01-01", "as_of": ON.isoformat()}
    stated = [("this", Statement.of("treatments", course)), ("list", Statement.of("treatments_complete", complete))]
    for known, drawn in ((stated[:1], {Decimal(5)}), (stated, {Decimal(5), Decimal(0)})):
        (trend,) = show_trends(chart_of("x", known, catalogue()).chart, catalogue(), DAY0, ON)
        assert {each.amount for curve in trend.curves for each in curve.steps} == drawn


def test_values_long_before_the_infusion_are_no_baseline() -> None:
    old: Finding = measured("igg", -91, "6", "g/L", 1)
    assert trending(chart(old)).trends() == ()


@pytest.mark.parametrize(("language", "unit"), [("en", "/µL"), ("de", "/µl")])
def test_the_unit_of_a_picture_has_the_signs_of_print(language: str, unit: str) -> None:
    (trend,) = trending(chart(measured("cd19_count", 3, "6", "/uL", 1))).trends()
    assert TrendWords(DAY0, catalogue(), spoken(language)).title(trend).endswith(unit)
