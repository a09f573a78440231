"""On record and usually excluding: beside the conclusion of a file that does not publish all exclusions, not in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from core.documents.eligibility_report import ReportOptions, report_document
from core.documents.referral_letter import LetterOptions, letter_document
from core.documents.referral_letter.template import read_template
from core.documents.text import render_text
from core.exchange.answer import screening_answer
from core.language.phrases import LANGUAGES, spoken
from core.screening.rejudging import Rejudging, watch
from core.screening.screening import Screening, screen_all
from core.wording.headline import headline_line
from core.wording.listing import file_row
from tests.core.wording.headed_file import CRITERIA, DIAGNOSIS, HEAD, ON, Headed, headed
from tests.sample_screenings import catalogue, patients, rules
from ui.command_line import app

PARTIAL = {"completeness": "partial", "missing": "[the rest]"}
PREGNANT = "pregnant: {value: yes, date: 2026-11-21}\n"
LINE = "on record, usually excluding: "
AGE_ONLY = CRITERIA.partition("exclusion:")[0]


def told(
    more: str = "",
    *courses: str,
    criteria: str = AGE_ONLY,
    head: Mapping[str, str] = PARTIAL,
    diagnosis: str = DIAGNOSIS,
) -> Headed:
    return headed(*courses, more=more, criteria=criteria, head=head, diagnosis=diagnosis)


def line(found: Headed, language: str = "en") -> str:
    return file_row(found.screening, found.compiled, spoken(language)).usual


def report(found: Headed, language: str = "en") -> str:
    options = ReportOptions("2026-11-22T09:41", "Kriterion 1.0.0")
    document = report_document(found.screening, found.compiled, spoken(language), options)
    return " ".join(render_text(document).split())


def letter(found: Headed, *ticked: str) -> str:
    template, _ = read_template("Dear colleagues,", "letter", catalogue())
    assert template is not None
    options = LetterOptions("2026-11-22T09:41", "Kriterion", "Dear colleagues,", confidential=frozenset(ticked))
    judged = (found.screening, found.compiled)
    document = letter_document(found.screening.chart, judged, template, found.scope, spoken("en"), options)
    return " ".join(render_text(document).split())


# --- which facts

ON_RECORD = [
    (PREGNANT, "Pregnant, 21 Nov 2026"),
    ("pregnant: {value: yes, date: 2026-08-21}\n", "Pregnant, 21 Aug 2026"),
    ("pregnancy_test: {value: positive, date: 2026-11-20}\n", "Pregnancy test: positive, 20 Nov 2026"),
    ("breast_feeding: {value: yes, date: 2026-11-20}\n", "Breast-feeding, 20 Nov 2026"),
    ("hiv: {value: positive, date: 2026-11-01}\n", "HIV: positive, 1 Nov 2026"),
    ("hiv: [{value: negative, date: 2026-10-01}, {value: positive, date: 2026-11-01}]\n", "HIV: positive, 1 Nov 2026"),
    ("events: [{event: live_vaccine, date: 2026-11-10}]\n", "Live vaccine, 10 Nov 2026"),
    ("events: [{event: kidney_transplant, date: 2001-11-10}]\n", "Kidney transplant, 10 Nov 2001"),
]
NOT_ON_RECORD = [
    "pregnant: {value: no, date: 2026-11-21}\n",
    "pregnant: {value: yes, date: 2025-11-21}\n",
    f"{PREGNANT}pregnancy_test: {{value: negative, date: 2026-11-21}}\n",
    "hiv: {value: negative, date: 2026-11-01}\n",
    "hiv: {value: positive, date: 2025-11-01}\n",
    "hiv: [{value: positive, date: 2026-10-01}, {value: negative, date: 2026-11-01}]\n",
    "hiv: {value: indeterminate, date: 2026-11-01}\n",
    "events: [{event: live_vaccine, date: 2026-10-10}]\n",
    "events: [{event: live_vaccine, date: 2026-10}]\n",
]


@pytest.mark.parametrize(("more", "expected"), ON_RECORD)
def test_what_is_certain_and_current_is_told(more: str, expected: str) -> None:
    assert line(told(more)) == LINE + expected


@pytest.mark.parametrize("more", NOT_ON_RECORD)
def test_what_is_past_denied_or_in_doubt_is_not(more: str) -> None:
    assert line(told(more)) == ""


DIAGNOSES = [
    ("{is: active_tuberculosis, since: 2026-09}", "Active tuberculosis, Sep 2026, ongoing"),
    ("{is: active_tuberculosis, since: 2026-09, certainty: suspected}", ""),
    ("{is: active_tuberculosis, since: 2020-09, to: 2021-03-01}", ""),
    ("{is: haemodialysis, since: 2026-09}", "Haemodialysis, Sep 2026, ongoing"),
]


@pytest.mark.parametrize(("diagnosis", "expected"), DIAGNOSES)
def test_a_diagnosis_that_goes_on_is_told(diagnosis: str, expected: str) -> None:
    """By the narrowest mark it falls under, once."""
    diagnoses = f"diagnoses: [{{is: sle, since: 2014-01-20}}, {diagnosis}]\n"
    assert line(told(diagnosis=diagnoses)) == (LINE + expected if expected else "")


def test_cells_given_at_any_time_are_told() -> None:
    found = told("", "{drug: car_t_cells, from: 2019-01-01, to: 2019-01-01}")
    assert line(found) == f"{LINE}CAR-T cells, 1 Jan 2019"
    assert line(told("", "{drug: autologous_hsct, from: 2019-01-01, to: 2019-01-01}")).startswith(LINE)


def test_what_most_records_name_stands_first() -> None:
    found = told(f"{PREGNANT}events: [{{event: live_vaccine, date: 2026-11-10}}]\nbreast_feeding: yes\n")
    assert line(found) == f"{LINE}Pregnant, 21 Nov 2026; Live vaccine, 10 Nov 2026; Breast-feeding"


# --- beside which files


def test_a_file_with_all_its_exclusions_says_nothing() -> None:
    assert line(told(PREGNANT, head=HEAD)) == ""


def test_a_section_that_is_not_public_says_it_too() -> None:
    assert line(told(PREGNANT, criteria=f"{AGE_ONLY}exclusion: not_public\n")) == f"{LINE}Pregnant, 21 Nov 2026"


@pytest.mark.parametrize("condition", ["pregnant is yes", "pregnancy_test is positive within 7 days"])
def test_what_the_file_asks_itself_is_not_repeated(condition: str) -> None:
    """However the fact came to be known."""
    criteria = f"{AGE_ONLY}exclusion:\n  - {{id: x, text: X, exclude_if: {condition}, source: page}}\n"
    assert line(told(PREGNANT, criteria=criteria)) == ""
    assert line(told("pregnancy_test: {value: positive, date: 2026-11-20}\n", criteria=criteria)) == ""


def test_a_course_that_counts_as_treatment_is_told_all_the_same() -> None:
    """An inclusion that asks for earlier treatment does not exclude by it; an exclusion by it does."""
    treated = AGE_ONLY.replace("received immunosuppressants", "received car_t_cells")
    course = "{drug: car_t_cells, from: 2019-01-01, to: 2019-01-01}"
    assert line(told("", course, criteria=treated)) == f"{LINE}CAR-T cells, 1 Jan 2019"
    excluded = f"{treated}exclusion:\n  - {{id: x, text: X, exclude_if: ever received car_t_cells, source: page}}\n"
    assert line(told("", course, criteria=excluded)) == ""


def test_another_disease_says_nothing() -> None:
    assert line(told(PREGNANT, diagnosis="diagnoses: [{is: ssc, since: 2014-01-20}]\n")) == ""


# --- where it is told


def test_no_verdict_moves_and_no_headline_names_it() -> None:
    with_it, without = told(PREGNANT), told()
    assert with_it.screening.best.headline == without.screening.best.headline
    for found in (with_it, without):
        assert "regnan" not in headline_line(found.screening, found.scope, spoken("en"))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "on record, usually excluding: Pregnant, 21 Nov 2026"),
        ("de", "dokumentiert und meist ein Ausschluss: Schwanger, 21. Nov. 2026"),
    ],
)
def test_in_each_language(language: str, expected: str) -> None:
    found = told(PREGNANT)
    assert line(found, language) == expected
    assert expected in file_row(found.screening, found.compiled, spoken(language)).spoken


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_names_share_and_source(language: str) -> None:
    text = report(told(PREGNANT), language)
    assert spoken(language).say("report-heading-usual") in text
    assert spoken(language).say("report-confidential") in text
    assert "7" in text
    assert "NCT06792344" in text
    assert spoken(language).say("report-heading-usual") not in report(told(), language)


def test_the_letter_names_what_is_confidential_only_where_it_is_ticked() -> None:
    found = told(f"{PREGNANT}events: [{{event: live_vaccine, date: 2026-11-10}}]\n")
    assert "On record, usually excluding: Live vaccine, 10 Nov 2026." in letter(found)
    ticked = letter(found, "pregnant")
    assert "On record, usually excluding: Pregnant, 21 Nov 2026; Live vaccine, 10 Nov 2026." in ticked
    assert "usually excluding" not in letter(told(PREGNANT))


def test_the_answer_holds_it() -> None:
    found = told(PREGNANT)
    answer: dict[str, Any] = screening_answer(found.screening, found.compiled, spoken("en"))
    first = answer["usually_excluding"][0]
    assert {"fact": "Pregnant, 21 Nov 2026", "named_by": 7, "records": 22}.items() <= first.items()


def test_the_command_line_prints_it_below_the_conclusion(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "p.yaml"
    path.write_text(
        "format: 1\nid: p\nsynthetic: true\nname: P\nbirth_date: 1990-02-11\nsex: female\n"
        f"diagnoses: [{{is: sle, since: 2014-01-20}}]\n{PREGNANT}"
    )
    for more in ((), ("--details",)):
        assert app.main(["screen", str(path), "--on", "2026-11-22", *more]) == 0
        assert f"{LINE}Pregnant, 21 Nov 2026" in capsys.readouterr().out


# --- as it is typed


def test_a_fact_no_file_asks_for_shows_beside_files_that_are_not_judged_again() -> None:
    """What is typed stands beside every file at once, and goes with what is taken back."""
    first = next(each.chart for each in patients() if each.chart is not None and each.chart.id == "sample-01")
    typed = headed(more="hbv_dna: {value: positive, date: 2026-11-20}\n").screening.chart.of("hbv_dna")
    rejudging = Rejudging(watch(rules().files))
    kept: list[tuple[Screening, ...]] = []
    others = tuple(each for each in first.findings if each.concept != "hbv_dna")
    for findings in (others, (*others, *typed), others):
        chart = replace(first, findings=findings)
        kept.append(rejudging.screen(chart, ON))
        assert kept[-1] == screen_all(rules().files, chart, ON)
    assert not any(each.usually_excluding for each in kept[0])
    assert any(each.usually_excluding for each in kept[1])
