"""What of a record can be reported: what may have begun after the infusion, and nothing that was given or done."""

from __future__ import annotations

from datetime import date

import pytest

from core.safety import Matter, reportables
from core.values.partial_date import PartialDate
from tests.core.safety.cases import ON, patient
from tests.sample_screenings import catalogue

INFUSED = "infusion: {date: 2026-02-04, product: autologous}"


def ids(*lines: str, matter: Matter = Matter.EVENT) -> list[str]:
    return [each.concept or each.text for each in reportables(patient(*lines), catalogue(), ON, matter)]


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("events: [{event: seizure, date: 2026-03-01}]", ["seizure"]),
        ("events: [{event: seizure, date: 2026-02-04}]", ["seizure"]),
        ("events: [{event: seizure, date: 2026-02-03}]", []),
        ("events: [{event: seizure, date: 2026-02}]", ["seizure"]),
        ("events: [{event: seizure}]", ["seizure"]),
        ("events: [{event: transfusion, date: 2026-03-01}]", []),
        ("events: [{event: surgery, date: 2026-03-01}]", []),
        ("diagnoses: [{is: lymphoma, since: 2026-06}]", ["lymphoma"]),
        ("diagnoses: [{is: lymphoma, since: 2025-06}]", []),
        ("diagnoses: [{is: lymphoma, since: 2026-02}]", ["lymphoma"]),
        ("diagnoses: [{is: lymphoma}]", []),
        ("diagnoses: [{is: osteoporosis, since: 2026-06-01}]", ["osteoporosis"]),
        ("pregnancy_test: {value: positive, date: 2026-09-01}", ["pregnancy_test"]),
        ("pregnancy_test: {value: negative, date: 2026-09-01}", []),
        ("pregnancy_test: {value: positive, date: 2025-09-01}", []),
        ("pregnant: {value: yes, date: 2026-09-01}", ["pregnant"]),
        ("astct_crs: {value: 2, date: 2026-02-07}", ["crs"]),
        ("astct_crs: {value: 0, date: 2026-02-07}", []),
    ],
)
def test_what_may_be_reported(line: str, wanted: list[str]) -> None:
    assert ids(INFUSED, line) == wanted


def test_an_event_of_the_record_stands_for_the_graded_days_of_its_kind() -> None:
    event, graded = "events: [{event: crs, grade: 2, date: 2026-02-07}]", "astct_crs: {value: 1, date: 2026-02-08}"
    (found,) = reportables(patient(INFUSED, event, graded), catalogue(), ON)
    assert (found.id.split("/")[0], found.grades) == ("events", (2, 2))


def test_graded_days_reach_from_the_first_to_the_last_and_end_only_where_a_later_day_is_free_of_it() -> None:
    days = "astct_crs: [{value: 1, date: 2026-02-06}, {value: 3, date: 2026-02-07}%s]"
    (open_end,) = reportables(patient(INFUSED, days % ""), catalogue(), ON)
    (ended,) = reportables(patient(INFUSED, days % ", {value: 0, date: 2026-02-09}"), catalogue(), ON)
    assert open_end.onset == PartialDate.on(date(2026, 2, 6))
    assert open_end.grades == (3, 3)
    assert open_end.end is None
    assert ended.end == PartialDate.on(date(2026, 2, 7))


def test_the_newest_stands_first_and_each_matter_has_its_own() -> None:
    lines = (
        INFUSED,
        "events: [{event: seizure, date: 2026-03-01}, {event: bleeding}]",
        "diagnoses: [{is: t_cell_malignancy, since: 2026-06-01}]",
        "pregnancy_test: {value: positive, date: 2026-09-01}",
    )
    assert ids(*lines) == ["pregnancy_test", "t_cell_malignancy", "seizure", "bleeding"]
    assert ids(*lines, matter=Matter.MALIGNANCY) == ["t_cell_malignancy"]
    assert ids(*lines, matter=Matter.PREGNANCY) == ["pregnancy_test"]


def test_what_was_found_after_the_day_it_is_told_of_is_not_there() -> None:
    chart = patient(INFUSED, "events: [{event: seizure, date: 2026-11-20}]")
    assert reportables(chart, catalogue(), ON.replace(day=19)) == ()
