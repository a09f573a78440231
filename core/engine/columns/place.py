"""The days a plan is made for: durations have become days of the calendar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from core.engine.deciding.calendar import OPEN
from core.engine.deciding.moment import Moment
from core.engine.deciding.record import Record


@dataclass(frozen=True)
class Place:
    """The evaluation date, the decision day and the days of all anchors, and whether absence is assumed."""

    evaluation: int
    decision: int
    anchors: Mapping[str, int] = field(default_factory=dict[str, int])
    is_absence_assumed: bool = False

    def moment(self, record: Record) -> Moment:
        """Return the same for one patient, as the deciding engine is asked."""
        return Moment(record, self.evaluation, self.decision, self.anchors, is_assumed=self.is_absence_assumed)


def latest(holds: Callable[[int], bool]) -> int:
    """Return the last day for which something holds that holds of every day before it too; 0: of none."""
    low, high = 0, OPEN
    while high - low > 1:
        middle = (low + high) // 2
        if holds(middle):
            low = middle
        else:
            high = middle
    return low
