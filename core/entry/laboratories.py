"""What was said once of a laboratory's prints: which concept a name means, which unit a bare number of it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from core.catalogue.spelling import folded


@dataclass(frozen=True, slots=True)
class Laboratories:
    """``names`` leads from laboratory and printed name (both folded) to a concept, ``units`` from laboratory and
    concept to a unit. A print that names no laboratory has the name "".
    """

    names: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])
    units: Mapping[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    def concept(self, laboratory: str, name: str) -> str:
        """Return the concept that a laboratory means by a name, "" where nobody said so."""
        return self.names.get((folded(laboratory), folded(name)), "")

    def unit(self, laboratory: str, concept: str) -> str:
        """Return the unit of a laboratory's bare numbers, "" where nobody said so."""
        return self.units.get((folded(laboratory), concept), "")

    def with_name(self, laboratory: str, name: str, concept: str) -> Laboratories:
        """Return what is known after somebody chose the concept of a name."""
        return replace(self, names={**self.names, (folded(laboratory), folded(name)): concept})

    def with_unit(self, laboratory: str, concept: str, unit: str) -> Laboratories:
        """Return what is known after somebody chose the unit of a concept."""
        return replace(self, units={**self.units, (folded(laboratory), concept): unit})
