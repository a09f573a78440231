"""``plan`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.errors import WorldError
from ui.command_line import app, plan
from ui.command_line.arguments import Parser

PATIENT = """\
format: 1
id: sample-07
synthetic: true
name: Sample patient 07
birth_date: 2012-10-15
sex: male
diagnoses: [{is: jdm, since: 2023-05}]
infusion: {date: 2026-02-04, product: autologous, vector: lentiviral, region: EU}
"""


def run(*arguments: str) -> int:
    """Run the command as the program does."""
    parser = Parser()
    plan.fill(parser)
    return plan.run(parser.parse_args(arguments))


@pytest.fixture
def patient(tmp_path: Path) -> str:
    """Write a patient file and return its path."""
    path = tmp_path / "patient.yaml"
    path.write_text(PATIENT, encoding="utf-8")
    return str(path)


def test_the_plan_as_text(patient: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(patient, "--on", "2026-11-22", "--clinic", "Clinic of the test") == 0
    printed = capsys.readouterr().out
    assert "Monitoring after CD19 CAR-T, JDM" in printed
    assert "Clinic of the test" in printed
    assert "day 0 is 4 Feb 2026" in printed


def test_the_plan_as_json_with_what_is_told(patient: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = ("--day0", "2026-03-31", "--product", "allogeneic", "--region", "US", "--schedule", "cd19-core")
    assert run(patient, "--on", "2026-11-22", "--json", *told) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["day0"], answer["product"], answer["region"]) == ("2026-03-31", "allogeneic", "US")
    assert [schedule["id"] for schedule in answer["schedules"]] == ["cd19-core"]


def test_the_plan_as_pdf_and_in_german(patient: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "plan.pdf"
    assert run(patient, "--on", "2026-11-22", "--language", "de", "--family-copy", "--pdf", str(target)) == 0
    assert target.read_bytes().startswith(b"%PDF-")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("paper", "words"), [("sheet", "Worauf Sie achten"), ("card", "Falls Fludarabin gegeben wurde")]
)
def test_the_papers_for_the_family(patient: str, paper: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    more = ("--language", "de", "--paper", paper, "--telephone", "+00 000")
    assert run(patient, "--on", "2026-11-22", *more) == 0
    assert words in capsys.readouterr().out


def test_without_a_day_0_nothing_is_planned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "patient.yaml"
    path.write_text("\n".join(PATIENT.splitlines()[:-1]), encoding="utf-8")
    assert run(str(path)) == 2
    assert "--day0" in capsys.readouterr().err


def test_a_file_with_errors_is_refused_at_its_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "patient.yaml"
    path.write_text(PATIENT.replace("is: jdm", "is: jmd"), encoding="utf-8")
    assert run(str(path)) == 2
    assert "patient.yaml:7:" in capsys.readouterr().err


def test_a_schedule_that_is_not_there(patient: str) -> None:
    with pytest.raises(WorldError, match="error-no-schedule-meant"):
        run(patient, "--schedule", "sle-followup")


@pytest.mark.parametrize("day", ["2026-02-30", "4.2.2026"])
def test_a_day_that_is_none(patient: str, day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run(patient, "--day0", day)
    assert "is no day" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_what_is_no_patient_file_ends_with_words(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there and a folder: the program says so and goes."""
    assert app.main(["plan", str(tmp_path / name), "--day0", "2026-02-04"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert str(tmp_path) in printed.err


def test_a_plan_that_is_not_there_ends_with_words(patient: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["plan", patient, "--schedule", "sle-followup"]) == 2
    assert "no schedule 'sle-followup'" in capsys.readouterr().err


def test_a_plan_is_told_from_the_day_the_file_names(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(f"{PATIENT}judge_on: 2026-11-20\n", encoding="utf-8")
    assert run(str(path), "--json") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["evaluation_date"] == "2026-11-20"
    assert printed.err == "Told from 20 Nov 2026, the day the file names.\n"
    assert run(str(path), "--json", "--on", "2026-11-23") == 0
    printed = capsys.readouterr()
    assert json.loads(printed.out)["evaluation_date"] == "2026-11-23"
    assert printed.err == ""


def test_the_day_of_the_leukapheresis_is_asked(patient: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Given it stands on the paper with the days that count from it; else there is a line to fill."""
    before = ("--on", "2026-01-02", "--day0", "2026-02-04")
    assert run(patient, *before, "--leukapheresis", "2026-01-12") == 0
    given = " ".join(capsys.readouterr().out.split())
    assert "Leukapheresis 12 Jan 2026" in given
    assert "5 Jan 2026" in given
    assert run(patient, *before) == 0
    assert "Leukapheresis ____" in " ".join(capsys.readouterr().out.split())
    with pytest.raises(WorldError, match="leukapheresis-after-day0"):
        run(patient, *before, "--leukapheresis", "2026-02-04")


def test_every_rule_names_its_items_in_the_json(patient: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(patient, "--on", "2026-11-22", "--json") == 0
    told = capsys.readouterr().out
    refs = {ref for item in json.loads(told)["held"] for rule in item["rules"] for ref in rule["refs"]}
    assert {"L20", "D05", "M02", "Y14"} <= refs
