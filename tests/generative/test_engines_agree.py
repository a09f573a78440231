"""What one engine explains and what the other decides is the same truth.

The seeds are fixed; ``KRITERION_SEEDS`` says how many more are drawn, and ``KRITERION_FIRST_SEED`` where they begin:
the long command draws a new place each time and prints it.
"""

from __future__ import annotations

import os

import pytest

from core.criteria.nodes import Condition
from core.engine.judgement.situation import Situation
from tests.generative.agreement import case, differences, smallest, told

SEEDS = 10_000
BATCH = 250
MORE = int(os.environ.get("KRITERION_SEEDS", "0"))
FIRST = int(os.environ.get("KRITERION_FIRST_SEED", "0"))
FIRSTS = (*range(0, SEEDS, BATCH), *range(FIRST, FIRST + MORE, BATCH))


def differs(node: Condition, situation: Situation) -> bool:
    """True if the engines give two truths."""
    return bool(differences(node, situation))


@pytest.mark.parametrize("first", FIRSTS)
def test_engines_agree(first: int) -> None:
    """A failure names every seed of the batch that differs, and shows the smallest case in words."""
    found = {seed: case(seed) for seed in range(first, first + BATCH) if differences(*case(seed))}
    if found:
        cases = [told(*smallest(*each, differs)) for each in found.values()]
        pytest.fail(f"{len(found)} of {BATCH} seeds: {', '.join(map(str, found))}\n{min(cases, key=len)}")
