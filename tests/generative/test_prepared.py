"""What is prepared once for a condition gives the reasons that judging it anew gives."""

from __future__ import annotations

import pytest

from core.criteria.nodes import Condition
from core.engine.explaining.judging import judge
from core.engine.explaining.preparing import prepared
from core.engine.judgement.situation import Situation
from tests.generative.agreement import case, smallest, told

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
