"""Page 1 and page 2 of the plan are one page each for every kind of patient, and what is looked up is at most half."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from core.documents.monitoring_plan import PaperOptions
from core.documents.pdf import render_pdf
from core.language.phrases import Phrases
from core.use_cases.plan_follow_up import plan_paper
from tests.core.documents.reading_back import pdf_pages
from tests.core.follow_up.sample_plans import DAY0, chart, plan_of

COURSES = ", ".join(
    f"{{drug: {drug}, from: 2025-01-05, to: 2025-06-05}}"
    for drug in (
        "hydroxychloroquine",
        "mycophenolate_mofetil",
        "methotrexate",
        "rituximab",
        "tocilizumab",
        "bortezomib",
    )
)
WORDS = {
    "en": ("The 15 years at a glance", "for the bedside", "What is done, by whom", "D28"),
    "de": ("Die 15 Jahre im Überblick", "für das Krankenbett", "Maßnahmen, Zuständigkeit", "T28"),
}
KINDS = [
    ("jdm", "2017-06-22", "female", "autologous", "lentiviral", "EU"),
    ("sle, lupus_nephritis", "1991-03-14", "female", "autologous", "lentiviral", "US"),
    ("ssc, ild", "1982-04-17", "male", "autologous", "lentiviral", "EU"),
    ("ssc", "2012-05-26", "female", "", "", ""),
    ("sle", "1991-03-14", "female", "allogeneic", "lentiviral", "EU"),
    ("asys, ild", "1975-03-14", "male", "autologous", "mrna", "US"),
    ("sle, asys, ssc", "2014-02-10", "female", "", "", ""),
]


def pages_of(kind: tuple[str, ...], language: str, on: date) -> list[str]:
    diseases, born, sex, product, vector, region = kind
    patient = chart(*diseases.split(", "), born=born, sex=sex, more=f"treatments: [{COURSES}]")
    plan = plan_of(patient, on=on, product=product, vector=vector, region=region)
    options = PaperOptions(on, "2026-01-20T09:41", "Clinic", "+49 89 000 112")
    return [" ".join(page.split()) for page in pdf_pages(render_pdf(plan_paper(plan, Phrases(language), options)))]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: f"{kind[0]}-{kind[3]}-{kind[5]}")
@pytest.mark.parametrize("language", WORDS)
def test_page_1_and_page_2_are_one_page_each_and_reference_is_at_most_half(
    kind: tuple[str, ...], language: str
) -> None:
    glance, bedside, reference, last_day = WORDS[language]
    pages = pages_of(kind, language, date(2026, 1, 20))
    assert glance in pages[0]
    assert bedside in pages[1]
    assert f"{last_day} 4" in pages[1]
    assert not any(bedside in page for page in pages[2:])
    first = next(number for number, page in enumerate(pages) if reference in page)
    looked_up = len(pages) - first - ("4. Feb. 20" in pages[first] or "4 Feb 20" in pages[first])
    assert looked_up <= len(pages) / 2  # the page on which it begins still holds dated visits or not


@pytest.mark.parametrize("language", WORDS)
def test_the_sheet_goes_when_its_days_are_over(language: str) -> None:
    _, bedside, _, _ = WORDS[language]
    held = pages_of(KINDS[0], language, DAY0 + timedelta(days=28))
    gone = pages_of(KINDS[0], language, DAY0 + timedelta(days=29))
    assert any(bedside in page for page in held)
    assert not any(f"28, {bedside}" in page for page in gone)
