"""Growth as percentiles by the reference of age and region, antibodies by laboratory, lung and complement in pairs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from core.chart import values
from core.chart.chart import Chart
from core.chart.entries import Finding, Infusion
from core.chart.values import Coded
from core.documents.trend_drawing import TrendDrawing
from core.documents.trends_on_paper import trend_blocks
from core.follow_up.growth import reference_of
from core.follow_up.trends import Trend
from core.language.phrases import LANGUAGES, spoken
from core.use_cases.show_trends import show_trends
from core.wording.trends import TrendWords
from tests.core.follow_up.test_toxicity import DAY0, chart, measured, on
from tests.sample_screenings import catalogue

ON = DAY0 + timedelta(days=3000)


def child(*findings: Finding, born: date, sex: str = "male", region: str = "EU") -> Chart:
    known = Finding("sex/1", "sex", Coded(frozenset({sex})), on(-30))
    found = chart(known, *findings, born=born.isoformat())
    return replace(found, infusions=(Infusion(DAY0, "infusion/1", region=region),))


def shown(found: Chart, *concepts: str) -> Trend:
    (trend,) = (each for each in show_trends(found, catalogue(), DAY0, ON) if each.curves[0].concept in concepts)
    return trend


def test_the_vectors_of_the_score_stand_in_the_curve() -> None:
    """CDC: a boy of 95.8357 months with 123.7 cm has z -0.717 (rcpchgrowth); the median of WHO 2007 is P 50."""
    born = DAY0 - timedelta(days=round(95.8357 * 365.25 / 12))
    (point,) = shown(child(measured("height", 0, "123.7", "cm", 1), born=born, region="US"), "height").curves[0].points
    assert point.z is not None
    assert abs(point.z - Decimal("-0.717")) < Decimal("0.006")
    assert abs(point.amount - Decimal("23.7")) < Decimal("0.3")
    assert point.series == "CDC"
    born = DAY0 - timedelta(days=1827)
    (point,) = shown(child(measured("height", 0, "1097.265", "mm", 1), born=born), "height").curves[0].points
    assert (point.series, point.text) == ("WHO_2007", "1097.265 mm")
    assert abs(point.amount - 50) < Decimal("0.5")


@pytest.mark.parametrize(
    ("months", "region", "expected"),
    [
        (23.9, "US", "WHO_2006"), (24, "US", "CDC"), (59.9, "EU", "WHO_2006"), (60, "EU", "WHO_2007"),
        (59.9, "", "WHO_2006"), (100, "", "WHO_2007"), (100, "US", "CDC"),
    ],
)  # fmt: skip
def test_the_reference_of_an_age_and_a_region(months: float, region: str, expected: str) -> None:
    assert reference_of(months, region) == expected


def test_two_references_are_not_joined() -> None:
    """A child that turns 5 in between: two stretches, each by its own reference, both named."""
    born = DAY0 - timedelta(days=round(4.9 * 365.25))
    found = child(measured("height", 0, "107", "cm", 1), measured("height", 90, "109", "cm", 2), born=born)
    (curve,) = shown(found, "height").curves
    assert [len(each) for each in curve.stretches] == [1, 1]
    assert curve.references == ("WHO_2006", "WHO_2007")
    assert TrendWords(DAY0, catalogue(), spoken("en")).curve(curve) == "Body height, percentile (WHO 2006, WHO 2007)"


def test_what_gives_no_percentile_is_left_out_and_counted() -> None:
    """WHO tells weight to 10 years; of a birth known by its year nobody knows the age to the month."""
    born = DAY0 - timedelta(days=round(12 * 365.25))
    found = child(measured("height", 0, "150", "cm", 1), measured("weight", 0, "40", "kg", 2), born=born)
    assert [each.concept for each in shown(found, "height").curves] == ["height"]
    vague = replace(chart(measured("height", 0, "150", "cm", 1), born="2014"), infusions=found.infusions)
    assert not [each for each in show_trends(vague, catalogue(), DAY0, ON) if each.curves[0].is_growth]


def test_an_adult_has_no_curve_of_growth() -> None:
    found = child(measured("height", 0, "175", "cm", 1), born=date(1990, 5, 1))
    assert show_trends(found, catalogue(), DAY0, ON) == ()


def test_nobody_grows_by_a_sex_that_is_not_on_record() -> None:
    found = chart(measured("height", 0, "123.7", "cm", 1), born="2018-02-04")
    assert show_trends(found, catalogue(), DAY0, ON) == ()


def antibody(day: int, number: str, laboratory: str, at: int) -> Finding:
    found = measured("anti_dsdna", day, number, "IU/mL", at)
    quantity = getattr(found.value, "quantity", None)
    return replace(found, value=values.TestResult("", quantity), laboratory=laboratory)


def test_antibodies_are_drawn_and_two_laboratories_are_not_joined() -> None:
    found = chart(antibody(0, "240", "A", 1), antibody(90, "60", "A", 2), antibody(180, "12", "B", 3))
    (curve,) = shown(found, "anti_dsdna").curves
    assert [[each.day for each in stretch] for stretch in curve.stretches] == [[0, 90], [180]]
    assert [each.text for each in curve.points] == ["240 IU/mL", "60 IU/mL", "12 IU/mL"]


def test_a_word_without_a_number_is_counted_and_not_drawn() -> None:
    word = Finding("anti_dsdna/2", "anti_dsdna", values.TestResult("negative"), on(200))
    (curve,) = shown(chart(antibody(0, "240", "A", 1), word), "anti_dsdna").curves
    assert (len(curve.points), curve.left_out) == (1, 1)


def test_lung_and_complement_stand_in_pairs() -> None:
    found = chart(
        measured("fvc_percent", 0, "64", "%", 1), measured("dlco_percent", 0, "48", "%", 1),
        measured("c3", 0, "0.4", "g/L", 1), measured("c4", 0, "0.06", "g/L", 1), measured("mrss", 0, "21", "", 1),
    )  # fmt: skip
    pictures = [[each.concept for each in trend.curves] for trend in show_trends(found, catalogue(), DAY0, ON)]
    assert ["fvc_percent", "dlco_percent"] in pictures
    assert ["c3", "c4"] in pictures
    assert ["mrss"] in pictures


@pytest.mark.parametrize("language", LANGUAGES)
def test_paper_says_what_the_page_draws(language: str) -> None:
    """Percentile, z, and the value as recorded stand in the table of every format, with the references."""
    born = DAY0 - timedelta(days=round(8 * 365.25))
    found = child(measured("height", 0, "120", "cm", 1), measured("height", 90, "121.5", "cm", 2), born=born)
    words = TrendWords(DAY0, catalogue(), spoken(language))
    (block,) = trend_blocks(show_trends(found, catalogue(), DAY0, ON), words)
    assert isinstance(block, TrendDrawing)
    (table,) = block.tables
    assert len(table.rows) == 2
    told = str(table.rows)
    assert ("121.5" if language == "en" else "121,5") in told
    assert "WHO 2007" in str(block)
    assert "−" in told
