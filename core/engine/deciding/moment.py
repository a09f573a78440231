"""The moment at which truth is asked: one record, the days that move and those that are held."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from core.engine.deciding.record import Record

_NOTHING: Mapping[str, int] = {}


class Moment:
    """Everything a truth depends on. ``decision`` and ``anchors`` move, ``measured`` rules results and answers."""

    __slots__ = ("anchors", "decision", "evaluation", "is_assumed", "measured", "measured_anchors", "record", "stopped")

    def __init__(
        self,
        record: Record,
        evaluation: int,
        decision: int,
        anchors: Mapping[str, int],
        *,
        held: tuple[int, Mapping[str, int]] | None = None,
        stopped: Mapping[str, int] = _NOTHING,
        is_assumed: bool = False,
    ) -> None:
        self.record = record
        self.evaluation = evaluation
        self.decision = decision
        self.anchors = anchors
        self.measured, self.measured_anchors = (decision, anchors) if held is None else held
        self.stopped = stopped
        self.is_assumed = is_assumed


Decide = Callable[[Moment], int]
"""The truth of one condition at a moment: 1 true, -1 false, 0 unknown."""


def earliest(m: Moment) -> int:
    """Return the first day anything of a patient can be of: the birth, else a long life ago."""
    birth = m.record.birth
    return birth[0] if birth is not None else date(date.fromordinal(m.evaluation).year - 120, 1, 1).toordinal()


def ordinals(days: Mapping[str, date]) -> dict[str, int]:
    """Return days as numbers."""
    return {name: day.toordinal() for name, day in days.items()}
