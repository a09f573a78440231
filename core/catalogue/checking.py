"""What must hold between the concepts, drugs and classes of a catalogue."""

from __future__ import annotations

from collections.abc import Mapping

from core.catalogue.catalogue import Catalogue
from core.catalogue.concept import Kind
from core.catalogue.drug import DrugClass
from core.catalogue.names import Among, Names
from core.language.said import said


def check_between(catalogue: Catalogue, written: Mapping[str, DrugClass], names: Names) -> None:
    """Report members that are not there, are of another kind, or lead back to their class.

    ``written`` are the classes as they stand in the files, inner classes unresolved.
    """
    names.check_used(Among.CONCEPTS, catalogue.concepts)
    names.check_used(Among.DRUGS, {**catalogue.drugs, **catalogue.classes})
    members = {concept.id: concept.members for concept in catalogue.concepts.values()}
    _check_circles(members, names)
    _check_circles({name: found.members for name, found in written.items()}, names)
    _check_kinds(catalogue, names)
    _check_roles(catalogue, names)
    _check_follows(catalogue, names)
    _check_items(catalogue, names)


def _check_items(catalogue: Catalogue, names: Names) -> None:
    """A score lists its items or names the score whose items they are, which lists them itself."""
    for concept in catalogue.concepts.values():
        listing = catalogue.concepts.get(concept.items_of)
        if listing is not None and (listing.items_of or not listing.items):
            message = said("'{name}' lists no items of its own", name=concept.items_of)
            names.report(concept.id, "unknown-name", message)


def _check_circles(members: Mapping[str, tuple[str, ...]], names: Names) -> None:
    for name in members:
        if name in _below(name, members):
            names.report(name, "circle", said("'{name}' is among its own members", name=name))


def _below(name: str, members: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    """Return everything that can be reached from the members of ``name``."""
    found: set[str] = set()
    waiting = list(members.get(name, ()))
    while waiting:
        member = waiting.pop()
        if member not in found:
            found.add(member)
            waiting.extend(members.get(member, ()))
    return frozenset(found)


_WITH_MEMBERS = frozenset({Kind.CONDITION, Kind.EVENT, Kind.TEST, Kind.NUMBER})


def _check_kinds(catalogue: Catalogue, names: Names) -> None:
    for concept in catalogue.concepts.values():
        if concept.members and concept.kind not in _WITH_MEMBERS:
            names.report(concept.id, "kind", said("a concept of kind {value} has no members", value=concept.kind.value))
            continue
        for member in concept.members:
            found = catalogue.concept(member)
            if found is not None and found.kind is not concept.kind:
                message = said(
                    "'{id}' is of kind {value}, its member '{member}' is not",
                    id=concept.id,
                    value=concept.kind.value,
                    member=member,
                )
                names.report(concept.id, "kind", message)


def _check_follows(catalogue: Catalogue, names: Names) -> None:
    for concept in catalogue.concepts.values():
        for name in concept.follows:
            found = catalogue.concept(name)
            if found is not None and found.kind is not Kind.CONDITION:
                message = said("'{id}' follows from diagnoses, and '{name}' is none", id=concept.id, name=name)
                names.report(concept.id, "kind", message)


def _check_roles(catalogue: Catalogue, names: Names) -> None:
    for concept in catalogue.concepts.values():
        if concept.role and catalogue.by_role[concept.role] is not concept:
            names.report(concept.id, "duplicate-name", said("two concepts have the role '{role}'", role=concept.role))
