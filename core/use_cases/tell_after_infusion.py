"""Find out what letters after the infusion tell: what became of the plan, the toxicity log, the trends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.documents.follow_up_letters import AfterInfusion
from core.follow_up.outcome.outcome import outcome_of
from core.follow_up.schedule import Schedule
from core.follow_up.toxicity import strip_of
from core.use_cases.follow_patient import follow_patient
from core.use_cases.plan_follow_up import judging, load_schedules
from core.use_cases.show_trends import show_trends


def after_infusion(
    chart: Chart, catalogue: Catalogue, on: date, schedules: Sequence[Schedule] = ()
) -> AfterInfusion | None:
    """Return what is known on a day, by the schedules that ship unless others are given; None before the infusion."""
    following = follow_patient(chart, schedules or load_schedules(catalogue), catalogue, on)
    if following is None:
        return None
    day0 = following.plan.day0
    strip, trends = strip_of(chart, catalogue, day0, on), show_trends(chart, catalogue, day0, on)
    outcome = outcome_of(chart, catalogue, following)
    return AfterInfusion(following, strip, trends, outcome, judging(chart, catalogue, on))


def as_of(chart: Chart, on: date) -> Chart:
    """Return the record as it stood on a day, without what was infused after it."""
    return replace(chart.as_of(on), infusions=tuple(each for each in chart.infusions if each.on <= on))
