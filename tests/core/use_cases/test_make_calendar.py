"""The calendar of a patient's visits: every visit to come, whole days, the same marks again, and nobody named."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from core.chart.chart import Chart
from core.discovery import resource_path
from core.follow_up.following import State
from core.language.languages import languages
from core.language.phrases import Phrases
from core.use_cases.follow_patient import follow_patient
from core.use_cases.make_calendar import make_calendar
from core.use_cases.plan_follow_up import load_schedules
from core.use_cases.read_patients import read_to_judge
from core.wording.followed import FollowedWords
from tests.sample_screenings import catalogue
from ui.command_line.app import main

ON = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, 41, tzinfo=UTC)
SAMPLE = next(iter(sorted(resource_path("samples").glob("*07*.yaml"))))


def chart() -> Chart:
    found = read_to_judge(SAMPLE.read_bytes(), SAMPLE.name, catalogue(), ON, ON).chart
    assert found is not None
    return found


def words(language: str = "en", on: date = ON) -> FollowedWords:
    following = follow_patient(chart(), load_schedules(catalogue()), catalogue(), on)
    assert following is not None
    return FollowedWords(following, Phrases(language), catalogue())


def values(content: bytes, name: str) -> list[str]:
    """Return what stands at a name of the file, folded lines joined."""
    lines = content.decode().replace("\r\n ", "").split("\r\n")
    return [line.partition(":")[2] for line in lines if line.startswith(f"{name}:")]


def seal(content: bytes) -> str:
    return f"{hash(content):x}"


@pytest.mark.parametrize("language", languages())
def test_every_visit_to_come_has_its_day_and_none_has_a_name(language: str) -> None:
    told = words(language)
    content = make_calendar(told, "patient", seal, NOW)
    wanted = told.following.of(State.OVERDUE, State.DUE, State.LATER)
    assert values(content, "DTSTART;VALUE=DATE") == [f"{each.visit.on:%Y%m%d}" for each in wanted]
    assert values(content, "DTEND;VALUE=DATE") == [f"{each.visit.on + timedelta(days=1):%Y%m%d}" for each in wanted]
    assert Calendar.from_ical(content).to_ical() == content
    known = chart()
    birth = known.birth
    assert birth is not None
    secret = [known.name, known.number, known.id, birth.text, "myositis", "Myositis", "JDM", "Hepatitis"]
    assert not [each for each in secret if each and each.encode() in content]


def test_a_visit_keeps_its_mark_and_two_patients_share_none() -> None:
    def marks(patient: str, on: date = ON) -> list[str]:
        return values(make_calendar(words(on=on), patient, seal, NOW), "UID")

    assert len(set(marks("one"))) == len(marks("one"))
    assert set(marks("one", ON + timedelta(days=3))) <= set(marks("one"))
    assert not set(marks("one")) & set(marks("two"))


def test_it_is_saved_from_the_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "visits.ics"
    assert main(["followup", str(SAMPLE), "--on", ON.isoformat(), "--calendar", str(path)]) == 0
    assert values(path.read_bytes(), "SUMMARY")
    assert "Month 10" in capsys.readouterr().out
    nowhere = tmp_path / "no" / "folder" / "visits.ics"
    assert main(["followup", str(SAMPLE), "--on", ON.isoformat(), "--calendar", str(nowhere)]) == 2
    assert str(nowhere.parent) in capsys.readouterr().err
