"""Read a patient file to judge it on a day: the one given, else the file's own, else today."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from core.source_text.problem import Problem


@dataclass(frozen=True, slots=True)
class ReadPatient:
    """A patient file as read; ``on`` is the day it is judged on."""

    chart: Chart | None
    problems: tuple[Problem, ...]
    on: date

    @property
    def is_on_its_own_day(self) -> bool:
        """True if the day is the one the file names."""
        return self.chart is not None and self.chart.judged_on == self.on


def read_to_judge(content: bytes, file: str, catalogue: Catalogue, given: date | None, today: date) -> ReadPatient:
    """Return the patient with the day; a patient born after it is refused, with the problem at its place."""
    chart, problems = read_patient(content, file, catalogue, given)
    on = given or (chart.judged_on if chart is not None else None) or today
    if chart is not None and chart.birth is not None and chart.birth.first > on:
        chart, problems = read_patient(content, file, catalogue, on)
    return ReadPatient(chart, problems, on)
