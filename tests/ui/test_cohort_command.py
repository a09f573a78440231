"""``cohort`` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.sample_screenings import sample_paths
from ui.command_line import cohort
from ui.command_line.arguments import Parser

ON = ("--on", "2026-11-22")
EXAMPLE = ("--file", "example-sle-cart-01")


def run(*arguments: str) -> int:
    """Run the command as the program does, over the sample patients."""
    parser = Parser()
    cohort.fill(parser)
    return cohort.run(parser.parse_args([str(sample_paths()[0].parent), *ON, *arguments]))


def test_how_many_could_enter_where(capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 0
    said = capsys.readouterr().out
    assert said.startswith("14 patients, ")
    assert "Example protocol · fictional: eligible 3" in said
    assert "One answer away" in said


@pytest.mark.parametrize(
    ("language", "head", "left"), [("en", "Who drops out where", "are left"), ("de", "Wer wo ausscheidet", "bleiben:")]
)
def test_who_drops_out_where(language: str, head: str, left: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*EXAMPLE, "--language", language) == 0
    said = capsys.readouterr().out
    assert head in said
    assert left in said


def test_as_json_every_number_adds_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*EXAMPLE, "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    lost = answer["attrition"]["example-sle-cart-01"]
    assert lost["everybody"] == len(answer["patients"]) == 14
    assert lost["everybody"] - sum(step["fail"] for step in lost["steps"]) == lost["left"]


@pytest.mark.parametrize(
    ("arguments", "count"), [(("--disease", "jdm"), 2), (("--from-age", "18"), 9), (("--to-age", "11"), 1)]
)
def test_only_whom_one_asks_for(arguments: tuple[str, ...], count: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*EXAMPLE, "--json", *arguments) == 0
    assert len(json.loads(capsys.readouterr().out)["patients"]) == count


def test_a_table_of_few_says_that_it_may_tell_who_they_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "cohort.csv"
    assert run(*EXAMPLE, "--disease", "jdm", "--csv", str(table)) == 0
    assert "Fewer than 5 patients" in capsys.readouterr().err
    assert "Sample patient" not in table.read_text(encoding="utf-8")
    assert run(*EXAMPLE, "--csv", str(table)) == 0
    assert "Fewer" not in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [("--file", "nothing"), ("--disease", "nothing"), ("--disease", "creatinine")])
def test_what_is_not_there_is_said(arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*arguments) == 2
    assert f"'{arguments[1]}'" in capsys.readouterr().err


def test_where_nobody_is_meant_nobody_is_called_unreadable(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*EXAMPLE, "--from-age", "30", "--to-age", "10") == 0
    said = capsys.readouterr().out
    assert "Nobody to show." in said
    assert "could be read" not in said
