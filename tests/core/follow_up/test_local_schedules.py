"""A schedule of one's own is marked as local on every paper of the plan and in JSON; what ships is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.discovery import resource_path, rules_path
from core.rule_files.rule_file import OriginKind
from core.source_text.author_error import AuthorError
from core.use_cases.plan_follow_up import load_schedules
from tests.sample_screenings import catalogue
from ui.command_line import app

PATIENT = str(next(resource_path("samples").glob("07-*")))
SHIPPED = rules_path("schedules", "jdm-follow-up.yaml")


def own(folder: Path, schedule_id: str = "our-follow-up") -> Path:
    text = SHIPPED.read_text("utf-8").replace("id: jdm-follow-up", f"id: {schedule_id}", 1)
    path = folder / "ours.yaml"
    path.write_text(text, "utf-8")
    return path


def test_what_ships_is_no_local_file() -> None:
    assert {each.origin.kind for each in load_schedules(catalogue())} == {OriginKind.SHIPPED}


@pytest.mark.parametrize(("language", "mark"), [("en", "local, unreviewed"), ("de", "lokal, nicht geprüft")])
@pytest.mark.parametrize("paper", ["plan", "sheet", "card"])
def test_every_paper_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], paper: str, language: str, mark: str
) -> None:
    asked = ["plan", PATIENT, "--paper", paper, "--language", language, "--telephone", "+49 30 0000"]
    assert app.main(asked) == 0
    assert mark not in capsys.readouterr().out
    assert app.main([*asked, "--own-schedules", str(own(tmp_path)), "--schedule", "our-follow-up"]) == 0
    assert f"{mark}: our-follow-up" in " ".join(capsys.readouterr().out.split())


def test_json_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = own(tmp_path)
    asked = ["plan", PATIENT, "--json", "--own-schedules", str(path)]
    assert app.main([*asked, "--schedule", "our-follow-up", "--schedule", "cd19-core"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [(each["id"], each["origin"]) for each in found["schedules"]] == [
        ("our-follow-up", "local"),
        ("cd19-core", "shipped"),
    ]


def test_the_id_of_another_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AuthorError):
        load_schedules(catalogue(), (own(tmp_path, "jdm-follow-up"),))
