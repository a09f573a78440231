"""The day on which a failure ends: only breakpoints are looked at, and a scan day by day finds the same."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from core.engine.deciding.record import record_of
from core.engine.judgement.situation import Days, Situation
from core.rule_files.compiling import CompiledRuleFile
from core.screening.judgements import Judgement, Remedy, Verdict
from core.screening.looking_ahead import Asked, on_day
from core.screening.screening import Screening
from core.screening.validity import last_day, passes_on
from core.use_cases.load_rules import rule_paths, shipped_places
from core.values.truth import Truth
from tests.core.wording.headed_file import CRITERIA, headed
from tests.sample_screenings import compiled, examples

FILES = rule_paths(shipped_places())
AS_FAR_AS = 120


def asked(file: CompiledRuleFile, screening: Screening, judgement: Judgement) -> Asked:
    days = Days(judgement.on, {name: anchor.day for name, anchor in screening.anchors.items()})
    scope = file.scopes[judgement.cohort]
    situation = Situation(
        screening.chart,
        scope,
        screening.evaluation_on,
        days,
        days,
        is_absence_assumed=judgement.criterion.is_absence_assumed,
    )
    key = (judgement.cohort, judgement.criterion.id)
    return Asked(judgement, file.criteria[key], situation, record_of(screening.chart, scope.catalogue))


def scanned(question: Asked, stopped: dict[str, date]) -> date | None:
    start = question.situation.days.decision_on
    days = (start + timedelta(days=count) for count in range(AS_FAR_AS + 1))
    return next((day for day in days if on_day(question, day, stopped) is not Truth.FALSE), None)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_first_day_is_that_of_a_scan(path: Path) -> None:
    file = compiled(path.stem)
    seen: set[str] = set()  # one failure of each criterion: a scan is slow
    for run in examples(path.stem):
        screening = run.screening
        for part in screening.cohorts or (screening.best,):
            for judgement in part.judgements:
                if judgement.remedy not in (Remedy.TIME, Remedy.STOPPING) or judgement.not_before is None:
                    continue
                if judgement.criterion.id in seen:
                    continue
                seen.add(judgement.criterion.id)
                question = asked(file, screening, judgement)
                stopped = {
                    course.ref: screening.evaluation_on
                    for course in screening.chart.courses
                    if course.is_ongoing and course.drug in judgement.stop
                }
                found = judgement.not_before if (judgement.not_before - judgement.on).days <= AS_FAR_AS else None
                assert scanned(question, stopped) == found, (run.example.name, judgement.criterion.id)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_failure_no_day_ends_stays_a_failure(path: Path) -> None:
    file = compiled(path.stem)
    seen: set[str] = set()
    for run in examples(path.stem):
        for part in run.screening.cohorts or (run.screening.best,):
            for judgement in part.judgements:
                is_final = judgement.remedy not in (None, Remedy.TIME, Remedy.STOPPING, Remedy.NO_DAY)
                if is_final and judgement.criterion.id not in seen:
                    seen.add(judgement.criterion.id)
                    question = asked(file, run.screening, judgement)
                    assert scanned(question, {}) is None, (run.example.name, judgement.criterion.id)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_how_long_a_pass_holds_is_that_of_a_scan(path: Path) -> None:
    file = compiled(path.stem)
    seen: set[str] = set()
    for run in examples(path.stem)[:3]:
        for part in run.screening.cohorts or (run.screening.best,):
            for judgement in part.judgements:
                if judgement.verdict is not Verdict.PASSES or judgement.criterion.id in seen:
                    continue
                seen.add(judgement.criterion.id)
                question = asked(file, run.screening, judgement)
                days = (judgement.on + timedelta(days=count) for count in range(AS_FAR_AS))
                first_open = next((day for day in days if passes_on(question, day) is not Truth.TRUE), None)
                found = last_day(question)
                if first_open is None:
                    assert found is None or (found - judgement.on).days >= AS_FAR_AS - 1
                else:
                    assert found == first_open - timedelta(days=1), (run.example.name, judgement.criterion.id)


@pytest.mark.parametrize("written", ["received mycophenolate within 4 weeks", "steady"])
def test_a_drug_is_stopped_wherever_its_name_stands(written: str) -> None:
    """In the sentence itself, or in a definition that it names."""
    criteria = (
        f"{CRITERIA.partition('exclusion:')[0]}exclusion:\n"
        f"  - {{id: drug, text: Drug, exclude_if: {written}, source: page}}\n"
        "define:\n  steady: {text: Drug, is: received mycophenolate within 4 weeks}\n"
    )
    found = headed("{drug: mycophenolate, from: 2026-01-05, to: ongoing}", criteria=criteria)
    told = next(each for each in found.screening.best.judgements if each.criterion.id == "drug")
    assert told.remedy is Remedy.STOPPING
    assert told.not_before == date(2026, 12, 20)
