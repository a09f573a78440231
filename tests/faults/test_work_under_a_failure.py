"""Random work on a patient with a failure in it: the desk ends as the record is, and no typed text is lost."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from core.entry.desk.fields import Field
from core.store.records.recording import Recording
from core.store.vault import vault
from core.store.vault.slots import Cost
from core.store.vault.vault import Circumstances
from core.use_cases.work_on_patient import PatientWork, Setting
from tests.core.use_cases.test_work_on_patient import NOW, TODAY, Heard, Scene
from tests.sample_screenings import catalogue

RUNS = int(os.environ.get("KRITERION_FAILURES", "30"))
"""300 behind the variable."""
ACTS = 14
FIELDS = (Field("creatinine"), Field("lvef"), Field("body_weight"))
UNITS = {"creatinine": "umol/L", "lvef": "%", "body_weight": "kg"}


class Failing:
    """Takes so many works as it says, then fails each time."""

    def __init__(self, after: int) -> None:
        self.left = after

    def instead_of(self, work: Callable[..., object]) -> Callable[..., object]:
        def do(*arguments: object, **named: object) -> object:
            self.left -= 1
            if self.left < 0:
                raise MemoryError
            return work(*arguments, **named)

        return do


class Hand:
    """Does what a hand would, in any order; knows what was typed last in each field and not given up."""

    def __init__(self, scene: Scene, chance: random.Random) -> None:
        self.scene = scene
        self.chance = chance
        self.typed: dict[Field, str] = {}

    def act(self) -> None:
        acts = (self.enter, self.enter, self.enter, self.type, self.undo, self.redo, self.retract, self.answer)
        self.chance.choice(acts)()

    def enter(self) -> None:
        self.scene.work.leave(self.type())

    def type(self) -> Field:
        where = self.chance.choice(FIELDS)
        text = f"{self.chance.randrange(40, 80)} {UNITS[where.section]}"
        self.typed[where] = text
        self.scene.work.type(where, text)
        return where

    def undo(self) -> None:
        self.scene.work.undo()
        self.typed.clear()  # what is undone is no longer to be found

    def redo(self) -> None:
        self.scene.work.redo()
        self.typed.clear()

    def retract(self) -> None:
        where = self.chance.choice(FIELDS)
        standing = self.scene.work.desk.standing(where)
        if standing is not None and standing.id > 0:
            self.scene.work.retract(where, standing.id, "wrong")
            self.typed.pop(where, None)

    def answer(self) -> None:
        self.scene.answer()


def test_the_desk_ends_as_the_record_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failed = 0
    for number in range(RUNS):
        chance = random.Random(number)
        opened, _ = vault.create_vault(
            tmp_path / f"{number}", "four words and more", Circumstances(catalogue(), lambda: NOW, Cost(1, 32, 4))
        )
        scene = Scene(opened)
        hand = Hand(scene, chance)
        with monkeypatch.context() as broken:
            failing = Failing(chance.randrange(ACTS))
            for work in ("record", "retract"):
                broken.setattr(Recording, work, failing.instead_of(getattr(Recording, work)))
            for _ in range(ACTS):
                hand.act()
            if number % 2:
                scene.answer()
                assert sorted(scene.on_desk()) == sorted(scene.on_record()), f"run {number}"
                for where, text in hand.typed.items():
                    found = scene.work.desk.text(where)
                    assert found.split()[0] == text.split()[0], f"run {number}: {where.section} was typed as {text}"
            scene.work.leave_off()  # else in the middle of it, as a lock does
            scene.records.finish()
        failure = scene.records.failure
        failed += failure is not None
        opened.close()
        assert opened.records.drafts_lost == 0, "the memory is there again"
        again = vault.open_vault(
            tmp_path / f"{number}", "four words and more", Circumstances(catalogue(), lambda: NOW, Cost(1, 32, 4))
        )
        setting = Setting(catalogue(), "en", "x", TODAY, TODAY.isoformat(), lambda: NOW)
        later = PatientWork(again.records, scene.patient_id, setting, Heard(), lambda call: call())
        for where, text in hand.typed.items():
            assert later.desk.text(where).split()[0] == text.split()[0], f"run {number}: found again the next day"
        assert again.records.check_all().is_whole
        again.close()
    assert failed
    print(f"{RUNS} runs of {ACTS} acts, {failed} with a failure in them: desk as record each time, no typed text lost")
