"""Filling places with drugs, each drug in one place at most."""

from __future__ import annotations

from collections.abc import Sequence


def filled(able: Sequence[Sequence[str]], needed: int) -> int:
    """Return how many places after the first ``needed`` can be filled besides all of these; -1 if not all of these.

    ``able`` holds, for each place, the fillers that may stand in it. A place once filled stays filled (augmenting
    paths), so filling the needed ones first loses nothing.
    """
    held: dict[str, int] = {}
    done = [_fill(at, able, held, set()) for at in range(len(able))]
    return sum(done[needed:]) if all(done[:needed]) else -1


def _fill(at: int, able: Sequence[Sequence[str]], held: dict[str, int], tried: set[str]) -> bool:
    """Find a filler for a place, moving others where that makes room."""
    for filler in able[at]:
        if filler in tried:
            continue
        tried.add(filler)
        if filler not in held or _fill(held[filler], able, held, tried):
            held[filler] = at
            return True
    return False
