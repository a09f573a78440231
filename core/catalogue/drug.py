"""Drugs by their INN, and classes of drugs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction

from core.catalogue.concept import UsualExclusion
from core.values.duration import Duration

ROUTES = ("oral", "intravenous", "subcutaneous", "intramuscular", "topical", "inhaled", "intrathecal", "pulse", "other")
"""How a drug was given; ``pulse`` is a high dose by vein on a few days."""


@dataclass(frozen=True, slots=True)
class Drug:
    """One substance. ``dosing_interval``: how long one infusion counts as treatment when lengths are counted, by route
    in ``intervals_by_route``, each with its source in ``interval_sources_by_route``;
    ``is_any``: a product whose substance is not told (a study drug): it can be any drug, and proves no absence.
    ``equivalence``: mg of the class's reference substance that 1 mg stands for (prednisone for glucocorticoids).
    """

    id: str
    label: Mapping[str, str]
    also: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    dosing_interval: Duration | None = None
    dosing_interval_source: str = ""
    half_life_days: Decimal | None = None
    half_life_source: str = ""
    equivalence: Decimal | None = None
    equivalence_source: str = ""
    usually_excludes: UsualExclusion | None = None
    is_any: bool = False
    intervals_by_route: Mapping[str, Duration] = field(default_factory=dict[str, Duration])
    interval_sources_by_route: Mapping[str, str] = field(default_factory=dict[str, str])

    def interval_by(self, route: str) -> Duration | None:
        """Return how long one dose given by a route counts as treatment."""
        return self.intervals_by_route.get(route, self.dosing_interval)

    def routes_by(self, route: str) -> tuple[str, ...]:
        """Return the routes that a course can have had by the one recorded, that of the shortest interval first.

        Where none is recorded ("") it can be every route that has an interval of its own, and any other.
        """
        if route or not self.intervals_by_route:
            return (route,)
        return tuple(sorted((*self.intervals_by_route, ""), key=self._days_by))

    def _days_by(self, route: str) -> Fraction:
        interval = self.interval_by(route)
        return Fraction(0) if interval is None else interval.days

    def interval_source_by(self, route: str) -> str:
        """Return who says how long one dose given by a route counts."""
        return self.interval_sources_by_route.get(route, self.dosing_interval_source)


@dataclass(frozen=True, slots=True)
class DrugClass:
    """A named class of drugs; its members are printed wherever it is used."""

    id: str
    label: Mapping[str, str]
    members: tuple[str, ...]
    also: tuple[str, ...] = ()
    source: str = ""
    help: Mapping[str, str] = field(default_factory=dict[str, str])
    usually_excludes: UsualExclusion | None = None
