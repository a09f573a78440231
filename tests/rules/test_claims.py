"""What public texts claim and papers do not carry is told where users look for it: plan, help, docs."""

from __future__ import annotations

import pytest

from core.discovery import program_path
from core.documents.html import render_html
from core.documents.monitoring_plan import PaperOptions, plan_document
from core.follow_up.plan import Plan
from core.follow_up.schedule import Remark, Strength
from core.language.phrases import LANGUAGES, spoken
from core.use_cases.explain_claims import claims_text
from tests.core.documents.reading_back import read_html, squeezed
from tests.core.follow_up.sample_plans import DAY0, chart, plan_of, shipped

PAGE = program_path() / "docs" / "evidence.md"
CHILD, ADULT = "2014-03-01", "1985-03-01"
EVERYBODY = {"faers", "claim_cure", "claim_price"}
CHILDREN = {"claim_milder_in_children", "claim_growth"}


def claims() -> list[Remark]:
    return [remark for schedule in shipped() for remark in schedule.notes if remark.claim]


def told(plan: Plan) -> set[str]:
    return {remark.id for remark in plan.notes if remark.claim}


@pytest.mark.parametrize(
    ("diagnosis", "born", "product", "also"),
    [
        ("jdm", CHILD, "autologous", CHILDREN | {"claim_abatacept"}),
        ("sle", CHILD, "autologous", CHILDREN | {"claim_twelve_points"}),
        ("sle", ADULT, "autologous", {"claim_twelve_points"}),
        ("ssc", ADULT, "allogeneic", {"claim_nintedanib", "claim_allogeneic"}),
        ("asys", ADULT, "", set[str]()),
    ],
)
def test_the_plan_tells_the_claims_that_concern_the_patient(
    diagnosis: str, born: str, product: str, also: set[str]
) -> None:
    assert told(plan_of(chart(diagnosis, born=born), product=product)) == EVERYBODY | also


def test_every_claim_is_told_to_somebody_and_stands_in_the_docs() -> None:
    page = PAGE.read_text(encoding="utf-8")
    ids = {each.id for each in claims()}
    assert len(ids) == len(claims())
    switched_off = {activity.id for schedule in shipped() for activity in schedule.activities if activity.off}
    assert [each for each in ids | switched_off if f"`{each}`" not in page] == []


def test_a_claim_has_a_source_or_says_that_it_is_our_own_word() -> None:
    for each in claims():
        own = {source.id for source in each.sources} == {"local_default"}
        assert own == (each.strength is Strength.LOCAL_DEFAULT)
        assert set(each.claim) == set(each.text) == {"en", "de"}


def test_every_place_of_a_source_stands_in_the_docs() -> None:
    page = PAGE.read_text(encoding="utf-8")
    places = {source.place for each in claims() for source in each.sources if source.place != "none"}
    assert [place for place in places if place not in page] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_help_tells_all_of_them_with_their_sources(language: str) -> None:
    text = claims_text(shipped(), spoken(language))
    for each in claims():
        assert each.claim[language] in text
        assert each.text[language] in text
        assert all(source.title_in(language) in text for source in each.sources)
    for schedule in shipped():
        for activity in schedule.activities:
            assert not activity.off or activity.off[language] in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_plan_prints_a_claim_as_a_claim_with_the_numbers_of_its_sources(language: str) -> None:
    paper = plan_document(plan_of(chart("sle", born=ADULT)), spoken(language), PaperOptions(DAY0, "2026-02-04T09:41"))
    written = squeezed(read_html(render_html(paper)).text)
    cure = next(each for each in claims() if each.id == "claim_cure")
    assert squeezed(cure.claim[language]) in written
    assert "doi:10.1038/s41591-025-03718-3" in written
