"""The first day of the newest run of a drug, on days as numbers."""

from __future__ import annotations

from collections.abc import Callable

from core.engine.deciding.kleene import TRUE
from core.engine.deciding.moment import Moment, earliest

_BREAK = 28
"""Days without the drug that do not begin a run anew (the language's own default)."""

_Stretches = list[tuple[int, int]]


def beginning(drugs: frozenset[str]) -> Callable[[Moment, int], tuple[int, ...] | None]:
    """Return the days, each a reading, on which the newest run begun by a day can have begun; None where none has."""

    def begun(m: Moment, day: int) -> tuple[int, ...] | None:
        possible: _Stretches = []
        certain: _Stretches = []
        for each, truth in m.record.of_drugs(drugs):
            start, end = each.course.start, each.course.end
            first, latest = (
                (earliest(m), m.evaluation) if start is None else (start.first.toordinal(), start.last.toordinal())
            )
            over = day if end is None else end.last.toordinal()
            if end is not None:  # it had begun when it ended
                first, over, latest = min(first, over), max(first, over), over if start is None else min(latest, over)
            if first <= day:
                possible.append((first, min(day, over)))
            if truth == TRUE and latest <= day:
                least = end.first.toordinal() if end is not None else day if each.course.is_ongoing else latest
                certain.append((latest, min(day, max(latest, least))))
        if not certain:
            return None
        every = _runs(possible)
        newest = _runs(certain)[-1][0]
        around = max(first for first, _ in every if first <= newest)
        return tuple(dict.fromkeys((newest, around, every[-1][0])))

    return begun


def _runs(stretches: _Stretches) -> _Stretches:
    found: _Stretches = []
    for first, last in sorted(stretches):
        if found and first <= found[-1][1] + _BREAK + 1:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found
