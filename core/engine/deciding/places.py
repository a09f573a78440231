"""The places of a therapy block, and whether the drugs that count fill them: one drug fills one place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.criteria.nodes import Therapy
from core.criteria.scope import Scope
from core.engine.deciding.kleene import FALSE, TRUE, UNKNOWN
from core.engine.deciding.regimens import COUNTED_BY_COURSES, Bounding, Placed


@dataclass(frozen=True, slots=True)
class Fill:
    """One drug as a filler: whether it counts, what it can be, the courses that count or may."""

    truth: int
    may_be: frozenset[str]
    is_contraindicated: bool = False
    courses: tuple[Placed, ...] = ()
    is_list_open: bool = False


Fills = Mapping[str, Fill]


class Places:
    """What ``all_of``, ``one_from_each``, ``of`` and ``must_include`` ask for."""

    def __init__(self, node: Therapy, scope: Scope) -> None:
        self._node = node
        needed = [*((name,) for name in node.all_of), *node.one_from_each]
        self._needed = [scope.drugs(place) for place in needed]
        self._of = scope.drugs(node.of)
        groups = [scope.drugs((name,)) for name in node.of]
        self._choices = groups if node.counting == "groups" else [self._of] * node.at_least
        self._bounds = COUNTED_BY_COURSES.get(node.counting) if node.of else None
        self._include = scope.drugs(node.must_include)
        self._once = [(scope.drugs(once), "+".join(once)) for once in node.count_once]

    def truth(self, fills: Fills) -> int:
        """Return the Kleene truth of all places."""
        node = self._node
        truth = self._filled(fills)
        if truth != FALSE and self._bounds is not None:
            truth = min(truth, self._counted(self._bounds, fills))
        if truth != FALSE and node.must_include:
            truth = min(truth, self._included(fills))
        return truth

    def _filled(self, fills: Fills) -> int:
        node = self._node
        needed = [place for place in self._needed if not self._is_waived(place, fills)]
        if not node.of or self._bounds is not None or self._is_waived(self._of, fills):
            return self._matched(needed, [], 0, fills)
        return self._matched(needed, self._choices, node.at_least, fills)

    def _is_waived(self, wanted: frozenset[str], fills: Fills) -> bool:
        """True if every drug that could fill a place is contraindicated or already counted."""
        if self._node.contraindicated != "waives":
            return False
        able = [fills[drug] for drug in _fillers(wanted, fills)]
        is_any = any(each.is_contraindicated for each in able)
        return is_any and all(each.is_contraindicated or each.truth == TRUE for each in able)

    def _included(self, fills: Fills) -> int:
        if self._is_waived(self._include, fills):
            return TRUE
        drugs = _fillers(self._include, fills)
        return max((_truth_in(drug, self._include, fills) for drug in drugs), default=FALSE)

    def _counted(self, bounds: Bounding, fills: Fills) -> int:
        """Return whether the courses make as many lines or regimens as are asked."""
        drugs = _fillers(self._of, fills)
        possible = [each for drug in drugs for each in fills[drug].courses]
        certain = [each for drug in drugs if _is_certain(drug, self._of, fills) for each in fills[drug].courses]
        least, most = bounds([each for each in certain if each.counts], possible)
        if least >= self._node.at_least:
            return TRUE
        is_open = any(fills[drug].is_list_open for drug in drugs)
        return UNKNOWN if is_open or most >= self._node.at_least else FALSE

    def _matched(
        self, needed: Sequence[frozenset[str]], choices: Sequence[frozenset[str]], least: int, fills: Fills
    ) -> int:
        if self._is_filled(needed, choices, least, fills, TRUE):
            return TRUE
        return UNKNOWN if self._is_filled(needed, choices, least, fills, UNKNOWN) else FALSE

    def _is_filled(
        self,
        needed: Sequence[frozenset[str]],
        choices: Sequence[frozenset[str]],
        least: int,
        fills: Fills,
        at_least: int,
    ) -> bool:
        """Fill the needed places first; a path that frees a drug keeps every place that is filled filled."""
        places = (*needed, *choices)
        able_of = {place: self._able(place, fills, at_least) for place in dict.fromkeys(places)}
        able = [able_of[place] for place in places]
        holder: dict[str, int] = {}

        def fill(place: int, tried: set[str]) -> bool:
            for drug in able[place]:
                if drug in tried:
                    continue
                tried.add(drug)
                if drug not in holder or fill(holder[drug], tried):
                    holder[drug] = place
                    return True
            return False

        if not all(fill(place, set()) for place in range(len(needed))):
            return False
        return sum(fill(len(needed) + index, set()) for index in range(len(choices))) >= least

    def _able(self, wanted: frozenset[str], fills: Fills, at_least: int) -> list[str]:
        drugs = [drug for drug in _fillers(wanted, fills) if _truth_in(drug, wanted, fills) >= at_least]
        return list(dict.fromkeys(self._as_one(drug) for drug in drugs))

    def _as_one(self, drug: str) -> str:
        return next((name for members, name in self._once if drug in members), drug)


def _fillers(wanted: frozenset[str], fills: Fills) -> Iterable[str]:
    return [drug for drug, fill in fills.items() if not wanted.isdisjoint(fill.may_be)]


def _is_certain(drug: str, wanted: frozenset[str], fills: Fills) -> bool:
    return drug in wanted or fills[drug].may_be <= wanted


def _truth_in(drug: str, wanted: frozenset[str], fills: Fills) -> int:
    """What only partly lies inside the names may be one of them."""
    truth = fills[drug].truth
    return truth if _is_certain(drug, wanted, fills) else min(truth, UNKNOWN)
