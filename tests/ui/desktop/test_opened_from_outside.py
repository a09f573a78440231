"""A file by double click: the same checks as by the menu, whatever the window does at that moment."""

from __future__ import annotations

from pathlib import Path

import pytest

import main
from core.use_cases.keep_shelf import shelf_of
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


@pytest.mark.parametrize(
    ("arguments", "is_opened"),
    [
        (["a.yaml"], True),
        (["a.kriterion-rules"], True),
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
    for name in ("a.yaml", "a.kriterion-rules", "a.txt"):
        (tmp_path / name).touch()
    assert main.opened_file(arguments) == (tmp_path / arguments[0] if is_opened else None)
