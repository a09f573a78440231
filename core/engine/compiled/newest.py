"""Which of several dated entries is the newest."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Protocol, TypeVar

from core.values.partial_date import PartialDate


class Dated(Protocol):
    """An entry with the day it was made, where that is known."""

    @property
    def on(self) -> PartialDate | None:
        """The day, None if nobody knows it."""
        ...


_Entry = TypeVar("_Entry", bound=Dated)


def newest(entries: Iterable[_Entry]) -> _Entry | None:
    """Return the entry with the latest last, then first possible day, of equals the first; undated are oldest."""
    found: _Entry | None = None
    best: tuple[date, date, str] | None = None
    for entry in entries:
        on = entry.on
        key = (date.min, date.min, "") if on is None else (on.last, on.first, on.clock)
        if best is None or key > best:
            found, best = entry, key
    return found
