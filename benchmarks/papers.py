"""How long a monitoring plan of 15 years takes: planning, building the paper, the PDF. Reach: 150 ms together.

python -m benchmarks.papers
"""

from __future__ import annotations

from datetime import date

from benchmarks.measuring import milliseconds, side_by_side
from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.reading import read_patient
from core.documents.blocks import Document
from core.documents.monitoring_plan import PaperOptions
from core.documents.pdf import render_pdf
from core.follow_up.plan import Plan
from core.language.phrases import Phrases
from core.use_cases.plan_follow_up import PlanRequest, load_schedules, plan_follow_up, plan_paper

DAY0 = date(2026, 2, 4)
ON = date(2026, 11, 22)
REACH_MILLISECONDS = 150
ROUNDS = 9

PATIENT = b"""\
format: 1
id: sample-07
synthetic: true
name: Sample patient 07
birth_date: 2012-10-15
sex: male
diagnoses: [{is: jdm, since: 2023-05}]
"""


def main() -> None:
    """Measure and print."""
    catalogue = load_catalogue()
    schedules = load_schedules(catalogue)
    phrases = Phrases("en")
    chart = _chart()
    request = PlanRequest(DAY0, ON, "autologous", "lentiviral", "EU")
    options = PaperOptions(ON, "2026-11-22T09:41", "Clinic", "000 000")

    def planned() -> Plan:
        return plan_follow_up(chart, schedules, catalogue, request)

    def built(plan: Plan) -> Document:
        return plan_paper(plan, phrases, options)

    plan = planned()
    paper = built(plan)
    content = render_pdf(paper)
    taken = side_by_side(
        {
            "plan": planned,
            "paper, without format": lambda: built(plan),
            "PDF": lambda: render_pdf(paper),
            "together": lambda: render_pdf(built(planned())),
        },
        rounds=ROUNDS,
        repeats=1,
    )
    print(f"monitoring plan of 15 years: {len(plan.visits)} visits, {len(content)} bytes")
    for name, seconds in taken.items():
        print(f"  {name:24} {milliseconds(seconds):>12}")
    print(f"  to reach, together       {REACH_MILLISECONDS:>9} ms")


def _chart() -> Chart:
    chart, problems = read_patient(PATIENT, "patient.yaml", load_catalogue())
    if chart is None:
        raise ValueError(problems)
    return chart


if __name__ == "__main__":
    main()
