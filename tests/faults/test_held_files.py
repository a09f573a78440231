"""A file that another program holds open is tried again for two seconds, and then named."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from core import clock
from core.errors import WorldError
from core.language.phrases import LANGUAGES, spoken
from core.wording.errors import error_words
from core.writing import write_atomically

REPLACE = Path.replace


class Held:
    """Stands for a system on which another program holds the file for so many tries."""

    def __init__(self, tries: int) -> None:
        self.left = tries

    def replace(self, part: Path, place: Path) -> Path:
        if self.left:
            self.left -= 1
            raise PermissionError(13, "The process cannot access the file because it is being used", str(place))
        return REPLACE(part, place)

    def as_method(self) -> Callable[[Path, Path], Path]:
        """What can stand for the method of a path."""

        def replace(part: Path, place: Path) -> Path:
            return self.replace(part, place)

        return replace


@pytest.mark.parametrize("tries", [1, 3, 10])
def test_it_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tries: int) -> None:
    place = tmp_path / "report.pdf"
    place.write_bytes(b"old")
    held = Held(tries)
    monkeypatch.setattr(Path, "replace", held.as_method())
    write_atomically(place, b"new")
    assert place.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_one_that_stays_held_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "report.pdf"
    place.write_bytes(b"old")
    held = Held(10**9)
    monkeypatch.setattr(Path, "replace", held.as_method())
    began = time.monotonic()
    with pytest.raises(WorldError) as caught:
        write_atomically(place, b"new")
    print(f"given up after {time.monotonic() - began:.2f} s")
    assert time.monotonic() - began >= 2
    for language in LANGUAGES:
        assert "report.pdf" in error_words(caught.value, spoken(language))
    assert caught.value.phrase == "error-file-held"
    assert place.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_what_is_not_held_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No file is there that somebody could hold: the folder does not let it be named so."""
    held = Held(10**9)
    monkeypatch.setattr(Path, "replace", held.as_method())
    with pytest.raises(WorldError) as caught:
        write_atomically(tmp_path / "report.pdf", b"new")
    assert caught.value.phrase == "error-not-allowed"
    assert 10**9 - held.left == 1


def test_what_a_killed_run_left_in_a_folder_goes_with_the_next_paper(tmp_path: Path) -> None:
    """An hour later: another program of ours may be writing there now."""
    old, fresh, mine = (tmp_path / name for name in (".kriterion-old.part", ".kriterion-new.part", "mine.part"))
    for path in (old, fresh, mine):
        path.write_bytes(b"half of a paper")
    hours_ago = clock.now_utc().timestamp() - 2 * 3600
    for path in (old, mine):
        os.utime(path, (hours_ago, hours_ago))
    write_atomically(tmp_path / "report.pdf", b"new")
    assert sorted(path.name for path in tmp_path.iterdir()) == [".kriterion-new.part", "mine.part", "report.pdf"]
