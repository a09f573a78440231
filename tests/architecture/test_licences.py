"""What the program stands on is named whole: against the lock, and as the parts say it of themselves."""

from __future__ import annotations

import re
import tomllib

import pytest

from bundling.contents import plain, runtime_parts
from core.use_cases.parts import PARTS, Part, every_licence, licence_texts
from tests.architecture.program_sources import ROOT

NAMED = {name for part in PARTS for name in part.distributions}


def test_every_part_of_the_lock_is_named() -> None:
    """On every system: the list for pip holds them all, with markers."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    locked = {plain(re.split(r"[=\s;]", line)[0]) for line in lines}
    assert {"pyside6-essentials", "tzdata"} <= locked
    assert locked == NAMED


def test_what_runs_here_is_part_of_the_lock() -> None:
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    assert set(runtime_parts()) <= {package["name"] for package in lock["package"]}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_a_part_brings_its_licence(part: Part) -> None:
    is_here = not part.distributions or any(part.installed())
    assert not is_here or list(licence_texts(part)), "no text of its licence"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_a_licence_is_the_one_the_part_tells(part: Part) -> None:
    told = {each.metadata["License-Expression"] for each in part.installed() if "License-Expression" in each.metadata}
    for expression in told:
        words = set(re.findall(r"[\w.-]+", expression)) - {"AND", "OR"}
        assert words <= set(re.findall(r"[\w.-]+", part.licence)), expression


def test_every_licence_stands_once() -> None:
    text = "\n".join(every_licence())
    assert text.count("GNU LESSER GENERAL PUBLIC LICENSE\n") == 1
    for part in PARTS:
        assert part.name in text
