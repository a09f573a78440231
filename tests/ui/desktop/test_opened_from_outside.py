"""A file by double click: the same checks as by the menu, whatever the window does at that moment."""

from __future__ import annotations

from pathlib import Path

import pytest

import main
from core.discovery import resource_path
from core.use_cases.keep_shelf import shelf_of
from core.use_cases.load_rules import rule_paths, shipped_places
from core.use_cases.take_in_patient import is_patient_file
from tests.ui.desktop.amended import written
from tests.ui.desktop.conftest import MakeDesktop
from tests.ui.desktop.desktop import Desktop
from tests.ui.desktop.test_rules_pack import pack_of
from tests.ui.desktop.test_rules_update import KIDNEY
from ui.desktop.one_window import OneWindow


def test_a_pack_named_at_the_start_waits_until_the_record_is_open(make_desktop: MakeDesktop, tmp_path: Path) -> None:
    desktop = make_desktop()
    desktop.window.opening.take_in(pack_of(tmp_path, "2.4.0"))
    desktop.create()
    desktop.until(lambda: desktop.rules.taken is not None)
    assert desktop.rules.pack_strip.isVisible()
    assert not desktop.rules.accept.isEnabled(), "the words of the key were not compared"
    assert shelf_of(desktop.workspace.vault).paths == ()


def test_a_second_start_hands_its_file_over(desktop: Desktop, tmp_path: Path) -> None:
    path = written(tmp_path, "99.0.0", KIDNEY).rename(tmp_path / "ä ö – neu.yaml")
    first, second = OneWindow(desktop.folder), OneWindow(desktop.folder)
    first.file_wanted.connect(desktop.window.opening.take_in)
    first.listen()
    told: list[Path] = []
    first.file_wanted.connect(told.append)
    assert second.raise_other(path)
    desktop.until(lambda: told == [path])
    desktop.until(lambda: desktop.rules.taken is not None)
    assert desktop.rules.taken is not None
    assert desktop.rules.taken.file.path == path
    first.close()


def test_what_is_looked_at_stays(desktop: Desktop, tmp_path: Path) -> None:
    one, other = written(tmp_path, "99.0.0", KIDNEY), written(tmp_path, "99.1.0", KIDNEY)
    desktop.window.opening.take_in(one)
    desktop.until(lambda: desktop.rules.taken is not None)
    desktop.window.opening.take_in(other)
    desktop.settle()
    assert desktop.rules.taken is not None
    assert desktop.rules.taken.file.path == one
    assert other.name in desktop.all_words()


def test_one_that_is_locked_takes_it_in_when_it_is_opened(desktop: Desktop, tmp_path: Path) -> None:
    desktop.lock()
    desktop.window.opening.take_in(written(tmp_path, "99.0.0", KIDNEY))
    assert desktop.window.opening.opened is None
    desktop.unlock()
    desktop.until(lambda: desktop.window.opening.opened is not None and desktop.rules.taken is not None)


@pytest.mark.parametrize("content", [b"", b"patient: yes\n", b"\x00\xff", b"PK\x03\x04"])
@pytest.mark.parametrize("name", ["a.yaml", "a.kriterion-rules"])
def test_what_is_none_is_refused_in_words(make_desktop: MakeDesktop, tmp_path: Path, name: str, content: bytes) -> None:
    place = tmp_path / name
    place.write_bytes(content)
    desktop = make_desktop().create()
    heard: list[str] = []
    desktop.window.notices.said.connect(heard.append)
    desktop.window.opening.take_in(place)
    desktop.until(lambda: bool(heard))
    assert not desktop.rules.accept.isEnabled() or not desktop.rules.accept.isVisible()


def test_a_flood_from_another_program_opens_nothing(desktop: Desktop) -> None:
    first, second = OneWindow(desktop.folder), OneWindow(desktop.folder)
    told: list[object] = []
    first.file_wanted.connect(told.append)
    first.listen()
    second.raise_other(Path("x" * 100_000))
    desktop.settle()
    assert told == []
    first.close()


PATIENT = b"format: 1\nid: x\nname: Synthetic Two\nbirth_date: 1991-04-03\nsex: female\nsle: yes\n"


def patient_at(folder: Path, content: bytes = PATIENT, name: str = "two.yaml") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("name", ["two.yaml", "two.kriterion-patient"])
def test_a_patient_file_is_looked_at_then_recorded_whole(make_desktop: MakeDesktop, tmp_path: Path, name: str) -> None:
    desktop = make_desktop()
    desktop.window.opening.take_in(patient_at(tmp_path, name=name))
    desktop.create()
    panel = desktop.patients.file
    desktop.until(panel.isVisible)
    assert "Synthetic Two" in panel.whom.text()
    assert desktop.workspace.records.patients() == (), "looking records nothing"
    panel.take.click()
    desktop.settle()
    assert "Synthetic Two" in desktop.window.shell.windowTitle()
    (line,) = desktop.workspace.records.patients()
    assert {each.statement.section for each in desktop.workspace.records.statements(line.id)} >= {"name", "sex"}
    desktop.window.opening.take_in(patient_at(tmp_path, name=name))
    desktop.settle()
    assert desktop.patients.file.message.text(), "somebody of this name is here already"
    desktop.patients.file.cancel.click()
    assert desktop.patients.file.looked is None
    assert len(desktop.workspace.records.patients()) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (PATIENT.replace(b"1991-04-03", b"tomorrow"), "4:"),
        (PATIENT.replace(b"name: Synthetic Two\n", b""), "names nobody"),
        (b"", "cannot be taken in"),
        (b"\x00\xff", "cannot be taken in"),
    ],
)
def test_a_patient_file_with_an_error_is_told_at_its_line(
    make_desktop: MakeDesktop, tmp_path: Path, content: bytes, said: str
) -> None:
    desktop = make_desktop().create()
    desktop.window.opening.take_in(patient_at(tmp_path, content, "bad.kriterion-patient"))
    panel = desktop.patients.file
    desktop.until(panel.isVisible)
    assert said in f"{panel.whom.text()}\n{panel.problems.text()}"
    assert not panel.take.isEnabled()
    assert desktop.workspace.records.patients() == ()


def test_who_is_looked_at_stays_and_the_next_one_is_named(make_desktop: MakeDesktop, tmp_path: Path) -> None:
    desktop = make_desktop().create()
    desktop.window.opening.take_in(patient_at(tmp_path))
    desktop.window.opening.take_in(patient_at(tmp_path, PATIENT.replace(b"Two", b"Three"), "three.yaml"))
    desktop.settle()
    assert "Synthetic Two" in desktop.patients.file.whom.text()
    assert "three.yaml" in desktop.all_words()


def test_every_sample_is_a_patient_and_no_rule_file_is(tmp_path: Path) -> None:
    samples = list(resource_path("samples").glob("*.yaml"))
    assert [path.name for path in samples if not is_patient_file(path)] == []
    assert [path.name for path in rule_paths(shipped_places()) if is_patient_file(path)] == []
    assert not is_patient_file(tmp_path / "gone.yaml")


@pytest.mark.parametrize(
    ("arguments", "is_opened"),
    [
        (["a.yaml"], True),
        (["a.kriterion-rules"], True),
        (["a.kriterion-patient"], True),
        (["a.txt"], False),
        (["gone.yaml"], False),
        (["screen"], False),
        (["screen", "a.yaml"], False),
        (["--version"], False),
        (["-"], False),
    ],
)
def test_only_a_file_alone_opens_the_window(
    arguments: list[str], is_opened: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.yaml", "a.kriterion-rules", "a.kriterion-patient", "a.txt"):
        (tmp_path / name).touch()
    assert main.opened_file(arguments) == (tmp_path / arguments[0] if is_opened else None)
