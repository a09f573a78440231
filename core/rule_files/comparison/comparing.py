"""Two versions of one rule file compared: each criterion that is not the same, and the hashes of those that are.

One object for the screen, the command line and paper: it says which parts differ, never in which words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from core.criteria.scope import Scope
from core.rule_files.checking import CheckedRuleFile
from core.rule_files.comparison.heads import HeadChange, head_changes
from core.rule_files.comparison.meaning import Plain, condition_meaning, hash_of, judged_by, said_by
from core.rule_files.rule_file import Criterion, Example, RuleFile
from core.source_text.editing import canonical_hash
from core.source_text.problem import NOWHERE

Key = tuple[str, str]
"""Cohort ("" for the criteria of all) and criterion."""


class Change(Enum):
    """What became of a criterion, the heaviest first."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    REWORDED = "words only"


@dataclass(frozen=True, slots=True)
class Placed:
    """A criterion of a file with where it stands and what its names mean there."""

    cohort: str
    criterion: Criterion
    scope: Scope

    @property
    def key(self) -> Key:
        """By which it is known in its file."""
        return (self.cohort, self.criterion.id)


@dataclass(frozen=True, slots=True)
class CriterionChange:
    """A criterion that is not the same. ``parts`` names what differs: its own parts, ``id``, ``cohort``, ``order``.

    ``old`` is None for one that was added, ``new`` for one that was removed.
    """

    change: Change
    old: Placed | None
    new: Placed | None
    parts: tuple[str, ...] = ()

    @property
    def placed(self) -> Placed:
        """The criterion as it is, or as it was where it is gone."""
        found = self.new or self.old
        if found is None:
            raise ValueError(self.change)  # a change is about a criterion
        return found

    @property
    def is_judged_otherwise(self) -> bool:
        """True if a verdict or who is asked can be another; false for words and order."""
        return self.change in (Change.ADDED, Change.REMOVED, Change.CHANGED) or "cohort" in self.parts


@dataclass(frozen=True, slots=True)
class Same:
    """A criterion that is the same: its meaning has one hash in both files."""

    key: Key
    hash: str


@dataclass(frozen=True, slots=True)
class ExampleChanges:
    """The names of examples that came, went and are others, and how many are the same."""

    added: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    same: int


@dataclass(frozen=True)
class Comparison:
    """What differs between two files, in the order of the new one; what is gone stands where it was.

    ``is_concluded_alike``: what besides criteria a conclusion rests on (kind, completeness, diseases, decision points,
    cohorts) is the same, so that equal judgements are equal conclusions.
    """

    old: RuleFile
    new: RuleFile
    criteria: tuple[CriterionChange, ...]
    same: tuple[Same, ...]
    head: tuple[HeadChange, ...]
    examples: ExampleChanges
    is_concluded_alike: bool

    @property
    def is_empty(self) -> bool:
        """True if both files say the same."""
        return self.old.hash == self.new.hash

    @property
    def can_move_patients(self) -> bool:
        """True if some patient could be judged otherwise."""
        return not self.is_concluded_alike or any(each.is_judged_otherwise for each in self.criteria)


@dataclass(frozen=True)
class Written:
    """A checked file with the text it was read from."""

    checked: CheckedRuleFile
    content: bytes


def compare(old: Written, new: Written) -> Comparison:
    """Return what differs between two versions of a file."""
    was, now = old.checked.rule_file, new.checked.rule_file
    changes, same = _criteria(tuple(_placed(old.checked)), tuple(_placed(new.checked)))
    return Comparison(
        was,
        now,
        changes,
        same,
        head_changes(old.content, new.content),
        _examples(was.examples, now.examples),
        _concluded_by(old.checked) == _concluded_by(new.checked),
    )


def criterion_hashes(checked: CheckedRuleFile) -> Mapping[Key, str]:
    """Return the hash of the meaning of each criterion of a file."""
    return {each.key: hash_of(judged_by(each.criterion, each.scope)) for each in _placed(checked)}


def _placed(checked: CheckedRuleFile) -> Iterator[Placed]:
    yield from (Placed("", each, checked.scope) for each in checked.rule_file.criteria)
    for cohort in checked.rule_file.cohorts:
        scope = cohort.scope or checked.scope
        yield from (Placed(cohort.id, each, scope) for each in cohort.criteria)


def _concluded_by(checked: CheckedRuleFile) -> Plain:
    """Return what besides its criteria a file concludes by."""
    file = checked.rule_file
    cohorts: list[Plain] = []
    for cohort in file.cohorts:
        membership = cohort.applies_when
        asked = None if membership is None else condition_meaning(membership, cohort.scope or checked.scope)
        is_public = [str(cohort.is_inclusion_public), str(cohort.is_exclusion_public)]
        cohorts.append([cohort.id, cohort.at, asked, *is_public])
    gaps: list[Plain] = [[name, gap.after, str(gap.gap)] for name, gap in file.anchors.items()]
    is_public = [str(file.is_inclusion_public), str(file.is_exclusion_public)]
    head = [file.kind.value, str(file.is_full), sorted(checked.scope.targets), list(checked.scope.anchors)]
    return [*head, gaps, *is_public, cohorts]


# --- criteria


@dataclass(frozen=True, slots=True)
class _Pair:
    old: Placed
    new: Placed


def _criteria(old: Sequence[Placed], new: Sequence[Placed]) -> tuple[tuple[CriterionChange, ...], tuple[Same, ...]]:
    pairs = _pairs(old, new)
    by_new = {pair.new.key: pair for pair in pairs}
    kept = {pair.old.key for pair in pairs}
    moved = _out_of_order(old, [pair.new.key for pair in pairs], {pair.new.key: pair.old.key for pair in pairs})
    found: list[CriterionChange] = []
    same: list[Same] = []
    gone = _gone_before(old, kept)
    for placed in new:
        pair = by_new.get(placed.key)
        if pair is None:
            found.append(CriterionChange(Change.ADDED, None, placed))
            continue
        found += gone.pop(pair.old.key, ())
        change = _changed(pair, is_moved=placed.key in moved)
        if change is not None:
            found.append(change)
        if change is None or not {*change.parts} & _JUDGED:
            same.append(Same(placed.key, hash_of(judged_by(placed.criterion, placed.scope))))
    for rest in gone.values():
        found += rest
    return tuple(found), tuple(same)


def _gone_before(old: Sequence[Placed], kept: set[Key]) -> dict[Key, list[CriterionChange]]:
    """Return what is gone, each by the next criterion that stayed: there it is told; what stood at the end by none."""
    found: dict[Key, list[CriterionChange]] = {}
    waiting: list[CriterionChange] = []
    for placed in old:
        if placed.key not in kept:
            waiting.append(CriterionChange(Change.REMOVED, placed, None))
        elif waiting:
            found[placed.key], waiting = waiting, []
    if waiting:
        found["", ""] = waiting
    return found


def _pairs(old: Sequence[Placed], new: Sequence[Placed]) -> list[_Pair]:
    """Return which criterion became which: by its name, in another cohort by its id, else by its meaning alone."""
    pairs: list[_Pair] = []
    left, right = list(old), list(new)
    for alike in (_by_key, _by_id, _by_meaning):
        known: dict[object, list[Placed]] = {}
        for each in left:
            known.setdefault(alike(each), []).append(each)
        for each in list(right):
            found = known.get(alike(each))
            if found:
                pairs.append(_Pair(found.pop(0), each))
                left.remove(pairs[-1].old)
                right.remove(each)
    return pairs


def _by_key(placed: Placed) -> object:
    return placed.key


def _by_id(placed: Placed) -> object:
    return placed.criterion.id


def _by_meaning(placed: Placed) -> object:
    return hash_of([judged_by(placed.criterion, placed.scope), said_by(placed.criterion, placed.scope)["text"]])


_JUDGED = frozenset({"side", "needed", "points", "absence", "retest", "asked", "concerns", "cut"})


def _changed(pair: _Pair, *, is_moved: bool) -> CriterionChange | None:
    old, new = pair.old, pair.new
    judged = _differing(judged_by(old.criterion, old.scope), judged_by(new.criterion, new.scope))
    told = _differing(said_by(old.criterion, old.scope), said_by(new.criterion, new.scope))
    place = [name for name, differs in _place(pair, is_moved=is_moved) if differs]
    parts = tuple(dict.fromkeys((*judged, *place, *told)))
    if judged:
        return CriterionChange(Change.CHANGED, old, new, parts)
    if place:
        return CriterionChange(Change.MOVED, old, new, parts)
    return CriterionChange(Change.REWORDED, old, new, parts) if told else None


def _place(pair: _Pair, *, is_moved: bool) -> Iterator[tuple[str, bool]]:
    yield "id", pair.old.criterion.id != pair.new.criterion.id
    yield "cohort", pair.old.cohort != pair.new.cohort
    yield "order", is_moved


def _differing(old: Mapping[str, Plain], new: Mapping[str, Plain]) -> list[str]:
    return [name for name in old if old[name] != new[name]]


def _out_of_order(old: Sequence[Placed], new_keys: Iterable[Key], became: Mapping[Key, Key]) -> frozenset[Key]:
    """Return the fewest criteria that changed their place among those that stayed in their section."""
    places = {placed.key: at for at, placed in enumerate(old)}
    sections: dict[tuple[str, str], list[tuple[Key, int]]] = {}
    section_of = {placed.key: (placed.cohort, placed.criterion.polarity.value) for placed in old}
    for key in new_keys:
        was = became[key]
        if was[0] == key[0]:
            sections.setdefault(section_of[was], []).append((key, places[was]))
    moved: set[Key] = set()
    for listed in sections.values():
        stay = _longest_rising([at for _, at in listed])
        moved |= {key for at, (key, _) in enumerate(listed) if at not in stay}
    return frozenset(moved)


def _longest_rising(numbers: Sequence[int]) -> frozenset[int]:
    """Return the places of a longest rising run of numbers."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for at, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(places[length - 1] if length else -1)
        if length == len(ends):
            ends.append(number)
            places.append(at)
        else:
            ends[length], places[length] = number, at
    found: set[int] = set()
    at = places[-1] if places else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return frozenset(found)


# --- examples


def _examples(old: Iterable[Example], new: Iterable[Example]) -> ExampleChanges:
    was, now = ({each.name: _example(each) for each in examples} for examples in (old, new))
    both = [name for name in now if name in was]
    changed = tuple(name for name in both if was[name] != now[name])
    return ExampleChanges(
        tuple(name for name in now if name not in was),
        tuple(name for name in was if name not in now),
        changed,
        len(both) - len(changed),
    )


def _example(example: Example) -> object:
    expected = tuple(replace(each, span=NOWHERE) for each in example.expected)
    return (example.on, canonical_hash(example.patient), expected, example.due_later)
