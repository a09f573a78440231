"""Every combination of a recorded pregnancy, its test, childbearing potential and sex: never a pass by chance.

The rows of the specification (``15_pregnancy``) say the single answers; this says what holds of all of them.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import product

import pytest

from core.chart.chart import Chart
from core.chart.reading.whole import read_patient
from core.engine.judgement.outcome import Cause
from core.screening.judgements import Judgement, Verdict
from core.screening.screening import screen
from tests.drawn import drawn
from tests.sample_screenings import catalogue, compiled

ON = date(2026, 11, 22)
RECORDED = ("", "pregnant: {value: yes, date: 2026-11-10}", "pregnant: {value: no, date: 2026-11-20}")
TESTS = (
    "",
    "pregnancy_test: {value: positive, sample: serum, date: 2026-11-20}",
    "pregnancy_test: {value: negative, sample: serum, date: 2026-11-20}",
    "pregnancy_test: {value: positive, sample: urine, date: 2026-09-20}",
    "pregnancy_test: {value: negative, sample: urine, date: 2026-09-20}",
    "pregnancy_test: {value: indeterminate, sample: urine, date: 2026-11-20}",
    "pregnancy_test: {value: 1200, uln: 5, sample: serum, date: 2026-11-20}",
)
POTENTIALS = ("", "childbearing_potential: yes", "childbearing_potential: no")
SEXES = ("", "sex: female", "sex: male")
EACH = drawn([tuple(filter(None, lines)) for lines in product(RECORDED, TESTS, POTENTIALS, SEXES)], 63, "pregnancy")
"""A third of the combinations, all of them with ``KRITERION_WHOLE``."""
ASKING = ("nct06222853", "nct06691152", "nct06792344")
"""The files that ask for a negative test and exclude pregnancy."""


@cache
def chart_of(lines: tuple[str, ...]) -> Chart:
    diagnoses = "diagnoses: [{is: sle, since: 2023}, {is: ssc, since: 2023}]"
    text = "\n".join(("format: 1", "id: p", "synthetic: true", "birth_date: 2010-02-11", diagnoses, *lines))
    chart, problems = read_patient(text.encode(), "p.yaml", catalogue(), ON)
    assert chart is not None, problems
    return chart


@cache
def judged(rule_id: str, lines: tuple[str, ...]) -> dict[str, Judgement]:
    screening = screen(compiled(rule_id), chart_of(lines), ON)
    wanted = ("pregnancy", "pregnancy_test")
    return {each.criterion.id: each for each in screening.best.judgements if each.criterion.id in wanted}


def says(lines: tuple[str, ...], *words: str) -> bool:
    return any(line.startswith(words) for line in lines)


def is_yes(lines: tuple[str, ...]) -> bool:
    return says(lines, "pregnant: {value: yes", "pregnancy_test: {value: positive", "pregnancy_test: {value: 1200")


def is_denied(lines: tuple[str, ...]) -> bool:
    """True where something denies a pregnancy; a test of two months before does not."""
    return says(
        lines,
        "pregnant: {value: no",
        "pregnancy_test: {value: negative, sample: serum",
        "pregnancy_test: {value: indeterminate",
        "childbearing_potential: no",
        "sex: male",
    )


@pytest.mark.parametrize("rule_id", ASKING)
def test_a_pregnancy_on_record_never_passes(rule_id: str) -> None:
    """Alone it fails both criteria; where something denies it both are conflicting."""
    for lines in EACH:
        for judgement in judged(rule_id, lines).values() if is_yes(lines) else ():
            if not is_denied(lines):
                assert judgement.verdict is Verdict.FAILS, (judgement.criterion.id, lines)
            else:
                assert judgement.verdict is Verdict.UNKNOWN, (judgement.criterion.id, lines)
                causes = {gap.cause for gap in judgement.outcome.gaps}
                assert Cause.CONFLICTING in causes, (judgement.criterion.id, lines, causes)


@pytest.mark.parametrize("rule_id", ASKING)
def test_what_passes_has_a_reason(rule_id: str) -> None:
    """A negative test, no potential, a man; of the exclusion also a record of not being pregnant."""
    for lines in EACH:
        found = judged(rule_id, lines)
        is_settled = says(lines, "childbearing_potential: no", "sex: male")
        is_tested = says(lines, "pregnancy_test: {value: negative, sample: serum")
        if found["pregnancy"].verdict is Verdict.PASSES:
            assert is_settled or is_tested or says(lines, "pregnant: {value: no"), lines
        if found["pregnancy_test"].verdict is Verdict.PASSES:
            assert is_settled or is_tested, lines


@pytest.mark.parametrize("rule_id", ASKING)
def test_a_man_is_asked_nothing(rule_id: str) -> None:
    for lines in EACH:
        if says(lines, "sex: male") and not is_yes(lines) and not says(lines, "childbearing_potential: yes"):
            verdicts = {each.verdict for each in judged(rule_id, lines).values()}
            assert verdicts == {Verdict.PASSES}, lines


def test_more_knowledge_never_turns_a_verdict_round() -> None:
    """One of the four facts more: what was decided stays, or is conflicting."""
    for lines in EACH:
        after = judged("nct06222853", lines)
        for hidden in lines:
            before = judged("nct06222853", tuple(each for each in lines if each != hidden))
            for name in after:
                verdicts = {before[name].verdict, after[name].verdict}
                assert verdicts != {Verdict.PASSES, Verdict.FAILS}, (name, lines, hidden)
