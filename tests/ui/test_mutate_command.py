"""``rules mutate``, ``rules names`` and ``rules examples --why``: words, JSON and exit codes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from core.catalogue.reading import load_catalogue
from core.discovery import rules_path
from ui.command_line import app

SMALL = rules_path("protocols", "nct06342960.yaml")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = app.main(["rules", *arguments, "--json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return code, found


def weakened(folder: Path) -> Path:
    """Return a shipped file with its first example alone."""
    text = SMALL.read_text("utf-8")
    first, second = (text.index("  - name:", at) for at in (text.index("examples:"), text.index("examples:") + 30))
    path = folder / "weak.yaml"
    path.write_text(text[:second] if second > first else text, "utf-8")
    return path


def test_a_weak_file_is_told_and_mended(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = weakened(tmp_path)
    code, found = printed(capsys, "mutate", str(path))
    (file,) = found["files"]
    assert code == 1
    assert file["score"] < 0.9
    assert len(file["survivors"]) == file["count"] - file["noticed"]
    assert {"kind", "was", "is"} <= file["survivors"][0].keys()
    assert app.main(["rules", "mutate", str(path), "--language", "de"]) == 1
    assert "Änderungen bemerkt" in capsys.readouterr().out
    assert app.main(["rules", "mutate", str(path), "--write"]) == 1
    capsys.readouterr()
    code, found = printed(capsys, "mutate", str(path))
    assert found["files"][0]["score"] > file["score"]
    assert app.main(["rules", "examples", str(path)]) == 0


def test_the_examples_are_printed_as_they_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = weakened(tmp_path)
    before = path.read_bytes()
    app.main(["rules", "mutate", str(path), "--examples"])
    out = capsys.readouterr().out
    assert path.read_bytes() == before
    copy = tmp_path / "copy.yaml"
    shutil.copy(path, copy)
    app.main(["rules", "mutate", str(copy), "--write"])
    added = copy.read_text("utf-8")[len(before.decode()) :].strip("\n")
    assert added
    assert added in out


def test_a_broken_file_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken.yaml"
    path.write_text("format: 1\n", "utf-8")
    code, found = printed(capsys, "mutate", str(path))
    assert code == 2
    assert found["files"] == [{"file": str(path), "usable": False}]
    assert found["problems"]


@pytest.mark.parametrize("language", ["en", "de"])
def test_names_are_printed(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["rules", "names", "rituximab", "haemoglobin", "screening", "--language", language]) == 0
    out = capsys.readouterr().out
    assert "rtx" in out
    assert "g/dL" in out


def test_a_word_that_is_no_name_gets_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    code, found = printed(capsys, "names", "rituximb", "sle")
    assert code == 2
    assert found["unknown"] == [{"word": "rituximb", "nearest": ["rituximab"]}]
    assert [each["id"] for each in found["names"]] == ["sle"]


@pytest.mark.parametrize(("language", "word"), [("en", "born"), ("de", "geboren")])
def test_why_names_what_decided(language: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["rules", "examples", str(SMALL), "--why", "--language", language]) == 0
    assert word in capsys.readouterr().out
    code, found = printed(capsys, "examples", str(SMALL), "--why")
    assert code == 0
    for example in found["examples"]:
        for criterion in example["criteria"]:
            assert criterion["because"] or criterion["verdict"] != "unknown"


RECORD = {
    "protocolSection": {
        "identificationModule": {"nctId": "NCT09999999", "briefTitle": 'A "trial": of cells'},
        "statusModule": {"lastUpdatePostDateStruct": {"date": "2026-08-01"}},
        "conditionsModule": {"conditions": ["Systemic Lupus Erythematosus"]},
        "eligibilityModule": {
            "eligibilityCriteria": "Inclusion Criteria:\n\n* Age: 18 to 65\n* SLEDAI-2K >= 8\n\n"
            "Exclusion Criteria:\n\n1. Infection",
            "sex": "FEMALE",
            "minimumAge": "18 Years",
            "maximumAge": "65 Years",
        },
    }
}  # fmt: skip
TABLE = (
    "NCTId,BriefTitle,Conditions,MinAge,MaxAge,Countries\n"
    "NCT09999999,A trial,Systemic Sclerosis,18 Years,,France|Spain\n"
)


@pytest.mark.parametrize("written", [json.dumps(RECORD), TABLE], ids=["json", "csv"])
def test_a_skeleton_reads_clean(written: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing but what no example shows yet is remarked."""
    record = tmp_path / "record"
    record.write_text(written, "utf-8")
    code, found = printed(capsys, "new", "nct09999999", "--from-registry", str(record))
    assert code == 0
    assert {problem["code"] for problem in found["problems"]} == {"untested"}
    path = tmp_path / "nct09999999.yaml"
    path.write_text(found["text"], "utf-8")
    assert app.main(["rules", "examples", str(path)]) == 0


@pytest.mark.parametrize("written", ["{}", "[", "NCTId\nNCT00000001\n", "\x00"])
def test_what_is_no_record_is_refused(written: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = tmp_path / "record"
    record.write_text(written, "utf-8")
    assert app.main(["rules", "new", "nct09999999", "--from-registry", str(record)]) == 2
    assert capsys.readouterr().err


FAR = """format: 1
kind: protocol
id: far
version: 1.0.0
title: A limit that no patient reaches
state: draft
fictional: yes
completeness: full
diseases: [sle]
reviewed: not reviewed by a physician
sources:
  s: {title: T, url: "https://example.org", date: 2026-01-01, read: 2026-01-01}
inclusion:
  - id: age
    text: Age 18 years or older
    require: age >= 18 years
    source: s 1
  - id: weight
    text: Weight at most LIMIT kg
    require: weight <= LIMIT kg
    source: s 2
examples:
  - name: woman of thirty
    on: 2026-06-01
    patient:
      birth_date: 1996-02-11
      diagnoses: [{is: sle, since: 2014-01}]
      weight: {value: 60 kg, date: 2026-05-20}
    expect: {screening: {fails: [], unknown: []}}
"""


def test_no_patient_is_made_whom_nobody_has_and_that_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    weight = load_catalogue().concepts["weight"]
    assert weight.plausible is not None
    path = tmp_path / "far.yaml"
    path.write_text(FAR.replace("LIMIT", str(int(weight.plausible.high or 0) + 5)), "utf-8")
    code, found = printed(capsys, "mutate", str(path), "--write")
    (file,) = found["files"]
    assert code in (0, 1), found["problems"]
    assert file["found_for"] > 0
    assert len(file["without"]) == len(file["survivors"]) - file["found_for"] > 0
    assert all("weight" in each or "Weight" in each for each in file["without"])
    assert app.main(["rules", "check", str(path)]) == 0
    told = capsys.readouterr()
    assert "plausible range" not in "".join(line for line in told.err.splitlines() if "value" in line)
    for language, words in (("en", "no plausible patient"), ("de", "plausible")):
        app.main(["rules", "mutate", str(path), "--examples", "--language", language])
        assert words in capsys.readouterr().out
