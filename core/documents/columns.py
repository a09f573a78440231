"""How a line's width is shared between columns."""

from __future__ import annotations

from collections.abc import Sequence

_LARGEST_PART = 0.45


def shared(width: float, shares: Sequence[float], needs: Sequence[float]) -> tuple[float, ...]:
    """Return column widths that add up to ``width``: by ``shares``, but none below its need if all can be met.

    ``needs`` are the widths of the longest words, in points or in columns of a terminal; a single need counts for at
    most 45 % of the line, so that one endless word does not starve the others.
    """
    wanted = [min(need, width * _LARGEST_PART) for need in needs]
    if sum(wanted) >= width:
        return _scaled(shares, width)
    fixed: dict[int, float] = {}
    while True:
        free = [number for number in range(len(shares)) if number not in fixed]
        rest = dict(zip(free, _scaled([shares[number] for number in free], width - sum(fixed.values())), strict=True))
        short = [number for number in free if rest[number] < wanted[number]]
        if not short:
            return tuple({**fixed, **rest}[number] for number in range(len(shares)))
        fixed |= {number: wanted[number] for number in short}


def _scaled(shares: Sequence[float], width: float) -> tuple[float, ...]:
    total = sum(shares)
    return tuple(width * share / total for share in shares)
