"""The user's own rule files beside those that ship: the newer version is judged, of the same version the own one."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.discovery import rules_path
from core.use_cases.keep_library import accept, judged_files, load_library, take_in, with_own
from core.use_cases.load_rules import load_rules, rule_paths, shipped_places
from tests.sample_screenings import catalogue

FILE = rules_path("protocols") / "example-sle-cart-01.yaml"


def taken_in(tmp_path: Path, version: str) -> Path:
    """A vault on whose shelf the example stands in another version."""
    vault, changed = tmp_path / "vault", tmp_path / "changed.yaml"
    text = FILE.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("version:"))
    changed.write_text(text.replace(line, f"version: {version}", 1), encoding="utf-8")
    accept(take_in(changed, (), catalogue()), vault)
    return vault


@pytest.mark.parametrize("version", ["0.0.1", "99.0.0"])
def test_reading_the_own_files_alone_judges_the_same(tmp_path: Path, version: str) -> None:
    vault = taken_in(tmp_path, version)
    shipped = load_rules(rule_paths(shipped_places()), catalogue()).files
    quick = with_own(shipped, vault, catalogue())
    whole = judged_files(load_library(vault, catalogue()))
    assert [(each.checked.rule_file.id, each.checked.rule_file.version) for each in quick] == [
        (each.checked.rule_file.id, each.checked.rule_file.version) for each in whole
    ]
    versions = {each.checked.rule_file.id: each.checked.rule_file.version for each in quick}
    assert (versions["example-sle-cart-01"] == version) == (version == "99.0.0")


def test_a_damaged_own_file_stops_nothing(tmp_path: Path) -> None:
    vault = taken_in(tmp_path, "99.0.0")
    (vault / "rules" / "broken.yaml").write_text("id: [", encoding="utf-8")
    shipped = load_rules(rule_paths(shipped_places()), catalogue()).files
    assert len(with_own(shipped, vault, catalogue())) == len(shipped)
