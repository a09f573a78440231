"""Letters after the infusion: who they are for, what they may say, and that nothing of the plan is lost on them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from core.chart.chart import Chart
from core.documents.follow_up_letters import every_letter
from core.documents.text import render_text
from core.errors import WorldError
from core.language.phrases import LANGUAGES, spoken
from core.use_cases.make_paper import make_paper
from core.use_cases.papers import Choice, PaperJob, every_kind, kind_called
from core.use_cases.papers.day0 import PlanWish
from core.wording.followed import FollowedWords
from tests.core.documents.reading_back import pdf_pages
from tests.core.follow_up.sample_plans import chart
from tests.every_paper import letter
from tests.followed_patients import PERSONS, SCLEROSIS_MAN, Person, record_of
from tests.golden.test_golden_followed import found_at, paper, told_on
from tests.golden.test_papers_in_full import words_in_full
from tests.sample_screenings import catalogue

ON = date(2026, 11, 22)
NOTHING: Mapping[str, str] = {}
KINDS = [each.id for each in every_letter()]
INFUSED = "infusion: {date: 2026-02-04, product: autologous, region: EU}"


def job(kind: str, patient: Chart, language: str = "en", on: date = ON, typed: Mapping[str, str] = NOTHING) -> PaperJob:
    printed_at = f"{on}T09:41"
    options = replace(letter(patient, language, "Rheumatology", printed_at), typed=typed)
    wish = PlanWish(on, language)
    return PaperJob(
        kind_called(kind), "x", patient, catalogue(), language, printed_at, "Kriterion", letter=options, plan=wish
    )


def text_of(given: PaperJob) -> str:
    return words_in_full(given.kind.document(given, spoken(given.language)))


def test_each_letter_is_a_kind_of_paper() -> None:
    assert [each.id for each in every_kind() if Choice.FOLLOWED in each.choices] == KINDS


@pytest.mark.parametrize("kind", KINDS)
def test_somebody_who_was_not_treated_is_told_that_the_paper_does_not_apply(kind: str) -> None:
    for patient in (chart("sle"), chart("sle", more=INFUSED.replace("2026-02-04", "2026-12-01"))):
        with pytest.raises(WorldError, match="documents-not-infused"):
            make_paper(job(kind, patient))


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ({"since-day": "2026-01-01"}, "documents-bad-since"),
        ({"since-day": "2027-01-01"}, "documents-bad-since"),
        ({"since-day": "soon"}, "form-bad-date"),
        ({"year-n": "16"}, "documents-bad-year"),
        ({"year-n": "0"}, "documents-bad-year"),
        ({"year-n": "two"}, "documents-bad-year"),
    ],
)
def test_a_day_or_a_year_that_the_follow_up_does_not_have_is_refused(typed: dict[str, str], error: str) -> None:
    kind = "follow-up-letter" if "since-day" in typed else "long-term"
    with pytest.raises(WorldError, match=error):
        make_paper(job(kind, chart("sle", more=INFUSED), typed=typed))


def test_what_came_after_the_day_that_was_typed_is_told() -> None:
    events = "events: [{event: seizure, date: 2026-05-02}, {event: transfusion, date: 2026-10-02}]"
    patient = chart("sle", more=f"{INFUSED}\n{events}")
    late, early = (
        text_of(job("follow-up-letter", patient, typed={"since-day": day})) for day in ("2026-09-01", "2026-03-01")
    )
    for text, is_told in ((late, False), (early, True)):
        news = text.partition("Infections and other events")[2].partition("Disease activity")[0]
        assert ("Seizure" in news) is is_told
        assert "Transfusion" in news


CONFIDENTIAL = """
hiv: {value: positive, date: 2026-05-20}
pregnant: {value: yes, date: 2026-09-01}
childbearing_potential: {value: yes, date: 2026-03-01}
tanner_stage: {value: stage_4, date: 2026-05-20}
"""
SECRETS = {
    "en": r"HIV|[Pp]regnan(?!cy and wish)|[Cc]ontracepti|Tanner|menarche|[Ss]yphilis|gonad",
    "de": r"HIV|[Ss]chwanger(?!schaft und)|[Vv]erhütung(?!:)|[Kk]ontrazept|Tanner|Menarche|[Ss]yphilis|[Gg]onad",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_confidential_stands_unless_it_was_ticked(kind: str, language: str) -> None:
    """Neither as a value, nor as a thing of the plan, nor as the reason why the plan changed."""
    patient = chart("sle", born="2011-04-01", sex="female", more=INFUSED + CONFIDENTIAL)
    text = text_of(job(kind, patient, language))
    kept = re.sub(r"Pregnancy and contraception: discussed separately|Schwangerschaft und Verhütung: wird", "", text)
    assert re.findall(SECRETS[language], kept) == []
    given = job(kind, patient, language)
    ticked = frozenset({"tanner_stage", "pregnant", "childbearing_potential"})
    open_one = text_of(replace(given, letter=replace(given.letter_options, confidential=ticked)))
    if kind in ("follow-up-letter", "transfer", "long-term"):
        assert open_one != text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("person", PERSONS, ids=lambda person: person.name)
def test_the_family_doctor_gets_two_pages_without_a_dose(person: Person, language: str) -> None:
    doses = re.compile(r"\d (mg|g|µg)/(day|Tag|kg|d)\b|\d (mg|g) |× ?10\S*/kg")
    for moment in ("day 28", "month 3", "month 9", "year 2", "year 10"):
        on = told_on(person, moment)
        made = make_paper(job("family-doctor", record_of(person), language, on))
        assert len(pdf_pages(made.pdf)) <= 2, moment
        assert doses.search(made.text) is None


@pytest.mark.parametrize("person", PERSONS, ids=lambda person: person.name)
def test_the_letters_of_all_years_hold_everything_that_the_plan_asked_at_visits(person: Person) -> None:
    found = found_at(person, "year 15")
    words = FollowedWords(found.following, spoken("en"), catalogue())
    told = ""
    for year in range(1, 16):
        told += text_of(job("long-term", record_of(person), "en", found.on, typed={"year-n": str(year)}))
    asked = {
        (words.name(visit), words.label(each))
        for visit in found.following.visits
        for each in visit.items
        if not each.slot.item.activity.is_confidential and found.following.plan.day0 < visit.visit.on
    }
    assert {name for name, _ in asked if f"| {name} | planned" not in told} == set()
    assert {label for _, label in asked if label not in told} == set()


def test_who_was_lost_is_said_to_be_and_a_year_to_come_is_not_called_lost() -> None:
    document = paper(SCLEROSIS_MAN, "long-term", "year 10", "en")
    assert "lost to follow-up" in render_text(document)
    patient = chart("sle", more=INFUSED)
    assert "still to come" in text_of(job("long-term", patient, typed={"year-n": "3"}))
    assert "lost to follow-up" not in text_of(job("long-term", patient, typed={"year-n": "3"}))


def test_a_transfer_of_somebody_who_was_of_age_at_the_infusion_says_so() -> None:
    adult = chart("sle", born="1980-01-01", more=INFUSED)
    assert "of age at the infusion" in text_of(job("transfer", adult))
    assert "of age at the infusion" not in text_of(job("transfer", chart("sle", more=INFUSED)))


@pytest.mark.parametrize("kind", KINDS)
def test_without_its_telephone_number_nobody_is_told_to_call(kind: str) -> None:
    text = text_of(job(kind, chart("sle", more=INFUSED)))
    assert "call at once" not in text


def test_the_cells_count_as_the_last_depletion_of_b_cells() -> None:
    text = text_of(job("transfer", chart("sle", more=INFUSED)))
    assert "Last B-cell depletion | CD19 CAR-T infusion, last given 4 Feb 2026" in text
