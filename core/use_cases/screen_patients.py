"""Screen patients: each patient file against each rule file on one date."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from core import clock
from core.catalogue.catalogue import Catalogue
from core.chart.chart import Chart
from core.regular_files import read_named
from core.rule_files.compiling import CompiledRuleFile
from core.screening.ranking import best_first
from core.screening.screening import Screening, screen_all
from core.source_text.problem import Problem
from core.use_cases.load_rules import unreadable
from core.use_cases.read_patients import read_to_judge


@dataclass(frozen=True, slots=True)
class ScreenedPatient:
    """One patient file: the chart if it could be read, its screenings, and the problems of the file.

    ``evaluation_on`` is the day it was judged on: the one given, else the file's own, else today.
    """

    file: str
    chart: Chart | None
    screenings: tuple[Screening, ...]
    problems: tuple[Problem, ...]
    evaluation_on: date

    @property
    def shown(self) -> tuple[Screening, ...]:
        """The screenings of the patient's own diseases, the best conclusion first, then date, then title."""
        return tuple(each for each in self.screenings if not each.is_other_disease)

    @property
    def is_on_its_own_day(self) -> bool:
        """True if the day is the one the file names: that is said beside the result."""
        return self.chart is not None and self.chart.judged_on == self.evaluation_on


def screen_patients(
    paths: Iterable[Path],
    rules: Sequence[CompiledRuleFile],
    catalogue: Catalogue,
    evaluation_on: date | None = None,
    today: date | None = None,
) -> tuple[ScreenedPatient, ...]:
    """Screen every patient that can be read; the others come back with their problems. A path counts once.

    Without ``evaluation_on`` each is judged on the day its file names, else on ``today`` (left out: the clock's).
    """
    last = today or clock.today()
    return tuple(_screened(path, rules, catalogue, evaluation_on, last) for path in dict.fromkeys(paths))


def _screened(
    path: Path, rules: Sequence[CompiledRuleFile], catalogue: Catalogue, evaluation_on: date | None, today: date
) -> ScreenedPatient:
    try:
        content = read_named(path)
    except OSError as error:
        return ScreenedPatient(str(path), None, (), (unreadable(path, error),), evaluation_on or today)
    read = read_to_judge(content, str(path), catalogue, evaluation_on, today)
    screenings = () if read.chart is None else best_first(screen_all(rules, read.chart, read.on))
    return ScreenedPatient(str(path), read.chart, screenings, read.problems, read.on)
