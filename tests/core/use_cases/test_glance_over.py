"""Everybody who was treated at a glance: who is overdue, who is due soon, who comes of age."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from core.chart.birth import AgeOn
from core.entry.desk.desk import Desk
from core.entry.statement import Plain, Statement
from core.store.records import PatientLine, Records
from core.use_cases.glance_over import Glance, comes_of_age, glance_over
from core.use_cases.work_on_patient import Setting, desk_of
from core.values.partial_date import parse_partial_date
from tests.core.follow_up.sample_plans import shipped
from tests.core.store.test_records import opened
from tests.sample_screenings import catalogue


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    made = opened(tmp_path)
    yield made
    made.close()


def added(records: Records, day0: str, on: str, *more: tuple[str, Plain]) -> str:
    """Add a synthetic patient who is judged on a day of their own; return the id."""
    stated: list[tuple[str, Plain]] = [("name", "Sample"), ("birth_date", "2012-10-15"), ("judge_on", on)]
    infusion: Plain = {"date": day0}
    stated += [("infusion", infusion)] if day0 else []
    return records.add_patient([Statement.of(*each) for each in (*stated, *more)], "Dr Example")


def glanced(records: Records, before: Glance | None = None) -> Glance:
    return glance_over(records, catalogue(), shipped(), "en", before or Glance({}))


def test_only_who_was_treated_is_followed(records: Records) -> None:
    treated, _ = added(records, "2026-02-04", "2026-04-20"), added(records, "", "2026-04-20")
    assert glanced(records).treated == {treated}


def test_who_is_overdue_and_who_is_due_is_told_apart(records: Records) -> None:
    on_day_0, late = added(records, "2026-02-04", "2026-02-04"), added(records, "2026-02-04", "2026-04-20")
    found = glanced(records)
    assert (on_day_0 in found.overdue, on_day_0 in found.due) == (False, True)
    assert late in found.overdue


def test_an_infusion_that_was_taken_back_counts_no_more(records: Records) -> None:
    patient = added(records, "2026-02-04", "2026-04-20")
    number = next(each.id for each in records.statements(patient) if each.statement.section == "infusion")
    records.retract(patient, number, "wrong patient", "Dr Example").result_soon()
    assert glanced(records).treated == frozenset()


def test_who_did_not_change_is_not_followed_again(records: Records) -> None:
    first, second = added(records, "2026-02-04", "2026-04-20"), added(records, "2026-02-04", "2026-04-20")
    before = glanced(records)
    said: Plain = {"activity": "visit", "at": "month 2", "date": "2026-04-06", "outcome": "done"}
    records.record(second, Statement.of("follow_up", said), "Dr Example").result_soon()
    after = glanced(records, before)
    assert after.of[first] is before.of[first]
    assert after.of[second] is not before.of[second]


def test_who_did_not_change_is_not_even_read_again(records: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing changed: no record is opened; one changed: that one; other schedules: everybody."""
    read: list[str] = []

    def noting(of: Records, patient_id: str, setting: Setting) -> Desk:
        read.append(patient_id)
        return desk_of(of, patient_id, setting)

    first, second = added(records, "2026-02-04", "2026-04-20"), added(records, "2026-02-04", "2026-04-20")
    before = glanced(records)
    monkeypatch.setattr("core.use_cases.glance_over.desk_of", noting)
    assert glanced(records, before).of == before.of
    assert read == []
    records.record(second, Statement.of("igg", {"value": "5 g/L", "date": "2026-04-06"}), "Dr Example").result_soon()
    after = glanced(records, before)
    assert read == [second]
    read.clear()
    glance_over(records, catalogue(), shipped()[:1], "en", after)
    assert sorted(read) == sorted((first, second))


def test_who_was_erased_or_never_was_infused_is_gone(records: Records) -> None:
    patient = added(records, "2026-02-04", "2026-04-20")
    before = glanced(records)
    records.erase(patient, "asked", "Dr Example")
    assert glanced(records, before).treated == frozenset()


def counts(*values: tuple[str, str]) -> list[tuple[str, Plain]]:
    """Return B-cell counts of days as statements."""
    return [("cd19_count", {"value": value, "date": day}) for value, day in values]


def test_who_has_no_b_cells_beyond_a_year_is_told_from_who_has_them_again_and_who_was_not_measured(
    records: Records,
) -> None:
    first, last = ("0 /uL", "2026-02-18"), ("0 /uL", "2027-02-19")
    long = added(records, "2026-02-04", "2027-03-01", *counts(first, last))
    back = added(records, "2026-02-04", "2027-06-01", *counts(first, last, ("40 /uL", "2027-05-19")))
    a_year = added(records, "2026-02-04", "2027-03-01", *counts(first, ("0 /uL", "2027-02-18")))
    once = added(records, "2026-02-04", "2027-03-01", *counts(first))
    found = glanced(records)
    assert found.aplastic == frozenset({long})
    assert found.treated == {long, back, a_year, once}


def test_who_relapsed_after_the_infusion(records: Records) -> None:
    after = added(records, "2026-02-04", "2026-12-01", ("events", {"event": "disease_relapse", "date": "2026-11-04"}))
    added(records, "2026-02-04", "2026-12-01", ("events", {"event": "disease_relapse", "date": "2025-11-04"}))
    added(records, "2026-02-04", "2026-10-01", ("events", {"event": "disease_relapse", "date": "2026-11-04"}))
    cells: Plain = {"drug": "cd19_car_t_cells", "from": "2026-02-04", "to": "2026-02-04", "outcome": "relapse"}
    lost = added(records, "2026-02-04", "2026-12-01", ("treatments", cells))
    assert glanced(records).relapsed == {after, lost}


@pytest.mark.parametrize(
    ("birth", "today", "expected"),
    [
        ("2014-06-10", "2026-06-10", 12),
        ("2014-06-10", "2026-03-10", 12),
        ("2014-06-10", "2026-03-09", None),
        ("2014-06-10", "2026-06-11", None),
        ("2008-06-10", "2026-05-01", 18),
        ("2008", "2026-05-01", 18),
        ("", "2026-05-01", None),
    ],
)
def test_who_comes_of_age_within_three_months(birth: str, today: str, expected: int | None) -> None:
    line = PatientLine("p", "Sample", "", birth, "", is_synthetic=True, opened_at=None)
    assert comes_of_age(line, date.fromisoformat(today)) == expected


def test_an_age_on_a_day_may_be_one_that_is_reached_soon() -> None:
    on = parse_partial_date("2026-04-01")
    assert on is not None
    line = PatientLine("p", "Sample", "", "", "", is_synthetic=True, opened_at=None, age=AgeOn(17, on))
    assert comes_of_age(line, date(2026, 5, 1)) == 18
