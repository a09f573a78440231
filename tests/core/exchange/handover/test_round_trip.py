"""A patient handed over and taken in again: equal as far as the format can say, everything else is named."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from fhir.resources.R4B.bundle import Bundle

from core.chart.chart import Chart
from core.chart.entries import Course, Episode, Finding
from core.discovery import resource_path
from core.entry.charting import chart_of
from core.entry.paste.pasting import Pasting
from core.entry.patient_file import statements_of
from core.entry.statement import Statement
from core.exchange.handover.fhir import patient_bundle
from core.exchange.handover.leaving import Leaving, Left
from core.exchange.handover.table import HEAD, patient_table
from core.source_text.reading import read_text
from core.source_text.tree import Mapping
from tests.core.entry.paste.handed_over import desk
from tests.drawn import drawn
from tests.sample_screenings import catalogue

EVERY = sorted(resource_path("samples").glob("*.yaml"))
SAMPLES = drawn(EVERY, 3, "handed over")
WHO = ("number", "name", "birth_date")
ATTRIBUTES = {"outcome": "outcome", "stopped_for": "stopped_for", "line": "line", "route": "route", "doses": "doses",
              "purpose": "purpose", "dose_adequate": "is_dose_adequate",
              "adherence": "is_adherence_documented", "may_be": "may_be"}  # fmt: skip
"""What the columns of a course are in a chart."""


def leaving(path: Path) -> Leaving:
    tree, problems = read_text(path.read_bytes(), path.name)
    assert isinstance(tree, Mapping), problems
    return Leaving(path.stem, statements_of(tree), catalogue())


def taken_in(text: str, of: Leaving) -> tuple[Chart, Pasting]:
    """Return the chart of all that could be recorded of a text, for the same patient with nothing else on record."""
    who = [each for each in of.statements if each.section in WHO]
    pasting = Pasting(text, desk(who))
    for line in pasting.lines:
        if line.is_recordable:
            pasting = pasting.with_box(line.place, is_ticked=True)
    back = [change.statement for _, change in pasting.changes if change.statement is not None]
    return chart(of, [*who, *back]), pasting


def chart(of: Leaving, statements: Iterable[Statement]) -> Chart:
    charting = chart_of(of.id, list(enumerate(statements)), catalogue())
    assert not charting.problems
    return charting.chart


def plain_course(course: Course, left: frozenset[str]) -> Course:
    """Return a course without its words, and without what could not be said of it."""
    doses = tuple(replace(each, text="", amount=replace(each.amount, text="")) for each in course.doses)
    bare = Course("", course.drug, course.start, course.end, course.is_ongoing)
    kept = {each.name for each in fields(Course)} - {ATTRIBUTES[part] for part in left if part in ATTRIBUTES}
    told = {name: getattr(course, name) for name in kept if name not in ("ref", "text", "doses")}
    return replace(bare, **told, doses=doses if "doses" in kept else ())


def plain_episode(episode: Episode) -> Episode:
    severity = {key: each for key, each in episode.fields.items() if key == "severity"}
    return replace(episode, ref="", text="", ongoing_on=None, fields=severity, mark=None)


def plain_finding(finding: Finding) -> tuple[object, ...]:
    return finding.concept, finding.value, finding.on, finding.upper_limit, finding.lower_limit


def parts_of(left: Iterable[Left], entry: str) -> frozenset[str]:
    return frozenset(part for each in left if each.entry == entry for part in each.parts)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem[:2])
def test_a_bundle_is_valid_and_comes_back_equal(path: Path) -> None:
    of = leaving(path)
    content, left = patient_bundle(of)
    Bundle.model_validate_json(content)
    assert content == patient_bundle(of)[0]
    whole = {each.entry for each in left if not each.parts}
    before, (after, pasting) = chart(of, of.statements), taken_in(content.decode(), of)
    for course in before.courses:
        forgotten = parts_of(left, f"treatments: {course.drug}")
        assert plain_course(course, forgotten) in [plain_course(each, forgotten) for each in after.courses]
    assert len(before.courses) == len(after.courses)
    back = [plain_episode(each) for each in after.episodes]
    assert [each for each in before.episodes if each.concept and plain_episode(each) not in back] == []
    findings = [plain_finding(each) for each in after.findings]
    measured = frozenset(pasting.names.spelled.values())
    lost = [
        each.ref
        for each in before.findings
        if plain_finding(each) not in findings and each.concept not in whole and each.concept in measured
    ]
    assert lost == []


@pytest.mark.parametrize("path", SAMPLES[:2], ids=lambda path: path.stem[:2])
def test_a_table_comes_back_with_its_measurements(path: Path) -> None:
    of = leaving(path)
    text = patient_table(of).removeprefix("\ufeff")
    assert text.splitlines()[0].split(",") == list(HEAD)
    after, pasting = taken_in(text, of)
    asked_by_name = {each.id for each in catalogue().concepts.values() if each.section == "identity"}
    measured = frozenset(pasting.names.spelled.values()) - asked_by_name
    found = [plain_finding(each) for each in after.findings]
    dated = [each for each in chart(of, of.statements).findings if each.concept in measured and each.on is not None]
    assert dated
    assert [each.ref for each in dated if plain_finding(each) not in found] == []


def test_hostile_names_leave_harmless() -> None:
    told = [
        Statement.of("name", "=cmd|' /C calc'!A0"),
        Statement.of("creatinine", {"value": "88 umol/L", "date": "2026-11-01", "note": "=1+1"}),
        Statement.of("diagnoses", {"is": "other", "text": "+1"}),
    ]
    text = patient_table(Leaving("x", told, catalogue()))
    assert "'=cmd" in text
    assert all(not cell.lstrip('"').startswith(("=", "+", "@")) for cell in text.replace("\r\n", ",").split(","))


def test_what_has_no_place_is_named() -> None:
    told = [
        Statement.of("sledai_2k", {"value": "16", "date": "2026-11-12"}),
        Statement.of("treatments", {"drug": "rituximab", "from": "2020", "to": "2021", "outcome": "failed"}),
        Statement.of("creatinine", {"value": "88 umol/L", "date": "2026-11-01", "method": "enzymatic"}),
    ]
    _, left = patient_bundle(Leaving("x", told, catalogue()))
    assert [each.text for each in left] == ["sledai_2k", "treatments: rituximab: outcome", "creatinine: method"]
