"""What differs outside of the criteria: titles, recruitment, sources, declarations, cohorts; by the keys as written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.source_text.reading import read_text
from core.source_text.tree import Mapping, Scalar, Sequence, Tree

_APART = frozenset({"inclusion", "exclusion", "examples", "blocks", "version", "changelog", "supersedes", "effective"})
"""Told elsewhere: criteria and examples by themselves, the version with its line by the succession."""
_NAMES = ("id", "version", "name")
"""The keys by which an item of a list is known."""


@dataclass(frozen=True, slots=True)
class HeadChange:
    """A key whose text is another; ``was`` "" where it is new, ``now`` "" where it is gone.

    ``path`` are the keys that lead to it; an item of a list goes by its own name, else by its number.
    """

    path: tuple[str, ...]
    was: str
    now: str

    @property
    def key(self) -> str:
        """The key of the file it stands under."""
        return self.path[0]


def head_changes(old: bytes, new: bytes) -> tuple[HeadChange, ...]:
    """Return what differs outside of the criteria, in the order of the new file, then what is gone."""
    was, now = (dict(_leaves_of(content)) for content in (old, new))
    paths = [*now, *(path for path in was if path not in now)]
    pairs = ((path, was.get(path, ""), now.get(path, "")) for path in paths)
    return tuple(HeadChange(*each) for each in pairs if each[1] != each[2])


def _leaves_of(content: bytes) -> Iterator[tuple[tuple[str, ...], str]]:
    tree, _ = read_text(content, "")
    for entry in tree if isinstance(tree, Mapping) else ():
        key = entry.key.text
        if key == "cohorts":
            yield from _cohorts(entry.value)
        elif key not in _APART or (isinstance(entry.value, Scalar) and key in ("inclusion", "exclusion")):
            yield from _leaves((key,), entry.value)


def _cohorts(tree: Tree) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, cohort in _items(tree) if isinstance(tree, Sequence) else ():
        for entry in cohort if isinstance(cohort, Mapping) else ():
            if entry.key.text not in _APART or isinstance(entry.value, Scalar):
                yield from _leaves(("cohorts", name, entry.key.text), entry.value)


def _leaves(path: tuple[str, ...], tree: Tree) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(tree, Scalar):
        yield path, tree.text
    elif isinstance(tree, Mapping):
        for entry in tree:
            yield from _leaves((*path, entry.key.text), entry.value)
    elif all(isinstance(item, Scalar) for item in tree.items):
        yield path, ", ".join(item.text for item in tree.items if isinstance(item, Scalar))
    else:
        for name, item in _items(tree):
            yield from _leaves((*path, name), item)


def _items(tree: Sequence) -> Iterator[tuple[str, Tree]]:
    """Yield the items of a list by their names; without one by their numbers."""
    for number, item in enumerate(tree.items, start=1):
        named = (item.get(key) for key in _NAMES) if isinstance(item, Mapping) else ()
        yield next((each.text for each in named if isinstance(each, Scalar)), str(number)), item
