"""The tests of a bundle: they need one, and are tried where it is named (``python -m bundling.prove`` does)."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bundling.contents import NAME
from tests.bundle.far_hand import FarHand
from tests.keys.reader import Reader
from tests.keys.screen import Screen, missing

VARIABLE = "KRITERION_BUNDLE"
"""Names the folder of a bundle."""
collect_ignore = [] if os.environ.get(VARIABLE) else ["test_bundle.py", "test_bundle_journey.py"]


@pytest.fixture(scope="session")
def bundle() -> Path:
    """The folder of the bundle."""
    return Path(os.environ[VARIABLE]).resolve()


@pytest.fixture(scope="session")
def program(bundle: Path) -> Path:
    """The program in it."""
    return bundle / NAME


@pytest.fixture
def far_hand(program: Path, tmp_path: Path) -> Iterator[FarHand]:
    """A hand at the bundle that was just started, with the eyes of a screen reader."""
    assert not missing(), f"apt install {missing()}"
    with Screen(has_reader=True) as screen, Reader(screen) as reader:
        hand = FarHand(screen, reader, tmp_path / "vault")
        hand.start(program)
        yield hand
        screen.take_picture(tmp_path / "last.png")
