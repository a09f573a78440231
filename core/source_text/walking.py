"""All texts of a tree in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator

from core.source_text.tree import Mapping, Scalar, Tree


def scalars(tree: Tree) -> Iterator[Scalar]:
    """Yield every key and value of ``tree`` in the order of the file."""
    if isinstance(tree, Scalar):
        yield tree
    elif isinstance(tree, Mapping):
        for entry in tree:
            yield entry.key
            yield from scalars(entry.value)
    else:
        for item in tree:
            yield from scalars(item)
