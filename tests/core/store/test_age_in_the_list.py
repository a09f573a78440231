"""The list of patients knows an age on a day where no birth date is recorded; and one reading is of one moment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from core.chart.birth import AgeOn
from core.entry.statement import Statement
from core.store.records import Records, reading
from core.store.records.rows import RETRACTIONS, RetractionRow
from core.store.records.sql import Runs, Table
from core.values.partial_date import parse_partial_date
from tests.core.store.test_records import opened

NAMED = (Statement.of("synthetic", "yes"), Statement.of("name", "Age Test"))


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    made = opened(tmp_path)
    yield made
    made.close()


def age(years: int, on: str) -> Statement:
    return Statement.of("age", {"value": f"{years} years", "date": on})


def aged(years: int, on: str) -> AgeOn:
    day = parse_partial_date(on)
    assert day is not None
    return AgeOn(years, day)


def listed(records: Records) -> AgeOn | None:
    (line,) = records.patients()
    return line.age


def test_an_age_is_listed_until_a_birth_date_is_known(records: Records) -> None:
    patient = records.add_patient((*NAMED, age(14, "2026-05-01")), "Dr A")
    assert listed(records) == aged(14, "2026-05-01")
    first = records.history(patient, "age")[0]
    records.record(patient, age(13, "2026-05-01"), "Dr A", replaces=first.id).result()
    assert listed(records) == aged(13, "2026-05-01")
    born = records.record(patient, Statement.of("birth_date", "2012-06-03"), "Dr A").result()
    assert listed(records) is None
    records.retract(patient, born.id, "a slip", "Dr A").result()
    assert listed(records) == aged(13, "2026-05-01")


def test_an_age_that_was_taken_back_or_erased_is_not_listed(records: Records) -> None:
    patient = records.add_patient((*NAMED, age(14, "2026-05-01")), "Dr A")
    records.retract(patient, records.history(patient, "age")[0].id, "a slip", "Dr A").result()
    assert listed(records) is None
    records.record(patient, age(14, "2026-05-01"), "Dr A").result()
    records.erase(patient, "asked for", "Dr A")
    assert records.patients() == ()


class _Meanwhile:
    """Retractions, right after whose reading a statement is corrected."""

    def __init__(self, table: Table[RetractionRow], records: Records, patient: str, number: int) -> None:
        self._table, self._records, self._patient, self._number = table, records, patient, number

    def find(self, runs: Runs, *, patient_id: str) -> list[RetractionRow]:
        found = self._table.find(runs, patient_id=patient_id)
        self._records.record(self._patient, age(13, "2026-05-01"), "Dr B", replaces=self._number).result()
        return found


def test_a_correction_while_the_record_is_read_shows_whole_or_not_at_all(
    records: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the old statement and the new one would both stand."""
    patient = records.add_patient((*NAMED, age(14, "2026-05-01")), "Dr A")
    number = records.history(patient, "age")[0].id
    monkeypatch.setattr(reading, "RETRACTIONS", _Meanwhile(RETRACTIONS, records, patient, number))
    found = records.statements(patient)
    standing = [each.statement for each in found if each.retraction is None and each.statement.section == "age"]
    assert standing == [age(14, "2026-05-01")]
    monkeypatch.undo()
    found = records.statements(patient)
    standing = [each.statement for each in found if each.retraction is None and each.statement.section == "age"]
    assert standing == [age(13, "2026-05-01")]
