"""Two files side by side: which criteria ask of the same topic, and which topics one of them alone asks of.

The topic of a criterion are the concepts and drugs its condition names, with the groups and definitions of its file and
the classes of the catalogue opened. Criteria of two files stand beside each other where at least half of the narrower
topic is shared; one that asks of several things stands beside all those of the other file that ask of them one by one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from core.criteria.field_names import words_in
from core.criteria.scope import Scope
from core.rule_files.compiling import CompiledRuleFile
from core.rule_files.rule_file import Criterion, Form
from core.screening.judgements import Judgement, each_once
from core.screening.screening import Screening

_LEAST = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Side:
    """One file as it was judged for the patient."""

    screening: Screening
    compiled: CompiledRuleFile


@dataclass(frozen=True, slots=True)
class Topic:
    """What both files ask of, or one alone (the other side is empty). ``names``: those they share, or its own."""

    names: tuple[str, ...]
    left: tuple[Judgement, ...]
    right: tuple[Judgement, ...]

    @property
    def is_shared(self) -> bool:
        """True if both files ask of it."""
        return bool(self.left and self.right)


def beside(left: Side, right: Side) -> tuple[Topic, ...]:
    """Return what both files ask of, then what the left one alone does, then the right one, each in its file's order.

    Of a file with cohorts the one counts that speaks for it; a criterion judged at several points counts once.
    """
    mine, others = _asked(left), _asked(right)
    links = [*_links(mine, others), *((one, other) for other, one in _links(others, mine))]
    groups = _joined(len(mine), links)
    shared = [_topic([mine[at] for at in sorted(ones)], [others[at] for at in sorted(rest)]) for ones, rest in groups]
    met = {at for ones, _ in groups for at in ones}, {at for _, rest in groups for at in rest}
    alone = [_topic([each], []) for at, each in enumerate(mine) if at not in met[0]]
    return (*shared, *alone, *(_topic([], [each]) for at, each in enumerate(others) if at not in met[1]))


_Asked = tuple[Judgement, frozenset[str]]


def _asked(side: Side) -> list[_Asked]:
    scope = side.compiled.scopes[side.screening.best.id]
    return [(each, topic_of(each.criterion, scope)) for each in each_once(side.screening.best.judgements)]


def topic_of(criterion: Criterion, scope: Scope) -> frozenset[str]:
    """Return the concepts and drugs that a criterion asks of; a signed consent is a topic of its own."""
    if criterion.form is Form.FORMALITY:
        return frozenset({"consent"})
    return frozenset(_opened(frozenset(words_in(criterion.condition)), scope, frozenset()))


def _opened(words: frozenset[str], scope: Scope, seen: frozenset[str]) -> Iterator[str]:
    for word in words - seen:
        stem = word.partition(".")[0]
        if word in scope.definitions:
            yield from _opened(frozenset(words_in(scope.definitions[word])), scope, seen | words)
        elif word in scope.groups:
            yield from _opened(frozenset(scope.groups[word]), scope, seen | words)
        elif scope.catalogue.concept(stem) is not None:
            yield stem
        else:
            yield from scope.catalogue.drugs_of(word)


def _links(mine: Sequence[_Asked], others: Sequence[_Asked]) -> Iterator[tuple[int, int]]:
    """Yield of each criterion the one of the other file that shares most with it, where that is enough."""
    for at, (_, names) in enumerate(mine):
        shares = [(_shared(names, other), -place) for place, (_, other) in enumerate(others)]
        best, place = max(shares, default=((Fraction(), Fraction()), 0))
        if best[0] >= _LEAST:
            yield at, -place


def _shared(one: frozenset[str], other: frozenset[str]) -> tuple[Fraction, Fraction]:
    """Return which part of the narrower topic is shared, and which part of both."""
    both = len(one & other)
    if not both:
        return Fraction(), Fraction()
    return Fraction(both, min(len(one), len(other))), Fraction(both, len(one | other))


def _joined(count: int, links: Sequence[tuple[int, int]]) -> list[tuple[set[int], set[int]]]:
    """Return the criteria that links hold together, in the order of the left file."""
    groups: list[tuple[set[int], set[int]]] = []
    for one, other in sorted(links):
        touched = [each for each in groups if one in each[0] or other in each[1]]
        joined = ({one}.union(*(each[0] for each in touched)), {other}.union(*(each[1] for each in touched)))
        groups = [each for each in groups if each not in touched] + [joined]
    return sorted(groups, key=lambda each: min(each[0], default=count))


def _topic(left: Sequence[_Asked], right: Sequence[_Asked]) -> Topic:
    mine, others = (frozenset[str]().union(*(names for _, names in side)) for side in (left, right))
    named = mine & others if left and right else mine | others
    return Topic(tuple(sorted(named)), tuple(each for each, _ in left), tuple(each for each, _ in right))
