"""Nothing committed knows the machine it was made on, and what is locked is what is listed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.program_sources import ROOT

NOT_OURS = frozenset({".git", ".venv", "node_modules", "__pycache__", "build", "dist"})
NOT_TEXT = frozenset({".ttf", ".png", ".pdf", ".ico", ".pyc", ".gz", ".zip", ".db"})
MACHINE_PATH = re.compile(
    r"(?<![\w.])/(work|root|home|Users)/"
    r"|\.\./shared\b|(?<![\w/])shared/(design|clinical)\b"
)
PUBLIC_HOSTS = {"https://pypi.org", "https://files.pythonhosted.org"}


def committed_texts(folder: Path = ROOT) -> Iterator[Path]:
    """Yield the text files of the project, caches and environments left out."""
    for path in sorted(folder.iterdir()):
        is_cache = path.name.endswith("_cache") or path.name == ".hypothesis"
        if path.name in NOT_OURS or is_cache or path.suffix in NOT_TEXT:
            continue
        if path.is_dir():
            yield from committed_texts(path)
        elif path.is_file():
            yield path


def test_no_file_names_a_folder_of_the_machine_it_was_made_on() -> None:
    """Paths in files are relative to the project."""
    offenders = [
        f"{path.relative_to(ROOT).as_posix()}:{number}"
        for path in committed_texts()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if MACHINE_PATH.search(line)
    ]
    assert offenders == []


@pytest.mark.parametrize("line", ["see /" + "work/main/x", "from ../sha" + "red/design", "/" + "root/.cache"])
def test_a_path_of_the_machine_is_noticed(line: str) -> None:
    """Absolute paths of a home, and of folders beside the project, are found."""
    assert MACHINE_PATH.search(line)


@pytest.mark.parametrize("line", ["https://example.org/work/1", "time off work/school", "unshared/designs"])
def test_what_is_no_path_of_the_machine_is_left_alone(line: str) -> None:
    """Addresses and prose may hold the same words."""
    assert not MACHINE_PATH.search(line)


def test_the_lock_names_the_public_index_only() -> None:
    """Whoever clones the project can install it from where everybody installs."""
    lock = (ROOT / "uv.lock").read_text(encoding="utf-8")
    assert set(re.findall(r"https?://[^/\"]+", lock)) <= PUBLIC_HOSTS


def test_the_lists_for_pip_pin_what_the_lock_pins() -> None:
    """The venv and pip lines of the README install the same versions as uv."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    locked = {(package["name"], package["version"]) for package in lock["package"]}
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        pins = {tuple(line.partition(";")[0].strip().split("==")) for line in lines}
        assert pins <= locked
