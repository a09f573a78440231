"""Every kind of paper of a sample patient, as the Documents page makes it; the patient may have another name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from core.chart.chart import Chart
from core.documents.referral_letter import Consent, Letterhead, LetterOptions
from core.use_cases.make_paper import Paper, make_paper, template_text
from core.use_cases.papers import PaperJob, every_kind
from core.use_cases.papers.day0 import PlanWish
from tests.sample_screenings import ON, catalogue, patients, screening_of

PRINTED_AT = "2026-11-22T09:41"
RULES = {
    "sample-01": "nct06222853",
    "sample-02": "example-sle-cart-01",
    "sample-06": "hospital-exemption",
    "sample-07": "hospital-exemption",
    "sample-08": "hospital-exemption",
    "sample-10": "hospital-exemption",
}
"""The file that is told of each patient: each disease, a child, an adult, one infused."""


def every_paper(sample: str, language: str, name: str = "", clinic: str = "Rheumatology") -> Iterator[Paper]:
    """Yield the papers of a sample, each kind of all that are found by walking."""
    screening, file = screening_of(sample, RULES[sample])
    chart = called(next(each.chart for each in patients() if each.chart is not None and each.chart.id == sample), name)
    judged = (replace(screening, chart=called(screening.chart, name)), file)
    for kind in every_kind():
        job = PaperJob(
            kind,
            "x",
            chart,
            catalogue(),
            language,
            PRINTED_AT,
            "Kriterion",
            clinic=clinic,
            judged=judged,
            letter=letter(chart, language, clinic),
            plan=PlanWish(ON, language, day0=day0(chart), product="autologous", vector="lentiviral", region="EU"),
            telephone="000 000",
        )
        if kind.applies_to(chart, ON):
            yield make_paper(job)


def letter(chart: Chart, language: str, clinic: str, printed_at: str = PRINTED_AT) -> LetterOptions:
    """Return what a letter is told."""
    return LetterOptions(
        printed_at,
        "Kriterion",
        template_text(language, is_infused=chart.infusion is not None),
        letterhead=Letterhead(department=clinic, address="2 Example Street\nExample Town", telephone="000 000"),
        recipient="CAR-T centre\nUniversity hospital",
        signer="Dr Example",
        consent=Consent(informed_by="Dr Example"),
    )


def day0(chart: Chart) -> str:
    """Return the day typed for a plan: none where the infusion is on record."""
    return "" if chart.infusion is not None else "2026-12-15"


def called(chart: Chart, name: str) -> Chart:
    """Return the chart of a patient of another name."""
    return replace(chart, name=name) if name else chart
