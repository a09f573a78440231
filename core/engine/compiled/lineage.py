"""The classes above some concepts, found by climbing: a catalogue is wide, what a sentence asks for is not."""

from __future__ import annotations

from collections.abc import Iterable

from core.catalogue.catalogue import Catalogue


def classes_above(concepts: Iterable[str], catalogue: Catalogue, *, is_kind: bool) -> frozenset[str]:
    """Return the classes that hold one of the concepts, directly or through another class.

    With ``is_kind`` only those of which it is a kind: a manifestation is in its disease's class, but no kind of it.
    """
    known = catalogue.concepts
    classes = [concept for concept in known.values() if concept.members]
    found: set[str] = set()
    reached = set(concepts)
    while reached:
        steps = {name for name in reached if not (is_kind and known[name].is_part)}
        reached = {each.id for each in classes if each.id not in found and not steps.isdisjoint(each.members)}
        found |= reached
    return frozenset(found)
