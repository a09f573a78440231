"""``registry`` on the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from core.discovery import resource_path, rules_path
from core.errors import WorldError
from core.language.phrases import Phrases
from core.use_cases.keep_registry import registry_in
from core.use_cases.keep_settings import Settings, keep_settings
from tests.core.trials.states import LATER, SITES, TRIALS
from ui.command_line import app, registry
from ui.command_line.arguments import Parser


def run(folder: Path, *arguments: str) -> int:
    """Run the command as the program does."""
    for name, text in (("trials", TRIALS), ("sites", SITES), ("later", LATER)):
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    parser = Parser()
    registry.fill(parser)
    whole = [str(folder / each) if each.endswith(".csv") else each for each in arguments]
    return registry.run(parser.parse_args(whole))


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", ("4 trials, 4 sites, state of 1 Jun 2026", "perhaps")), ("de", ("4 Studien, 4 Zentren", "vielleicht"))],
)
def test_what_fits_and_how_far_it_is(
    tmp_path: Path, language: str, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ("--disease", "sle", "--near", "52.52,13.40", "--language", language)
    assert run(tmp_path, "trials.csv", "sites.csv", *asked) == 0
    said = capsys.readouterr()
    assert all(each in said.out for each in words)
    assert "Berlin, 0 km" in said.out
    assert "NCT90000004" not in said.out
    assert said.err.count("\n") == 3, "what was not taken is said"


def test_what_changed_since(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "later.csv", "--before", "trials.csv") == 0
    said = capsys.readouterr().out
    for words in (
        "since 1 Jun 2026",
        "New: NCT90000005",
        "No longer there: NCT90000004",
        "recruiting → completed",
        "+ Spain",
    ):
        assert words in said, words


def test_nothing_of_a_download_steers_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text(TRIALS.replace("Invented cells in lupus", "\u001b[2Jgone"), encoding="utf-8")
    assert run(tmp_path, "bad.csv") == 0
    assert "\u001b" not in capsys.readouterr().out


def test_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "later.csv", "--before", "trials.csv", "--json") == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["trials"] == 4
    assert {each["kind"] for each in answer["changes"]} >= {"new", "gone", "status", "ages", "countries"}


@pytest.mark.parametrize("place", ["Berlin", "91,0", "nan,0", "52.5"])
def test_a_place_that_is_none_is_refused(tmp_path: Path, place: str) -> None:
    with pytest.raises(WorldError):
        run(tmp_path, "trials.csv", "--near", place)


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of a record of its own."""
    monkeypatch.setenv("KRITERION_VAULT", str(tmp_path / "vault"))
    (tmp_path / "rules").mkdir()
    return tmp_path / "vault"


def run_without_rules(folder: Path, *arguments: str) -> int:
    """Run the command with a folder of no rule files: reading those that ship takes a while."""
    return run(folder, *arguments, "--rules", str(folder / "rules"))


def test_without_a_file_the_newest_kept_state_is_told(
    tmp_path: Path, vault: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_without_rules(tmp_path) == 2
    assert "No state of a registry is kept" in capsys.readouterr().err
    assert run_without_rules(tmp_path, "trials.csv", "sites.csv", "--keep") == 0
    assert "Kept." in capsys.readouterr().err
    assert run_without_rules(tmp_path, "later.csv", "--keep") == 0
    assert "since 1 Jun 2026" in capsys.readouterr().out
    assert run_without_rules(tmp_path) == 0
    said = capsys.readouterr().out
    assert "state of 1 Aug 2026" in said
    assert "recruiting → completed" in said
    assert run_without_rules(tmp_path, "trials.csv", "sites.csv", "--keep") == 0
    err = capsys.readouterr().err
    assert "kept already" in err
    assert "older than the state of 1 Aug 2026" in err
    assert len(list((vault / "registry").iterdir())) == 2


def test_a_kept_state_is_told_from_the_clinics_own_place(
    tmp_path: Path, vault: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep_settings(vault, Settings(place="Paris (48.86, 2.35)"))
    assert run_without_rules(tmp_path, "trials.csv", "sites.csv", "--keep") == 0
    assert "Paris, 0 km" in capsys.readouterr().out
    assert run_without_rules(tmp_path, "trials.csv", "sites.csv") == 0
    assert " km" not in capsys.readouterr().out, "what is named alone is answered by what is named"


def test_reports_of_the_command_end_with_known_trials_where_they_are_asked_for(
    tmp_path: Path, vault: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    registry_in(vault).keep([("trials.csv", TRIALS.encode()), ("sites.csv", SITES.encode())])
    keep_settings(vault, Settings(place="Paris (48.86, 2.35)"))
    shutil.copy(rules_path("protocols", "nct06222853.yaml"), tmp_path / "rules")
    sample = str(resource_path("samples", "01-sle-nephritis-class-iv.yaml"))
    asked = ["screen", sample, "--file", "nct06222853", "--rules", str(tmp_path / "rules")]
    assert app.main([*asked, "--known-trials"]) == 0
    section = capsys.readouterr().out.split(Phrases("en").say("trials-paper-title"))[1]
    assert "NCT90000001" in section
    assert "Paris" in section
    assert app.main(asked) == 0
    assert "NCT90000001" not in capsys.readouterr().out, "what is named alone is the same on every computer"
