"""What is asked next: who it is, the disease, one panel as a whole, then what decides most."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from core.chart.reading.whole import read_patient
from core.engine.judgement.outcome import About
from core.screening.asking import Asking, next_questions
from core.screening.screening import screen_all
from tests.sample_screenings import ON, catalogue, patients, rules

BORN = {"birth_date": "2012-01-01"}
GIRL = {**BORN, "sex": "female"}
MAN = {"birth_date": "1980-01-01", "sex": "male"}
SLE = {"diagnoses": [{"is": "sle", "since": "2020-01-01"}]}
JDM = {"diagnoses": [{"is": "jdm", "since": "2020-01-01"}]}
SSC = {"diagnoses": [{"is": "ssc", "since": "2020-01-01"}]}
ASYS = {"diagnoses": [{"is": "asys", "since": "2020-01-01"}]}
OF_WOMEN = {"pregnancy_test", "pregnant", "breastfeeding", "childbearing_potential"}


def asked(patient: dict[str, Any]) -> tuple[Asking, ...]:
    text = yaml.safe_dump({"format": 1, "id": "p", **patient})
    chart, problems = read_patient(text.encode(), "p.yaml", catalogue())
    assert chart is not None, problems
    screenings = screen_all(rules().files, chart, ON)
    return next_questions([each for each in screenings if not each.is_other_disease], catalogue())


def test_who_it_is_and_the_disease_come_first() -> None:
    assert [each.subject for each in asked({})[:3]] == ["age", "sex", "diagnoses"]
    assert [each.subject for each in asked(BORN)[:2]] == ["sex", "diagnoses"]
    assert asked(GIRL)[0].subject == "diagnoses"


@pytest.mark.parametrize("patient", [{}, BORN, GIRL, MAN])
def test_before_the_diagnosis_no_panel_and_no_list_is_asked(patient: dict[str, Any]) -> None:
    found = asked(patient)
    assert not [each for each in found if each.panel]
    assert [each.subject for each in found if each.about is About.LIST] == ["diagnoses"]


@pytest.mark.parametrize("disease", [SLE, JDM, SSC, ASYS])
def test_then_one_panel_as_a_whole_then_what_decides_most(disease: dict[str, Any]) -> None:
    found = asked({**GIRL, **disease})
    assert "diagnoses" not in [each.subject for each in found[:1]]
    in_panel = [bool(each.panel) for each in found]
    assert in_panel == sorted(in_panel, reverse=True)
    assert any(in_panel)
    rest = [(each.decides, each.open_in) for each in found if not each.panel]
    assert rest == sorted(rest, reverse=True)


@pytest.mark.parametrize("disease", [SLE, JDM, SSC, ASYS])
def test_nothing_is_asked_that_cannot_matter(disease: dict[str, Any]) -> None:
    """A man is asked nothing of pregnancy."""
    assert not OF_WOMEN & {each.subject for each in asked({**MAN, **disease})}


def test_the_samples_are_asked_as_clinicians_ask() -> None:
    for patient in patients():
        found = next_questions(patient.shown, catalogue())
        in_panel = [bool(each.panel) for each in found if each.subject != "diagnoses"]
        assert in_panel == sorted(in_panel, reverse=True), patient.chart.id if patient.chart else ""
