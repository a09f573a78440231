"""Every reader of what somebody names reads regular files alone: a pipe, device or socket is refused at once.

Within 100 ms each (printed; the bound has room for a busy machine). ``-`` is standard input, and bounded.
"""

from __future__ import annotations

import io
import os
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from core.discovery import resource_path, rules_path
from core.errors import WorldError
from core.language.phrases import LANGUAGES, spoken
from core.regular_files import MOST_BYTES, TooLargeError, read_named, read_regular
from core.use_cases.check_files import check_files
from core.use_cases.keep_library import take_in
from core.use_cases.load_rules import check_paths, load_rules
from core.use_cases.screen_patients import screen_patients
from core.wording.errors import error_words
from core.wording.problems import problem_line
from tests.faults.hostile_desk import FORMS
from tests.sample_screenings import catalogue
from ui.command_line import app

GENEROUS_SECONDS = 3.0
NO_FILES = ("a_pipe", "a_device", "a_socket")


def _told(path: Path) -> object:
    try:
        return take_in(path, (), catalogue()).file.problems
    except WorldError as error:
        return [error_words(error, spoken(language)) for language in LANGUAGES]


READERS: Mapping[str, Callable[[Path], object]] = {
    "screen_patients": lambda path: screen_patients([path], (), catalogue())[0].problems,
    "check_files": lambda path: check_files([path], catalogue())[0].problems,
    "check_paths": lambda path: check_paths([path], catalogue())[0][1].problems,
    "load_rules": lambda path: load_rules([path], catalogue()).problems,
    "take_in": _told,
}
COMMANDS: Mapping[str, Callable[[str], list[str]]] = {
    "screen": lambda path: ["screen", path],
    "screen --rules": lambda path: ["screen", str(next(resource_path("samples").glob("02-*"))), "--rules", path],
    "plan": lambda path: ["plan", path, "--day0", "2026-12-01"],
    "rules check": lambda path: ["rules", "check", path],
    "rules examples": lambda path: ["rules", "examples", path],
    "rules rewrite": lambda path: ["rules", "rewrite", path],
    "rules show": lambda path: ["rules", "show", path],
    "score": lambda path: ["score", "bmi", "--input", path],
    "score --batch": lambda path: ["score", "--batch", path],
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("reader", READERS)
def test_every_reader_says_so_at_once(tmp_path: Path, reader: str, form: str) -> None:
    path = tmp_path / "named.yaml"
    FORMS[form](path)
    catalogue()
    began = time.perf_counter()
    told = READERS[reader](path)
    taken = time.perf_counter() - began
    print(f"{reader}, {form}: {taken * 1000:.1f} ms")
    assert told
    assert taken < GENEROUS_SECONDS


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_ends_with_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, form: str
) -> None:
    path = tmp_path / "named.yaml"
    FORMS[form](path)
    began = time.perf_counter()
    code = app.main(COMMANDS[command](str(path)))
    taken = time.perf_counter() - began
    print(f"{command}, {form}: {taken * 1000:.0f} ms, with all that is loaded")
    assert code == 2
    assert "named.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("form", NO_FILES)
def test_the_problem_says_what_it_is_and_what_to_do(tmp_path: Path, form: str) -> None:
    FORMS[form](tmp_path / "named.yaml")
    (problem,) = check_files([tmp_path / "named.yaml"], catalogue())[0].problems
    english, german = (problem_line(problem, spoken(language)) for language in ("en", "de"))
    assert "it is a pipe or a device" in english
    assert "eine Pipe oder ein Gerät" in german
    assert "standard input" in english


def test_a_pipe_with_a_writer_is_refused_too(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = os.open(path, os.O_RDWR | os.O_NONBLOCK)
    os.write(writer, b"format: 1\n")
    with pytest.raises(OSError, match="not a regular file"):
        read_regular(path)
    os.close(writer)


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert read_named(tmp_path / "link") == b"x"
    with pytest.raises(TooLargeError):
        read_regular(tmp_path / "file", 0)


class Typed:
    """Standard input with something in it."""

    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    sample = next(resource_path("samples").glob("03-*"))
    monkeypatch.setattr(sys, "stdin", Typed(sample.read_bytes()))
    assert app.main(["screen", "-", "--file", "example-sle-cart-01"]) == 0
    assert "Sample patient 03" in capsys.readouterr().out
    monkeypatch.setattr(sys, "stdin", Typed(sample.read_bytes()))
    assert app.main(["plan", "-", "--day0", "2026-12-01"]) == 0
    rule_file = (rules_path("protocols") / "example-sle-cart-01.yaml").read_bytes()
    monkeypatch.setattr(sys, "stdin", Typed(rule_file))
    assert app.main(["rules", "check", "-"]) == 0
    assert "1 rule files without errors" in capsys.readouterr().out


def test_standard_input_is_bounded(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", Typed(b"#" * (MOST_BYTES + 1)))
    assert app.main(["screen", "-"]) == 2
    assert "larger than such a file can be" in capsys.readouterr().err
