"""What is computed of heart and lung: QTc, per cent, z, lower limit, correction for haemoglobin; and conflicts."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import pytest

from core.chart.entries import Finding
from tests.core.chart.test_measures import amount, chart_of, computed

MAN = ("birth_date: 2001-11-20", "sex: male")
HEIGHT = "height: {value: 180 cm, date: 2026-11-01}"
FVC = "fvc: {value: 4.2 L, date: 2026-11-20}"
TLCO = "tlco: {value: 8.2 mmol/min/kPa, method: uncorrected, date: 2026-11-20}"
HB = "haemoglobin: {value: 9.0 g/dL, date: 2026-11-18}"
QT, RATE = "qt_interval: {value: 380 ms, date: 2026-11-20}", "ecg_rate: {value: 90 /min, date: 2026-11-20}"


def test_the_corrected_interval_is_that_of_the_ecg() -> None:
    """380 ms at 90 beats are 434.99 ms; the units move nothing."""
    (found,) = computed("qtcf", *MAN, QT, RATE).values()
    assert amount(found) == pytest.approx(434.99, abs=0.01)
    assert set(found.parts) == {"qt_interval/1", "ecg_rate/1"}
    (seconds,) = computed("qtcf", *MAN, QT.replace("380 ms", "0.38 s"), RATE).values()
    assert amount(seconds) == amount(found)


@pytest.mark.parametrize(
    "lines",
    [
        (QT,),
        (QT, "ecg_rate: {value: 90 /min, date: 2026-11-19}"),
        (QT, "ecg_rate: {value: 90 /min, date: 2026-11}"),
        (QT, 'ecg_rate: {value: ">90 /min", date: 2026-11-20}'),
        (QT, "ecg_rate: [{value: 90 /min, date: 2026-11-20}, {value: 70 /min, date: 2026-11-20}]"),
        (QT, "vital_signs: {heart_rate: 90 /min, date: 2026-11-20}"),
        (QT, RATE, "qtcf: {value: 460 ms, date: 2026-11-21}"),
        (QT, RATE, "qtcf: {value: 460 ms, date: 2026-11}"),
    ],
)
def test_where_no_interval_is_computed(lines: tuple[str, ...]) -> None:
    """A rate of another day, known in part, of several, a pulse; a typed value that may be newer."""
    assert computed("qtcf", *MAN, *lines) == {}


def test_of_several_ecgs_of_a_day_the_clock_tells_which_belong_together() -> None:
    """The newest interval with the rate of its moment."""
    rates = "ecg_rate: [{value: 60 /min, date: 2026-11-20T08:00}, {value: 90 /min, date: 2026-11-20T14:00}]"
    (found,) = computed("qtcf", QT.replace("2026-11-20", "2026-11-20T14:00"), rates).values()
    assert amount(found) == pytest.approx(434.99, abs=0.01)
    assert "ecg_rate/2" in found.parts


def test_spirometry_by_each_reference_that_is_known() -> None:
    """Figures of GLI Global 2022 (79.2 %, z -1.574) and GLI-2012 (73.7 %, z -2.271) for the same man of 25."""
    (alone,) = computed("fvc_percent", *MAN, HEIGHT, FVC).items()
    assert alone[0] == "gli_2022"
    assert amount(alone[1]) == pytest.approx(79.2, abs=0.05)
    group = "lung_reference_group: gli_caucasian"
    percent, z = (computed(name, *MAN, HEIGHT, FVC, group) for name in ("fvc_percent", "fvc_z"))
    assert {name: round(amount(each), 1) for name, each in percent.items()} == {"gli_2022": 79.2, "gli_2012": 73.7}
    assert {name: round(amount(each), 2) for name, each in z.items()} == {"gli_2022": -1.57, "gli_2012": -2.27}
    assert lower(percent["gli_2012"]) == pytest.approx(100 * 4.612 / 5.701, abs=0.03)
    assert set(percent["gli_2012"].parts) == {"fvc/1", "height/1", "sex", "lung_reference_group/1"}


def lower(finding: Finding) -> float:
    """Return the lower limit of a finding."""
    assert finding.lower_limit is not None
    assert isinstance(finding.lower_limit.amount.low, Decimal)
    return float(finding.lower_limit.amount.low)


def test_the_transfer_factor_as_measured_and_corrected() -> None:
    """71.6 % of 11.458 mmol/min/kPa; with 9 g/dL the factor of a man is (10.22 + 9) / (1.7 * 9)."""
    found = computed("dlco_percent", *MAN, HEIGHT, TLCO, HB)
    assert amount(found["uncorrected"]) == pytest.approx(71.6, abs=0.05)
    assert amount(found["hb_corrected"]) == pytest.approx(71.57 * 19.22 / 15.3, abs=0.05)
    assert "haemoglobin/1" in found["hb_corrected"].parts
    assert "haemoglobin/1" not in found["uncorrected"].parts
    z = computed("dlco_z", *MAN, HEIGHT, TLCO, HB)
    assert amount(z["uncorrected"]) == pytest.approx(-2.319, abs=0.005)
    assert amount(z["hb_corrected"]) > amount(z["uncorrected"])
    traditional = TLCO.replace("8.2 mmol/min/kPa", "24.4934 mL/min/mmHg")
    assert amount(computed("dlco_percent", *MAN, HEIGHT, traditional)["uncorrected"]) == amount(found["uncorrected"])


def test_a_transfer_factor_is_corrected_once() -> None:
    """One that was printed as corrected stays, one of which nobody said so is not corrected and not called either."""
    printed = computed("dlco_percent", *MAN, HEIGHT, HB, TLCO.replace("uncorrected", "hb_corrected"))
    assert {name: round(amount(each), 1) for name, each in printed.items()} == {"hb_corrected": 71.6}
    unsaid = computed("dlco_percent", *MAN, HEIGHT, HB, TLCO.replace(" method: uncorrected,", ""))
    assert {name: round(amount(each), 1) for name, each in unsaid.items()} == {"": 71.6}
    late = HB.replace("2026-11-18", "2026-11-21")
    old = HB.replace("2026-11-18", "2026-06-18")
    for haemoglobin in (late, old):
        assert set(computed("dlco_percent", *MAN, HEIGHT, TLCO, haemoglobin)) == {"uncorrected"}


@pytest.mark.parametrize(
    "lines",
    [
        (FVC,),
        (FVC, HEIGHT, "sex: other_sex"),
        (FVC, HEIGHT, "birth_date: 2024-11-20"),
        (FVC, HEIGHT, "birth_date: 2001"),
        ('fvc: {value: ">4.2 L", date: 2026-11-20}', HEIGHT),
        (FVC, HEIGHT, "fvc_percent: {value: 50 %, date: 2026-11-21}"),
        (FVC, HEIGHT, "fvc_percent: {value: 50 %, method: gli_2022, date: 2026-11-20}"),
    ],
)
def test_where_no_lung_function_is_computed(lines: tuple[str, ...]) -> None:
    """No height, no sex of two, too young for the reference, a birth date in part, a limit; a typed value stands."""
    said = {line.partition(":")[0] for line in lines}
    others = [line for line in MAN if line.partition(":")[0] not in said]
    assert computed("fvc_percent", *others, *lines) == {}


CONFLICTS: Mapping[str, tuple[str, tuple[str, ...], str, bool]] = {
    "typed as computed": ("qtcf", (QT, RATE), "435 ms", False),
    "a slip": ("qtcf", (QT, RATE), "453 ms", True),
    "rounded": ("fvc_percent", (HEIGHT, FVC), "79 %", False),
    "rounded otherwise": ("fvc_percent", (HEIGHT, FVC), "80 %", True),
    "by its reference": ("fvc_percent", (HEIGHT, FVC), "49 %, method: gli_2022", True),
    "by another reference": ("fvc_percent", (HEIGHT, FVC), "49 %, method: gli_2012", False),
    "up to a limit": ("fvc_percent", (HEIGHT, FVC), '">60 %"', False),
    "beyond a limit": ("fvc_percent", (HEIGHT, FVC), '">90 %"', True),
    "its body mass index": ("bmi", (HEIGHT, "weight: {value: 81 kg, date: 2026-11-20}"), "25.0 kg/m2", False),
    "a mass index of somebody else": ("bmi", (HEIGHT, "weight: {value: 81 kg, date: 2026-11-20}"), "29 kg/m2", True),
    "a filtration rate": ("egfr", ("creatinine: {value: 1 mg/dL, date: 2026-11-20}",), "40 mL/min/1.73m2", True),
    "by another formula": (
        "egfr", ("creatinine: {value: 1 mg/dL, date: 2026-11-20}",), "40 mL/min/1.73m2, method: ckd_epi_cystatin", False
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CONFLICTS)
def test_a_typed_value_that_its_inputs_do_not_give_is_contradicted(case: str) -> None:
    """It stands as it was typed, and what is computed stands against it; what is rounded to it does not."""
    concept, lines, typed, is_contrary = CONFLICTS[case]
    finding, *others = chart_of(*MAN, *lines, f"{concept}: {{value: {typed}, date: 2026-11-20}}").of(concept)
    assert not finding.parts
    assert bool(others) is ("another" in case.partition("by ")[2])  # by another method both stand
    assert bool(finding.against) is is_contrary
    if is_contrary:
        assert all(each.parts for each in finding.against)
