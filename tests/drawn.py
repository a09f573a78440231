"""What is drawn of a product too large for every run: the same each time, and all of it with ``KRITERION_WHOLE``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from random import Random
from typing import TypeVar

Each = TypeVar("Each")

IS_WHOLE = "KRITERION_WHOLE" in os.environ


def drawn(every: Sequence[Each], count: int, seed: str) -> tuple[Each, ...]:
    """Return as many of a product as asked, in their order."""
    if IS_WHOLE or count >= len(every):
        return tuple(every)
    return tuple(every[at] for at in sorted(Random(seed).sample(range(len(every)), count)))
