"""The only place that asks what time it is; everything else is told a date or an instant."""

from __future__ import annotations

from datetime import UTC, date, datetime


def now_utc() -> datetime:
    """Return the present instant, aware, in UTC."""
    return datetime.now(UTC)


def today() -> date:
    """Return today's date where the computer stands."""
    return now_utc().astimezone().date()
