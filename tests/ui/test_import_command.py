"""``import``: every line of a file with how it stands, in words and as JSON; nothing is recorded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.command_line.app import main

BUNDLE = {
    "resourceType": "Bundle",
    "entry": [
        {
            "resource": {
                "resourceType": "Observation",
                "status": "final",
                "code": {"coding": [{"system": "http://loinc.org", "code": "2160-0"}], "text": "Creatinine"},
                "effectiveDateTime": "2026-11-20T07:40:00+01:00",
                "valueQuantity": {"value": 88, "unit": "umol/L"},
            }
        },
        {"resource": {"resourceType": "Condition", "code": {"text": "Lupus nephritis"}}},
    ],
}
ON = ("--on", "2026-11-22")


def written(folder: Path, content: bytes, name: str = "results.json") -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def test_a_bundle_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", written(tmp_path, json.dumps(BUNDLE).encode()), *ON]) == 0
    told = capsys.readouterr().out
    assert "Creatinine · 88 µmol/L · 20 Nov 2026" in told
    assert "understood: Lupus nephritis" in told


def test_a_bundle_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", written(tmp_path, json.dumps(BUNDLE).encode()), *ON, "--json"]) == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert [line["state"] for line in told["lines"]] == ["understood", "understood"]
    assert told["lines"][0]["value"] == {"value": "88 umol/L", "date": "2026-11-20", "note": "results.json"}


def test_a_table_of_windows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = "Analyse;Ergebnis;Einheit;Datum\nKreatinin;88;µmol/l;20.11.2026\nHämoglobin;12,3;g/dl;20.11.2026\n"
    assert main(["import", written(tmp_path, table.encode("cp1252"), "befund.csv"), *ON, "--language", "de"]) == 0
    told = capsys.readouterr().out
    assert "Kreatinin · 88 µmol/l" in told.replace("µmol/L", "µmol/l")
    assert "12,3" in told


@pytest.mark.parametrize("content", [b"", b"nothing of the kind", b"\x00\x01\x02\x81"])
def test_a_file_without_results_is_told(content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, content)
    assert main(["import", path, *ON]) == 2
    assert path in capsys.readouterr().err


def test_what_is_not_there_and_what_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in (tmp_path / "nowhere.json", tmp_path):
        assert main(["import", str(path), *ON]) == 2
        assert str(path) in capsys.readouterr().err
