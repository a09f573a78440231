"""What the papers of the follow-up share: the plan that they tell."""

from __future__ import annotations

from core.documents.monitoring_plan import PaperOptions
from core.follow_up.plan import Plan
from core.use_cases.papers.day0 import asked_for
from core.use_cases.papers.kind import PaperJob
from core.use_cases.plan_follow_up import load_schedules, plan_follow_up


def plan_of(job: PaperJob) -> Plan:
    """Return the plan of the patient; WorldError where day 0 is not known."""
    return plan_follow_up(job.chart, load_schedules(job.catalogue), job.catalogue, asked_for(job.chart, job.plan))


def plan_options(job: PaperJob) -> PaperOptions:
    """Return what the paper is told besides the plan."""
    return PaperOptions(job.on, job.printed_at, job.clinic, job.telephone, job.program)
