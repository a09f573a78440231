"""``screen`` on the command line: what it prints, what it writes, and words instead of a traceback."""

from __future__ import annotations

import json
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

import pytest

from core import clock
from core.discovery import resource_path, rules_path
from core.program import PROGRAM
from tests.core.documents.reading_back import pdf_pages
from ui.command_line import app

Json: TypeAlias = "str | int | float | bool | list[Json] | dict[str, Json] | None"

ON = ("--on", "2026-11-22")
BAD_PATIENT = "format: 1\nid: bad\nsynthetic: true\nname: Bad\nbirth_date: 2001-01-01\nsex: femal\n"
GOOD_PATIENT = "format: 1\nid: new\nsynthetic: true\nname: New\nbirth_date: 2001-01-01\nsex: female\n"


def sample(number: str) -> str:
    """Return the path of a sample patient."""
    return str(next(resource_path("samples").glob(f"{number}-*.yaml")))


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return a folder with two rule files: one on lupus, one on systemic sclerosis."""
    folder = tmp_path_factory.mktemp("rules")
    for name in ("nct06222853.yaml", "nct06328777.yaml"):
        shutil.copy(rules_path("protocols", name), folder / name)
    return str(folder)


@pytest.fixture(autouse=True)
def hundred_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the lines be as wide as in a file, whatever runs the tests."""
    monkeypatch.setenv("COLUMNS", "100")


def screen(*arguments: str) -> int:
    """Run the command."""
    return app.main(["screen", *arguments, *ON])


def answered(text: str) -> dict[str, Json]:
    """Return the JSON document that was printed."""
    document: dict[str, Json] = json.loads(text)
    return document


def test_a_line_per_file_with_its_conclusion_and_what_stands_in_the_way(
    shelf: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert screen(sample("03"), "--rules", shelf) == 0
    printed = capsys.readouterr()
    assert printed.out.splitlines() == [
        "Sample patient 03, born 19 Jul 2011 (synthetic patient)",
        "  takes no patients now:",
        "  – nct06222853  active, not recruiting; by its criteria undecided, not before 9 Dec 2026",
        "  – other disease: nct06328777",
        "",
    ]
    assert printed.err == ""


def test_details_on_request(shelf: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Title, what stands in the way, how old the registry's word is, and every criterion with its evidence."""
    assert screen(sample("03"), "--rules", shelf, "--details") == 0
    printed = " ".join(capsys.readouterr().out.split())
    for words in (
        "[nct06222853 1.2.4]",
        (
            "1 fails, ends by itself: Another trial within 3 months; 3 criteria to ask about; "
            "4 criteria for a physician to judge; not before 9 Dec 2026"
        ),
        "active, not recruiting (read 22 Aug 2026, more than 90 days ago)",
        "✕ Excl. 9 · ",
        "present: excludes",
        "20 May 2026 to 9 Sep 2026",
    ):
        assert words in printed


def test_several_patients_stand_in_one_table_first(capsys: pytest.CaptureFixture[str]) -> None:
    """Counts by conclusion and the two best files; then each with a line a file."""
    assert screen(sample("02"), sample("03"), sample("10")) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head.split() == ["Patient", "✓", "≈", "◇", "?", "◷", "✕", "–", "Best", "two", "files"]
    assert [line[:17] for line in lines[:3]] == ["Sample patient 02", "Sample patient 03", "Sample patient 10"]
    assert lines[0].endswith("✓ example-sle-cart-01, ≈ nct06916806")
    assert lines[1].split()[3] == "·"
    assert "≈\u00a0possible: confirm with the site" in " ".join(lines[3:5])
    assert any(line.startswith("Sample patient 02, born") for line in lines)


def test_one_patient_needs_no_table(shelf: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert screen(sample("03"), "--rules", shelf) == 0
    assert "Best two files" not in capsys.readouterr().out


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("width", [100, 60, 140])
def test_lines_keep_to_the_width(
    width: int, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing of a conclusion is cut off: it goes on below; what else does not fit is left out."""
    monkeypatch.setenv("COLUMNS", str(width))
    assert screen(sample("02"), sample("03"), sample("14"), "--language", language) == 0
    lines = capsys.readouterr().out.splitlines()
    assert max(len(line) for line in lines) <= width
    whole = " ".join(" ".join(lines).split())
    assert {"en": "not before 9 Dec 2026", "de": "nicht vor dem 9. Dez. 2026"}[language] in whole


def test_a_folder_and_a_pattern_are_taken(shelf: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each file once, JSON as well; a folder or pattern without any is a problem like any other."""
    (tmp_path / "b.yaml").write_text(GOOD_PATIENT, encoding="utf-8")
    as_json = {"format": 1, "id": "new2", "synthetic": True, "name": "New2", "birth_date": "2001-01-01", "sex": "male"}
    (tmp_path / "a.json").write_text(json.dumps(as_json), encoding="utf-8")
    (tmp_path / "none").mkdir()
    written = [str(tmp_path), str(tmp_path / "*.yaml"), str(tmp_path / "none"), str(tmp_path / "x*")]
    assert screen(*written, "--rules", shelf, "--json") == 2
    printed = capsys.readouterr()
    document = answered(printed.out)
    patients, problems = document["patients"], document["problems"]
    assert isinstance(patients, list)
    assert isinstance(problems, list)
    assert [each["id"] for each in patients if isinstance(each, dict)] == ["new2", "new"]
    assert [each["code"] for each in problems if isinstance(each, dict)] == ["no-files", "no-files"]
    assert f"{tmp_path / 'none'}:1:1: the folder holds no file" in printed.err
    assert f"{tmp_path / 'x*'}:1:1: no file matches" in printed.err


def test_a_folder_of_rules_that_is_empty(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert screen(sample("03"), "--rules", str(tmp_path)) == 2
    assert "the folder holds no file" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (
            ["scren", "x.yaml"],
            "there is no command 'scren'; did you mean 'screen'?; known: screen, cohort, plan, followup",
        ),
        (["rules", "chek"], "there is no command 'chek'; did you mean 'check'?; known: list, check, examples, show"),
        (["screen", "x.yaml", "--jsn"], "there is no option '--jsn'; did you mean '--json'?"),
        (["screen", "x.yaml", "--langauge=de"], "there is no option '--langauge'; did you mean '--language'?"),
        (["rules", "check", "--jsom"], "there is no option '--jsom'; did you mean '--json'?"),
        (["plan", "x.yaml", "--dayo", "2026-01-01"], "there is no option '--dayo'; did you mean '--day0'?"),
        (["--versoin"], "there is no option '--versoin'; did you mean '--version'?"),
        (["frobnicate"], "there is no command 'frobnicate'; known: screen, cohort, plan, followup"),
    ],
)
def test_what_was_meant_by_a_slip(written: list[str], meant: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        app.main(written)
    assert meant in capsys.readouterr().err


def test_an_option_may_be_shortened_and_hold_its_value(shelf: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert screen(sample("03"), f"--rules={shelf}", "--lang", "de") == 0
    assert "geboren" in capsys.readouterr().out


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        app.main(["--version"])
    assert capsys.readouterr().out.strip() == PROGRAM


def test_other_diseases_on_request(shelf: str, capsys: pytest.CaptureFixture[str]) -> None:
    """They are counted and listed, never called not eligible."""
    assert screen(sample("03"), "--rules", shelf, "--all") == 0
    printed = capsys.readouterr().out
    assert "  – nct06328777  other disease" in printed


def test_one_file_in_full_is_the_report(shelf: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert screen(sample("03"), "--rules", shelf, "--file", "nct06222853") == 0
    printed = capsys.readouterr().out
    for words in (
        "Eligibility report",
        "What stands in the way",
        "present: excludes",
        "The site decides.",
        "Printed 25 Nov 2026",
    ):
        assert words in printed


def test_in_german(shelf: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert screen(sample("03"), "--rules", shelf, "--language", "de") == 0
    assert "unentschieden, nicht vor dem 9. Dez. 2026" in " ".join(capsys.readouterr().out.split())


def test_the_evaluation_date_is_today_unless_it_is_given(shelf: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["screen", sample("03"), "--rules", shelf, "--json"]) == 0
    assert answered(capsys.readouterr().out)["evaluation_date"] == "2026-11-25"
    assert screen(sample("03"), "--rules", shelf, "--json") == 0
    assert answered(capsys.readouterr().out)["evaluation_date"] == "2026-11-22"


def test_without_a_day_a_patient_is_judged_on_its_own_and_that_is_said(
    shelf: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Years later the samples show what they showed, and the commands of the README with them."""
    monkeypatch.setattr(clock, "now_utc", lambda: datetime(2033, 7, 1, tzinfo=UTC))
    assert app.main(["screen", sample("03"), "--rules", shelf]) == 0
    printed = capsys.readouterr().out
    assert "judged on 22 Nov 2026, the day the file names" in printed
    assert "by its criteria undecided, not before 9 Dec 2026" in printed
    assert app.main(["screen", sample("03"), "--rules", shelf, "--json"]) == 0
    (patient,) = patients_of(capsys.readouterr().out)
    assert patient["evaluation_date"] == "2026-11-22"


def patients_of(text: str) -> list[dict[str, Json]]:
    """Return the parts of the patients in the JSON document."""
    patients = answered(text)["patients"]
    assert isinstance(patients, list)
    return [each for each in patients if isinstance(each, dict)]


def test_a_day_that_is_given_counts_before_that_of_the_file(shelf: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["screen", sample("03"), "--rules", shelf, "--on", "2026-11-21"]) == 0
    assert "the day the file names" not in capsys.readouterr().out


@pytest.mark.parametrize("day", ["2026-02-30", "22.11.2026", "tomorrow"])
def test_a_day_that_is_none(day: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        app.main(["screen", sample("03"), "--on", day])
    assert "is no day; write 2026-11-22" in capsys.readouterr().err


def test_the_good_are_judged_and_the_bad_are_listed(
    shelf: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One bad file stops nothing: it stands on standard error with its place, reason and hint."""
    bad = tmp_path / "bad.yaml"
    bad.write_text(BAD_PATIENT, encoding="utf-8")
    assert screen(sample("03"), str(bad), sample("10"), "--rules", shelf, "--json") == 2
    printed = capsys.readouterr()
    patients = answered(printed.out)["patients"]
    assert isinstance(patients, list)
    judged = {str(each["file"]): each for each in patients if isinstance(each, dict)}
    assert [bool(each["screenings"]) for each in judged.values()] == [True, False, True]
    problems = judged[str(bad)]["problems"]
    assert isinstance(problems, list)
    assert [(each["line"], each["severity"]) for each in problems if isinstance(each, dict)] == [(6, "error")]
    assert f"{bad}:6:" in printed.err
    assert "^" in printed.err
    assert "hint: write one of: female, male" in printed.err


def test_what_is_no_patient_file(shelf: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing file, an empty folder and bytes that are no text are told apart in words, and the rest is judged."""
    latin = tmp_path / "latin.yaml"
    latin.write_bytes(b"name: M\xfcller\n")
    empty = tmp_path / "empty.yaml"
    empty.write_bytes(b"")
    missing = tmp_path / "missing.yaml"
    folder = tmp_path / "folder"
    folder.mkdir()
    inputs = [str(each) for each in (latin, empty, missing, folder)]
    assert screen(*inputs, sample("03"), "--rules", shelf) == 2
    printed = capsys.readouterr()
    assert "Sample patient 03" in printed.out
    for path in inputs:
        assert any(line.startswith(f"{path}:1:") for line in printed.err.splitlines()), path
    assert "Traceback" not in printed.err


def test_an_unknown_rule_file_is_named_with_those_known(shelf: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert screen(sample("03"), "--rules", shelf, "--file", "nct1") == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err == "there is no rule file 'nct1'; known: nct06222853, nct06328777\n"


def test_a_folder_of_rules_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert screen(sample("03"), "--rules", str(tmp_path / "none")) == 2
    assert "the file cannot be opened" in capsys.readouterr().err


def test_a_bad_rule_file_beside_a_good_one(shelf: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The good one is judged; the bad one, and a second one of the same id, are listed."""
    text = (Path(shelf) / "nct06222853.yaml").read_text(encoding="utf-8")
    (tmp_path / "a.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(text.replace("sledai_2k >= 8", "sledai_2k >= eight"), encoding="utf-8")
    (tmp_path / "c.yaml").write_text(text, encoding="utf-8")
    assert screen(sample("03"), "--rules", str(tmp_path)) == 2
    printed = capsys.readouterr()
    assert printed.out.count("nct06222853") == 1
    assert "b.yaml:" in printed.err
    assert "c.yaml:1:1: the id 'nct06222853' is taken by" in printed.err


def papers(folder: Path) -> dict[str, bytes]:
    """Return the papers of a folder by their names."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_papers_are_the_same_bytes_for_the_same_instant(
    shelf: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        assert screen(sample("03"), "--rules", shelf, "--pdf", str(folder), "--html", str(folder)) == 0
    assert list(papers(first)) == ["sample-03-nct06222853.html", "sample-03-nct06222853.pdf"]
    assert papers(first) == papers(second)
    assert str(first / "sample-03-nct06222853.pdf") in capsys.readouterr().err


def test_a_paper_names_its_patient_on_every_page(shelf: str, tmp_path: Path) -> None:
    """Name, birth date and number; the clinic; how far the file can be trusted."""
    assert screen(sample("03"), "--rules", shelf, "--pdf", str(tmp_path), "--clinic", "Clinic of the test") == 0
    pages = pdf_pages((tmp_path / "sample-03-nct06222853.pdf").read_bytes())
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        for words in ("Sample patient 03", "born 19 Jul 2011", "Clinic of the test", "not reviewed by a physician"):
            assert words in page
        assert f"page {number} of {len(pages)}" in page


def test_no_paper_without_a_name_and_none_over_another_patient(
    shelf: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two patient files of one id would share the name of their papers: the second gets none, and it is said."""
    files = {
        "one.yaml": GOOD_PATIENT,
        "two.yaml": GOOD_PATIENT.replace("name: New", "name: Other"),
        "three.yaml": GOOD_PATIENT.replace("id: new", "id: third").replace("name: New\n", ""),
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    folder = tmp_path / "papers"
    paths = [str(tmp_path / name) for name in files]
    assert screen(*paths, "--rules", shelf, "--html", str(folder)) == 2
    printed = capsys.readouterr()
    assert {path.name.partition("-")[0] for path in folder.iterdir()} == {"new"}
    assert all("Other" not in path.read_text(encoding="utf-8") for path in folder.iterdir())
    assert "two.yaml:1:1: its papers would overwrite those of" in printed.err
    assert "three.yaml:1:1: a paper needs the patient's name" in printed.err


def test_a_folder_that_cannot_be_written(shelf: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    assert screen(sample("03"), "--rules", shelf, "--pdf", str(blocked)) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_a_name_that_would_move_the_cursor_is_shown_as_it_is_written(
    shelf: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "name.yaml"
    path.write_text(GOOD_PATIENT.replace("name: New", "name: Ne\u200bw"), encoding="utf-8")
    screen(str(path), "--rules", shelf)
    printed = capsys.readouterr()
    assert "\u200b" not in printed.out + printed.err


def test_without_a_command_the_program_says_what_it_can(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        app.main(["--help"])
    printed = capsys.readouterr().out
    for command in ("screen", "plan", "rules"):
        assert command in printed
