"""The old file or the new one, never a part; and the message says what to do."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.errors import WorldError
from core.language.phrases import spoken
from core.wording.errors import error_words
from core.writing import write_atomically

NOBODY = 65534


@contextmanager
def without_root() -> Generator[None]:
    """Give up root's right to write everywhere, if the tests run as root."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def fails_with(code: int) -> object:
    """Return a function that raises the operating system's error ``code``."""

    def fail(*_: object, **__: object) -> int:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file that must not be lost."""
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    return path


def assert_untouched(old: Path) -> None:
    """The old file is whole and nothing lies beside it."""
    assert old.read_bytes() == b"old"
    assert list(old.parent.iterdir()) == [old]


def test_writes_a_new_file_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_replaces_the_old_file_and_keeps_its_permissions(old: Path) -> None:
    old.chmod(0o644)
    write_atomically(old, b"n" * 3_000_000)
    assert old.read_bytes() == b"n" * 3_000_000
    assert old.stat().st_mode & 0o777 == 0o644


def test_a_link_keeps_pointing(old: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.pdf"
    link.symlink_to(old)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert old.read_bytes() == b"new"


def test_a_short_write_is_continued(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write = os.write

    def write_a_little(descriptor: int, content: memoryview) -> int:
        return write(descriptor, content[:7])

    monkeypatch.setattr(os, "write", write_a_little)
    write_atomically(tmp_path / "report.pdf", b"0123456789" * 5)
    assert (tmp_path / "report.pdf").read_bytes() == b"0123456789" * 5


@pytest.mark.parametrize("call", ["write", "fsync"])
def test_a_full_disk_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch, call: str) -> None:
    monkeypatch.setattr(os, call, fails_with(errno.ENOSPC))
    with pytest.raises(WorldError) as caught:
        write_atomically(old, b"new")
    monkeypatch.undo()
    assert caught.value.phrase == "error-no-space"
    assert str(old.parent) == caught.value.arguments["folder"]
    assert_untouched(old)


def test_a_failed_move_leaves_the_old_file(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", fails_with(errno.EIO))
    with pytest.raises(WorldError) as caught:
        write_atomically(old, b"new")
    monkeypatch.undo()
    assert caught.value.arguments["name"] == old.name
    assert_untouched(old)


def test_a_read_only_folder_is_named(old: Path) -> None:
    old.parent.chmod(0o555)
    try:
        with without_root(), pytest.raises(WorldError) as caught:
            write_atomically(old, b"new")
    finally:
        old.parent.chmod(0o755)
    words = error_words(caught.value, spoken("en"))
    assert words.startswith(f"The folder {old.parent} cannot be written to. Choose another folder")
    assert_untouched(old)


def test_a_read_only_disk_is_named(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "mkstemp", fails_with(errno.EROFS))
    with pytest.raises(WorldError, match="error-not-allowed"):
        write_atomically(old, b"new")
    assert_untouched(old)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="error-no-folder"):
        write_atomically(tmp_path / "nowhere" / "report.pdf", b"new")


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="error-is-folder"):
        write_atomically(tmp_path, b"new")
    assert list(tmp_path.iterdir()) == []


def test_a_name_too_long_is_a_message(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="error-file-not-written"):
        write_atomically(tmp_path / ("n" * 300), b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["nul\0.pdf", "half \ud83d.pdf"])
def test_what_cannot_be_a_name_is_a_message(tmp_path: Path, name: str) -> None:
    with pytest.raises(WorldError, match="error-file-name"):
        write_atomically(tmp_path / name, b"new")
    assert list(tmp_path.iterdir()) == []
