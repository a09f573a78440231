"""Names say what a thing is; every room says what it is for; nothing asks for an exemption."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest

from tests.architecture.program_sources import (
    EVERYTHING,
    PROGRAM,
    ROOT,
    defined_names,
    source_of,
    sources,
    words_of,
)

EMPTY_WORDS = frozenset(
    {"manager", "managers", "handler", "handlers", "helper", "helpers", "util", "utils", "common", "misc"}
    | {"base", "data", "info"}
)
EXEMPTION = re.compile(r"#\s*(type:\s*ignore|noqa|ruff:|pyright:|mypy:|pragma:)")
LEFT_OUT = re.compile(r"\bpytest\.(mark\.)?(skip|skipif|xfail|importorskip)\b|\bunittest\.skip")


def empty_words_in(name: str) -> frozenset[str]:
    """Return the words of a name that say nothing about the thing."""
    return EMPTY_WORDS.intersection(words_of(name))


def names_to_judge() -> Iterator[tuple[str, str]]:
    """Yield every name of a folder, file, class and function, with the path where it stands."""
    for source in sources(*EVERYTHING):
        for part in PurePosixPath(source.path).with_suffix("").parts:
            yield part, source.path
        for name in defined_names(source):
            yield name, source.path


def test_no_name_is_empty() -> None:
    """No folder, file, class or function has a name that would fit anything."""
    offenders = sorted({f"{path}: {name}" for name, path in names_to_judge() if empty_words_in(name)})
    assert offenders == []


@pytest.mark.parametrize("name", ["DataReader", "base_rule", "string_utils", "EventHandler", "read_info"])
def test_an_empty_word_is_noticed(name: str) -> None:
    """Empty words are found in both ways of writing a name."""
    assert empty_words_in(name)


@pytest.mark.parametrize("name", ["database", "Baseline", "HTMLPage", "update", "information_need"])
def test_a_word_that_only_looks_empty_is_left_alone(name: str) -> None:
    """Only whole words count."""
    assert not empty_words_in(name)


def test_every_room_says_what_it_is_for() -> None:
    """Every folder of the program that holds Python is a package with a docstring."""
    folders = {(ROOT / source.path).parent for source in sources(*PROGRAM)} - {ROOT}
    silent = [
        folder.relative_to(ROOT).as_posix()
        for folder in sorted(folders)
        if not (folder / "__init__.py").is_file()
        or not ast.get_docstring(source_of((folder / "__init__.py").read_text(encoding="utf-8")).tree)
    ]
    assert silent == []


def test_tests_are_no_packages_and_have_names_of_their_own() -> None:
    """A package ``tests/core`` would shadow ``core``; two test files of one name confuse whoever looks."""
    names = Counter(PurePosixPath(source.path).name for source in sources("tests"))
    del names["conftest.py"]  # the one name that pytest gives, one in each folder that needs it
    assert [name for name, count in names.items() if count > 1 or name == "__init__.py"] == []


def test_nothing_asks_for_an_exemption() -> None:
    """No check is switched off for a line or a file, and no test is left out."""
    offenders = [
        f"{source.path}: {line.strip()}"
        for source in sources(*EVERYTHING)
        for line in source.text.splitlines()
        if EXEMPTION.search(line) or LEFT_OUT.search(line)
    ]
    assert offenders == []


@pytest.mark.parametrize(
    "line", ["x = y  # " + "type: ignore", "import os  #" + "noqa: F401", "@pytest.mark" + ".skip"]
)
def test_an_exemption_is_noticed(line: str) -> None:
    """What switches a check or a test off is found."""
    assert EXEMPTION.search(line) or LEFT_OUT.search(line)
