"""``followup`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ui.command_line import followup
from ui.command_line.arguments import Parser

PATIENT = """\
format: 1
id: sample-07
synthetic: true
name: Sample patient 07
birth_date: 2012-10-15
sex: male
diagnoses: [{is: jdm, since: 2023-05}]
"""
INFUSED = """\
infusion: {date: 2026-02-04, product: autologous, vector: lentiviral, region: EU}
anc: [{value: 400 /uL, date: 2026-02-20}, {value: 2400 /uL, date: 2026-03-04}]
follow_up:
  - {activity: visit, at: day 28, date: 2026-03-04, outcome: done}
  - {activity: igg, at: month 2, date: 2026-04-04, outcome: not_done, why: sample lost}
"""


def run(path: Path, *arguments: str, more: str = INFUSED) -> int:
    """Run the command as the program does."""
    file = path / "patient.yaml"
    file.write_text(PATIENT + more, encoding="utf-8")
    parser = Parser()
    followup.fill(parser)
    return followup.run(parser.parse_args([str(file), *arguments]))


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("infused 4 Feb 2026 · day 75", "Month 2 · Overdue · 9 days past", "neutrophils are below 500/µL")),
        (
            "de",
            ("Infusion am 4. Feb. 2026 · Tag 75", "Monat 2 · Überfällig · seit 9 Tagen", "Neutrophile unter 500/µL"),
        ),
    ],
)
def test_it_tells_what_is_overdue_and_what_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, expected: tuple[str, ...]
) -> None:
    assert run(tmp_path, "--on", "2026-04-20", "--language", language) == 0
    printed = capsys.readouterr().out
    assert [words for words in expected if words not in printed] == []


def test_everything_tells_why_something_was_not_done(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "--on", "2026-04-20", "--all") == 0
    printed = capsys.readouterr().out
    assert "Not done · sample lost" in printed
    assert "Done · on 4 Mar 2026" in printed


def test_json_holds_every_thing_with_its_standing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "--on", "2026-04-20", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    month = next(each for each in answer["visits"] if each["name"] == "month 2")
    igg = next(each for each in month["activities"] if each["id"] == "igg")
    assert (igg["standing"], igg["outcome"], igg["why"]) == ("not_done", "not_done", "sample lost")
    assert {each["condition"] for each in answer["changes"]} == {"neutrophils are below 500/µL"}


def test_without_an_infusion_it_says_what_to_record_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "--on", "2026-04-20", more="") == 2
    assert "holds no infusion" in capsys.readouterr().err


def test_not_done_without_a_reason_is_a_problem_at_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = INFUSED.replace(", why: sample lost", "")
    assert run(tmp_path, "--on", "2026-04-20", more=more) == 2
    assert "write why it was not done" in capsys.readouterr().err
