"""The sheet speaks to its reader, lists nothing that is over or confidential, and leaves out nothing to keep to."""

from __future__ import annotations

import re
from datetime import date

import pytest

from core.documents.family import family_sheet
from core.documents.html import render_html
from core.documents.monitoring_plan import PaperOptions
from core.documents.pdf import render_pdf
from core.documents.text import render_text
from core.follow_up.schedule import TOLD, TOLD_AS_HELD, TOLD_AT_VISITS, TOLD_NOTHING
from core.language.dates import month_names
from core.language.phrases import LANGUAGES, spoken
from tests.core.documents.family_papers import CASES, LATER, NUMBER, Case, lines
from tests.core.documents.reading_back import pdf_pages, squeezed
from tests.core.follow_up.sample_plans import DAY0, activity, chart, plan_of, shipped, small_plan
from tests.rules.doses import DOSE

CONFIDENTIAL = re.compile(
    r"pregnan|contracepti|fertil|HIV|syphil|puberty|period\b|schwanger|verhüt|pubert", re.IGNORECASE
)
_DAY = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]{2}) (\d{4})\b")
MOST_PAGES = 2


def of(case: Case, language: str = "en") -> str:
    return "\n".join(lines(case.sheet(language)))


def born(day: str, on: date = LATER) -> str:
    """Return the sheet of a patient born on a day."""
    return of(Case(plan_of(chart("jdm", born=day), on=on), on))


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize(
    ("language", "child", "adult"), [("en", "your child", "you "), ("de", "Ihr Kind", "wie es Ihnen geht")]
)
def test_a_child_is_spoken_of_to_the_parents_an_adult_directly(
    name: str, language: str, child: str, adult: str
) -> None:
    told = of(CASES[name], language)
    is_child = "child" in name
    assert (child.lower() in told.lower()) == is_child
    assert is_child or adult.lower() in told.lower()


def test_who_is_of_age_on_the_day_is_spoken_to() -> None:
    assert "Your child got" in born("2008-03-21")
    assert "You got" in born("2008-03-20")
    assert "You got" in born("2008")  # perhaps 17, perhaps 18
    assert "Your child got" in born("2008-04")


@pytest.mark.parametrize("name", CASES)
def test_nothing_that_is_over_is_listed(name: str) -> None:
    """Day 0 is told; a window may have begun, and ends in the future."""
    case = CASES[name]
    for line in lines(case.sheet("en")):
        days = [date(int(year), month_names("en")[month.lower()], int(day)) for day, month, year in _DAY.findall(line)]
        assert not days or max(days) >= case.on or days == [DAY0], line


def test_driving_is_not_named_once_it_is_over() -> None:
    patient = chart("sle", born="1990-02-11")
    early, late = (of(Case(plan_of(patient, on=on), on)) for on in (date(2026, 3, 1), date(2026, 5, 1)))
    assert "Do not drive" in early
    assert "Do not drive" not in late


def test_what_is_planned_is_not_told_as_done() -> None:
    assert "You are to get CAR-T cells on 4 Feb 2026" in of(CASES["adult, donor"])
    assert "Before the cells" in of(CASES["adult, donor"])
    assert "Before the cells" not in of(CASES["child"])
    assert "You got CAR-T cells on 4 Feb 2026" in of(CASES["adult, mRNA"])


def test_whose_cells_they_are_is_told_where_it_is_known() -> None:
    assert "your own blood" in of(CASES["adult, mRNA"])
    assert "another person" in of(CASES["adult, donor"])
    assert not re.search("own blood|another person", of(CASES["nothing known"]))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_nothing_confidential_and_no_dose_stands_on_it(name: str, language: str) -> None:
    told = of(CASES[name], language)
    assert not CONFIDENTIAL.search(told)
    assert not DOSE.search(told)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_it_has_at_most_two_pages_and_every_format_says_the_same(name: str, language: str) -> None:
    document = CASES[name].sheet(language)
    pages = pdf_pages(render_pdf(document))
    assert len(pages) <= MOST_PAGES
    formats = squeezed("".join(pages)), squeezed(render_text(document).replace("│", " "))
    for line in lines(document):
        assert squeezed(line)[:20] in formats[0]
    assert CASES[name].plan.chart.name in render_html(document)
    assert CASES[name].plan.chart.name in render_text(document)


def test_without_a_number_nobody_is_told_to_call() -> None:
    told = "\n".join(lines(CASES["child"].sheet("en", telephone="")))
    assert "Call at once" not in told
    assert "Go to the hospital at once" in told
    assert "Phone of the clinic, day and night: ____" in told
    assert NUMBER not in told


def test_every_symptom_to_report_is_told_in_plain_words() -> None:
    told = of(CASES["child"])
    for remark in CASES["child"].plan.reports:
        assert remark.plain
        assert remark.plain["en"] in told
        assert remark.plain["de"]
        assert ("•" + " " + remark.plain["en"] in told) == remark.is_symptom


def test_every_shipped_activity_says_what_the_family_is_told() -> None:
    silent = [each.id for schedule in shipped() for each in schedule.activities if not each.family]
    assert silent == []


def test_everything_a_family_is_told_has_its_words_and_is_used() -> None:
    used = {
        word
        for schedule in shipped()
        for each in schedule.activities
        for word in (*each.family, *(word for rule in each.rules for word in rule.family))
    }
    assert used == set(TOLD)
    for language in LANGUAGES:
        ids = set(spoken(language).ids)
        assert {f"family-visit-{each}" for each in TOLD_AT_VISITS} <= ids
        assert {f"family-held-{each}" for each in TOLD_AS_HELD} <= ids


def test_nothing_is_told_beside_something_else() -> None:
    mixed = [
        each.id
        for schedule in shipped()
        for each in schedule.activities
        if TOLD_NOTHING in each.family and len(each.family) > 1
    ]
    assert mixed == []


def test_a_precaution_without_plain_words_is_told_by_its_label() -> None:
    plan = small_plan(
        activity("wear_a_mask", "day 0 to day 90 throughout"),
        activity("hearing_test", "month 2"),
        activity("stock", "month 2", "family: [nothing]\n"),
    )
    sheet = family_sheet(plan, spoken("en"), PaperOptions(DAY0, "2026-02-04T09:41"))
    told = "\n".join(lines(sheet))
    assert "wear_a_mask" in told
    assert "hearing_test" in told
    assert "stock" not in told


def test_every_precaution_that_holds_is_on_the_sheet() -> None:
    """By its days: nothing a plan holds for the family is dropped on the way to plain words."""
    for name, case in CASES.items():
        plan = case.plan.family_copy().told_from(case.on)
        told = of(case)
        for each in plan.held:
            if TOLD_NOTHING in each.item.family:
                continue
            words = [
                spoken("en").say(f"family-held-{kind}", who="child" if "child" in name else "adult")
                for kind in each.item.family
            ]
            assert words
            assert all(sentence in told for sentence in words)


def test_blood_after_fludarabine_is_told_with_its_year() -> None:
    told = of(CASES["adult, fludarabine"])
    row = told.index("It must be treated with rays first")
    assert "until 4 Feb 2027 or longer" in told[row:].splitlines()[1]
    assert "treated with rays" not in of(CASES["years later"])
    assert "perhaps until" in of(CASES["small child, later"])
