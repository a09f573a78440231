"""The only place that asks what time it is; everything else is told a date or an instant."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime


def now_utc() -> datetime:
    """Return the present instant, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return today's date where the computer stands."""
    return now_utc().astimezone().date()


def steady_seconds() -> float:
    """Return seconds that only grow while the computer runs, whatever its clock is set to."""
    return time.monotonic()
