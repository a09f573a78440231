"""``rules rewrite``: the difference, the file, JSON and both languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.discovery import rules_path
from ui.command_line import app


def test_without_write_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "older.yaml"
    before = rules_path("protocols", "nct06839976.yaml").read_bytes()
    path.write_bytes(before)
    assert app.main(["rules", "rewrite", str(path)]) == 0
    out = capsys.readouterr().out
    assert path.read_bytes() == before
    assert "+    formality: consent by patient or guardian" in out
    assert "it says the same as before" in out
    assert app.main(["rules", "rewrite", str(path), "--write", "--language", "de"]) == 0
    assert "Einwilligung als Satz" in capsys.readouterr().out
    assert path.read_bytes() != before
    assert app.main(["rules", "rewrite", str(path), "--write", "--json"]) == 0
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert not file["changed"]
    assert not file["written"]
    assert file["difference"] == []


def test_a_bad_file_and_a_schedule_stop_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad, good = tmp_path / "bad.yaml", tmp_path / "good.yaml"
    bad.write_text("format: 1\nid: [\n", "utf-8")
    good.write_bytes(rules_path("protocols", "nct06839976.yaml").read_bytes())
    schedule = rules_path("schedules", "cd19-core.yaml")
    assert app.main(["rules", "rewrite", str(bad), str(good), str(schedule), "--json"]) == 2
    first, second, third = json.loads(capsys.readouterr().out)["files"]
    assert (first["usable"], second["changed"], third["changed"]) == (False, True, False)
