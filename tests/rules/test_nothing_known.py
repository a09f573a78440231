"""A patient of whom nothing is known passes nothing; what is known later or confirmed long ago does not count."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from core.chart.chart import Chart
from core.engine.judgement.outcome import Cause
from core.rule_files.rule_file import Polarity
from core.screening.judgements import Verdict
from core.screening.screening import CohortScreening, Screening, screen
from core.use_cases.load_rules import rule_paths, shipped_places
from tests.sample_screenings import compiled, examples

FILES = rule_paths(shipped_places())
ON = date(2026, 6, 1)
LONG = timedelta(days=400)


def parts(screening: Screening) -> tuple[CohortScreening, ...]:
    return screening.cohorts or (screening.best,)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nothing_known_is_nothing_passed(path: Path) -> None:
    file = compiled(path.stem)
    screening = screen(file, Chart("nobody", is_synthetic=True), ON)
    for part in parts(screening):
        for judgement in part.judgements:
            if judgement.verdict is not Verdict.UNKNOWN:
                # the one way to pass without knowledge is the file's own "assume absent", and it says so
                assert judgement.criterion.is_absence_assumed
                assert judgement.assumed
            else:
                assert judgement.outcome.gaps


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_exclusion_that_fails_is_unknown_when_its_evidence_is_hidden(path: Path) -> None:
    file = compiled(path.stem)
    for run in examples(path.stem):
        chart = run.screening.chart
        for part in parts(run.screening):
            for judgement in part.judgements:
                is_exclusion = judgement.criterion.polarity is Polarity.EXCLUSION
                if not is_exclusion or judgement.verdict is not Verdict.FAILS or not judgement.outcome.evidence:
                    continue
                bare = replace(chart, complete=(), never=(), birth=None)
                kept = (ref for ref in bare.by_ref if ref not in judgement.outcome.evidence)
                again = screen(file, bare.keeping(kept), run.example.on)
                hidden = [
                    each
                    for other in parts(again)
                    for each in other.judgements
                    if each.criterion.id == judgement.criterion.id and each.point == judgement.point
                ]
                assert all(each.verdict is not Verdict.FAILS or each.outcome.evidence for each in hidden)
                assert not any(
                    each.verdict is Verdict.PASSES and not each.assumed and not each.outcome.evidence for each in hidden
                )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_later_entries_do_not_exist_for_an_earlier_date(path: Path) -> None:
    file = compiled(path.stem)
    for run in examples(path.stem)[:2]:
        chart = run.screening.chart
        early = run.example.on - LONG
        whole, cut = screen(file, chart, early), screen(file, chart.as_of(early), early)
        assert [each.outcome for part in parts(whole) for each in part.judgements] == [
            each.outcome for part in parts(cut) for each in part.judgements
        ]
        assert whole.later_entries == chart.later_than(early)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_list_confirmed_long_ago_clears_nothing(path: Path) -> None:
    """What rests on a list alone on the day is unknown, and stale, when the list has grown old."""
    file = compiled(path.stem)
    for run in examples(path.stem)[:1]:
        chart = run.screening.chart
        only_lists = chart.keeping({*(entry.ref for entry in chart.complete), *(entry.ref for entry in chart.never)})
        old = screen(file, only_lists, run.example.on + LONG)
        for part in parts(old):
            for judgement in part.judgements:
                if judgement.verdict is not Verdict.UNKNOWN:
                    rests_on = {ref.split("/")[0] for ref in judgement.outcome.evidence}
                    assert not any(ref.endswith("_complete") or ref == "never" for ref in rests_on)
                elif any(gap.about.value == "list" for gap in judgement.outcome.gaps):
                    causes = {gap.cause for gap in judgement.outcome.gaps if gap.about.value == "list"}
                    assert causes <= {Cause.STALE, Cause.MISSING}
