"""The shipped schedules: sources, strengths, both languages, no dose, and nothing of the list of items lost."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

import pytest

from core.discovery import program_path, rules_path
from core.follow_up.schedule import Activity, Provenance, Rule, Schedule, Strength, Text
from core.rule_files.rule_file import NOT_REVIEWED
from tests.core.follow_up.sample_plans import shipped
from tests.rules.doses import DOSE

LANGUAGES = {"en", "de"}
TABLE = program_path() / "docs" / "checks" / "schedules.md"
ITEMS = 103
CONFIDENTIAL = re.compile(r"pregnan|contracepti|fertility|\bHIV\b|syphilis|menarche|gonadal", re.IGNORECASE)


def rules() -> Iterator[tuple[Schedule, Activity, Rule]]:
    for schedule in shipped():
        for activity in schedule.activities:
            for rule in activity.rules:
                yield schedule, activity, rule


def texts() -> Iterator[tuple[str, Text]]:
    """Yield every text a schedule may print."""
    for schedule in shipped():
        yield f"{schedule.id}/title", schedule.title
        for named in (*schedule.conditions.values(), *schedule.events.values()):
            yield f"{schedule.id}/{named.id}", named.words
        for remark in (*schedule.reports, *schedule.notes):
            for text in (remark.text, remark.plain, remark.claim):
                yield f"{schedule.id}/{remark.id}", text
        for activity in schedule.activities:
            for text in (activity.label, activity.detail, activity.off):
                yield f"{schedule.id}/{activity.id}", text
    for schedule, activity, rule in rules():
        for text in (rule.label, rule.limit, rule.note, rule.disputed):
            yield f"{schedule.id}/{activity.id}", text


def test_the_five_schedules_ship() -> None:
    assert {schedule.id for schedule in shipped()} == {
        "cd19-core",
        "sle-follow-up",
        "jdm-follow-up",
        "myositis-follow-up",
        "ssc-follow-up",
    }


def test_nobody_has_reviewed_them_and_they_say_so() -> None:
    for path in rules_path("schedules").glob("*.yaml"):
        assert f"reviewed: {NOT_REVIEWED}" in path.read_text(encoding="utf-8")


def test_every_rule_has_a_source_and_a_strength() -> None:
    bare = [f"{schedule.id}/{activity.id}" for schedule, activity, rule in rules() if not rule.sources]
    assert bare == []


def test_a_rule_that_rests_on_our_own_default_alone_says_so() -> None:
    """The registries' names from memory are the one statement of a label without a source of its own."""
    quiet = [
        f"{schedule.id}/{activity.id}"
        for schedule, activity, rule in rules()
        if {source.id for source in rule.sources} == {"local_default"}
        and rule.strength is not Strength.LOCAL_DEFAULT
        and rule.provenance is not Provenance.MEMORY
    ]
    assert quiet == []


def test_a_source_is_written_alike_in_every_file() -> None:
    found: dict[str, set[object]] = defaultdict(set)
    for schedule in shipped():
        for name, source in schedule.sources.items():
            found[name].add(source)
    assert [name for name, variants in found.items() if len(variants) > 1] == []


def test_every_listed_source_is_used() -> None:
    for schedule in shipped():
        used = {source.id for activity in schedule.activities for rule in activity.rules for source in rule.sources}
        used |= {source.id for remark in (*schedule.reports, *schedule.notes) for source in remark.sources}
        assert set(schedule.sources) - used == set(), schedule.id


def test_every_condition_and_event_is_used() -> None:
    for schedule in shipped():
        text = (rules_path("schedules") / f"{schedule.id}.yaml").read_text(encoding="utf-8")
        body = text.partition("\nactivities:")[2]
        names = {*schedule.conditions, *schedule.events}
        assert [name for name in names if not re.search(rf"\b{name}\b", body)] == [], schedule.id


def test_every_text_stands_in_both_languages() -> None:
    assert [place for place, text in texts() if text and set(text) != LANGUAGES] == []


def test_one_activity_is_called_alike_in_every_schedule() -> None:
    labels: dict[str, set[str]] = defaultdict(set)
    for schedule in shipped():
        for activity in schedule.activities:
            labels[activity.id].add(activity.label["en"])
    assert [name for name, called in labels.items() if len(called) > 1] == []


def test_no_schedule_names_a_dose() -> None:
    for path in rules_path("schedules").glob("*.yaml"):
        found = [line for line in path.read_text(encoding="utf-8").splitlines() if DOSE.search(line)]
        assert found == [], path.name


@pytest.mark.parametrize(
    "text", ["10 mg/d", "aciclovir 800 mg bd", "0.5 g/kg", "25 mg/m2", "1 g daily", "5 mL", "2 tablets", "100 U/kg"]
)
def test_a_dose_is_noticed(text: str) -> None:
    assert DOSE.search(text)


@pytest.mark.parametrize(
    "text", ["IgG 4 g/L (400 mg/dL)", "38 °C", "0.2 × 10⁹/L", "at least 92 %", "200/µL", "2 hours"]
)
def test_a_concentration_is_no_dose(text: str) -> None:
    assert not DOSE.search(text)


def test_what_is_confidential_is_marked_so() -> None:
    """Whatever speaks of pregnancy, contraception, fertility, HIV or puberty stays out of copies for the family."""
    told = [
        activity.id
        for schedule in shipped()
        for activity in schedule.activities
        if CONFIDENTIAL.search(f"{activity.label['en']} {activity.detail.get('en', '')}")
        and not activity.is_confidential
    ]
    assert told == []


def test_the_marrow_biopsy_without_a_source_is_off() -> None:
    off = [activity.id for schedule in shipped() for activity in schedule.activities if activity.off]
    assert off == ["bone_marrow_six_monthly"]


def rows() -> list[tuple[str, str, str]]:
    """Return the rows of the table in docs: item, activities, remark."""
    return re.findall(r"^\| ([A-Z]\d\d[A-Z]?) \| (.*?) \| (.*?) ?\|$", TABLE.read_text(encoding="utf-8"), re.MULTILINE)


def test_the_table_holds_every_item_once() -> None:
    names = [name for name, _, _ in rows()]
    assert (len(names), len(set(names))) == (ITEMS, ITEMS)


def test_the_table_names_activities_that_exist_and_leaves_none_out() -> None:
    text = TABLE.read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z0-9-]+/[a-z0-9_]+)`", text))
    known = {f"{schedule.id}/{activity.id}" for schedule in shipped() for activity in schedule.activities}
    assert (named - known, known - named) == (set(), set())
