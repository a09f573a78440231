"""The known trials that ship without a rule file: whole, in every language, and none of them has a file as well."""

from __future__ import annotations

import json

import pytest

from core.catalogue.reading import load_catalogue
from core.language.languages import ENGLISH, languages
from core.language.phrases import Phrases
from core.rule_files.known_trials import KnownTrial, shipped_known_trials
from core.use_cases.load_rules import rule_paths, shipped_places
from core.wording.known_trials import known_trials_text
from ui.command_line import app

TRIALS = shipped_known_trials(load_catalogue()).trials

every_trial = pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.id)


def test_the_list_has_no_problem() -> None:
    assert shipped_known_trials(load_catalogue()).problems == ()
    assert len(TRIALS) == 6


def test_no_trial_is_both_in_the_list_and_a_rule_file() -> None:
    """Once its criteria are public, a trial gets a file and leaves the list."""
    assert {trial.id for trial in TRIALS} & {path.stem for path in rule_paths(shipped_places())} == set()


@every_trial
def test_a_trial_is_told_in_every_language(trial: KnownTrial) -> None:
    for words in (trial.title, trial.product, trial.why, trial.source):
        assert set(languages()) <= set(words)
    assert Phrases(ENGLISH).can_say(f"report-recruitment-{trial.status.replace(' ', '-')}")


@pytest.mark.parametrize("language", languages())
def test_the_command_lists_the_files_and_below_them_the_known_trials(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.main(["rules", "list", "--language", language]) == 0
    files, _, known = capsys.readouterr().out.partition(Phrases(language).say("rules-known"))
    assert all(f"{path.stem} " in files for path in rule_paths(shipped_places()))
    assert known_trials_text(TRIALS, load_catalogue(), Phrases(language)) in known


def test_the_command_gives_one_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["rules", "list", "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert len(document["files"]) == len(rule_paths(shipped_places()))
    assert [each["id"] for each in document["known_trials"]] == [trial.id for trial in TRIALS]
    assert all(each["why_no_file"] and each["seen"] and each["source"] for each in document["known_trials"])
    assert document["problems"] == []
