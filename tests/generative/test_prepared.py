"""What is prepared once for a condition gives the reasons that judging it anew gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.criteria.nodes import Condition
from core.engine.deciding.asking import decided, moment_of
from core.engine.deciding.compiling import compile_truth
from core.engine.deciding.kleene import TRUTH
from core.engine.deciding.record import record_of
from core.engine.explaining.judging import judge
from core.engine.explaining.preparing import prepared
from core.engine.judgement.situation import Situation
from core.values.duration import Duration, TimeUnit
from tests.generative.agreement import case, smallest, told
from tests.generative.invented_catalogue import SCOPES

SEEDS = 2000
BATCH = 250


def differs(node: Condition, situation: Situation) -> bool:
    """True if truth, gaps, evidence or assumptions are not the same."""
    one, other = prepared(node, situation.scope)(situation), judge(node, situation)
    return (one.truth, one.gaps, one.evidence, one.assumed) != (other.truth, other.gaps, other.evidence, other.assumed)


@pytest.mark.parametrize("first", range(0, SEEDS, BATCH))
def test_prepared_gives_the_same_reasons(first: int) -> None:
    found = [case(seed) for seed in range(first, first + BATCH) if differs(*case(seed))]
    if found:
        pytest.fail("\n".join(told(*smallest(*each, differs)) for each in found[:1]))


_OWN = SCOPES[0]
OTHERS = (
    replace(_OWN, groups={**_OWN.groups, "remedies": ("drip",), "harms": ("bump",)}),
    replace(_OWN, windows={"laboratory": Duration(3, TimeUnit.DAY), "treatment_list": Duration(9, TimeUnit.YEAR)}),
    replace(_OWN, failed_means=SCOPES[1].failed_means),
    replace(_OWN, targets=SCOPES[1].targets),
    replace(_OWN, dosing_intervals=SCOPES[1].dosing_intervals),
)
"""Files that differ from the first in one thing each."""


def mixed_up(node: Condition, situation: Situation) -> bool:
    """True if what one file found of a chart is taken for the answer of another, with its reasons or without."""
    chart, record = replace(situation.chart), record_of(situation.chart, situation.scope.catalogue)
    for scope in (_OWN, *OTHERS):
        here = replace(situation, chart=chart, scope=scope)
        alone = replace(here, chart=replace(chart))
        one, other = prepared(node, scope)(here), judge(node, alone)
        truth = TRUTH[compile_truth(node, scope)(moment_of(here, record))]
        if (one.truth, one.gaps, one.evidence, one.assumed) != (other.truth, other.gaps, other.evidence, other.assumed):
            return True
        if truth is not decided(node, scope)(alone):
            return True
    return False


@pytest.mark.parametrize("first", range(0, SEEDS // 2, BATCH))
def test_what_one_file_found_is_not_the_answer_of_another(first: int) -> None:
    found = [case(seed) for seed in range(first, first + BATCH) if mixed_up(*case(seed))]
    if found:
        pytest.fail("\n".join(told(*smallest(*each, mixed_up)) for each in found[:1]))
