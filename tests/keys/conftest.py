"""One screen for a worker, a program and a folder for each test; what is on the screen is kept where one fails."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.keys import journeys
from tests.keys.real_hand import RealHand
from tests.keys.screen import Screen, missing

ALWAYS = "KRITERION_REAL_KEYS"
"""The variable under which a machine that lacks something is a fault and not a reason to skip."""
_PICTURES = Path(os.environ.get("KRITERION_PICTURES") or tempfile.gettempdir()) / "kriterion-keys"


@pytest.fixture(scope="session")
def screen() -> Iterator[Screen]:
    """Start a screen, or skip where this machine has none."""
    lacking = missing()
    if lacking and not os.environ.get(ALWAYS):
        pytest.skip(f"real keys need a screen: apt install {lacking}")
    assert not lacking, f"apt install {lacking}"
    with Screen() as started:
        yield started


@pytest.fixture(scope="session")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where checked rule files are remembered from one program to the next."""
    return tmp_path_factory.mktemp("memory")


@pytest.fixture
def hand(screen: Screen, memory: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[RealHand]:
    """A hand at a new record that lies open. At the end the program has said nothing on its error stream."""
    made, failed_before = RealHand(screen, tmp_path / "vault", memory), request.session.testsfailed
    picture = _PICTURES / f"{request.node.name}.png"
    try:
        made.start()
        journeys.first_start(made)
    except BaseException:
        screen.take_picture(picture)
        made.close()
        raise
    yield made
    if request.session.testsfailed > failed_before:
        screen.take_picture(picture)
    made.close()
    assert made.complaints == ""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many keys each journey took."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            terminalreporter.write_line(f"{name}: {value}")
