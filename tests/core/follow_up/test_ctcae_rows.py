"""Infections, IgG and laboratory values in the toxicity log: graded from what was recorded, never from what was not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from core.chart.chart import Chart
from core.chart.entries import Course, Episode, Finding
from core.chart.values import Coded, Fact, Measured, Value
from core.exchange.toxicity_answer import toxicity_answer
from core.follow_up.strip import Strip
from core.language.phrases import spoken
from core.values.interval import Interval
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity
from core.wording.toxicity import ToxicityWords
from tests.core.follow_up.test_toxicity import DAY0, ON, chart, grade, measured, on, strip, vital
from tests.sample_screenings import catalogue

FALLING = {"haemoglobin": ("g/dL", "12", "10", "8"), "wbc": ("10^9/L", "4", "3", "2", "1"),
           "alc": ("10^9/L", "1.1", "0.8", "0.5", "0.2"), "albumin": ("g/L", "35", "30", "20")}  # fmt: skip
"""The laboratory's lower limit, then the lower ends of the grades, as CTCAE v5 prints them."""
RISING = {"alt": ("U/L", "1", "3", "5", "20"), "bilirubin": ("mg/dL", "1", "1.5", "3", "10"),
          "ck": ("U/L", "1", "2.5", "5", "10")}  # fmt: skip
UPPER = Decimal(40)


def quantity(text: str, unit: str) -> Quantity:
    return Quantity(Interval.exactly(Decimal(text)), unit, f"{text} {unit}")


def limited(finding: Finding, *, lower: str = "", upper: str = "") -> Finding:
    unit = finding.value.quantity.unit if isinstance(finding.value, Measured) else ""
    return replace(
        finding,
        lower_limit=quantity(lower, unit) if lower else None,
        upper_limit=quantity(upper, unit) if upper else None,
    )


def infection(first: int, last: int | None, **fields: Value) -> Episode:
    return Episode("diagnoses/1", "pneumonia", on(first), None if last is None else on(last), fields=fields)


def words(found: Chart, told: Strip, language: str = "en") -> ToxicityWords:
    return ToxicityWords(told, found, catalogue(), spoken(language))


def plain(grade_of: str, number: Decimal) -> int:
    """The grade by a table read from top to bottom."""
    if grade_of in FALLING:
        _, lower, *ends = FALLING[grade_of]
        return sum(number < Decimal(end) for end in (lower, *ends))
    return sum(number / UPPER > Decimal(end) for end in RISING[grade_of][1:])


def row_of(concept: str) -> str:
    return f"ctcae_{concept}"


@pytest.mark.parametrize("concept", sorted(FALLING))
def test_counts_at_every_boundary_and_beside_it(concept: str) -> None:
    """Each end of the table, a shade below and a shade above it, against a plain reading."""
    unit, lower, *ends = FALLING[concept]
    numbers = [
        Decimal(end) + shade for end in (lower, *ends) for shade in (Decimal("-0.01"), Decimal(0), Decimal("0.01"))
    ]
    for number in numbers:
        found = strip(chart(limited(measured(concept, 3, f"{number}", unit, 1), lower=lower)))
        expected = plain(concept, number)
        shown = grade(found, row_of(concept), 3)
        assert shown == ((expected, expected) if expected else None), (concept, number)


@pytest.mark.parametrize("concept", sorted(RISING))
def test_multiples_of_the_limit_at_every_boundary(concept: str) -> None:
    """With a baseline within the limit: by multiples of the limit."""
    unit, *ends = RISING[concept]
    for end in ends:
        for shade in (Decimal("-0.1"), Decimal(0), Decimal("0.1")):
            number = Decimal(end) * UPPER + shade
            before = limited(measured(concept, -7, "20", unit, 1), upper=f"{UPPER}")
            value = limited(measured(concept, 3, f"{number}", unit, 2), upper=f"{UPPER}")
            expected = plain(concept, number)
            shown = grade(strip(chart(before, value)), row_of(concept), 3)
            assert shown == ((expected, expected) if expected else None), (concept, number)


def test_an_abnormal_baseline_counts_and_one_that_nobody_knows_leaves_a_range() -> None:
    """ALT of 130 at a limit of 40: grade 2 by the limit, 1 by a baseline of 60; without one it may be none at all."""
    value = limited(measured("alt", 3, "130", "U/L", 2), upper="40")
    high = limited(measured("alt", -7, "60", "U/L", 1), upper="40")
    assert grade(strip(chart(high, value)), "ctcae_alt", 3) == (1, 1)
    found = chart(value)
    told = strip(found)
    assert told.row("ctcae_alt") is None
    assert [each.kind.id for each in told.open_rows] == ["ctcae_alt"]
    assert words(found, told).open_rows.endswith("Not on record: Baseline.")


def test_units_are_converted_and_the_limit_with_them() -> None:
    """Haemoglobin in mmol/L, CD4 per microlitre, fibrinogen in mg/dL."""
    found = strip(
        chart(
            limited(measured("haemoglobin", 3, "5.5", "mmol/L", 1), lower="7.5"),  # 8.9 g/dL
            limited(measured("cd4_count", 3, "120", "/uL", 1), lower="500"),
            limited(measured("fibrinogen", 3, "90", "mg/dL", 1), lower="200"),
        )
    )
    assert grade(found, "ctcae_haemoglobin", 3) == (2, 2)
    assert grade(found, "ctcae_cd4_count", 3) == (3, 3)
    assert grade(found, "ctcae_fibrinogen", 3) == (3, 3)


def test_below_a_limit_of_detection_is_both_its_ends() -> None:
    """Lymphocytes "<0.3": 0.29 is grade 3, 0.1 grade 4; "<0.2" is 4 alone."""
    assert grade(strip(chart(measured("alc", 3, "<0.3", "10^9/L", 1))), "ctcae_alc", 3) == (3, 4)
    assert grade(strip(chart(measured("alc", 3, "<0.2", "10^9/L", 1))), "ctcae_alc", 3) == (4, 4)


def test_no_limit_on_record_is_no_grade_and_is_named() -> None:
    """Potassium of 3.2 without a limit of the laboratory is not taken to be normal, nor to be low."""
    found = chart(measured("potassium", 3, "3.2", "mmol/L", 1), measured("ck", 4, "900", "U/L", 1))
    told = strip(found)
    assert {each.kind.id for each in told.open_rows} == {"ctcae_potassium", "ctcae_ck"}
    answer = toxicity_answer(told)
    assert json.dumps(answer["not_told"]).count("ULN") == 1


def test_neutrophils_and_platelets_are_not_graded_by_ctcae() -> None:
    """ICAHT grades them: two grades of one count would be two truths."""
    told = strip(chart(measured("anc", 3, "0.2", "10^9/L", 1), measured("platelets", 3, "10", "10^9/L", 1)))
    assert not [each for each in told.rows if each.kind.test]


def test_febrile_neutropenia_is_of_one_day_alone() -> None:
    """Fever of the day before with the count of today is none; 38.0 for an hour is asked, not assumed."""
    low = measured("anc", 3, "0.9", "10^9/L", 1)
    assert grade(strip(chart(low, vital(3, "38.4", 1))), "febrile_neutropenia", 3) == (3, 3)
    assert strip(chart(low, vital(2, "39.5", 1))).row("febrile_neutropenia") is None
    open_one = strip(chart(low, vital(3, "38.1", 1)))
    assert [each.kind.id for each in open_one.open_rows] == ["febrile_neutropenia"]
    assert strip(chart(measured("anc", 3, "1.0", "10^9/L", 1), vital(3, "40", 1))).row("febrile_neutropenia") is None


YES, NO = Fact(is_so=True), Fact(is_so=False)


def severe(word: str) -> Coded:
    return Coded(frozenset({word}))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"needs_iv_treatment": YES, "severity": severe("severe")}, (3, 3)),
        ({"needs_iv_treatment": YES, "severity": severe("life_threatening")}, (4, 4)),
        ({"needs_iv_treatment": YES}, (3, 4)),
        ({"needs_treatment": NO, "severity": severe("mild")}, (1, 1)),
        ({"needs_treatment": YES, "needs_iv_treatment": NO, "severity": severe("moderate")}, (2, 3)),
        ({"needs_treatment": YES, "severity": severe("moderate")}, (2, 3)),
        ({"severity": severe("mild")}, (1, 3)),
        ({}, (1, 4)),
    ],
)
def test_an_infection_is_graded_by_what_was_recorded_of_it(fields: dict[str, Value], expected: tuple[int, int]) -> None:
    """What nobody told leaves a range; it stands on each of its days and on no other."""
    found = strip(chart(events=(infection(3, 6, **fields),)))
    assert [grade(found, "infection", day) for day in (2, 3, 6, 7)] == [None, expected, expected, None]


def test_an_infection_that_nobody_ended_goes_on_and_a_death_is_not_ruled_out() -> None:
    """Of one whose end is not on record, with nothing later on record, nobody knows how it ended."""
    told = strip_on(chart(events=(infection(3, None, needs_iv_treatment=YES, severity=severe("severe")),)), 9)
    assert grade(told, "infection", 9) == (3, 5)
    assert grade(told, "infection", 10) is None


def strip_on(found: Chart, day: int) -> Strip:
    return strip(found, DAY0 + timedelta(days=day))


def test_old_and_suspected_infections_are_no_toxicity() -> None:
    """What began before the log is history; a suspicion is told as one and has no grade."""
    old = infection(-20, None, needs_iv_treatment=YES)
    assert strip(chart(events=(old,))).row("infection") is None
    maybe = replace(infection(4, 6), is_suspected=True)
    found = chart(events=(maybe,))
    row = strip(found).row("infection")
    assert row is not None
    assert row.on(4).graded is None
    assert words(found, strip(found)).cell(row, row.on(4)) == "Infections, CTCAE (from memory): Pneumonia, suspected"


def test_a_clinicians_grade_stands_beside_it_and_differs_with_its_reason() -> None:
    """On one day compared with that day."""
    said: dict[str, Value] = {
        "needs_iv_treatment": YES,
        "severity": severe("severe"),
        "grade": Measured(quantity("2", "")),
        "grade_reason": severe("judgement"),
    }
    found = chart(events=(infection(3, 3, **said),))
    told = strip(found)
    row = told.row("infection")
    assert row is not None
    assert [each.grade for each in row.on(3).differing] == [2]
    assert "clinical judgement" in words(found, told).cell(row, row.on(3))
    assert "klinisches Urteil" in words(found, told, "de").cell(row, row.on(3))


def test_igg_tells_the_limit_and_what_was_given() -> None:
    """4 g/L is at the published limit, 4.1 above it; under immunoglobulin a value says so; 390 mg/dL is 3.9 g/L."""
    given = Course("treatments/1", "immunoglobulin_iv", on(10), on(12))
    findings = (
        measured("igg", 5, "4.0", "g/L", 1),
        measured("igg", 6, "4.1", "g/L", 2),
        measured("igg", 11, "390", "mg/dL", 3),
    )
    found = replace(chart(*findings), courses=(given,))
    told = strip(found)
    row = told.row("igg")
    assert row is not None
    assert [row.on(day).level for day in (5, 6, 11)] == [1, 0, 1]
    assert [row.on(day).there for day in (9, 10, 11, 12, 13)] == [(), *[("treatments/1",)] * 3, ()]
    said = words(found, told)
    assert said.shortly(row.on(11)) == "3.9•"
    assert said.shortly(row.on(10)) == "•"
    assert "the value shows that too" in said.cell(row, row.on(11))


def test_of_children_the_laboratorys_limit_counts_of_adults_it_does_not() -> None:
    """IgG of 5 at a lower limit of 6.1."""
    low = limited(measured("igg", 5, "5", "g/L", 1), lower="6.1")
    for born, level in (("2016-05-01", 1), ("1990-05-01", 0)):
        row = strip(chart(low, born=born)).row("igg")
        assert row is not None
        assert row.on(5).level == level


def test_other_events_stand_with_their_grade_or_without() -> None:
    """The recorded grade of a clinician; an event that nobody graded is not left out, and has none."""
    graded = Episode("events/1", "deep_vein_thrombosis", on(7), fields={"grade": Measured(quantity("3", ""))})
    ungraded = Episode("events/2", "seizure", on(9))
    found = chart(events=(graded, ungraded))
    told = strip(found)
    row = told.row("other_events")
    assert row is not None
    said = words(found, told)
    assert said.shortly(row.on(7)) == "(3)"
    assert said.shortly(row.on(9)) == "•"
    assert row.in_all.highest == (3, 3)
    assert said.cell(row, row.on(7)).startswith("Other events, as graded: Deep vein thrombosis, clinician: 3")


def test_later_infections_make_columns_of_their_own() -> None:
    """An infection on day 100 stands; a laboratory value of then is a trend."""
    found = strip(chart(measured("alc", 90, "0.1", "10^9/L", 1), events=(infection(100, 104, needs_iv_treatment=YES),)))
    assert 100 in found.days
    assert 90 not in found.days
    assert Fraction(len(found.days)) == 35
    assert ON > DAY0
    assert PartialDate.on(DAY0).is_exact
