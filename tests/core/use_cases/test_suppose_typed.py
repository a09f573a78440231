"""What if on the command line: the same as the value in the file, and the file as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.discovery import resource_path
from core.language.phrases import Phrases
from core.screening.screening import Screening
from core.use_cases.load_rules import load_rules, rule_paths, shipped_places
from core.use_cases.screen_patients import ScreenedPatient, screen_patients
from core.use_cases.suppose_typed import Supposition, moved_by, suppose_typed
from tests.sample_screenings import catalogue

SAMPLES = sorted(resource_path("samples").glob("*.yaml"))
RULES = load_rules(rule_paths(shipped_places()), catalogue()).files
ENGLISH, GERMAN = Phrases("en"), Phrases("de")


def screened(path: Path) -> ScreenedPatient:
    (patient,) = screen_patients([path], RULES, catalogue())
    return patient


def supposed(path: Path, *texts: str, phrases: Phrases = ENGLISH) -> Supposition:
    found = suppose_typed(screened(path), texts, RULES, catalogue(), phrases)
    assert found is not None
    return found


def words(screenings: tuple[Screening, ...]) -> dict[str, str]:
    return {each.rule_file.id: each.conclusion.word.value for each in screenings}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_says_nothing_changes_nothing(path: Path) -> None:
    """The copy that is judged is the patient of the file, to the last conclusion."""
    before = path.read_bytes()
    assert supposed(path, "note = nothing that is judged").flips == ()
    assert path.read_bytes() == before


def test_it_is_as_if_it_stood_in_the_file(tmp_path: Path) -> None:
    path = next(each for each in SAMPLES if each.name.startswith("02-"))
    patient = screened(path)
    value = f"\nhaemoglobin: [{{value: 6 g/dL, date: {patient.evaluation_on}}}]\n"
    copy = tmp_path / "copy.yaml"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("haemoglobin:")]
    copy.write_text("\n".join(lines) + value, "utf-8")
    (written,) = screen_patients([copy], RULES, catalogue(), patient.evaluation_on)
    assert written.chart is not None
    was, now = words(patient.screenings), words(written.screenings)
    found = supposed(path, "haemoglobin = 6 g/dL")
    assert found.flips
    assert {each.now.rule_file.id: each.now.conclusion.word.value for each in found.flips} == {
        name: word for name, word in now.items() if word != was[name]
    }
    assert all(moved_by(each) for each in found.flips)


def test_both_languages_say_the_same() -> None:
    path = SAMPLES[1]
    english, german = (
        supposed(path, text, phrases=phrases)
        for text, phrases in (("haemoglobin = 6.5 g/dL", ENGLISH), ("Hämoglobin = 6,5 g/dL", GERMAN))
    )
    assert [each.now.rule_file.id for each in english.flips] == [each.now.rule_file.id for each in german.flips]
    assert german.texts[0].name == "Hämoglobin"


def test_a_drug_that_ended_and_a_birthday() -> None:
    path = next(each for each in SAMPLES if each.name.startswith("04-"))
    old = supposed(path, "birth_date = 1930-01-01")
    assert old.is_understood
    assert any(each.now.conclusion.word.value == "not eligible" for each in old.flips)
    assert len([each for each in old.texts if each.is_understood]) == 1


def test_the_end_of_a_course_is_supposed() -> None:
    found = supposed(SAMPLES[1], "hydroxychloroquine = 2026-01-05")
    (text,) = found.texts
    assert text.is_understood
    assert "5 Jan 2026" in text.said


@pytest.mark.parametrize(
    "text", ["quark = 2", "haemoglobin", "haemoglobin = ", "haemoglobin = green", "infliximab = 2026-01-05", "= 2", ""]
)
def test_what_is_not_understood_is_said_and_nothing_is_supposed(text: str) -> None:
    for phrases in (ENGLISH, GERMAN):
        found = supposed(SAMPLES[1], "egfr = 5", text, phrases=phrases)
        assert not found.is_understood
        assert not found.flips
        assert found.texts[1].warning
