"""The monitoring plan on paper: every mark in words, nothing confidential for the family."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import pytest

from core.documents.blocks import Document
from core.documents.monitoring_plan import PaperOptions
from core.documents.pdf import render_pdf
from core.documents.text import render_text
from core.errors import WorldError
from core.follow_up.plan import Plan
from core.language.phrases import Phrases
from core.use_cases.plan_follow_up import plan_paper
from tests.core.documents.reading_back import pdf_pages
from tests.core.follow_up.sample_plans import DAY0, chart, plan_of
from tests.rules.doses import DOSE

CHILD = chart("jdm")
WOMAN = chart("sle", born="1990-03-01", sex="female")


def paper(plan: Plan, language: str = "en", on: date = DAY0, telephone: str = "") -> Document:
    return plan_paper(plan, Phrases(language), PaperOptions(on, "2026-11-22T09:41", "Clinic", telephone))


def printed(plan: Plan, language: str = "en", on: date = DAY0, telephone: str = "") -> str:
    """Return the paper as one line of text, so that a phrase is found wherever its line breaks."""
    return " ".join(render_text(paper(plan, language, on, telephone)).split())


@cache
def child_pages() -> tuple[str, ...]:
    return tuple(" ".join(page.split()) for page in pdf_pages(render_pdf(paper(plan_of(CHILD)))))


def test_every_page_says_whose_it_is_and_that_nobody_reviewed_it() -> None:
    pages = child_pages()
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in page
        for words in (
            "Sample patient 07",
            "born 15 Oct 2012",
            "synthetic patient",
            "not reviewed by a physician",
            "Decision support for physicians; not reviewed as a medical device.",
            "Watch for new malignancy is lifelong.",
        ):
            assert words in page


def test_the_same_plan_is_the_same_paper() -> None:
    plan = plan_of(CHILD)
    assert render_pdf(paper(plan)) == render_pdf(paper(plan_of(CHILD)))


@pytest.mark.parametrize(("language", "call"), [("en", r"\bcall\b"), ("de", r"\banrufen\b")])
def test_nobody_is_told_to_call_without_the_number(language: str, call: str) -> None:
    plan = plan_of(CHILD)
    without = printed(plan, language)
    assert not re.search(call, without, re.IGNORECASE)
    assert {"en": "(not given)", "de": "(nicht angegeben)"}[language] in without
    with_number = printed(plan, language, telephone="000 112")
    assert re.search(f"{call}.*000 112", with_number)


def test_marks_stand_in_words() -> None:
    text = printed(plan_of(CHILD, region=""))
    for words in (
        "local default, no published schedule",
        "local default, no published source",
        "from memory: the source must be read before anyone relies on it",
        "taken because the region is not listed: the longer of the published rules",
        "confidential: left out of copies for the family",
        "region not known: the longer of the published rules",
    ):
        assert words in text


def test_what_sources_dispute_shows_both() -> None:
    text = printed(plan_of(CHILD))
    assert "from month 6 (table in Blood), or from month 3" in text
    assert "at least 6 months (table in Blood), or up to 1 year" in text


def test_every_number_of_a_source_is_in_the_list() -> None:
    text = printed(plan_of(CHILD))
    body, _, listed = text.rpartition(" Sources ")
    assert set(re.findall(r"\[\d+\]", body)) <= set(re.findall(r"\[\d+\]", listed))
    assert "[1] Greco R et al." in listed


def test_a_copy_for_the_family_holds_nothing_confidential() -> None:
    plan = plan_of(WOMAN)
    whole, text = printed(plan), printed(plan.family_copy())
    for words in ("Pregnancy", "HIV", "contraception", "Fertility", "syphilis"):
        assert words in whole
        assert words not in text
    assert "Some items are discussed separately." in text
    assert "copy for the family" in text


def test_before_the_infusion_is_printed_until_day_0_only() -> None:
    plan = plan_of(CHILD)
    assert "Before the infusion" in printed(plan, on=DAY0)
    later = printed(plan, on=date(2026, 2, 5))
    assert "Before the infusion" not in later
    assert "Hydroxychloroquine" not in later


def test_overdue_due_and_next() -> None:
    plan = plan_of(CHILD, on=date(2026, 11, 22))
    text = printed(plan, on=date(2026, 11, 22))
    due = text.partition("Due now and next")[2].partition("Go to hospital")[0]
    assert re.search(r"4 Nov 2026 .*Month 9: without a result: .*overdue", due)
    assert due.index("4 Nov 2026") < due.index("4 Dec 2026") < due.index("4 Feb 2027")
    assert "earlier visits are without a result on record" in due


def test_the_six_monthly_marrow_is_explained_where_it_is_left_out() -> None:
    text = printed(plan_of(CHILD))
    assert "Bone marrow biopsy every 6 months: No source was found for it." in text
    assert "A search of FAERS is no test of a patient" in text


PAPERS = [
    *(("en", "sle", region, product) for region in ("EU", "US", "") for product in ("autologous", "allogeneic", "")),
    *((language, disease, "EU", "autologous") for language in ("en", "de") for disease in ("jdm", "asys", "ssc")),
    ("de", "sle", "", ""),
]


@pytest.mark.parametrize(("language", "disease", "region", "product"), PAPERS)
def test_no_paper_names_a_dose(language: str, disease: str, region: str, product: str) -> None:
    text = printed(plan_of(chart(disease, born="2012-10-15", sex="female"), product=product, region=region), language)
    assert "CAR-T" in text
    assert DOSE.findall(text) == []


def test_a_paper_needs_the_name() -> None:
    plan = plan_of(chart("jdm", name='""'))
    with pytest.raises(WorldError, match="error-no-name"):
        paper(plan)


def test_an_age_that_a_birth_year_leaves_open() -> None:
    assert "12 or 13 y at day 0" in printed(plan_of(chart("jdm", born="2013-02")))
    assert "birth date not known" in printed(plan_of(chart("jdm", born="")))


GIVEN = """
infusion: {date: 2026-02-04, product: autologous, cells: 1.5e6 /kg, lymphodepletion: [fludarabine, cyclophosphamide]}
treatments:
  - {drug: fludarabine, from: 2026-01-30, to: 2026-02-01}
  - {drug: cyclophosphamide, from: 2026-01-30, to: 2026-02-01}
planned: {treatments: {mycophenolate_mofetil: day 35, prednisone: unknown}}
"""


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            (
                "given: 1.5 × 10⁶ cells/kg",
                "lymphodepletion as given: Fludarabine, Cyclophosphamide",
                "planned after the infusion: Mycophenolate mofetil or mycophenolic acid from 11 Mar 2026",
                "planned after the infusion: Prednisone, from when is not known",
            ),
        ),
        (
            "de",
            (
                "gegeben: 1,5 × 10⁶ Zellen/kg",
                "Lymphodepletion wie gegeben: Fludarabin, Cyclophosphamid",
                "nach der Infusion geplant: Mycophenolat-Mofetil oder Mycophenolsäure ab 11. März 2026",
                "nach der Infusion geplant: Prednison, Beginn nicht bekannt",
            ),
        ),
    ],
)
def test_what_was_given_and_what_is_planned_stand_at_the_head(language: str, lines: tuple[str, ...]) -> None:
    """As it was recorded; nothing is proposed."""
    subject = paper(plan_of(chart("sle", more=GIVEN)), language).subject
    assert set(lines) <= set(subject)


def test_a_plan_from_another_day_says_nothing_of_the_cells_given() -> None:
    """A second infusion that is planned has not been given."""
    subject = paper(plan_of(chart("sle", more=GIVEN), date(2027, 2, 4))).subject
    assert not any("cells/kg" in line or "lymphodepletion" in line for line in subject)


def test_a_patient_without_lymphodepletion_is_told_so_and_one_of_whom_nothing_is_known_is_not() -> None:
    none = paper(plan_of(chart("sle", more="infusion: {date: 2026-02-04, lymphodepletion: none}"))).subject
    assert "no lymphodepletion was given" in none
    assert not any("lymphodepletion" in line for line in paper(plan_of(chart("sle"))).subject)
