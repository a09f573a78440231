"""Boundary patients put together: where what was put on record for one stands apart from that of another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.assurance.mutation.judging import Stage
from core.assurance.probing.boundary import Boundary, expected_at, written_expectation
from core.assurance.probing.plain import Plain, mapping_of
from core.catalogue.catalogue import Catalogue
from core.chart.birth import BIRTH_DATE
from core.rule_files.compiling import CompiledRuleFile
from core.rule_files.rule_file import Example

_MOST_TOLD = 4
_LONGEST_NAME = 150
_NEVER_SHARED = frozenset({BIRTH_DATE, "planned"})
"""What changes how everything else on record is judged."""


def packed(found: Sequence[Boundary], compiled: CompiledRuleFile, catalogue: Catalogue) -> tuple[Boundary, ...]:
    """Return fewer patients that notice the same mutants; none holds more than a few changes."""
    packs: list[tuple[Boundary, int]] = []
    for boundary in found:
        for at, (pack, count) in enumerate(packs):
            joined = None if count >= _MOST_TOLD else _joined(pack, boundary, compiled, catalogue)
            if joined is not None:
                packs[at] = (joined, count + 1)
                break
        else:
            packs.append((boundary, 1))
    return tuple(pack for pack, _ in packs)


def _joined(one: Boundary, other: Boundary, compiled: CompiledRuleFile, catalogue: Catalogue) -> Boundary | None:
    name = f"{one.name}; {other.name}"
    ours, theirs = _keys(one.changes), _keys(other.changes)
    if one.like != other.like or len(name) > _LONGEST_NAME or ours & theirs or (ours | theirs) & _NEVER_SHARED:
        return None
    patient: dict[str, Plain] = {**one.patient, **{key: other.patient[key] for key in theirs}}
    bare = Example(name, one.on, mapping_of(patient), (), None, one.example.span)
    screening = Stage(compiled, bare, catalogue).screening
    wanted = {each.target: each for each in (*one.example.expected, *other.example.expected)}
    is_deferred = any(each.deferred is not None for each in (*one.example.expected, *other.example.expected))
    expected = tuple(
        each for target in wanted if (each := expected_at(target, screening, is_deferred=is_deferred)) is not None
    )
    example = replace(bare, expected=expected)
    ready = Stage(compiled, example, catalogue)
    tells = (*one.tells, *other.tells)
    if not ready.holds or not all(ready.notices(mutant) for mutant in tells):
        return None
    changes = {**one.changes, **other.changes}
    return Boundary(name, one.on, one.like, changes, patient, written_expectation(expected), tells, example)


def _keys(changes: Mapping[str, Plain]) -> frozenset[str]:
    return frozenset(key.removesuffix("+") for key in changes)
