"""What every test of the command line stands on: a clock that stands still, the catalogue read once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from core import clock
from tests.sample_screenings import catalogue
from ui.command_line import plan, rules

INSTANT = datetime(2026, 11, 25, 3, 48, tzinfo=UTC)


@pytest.fixture(autouse=True)
def standing_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be 25 November 2026 for the program."""
    monkeypatch.setattr(clock, "now_utc", lambda: INSTANT)


@pytest.fixture(autouse=True)
def one_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read the catalogue once for all tests."""
    for command in (plan, rules):  # what screens reads it by way of what it remembers: once too
        monkeypatch.setattr(command, "load_catalogue", catalogue)
