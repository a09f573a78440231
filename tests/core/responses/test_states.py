"""DORIS, LLDAS and PRINTO from what is on record of a visit: every limit from both sides, and what is open."""

from __future__ import annotations

from datetime import date

import pytest

from core.engine.judgement.outcome import Cause
from core.responses.contact import Contact
from core.values.truth import Truth
from tests.core.responses.visits_of import (
    ALL_TOLD,
    CHILD,
    VISIT,
    at,
    chart_of,
    part,
    prednisone,
    response_of,
    sledai,
)

SLE = "diagnoses: [{is: sle, since: 2020-01}]"
JDM = "diagnoses: [{is: jdm, since: 2023-05}]"
YES, NO, OPEN = Truth.TRUE, Truth.FALSE, Truth.UNKNOWN
EARLIER = date(2026, 7, 1)


def pga(value: str) -> str:
    return f"pga_sle: {{value: {value}, date: 2026-08-04}}" if value else ""


def total(value: str) -> str:
    return f"{{value: {value}, date: 2026-08-04}}"


DORIS = [
    # the vectors doris-1 to doris-4
    ("clinical 0", sledai(), "0.4", "5", YES),
    ("physician at the limit", sledai(), "0.5", "5", NO),
    ("glucocorticoid above the limit", sledai(), "0.2", "7.5", NO),
    ("serology alone", sledai("low_complement", "dna_binding"), "0.1", "", YES),
    # the limits from both sides
    ("physician just below", sledai(), "0.49", "5", YES),
    ("glucocorticoid just above", sledai(), "0.2", "5.01", NO),
    ("one clinical item", sledai("rash"), "0.2", "5", NO),
    ("below a limit of detection", sledai(), '"<0.5"', "5", YES),
    ("at most the limit", sledai(), '"<=0.5"', "5", OPEN),
    # what is open
    ("a total without items", total("4"), "0.1", "", OPEN),
    ("a total that no serology can make", total("6"), "0.1", "", NO),
    ("a total of 0", total("0"), "0.1", "", YES),
    ("items unanswered", sledai("low_complement", rest=""), "0.1", "", OPEN),
    ("no physician's global", sledai(), "", "5", OPEN),
    ("no SLEDAI-2K", "", "0.1", "5", OPEN),
    ("decided without the rest", sledai("arthritis"), "", "", NO),
]


@pytest.mark.parametrize(("told", "score", "physician", "dose", "expected"), DORIS, ids=[each[0] for each in DORIS])
def test_doris(told: str, score: str, physician: str, dose: str, expected: Truth) -> None:
    del told
    lines = (SLE, f"sledai_2k: {score}" if score else "", pga(physician), prednisone(dose), ALL_TOLD)
    assert response_of("doris_2021", *lines).truth is expected


@pytest.mark.parametrize(
    ("dose", "is_complete", "expected"),
    [("5", True, YES), ("5", False, OPEN), ("20", False, NO), ("", True, YES), ("", False, OPEN)],
)
def test_the_dose_is_known_where_the_list_is_complete_and_above_a_limit_without_it(
    dose: str, is_complete: bool, expected: Truth
) -> None:
    lines = (SLE, f"sledai_2k: {sledai()}", pga("0.2"), prednisone(dose), ALL_TOLD if is_complete else "")
    found = response_of("doris_2021", *lines)
    assert found.truth is expected
    assert part(found, "prednisolone").truth is expected
    assert bool(found.gaps) is (expected is OPEN)


def test_a_dose_of_another_glucocorticoid_is_taken_as_prednisone() -> None:
    for dose, expected in (("4", YES), ("4.1", NO)):
        course = prednisone(dose).replace("drug: prednisone", "drug: methylprednisolone")
        found = response_of("doris_2021", SLE, f"sledai_2k: {sledai()}", pga("0.2"), course, ALL_TOLD)
        assert found.truth is expected


def lldas(*, items: str, before: str = "", physician: str = "1.0", dose: str = "7.5", answers: str = "") -> Truth:
    scores = ", ".join(each for each in (before, items) if each)
    said = f"lldas: {{inputs: {{{answers}}}, date: 2026-08-04}}" if answers else ""
    lines = (SLE, f"sledai_2k: [{scores}]", pga(physician), prednisone(dose), ALL_TOLD, said)
    return response_of("lldas", *lines).truth


SEROLOGY = sledai("low_complement", "dna_binding", day=EARLIER)
TOLERATED = "standard_therapy: yes, hemolysis_or_gi: no"


@pytest.mark.parametrize(
    ("told", "given", "expected"),
    [
        ("lld-1", {"items": sledai("low_complement", "dna_binding"), "before": SEROLOGY}, YES),
        ("lld-2", {"items": sledai("proteinuria"), "before": SEROLOGY, "physician": "0.5", "dose": "5"}, NO),
        ("lld-3", {"items": sledai("fever"), "before": SEROLOGY, "physician": "0.5", "dose": ""}, NO),
        ("lld-4: new activity", {"items": sledai("rash"), "before": SEROLOGY, "dose": ""}, NO),
        ("the same rash as before", {"items": sledai("rash"), "before": sledai("rash", day=EARLIER)}, YES),
        ("physician above", {"items": sledai(), "physician": "1.1"}, NO),
        ("glucocorticoid above", {"items": sledai(), "dose": "7.51"}, NO),
        ("score of 4", {"items": sledai("rash", "alopecia"), "before": sledai("rash", "alopecia", day=EARLIER)}, YES),
        (
            "score of 5",
            {
                "items": sledai("rash", "alopecia", "leukopenia"),
                "before": sledai("rash", "alopecia", "leukopenia", day=EARLIER),
            },
            NO,
        ),
        ("no earlier assessment", {"items": sledai("rash")}, OPEN),
        ("not asked whether tolerated", {"items": sledai(), "answers": "hemolysis_or_gi: no"}, OPEN),
        ("not tolerated", {"items": sledai(), "answers": "standard_therapy: no"}, NO),
        ("haemolysis not asked", {"items": sledai(), "answers": "standard_therapy: yes"}, OPEN),
        ("nothing answered", {"items": sledai(), "answers": "pga: not_examined"}, OPEN),
    ],
)
def test_lldas(told: str, given: dict[str, str], expected: Truth) -> None:
    del told
    assert lldas(**{"answers": TOLERATED, **given}) is expected


@pytest.mark.parametrize(
    ("ck", "cmas", "mmt8", "physician", "expected"),
    [
        ("150 U/L", "48", "78", "0.2 cm", YES),  # cid-1
        ("160 U/L", "50", "80", "0.0 cm", YES),  # cid-2
        ("100 U/L", "50", "80", "1.5 cm", YES),  # cid-3
        ("100 U/L", "44", "76", "0.1 cm", NO),  # cid-4
        ("151 U/L", "47", "78", "0.2 cm", NO),
        ("150 U/L", "48", "77", "0.3 cm", NO),
        ("150 U/L", "48", "", "0.2 cm", YES),  # three of four, whatever the fourth is
        ("150 U/L", "48", "", "0.3 cm", OPEN),
        ("151 U/L", "47", "", "", NO),
        ("2.5 ukat/L", "48", "78", "3 mm", YES),
        ('"<20 U/L"', "48", "77", "2 mm", YES),
    ],
)
def test_printo(ck: str, cmas: str, mmt8: str, physician: str, expected: Truth) -> None:
    values = {"ck": ck, "cmas": cmas, "phga_vas": physician}
    lines = [f"{name}: {{value: {value}, date: 2026-08-04}}" for name, value in values.items() if value]
    lines += [f"mmt8: {{value: {mmt8}, method: unilateral, date: 2026-08-04}}"] if mmt8 else []
    assert response_of("printo_cid_jdm", JDM, *lines, head=CHILD).truth is expected


def test_a_muscle_test_of_both_sides_is_not_one_of_one_side() -> None:
    found = response_of("printo_cid_jdm", JDM, "mmt8: {value: 80, method: bilateral, date: 2026-08-04}", head=CHILD)
    muscles = part(found, "mmt8")
    assert (muscles.truth, [each.cause for each in muscles.gaps]) == (OPEN, [Cause.METHOD])


def test_two_values_of_one_day_that_differ_leave_it_open_and_two_alike_do_not() -> None:
    for other, expected in (("0.4", YES), ("0.3", OPEN)):
        values = f"pga_sle: [{{value: 0.4, date: 2026-08-04}}, {{value: {other}, date: 2026-08-04}}]"
        found = response_of("doris_2021", SLE, f"sledai_2k: {sledai()}", values, prednisone(""), ALL_TOLD)
        assert found.truth is expected


def test_of_a_window_the_value_nearest_to_the_assessment_counts_and_nothing_outside() -> None:
    values = "pga_sle: [{value: 0.6, date: 2026-07-29}, {value: 0.3, date: 2026-08-05}, {value: 2, date: 2026-08-12}]"
    chart = chart_of(SLE, f"sledai_2k: {sledai()}", values, prednisone(""), ALL_TOLD)
    window = Contact(date(2026, 7, 28), date(2026, 8, 11), VISIT)
    assert at("doris_2021", chart, contact=window).truth is YES
    assert at("doris_2021", chart).truth is OPEN  # the day alone has no physician's global


def test_what_somebody_recorded_stands_and_a_difference_is_told() -> None:
    recorded = "doris_2021: {value: met, date: 2026-08-04}"
    lines = (SLE, f"sledai_2k: {sledai('rash')}", pga("0.2"), prednisone("5"), ALL_TOLD)
    found = response_of("doris_2021", *lines, recorded)
    assert (found.truth, found.differs) == (YES, True)
    assert part(found, "clinical_sledai").truth is NO
    alike = response_of("doris_2021", *lines, recorded.replace("met", "not_met"))
    assert (alike.truth, alike.differs) == (NO, False)


def test_what_is_open_carries_its_cause_and_what_is_known_none() -> None:
    found = response_of("doris_2021", SLE, f"sledai_2k: {sledai()}", prednisone("5"), ALL_TOLD)
    assert [(each.cause, each.subject) for each in found.gaps] == [(Cause.MISSING, "pga_sle")]
    assert [each.gaps for each in found.parts if each.truth.is_known] == [(), ()]
