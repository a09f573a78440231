"""The known word a misspelt one was probably meant to be."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate with the fewest slips from ``word``, or None if none is near.

    Near is one slip (a letter too many, missing, wrong, or two exchanged) for each three letters begun, so
    ``rituximb`` finds ``rituximab`` and ``ck`` does not find ``alt``. Of equals the alphabet's first wins.
    """
    folded = word.casefold()
    allowed = (len(folded) + 2) // 3
    best: tuple[int, str] | None = None
    for candidate in sorted(set(candidates)):
        other = candidate.casefold()
        if abs(len(other) - len(folded)) > allowed:
            continue
        count = slips(folded, other)
        if count <= allowed and count < max(len(folded), len(other)) and (best is None or count < best[0]):
            best = (count, candidate)
    return None if best is None else best[1]


def slips(one: str, other: str) -> int:
    """Return the optimal string alignment distance (Damerau-Levenshtein with adjacent exchanges)."""
    before: list[int] = []
    last = list(range(len(other) + 1))
    for row, letter in enumerate(one, start=1):
        now = [row]
        for column, sign in enumerate(other, start=1):
            cost = min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (letter != sign))
            if row > 1 and column > 1 and letter == other[column - 2] and one[row - 2] == sign:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        before, last = last, now
    return last[-1]
