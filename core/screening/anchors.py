"""The days of the decision points: recorded, planned, or the earliest they can be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core.chart.chart import Chart
from core.chart.points import POINTS
from core.rule_files.rule_file import Gap, RuleFile
from core.values.duration import Duration

_AFTER: Mapping[str, str] = {
    "enrolment": "screening",
    "leukapheresis": "screening",
    "lymphodepletion": "leukapheresis",
    "infusion": "lymphodepletion",
}
"""What a point comes after where the file says nothing."""


@dataclass(frozen=True, slots=True)
class AnchorDay:
    """The day of a decision point. ``is_assumed``: nobody dated it. ``is_reached``: it lies not in the future."""

    point: str
    day: date
    is_assumed: bool
    is_reached: bool


def anchor_days(rule_file: RuleFile, chart: Chart, evaluation_on: date) -> dict[str, AnchorDay]:
    """Return the day of every decision point of a file, for one chart on one evaluation date."""
    points = (*POINTS, *(name for name in rule_file.anchors if name not in POINTS))
    found: dict[str, AnchorDay] = {}
    for point in points:
        _place(point, rule_file.anchors, chart, evaluation_on, found)
    return {point: found[point] for point in points}


def _place(point: str, gaps: Mapping[str, Gap], chart: Chart, evaluation_on: date, found: dict[str, AnchorDay]) -> date:
    if point in found:
        return found[point].day
    dated = _dated(point, chart)
    if dated is not None:
        found[point] = AnchorDay(point, dated, is_assumed=False, is_reached=dated <= evaluation_on)
        return dated
    found[point] = AnchorDay(point, evaluation_on, is_assumed=True, is_reached=False)  # ends a circle of anchors
    gap = gaps.get(point) or (Gap(_AFTER[point]) if point in _AFTER else None)
    day = evaluation_on
    if gap is not None:
        before = _place(gap.after, gaps, chart, evaluation_on, found)
        day = max(day, _later(before, gap.gap))
    is_now = point in ("consent", "screening")  # somebody who is being screened stands at these two
    found[point] = AnchorDay(point, day, is_assumed=not is_now, is_reached=point == "screening")
    return day


def _dated(point: str, chart: Chart) -> date | None:
    if point == "infusion" and chart.infusion is not None:
        return chart.infusion.on
    planned = chart.planned.get(point)
    return None if planned is None else planned.first


def _later(day: date, gap: Duration | None) -> date:
    return day if gap is None else gap.after(day)
