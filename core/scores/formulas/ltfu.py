"""Planned days after infusion. FDA guidance on long-term follow-up, January 2020."""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.language.said import said
from core.scores.given import Given, Json, Outputs, Refusal, RefusedError
from core.values.duration import Duration, TimeUnit

_EVENT = re.compile(r"(day|week|month|year)_?(\d{1,5})")


def prepare(written: Mapping[str, Json]) -> Mapping[str, Json]:
    """Check the visit by its name."""
    event = written.get("event")
    if event is None:
        return written
    match = _EVENT.fullmatch(str(event).strip().lower())
    if match is None:
        raise RefusedError(
            Refusal(
                "event", said("'{value}' is no planned visit", value=str(event)), "write day_100, month_6 or year_15"
            )
        )
    return {**written, "event": [match[1], match[2]]}


def compute(given: Given) -> Outputs:
    """Return the day; one that does not exist is the last of its month."""
    unit, count = (str(each) for each in given.structure("event"))
    return {"due": Duration(int(count), TimeUnit(unit)).planned_after(given.day("infusion"))}
