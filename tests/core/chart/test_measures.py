"""What is computed from weight, height and creatinine: dated, with its inputs, never over what was typed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from core.chart.chart import Chart
from core.chart.deriving import derived
from core.chart.entries import Finding
from core.chart.reading.whole import read_patient
from core.chart.values import Measured
from core.screening.judgements import Verdict
from core.screening.screening import screen
from core.values.partial_date import PartialDate
from tests.sample_screenings import catalogue, compiled

ON = date(2026, 11, 22)
GIRL = ("birth_date: 2012-11-20", "sex: female")
WOMAN = ("birth_date: 1990-02-11", "sex: female")
WEIGHT, HEIGHT = "weight: {value: 30 kg, date: 2026-11-20}", "height: {value: 135 cm, date: 2026-11-01}"
CREATININE = "creatinine: {value: 44.2 umol/L, date: 2026-11-20}"


def chart_of(*lines: str) -> Chart:
    """Return a chart as it is seen on the day."""
    text = "\n".join(("format: 1", "id: p", "synthetic: true", *lines))
    chart, problems = read_patient(text.encode(), "p.yaml", catalogue(), ON)
    assert chart is not None, problems
    return derived(chart.as_of(ON), catalogue(), ON)


def computed(concept: str, *lines: str) -> dict[str, Finding]:
    """Return the derived findings about a concept by their method."""
    found = chart_of(*lines).of(concept)
    return {next(iter(each.qualifiers), ""): each for each in found if each.parts}


def amount(finding: Finding) -> float:
    """Return the number of a finding."""
    assert isinstance(finding.value, Measured)
    low = finding.value.quantity.amount.low
    assert isinstance(low, Decimal)
    return float(low)


def test_body_mass_index_and_surface() -> None:
    """Of the day of the weight, from both measurements, by Mosteller."""
    (index,) = computed("bmi", *GIRL, WEIGHT, HEIGHT).values()
    (surface,) = computed("body_surface", *GIRL, WEIGHT, HEIGHT).values()
    assert amount(index) == pytest.approx(16.4609, abs=0.0001)
    assert amount(surface) == pytest.approx(1.0607, abs=0.0001)
    assert index.on == PartialDate.on(date(2026, 11, 20))
    assert len(index.parts) == 2


def test_a_child_has_two_filtration_rates_a_woman_one() -> None:
    """Bedside Schwartz and CKiD U25 at 14 years; CKD-EPI 2021 from 18, CKiD U25 to 25."""
    child = computed("egfr", *GIRL, HEIGHT, CREATININE)
    assert set(child) == {"schwartz", "ckid_u25"}
    assert amount(child["schwartz"]) == pytest.approx(0.413 * 135 / 0.5, rel=0.001)
    assert len(child["schwartz"].parts) == 3
    assert set(computed("egfr", *WOMAN, CREATININE)) == {"ckd_epi"}
    young = ("birth_date: 2005-11-20", "sex: male", "height: {value: 180 cm, date: 2025-01-01}")
    assert set(computed("egfr", *young, CREATININE)) == {"ckd_epi", "ckid_u25"}


@pytest.mark.parametrize(
    "lines",
    [
        (*WOMAN,),
        (CREATININE, "sex: female"),
        (CREATININE, "birth_date: 1990-02-11"),
        (CREATININE, "birth_date: 1990", "sex: female"),
        (CREATININE, "birth_date: 1990-02-11", "sex: other_sex"),
        (*WOMAN, 'creatinine: {value: "<44 umol/L", date: 2026-11-20}'),
        (*WOMAN, "creatinine: {value: 44 umol/L, date: 2026-11}"),
        (*GIRL, CREATININE),
        (*GIRL, CREATININE, "height: {value: 120 cm, date: 2025-11-01}"),
        ("birth_date: 2026-01-01", "sex: female", "height: {value: 70 cm, date: 2026-11-20}", CREATININE),
        (*WOMAN, CREATININE, "egfr: {value: 12 mL/min/1.73m2, date: 2026-11-20}"),
        (*WOMAN, CREATININE, "egfr: {value: 12 mL/min/1.73m2, date: 2026-11-21}"),
        (*WOMAN, CREATININE, "egfr: {value: 12 mL/min/1.73m2, date: 2026-11}"),
    ],
)
def test_where_nothing_is_computed(lines: tuple[str, ...]) -> None:
    """An input that is open, no exact number or too old; an infant; a value that was typed and may be as new."""
    assert computed("egfr", *lines) == {}


def test_an_older_typed_value_stays_beside_it() -> None:
    """It is the newest that counts, and what was typed is still on record."""
    chart = chart_of(*WOMAN, CREATININE, "egfr: {value: 12 mL/min/1.73m2, date: 2026-01-20}")
    assert [bool(each.parts) for each in chart.of("egfr")] == [False, True]


def judged(*lines: str) -> Verdict:
    """Return the verdict of the criterion that asks for 30 mL/min/1.73 m² within 28 days."""
    screening = screen(compiled("example-sle-cart-01"), chart_of(*lines), ON)
    return next(each.verdict for each in screening.best.judgements if "egfr" in str(each.criterion.satisfied).lower())


def with_creatinine(milligrams: str) -> tuple[str, ...]:
    """Return a child with a creatinine."""
    return (*GIRL, HEIGHT, f"creatinine: {{value: {milligrams} mg/dL, date: 2026-11-20}}")


def test_a_criterion_without_a_formula_asks_all_of_them() -> None:
    """Both above the limit passes, both below fails; where they disagree it is not decided."""
    rates = {
        text: sorted(amount(each) for each in computed("egfr", *with_creatinine(text)).values())
        for text in ("0.5", "1.8", "4")
    }
    assert rates["0.5"][0] > 30
    assert rates["1.8"][0] < 30 < rates["1.8"][1]
    assert rates["4"][1] < 30
    assert judged(*with_creatinine("0.5")) is Verdict.PASSES
    assert judged(*with_creatinine("4")) is Verdict.FAILS
    assert judged(*with_creatinine("1.8")) not in (Verdict.PASSES, Verdict.FAILS)
