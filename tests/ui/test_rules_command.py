"""``rules check``, ``rules examples`` and ``rules show`` on the command line."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from core.discovery import rules_path
from tests.third_language import INVENTED, a_language_more
from ui.command_line import app

EXAMPLE = rules_path("protocols", "example-sle-cart-01.yaml")
SCHEDULE = rules_path("schedules", "sle-follow-up.yaml")


def changed(folder: Path, old: str, new: str, shipped: Path = EXAMPLE) -> str:
    """Write a shipped file (the example protocol) with one change and return its path."""
    text = shipped.read_text(encoding="utf-8")
    assert old in text
    path = folder / "changed.yaml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return str(path)


def test_a_good_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["rules", "check", str(EXAMPLE)]) == 0
    assert "1 rule files without errors, 0 with errors" in capsys.readouterr().out


def test_an_error_is_shown_at_its_line_with_a_hint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = changed(tmp_path, "received rituximab", "received rituximb")
    assert app.main(["rules", "check", path, str(EXAMPLE)]) == 2
    printed = capsys.readouterr()
    assert f"{path}:" in printed.err
    assert "hint: did you mean 'rituximab'?" in printed.err
    assert "^^^^^^^^" in printed.err
    assert "1 rule files without errors, 1 with errors" in printed.out


def test_what_a_language_lacks_is_a_hint(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody is stopped by it; of what ships nothing is lacking."""
    assert app.main(["rules", "check", str(EXAMPLE)]) == 0
    assert capsys.readouterr().err == ""
    with a_language_more(tmp_path):
        assert app.main(["rules", "check", str(EXAMPLE)]) == 0
        told = capsys.readouterr().err
        assert re.search(rf"^hint: {INVENTED}: \d{{4}} phrases and \d{{4}} labels of the catalogue are missing", told)
        assert app.main(["rules", "show", str(EXAMPLE), "--language", INVENTED]) == 0
        shown = capsys.readouterr().out
    assert app.main(["rules", "show", str(EXAMPLE)]) == 0
    own = capsys.readouterr().out
    assert re.sub("[“”]", "", shown) == re.sub("[“”]", "", own), "the words of the file, in quotes"


def test_everything_that_ships_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a path: protocols, programmes and schedules."""
    assert app.main(["rules", "check", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    folders = {Path(each["file"]).parent.name for each in answer["files"]}
    assert folders == {"protocols", "programmes", "schedules"}


def test_a_schedule_is_read_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By what it says of itself, not by its folder; its slips stand at their lines like a protocol's."""
    path = changed(tmp_path, "diseases: [sle]", "diseases: [sel]", SCHEDULE)
    assert app.main(["rules", "check", str(SCHEDULE), str(EXAMPLE)]) == 0
    assert "2 rule files without errors, 0 with errors" in capsys.readouterr().out
    assert app.main(["rules", "check", path, str(SCHEDULE)]) == 2
    printed = capsys.readouterr()
    assert f"{path}:" in printed.err
    assert "unknown diagnosis 'sel'" in printed.err
    assert "did you mean 'sle'?" in printed.err
    assert "1 rule files without errors, 1 with errors" in printed.out


def test_a_schedule_written_as_json_or_broken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The kind is read from the file, however it is written; of a file cut short the cut is named."""
    as_json = tmp_path / "schedule.yaml"
    as_json.write_text('{"format": 1, "kind": "schedule"}', encoding="utf-8")
    cut = tmp_path / "cut.yaml"
    cut.write_text("kind: schedule\nid: [", encoding="utf-8")
    assert app.main(["rules", "check", str(as_json), str(cut), "--json"]) == 2
    problems = json.loads(capsys.readouterr().out)["problems"]
    messages = [each["message"] for each in problems if each["file"] == str(as_json)]
    assert "the key 'activities' is missing" in messages
    assert [each["code"] for each in problems if each["file"] == str(cut)] == ["yaml"]


def test_problems_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = changed(tmp_path, "received rituximab", "received rituximb")
    assert app.main(["rules", "check", path, str(tmp_path / "missing.yaml"), "--json"]) == 2
    answer = json.loads(capsys.readouterr().out)
    assert [each["usable"] for each in answer["files"]] == [False, False]
    codes = {problem["code"] for problem in answer["problems"]}
    assert "unreadable" in codes
    assert all(problem["line"] >= 1 for problem in answer["problems"])


def test_examples_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["rules", "examples", str(EXAMPLE)]) == 0
    assert "examples hold" in capsys.readouterr().out


def test_an_example_that_does_not_hold(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A limit moved by hand is noticed by a worked example: exit code 1, the place on standard error."""
    path = changed(tmp_path, "require: sledai_2k >= 8", "require: sledai_2k >= 30")
    assert app.main(["rules", "examples", path]) == 1
    assert f"{path}:" in capsys.readouterr().err
    assert app.main(["rules", "examples", path, "--json"]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert not all(example["holds"] for example in answer["examples"])
    assert answer["problems"]


@pytest.mark.parametrize(("language", "words"), [("en", "Excl. 5.2.9"), ("de", "Ausschl. 5.2.9")])
def test_a_file_read_aloud(language: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Head and marks, every criterion with what it needs, the sources."""
    assert app.main(["rules", "show", "example-sle-cart-01", "--language", language]) == 0
    printed = capsys.readouterr().out
    assert words in printed
    assert "[1] Example protocol EX-SLE-01" in printed
    assert ("FICTIONAL" if language == "en" else "ERFUNDENE") in printed


def test_a_file_by_its_path_is_read_aloud(capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["rules", "show", str(EXAMPLE)]) == 0
    assert "example-sle-cart-01" in capsys.readouterr().out


def test_show_of_what_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["rules", "show", "nct1"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "there is no rule file 'nct1'; known: example-sle-cart-01" in printed.err
    broken = changed(tmp_path, "received rituximab", "received rituximb")
    assert app.main(["rules", "show", broken]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "did you mean 'rituximab'?" in printed.err


def test_a_folder_without_rule_files_and_a_file_that_is_no_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An empty folder is said: whoever checks nothing has not checked."""
    for what in ("check", "examples"):
        assert app.main(["rules", what, str(tmp_path)]) == 2
        assert f"{tmp_path}:1:1: the folder holds no file" in capsys.readouterr().err
    assert app.main(["rules", "check", str(tmp_path / "*.yaml")]) == 2
    assert "no file matches" in capsys.readouterr().err
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00")
    assert app.main(["rules", "check", str(tmp_path)]) == 2
    assert "bytes.yaml:1:1:" in capsys.readouterr().err


def test_a_file_found_on_the_shelf_of_a_record_is_said_to_be_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shelf = tmp_path / "rules"
    shelf.mkdir()
    (tmp_path / "kriterion.vault").touch()
    (shelf / "put-there.yaml").write_bytes((rules_path("protocols") / "example-sle-cart-01.yaml").read_bytes())
    assert app.main(["rules", "check", str(shelf)]) == 0
    assert "put-there.yaml: found, not taken in" in capsys.readouterr().err
    assert app.main(["rules", "check", "--json", str(shelf)]) == 0
    assert [each["found_only"] for each in json.loads(capsys.readouterr().out)["files"]] == [True]
