"""How long the papers take: building them, the PDF, and what they come from.

A monitoring plan of 15 years (reach: 150 ms together), an eligibility report of some pages (reach: 80 ms for three);
then every kind of paper there is, of a sample patient, whole.

python -m benchmarks.papers
"""

from __future__ import annotations

from datetime import date
from functools import partial
from io import BytesIO

from pypdf import PdfReader

from benchmarks.measuring import milliseconds, side_by_side
from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from core.discovery import resource_path, rules_path
from core.documents.blocks import Document
from core.documents.eligibility_report import ReportOptions, report_document
from core.documents.html import render_html
from core.documents.monitoring_plan import PaperOptions
from core.documents.pdf import render_pdf
from core.documents.referral_letter import LetterOptions
from core.documents.text import render_text
from core.follow_up.plan import Plan
from core.language.phrases import Phrases
from core.screening.screening import screen
from core.use_cases.load_rules import load_rules
from core.use_cases.make_paper import make_paper, template_text
from core.use_cases.papers import PaperJob, every_kind
from core.use_cases.papers.day0 import PlanWish
from core.use_cases.plan_follow_up import PlanRequest, load_schedules, plan_follow_up, plan_paper

DAY0 = date(2026, 2, 4)
ON = date(2026, 11, 22)
PRINTED_AT = "2026-11-22T09:41"
REACH_MILLISECONDS = 150
REPORT_REACH_MILLISECONDS = 80
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
    _measure_plan(catalogue)
    _measure_report(catalogue)
    _measure_kinds(catalogue)


def _measure_kinds(catalogue: Catalogue) -> None:
    """Every kind as the Documents page makes it: the child with dermatomyositis, in English."""
    chart = _chart(resource_path("samples", "06-jdm-refractory-child.yaml").read_bytes(), catalogue)
    (compiled,) = load_rules((rules_path("programmes", "hospital-exemption.yaml"),), catalogue).files
    letter = LetterOptions(PRINTED_AT, "Kriterion", template_text("en"))
    wish = PlanWish(ON, "en", day0="2026-12-15", product="autologous", vector="lentiviral", region="EU")
    judged = (screen(compiled, chart, ON), compiled)
    jobs = {
        kind.id: PaperJob(
            kind, "x", chart, catalogue, "en", PRINTED_AT, "Kriterion", "Clinic",
            judged=judged, letter=letter, plan=wish, telephone="000 000",
        )
        for kind in every_kind()
    }  # fmt: skip
    taken = side_by_side({name: partial(make_paper, job) for name, job in jobs.items()}, rounds=ROUNDS, repeats=1)
    print("every kind of paper, from the record to the PDF")
    for name, seconds in taken.items():
        print(f"  {name:24} {milliseconds(seconds):>12}")


def _measure_report(catalogue: Catalogue) -> None:
    path = resource_path("samples", "03-sle-adolescent.yaml")
    chart = _chart(path.read_bytes(), catalogue)
    loaded = load_rules((rules_path("protocols", "nct06222853.yaml"),), catalogue)
    (compiled,) = loaded.files
    phrases = Phrases("en")
    options = ReportOptions("2026-11-22T09:41", "Kriterion", "Clinic")
    screening = screen(compiled, chart, ON)

    def built() -> Document:
        return report_document(screening, compiled, phrases, options)

    paper = built()
    content = render_pdf(paper)
    taken = side_by_side(
        {
            "screening": lambda: screen(compiled, chart, ON),
            "paper, without format": built,
            "PDF": lambda: render_pdf(paper),
            "HTML": lambda: render_html(paper),
            "text": lambda: render_text(paper),
            "paper and PDF": lambda: render_pdf(built()),
        },
        rounds=ROUNDS,
        repeats=1,
    )
    count = len(screening.best.judgements)
    print(f"eligibility report: {count} criteria, {len(PdfReader(BytesIO(content)).pages)} pages, {len(content)} bytes")
    for name, seconds in taken.items():
        print(f"  {name:24} {milliseconds(seconds):>12}")
    print(f"  to reach, paper and PDF  {REPORT_REACH_MILLISECONDS:>9} ms for three pages")


def _measure_plan(catalogue: Catalogue) -> None:
    schedules = load_schedules(catalogue)
    phrases = Phrases("en")
    chart = _chart(PATIENT, catalogue)
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


def _chart(content: bytes, catalogue: Catalogue) -> Chart:
    chart, problems = read_patient(content, "patient.yaml", catalogue)
    if chart is None:
        raise ValueError(problems)
    return chart


if __name__ == "__main__":
    main()
