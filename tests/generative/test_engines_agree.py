"""What one engine explains and what the other decides is the same truth.

Most seeds are fixed; ``KRITERION_SEEDS`` says how many more are drawn (some are in every run), ``KRITERION_FIRST_SEED``
where they begin (a new place each time, printed, where it is not given).
"""

from __future__ import annotations

import os
from random import SystemRandom

import pytest

from core.criteria.nodes import Condition
from core.engine.judgement.situation import Situation
from tests.generative.agreement import case, differences, smallest, told

SEEDS = 10_000
BATCH = 250
MORE = int(os.environ.get("KRITERION_SEEDS", "500"))
FIRST = int(os.environ.get("KRITERION_FIRST_SEED", "0"))


def agree(first: int, count: int) -> None:
    """Fail with every seed that differs, the smallest case in words."""
    found = {seed: case(seed) for seed in range(first, first + count) if differences(*case(seed))}
    if found:
        cases = [told(*smallest(*each, differs)) for each in found.values()]
        pytest.fail(f"{len(found)} of {count} seeds: {', '.join(map(str, found))}\n{min(cases, key=len)}")


def differs(node: Condition, situation: Situation) -> bool:
    """True if the engines give two truths."""
    return bool(differences(node, situation))


@pytest.mark.parametrize("first", range(0, SEEDS, BATCH))
def test_engines_agree(first: int) -> None:
    """A failure shows the smallest part of the case that still differs."""
    agree(first, BATCH)


def test_engines_agree_on_new_cases() -> None:
    """Seeds nobody has seen: some in every run, as many as wanted behind the long command."""
    first = FIRST or SystemRandom().randrange(10**6, 10**9)
    print(f"seeds {first} to {first + MORE - 1}")
    agree(first, MORE)
