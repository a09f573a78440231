"""What one engine explains and what the other decides is the same truth.

The seeds are fixed; ``KRITERION_SEEDS`` says how many more are drawn, and ``KRITERION_FIRST_SEED`` where they begin:
the long command draws a new place each time and prints it.
"""

from __future__ import annotations

import os

import pytest

from tests.generative.agreement import case, differences, smallest, told

SEEDS = 10_000
BATCH = 250
MORE = int(os.environ.get("KRITERION_SEEDS", "0"))
FIRST = int(os.environ.get("KRITERION_FIRST_SEED", "0"))


FIRSTS = (*range(0, SEEDS, BATCH), *range(FIRST, FIRST + MORE, BATCH))


@pytest.mark.parametrize("first", FIRSTS)
def test_engines_agree(first: int) -> None:
    """A failure shows the smallest part of the case that still differs."""
    for seed in range(first, first + BATCH):
        node, situation = case(seed)
        if differences(node, situation):
            small = smallest(node, situation, lambda one, of: bool(differences(one, of)))
            pytest.fail(f"seed {seed}\n{told(*small)}")
