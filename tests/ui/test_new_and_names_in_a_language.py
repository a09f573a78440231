"""``rules new`` and ``rules names`` speak the language asked for; what a registry wrote stays as it wrote it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from core.language.phrases import LANGUAGES, Phrases
from core.rule_files.checking import check_rule_file
from core.use_cases.new_file import RegistryRecord, skeleton
from tests.sample_screenings import catalogue
from ui.command_line import app

RECORD = RegistryRecord(
    number="NCT01234567",
    title="A trial in lupus",
    youngest="18 Years",
    oldest="70 Years",
    sex="FEMALE",
    inclusion=("SLEDAI-2K at least 8",),
    exclusion=("Active infection",),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_own_words_in_the_language_and_the_registry_as_it_is(language: str) -> None:
    text = skeleton("nct01234567", RECORD, ("sle",), date(2026, 6, 1), Phrases(language))
    check = check_rule_file(text.encode(), "new.yaml", catalogue())
    assert check.checked is not None
    assert "SLEDAI-2K at least 8" in text
    assert ("Alter 18 Jahre bis 70 Jahre" in text) == (language == "de")
    assert "Age 18 years to 70 years" in text
    assert check.checked.rule_file.language == "en"


@pytest.mark.parametrize(
    ("youngest", "oldest"), [("18 Years", ""), ("", "6 Months"), ("6 Months", "17 Years"), ("", "")]
)
def test_every_way_an_age_is_said(youngest: str, oldest: str) -> None:
    record = RegistryRecord(youngest=youngest, oldest=oldest, inclusion=("A line",))
    for language in LANGUAGES:
        text = skeleton("age", record, ("sle",), date(2026, 6, 1), Phrases(language))
        assert check_rule_file(text.encode(), "new.yaml", catalogue()).checked is not None
        assert "{ $" not in text


def test_refusals_are_said_in_the_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = tmp_path / "record.json"
    record.write_text(json.dumps({"protocolSection": {}}), "utf-8")
    for arguments, german in (
        (["new", "No Id"], "keine Kennung"),
        (["new", "trial", "--disease", "quark"], "keine Krankheit des Katalogs"),
        (["new", "trial"], "keine bekannte Krankheit"),
        (["new", "trial", "--from-registry", str(record)], "kein Eintrag von ClinicalTrials.gov"),
        (["names", "quark"], "Es gibt keinen Begriff"),
        (["names", "sledai"], "war sledai_2k gemeint?"),
    ):
        assert app.main(["rules", *arguments, "--language", "de"]) == 2
        assert german in capsys.readouterr().err
        assert app.main(["rules", *arguments]) == 2
        assert german not in capsys.readouterr().err
