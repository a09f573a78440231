"""Shipped files are found in a checkout and in a frozen bundle."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from core.discovery import resource_path, rules_path, yaml_files
from core.errors import WorldError


def test_in_a_checkout_the_folders_stand_beside_the_code() -> None:
    """The folder that holds ``core`` holds ``rules`` and ``resources``."""
    root = Path(__file__).resolve().parents[2]
    assert rules_path() == root / "rules"
    assert resource_path("phrases", "en") == root / "resources" / "phrases" / "en"


def test_in_a_bundle_the_folders_stand_where_it_unpacks(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A frozen program says where its files lie."""
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert rules_path("drugs") == tmp_path / "rules" / "drugs"


def test_yaml_files_are_walked_in_one_order(tmp_path: Path) -> None:
    """Folders below count, other files and hidden ones do not."""
    for name in ("b.yaml", "a/z.yml", "a/notes.txt", ".hidden/x.yaml", "a/.y.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert yaml_files(tmp_path) == (tmp_path / "a" / "z.yml", tmp_path / "b.yaml")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The message holds the path that was given."""
    with pytest.raises(WorldError, match="nowhere"):
        yaml_files(tmp_path / "nowhere")
