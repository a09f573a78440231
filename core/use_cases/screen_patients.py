"""Screen patients: each patient file against each rule file on one date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.chart.reading import read_patient
from core.rule_files.compiling import CompiledRuleFile
from core.screening.ranking import best_first
from core.screening.screening import Screening, screen_all
from core.source_text.problem import Problem
from core.use_cases.load_rules import unreadable


@dataclass(frozen=True, slots=True)
class ScreenedPatient:
    """One patient file: the chart if it could be read, its screenings, and the problems of the file."""

    file: str
    chart: Chart | None
    screenings: tuple[Screening, ...]
    problems: tuple[Problem, ...]

    @property
    def shown(self) -> tuple[Screening, ...]:
        """The screenings of the patient's own diseases, the best conclusion first, then date, then title."""
        return tuple(each for each in self.screenings if not each.is_other_disease)


def screen_patients(
    paths: Iterable[Path], rules: Sequence[CompiledRuleFile], catalogue: Catalogue, evaluation_on: date
) -> tuple[ScreenedPatient, ...]:
    """Screen every patient that can be read; the others come back with their problems. A path counts once."""
    return tuple(_screened(path, rules, catalogue, evaluation_on) for path in dict.fromkeys(paths))


def _screened(
    path: Path, rules: Sequence[CompiledRuleFile], catalogue: Catalogue, evaluation_on: date
) -> ScreenedPatient:
    try:
        content = path.read_bytes()
    except OSError as error:
        return ScreenedPatient(str(path), None, (), (unreadable(path, error),))
    chart, problems = read_patient(content, str(path), catalogue)
    if chart is None:
        return ScreenedPatient(str(path), None, (), problems)
    return ScreenedPatient(str(path), chart, best_first(screen_all(rules, chart, evaluation_on)), problems)
