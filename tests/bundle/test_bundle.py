"""What lies in a bundle: all that the source finds, nothing of the machine it was built on, and its papers."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from bundling.bill import system_libraries
from bundling.contents import ROOT, runtime_parts
from bundling.papers import BILL, LICENCES, SUMS, hashes_of
from core.program import PROGRAM
from core.use_cases.parts import PARTS
from core.use_cases.self_check import WALKED

_TEXT_MARKS = tuple(str(path).encode() for path in (ROOT, Path(sys.prefix), Path.home() / ".cache"))
"""What no file may hold: folders of the building machine. Where Python itself was built stands in its library."""


def told(*command: str | Path) -> bytes:
    environment = {"PATH": "/nonexistent", "HOME": "/nonexistent", "KRITERION_MEMORY": ""}
    done = subprocess.run(command, capture_output=True, check=True, env=environment, stdin=subprocess.DEVNULL)
    assert done.stderr == b""
    return done.stdout


@pytest.fixture(scope="session")
def of_bundle(program: Path) -> Mapping[str, Mapping[str, object]]:
    found: Mapping[str, Mapping[str, object]] = json.loads(told(program, "self-check"))
    return found


@pytest.fixture(scope="session")
def of_source() -> Mapping[str, Mapping[str, object]]:
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", "self-check"], capture_output=True, check=True, env={**os.environ}
    )
    found: Mapping[str, Mapping[str, object]] = json.loads(done.stdout)
    return found


def test_it_says_its_version(program: Path) -> None:
    assert told(program, "--version").decode().strip() == PROGRAM


@pytest.mark.parametrize("kind", WALKED)
def test_it_finds_of_each_kind_what_the_source_finds(
    kind: str, of_bundle: Mapping[str, Mapping[str, object]], of_source: Mapping[str, Mapping[str, object]]
) -> None:
    assert of_bundle["walked"][kind] == of_source["walked"][kind]
    assert of_bundle["walked"][kind]


@pytest.mark.parametrize("what", ["modules", "files", "version"])
def test_it_holds_what_the_source_holds(
    what: str, of_bundle: Mapping[str, object], of_source: Mapping[str, object]
) -> None:
    assert of_bundle[what] == of_source[what]


def test_it_screens_as_the_source_does(program: Path) -> None:
    sample = ROOT / "resources" / "samples" / "03-sle-adolescent.yaml"
    by_source = subprocess.run(
        [sys.executable, ROOT / "main.py", "screen", sample, "--json"], capture_output=True, check=True
    )
    assert told(program, "screen", sample, "--json") == by_source.stdout


def test_no_folder_of_the_building_machine_is_in_it(bundle: Path) -> None:
    offenders = [
        f"{path.relative_to(bundle)}: {mark.decode()}"
        for path in sorted(bundle.rglob("*"))
        if path.is_file() and not path.is_symlink()
        for mark in _TEXT_MARKS
        if mark in path.read_bytes()
    ]
    assert offenders == []


def test_nothing_that_only_builds_or_tests_is_in_it(bundle: Path) -> None:
    inside = bundle / "_internal"
    there = {path.name for path in inside.iterdir()}
    assert (
        there & {"pytest", "_pytest", "hypothesis", "mypy", "setuptools", "PyInstaller", "tests", "bundling"} == set()
    )
    assert len(list(inside.glob("*.dist-info"))) == len(set(runtime_parts()))


def test_its_hashes_are_those_of_its_files(bundle: Path) -> None:
    lines = (bundle / SUMS).read_text(encoding="utf-8").splitlines()
    assert lines == [f"{digest}  {name}" for name, digest in hashes_of(bundle)]
    digest, _, name = lines[0].partition("  ")
    assert hashlib.sha256((bundle / name).read_bytes()).hexdigest() == digest


def test_its_licences_are_whole(bundle: Path, program: Path) -> None:
    text = told(program, "licences").decode()
    assert text == (bundle / LICENCES).read_text(encoding="utf-8")
    for part in PARTS:
        is_here = not part.distributions or set(part.distributions) & set(runtime_parts())
        assert not is_here or f"{part.name} (" in text, "no licence word by word"
    for library in system_libraries(bundle):
        assert not library.package or (bundle / "licences-of-system-libraries" / f"{library.package}.txt").is_file()


def test_its_bill_of_materials_is_valid_and_names_every_part(bundle: Path) -> None:
    text = (bundle / BILL).read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    named = {each["name"] for each in json.loads(text)["components"]}
    assert set(runtime_parts()) <= named
    assert {part.name for part in PARTS if not part.distributions} <= named
    assert {library.path.name for library in system_libraries(bundle)} <= named
