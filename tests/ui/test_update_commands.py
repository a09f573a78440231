"""``rules compare`` and ``rules impact``: words, JSON and exit codes; nothing is written anywhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.discovery import resource_path
from tests.core.rule_files.amending import AMENDMENTS, Amendment, content
from ui.command_line import app

ON = ["--on", "2026-11-22"]
KIDNEY = ("egfr >= 30 mL/min/1.73m2", "egfr >= 75 mL/min/1.73m2")


def files(folder: Path, text: bytes, old: bytes | None = None) -> tuple[str, str]:
    (folder / "old.yaml").write_bytes(content("protocols/example-sle-cart-01.yaml") if old is None else old)
    (folder / "new.yaml").write_bytes(text)
    return str(folder / "old.yaml"), str(folder / "new.yaml")


def raised(*changes: tuple[str, str]) -> bytes:
    text = content("protocols/example-sle-cart-01.yaml").decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return text.encode()


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, Any]]:
    code = app.main(["rules", *arguments, "--json"])
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return code, found


@pytest.mark.parametrize("amendment", AMENDMENTS, ids=lambda each: each.name)
def test_compare_says_what_differs(amendment: Amendment, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = printed(capsys, "compare", *files(tmp_path, amendment.text))
    assert code == 1
    assert {each["id"]: each["change"] for each in found["criteria"]} == {
        name: change.value for name, change in amendment.criteria.items()
    }
    assert all(len(each["hash"]) == 64 for each in found["same"])
    assert not found["same_content"]


def test_compare_in_words_marks_what_differs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.main(["rules", "compare", *files(tmp_path, raised(KIDNEY)), "--language", "de"]) == 1
    out = capsys.readouterr().out
    assert "[-30-]" in out
    assert "{+75+}" in out
    assert "1 Kriterium ist anders, 23 sind gleich" in out


def test_the_same_file_has_no_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, found = printed(capsys, "compare", *files(tmp_path, content("protocols/example-sle-cart-01.yaml")))
    assert (code, found["same_content"], found["criteria"], found["head"]) == (0, True, [], [])


def test_compare_names_the_patients_it_moves(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample = str(resource_path("samples", "01-sle-nephritis-class-iv.yaml"))
    _, found = printed(capsys, "compare", *files(tmp_path, raised(KIDNEY)), sample, *ON)
    (moved,) = found["impact"]["patients"]
    assert (moved["id"], moved["by"]) == ("sample-01", [{"cohort": "", "id": "kidney"}])
    assert (moved["from"]["conclusion"], moved["to"]["conclusion"]) == ("eligible", "not eligible")


def test_impact_equals_screening_by_each_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = files(tmp_path, raised(KIDNEY))
    samples = str(resource_path("samples"))
    code, found = printed(capsys, "impact", new, "--old", old, "--patients", samples, *ON)
    assert code == 1
    words: dict[str, dict[str, str]] = {}
    for path in (old, new):
        app.main(["screen", samples, "--rules", path, "--all", "--json", *ON])
        for patient in json.loads(capsys.readouterr().out)["patients"]:
            words.setdefault(patient["id"], {})[path] = patient["screenings"][0]["in_words"]
    moved = {each["id"]: (each["from"]["in_words"], each["to"]["in_words"]) for each in found["files"][0]["patients"]}
    assert moved == {name: (by[old], by[new]) for name, by in words.items() if by[old] != by[new]}


def test_impact_goes_by_what_ships_and_the_samples(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, new = files(tmp_path, raised(KIDNEY))
    assert app.main(["rules", "impact", new, *ON]) == 1
    told = capsys.readouterr()
    assert "the samples that ship" in told.err
    assert "eligible" in told.out


def test_a_folder_of_files_is_weighed_file_by_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files(tmp_path, raised(KIDNEY))
    code, found = printed(capsys, "impact", str(tmp_path), *ON)
    assert code == 1
    assert len(found["files"]) == 2
    assert sorted(each["moved"] > 0 for each in found["files"]) == [False, True]


def test_nobody_is_judged_where_only_words_differ(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = files(tmp_path, raised(("en: Active infection", "en: An active infection")))
    assert app.main(["rules", "impact", new, "--old", old, *ON]) == 0
    assert "Nothing that is judged differs" in capsys.readouterr().out


def test_what_cannot_be_used_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old, new = files(tmp_path, b"id: [")
    assert app.main(["rules", "compare", old, new]) == 2
    assert "new.yaml:1" in capsys.readouterr().err
    assert app.main(["rules", "compare", old, str(tmp_path / "nothing.yaml")]) == 2
    assert "there is no rule file" in capsys.readouterr().err
    assert app.main(["rules", "impact", old, str(tmp_path / "nothing"), *ON]) == 2
    _, good = files(tmp_path, raised(KIDNEY))
    (tmp_path / "patient.yaml").write_text("name: [", "utf-8")
    assert app.main(["rules", "impact", good, "--patients", str(tmp_path / "patient.yaml"), *ON]) == 2
    assert "patient.yaml" in capsys.readouterr().out
