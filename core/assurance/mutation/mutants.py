"""The mutants of a rule file: the file with one word of one condition, definition, window or group changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, cast

from core.assurance.mutation.changing import changes
from core.assurance.mutation.equivalence import is_same
from core.criteria.field_names import words_in
from core.criteria.nodes import Condition, Not
from core.criteria.scope import Scope, opened
from core.rule_files.compiling import Compiled, CompiledRuleFile
from core.rule_files.rule_file import Criterion, Form
from core.values.duration import Duration

Key = tuple[str, str]
"""Cohort ("" for common criteria) and criterion."""
Part = Literal["condition", "applies_when", "unless"]
PARTS: tuple[Part, ...] = ("condition", "applies_when", "unless")
Changed = Condition | Duration | tuple[str, ...]
"""What is changed: a condition, the length of a window, the members of a group."""


@dataclass(frozen=True, eq=False)
class Mutant:
    """One change. ``place`` says of what: a part of a criterion, or cohort, definition, window or group ``name``.

    ``keys`` are the criteria that can come out otherwise. ``is_equivalent``: it means the same by its own words.
    """

    kind: str
    place: str
    name: str
    was: Changed
    now: Changed
    keys: tuple[Key, ...]
    scope: Scope
    file: CompiledRuleFile
    is_equivalent: bool = False

    @property
    def cohort(self) -> str:
        """The cohort whose membership is changed, "" for none."""
        return self.name if self.place == "cohort" else ""


def mutants(compiled: CompiledRuleFile) -> Iterator[Mutant]:
    """Yield every mutant of a file, in the order of the file: criteria, cohorts, then what is declared once."""
    yield from _of_criteria(compiled)
    yield from _of_cohorts(compiled)
    yield from _of_declarations(compiled)


# --- criteria


def _of_criteria(compiled: CompiledRuleFile) -> Iterator[Mutant]:
    alike: dict[tuple[str, Condition], list[Key]] = {}
    for key, each in compiled.criteria.items():
        if each.criterion.form is Form.CONDITION:
            alike.setdefault((each.criterion.id, each.criterion.satisfied), []).append(key)
    for (name, _), keys in alike.items():  # a criterion that several cohorts share is written once
        first = compiled.criteria[keys[0]]
        for part in PARTS:
            condition: Condition | None = getattr(first.criterion, part)
            if condition is None:
                continue
            for kind, now in _turned(condition, first.scope):
                criteria = {key: _with(compiled.criteria[key], part, now) for key in keys}
                same = is_same(condition, now, first.scope)
                file = _file_with(compiled, criteria)
                yield Mutant(kind, part, name, condition, now, tuple(keys), first.scope, file, is_equivalent=same)


def _turned(condition: Condition, scope: Scope) -> Iterator[tuple[str, Condition]]:
    """Yield the changes of a condition; first that the whole says the opposite."""
    if not isinstance(condition, Not):
        yield "negations", Not(condition)
    yield from changes(condition, scope)


def _with(compiled: Compiled, part: Part, now: Condition) -> Compiled:
    criterion: Criterion = replace(compiled.criterion, **cast("Any", {part: now}))
    return Compiled(criterion, compiled.scope, compiled.engine)


# --- cohorts


def _of_cohorts(compiled: CompiledRuleFile) -> Iterator[Mutant]:
    rule_file = compiled.checked.rule_file
    for cohort in rule_file.cohorts:
        if cohort.applies_when is None:
            continue
        scope = compiled.scopes[cohort.id]
        keys = tuple(key for key in compiled.criteria if key[0] in ("", cohort.id))
        for kind, now in _turned(cohort.applies_when, scope):
            cohorts = tuple(replace(each, applies_when=now) if each is cohort else each for each in rule_file.cohorts)
            checked = replace(compiled.checked, rule_file=replace(rule_file, cohorts=cohorts))
            file = replace(compiled, checked=checked)
            same = is_same(cohort.applies_when, now, scope)
            yield Mutant(kind, "cohort", cohort.id, cohort.applies_when, now, keys, scope, file, is_equivalent=same)


# --- what is declared once


def _of_declarations(compiled: CompiledRuleFile) -> Iterator[Mutant]:
    common = compiled.checked.scope
    used = _words_used(compiled)
    for name, condition in common.definitions.items():
        for kind, now in _turned(condition, common):
            same = is_same(condition, now, common)
            yield from _declared(compiled, (kind, "definition", name), (condition, now), used, is_equivalent=same)
    for name, length in common.windows.items():
        if not name.endswith("_list"):
            for count in (length.count - 1, length.count + 1):
                if count > 0:
                    other = Duration(count, length.unit)
                    yield from _declared(compiled, ("durations", "window", name), (length, other), used)
    for name, members in common.groups.items():
        for at in range(len(members) if len(members) > 1 else 0):
            rest = (*members[:at], *members[at + 1 :])
            meant = (common.drugs(members) | common.concepts(members)) == (common.drugs(rest) | common.concepts(rest))
            yield from _declared(compiled, ("members", "group", name), (members, rest), used, is_equivalent=meant)


def _words_used(compiled: CompiledRuleFile) -> Mapping[Key, frozenset[str]]:
    """Return every word of each criterion, with those of its definitions and the groups inside groups."""
    found: dict[Key, frozenset[str]] = {}
    for key, each in compiled.criteria.items():
        words = {word for node in opened(each.criterion.satisfied, each.scope) for word in words_in(node)}
        more = words
        while more:
            more = {name for group in more for name in each.scope.groups.get(group, ())} - words
            words |= more
        found[key] = frozenset(words)
    return found


def _declared(
    compiled: CompiledRuleFile,
    what: tuple[str, str, str],
    change: tuple[Changed, Changed],
    used: Mapping[Key, frozenset[str]],
    *,
    is_equivalent: bool = False,
) -> Iterator[Mutant]:
    kind, place, name = what
    was, now = change
    keys = tuple(key for key, words in used.items() if name in words)
    if not keys:
        return
    where = f"{place}s"
    scopes = {
        owner: replace(scope, **cast("Any", {where: {**getattr(scope, where), name: now}}))
        for owner, scope in compiled.scopes.items()
    }
    criteria = {
        key: Compiled(compiled.criteria[key].criterion, scopes[key[0]], compiled.criteria[key].engine) for key in keys
    }
    file = replace(_file_with(compiled, criteria), scopes=scopes)
    scope = compiled.checked.scope
    yield Mutant(kind, place, name, was, now, keys, scope, file, is_equivalent=is_equivalent)


def _file_with(compiled: CompiledRuleFile, criteria: Mapping[Key, Compiled]) -> CompiledRuleFile:
    """Return the file with other criteria at their keys."""
    rule_file = compiled.checked.rule_file

    def of(owner: str, given: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
        return tuple(criteria[(owner, each.id)].criterion if (owner, each.id) in criteria else each for each in given)

    cohorts = tuple(replace(each, criteria=of(each.id, each.criteria)) for each in rule_file.cohorts)
    changed = replace(rule_file, criteria=of("", rule_file.criteria), cohorts=cohorts)
    checked = replace(compiled.checked, rule_file=changed)
    return replace(compiled, checked=checked, criteria={**compiled.criteria, **criteria})
