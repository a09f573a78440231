"""A place as somebody writes it: degrees, with or without its name. Nothing is looked up anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from core.trials.trial import Place, Trial

_BEFORE = r"(?:(?P<name>.*?) ?[( ] ?)?"
_POINTS = re.compile(_BEFORE + r"(?P<north>-?\d{1,2}(?:\.\d+)?) ?[,; ] ?(?P<east>-?\d{1,3}(?:\.\d+)?) ?\)?")
_COMMAS = re.compile(_BEFORE + r"(?P<north>-?\d{1,2},\d+) ?[; ] ?(?P<east>-?\d{1,3},\d+) ?\)?")
"""Decimals with a comma want another sign between the two: 52,52; 13,40."""
_DECIMALS = 2
"""A hundredth of a degree is a kilometre."""


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A place with what it is called, "" where nobody said."""

    name: str
    place: Place

    @property
    def text(self) -> str:
        """The place as it is kept: what ``read_place`` understands."""
        degrees = f"{self.place.north:.{_DECIMALS}f}, {self.place.east:.{_DECIMALS}f}"
        return f"{self.name} ({degrees})" if self.name else degrees


def read_place(text: str) -> NamedPlace | None:
    """Return the place that a text tells by its degrees north and east; None where it tells none."""
    plain = " ".join(text.split())
    for pattern in (_COMMAS, _POINTS):
        found = pattern.fullmatch(plain)
        if found is None:
            continue
        north, east = (float(found[part].replace(",", ".")) for part in ("north", "east"))
        place = Place(north, east)
        return NamedPlace(found["name"] or "", place) if place.is_on_earth else None
    return None


def places_of(trials: Iterable[Trial]) -> tuple[NamedPlace, ...]:
    """Return the towns that have a site with coordinates, by their names; towns of one name each by its own degrees."""
    found: dict[str, NamedPlace] = {}
    for trial in trials:
        for site in trial.sites:
            if site.place is not None and site.city:
                named = NamedPlace(", ".join(filter(None, (site.city, site.country))), site.place)
                found.setdefault(named.text, named)
    return tuple(found[text] for text in sorted(found))
