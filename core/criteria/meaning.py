"""What a sentence means in its file: sentences of several files that mean the same have one answer on one chart."""

from __future__ import annotations

from typing_extensions import override

from core.criteria.field_names import words_in
from core.criteria.nodes import Condition
from core.criteria.scope import Scope


class Meaning:
    """A sentence with everything that its file adds to it; found once, since it is looked up at every judgement.

    ``anchors`` are the decision points whose days it can turn on.
    """

    __slots__ = ("_catalogue", "_hash", "_whole", "anchors")

    def __init__(self, node: Condition, scope: Scope) -> None:
        words = frozenset(words_in(node))
        self.anchors = tuple(name for name in sorted(words) if name in scope.anchors)
        self._catalogue = scope.catalogue
        self._whole = (
            node,
            tuple((name, scope.expanded((name,))) for name in sorted(words & scope.groups.keys())),
            tuple(sorted(scope.windows.items(), key=lambda each: each[0])),
            tuple(sorted(scope.dosing_intervals.items(), key=lambda each: each[0])),
            tuple((name, scope.site[name]) for name in sorted(words & scope.site.keys())),
            scope.failed_means,
            scope.targets,
        )
        self._hash = hash(self._whole)

    @override
    def __hash__(self) -> int:
        return self._hash

    @override
    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, Meaning) or self._hash != other._hash:
            return False
        return self._catalogue is other._catalogue and self._whole == other._whole
