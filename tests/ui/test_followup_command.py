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


OUTCOME = """\
infusion: {date: 2026-02-04, product: autologous, vector: lentiviral, region: EU}
phga_vas: [{value: 7.1 cm, date: 2026-01-20}, {value: 0.2 cm, date: 2026-05-04}]
cmas: [{value: 28, date: 2026-01-20}, {value: 51, date: 2026-05-04}]
ck: [{value: 890 U/L, uln: 190 U/L, date: 2026-01-20}, {value: 96 U/L, uln: 190 U/L, date: 2026-05-04}]
cd19_count: [{value: 190 /uL, date: 2026-01-20}, {value: "<2 /uL", date: 2026-02-18}, {value: 38 /uL, date: 2026-05-04}]
treatments: [{drug: prednisone, from: 2025-01-01, to: 2026-03-15, doses: [{dose: 5 mg/day, from: 2025-01-01}]}]
treatments_complete: {since: 2012-10-15, as_of: 2026-05-20}
events: [{event: disease_relapse, date: 2026-05-12}]
"""


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "en",
            (
                "✓ Inactive disease (PRINTO): since 4 May 2026, month 3",
                "TIS 2016: 60 to 100, moderate to major on 4 May 2026",
                "✓ Drug-free: since 16 Mar 2026, 65 days",
                "✓ Remission without drugs: yes",
                "! Relapse: recorded 12 May 2026",
                "B cells: back by 4 May 2026 (below the limit from between 20 Jan 2026 and 18 Feb 2026; ",
                "; back between 18 Feb 2026 and 4 May 2026; limit 10/µL)",
                "Glucocorticoid: none since 16 Mar 2026, 65 days (5 mg/day at the infusion)",
                "month 3, 4 May 2026: Inactive disease (PRINTO) met on 4 May 2026",
                "month 6, 4 Aug 2026: to come",
            ),
        ),
        (
            "de",
            (
                "✓ Inaktive Krankheit (PRINTO): seit 4. Mai 2026, Monat 3",
                "TIS 2016: 60 bis 100, mäßig bis deutlich am 4. Mai 2026",
                "! Rückfall: dokumentiert 12. Mai 2026",
                "Monat 6, 4. Aug. 2026: steht bevor",
            ),
        ),
    ],
)
def test_it_tells_the_outcome(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str, expected: tuple[str, ...]
) -> None:
    assert run(tmp_path, "--on", "2026-05-20", "--language", language, more=OUTCOME) == 0
    printed = capsys.readouterr().out
    assert [words for words in expected if words not in printed] == []


def test_everything_tells_each_part_with_its_value_and_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "--on", "2026-05-20", "--all", more=OUTCOME) == 0
    printed = capsys.readouterr().out
    assert "✓ CMAS at least 48: met · CMAS 51 (4 May 2026)" in printed
    assert "? MMT-8 at least 78 of 80: not known · MMT-8: not recorded" in printed
    assert "20 points for 69 % of the range" in printed


def test_json_holds_the_outcome_with_its_causes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path, "--on", "2026-05-20", "--json", more=OUTCOME) == 0
    outcome = json.loads(capsys.readouterr().out)["outcome"]
    printo = next(each for each in outcome["standings"] if each["score"] == "printo_cid_jdm")
    assert (printo["met"], printo["since"]) == (True, "2026-05-04")
    muscles = next(each for each in printo["latest"]["parts"] if each["id"] == "mmt8")
    assert (muscles["met"], muscles["open"]) == (None, [{"cause": "missing", "of": "mmt8", "detail": None}])
    assert (outcome["relapse"]["is"], outcome["relapse"]["dates"]) == (True, ["2026-05-12"])
    (band,) = outcome["b_cells"]["bands"]
    assert (band["above_before"], band["first_below"], band["above_again"]) == (
        "2026-01-20",
        "2026-02-18",
        "2026-05-04",
    )
    assert outcome["drug_free"]["since"] == "2026-03-16"
    assert [each["months"] for each in outcome["visits"]] == [1, 3, 6, 12, 24]
    assert outcome["death"] == {
        "is": None,
        "dates": [],
        "entries": [],
        "open": [{"cause": "missing", "of": "death", "detail": None}],
    }


def several(path: Path, *arguments: str) -> int:
    """Run the command of three patients, of whom one was not treated, and of a file that is not there."""
    aplastic = 'cd19_count: [{value: "<2 /uL", date: 2026-02-18}, {value: 0 /uL, date: 2027-03-18}]\n'
    files = {"infused": OUTCOME, "later": INFUSED + aplastic, "untreated": ""}
    for name, more in files.items():
        (path / f"{name}.yaml").write_text(PATIENT.replace("sample-07", name) + more, encoding="utf-8")
    parser = Parser()
    followup.fill(parser)
    names = [str(path / f"{name}.yaml") for name in (*files, "nowhere")]
    return followup.run(parser.parse_args([*names, *arguments]))


def test_of_several_a_line_each_tells_what_is_certainly_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert several(tmp_path, "--on", "2027-04-01") == 2
    printed = capsys.readouterr()
    first, second, third = printed.out.splitlines()
    assert "! Overdue" in first
    assert "Relapsed" in first
    assert "No B cells" not in first
    assert "No B cells for over a year" in second
    assert "Relapsed" not in second
    assert third == "Sample patient 07 · not treated by then"
    assert "nowhere.yaml" in printed.err


def test_of_several_who_comes_of_age_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert several(tmp_path, "--on", "2030-07-15", "--json") == 2
    assert [each["reaches_age"] for each in json.loads(capsys.readouterr().out)] == [18, 18, 18]
    assert several(tmp_path, "--on", "2030-07-14", "--json") == 2
    assert [each["reaches_age"] for each in json.loads(capsys.readouterr().out)] == [None, None, None]
