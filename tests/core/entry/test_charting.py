"""Statements make the chart that the patient file makes."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from core.catalogue.catalogue import Catalogue
from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from core.discovery import resource_path
from core.entry.charting import chart_of, tree_of
from core.entry.patient_file import file_of, statements_of
from core.entry.statement import Statement
from core.source_text.reading import read_text
from core.source_text.tree import Mapping

SAMPLES = sorted(resource_path("samples").glob("*.yaml"))


@cache
def catalogue() -> Catalogue:
    return load_catalogue()


def statements(path: Path) -> tuple[Statement, ...]:
    tree, _ = read_text(path.read_bytes(), str(path))
    assert isinstance(tree, Mapping)
    return statements_of(tree)


def from_statements(patient_id: str, stated: tuple[Statement, ...]) -> Chart:
    charting = chart_of(patient_id, tuple(enumerate(stated)), catalogue())
    assert not any(problem.is_error for problems in charting.problems.values() for problem in problems)
    assert set(charting.tags.values()) <= set(range(len(stated)))
    return charting.chart


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_statements_make_the_chart_of_the_file(path: Path) -> None:
    read, _ = read_patient(path.read_bytes(), str(path), catalogue())
    assert read is not None
    made = from_statements(read.id, statements(path))
    assert replace(made, complete=()) == replace(read, complete=())
    assert set(made.complete) == set(read.complete)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_what_is_given_out_says_the_same(path: Path) -> None:
    stated = statements(path)
    tree = tree_of(file_of("sample", stated), 1)
    assert isinstance(tree, Mapping)
    again = statements_of(tree)
    assert sorted(map(repr, again)) == sorted(map(repr, stated))


def test_every_entry_leads_back_to_its_statement() -> None:
    stated = statements(SAMPLES[1])
    charting = chart_of("x", tuple((f"tag {at}", each) for at, each in enumerate(stated)), catalogue())
    for ref in charting.chart.by_ref:
        section = ref.split("/")[0]
        whose = stated[int(charting.tags[ref.split(":")[0]].removeprefix("tag "))]
        assert whose.section == section


def test_a_bad_statement_is_named_and_stops_no_other() -> None:
    good, bad = Statement.of("creatinine", {"value": "88 umol/L"}), Statement.of("creatinine", {"value": "88 parsec"})
    charting = chart_of("x", (("good", good), ("bad", bad)), catalogue())
    assert set(charting.problems) == {"bad"}
    assert [finding.ref for finding in charting.chart.of("creatinine")] == ["creatinine/1"]
    assert charting.tags["creatinine/1"] == "good"


def test_the_latest_of_an_identity_holds() -> None:
    stated = (Statement.of("name", "A"), Statement.of("name", "B"))
    assert chart_of("x", tuple(enumerate(stated)), catalogue()).chart.name == "B"
