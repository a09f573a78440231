"""A registry export of a record: keys stay in the vault, what leaves is what was shown, and the log knows of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from core.entry.statement import Plain, Statement
from core.errors import WorldError
from core.language.phrases import spoken
from core.registry import Time
from core.store.records import Records
from core.use_cases.export_registry import Export, Wish, kept_key, preview, save
from core.use_cases.read_log import Kind, read_log
from core.use_cases.work_on_patient import Setting
from tests.core.registry.registries import maker
from tests.core.store.test_records import opened
from tests.sample_screenings import catalogue

ON = date(2026, 11, 22)
SHIFTED = Wish(Time.SHIFTED)


@pytest.fixture
def records(tmp_path: Path) -> Iterator[Records]:
    made = opened(_folder(tmp_path / "one"))
    yield made
    made.close()


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


def treated(records: Records, name: str = "Zyxwname", *, is_synthetic: bool = False) -> str:
    infusion: Plain = {"date": "2026-02-04"}
    value: Plain = {"value": "5.9 g/L", "date": "2026-03-04"}
    stated: list[tuple[str, Plain]] = [("name", name), ("birth_date", "2012-10-15"), ("number", "NR-77341")]
    stated += [("infusion", infusion), ("igg", value)]
    stated += [("synthetic", "yes")] if is_synthetic else []
    return records.add_patient([Statement.of(*each) for each in stated], "Dr Example")


def setting() -> Setting:
    return Setting(catalogue(), "en", "", ON, ON.isoformat(), lambda: datetime(2026, 11, 22, tzinfo=UTC))


def shown(records: Records, wish: Wish = SHIFTED) -> Export:
    return preview(records, maker(), setting(), wish)


def test_looking_at_it_records_and_writes_nothing(records: Records, tmp_path: Path) -> None:
    treated(records)
    before = records.audit_end()
    assert shown(records).made
    assert records.audit_end() == before
    assert list(tmp_path.glob("**/*.csv")) == []


def test_what_is_saved_is_what_was_shown_and_the_second_one_has_the_same_pseudonyms(
    records: Records, tmp_path: Path
) -> None:
    patients = {treated(records), treated(records, "Another")}
    first = shown(records)
    paths = save(records, first, tmp_path / "out", "Dr Example", ON)
    assert {path.name.rsplit("-", 1)[-1]: path.read_bytes() for path in paths} == dict(first.files)
    second = shown(records)
    assert second.made == {}
    assert second.files == first.files
    keys = {each: kept_key(records.statements(each)) for each in patients}
    assert {each.code for each in keys.values() if each is not None} == set(first.data.records)


def test_two_vaults_call_one_patient_otherwise(records: Records, tmp_path: Path) -> None:
    other = opened(_folder(tmp_path / "other"))
    try:
        treated(records)
        treated(other)
        assert shown(records).data.records != shown(other).data.records
    finally:
        other.close()


def test_the_log_tells_of_the_export_and_of_each_patient_in_it(records: Records, tmp_path: Path) -> None:
    treated(records)
    made = shown(records)
    save(records, made, tmp_path / "out", "Dr Example", ON)
    lines = [each for each in read_log(records, (), spoken("en")).lines if each.kind is Kind.EXPORT]
    assert [each.patient for each in lines] == ["Zyxwname", ""]
    assert made.sha256[:12] in lines[1].detail
    assert "1 patient" in lines[1].detail
    assert records.check_all().is_whole


def test_with_an_erasure_the_key_is_gone(records: Records, tmp_path: Path) -> None:
    patient = treated(records)
    save(records, shown(records), tmp_path / "out", "Dr Example", ON)
    records.erase(patient, "wish of the family", "Dr Example")
    assert kept_key(records.statements(patient)) is None
    with pytest.raises(WorldError, match="registry-nobody"):
        shown(records)


def test_invented_patients_leave_alone_and_only_when_asked_for(records: Records) -> None:
    treated(records)
    treated(records, "Sample", is_synthetic=True)
    real, invented = shown(records), shown(records, Wish(Time.COUNTED, are_synthetic=True))
    assert (len(real.data.records), len(invented.data.records)) == (1, 1)
    assert set(real.people).isdisjoint(invented.people)


def test_nothing_is_written_where_the_folder_cannot_be(records: Records, tmp_path: Path) -> None:
    treated(records)
    (tmp_path / "file").write_text("x")
    with pytest.raises((WorldError, OSError)):
        save(records, shown(records), tmp_path / "file" / "out", "Dr Example", ON)
    assert not [each for each in read_log(records, (), spoken("en")).lines if each.kind is Kind.EXPORT]
