"""What was kept is found by everything it was made from, and by nothing else; a damaged one is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.remembering.memory import Memory
from core.source_text.problem import Span

THING = Span(1, 2, 3)


def kept(folder: Path) -> Memory:
    """Return a memory that has kept the thing."""
    memory = Memory(folder, b"stamp")
    memory.keep("name", b"content", THING)
    return memory


def test_it_is_found_again(tmp_path: Path) -> None:
    """By another memory of the same folder too, as after a new start."""
    kept(tmp_path / "below" / "more")
    assert Memory(tmp_path / "below" / "more", b"stamp").recall("name", b"content", Span) == THING


@pytest.mark.parametrize(
    ("stamp", "name", "content"),
    [
        (b"other", "name", b"content"),
        (b"stamp", "other", b"content"),
        (b"stamp", "name", b"content "),
        (b"stam", "pname", b"content"),
    ],
)
def test_it_is_found_by_all_it_was_made_from(tmp_path: Path, stamp: bytes, name: str, content: bytes) -> None:
    """Another program, file or content is another thing."""
    kept(tmp_path)
    assert Memory(tmp_path, stamp).recall(name, content, Span) is None


def test_another_kind_is_not_taken(tmp_path: Path) -> None:
    """Whoever asks for a text gets no span."""
    assert kept(tmp_path).recall("name", b"content", str) is None


@pytest.mark.parametrize("damage", [b"", b"x", b"x" * 500, b"\xff\xfe\n{}"])
def test_a_damaged_one_is_not_there(tmp_path: Path, damage: bytes) -> None:
    """It is made and kept anew."""
    memory = kept(tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(damage)
    assert memory.recall("name", b"content", Span) is None
    memory.keep("name", b"content", THING)
    assert memory.recall("name", b"content", Span) == THING


def test_one_changed_sign_is_damage(tmp_path: Path) -> None:
    """A text that would still be read is refused as well."""
    memory = kept(tmp_path)
    (path,) = tmp_path.iterdir()
    content = path.read_bytes()
    path.write_bytes(content.replace(b'"3"', b'"4"'))
    assert path.read_bytes() != content
    assert memory.recall("name", b"content", Span) is None


def test_a_folder_that_cannot_be_used_is_no_error(tmp_path: Path) -> None:
    """Nothing is kept, nothing is found, nobody is bothered."""
    (tmp_path / "file").write_bytes(b"")
    memory = kept(tmp_path / "file")
    assert memory.recall("name", b"content", Span) is None


def test_what_cannot_be_written_is_not_kept(tmp_path: Path) -> None:
    """A thing without a notation is made anew each time."""
    memory = Memory(tmp_path, b"stamp")
    memory.keep("name", b"content", (print,))
    assert list(tmp_path.iterdir()) == []


def test_the_folder_does_not_grow_for_ever(tmp_path: Path) -> None:
    """Of many things the older go."""
    memory = Memory(tmp_path, b"stamp")
    for number in range(450):
        (tmp_path / f"{number}.kept").write_bytes(b"")
    memory.keep("name", b"content", THING)
    assert len(list(tmp_path.iterdir())) < 300
    assert memory.recall("name", b"content", Span) == THING
