"""The situation in which a condition is judged: one chart, one file's names, one day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.chart.chart import Chart
from core.criteria.scope import Scope


@dataclass(frozen=True, slots=True)
class Days:
    """The decision day and the days of all anchors as they are, or are taken to be."""

    decision_on: date
    anchors: Mapping[str, date] = field(default_factory=dict[str, date])


@dataclass(frozen=True, slots=True)
class Situation:
    """Everything a verdict depends on. ``chart`` holds only what was on record on the evaluation date.

    ``days`` rule what moves with time: age, time since, episodes, courses, doses. ``measured`` rule results and
    answers. They are the same unless one looks ahead with today's results held as they are.
    ``stopped`` maps refs of ongoing courses to the day they are taken to be stopped.
    ``is_absence_assumed``: what no complete list tells is taken not to have happened (history only).
    """

    chart: Chart
    scope: Scope
    evaluation_on: date
    days: Days
    measured: Days
    stopped: Mapping[str, date] = field(default_factory=dict[str, date])
    is_absence_assumed: bool = False

    @classmethod
    def on(cls, chart: Chart, scope: Scope, evaluation_on: date, decision_on: date | None = None) -> Situation:
        """Return the plain situation: the chart as of the evaluation date, every anchor on the decision day."""
        decision = evaluation_on if decision_on is None else decision_on
        days = Days(decision, dict.fromkeys(scope.anchors, decision))
        return cls(chart.as_of(evaluation_on), scope, evaluation_on, days, days)
