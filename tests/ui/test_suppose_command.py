"""``screen --suppose``: lines, JSON, refusals; nothing is printed on paper."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from core.discovery import resource_path
from ui.command_line import app

SAMPLE = str(next(resource_path("samples").glob("02-*")))
SCHEMA = json.loads(resource_path("schemas", "answer.schema.json").read_text("utf-8"))


def test_lines_and_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["screen", SAMPLE, "--suppose", "haemoglobin = 6 g/dL"]) == 0
    out = capsys.readouterr().out
    assert "nothing of this is on record" in out
    assert "eligible → not eligible" in out
    assert not any(line.split(" → ")[0].endswith(line.split(" → ")[-1]) for line in out.splitlines() if " → " in line)
    assert app.main(["screen", SAMPLE, "--suppose", "haemoglobin = 6 g/dL", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert not list(Draft202012Validator(SCHEMA).iter_errors(found))
    (patient,) = found["patients"]
    flip = next(each for each in patient["supposed"]["flips"] if each["id"] == "example-sle-cart-01")
    assert (flip["was"], flip["now"]) == ("eligible", "not eligible")
    assert flip["criteria"]
    on_record = next(each for each in patient["screenings"] if each["id"] == "example-sle-cart-01")
    assert on_record["conclusion"] == "eligible"


def test_refusals_end_with_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["screen", SAMPLE, "--suppose", "haemoglobin = 9"]) == 2
    err = capsys.readouterr().err
    assert "haemoglobin = 9" in err
    assert "g/dL" in err
    assert app.main(["screen", SAMPLE, "--suppose", "haemoglobin = 9 g/dL", "--pdf", str(tmp_path / "out")]) == 2
    assert "not printed" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
