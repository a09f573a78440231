"""One screen for a worker, a program and a folder for each test; what is on the screen is kept where one fails."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.keys import journeys
from tests.keys.reader import Reader
from tests.keys.real_hand import RealHand
from tests.keys.screen import Screen, missing

ALWAYS = "KRITERION_REAL_KEYS"
"""The variable under which a machine that lacks something is a fault and no reason to leave the hand out."""
_LACKING = "" if os.environ.get(ALWAYS) else missing()
collect_ignore = ["test_real_keys.py", "test_screen_reader.py"] if _LACKING else []
"""Journeys in process are tried everywhere; real keys need a screen, and it is said where there is none."""
_PICTURES = Path(os.environ.get("KRITERION_PICTURES") or tempfile.gettempdir()) / "kriterion-keys"


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    """Start a screen."""
    assert not missing(), f"apt install {missing()}"
    with Screen() as started:
        yield started


@pytest.fixture(scope="session")
def screen_with_reader() -> Iterator[Screen]:
    """Start a screen on which a screen reader may stand."""
    with Screen(has_reader=True) as started:
        yield started


@pytest.fixture
def reader(screen_with_reader: Screen) -> Iterator[Reader]:
    """A screen reader that is there before the program."""
    with Reader(screen_with_reader) as started:
        yield started


@pytest.fixture
def heard(
    reader: Reader, screen_with_reader: Screen, memory: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[RealHand]:
    """A hand at a program that was just started, with a reader beside it."""
    assert reader is not None
    yield from _at_a_program(RealHand(screen_with_reader, tmp_path / "vault", memory), request)


@pytest.fixture(scope="session")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where checked rule files are remembered from one program to the next."""
    return tmp_path_factory.mktemp("memory")


@pytest.fixture
def hand(screen: Screen, memory: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[RealHand]:
    """A hand at a new record that lies open. At the end the program has said nothing on its error stream."""
    yield from _at_a_program(RealHand(screen, tmp_path / "vault", memory), request, journeys.first_start)


def _at_a_program(
    made: RealHand, request: pytest.FixtureRequest, begin: Callable[[RealHand], None] | None = None
) -> Iterator[RealHand]:
    failed_before, picture = request.session.testsfailed, _PICTURES / f"{request.node.name}.png"
    try:
        made.start()
        if begin is not None:
            begin(made)
    except BaseException:
        made.screen.take_picture(picture)
        made.close()
        raise
    yield made
    if request.session.testsfailed > failed_before:
        made.screen.take_picture(picture)
    made.close()
    assert made.complaints == ""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many keys each journey took, or why there was none."""
    if _LACKING:
        terminalreporter.write_line(f"no journeys by real keys: apt install {_LACKING}")
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{name}: {value}")
