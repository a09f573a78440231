"""``hand-over``: what a format could not say, or the files; ``import`` reads them, tables and REDCap back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.discovery import resource_path
from ui.command_line.app import main

SAMPLE = str(resource_path("samples", "01-sle-nephritis-class-iv.yaml"))


def test_what_cannot_be_said_is_told_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hand-over", SAMPLE]) == 0
    told = capsys.readouterr()
    assert "treatments: tacrolimus: line, outcome, stopped_for" in told.out
    assert "written" not in told.err


@pytest.mark.parametrize(("wanted", "ending"), [("fhir", "fhir.json"), ("csv", "csv")])
def test_what_is_written_is_read_again(
    wanted: str, ending: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["hand-over", SAMPLE, "--as", wanted, "--to", str(tmp_path)]) == 0
    place = tmp_path / f"01-sle-nephritis-class-iv.{ending}"
    assert place.is_file()
    capsys.readouterr()
    assert main(["import", str(place), "--number", "S-0001", "--on", "2026-11-22", "--json"]) == 0
    (file,) = json.loads(capsys.readouterr().out)
    creatinine = [line for line in file["lines"] if line["concept"] == "creatinine"]
    assert [line["value"]["value"] for line in creatinine] == ["106 umol/L", "98 umol/L"]
    assert {line["state"] for line in creatinine} <= {"understood", "older"}


def test_a_file_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = tmp_path / "none.yaml"
    place.write_text("format: 1\nid: [")
    assert main(["hand-over", str(place), "--to", str(tmp_path / "out")]) == 2
    assert "none.yaml" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_an_export_of_redcap_with_its_dictionary(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data, dictionary = tmp_path / "data.csv", tmp_path / "dictionary.csv"
    data.write_text("record_id,visit,krea,ck\nS-7,2026-11-01,88,300\nS-8,2026-11-01,99,100\n")
    head = "field_name,form_name,field_type,field_label,select_choices_or_calculations,field_note\n"
    dictionary.write_text(f"{head}visit,a,text,Visit date,,\nkrea,a,text,Creatinine,,umol/L\nck,a,text,CK [U/L],,\n")
    assert main(["import", str(data), str(dictionary), "--number", "S-7", "--on", "2026-11-22"]) == 0
    told = capsys.readouterr().out
    assert "Creatinine · 88 µmol/L · 1 Nov 2026" in told
    assert "99" not in told
    assert main(["import", str(dictionary)]) == 2
