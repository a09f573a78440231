"""The resources of a text: a bundle, one resource, or one a line; what is held within, and what refers to what."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from core.entry.paste.fhir.parts import Resource, object_of, objects_of, reference_of, text_of

_MOST_DEEP = 4
"""So deep bundles, and resources within resources, are followed; what lies deeper is told by its kind alone."""

TOO_DEEP = "kriterion-too-deep"
"""A mark on a resource that lies too deep: nothing of it was read."""


@dataclass(frozen=True)
class Handed:
    """Everything that was handed over, in its order."""

    resources: tuple[Resource, ...]
    addresses: Mapping[str, Resource] = field(default_factory=dict[str, Resource])

    def referred(self, by: Resource, key: str) -> Resource:
        """Return the resource that a reference leads to, an empty one where it is not among them."""
        reference = reference_of(by, key)
        if reference.startswith("#"):
            held = [each for each in objects_of(by, "contained") if f"#{text_of(each, 'id')}" == reference]
            return held[0] if len(held) == 1 else {}
        return self.addresses.get(reference, {})

    @cached_property
    def patients(self) -> tuple[Resource, ...]:
        """The patients among them."""
        return tuple(each for each in self.resources if each.get("resourceType") == "Patient")

    @cached_property
    def is_of_several(self) -> bool:
        """True where they are of more than one patient."""
        whose = {reference_of(each, key) for each in self.resources for key in ("subject", "patient")} - {""}
        named = {id(self.addresses[each]) if each in self.addresses else each for each in whose}
        return len(self.patients) > 1 or len(named) > 1

    @cached_property
    def reports_of(self) -> Mapping[str, Resource]:
        """The one report that refers to an observation, by the observation's address."""
        found: dict[str, list[Resource]] = {}
        for each in self.resources:
            if each.get("resourceType") == "DiagnosticReport":
                for result in objects_of(each, "result"):
                    found.setdefault(text_of(result, "reference"), []).append(each)
        return {address: reports[0] for address, reports in found.items() if address and len(reports) == 1}

    def report_of(self, observation: Resource) -> Resource:
        """Return the report that an observation is a result of, an empty one where none or several are."""
        own = [address for address, each in self.addresses.items() if each is observation]
        found = [self.reports_of[address] for address in own if address in self.reports_of]
        return found[0] if found else {}


def handed(text: str) -> Handed:
    """Return what a text hands over, nothing where it is no FHIR."""
    addresses: dict[str, Resource] = {}
    resources = [each for found in _resources(text) for each in _opened(found, addresses)]
    return Handed(tuple(resources), addresses)


def is_fhir(text: str) -> bool:
    """True for a text that is a resource, or one resource a line."""
    return bool(_resources(text))


def _resources(text: str) -> tuple[Resource, ...]:
    bare = text.strip().removeprefix("\ufeff")
    if not bare.startswith("{") or '"resourceType"' not in bare:
        return ()
    whole = _parsed(bare)
    if whole is not None:
        return (whole,) if "resourceType" in whole else ()
    lines = [_parsed(line) for line in bare.splitlines() if line.strip()]
    found = tuple(each for each in lines if each is not None and "resourceType" in each)
    return found if len(found) == len(lines) else ()


def _parsed(text: str) -> Resource | None:
    """Return an object with its numbers as they are written."""
    try:
        found: object = json.loads(text, parse_float=str, parse_int=str, parse_constant=str)
    except (ValueError, RecursionError):
        return None
    return cast("Resource", found) if isinstance(found, dict) else None


def _opened(
    resource: Resource, addresses: dict[str, Resource], address: str = "", depth: int = 0, *, is_held: bool = False
) -> Iterator[Resource]:
    """Yield a resource with those that it holds, a bundle as what is in it; what is held has no address of its own."""
    if depth > _MOST_DEEP:
        yield {"resourceType": text_of(resource, "resourceType"), TOO_DEEP: "yes"}
        return
    kind, own = text_of(resource, "resourceType"), text_of(resource, "id")
    if kind != "Bundle":
        for named in filter(None, (address, f"{kind}/{own}" if own and not is_held else "")):
            addresses.setdefault(named, resource)
        yield resource
    for where, each in _inner(resource, kind):
        if "resourceType" in each:
            yield from _opened(each, addresses, where, depth + 1, is_held=kind != "Bundle")


def _inner(resource: Resource, kind: str) -> Sequence[tuple[str, Resource]]:
    if kind == "Bundle":
        return [(text_of(entry, "fullUrl"), object_of(entry, "resource")) for entry in objects_of(resource, "entry")]
    return [("", each) for each in objects_of(resource, "contained")]
