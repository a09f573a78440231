"""One record of a registry of trials, as far as it is coarse and sure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from core.values.duration import Duration

EARTH_KM = 6371.0
"""The mean radius of the earth."""
_MOST_NORTH, _MOST_EAST = 90.0, 180.0
_GOING_ON = frozenset({"", "RECRUITING", "NOT_YET_RECRUITING", "AVAILABLE"})
"""States of a site to which a patient may be sent, now or later; most records do not tell one."""
TAKING = "RECRUITING"
"""The state of ClinicalTrials.gov in which a patient can be sent; who is invited is known to the site already."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the earth, in degrees north and east."""

    north: float
    east: float

    @property
    def is_on_earth(self) -> bool:
        """False for degrees that are none; what is no number is not either."""
        return abs(self.north) <= _MOST_NORTH and abs(self.east) <= _MOST_EAST

    def km_to(self, other: Place) -> float:
        """Return the way as the crow flies in kilometres (the haversine formula)."""
        north, other_north = radians(self.north), radians(other.north)
        half_north, half_east = (other_north - north) / 2, radians(other.east - self.east) / 2
        chord = sin(half_north) ** 2 + cos(north) * cos(other_north) * sin(half_east) ** 2
        return 2 * EARTH_KM * asin(sqrt(min(chord, 1.0)))


@dataclass(frozen=True, slots=True)
class Site:
    """Where a trial takes place; ``place`` None where the registry has no coordinates."""

    facility: str
    city: str
    country: str
    status: str = ""
    place: Place | None = None

    @property
    def is_left(self) -> bool:
        """True if the registry says that the site of itself takes nobody (withdrawn, completed)."""
        return self.status not in _GOING_ON


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial by its number. Words are the registry's own; ages None where it names none; ``sex`` ALL, FEMALE, MALE.

    ``has_criteria``: the record holds the text of its criteria; nothing of it is read here.
    """

    number: str
    title: str
    status: str
    acronym: str = ""
    phases: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    interventions: tuple[str, ...] = ()
    sponsor: str = ""
    youngest: Duration | None = None
    oldest: Duration | None = None
    sex: str = "ALL"
    enrolment: int | None = None
    started: str = ""
    updated: str = ""
    countries: tuple[str, ...] = ()
    sites: tuple[Site, ...] = ()
    has_criteria: bool = False

    @property
    def takes_patients(self) -> bool:
        """True if the registry says that patients are taken."""
        return self.status == TAKING

    def by_way(self, home: Place) -> tuple[tuple[Site, float], ...]:
        """Return the sites with coordinates and their distances in kilometres; those left behind the others."""
        known = ((each, home.km_to(each.place)) for each in self.sites if each.place is not None)
        return tuple(sorted(known, key=lambda found: (found[0].is_left, found[1], found[0].city)))

    def nearest(self, home: Place) -> tuple[Site, float] | None:
        """Return the nearest site that is not left, with its distance; None where no site has coordinates."""
        return next(iter(self.by_way(home)), None)


@dataclass(frozen=True)
class State:
    """All trials of one download by their numbers, in its order. ``as_of`` is its day as written, "" without one."""

    trials: Mapping[str, Trial] = field(default_factory=dict[str, Trial])
    as_of: str = ""

    @property
    def sites(self) -> int:
        """How many sites there are."""
        return sum(len(each.sites) for each in self.trials.values())
