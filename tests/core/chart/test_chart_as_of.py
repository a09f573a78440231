"""A chart as it was on a day, a chart of some entries, and how much of it lies after a day."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from core.discovery import resource_path, yaml_files
from tests.core.chart.telling import told

SAMPLES = yaml_files(resource_path("samples"))
TEXT = """\
format: 1
id: row
birth_date: 2012-10-15
creatinine:
  - {value: 50 umol/L, date: 2026-05-01}
  - {value: 60 umol/L, date: 2026-06-10}
  - {value: 70 umol/L, date: 2026-06}
  - {value: 80 umol/L}
diagnoses:
  - {is: jdm, since: 2023-05}
  - {is: pneumonia, since: 2026-05-20, until: 2026-06-20}
  - {is: dm_rash, since: 2026-06-10}
events:
  - {event: crs, from: 2026-06-01, to: ongoing, ongoing_on: 2026-06-08}
treatments:
  - {drug: prednisone, from: 2024-01, to: 2026-06-30}
  - {drug: methotrexate, from: 2026-06-10, to: ongoing}
  - {drug: azathioprine, from: 2026, to: unknown}
treatments_complete: {since: 2012-10-15, as_of: 2026-06-10}
events_complete: {since: 2012-10-15, as_of: 2026-06-05}
never: [{of: car_t_cells, as_of: 2026-06-10}, {of: seizure, as_of: 2026-05-01}]
contraindications: [{to: belimumab, date: 2026-06-10}, {to: rituximab}]
answers: {caregiver: [{answer: yes, date: 2026-05-01}, {answer: no, date: 2026-06-10}]}
site: {youngest_age_open: [{value: 12 years, date: 2026-06-10}, {value: 17 years, date: 2026-01-10}]}
planned: {leukapheresis: 2026-12-10}
"""
DAY = date(2026, 6, 5)


def chart_of(content: bytes) -> Chart:
    chart, problems = read_patient(content, "row.yaml", load_catalogue())
    assert problems == ()
    assert chart is not None
    return chart


CHART = chart_of(TEXT.encode())


def test_later_entries_do_not_exist() -> None:
    """Dates reach no further than the day; an end after it was not known, but a planned stop was."""
    assert told(CHART.as_of(DAY)) == [
        "creatinine/1: creatinine 50 umol/L on 2026-05-01",
        "creatinine/3: creatinine 70 umol/L on 2026-06-01..2026-06-05",
        "creatinine/4: creatinine 80 umol/L",
        "diagnoses/1: jdm from 2023-05-01..2023-05-31 goes on",
        "diagnoses/2: pneumonia from 2026-05-20 goes on",
        "events/1: crs from 2026-06-01 goes on",
        "treatments/1: prednisone from 2024-01-01..2024-01-31 to 2026-06-30",
        "treatments/3: azathioprine from 2026-01-01..2026-06-05",
        "events_complete: events from 2012-10-15 to 2026-06-05",
        "never/2: seizure until 2026-05-01",
        "contraindications/2: rituximab",
        "answers/caregiver/1: true on 2026-05-01",
        "site/youngest_age_open/2: 17 years on 2026-01-10",
        "planned leukapheresis: 2026-12-10",
    ]


def test_the_number_of_later_entries() -> None:
    left_out = ["creatinine/2", "diagnoses/3", "treatments/2", "treatments_complete", "never/1", "contraindications/1"]
    left_out += ["answers/caregiver/2", "site/youngest_age_open/1"]
    assert CHART.later_than(DAY) == len(left_out)
    assert {*CHART.by_ref} - {*CHART.as_of(DAY).by_ref} == {*left_out}


def test_nothing_is_later_than_the_last_day() -> None:
    assert CHART.as_of(date(2027, 1, 1)) == CHART
    assert CHART.later_than(date(2027, 1, 1)) == 0


def test_before_the_first_day_only_what_has_no_day_is_left() -> None:
    assert [*CHART.as_of(date(2000, 1, 1)).by_ref] == ["creatinine/4", "contraindications/2"]


def test_keeping_some_entries() -> None:
    """The birth date, planned days and the infusion are no entries: they stay."""
    kept = CHART.keeping(["creatinine/2", "treatments/1", "never/1", "answers/caregiver/2", "nothing/1"])
    assert [*kept.by_ref] == ["creatinine/2", "treatments/1", "never/1", "answers/caregiver/2"]
    assert (kept.birth, kept.planned, kept.infusion) == (CHART.birth, CHART.planned, CHART.infusion)
    assert CHART.keeping(CHART.by_ref) == CHART


def test_findings_of_a_concept_in_the_order_of_the_record() -> None:
    assert [finding.ref for finding in CHART.of("creatinine")] == [f"creatinine/{number}" for number in range(1, 5)]
    assert CHART.of("haemoglobin") == ()


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@given(days=st.lists(st.integers(min_value=0, max_value=16_000), min_size=2, max_size=2))
def test_an_earlier_day_sees_no_more(path: Path, days: list[int]) -> None:
    """What is seen on a day was seen in part before it, and a look through a later day changes nothing."""
    early, late = (date(1985, 1, 1) + timedelta(days=each) for each in sorted(days))
    chart = SAMPLE_CHARTS[str(path)]
    assert {*chart.as_of(early).by_ref} <= {*chart.as_of(late).by_ref}
    assert {*chart.as_of(late).as_of(early).by_ref} == {*chart.as_of(early).by_ref}
    assert chart.later_than(early) >= chart.later_than(late)
    assert chart.as_of(late).as_of(late) == chart.as_of(late)


SAMPLE_CHARTS = {str(path): chart_of(path.read_bytes()) for path in SAMPLES}


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_every_entry_of_a_sample_has_a_name_of_its_own(path: Path) -> None:
    """Evidence points at entries by name: two of one name would be one."""
    chart = SAMPLE_CHARTS[str(path)]
    assert len(chart.by_ref) == len(chart.entries)
