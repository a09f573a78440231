"""The pages that are read first: what they count is so many, where they point is something, the version is the one."""

from __future__ import annotations

import re

import pytest

from core.program import VERSION
from core.use_cases.self_check import WALKED
from tests.architecture.program_sources import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
_PLACE = re.compile(r"^\| ((?:`[^`]+`(?:, )?)+) \|", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#]+)\)")


@pytest.mark.parametrize("text", [README, CHANGELOG], ids=["README", "CHANGELOG"])
def test_what_is_counted_is_so_many(text: str) -> None:
    for kind, words in (("rule files", "rule files"), ("scores", "scores and gradings")):
        told = re.findall(rf"(\d+) {words}", text)
        assert told == [str(len(list(WALKED[kind]())))]


def test_the_newest_version_stands_on_top() -> None:
    newest = re.search(r"^## (\S+)", CHANGELOG, re.MULTILINE)
    assert newest is not None
    assert newest[1].rstrip(",") == VERSION


def test_the_readme_points_at_what_is_there() -> None:
    named = [name for cell in _PLACE.findall(README) for name in re.findall(r"`([^`]+)`", cell)]
    assert len(named) > 15
    places = [ROOT, ROOT / "resources" / "manual" / "en"]
    assert [name for name in named if not any((place / name).exists() for place in places)] == []
    assert [name for name in _LINK.findall(README) if "://" not in name and not (ROOT / name).exists()] == []
