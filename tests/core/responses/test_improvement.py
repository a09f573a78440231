"""TIS 2016 and ACR CRISS between the baseline and a visit: the vectors, every threshold, what is open."""

from __future__ import annotations

import pytest

from core.engine.judgement.outcome import Cause
from core.responses.response import Response
from core.values.truth import Truth
from tests.core.responses.visits_of import CHILD, before_and_now, part, response_of

ADULT = "diagnoses: [{is: dm, since: 2020-01-10}]"
JDM = "diagnoses: [{is: jdm, since: 2023-05}]"
SSC = "diagnoses: [{is: diffuse_ssc, since: 2020-01-10}]"
TIS_6 = {
    "phga_vas": ("7 cm", "3 cm"),
    "ptga_vas": ("6 cm", "4 cm"),
    "haq_di": ("1.5", "1.0"),
    "extramuscular_vas": ("5 cm", "3 cm"),
}
MUSCLES = "mmt8: [{value: 56, method: unilateral, date: 2026-01-20}, {value: 68, method: unilateral, date: 2026-08-04}]"
DAYS = ("2026-01-20", "2026-08-04")
CK = "ck: [{value: 900 U/L, uln: 100 U/L, date: 2026-01-20}, {value: 225 U/L, uln: 150 U/L, date: 2026-08-04}]"


def lines_of(values: dict[str, tuple[str, str]]) -> tuple[str, ...]:
    return tuple(before_and_now(name, *pair) for name, pair in values.items())


def adult(*more: str, **changed: tuple[str, str]) -> Response:
    values = {name: pair for name, pair in {**TIS_6, **changed}.items() if any(pair)}
    return response_of("tis_2016", ADULT, *lines_of(values), *more)


def test_the_vector_of_values_before_and_after() -> None:
    """tis-6: 17.5 + 5 + 20 + 7.5 + 7.5 + 12.5."""
    found = adult(MUSCLES, CK)
    assert (found.low, found.high, found.words, found.truth) == (70, 70, ("major",), Truth.TRUE)
    changes = [(each.id, round(each.change or 0, 1), each.points) for each in found.parts]
    assert changes == [
        ("physician", 40, 17.5),
        ("patient", 20, 5),
        ("mmt", 15, 20),
        ("haq", 16.7, 7.5),
        ("enzyme", 50, 7.5),
        ("extramuscular", 20, 12.5),
    ]


@pytest.mark.parametrize(
    ("population", "head", "diagnosis", "points", "category"),
    [
        # physician 20 points, muscles 20 or 10, HAQ 7.5: the thresholds 20/40/60 and 30/45/70 from both sides
        ("adult", None, ADULT, 20, "minimal"),
        ("adult", None, ADULT, 17.5, "none"),
        ("adult", None, ADULT, 40, "moderate"),
        ("adult", None, ADULT, 37.5, "minimal"),
        ("adult", None, ADULT, 60, "major"),
        ("adult", None, ADULT, 57.5, "moderate"),
        ("jdm", CHILD, JDM, 30, "minimal"),
        ("jdm", CHILD, JDM, 27.5, "none"),
        ("jdm", CHILD, JDM, 45, "moderate"),
        ("jdm", CHILD, JDM, 42.5, "minimal"),
        ("jdm", CHILD, JDM, 70, "major"),
        ("jdm", CHILD, JDM, 67.5, "moderate"),
    ],
)
def test_the_thresholds_of_each_population(
    population: str, head: tuple[str, ...] | None, diagnosis: str, points: float, category: str
) -> None:
    haq = "haq_di" if population == "adult" else "chaq"
    lines = recipe(points, haq)
    found = (
        response_of("tis_2016", diagnosis, *lines, head=head) if head else response_of("tis_2016", diagnosis, *lines)
    )
    assert (found.low, found.high, found.words) == (points, points, (category,))


PHYSICIAN = {
    0: ("5 cm", "5 cm"),
    7.5: ("5 cm", "4 cm"),
    15: ("5 cm", "3 cm"),
    17.5: ("7 cm", "4 cm"),
    20: ("9 cm", "2 cm"),
}
MUSCLE = {0: ("60", "60"), 10: ("60", "64"), 20: ("60", "72"), 27.5: ("50", "70"), 32.5: ("40", "78")}
GLOBAL = {0: ("5 cm", "5 cm"), 2.5: ("5 cm", "4 cm"), 5: ("5 cm", "3 cm"), 7.5: ("6 cm", "3 cm"), 10: ("9 cm", "2 cm")}
OUTSIDE = {
    0: ("5 cm", "5 cm"),
    7.5: ("5 cm", "4 cm"),
    12.5: ("5 cm", "3 cm"),
    15: ("6 cm", "3 cm"),
    20: ("9 cm", "2 cm"),
}


def muscles(before: str, now: str) -> str:
    values = (
        f"{{value: {each}, method: unilateral, date: {day}}}" for each, day in zip((before, now), DAYS, strict=True)
    )
    return f"mmt8: [{', '.join(values)}]"


def recipe(points: float, haq: str) -> tuple[str, ...]:
    """Return a record whose measures give so many points; function and enzyme are unchanged."""
    chosen = next(
        (one, two, three, four)
        for one in PHYSICIAN
        for two in GLOBAL
        for three in MUSCLE
        for four in OUTSIDE
        if one + two + three + four == points
    )
    before, now = MUSCLE[chosen[2]]
    return (
        before_and_now("phga_vas", *PHYSICIAN[chosen[0]]),
        before_and_now("ptga_vas", *GLOBAL[chosen[1]]),
        muscles(before, now),
        before_and_now("extramuscular_vas", *OUTSIDE[chosen[3]]),
        before_and_now(haq, "1", "1"),
        "ck: [{value: 90 U/L, uln: 100 U/L, date: 2026-01-20}, {value: 90 U/L, uln: 100 U/L, date: 2026-08-04}]",
    )


@pytest.mark.parametrize(
    ("now", "points"),
    [
        ("6.5 cm", 0),
        ("6.4 cm", 7.5),
        ("5.5 cm", 7.5),
        ("5.4 cm", 15),
        ("4.5 cm", 15),
        ("4.4 cm", 17.5),
        ("3 cm", 17.5),
        ("2.9 cm", 20),
    ],
)
def test_a_band_is_open_below_and_closed_above(now: str, points: float) -> None:
    assert part(adult(MUSCLES, CK, phga_vas=("7 cm", now)), "physician").points == points


def test_a_missing_measure_gives_a_range_and_never_zero_or_a_response() -> None:
    found = adult(MUSCLES)
    assert (found.low, found.high, found.words) == (62.5, 70, ("major",))
    assert [(each.cause, each.subject) for each in part(found, "enzyme").gaps] == [(Cause.MISSING, "muscle_enzymes")]
    few = response_of("tis_2016", ADULT, before_and_now("phga_vas", "7 cm", "6 cm"))
    assert (few.low, few.high, few.truth) == (7.5, 87.5, Truth.UNKNOWN)
    assert few.words == ("none", "minimal", "moderate", "major")


def test_a_baseline_older_than_its_days_is_none_and_one_after_the_infusion_neither() -> None:
    for day, is_there in (("2025-11-06", True), ("2025-11-05", False), ("2026-02-04", True), ("2026-02-05", False)):
        values = f"phga_vas: [{{value: 7 cm, date: {day}}}, {{value: 3 cm, date: 2026-08-04}}]"
        found = part(response_of("tis_2016", ADULT, values), "physician")
        assert (found.points is not None) is is_there


ENZYMES = {
    "the most abnormal at the baseline, though another fell more": (
        "ck: [{value: 300 U/L, uln: 100 U/L, date: 2026-01-20}, {value: 90 U/L, uln: 100 U/L, date: 2026-08-04}]",
        "ldh: [{value: 1000 U/L, uln: 250 U/L, date: 2026-01-20}, {value: 1000 U/L, uln: 250 U/L, date: 2026-08-04}]",
        0,
    ),
    "one without its limit leaves open which that is": (
        CK,
        "ldh: [{value: 1000 U/L, date: 2026-01-20}, {value: 250 U/L, uln: 250 U/L, date: 2026-08-04}]",
        None,
    ),
    "the most abnormal has no value at the visit": (
        CK,
        "ldh: {value: 9000 U/L, uln: 250 U/L, date: 2026-01-20}",
        None,
    ),
    "a hundred and fifty times the limit": (
        "ck: [{value: 29133 U/L, uln: 190 U/L, date: 2026-01-20}, {value: 150 U/L, uln: 190 U/L, date: 2026-08-04}]",
        "",
        7.5,
    ),
    "in two units": (
        "ck: [{value: 15 ukat/L, uln: 100 U/L, date: 2026-01-20}, {value: 150 U/L, uln: 150 U/L, date: 2026-08-04}]",
        "",
        7.5,
    ),
}


@pytest.mark.parametrize("told", ENZYMES)
def test_the_enzyme(told: str) -> None:
    *lines, points = ENZYMES[told]
    found = part(response_of("tis_2016", ADULT, *map(str, lines)), "enzyme")
    assert found.points == points
    assert bool(found.gaps) is (points is None)


def test_muscles_are_compared_by_one_scale_alone() -> None:
    mixed = (
        "mmt8: [{value: 56, method: unilateral, date: 2026-01-20}, {value: 140, method: bilateral, date: 2026-08-04}]"
    )
    assert part(response_of("tis_2016", ADULT, mixed), "mmt").points is None
    untold = "mmt8: [{value: 56, date: 2026-01-20}, {value: 68, date: 2026-08-04}]"
    assert [each.cause for each in part(response_of("tis_2016", ADULT, untold), "mmt").gaps] == [Cause.METHOD]


def test_in_juveniles_the_core_set_of_printo_stands_for_what_is_not_there() -> None:
    lines = (before_and_now("cmas", "26", "52"), before_and_now("chaq", "3", "0"), before_and_now("das_jdm", "20", "0"))
    found = response_of("tis_2016", JDM, *lines, head=CHILD)
    points = {each.id: each.points for each in found.parts}
    assert (points["mmt"], points["haq"], points["extramuscular"]) == (32.5, 10, 20)
    grown = response_of("tis_2016", ADULT, *lines)
    assert [each.points for each in grown.parts] == [None] * 6


def test_whose_thresholds_hold_is_open_where_the_onset_is() -> None:
    found = response_of("tis_2016", "diagnoses: [{is: pm}]", *recipe(42.5, "haq_di"))
    assert (found.low, found.words) == (42.5, ("minimal", "moderate"))


def test_a_recorded_score_stands_and_a_difference_is_told() -> None:
    for number, differs in (("70", False), ("42.5", True)):
        found = adult(MUSCLES, CK, f"tis_2016: {{value: {number}, date: 2026-08-04}}")
        assert (found.low, found.differs) == (float(number), differs)


# --- CRISS

NO_EVENT = (
    "diagnoses_complete: {since: 2000-01-01, as_of: 2026-08-20}",
    "lvef: {value: 62 %, date: 2026-08-04}",
)


CRISS = {
    "mrss": ("28", "20"),
    "ptga_vas": ("5 cm", "3 cm"),
    "phga_vas": ("6 cm", "4 cm"),
    "haq_di": ("1.5", "1"),
    "fvc_percent": ("80 %", "82 %"),
}


def criss(*more: str, **changed: tuple[str, str]) -> Response:
    values = {name: pair for name, pair in {**CRISS, **changed}.items() if any(pair)}
    return response_of("criss", SSC, *lines_of(values), *more)


@pytest.mark.parametrize(
    ("changed", "expected", "truth"),
    [
        ({}, 0.9914, Truth.TRUE),  # criss-2
        (  # criss-3
            {"mrss": ("25", "20"), "ptga_vas": ("5 cm", "4 cm"), "phga_vas": ("6 cm", "5 cm"),
             "haq_di": ("1.5", "1.25"), "fvc_percent": ("82 %", "82 %")},
            0.5505,
            Truth.FALSE,
        ),
        (  # criss-4
            {"mrss": ("26", "20"), "ptga_vas": ("5 cm", "5 cm"), "phga_vas": ("6 cm", "5 cm"), "haq_di": ("1", "0.875"),
             "fvc_percent": ("80 %", "83 %")},
            0.6934,
            Truth.TRUE,
        ),
        (  # criss-1
            {"mrss": ("20", "20"), "ptga_vas": ("5 cm", "5 cm"), "phga_vas": ("6 cm", "6 cm"), "haq_di": ("1", "1"),
             "fvc_percent": ("82 %", "82 %")},
            0.0039,
            Truth.FALSE,
        ),
    ],
)  # fmt: skip
def test_the_vectors_of_criss(changed: dict[str, tuple[str, str]], expected: float, truth: Truth) -> None:
    found = criss(*NO_EVENT, **changed)
    assert round(found.low or 0, 4) == round(found.high or 0, 4) == expected
    assert found.truth is truth


def test_an_event_of_the_first_step_gives_zero() -> None:
    crisis = "diagnoses: [{is: diffuse_ssc, since: 2020-01-10}, {is: scleroderma_renal_crisis, since: 2026-05-01}]"
    lines = (before_and_now("mrss", "28", "8"), before_and_now("fvc_percent", "80 %", "90 %"))
    found = response_of("criss", crisis, *lines)
    assert part(found, "step1_event").truth is Truth.FALSE
    assert (found.truth, found.low, found.high) == (Truth.FALSE, 0, 0)


@pytest.mark.parametrize(
    ("told", "more", "is_open"),
    [
        ("all is told", NO_EVENT, False),
        ("no ejection fraction", NO_EVENT[:1], True),
        ("no complete list of diagnoses", NO_EVENT[1:], True),
        ("ejection fraction at the limit", (NO_EVENT[0], "lvef: {value: 45 %, date: 2026-08-04}"), True),
        ("ejection fraction above it", (NO_EVENT[0], "lvef: {value: 46 %, date: 2026-08-04}"), False),
    ],
)
def test_no_event_is_known_only_where_the_record_says_so(told: str, more: tuple[str, ...], is_open: bool) -> None:
    del told
    found = criss(*more)
    assert (part(found, "step1_event").truth is Truth.UNKNOWN) is is_open
    assert (found.truth, found.low == 0) == ((Truth.UNKNOWN, True) if is_open else (Truth.TRUE, False))


@pytest.mark.parametrize(
    ("before", "now", "is_open"),
    [("80 %", "68 %", True), ("80 %", "68.1 %", False), ("94.2 %", "80 %", False), ("94.2 %", "79.9 %", True)],
)
def test_a_fall_of_fvc_that_may_be_an_event_leaves_it_open(before: str, now: str, is_open: bool) -> None:
    found = criss(*NO_EVENT, fvc_percent=(before, now))
    assert (part(found, "step1_event").truth is Truth.UNKNOWN) is is_open


def test_two_references_of_fvc_are_not_compared() -> None:
    before, now = (
        "{value: 80 %, method: gli_2012, date: 2026-01-20}",
        "{value: 90 %, method: gli_2022, date: 2026-08-04}",
    )
    values = f"fvc_percent: [{before}, {now}]"
    found = criss(*NO_EVENT, values, fvc_percent=("", ""))
    assert (found.truth, found.low) == (Truth.UNKNOWN, None)
    assert [each.cause for each in part(found, "fvc").gaps] == [Cause.METHOD]


@pytest.mark.parametrize("name", CRISS)
def test_a_missing_measure_leaves_criss_open(name: str) -> None:
    found = criss(*NO_EVENT, **{name: (CRISS[name][0], "")})
    assert (found.truth, found.low) == (Truth.UNKNOWN, None)
