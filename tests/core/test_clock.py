"""The clock: an aware instant, and the date where the computer stands."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest

from core import clock


@pytest.fixture
def two_hours_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Put the computer two hours east of Greenwich."""
    monkeypatch.setenv("TZ", "EAST-2")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def test_the_instant_is_in_utc() -> None:
    """Instants carry their zone."""
    assert clock.now_utc().utcoffset() == timedelta(0)


@pytest.mark.usefixtures("two_hours_east")
def test_today_is_the_local_date(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shortly before midnight in Greenwich it is tomorrow further east."""
    monkeypatch.setattr(clock, "now_utc", lambda: datetime(2026, 1, 1, 23, 30, tzinfo=UTC))
    assert clock.today() == date(2026, 1, 2)
