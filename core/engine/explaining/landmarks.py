"""Landmarks: the newest statement of a day something began."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.chart.values import Landmark
from core.engine.judgement.situation import Situation
from core.values.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Placed:
    """A landmark as recorded: its day as far as it is known, and the finding that says so."""

    on: PartialDate
    ref: str


def landmark(name: str, situation: Situation) -> Placed | None:
    """Return the newest statement of a landmark; of those of one date the last recorded."""
    found = [
        (date.min if finding.on is None else finding.on.last, Placed(finding.value.on, finding.ref))
        for finding in situation.chart.of(name)
        if isinstance(finding.value, Landmark)
    ]
    return max(reversed(found), key=lambda pair: pair[0])[1] if found else None
