"""Work on one patient when the record cannot take what is asked: the desk shows what is on record, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from core.entry.desk.conversions import Conversions
from core.entry.desk.fields import Field, text_of
from core.entry.statement import Statement
from core.entry.typed import Understood
from core.errors import WorldError
from core.store.records.recording import Recording
from core.store.vault import vault
from core.store.vault.slots import Cost
from core.store.vault.vault import Circumstances, OpenVault
from core.use_cases.keep_units import UsualUnits
from core.use_cases.work_on_patient import PatientWork, Setting
from tests.sample_screenings import catalogue

NOW = datetime(2026, 11, 22, tzinfo=UTC)
TODAY = date(2026, 11, 22)
CREATININE = Field("creatinine")


class Heard:
    """Hears what the work says."""

    def __init__(self) -> None:
        self.errors: list[WorldError] = []
        self.saved_count = 0

    def changed(self) -> None:
        pass

    def saved(self, at: datetime) -> None:
        del at
        self.saved_count += 1

    def failed(self, error: WorldError) -> None:
        self.errors.append(error)


class Scene:
    """A patient with a creatinine on record; answers of the record are delivered when the test asks for them."""

    def __init__(self, opened: OpenVault) -> None:
        self.records = opened.records
        self.heard = Heard()
        first = Statement.of("creatinine", {"value": "88 umol/L", "date": "2026-11-20"})
        self.patient_id = self.records.add_patient([Statement.of("name", "Synthetic"), first], "x")
        setting = Setting(catalogue(), "en", "x", TODAY, TODAY.isoformat(), lambda: NOW)
        self._answers: list[object] = []
        self.work = PatientWork(self.records, self.patient_id, setting, self.heard, self._answers.append)

    def answer(self) -> None:
        """Wait for the record and deliver what it answered."""
        self.records.finish()
        while self._answers:
            call = self._answers.pop(0)
            assert callable(call)
            call()

    def on_record(self) -> list[str]:
        found = self.records.statements(self.patient_id)
        return [each.statement.content for each in found if each.retraction is None]

    def on_desk(self) -> list[str]:
        return [each.statement.content for each in self.work.desk.kept]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    opened, _ = vault.create_vault(
        tmp_path / "vault", "four words and more", Circumstances(catalogue(), lambda: NOW, Cost(1, 32, 4))
    )
    yield Scene(opened)
    opened.close()


def refuse(*asked: object) -> None:
    del asked
    raise WorldError("error-disk-full")


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A record that takes nothing, as on a full disk; ``undo`` mends it."""

    monkeypatch.setattr(Recording, "record", refuse)
    monkeypatch.setattr(Recording, "retract", refuse)
    return monkeypatch


def test_what_was_typed_is_a_draft_again(scene: Scene, broken: pytest.MonkeyPatch) -> None:
    scene.work.type(CREATININE, "95 umol/L @ 2026-11-20")
    assert scene.work.leave(CREATININE)
    scene.answer()
    assert scene.on_desk() == scene.on_record()
    assert scene.work.desk.text(CREATININE) == "95 umol/L @ 2026-11-20"
    assert scene.work.desk.open_drafts == (CREATININE,)
    assert [error.phrase for error in scene.heard.errors] == ["error-disk-full"]
    assert not scene.work.steps.done
    broken.undo()
    assert scene.work.leave(CREATININE)
    scene.answer()
    assert scene.on_desk() == scene.on_record()
    assert any("95" in content for content in scene.on_record())
    assert scene.heard.saved_count == 1


def test_a_correction_made_before_the_record_answered_can_fail_and_be_undone(scene: Scene) -> None:
    lvef = Field("lvef")
    scene.work.type(lvef, "50 %")
    scene.work.leave(lvef)  # not delivered yet
    with pytest.MonkeyPatch.context() as full:
        scene.records.finish()
        full.setattr(Recording, "record", refuse)
        scene.work.type(lvef, "55 %")
        scene.work.leave(lvef)
        scene.answer()
    assert sorted(scene.on_desk()) == sorted(scene.on_record())
    assert scene.work.desk.text(lvef) == "55 %"
    number = scene.work.desk.all_of("lvef")[0].id
    assert number > 0, "the record's own number"
    scene.work.restore(lvef)
    scene.work.retract(lvef, number, "not measured")
    scene.answer()
    assert sorted(scene.on_desk()) == sorted(scene.on_record())
    assert not scene.work.desk.all_of("lvef")


def test_a_retraction_that_was_not_taken_leaves_the_value(scene: Scene, broken: pytest.MonkeyPatch) -> None:
    del broken
    before = scene.on_desk()
    number = scene.work.desk.all_of("creatinine")[0].id
    scene.work.retract(CREATININE, number, "wrong patient")
    assert scene.on_desk() != before
    scene.answer()
    assert sorted(scene.on_desk()) == sorted(before) == sorted(scene.on_record())
    assert len(scene.heard.errors) == 1


def test_an_undo_that_was_not_taken_leaves_what_was_recorded(scene: Scene, broken: pytest.MonkeyPatch) -> None:
    broken.undo()
    scene.work.type(CREATININE, "95 umol/L")
    scene.work.leave(CREATININE)
    scene.answer()
    recorded = sorted(scene.on_record())
    with pytest.MonkeyPatch.context() as again:
        again.setattr(Recording, "retract", refuse)
        scene.work.undo()
        scene.answer()
    assert sorted(scene.on_desk()) == recorded == sorted(scene.on_record())


def test_a_patient_with_a_day_of_its_own_is_worked_on_on_that_day(scene: Scene) -> None:
    """A sample stays as it was made: values typed years later are of its day, and nothing is of a day after today."""
    patient_id = scene.records.add_patient([Statement.of("judge_on", "2026-11-20")], "x")
    later = datetime(2031, 5, 1, tzinfo=UTC)
    setting = Setting(catalogue(), "en", "x", later.date(), later.date().isoformat(), lambda: later)
    work = PatientWork(scene.records, patient_id, setting, scene.heard, lambda call: call())
    assert (work.desk.evaluation_on, work.desk.entry_on) == (date(2026, 11, 20), "2026-11-20")
    work.type(CREATININE, "88 umol/L")
    assert work.leave(CREATININE)
    (stands,) = work.desk.all_of("creatinine")
    assert stands.statement == Statement.of("creatinine", {"value": "88 umol/L", "date": "2026-11-20"})
    work.type(CREATININE, "90 umol/L @ 2 May 2031")
    assert not work.leave(CREATININE)
    work.finish()


def test_a_result_of_tomorrow_is_not_recorded_and_tomorrow_it_is(scene: Scene) -> None:
    """The program may be open over midnight: today is asked for with each text."""
    instants = [NOW]
    setting = Setting(catalogue(), "en", "x", TODAY, TODAY.isoformat(), lambda: instants[-1])
    work = PatientWork(scene.records, scene.patient_id, setting, scene.heard, lambda call: call())
    work.type(CREATININE, "90 umol/L @ 24 Nov 2026")
    assert not work.leave(CREATININE)
    instants.append(datetime(2026, 11, 24, tzinfo=UTC))
    work.type(CREATININE, "90 umol/L @ 24 Nov 2026")
    assert work.leave(CREATININE)
    work.finish()


def test_a_row_typed_in_before_and_after_the_record_answered_stays_one_row(scene: Scene) -> None:
    """Whoever shows a row knows it by the number it had before the record gave it its own."""
    work, new = scene.work, Field("diagnoses", row="new1")
    work.type(new, text_of({"is": "other: veins"}))
    assert work.leave(new)
    waiting = Field("diagnoses", row=str(work.desk.all_of("diagnoses")[0].id))
    work.type(waiting, text_of({"is": "other: veins", "since": "2019"}))
    scene.answer()
    work.type(waiting, text_of({"is": "other: veins", "since": "2019", "counts_as": "none"}))
    assert len(work.desk.drafts) == 1
    assert work.leave(waiting)
    scene.answer()
    (row,) = work.desk.all_of("diagnoses")
    assert row.statement.plain == {
        "is": "other", "text": "veins", "since": "2019",
        "counts_as": ["nothing_listed"], "by": "x", "marked_on": NOW.date().isoformat(),
    }  # fmt: skip
    assert scene.on_desk() == scene.on_record()


def test_undo_takes_back_what_was_done_last_and_nothing_older(scene: Scene) -> None:
    work, sodium = scene.work, Field("sodium")
    work.type(CREATININE, "91 umol/L")
    work.leave(CREATININE)
    scene.answer()
    work.type(sodium, "nonsense")
    work.leave(sodium)
    assert work.undo() == sodium, "the text was typed after the last change of the record"
    assert work.desk.drafts == {}
    assert work.desk.recorded_text(CREATININE).startswith("91")
    assert work.undo() == CREATININE
    assert work.desk.recorded_text(CREATININE).startswith("88")
    assert work.undo() is None


def test_a_text_typed_before_a_change_is_older_than_it(scene: Scene) -> None:
    work, sodium = scene.work, Field("sodium")
    work.type(sodium, "nonsense")
    work.type(CREATININE, "91 umol/L")
    work.leave(CREATININE)
    scene.answer()
    assert work.undo() == CREATININE
    assert work.undo() == sodium


def test_a_text_that_was_kept_and_emptied_does_not_come_back(scene: Scene) -> None:
    work, sodium = scene.work, Field("sodium")
    work.type(sodium, "13")
    work.keep_drafts()
    work.type(sodium, "")
    scene.answer()
    assert scene.records.drafts(scene.patient_id) == ()


def test_the_unit_of_a_bare_number_is_asked_once(scene: Scene, tmp_path: Path) -> None:
    """The answer counts for the next bare number, also of another patient, and is shown as remembered."""
    units = UsualUnits(tmp_path / "beside", lambda content: str(sum(content)))
    setting = Setting(catalogue(), "en", "x", TODAY, TODAY.isoformat(), lambda: NOW, units)
    first, second = (
        PatientWork(scene.records, scene.records.add_patient([Statement.of("name", name)], "x"), setting, Heard(), drop)
        for name in ("Synthetic one", "Synthetic two")
    )
    crp = Field("crp")
    first.type(crp, "12")
    assert not first.leave(crp), "asked: mg/L or mg/dL"
    answers = first.desk.answers_of_unit(crp)
    assert set(answers.values()) == {"mg/L", "mg/dL"}
    first.accept(crp, "12 mg/L")
    assert first.leave(crp)
    assert units.of() == {"crp": "mg/L"}
    other = PatientWork(scene.records, second.desk.patient_id, setting, Heard(), drop)
    other.type(crp, "30")
    draft = other.desk.draft(crp)
    assert draft is not None
    assert isinstance(draft.typed, Understood)
    assert draft.typed.beside[0].id == "entry-usual-unit"
    # said otherwise for the same bare number, the other answer is remembered
    _, text = Conversions().converted(other.desk, crp, "mg/dL")
    assert text == "30 mg/dL"
    other.accept(crp, text)
    assert other.leave(crp)
    assert units.of() == {"crp": "mg/dL"}
    # a unit that is typed answers nothing: it is no question
    other.type(Field("haemoglobin"), "11.2 g/dL")
    other.accept(Field("haemoglobin"), "11.2 g/dL")
    assert units.of() == {"crp": "mg/dL"}


def drop(call: object) -> None:
    del call
