"""``export`` and ``safety`` on the terminal: what would leave, the files, the drafts; nobody's name in a file."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest

from core.discovery import resource_path
from core.language.phrases import LANGUAGES
from ui.command_line import app

SAMPLE = str(resource_path("samples", "07-jdm-infused.yaml"))
OTHER = str(resource_path("samples", "03-sle-adolescent.yaml"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_folder_it_tells_what_would_leave(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, language: str
) -> None:
    assert app.main(["export", SAMPLE, OTHER, "--synthetic", "--language", language]) == 0
    told = capsys.readouterr().out
    assert "cd19_count_at_most" in told
    assert list(tmp_path.iterdir()) == []


def test_the_files_are_written_and_keys_are_kept(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    keys, asked = tmp_path / "keys.json", ["export", SAMPLE, "--synthetic", "--days", "shifted"]
    for folder in ("one", "two"):
        assert app.main([*asked, "--to", str(tmp_path / folder), "--keys", str(keys)]) == 0
    one, two = ({each.name: each.read_bytes() for each in (tmp_path / name).iterdir()} for name in ("one", "two"))
    assert one == two
    assert len(one) == 3
    assert list(json.loads(keys.read_text())) == ["sample-07"]
    for content in one.values():
        assert not any(word in content for word in (b"Sample patient", b"S-0007", b"2012-10-15", b"2026-02-04"))
    capsys.readouterr()


def test_real_and_invented_patients_are_never_together(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["export", SAMPLE]) == 2
    assert "--synthetic" in capsys.readouterr().err
    assert app.main(["export", OTHER, "--synthetic"]) == 2
    assert "Nobody who was infused" in capsys.readouterr().err


def test_a_folder_of_patients_is_taken_too(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert app.main(["export", str(Path(SAMPLE).parent), "--synthetic"]) == 0
    assert app.main(["export", str(tmp_path)]) == 2
    assert "holds no file" in capsys.readouterr().err


def test_a_safety_report_is_listed_drafted_and_written(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert app.main(["safety", SAMPLE, "--list"]) == 0
    assert "events/3 · Cytokine release syndrome" in capsys.readouterr().out
    assert app.main(["safety", SAMPLE, "--paper", "medwatch"]) == 0
    assert "FAERS" in capsys.readouterr().out
    xml, pdf = tmp_path / "case.xml", tmp_path / "case.pdf"
    assert app.main(["safety", SAMPLE, "--e2b", str(xml), "--pdf", str(pdf), "--reporter", "Dr Example"]) == 0
    assert fromstring(xml.read_bytes()).tag.endswith("MCCI_IN200100UV01")
    assert pdf.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("paper", ["malignancy", "pregnancy"])
def test_where_nothing_is_on_record_it_says_what_to_record(capsys: pytest.CaptureFixture[str], paper: str) -> None:
    assert app.main(["safety", SAMPLE, "--paper", paper]) == 0
    assert "after an infusion on record" in capsys.readouterr().out
