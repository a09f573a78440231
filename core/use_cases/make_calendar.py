"""The visits to come as a calendar file that names nobody: it lies in calendars that many see."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from core.exchange.calendar_file import CalendarDay, calendar_text
from core.follow_up.following import State
from core.wording.followed import FollowedWords

Seal = Callable[[bytes], str]
"""Turns what names a visit into a mark that tells nothing of it: with a key nobody else has."""
_WANTED = (State.OVERDUE, State.DUE, State.LATER)


def make_calendar(words: FollowedWords, patient: str, seal: Seal, now: datetime) -> bytes:
    """Return what is due and to come of a patient's visits; a visit keeps its mark when its day moves."""
    return calendar_text(_days(words, patient, seal), now)


def _days(words: FollowedWords, patient: str, seal: Seal) -> Iterator[CalendarDay]:
    for visit in words.following.of(*_WANTED):
        told = words.visit(visit)
        mark = seal(f"calendar\n{patient}\n{visit.name}".encode())
        yield CalendarDay(mark, visit.visit.on, words.say("calendar-title", visit=told.name), told.days)
