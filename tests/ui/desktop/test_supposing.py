"""What if, in the window: values change a copy, conclusions flip, nothing is on record before it is kept."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel

from core.entry.desk.fields import Field
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop

HAEMOGLOBIN = Field("haemoglobin")


@pytest.fixture
def sample(make_desktop: MakeDesktop) -> Desktop:
    desktop = make_desktop().create(has_samples=True)
    desktop.open_patient("00-0318")
    desktop.until(lambda: not desktop.workspace.is_judging)
    return desktop


def supposed(desktop: Desktop, text: str = "3 g/dL") -> None:
    desktop.screening.suppose()
    desktop.until(lambda: not desktop.workspace.is_judging)
    desktop.workspace.work.type(HAEMOGLOBIN, text)
    desktop.workspace.work.leave(HAEMOGLOBIN)
    desktop.until(lambda: not desktop.workspace.is_judging)
    desktop.settle()


def conclusions(desktop: Desktop) -> dict[str, str]:
    return {each.rule_file.id: each.conclusion.word.value for each in desktop.workspace.screenings}


def on_record(desktop: Desktop) -> tuple[object, ...]:
    workspace = desktop.workspace
    workspace.records.finish()
    return workspace.records.statements(workspace.desk.patient_id)


def test_conclusions_flip_and_come_back(sample: Desktop) -> None:
    before, recorded = conclusions(sample), on_record(sample)
    assert sample.screening.supposed.isHidden()
    supposed(sample)
    strip = sample.screening.supposed
    after = conclusions(sample)
    flipped = {name for name in before if before[name] != after[name]}
    assert flipped
    assert not strip.isHidden()
    assert {each.now.rule_file.id for each in sample.workspace.flips} == flipped
    assert "→" in strip.flips.text()
    assert on_record(sample) == recorded
    strip.discard.click()
    sample.until(lambda: not sample.workspace.is_judging)
    sample.settle()
    assert conclusions(sample) == before
    assert on_record(sample) == recorded
    assert strip.isHidden()
    assert sample.workspace.desk.text(HAEMOGLOBIN) != "3 g/dL"


def test_what_is_kept_is_on_record_and_undone_at_once(sample: Desktop) -> None:
    recorded = on_record(sample)
    supposed(sample)
    after = conclusions(sample)
    sample.screening.supposed.keep.click()
    sample.until(lambda: not sample.workspace.is_judging)
    sample.settle()
    assert conclusions(sample) == after
    assert not sample.workspace.is_supposing
    assert len(on_record(sample)) == len(recorded) + 1
    assert any("One statement is recorded" in each.text() for each in sample.window.shell.findChildren(QLabel))
    sample.screening.undo_last()
    sample.until(lambda: not sample.workspace.is_judging)
    assert conclusions(sample) != after


def test_nothing_supposed_comes_on_paper(sample: Desktop) -> None:
    supposed(sample)
    sample.show("documents")
    sample.settle()
    assert sample.documents.paper is None
    assert "What is supposed is not printed" in sample.documents.about.text()
    sample.workspace.discard_supposed()
    sample.until(lambda: sample.documents.paper is not None)


def test_another_patient_or_a_lock_leaves_what_is_supposed(sample: Desktop) -> None:
    recorded = on_record(sample)
    supposed(sample)
    sample.open_patient("00-0318")
    sample.until(lambda: not sample.workspace.is_judging)
    assert not sample.workspace.is_supposing
    assert sample.screening.supposed.isHidden()
    assert on_record(sample) == recorded
    supposed(sample)
    sample.lock()
    sample.unlock()
    sample.open_patient("00-0318")
    assert on_record(sample) == recorded


def test_a_text_that_is_not_understood_is_not_lost_by_keeping(sample: Desktop) -> None:
    recorded = on_record(sample)
    supposed(sample)
    sample.workspace.work.type(HAEMOGLOBIN, "4 gallons")
    sample.screening.supposed.keep.click()
    sample.settle()
    assert sample.workspace.is_supposing
    assert sample.workspace.desk.text(HAEMOGLOBIN) == "4 gallons"
    assert on_record(sample) == recorded
