"""The probes of a condition: each of its sentences is walked to and asked of every room."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from core.assurance.probing import rooms
from core.assurance.probing.probe import Ground, Probe, Probes
from core.criteria.nodes import Condition, Defined, Had, Has, Shows, children
from core.criteria.scope import Scope


@cache
def known_rooms() -> tuple[Probes, ...]:
    """Return the function ``probes`` of every module of the folder, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(rooms.__path__))
    return tuple(import_module(f"{rooms.__name__}.{name}").probes for name in names)


@dataclass(frozen=True, slots=True)
class Asked:
    """One sentence with its probes."""

    sentence: Condition
    probes: tuple[Probe, ...]


def probes_of(conditions: Iterable[Condition], ground: Ground) -> tuple[Asked, ...]:
    """Return the sentences of conditions that anything can be put on record for, with their probes."""
    sentences = dict.fromkeys(node for condition in conditions for node in _sentences(condition, ground.scope))
    found = (Asked(node, tuple(_once(_probes(node, ground)))) for node in sentences)
    return tuple(asked for asked in found if asked.probes)


def _probes(node: Condition, ground: Ground) -> Iterator[Probe]:
    for probes in known_rooms():
        yield from probes(node, ground)


def _once(probes: Iterable[Probe]) -> Iterator[Probe]:
    """Yield each probe once: what is put on record is known by its words."""
    seen: set[str] = set()
    for probe in probes:
        if probe.words not in seen:
            seen.add(probe.words)
            yield probe


def _sentences(node: Condition, scope: Scope) -> Iterator[Condition]:
    """Yield the sentences of a condition; those on the fields of one record belong to the record's."""
    if isinstance(node, Defined):
        yield from _sentences(scope.definitions[node.name], scope)
        return
    inner = () if isinstance(node, Shows | Has | Had) else children(node)
    if not inner:
        yield node
    for each in inner:
        yield from _sentences(each, scope)
