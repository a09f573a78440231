"""What stands on record after the program has ended, to be held against a patient file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path

from core import clock
from core.chart.chart import Chart
from core.chart.entries import DoseSegment
from core.chart.reading.whole import read_patient
from core.entry.charting import chart_of
from core.store.vault.vault import Circumstances, open_vault
from tests.keys.journeys import PASSPHRASE
from tests.sample_screenings import catalogue

_FILES = Path(__file__).parent / "patients"


def on_record(folder: Path) -> dict[str, Chart]:
    """Return the charts on record by name; nothing that was only typed is among them."""
    vault = open_vault(folder, PASSPHRASE, Circumstances(catalogue(), clock.now_utc))
    try:
        found: dict[str, Chart] = {}
        for line in vault.records.patients():
            kept = [each for each in vault.records.statements(line.id) if each.retraction is None]
            charting = chart_of(line.id, [(each.id, each.statement) for each in kept], catalogue())
            assert charting.problems == {}
            assert [(each.field, each.text) for each in vault.records.drafts(line.id)] == []
            found[line.name] = charting.chart
        assert vault.records.check_all().is_whole
        return found
    finally:
        vault.close()


def of_file(name: str) -> Chart:
    """Return the chart of a patient file of the journeys."""
    chart, problems = read_patient((_FILES / name).read_bytes(), name, catalogue())
    assert chart is not None, problems
    assert problems == ()
    return chart


def told(chart: Chart) -> Mapping[str, object]:
    """Return what a chart holds, but who it is to the computer; values in any order, rows in theirs.

    A dose written another way is the same dose.
    """
    courses = tuple(replace(each, doses=tuple(_unworded(dose) for dose in each.doses)) for each in chart.courses)
    same = replace(chart, id="", is_synthetic=False, courses=courses)
    held = {each.name: getattr(same, each.name) for each in fields(same)}
    return held | {"findings": {each.ref: each for each in same.findings}}


def _unworded(dose: DoseSegment) -> DoseSegment:
    return replace(dose, text="", amount=replace(dose.amount, text=""))
