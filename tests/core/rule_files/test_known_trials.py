"""The list of known trials without a rule file: what is wrong in it is named at its place and hides no other trial."""

from __future__ import annotations

import pytest

from core.catalogue.reading import load_catalogue
from core.language.languages import languages
from core.language.phrases import Phrases
from core.rule_files.known_trials import KnownTrials, read_known_trials
from core.wording.known_trials import known_trials_text

HEAD = """format: 1
sources:
  registry: {en: "Registry table of an example", de: "Registertabelle eines Beispiels"}
trials:
"""
FIRST = """  - id: nct00000001
    acronym: EXAMPLE
    title: {en: "A cell in lupus", de: "Eine Zelle bei Lupus"}
    diseases: [sle]
    product: {en: "EX-1, cells", de: "EX-1, Zellen"}
    sponsor: Example
    phase: 1/2
    countries: [DE, US]
    age: 18 to 65
    status: recruiting
    seen: 2026-08-22
    why: {en: "No text was found.", de: "Kein Text wurde gefunden."}
    source: registry
"""
SECOND = FIRST.replace("nct00000001", "nct00000002").replace("18 to 65", "16 and older").replace("    phase: 1/2\n", "")


def read(text: str) -> KnownTrials:
    """Read a list."""
    return read_known_trials(text.encode(), "known.yaml", load_catalogue())


def test_a_list_is_read() -> None:
    found = read(HEAD + FIRST + SECOND)
    assert found.problems == ()
    assert [(each.id, each.youngest, each.oldest, each.phase) for each in found.trials] == [
        ("nct00000001", 18, 65, "1/2"),
        ("nct00000002", 16, None, ""),
    ]
    assert found.trials[0].source["en"] == "Registry table of an example"


@pytest.mark.parametrize(
    ("old", "new", "message", "line"),
    [
        ("nct00000001", "NCT1", "'id' is 'NCT1'", 5),
        ("[sle]", "[slee]", "'slee' in 'diseases' is not in the catalogue", 8),
        ("[DE, US]", "[DE, Germany]", "'Germany' in 'countries' is not in the catalogue", 12),
        ("18 to 65", "18-65", "'age' is '18-65'", 13),
        ("18 to 65", "65 to 18", "'age' is '65 to 18'", 13),
        ("2026-08-22", "2026-02-30", "'2026-02-30' is no date", 15),
        ("source: registry", "source: registri", "'source' cannot be 'registri'", 17),
        ("    status: recruiting\n", "", "the key 'status' is missing", 5),
        ("    sponsor: Example", "    sponser: Example", "unknown key 'sponser'", 10),
        ('why: {en: "No text was found.", de', "why: {de", "'why' has no English text", 16),
    ],
)
def test_what_is_wrong_is_named_at_its_line_and_hides_no_other_trial(
    old: str, new: str, message: str, line: int
) -> None:
    assert old in FIRST
    found = read(HEAD + FIRST.replace(old, new) + SECOND)
    assert [(problem.message, problem.span.line) for problem in found.problems] == [(message, line)]
    assert found.problems[0].hint
    assert [each.id for each in found.trials] == ["nct00000002"]


def test_a_trial_stands_once() -> None:
    found = read(HEAD + FIRST + FIRST)
    assert [problem.message for problem in found.problems] == ["the trial 'nct00000001' stands twice"]
    assert len(found.trials) == 1


@pytest.mark.parametrize("text", ["", "- a list", "format: 2\nsources: {}\ntrials: []\n", "format: 1\n", "a: [\n"])
def test_what_is_no_list_is_a_problem(text: str) -> None:
    found = read(text)
    assert found.trials == ()
    assert found.problems


def test_a_status_nobody_knows_stands_as_it_is() -> None:
    trials = read(HEAD + FIRST.replace("status: recruiting", "status: on a break")).trials
    for language in languages():
        assert "on a break" in known_trials_text(trials, load_catalogue(), Phrases(language))
