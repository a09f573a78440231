"""What if: the record says nothing of what is supposed, and says exactly it once it is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest

from core.entry.desk.fields import Field
from core.entry.statement import Statement
from core.errors import WorldError
from core.store.vault import vault
from core.store.vault.slots import Cost
from core.store.vault.vault import Circumstances
from core.use_cases.suppose import SupposedRecords
from core.use_cases.work_on_patient import PatientWork, Setting
from tests.sample_screenings import catalogue

NOW = datetime(2026, 11, 22, tzinfo=UTC)
TODAY = date(2026, 11, 22)
FIELDS = tuple(Field(each) for each in ("creatinine", "haemoglobin", "platelets", "alt"))
VALUES = {"creatinine": "umol/L", "haemoglobin": "g/dL", "platelets": "10^9/L", "alt": "U/L"}
SEEDS = range(20)


class Deaf:
    """Hears nothing of the work but what fails."""

    def changed(self) -> None:
        pass

    def saved(self, at: datetime) -> None:
        pass

    def failed(self, error: WorldError) -> None:
        raise error


class Scene:
    """A patient with two values on record."""

    def __init__(self, folder: Path) -> None:
        known = Circumstances(catalogue(), lambda: NOW, Cost(1, 32, 4))
        self.vault, _ = vault.create_vault(folder, "four words and more", known)
        self.records = self.vault.records
        first = [
            Statement.of("name", "Synthetic"),
            Statement.of("creatinine", {"value": "88 umol/L", "date": "2026-11-20"}),
            Statement.of("haemoglobin", {"value": "10 g/dL", "date": "2026-11-20"}),
        ]
        self.patient_id = self.records.add_patient(first, "x")
        self._answers: list[Callable[[], None]] = []
        setting = Setting(catalogue(), "en", "x", TODAY, TODAY.isoformat(), lambda: NOW)
        self.work = PatientWork(self.records, self.patient_id, setting, Deaf(), self._answers.append)

    def answer(self) -> None:
        self.records.finish()
        while self._answers:
            self._answers.pop(0)()

    def suppose(self) -> tuple[PatientWork, SupposedRecords]:
        supposed = self.work.suppose()
        self.answer()
        return supposed

    def on_record(self) -> list[str]:
        found = self.records.statements(self.patient_id)
        return sorted(each.statement.content for each in found if each.retraction is None)

    def bytes_on_disk(self) -> dict[str, bytes]:
        self.records.finish()
        return {str(each): each.read_bytes() for each in sorted(self.vault.folder.rglob("record*")) if each.is_file()}


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    made = Scene(tmp_path / "vault")
    yield made
    made.vault.close()


def on_desk(work: PatientWork) -> list[str]:
    return sorted(each.statement.content for each in work.desk.kept)


def enter(work: PatientWork, where: Field, text: str) -> None:
    work.type(where, text)
    work.leave(where)


def test_nothing_supposed_is_on_record_or_on_disk(scene: Scene) -> None:
    before, written = scene.on_record(), scene.bytes_on_disk()
    work, _ = scene.suppose()
    enter(work, FIELDS[0], "60 umol/L")
    scene.answer()
    work.type(FIELDS[1], "12 g/")
    work.keep_drafts()
    work.leave_off()
    assert scene.bytes_on_disk() == written
    assert scene.on_record() == before
    assert on_desk(scene.work) == before


def test_what_was_supposed_and_undone_changes_nothing(scene: Scene) -> None:
    work, copy = scene.suppose()
    enter(work, FIELDS[0], "60 umol/L")
    enter(work, FIELDS[2], "150 10^9/L")
    scene.answer()
    assert len(copy.changes()) == 2
    work.undo()
    work.undo()
    scene.answer()
    assert copy.changes() == ()


def test_a_value_of_the_record_can_be_supposed_away(scene: Scene) -> None:
    work, copy = scene.suppose()
    stands = work.desk.standing(FIELDS[0])
    assert stands is not None
    work.retract(FIELDS[0], stands.id, "never measured")
    scene.answer()
    ((where, change),) = copy.changes()
    assert (where, change.statement, change.replaces, change.reason) == (FIELDS[0], None, stands.id, "never measured")
    work.leave_off()
    scene.work.record_together(copy.changes())
    scene.answer()
    gone = next(each for each in scene.records.statements(scene.patient_id) if each.id == stands.id)
    assert gone.retraction is not None
    assert gone.retraction.reason == "never measured"


def test_a_text_that_is_being_typed_stays_with_the_record(scene: Scene) -> None:
    scene.work.type(FIELDS[0], "60 pounds")
    work, _ = scene.suppose()
    assert work.desk.drafts == {}
    assert scene.work.desk.text(FIELDS[0]) == "60 pounds"


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_kept_says_what_was_supposed_and_is_undone_in_one(scene: Scene, seed: int) -> None:
    chance = Random(seed)
    before = scene.on_record()
    work, copy = scene.suppose()
    for _ in range(12):
        act = chance.choice(("enter", "enter", "enter", "undo", "redo", "retract"))
        where = chance.choice(FIELDS)
        stands = work.desk.standing(where)
        if act == "enter":
            enter(work, where, f"{chance.randint(20, 90)} {VALUES[where.section]}")
        elif act == "retract" and stands is not None:
            work.retract(where, stands.id, "supposed away")
        elif act == "undo":
            work.undo()
        else:
            work.redo()
        scene.answer()
    for where in work.desk.open_drafts:
        work.restore(where)
    wanted, changes = on_desk(work), copy.changes()
    work.leave_off()
    assert scene.on_record() == before
    assert scene.work.record_together(changes)
    scene.answer()
    assert scene.on_record() == wanted
    assert on_desk(scene.work) == wanted
    if changes:
        scene.work.undo()
        scene.answer()
        assert scene.on_record() == before
