"""A list without one of its members: parts of a block, names, drugs, values, outcomes, samples, items."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, cast

from core.criteria.nodes import All, AnyOf, AtLeast, Includes, SourcesDiffer, State, Therapy
from core.criteria.scope import Scope
from core.criteria.values import Clean, Domains, Items, Several, Term, Which

_LISTS: Mapping[type[object], tuple[str, ...]] = {
    All: ("parts",),
    AnyOf: ("parts",),
    AtLeast: ("parts",),
    State: ("choices",),
    Includes: ("choices",),
    Clean: ("names",),
    Domains: ("names",),
    Items: ("names",),
    Several: ("names",),
    Term: ("qualifiers",),
    Which: ("names", "other_than"),
    Therapy: (
        "counted_if", "of", "all_of", "one_from_each", "must_include", "count_once", "any_length_if", "together_with",
    ),
}  # fmt: skip
"""The lists of each part of a condition."""
_SEVERAL = 2
_MAY_BE_EMPTY = frozenset({"other_than", "qualifiers", "must_include", "count_once", "any_length_if", "together_with"})


def mutate(part: object, _scope: Scope) -> Iterator[object]:
    """Yield the part without each member of each of its lists."""
    for name in _LISTS.get(type(part), ()):
        members: tuple[object, ...] = getattr(part, name) or ()
        if len(members) < _SEVERAL and name not in _MAY_BE_EMPTY:
            continue
        for at in range(len(members)):
            yield replace(cast("Any", part), **{name: (*members[:at], *members[at + 1 :])})
    if isinstance(part, SourcesDiffer) and len(part.readings) > _SEVERAL:
        for left_out in part.readings:
            if left_out != part.use:
                yield replace(part, readings={name: each for name, each in part.readings.items() if name != left_out})
