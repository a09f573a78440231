"""E2B(R3): well-formed for whoever is invented, minimum elements there or named as missing, nothing made up."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import Element, fromstring

import pytest

from core.chart.entries import Episode
from core.documents.referral_letter import LetterOptions
from core.language.phrases import spoken
from core.safety import Matter, SafetyCase, lacking, reportables
from core.use_cases.papers import PaperJob
from core.use_cases.report_safety import case_of
from core.values.partial_date import PartialDate
from tests.core.safety.cases import BORN, NUMBER, ON, invented, job, patient
from tests.core.safety.test_safety_papers import FULL, TYPED
from tests.sample_screenings import catalogue

V3 = "{urn:hl7-org:v3}"
MEDDRA = "2.16.840.1.113883.6.163"
PARTS = 10
DIED = Episode("events/99", "death", PartialDate.on(date(2026, 8, 1)))
"""An event that the catalogue may come to know; a case tells it as soon as it stands in a record."""


def written(made: PaperJob) -> bytes:
    assert made.kind.file is not None
    return made.kind.file(made, spoken(made.language))


def tree(made: PaperJob) -> Element:
    return fromstring(written(made))


def element(made: PaperJob, number: str) -> dict[str, str]:
    """Return the attributes of the element behind the comment of a data element, none where it is not there."""
    found = re.search(rf"<!-- {re.escape(number)} -->\s*<[\w:]+([^>]*?)/?>", written(made).decode())
    return {} if found is None else dict(re.findall(r'([\w:]+)="([^"]*)"', found[1]))


@pytest.mark.parametrize("part", range(PARTS))
def test_two_hundred_invented_patients(part: int) -> None:
    for seed in range(part * 20, part * 20 + 20):
        _one(seed)


def _one(seed: int) -> None:
    chart = invented(seed)
    who = {"signer": "Dr Example", "department": "Rheumatology"} if seed % 3 else {}
    for found in (None, *reportables(chart, catalogue(), ON)[1:3]):
        made = replace(job(chart, language="de" if seed % 2 else "en", **who), event="" if found is None else found.id)
        content, case = written(made), case_of(made, Matter.EVENT)
        root = fromstring(content)
        assert root.tag == f"{V3}MCCI_IN200100UV01"
        assert content == written(made), "the same case gives the same bytes"
        _minimum(root, content.decode(), case, made)
        _uncoded(root)
        _nobody(content.decode(), chart.name)


def _minimum(root: Element, text: str, case: SafetyCase, made: PaperJob) -> None:
    say, missing = spoken(made.language).say, {each.value for each in lacking(case).minimum}
    there = {
        "reporter": root.find(f".//{V3}priorityNumber/..//{V3}family[.='Dr Example']") is not None,
        "patient": root.find(f".//{V3}player1/{V3}name") is not None,
        "product": root.find(f".//{V3}kindOfProduct/{V3}name") is not None,
        "reaction": root.find(f".//{V3}code[@code='29']") is not None,
    }
    for name, is_there in there.items():
        assert is_there != (name in missing), (made.chart, name)
        assert (say(f"safety-lacks-minimum-{name}") in text) == (not is_there)
    for name in lacking(case).further:
        assert say(f"safety-lacks-{name}") in text


def _uncoded(root: Element) -> None:
    """No code of MedDRA is made up: where one belongs its place is marked empty."""
    for each in root.iter():
        if each.get("codeSystem") == MEDDRA:
            assert each.get("code") is None
            assert each.get("nullFlavor") == "NI"


def _nobody(text: str, name: str) -> None:
    for word in (*name.split(), NUMBER, BORN, BORN.replace("-", "")):
        assert len(word) < 3 or word not in text, word


def test_a_whole_case_has_its_fields() -> None:
    made = job(patient(*FULL), **TYPED, event_relatedness="possible")
    wanted = {
        "C.1.1": ("extension", "DE-EX-1"),
        "N.2.r.1": ("extension", "DE-EX-1"),
        "C.1.3": ("code", "1"),
        "C.1.4": ("value", "20260210"),
        "C.2.r.3": ("code", "DE"),
        "C.2.r.4": ("code", "1"),
        "D.2.2": ("value", "13"),
        "D.5": ("code", "2"),
        "E.i.3.2a": ("nullFlavor", "NI"),
        "E.i.3.2c": ("value", "true"),
        "E.i.4": ("value", "20260209"),
        "E.i.7": ("code", "1"),
        "G.k.1": ("code", "1"),
        "G.k.8": ("code", "9"),
    }
    assert {number: (name, element(made, number).get(name)) for number, (name, _) in wanted.items()} == wanted
    assert tree(made).findtext(f".//{V3}lotNumberText") == "B-1"
    assert tree(made).findtext(f".//{V3}kindOfProduct/{V3}name") == "Brand"
    assert element(made, "C.5.4") == {}


@pytest.mark.parametrize(
    ("ground", "report", "study"), [("trial", "2", "1"), ("single_patient", "2", "2"), ("", "4", None)]
)
def test_the_ground_says_the_type_of_report(ground: str, report: str, study: str | None) -> None:
    told = f", indication: {ground}" if ground else ""
    made = job(patient(f"infusion: {{date: 2026-02-04{told}}}", FULL[1]))
    assert element(made, "C.1.3").get("code") == report
    assert element(made, "C.5.4").get("code") == study


@pytest.mark.parametrize(("day", "wanted"), [("2026-06-01", "20260601"), ("2026-06", "202606"), ("2026", "2026")])
def test_a_date_is_written_as_far_as_it_is_known(day: str, wanted: str) -> None:
    made = job(patient(FULL[0], f"events: [{{event: seizure, date: {day}}}]"))
    assert element(made, "E.i.4").get("value") == wanted


def test_words_of_the_record_stay_whatever_signs_they_have() -> None:
    event = 'events: [{event: other, text: "Fieber <39 & mehr -- unklar", date: 2026-06-01}]'
    root = tree(job(patient(FULL[0], event), language="de"))
    assert root.findtext(f".//{V3}originalText") == "Fieber <39 & mehr -- unklar"


def test_a_suspicion_is_never_told_as_found() -> None:
    made = job(patient(FULL[0], "diagnoses: [{is: lymphoma, since: 2026-06-01, certainty: suspected}]"), language="de")
    root = tree(made)
    assert root.findtext(f".//{V3}originalText") == "Lymphom (Verdacht)"
    assert "Lymphoma (suspected)" in [each.text for each in root.iter(f"{V3}value")]


def test_a_death_on_record_is_told_with_its_day_and_ticks_nothing_by_itself() -> None:
    chart = patient(*FULL)
    made = job(replace(chart, episodes=(*chart.episodes, DIED)))
    assert element(made, "D.9.1").get("value") == "20260801"
    assert element(made, "E.i.3.2a").get("nullFlavor") == "NI"


def test_without_a_first_day_the_age_then_is_not_known() -> None:
    made = job(patient(FULL[0], "events: [{event: seizure}]"))
    assert element(made, "D.2.2") == {}


def test_an_old_weight_is_left_out_of_the_file() -> None:
    old = job(patient(*FULL, "weight: {value: 30 kg, date: 2024-01-01}"))
    new = job(patient(*FULL, "weight: {value: 44 kg, date: 2026-02-01}"))
    assert element(old, "D.3") == {}
    assert element(new, "D.3").get("value") == "44"


def test_nothing_of_a_letter_is_needed_but_its_options() -> None:
    made = replace(job(patient(*FULL)), letter=LetterOptions("2026-11-22T09:41", "Kriterion"))
    assert b"20261122094100" in written(made)
