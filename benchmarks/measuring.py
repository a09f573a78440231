"""CPU time side by side: every candidate in every round, so that a busy machine is busy for all of them."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from statistics import median
from time import process_time

Work = Callable[[], object]


def side_by_side(candidates: Mapping[str, Work], *, rounds: int, repeats: int) -> dict[str, float]:
    """Return the median seconds of one call of each candidate over all rounds."""
    taken: dict[str, list[float]] = {name: [] for name in candidates}
    for work in candidates.values():
        work()
    gc.disable()
    try:
        for _ in range(rounds):
            for name, work in candidates.items():
                start = process_time()
                for _ in range(repeats):
                    work()
                taken[name].append((process_time() - start) / repeats)
            gc.collect()
    finally:
        gc.enable()
    return {name: median(times) for name, times in taken.items()}


def milliseconds(seconds: float) -> str:
    """Return a length of time for a table."""
    return f"{seconds * 1000:.3f} ms"
