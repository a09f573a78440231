"""A second start reads from memory what the first one checked, and judges by the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.catalogue.reading import load_catalogue
from core.rule_files import checking
from core.use_cases import load_rules as loading
from core.use_cases.load_rules import LoadedRules, load_rules, rule_paths, shipped_places
from core.use_cases.remember import FOLDER, remembered

PATHS = rule_paths(shipped_places())[:2]


def contents(loaded: LoadedRules) -> list[object]:
    """Return what is judged and what was found, to be compared."""
    return [[each.checked for each in loaded.files], loaded.problems]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which things are remembered."""
    monkeypatch.setenv(FOLDER, str(tmp_path / "memory"))
    return tmp_path / "memory"


def test_nothing_is_remembered_where_the_folder_is_left_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then every file is read anew."""
    monkeypatch.setenv(FOLDER, "")
    assert remembered().memory is None


def test_what_is_remembered_is_what_was_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Catalogue, files and warnings are equal; nothing is checked twice."""
    first = remembered()
    read = first.load_rules(PATHS)
    monkeypatch.setattr(loading, "check_rule_file", None)
    second = remembered()
    assert second.catalogue is not first.catalogue
    assert second.catalogue == first.catalogue == load_catalogue()
    assert contents(second.load_rules(PATHS)) == contents(read)
    assert len(list(folder.iterdir())) == 1 + len(PATHS)


def test_memory_changes_nothing(folder: Path) -> None:
    """With and without it the same files are judged."""
    assert contents(remembered().load_rules(PATHS)) == contents(load_rules(PATHS, load_catalogue()))
    assert folder.is_dir()


@pytest.mark.usefixtures("folder")
def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    """Its content counts, not its name or date."""
    path = tmp_path / "rules.yaml"
    path.write_bytes(PATHS[0].read_bytes())
    first = remembered().load_rules((path,)).files[0].checked.rule_file
    path.write_text(
        path.read_text(encoding="utf-8").replace(f"id: {first.id}", f"id: {first.id}-x", 1), encoding="utf-8"
    )
    assert remembered().load_rules((path,)).files[0].checked.rule_file.id == f"{first.id}-x"


@pytest.mark.usefixtures("folder")
def test_a_file_with_errors_is_never_remembered(tmp_path: Path) -> None:
    """Its problems come with every start."""
    path = tmp_path / "rules.yaml"
    path.write_text("id: x", encoding="utf-8")
    problems = remembered().load_rules((path,)).problems
    assert problems
    assert (
        remembered().load_rules((path,)).problems
        == problems
        == checking.check_rule_file(b"id: x", str(path), load_catalogue()).problems
    )
