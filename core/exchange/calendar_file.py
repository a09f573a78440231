"""Days as a calendar file (iCalendar, RFC 5545): whole days, no name, no sickness, no alarm."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from icalendar import Calendar, Event

from core.program import PROGRAM

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One whole day. ``mark`` is the same each time the same thing is written, so that it replaces the one before."""

    mark: str
    on: date
    title: str
    note: str = ""


def calendar_text(days: Iterable[CalendarDay], now: datetime) -> bytes:
    """Return the days as a calendar; it takes up no time of whoever holds it."""
    calendar = Calendar()
    calendar.add("prodid", f"-//{PROGRAM}//")
    calendar.add("version", "2.0")
    for each in days:
        event = Event()
        event.add("uid", each.mark)
        event.add("dtstamp", now)
        event.add("dtstart", each.on)
        event.add("dtend", each.on + _DAY)
        event.add("summary", each.title)
        if each.note:
            event.add("description", each.note)
        event.add("transp", "TRANSPARENT")
        event.add("class", "CONFIDENTIAL")
        calendar.add_component(event)
    content: bytes = calendar.to_ical()
    return content
