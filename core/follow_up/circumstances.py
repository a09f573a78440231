"""Which rules of an activity hold for this patient's product, vector and region."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from core.follow_up.schedule import PRODUCTS, REGIONS, VECTORS, Activity, Reach, Rule
from core.follow_up.timing import At, Series, Throughout, When
from core.values.truth import Truth, all_of, truth_of


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What was given and where. A word that is not listed (or "") counts as not known; a region as not listed.

    ``lymphodepletion`` are the drugs as recorded: none of them where it was left out, None where nobody told.
    """

    region: str = ""
    product: str = ""
    vector: str = ""
    lymphodepletion: tuple[str, ...] | None = None

    @property
    def is_without_lymphodepletion(self) -> bool:
        """True if none was given, or none is: mRNA products are given without one (docs/decisions/0034)."""
        if self.lymphodepletion is not None:
            return not self.lymphodepletion
        return self.vector == "mrna"

    @property
    def is_region_listed(self) -> bool:
        """True if rules were published for the region."""
        return self.region in REGIONS


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A rule holds only for some products or vectors, and the patient's is not known."""

    kind: str  # product | vector | lymphodepletion
    wanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChosenRule:
    """A rule that holds, or may hold; ``is_longer_of_regions``: taken because the region is not listed."""

    rule: Rule
    unsettled: tuple[Unsettled, ...] = ()
    is_longer_of_regions: bool = False


def chosen_rules(activity: Activity, given: Circumstances, day0: date) -> tuple[ChosenRule, ...]:
    """Return the rules of an activity for these circumstances, in the order of the file.

    A region that is not listed takes, of the rules bound to a region, the one that reaches furthest, and of equals
    the most frequent; rules that nobody bound to a region hold everywhere.
    """
    fitting = [rule for rule in activity.rules if _fits(rule.reach, given) is not Truth.FALSE]
    if given.is_region_listed:
        kept = [rule for rule in fitting if not rule.reach.regions or given.region in rule.reach.regions]
        return tuple(ChosenRule(rule, _unsettled(rule.reach, given)) for rule in kept)
    bound = [rule for rule in fitting if rule.reach.regions]
    furthest = max((_extent(rule, day0) for rule in bound), default=None)
    return tuple(
        ChosenRule(rule, _unsettled(rule.reach, given), is_longer_of_regions=bool(rule.reach.regions))
        for rule in fitting
        if not rule.reach.regions or _extent(rule, day0) == furthest
    )


def _fits(reach: Reach, given: Circumstances) -> Truth:
    return all_of(
        (
            _holds(reach.products, given.product, PRODUCTS),
            _holds(reach.vectors, given.vector, VECTORS),
            _depleted(reach.lymphodepletion, given),
        )
    )


def _depleted(wanted: frozenset[str], given: Circumstances) -> Truth:
    """Tell whether the lymphodepletion is one of those wanted; fludarabine is not taken for granted."""
    if not wanted:
        return Truth.TRUE
    if given.is_without_lymphodepletion:
        return truth_of("none" in wanted)
    if "given" in wanted:
        return Truth.TRUE
    if "with_fludarabine" not in wanted:
        return Truth.FALSE
    return Truth.UNKNOWN if given.lymphodepletion is None else truth_of("fludarabine" in given.lymphodepletion)


def _holds(wanted: frozenset[str], value: str, known: tuple[str, ...]) -> Truth:
    if not wanted:
        return Truth.TRUE
    return truth_of(value in wanted) if value in known else Truth.UNKNOWN


def _unsettled(reach: Reach, given: Circumstances) -> tuple[Unsettled, ...]:
    asked = (
        ("product", reach.products, given.product, PRODUCTS),
        ("vector", reach.vectors, given.vector, VECTORS),
    )
    found = tuple(
        Unsettled(kind, tuple(sorted(wanted)))
        for kind, wanted, value, known in asked
        if _holds(wanted, value, known) is Truth.UNKNOWN
    )
    if _depleted(reach.lymphodepletion, given) is Truth.UNKNOWN:
        return (*found, Unsettled("lymphodepletion", tuple(sorted(reach.lymphodepletion))))
    return found


def _extent(rule: Rule, day0: date) -> tuple[date, Fraction]:
    """Return the last day a rule reaches and its greatest pace, to tell which of two is the longer."""
    return (
        max((_last_day(when, day0) for when in rule.whens), default=day0),
        max((when.pace.per_day for when in rule.whens if isinstance(when, Series)), default=Fraction(0)),
    )


def _last_day(when: When, day0: date) -> date:
    match when:
        case At(moment):
            return moment.on(day0)
        case Series(_, end, _) | Throughout(_, end):
            return date.max if end is None else end.on(day0)
        case _:
            return day0
