"""The safety reports on paper: what is missing stands there by name, what is not on record is a line to fill."""

from __future__ import annotations

import pytest

from core.documents.text import render_text
from core.language.phrases import LANGUAGES, spoken
from core.safety import Matter
from core.safety.case import Serious, judged_letters
from core.safety.lacking import Minimum, lacking
from core.use_cases.make_paper import make_paper
from core.use_cases.papers import PaperJob, every_kind
from core.use_cases.report_safety import case_of
from tests.core.safety.cases import NAME, job, patient
from tests.core.safety.test_reportable import INFUSED

SAFETY = [kind.id for kind in every_kind() if kind.about is not None]
FULL = (
    "infusion: {date: 2026-02-04, product_name: Brand, batch: B-1, cells: 1.0e6 /kg, indication: exemption}",
    "events: [{event: seizure, date: 2026-02-09, until: 2026-02-09, grade: 3, needed_hospital: yes}]",
)
TYPED = {
    "signer": "Dr Example",
    "department": "Rheumatology",
    "indication": "juvenile dermatomyositis",
    "aware_on": "2026-02-10",
    "reporter_qualification": "1",
    "reporter_country": "de",
    "own_case_number": "DE-EX-1",
}


def text(made: PaperJob) -> str:
    return " ".join(render_text(make_paper(made).document).replace("│", " ").split())


def test_there_are_four() -> None:
    assert SAFETY == ["medwatch", "european-case", "malignancy", "pregnancy"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SAFETY)
def test_without_an_event_the_paper_says_what_to_record_and_where(kind: str, language: str) -> None:
    made = job(patient(INFUSED), kind, language, signer="Dr Example")
    say, matter = spoken(language).say, made.kind.about
    assert matter is not None
    shown = text(made)
    for phrase in (f"safety-nothing-{matter.value}", f"safety-where-{matter.value}", "safety-lacks-minimum-reaction"):
        assert say(phrase) in shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("gone", "minimum"),
    [("signer", Minimum.REPORTER), ("infusion", Minimum.PRODUCT), ("events", Minimum.REACTION)],
)
def test_each_missing_minimum_element_is_named(gone: str, minimum: Minimum, language: str) -> None:
    lines = [line for line in FULL if not line.startswith(gone)]
    typed = {name: word for name, word in TYPED.items() if gone != "signer" or name not in ("signer", "department")}
    made = job(patient(*lines), "european-case", language, **typed)
    assert lacking(case_of(made, Matter.EVENT)).minimum == (minimum,)
    assert spoken(language).say(f"safety-lacks-minimum-{minimum.value}") in text(made)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_whole_case_lacks_nothing(language: str) -> None:
    made = job(patient(*FULL), "european-case", language, **TYPED)
    assert lacking(case_of(made, Matter.EVENT)).further == ()
    assert spoken(language).say("safety-nothing-missing") in text(made)


def test_what_goes_out_is_told_to_carry_initials_alone() -> None:
    shown = text(job(patient(*FULL), "medwatch", "en", **TYPED))
    assert "Z.Q." in shown
    assert "never the name" in shown
    assert NAME in shown  # the head of the working paper: it can not be taken for another patient's


def test_a_grade_of_four_is_no_criterion_and_five_is_death() -> None:
    def serious(*words: str) -> frozenset[Serious]:
        event = f"events: [{{event: seizure, date: 2026-02-09, {', '.join(words)}}}]"
        return case_of(job(patient(INFUSED, event)), Matter.EVENT).serious

    assert serious("grade: 4") == frozenset()
    assert serious("grade: 5") == {Serious.DEATH}
    assert serious("needed_hospital: yes", "severity: life_threatening") == {
        Serious.HOSPITAL,
        Serious.LIFE_THREATENING,
    }


def test_letters_that_were_typed_are_ticked() -> None:
    assert judged_letters("b, F") == {Serious.LIFE_THREATENING, Serious.IMPORTANT}
    assert judged_letters("") == frozenset()
    shown = text(job(patient(*FULL), "medwatch", "en", **TYPED, serious_criteria="d"))
    assert "☑ c" in shown
    assert "☑ d" in shown
    assert "☐ a" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_faers_is_explained_where_reports_are_drafted(language: str) -> None:
    assert spoken(language).say("safety-faers-why") in text(job(patient(*FULL), "medwatch", language, **TYPED))


def test_a_confidential_diagnosis_is_not_told_unless_it_is_what_is_reported() -> None:
    lines = (INFUSED, "events: [{event: pregnancy_loss, date: 2026-06-01}, {event: seizure, date: 2026-07-01}]")
    assert "Pregnancy loss" not in text(job(patient(*lines), "medwatch"))
    assert "Pregnancy loss" in text(job(patient(*lines), "pregnancy"))
