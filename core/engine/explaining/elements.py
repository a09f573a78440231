"""The elements of a therapy block: which places have to be filled, and whether the drugs that count fill them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from core.criteria.nodes import Therapy
from core.criteria.scope import Scope
from core.engine.explaining.regimens import Placed, line_bounds, regimen_bounds
from core.values.truth import Truth, all_of, any_of


@dataclass(frozen=True, slots=True)
class Fill:
    """One drug as a filler: whether it counts, whether it is contraindicated, the lines of its courses.

    ``may_be`` are the drugs it can be: itself, the members of a class, those of a product nobody named.
    ``courses`` are those that count or may. ``is_list_open``: one that is not recorded may make a line of its own.
    """

    truth: Truth
    may_be: frozenset[str]
    is_contraindicated: bool = False
    refs: tuple[str, ...] = ()
    courses: tuple[Placed, ...] = ()
    is_list_open: bool = False


Fills = Mapping[str, Fill]


def block_truth(node: Therapy, fills: Fills, scope: Scope) -> Truth:
    """Return the Kleene truth of all elements of a block: one drug fills one place."""
    elements: list[Truth] = [_filled(node, fills, scope)]
    if counts_courses(node):
        elements.append(courses_truth(node, fills, scope))
    if node.must_include:
        elements.append(_one_of(node.must_include, node, fills, scope))
    return all_of(elements)


def _filled(node: Therapy, fills: Fills, scope: Scope) -> Truth:
    """Answer whether distinct drugs fill every place that ``all_of``, ``one_from_each`` and ``of`` ask for."""
    places: list[tuple[str, ...]] = [*((name,) for name in node.all_of), *node.one_from_each]
    needed = [place for place in places if not _is_waived(fillers(place, fills, scope), node, fills)]
    if not node.of or counts_courses(node) or _is_waived(fillers(node.of, fills, scope), node, fills):
        return _matched(needed, [], 0, node, fills, scope)
    groups: Sequence[tuple[str, ...]] = [(name,) for name in node.of]
    choices = groups if node.counting == "groups" else [node.of] * node.at_least
    return _matched(needed, choices, node.at_least, node, fills, scope)


def fillers(names: Iterable[str], fills: Fills, scope: Scope) -> tuple[str, ...]:
    """Return the drugs (recorded classes and products nobody named among them) that may fill a place, in order."""
    wanted = scope.drugs(names)
    return tuple(drug for drug, fill in fills.items() if not wanted.isdisjoint(fill.may_be))


def _is_certain(drug: str, wanted: frozenset[str], fills: Fills) -> bool:
    """True if a filler is one of the names, whatever it turns out to be."""
    return drug in wanted or fills[drug].may_be <= wanted


def _truth_in(drug: str, wanted: frozenset[str], fills: Fills) -> Truth:
    """What only partly lies inside the names may be one of them."""
    truth = fills[drug].truth
    return truth if _is_certain(drug, wanted, fills) else all_of((truth, Truth.UNKNOWN))


def _one_of(names: tuple[str, ...], node: Therapy, fills: Fills, scope: Scope) -> Truth:
    wanted = scope.drugs(names)
    drugs = fillers(names, fills, scope)
    if _is_waived(drugs, node, fills):
        return Truth.TRUE
    return any_of(_truth_in(drug, wanted, fills) for drug in drugs)


def _is_waived(drugs: tuple[str, ...], node: Therapy, fills: Fills) -> bool:
    """An element is lifted if every drug that could fill it is contraindicated or already counted."""
    if node.contraindicated != "waives" or not any(fills[drug].is_contraindicated for drug in drugs):
        return False
    return all(fills[drug].is_contraindicated or fills[drug].truth is Truth.TRUE for drug in drugs)


def counts_courses(node: Therapy) -> bool:
    """True if a block counts lines or regimens: what courses make, not what drugs do."""
    return bool(node.of) and node.counting in ("lines", "regimens")


def courses_truth(node: Therapy, fills: Fills, scope: Scope) -> Truth:
    """Count lines of therapy, or regimens."""
    found = placed_courses(node, fills, scope)
    is_open = any(fills[drug].is_list_open for drug in fillers(node.of, fills, scope))
    bounds = line_bounds(found) if node.counting == "lines" else regimen_bounds(found)
    if bounds.least >= node.at_least:
        return Truth.TRUE
    return Truth.UNKNOWN if is_open or bounds.most >= node.at_least else Truth.FALSE


def placed_courses(node: Therapy, fills: Fills, scope: Scope) -> list[Placed]:
    """Return the courses that can make a line or regimen; those of drugs that need not be meant count for none."""
    wanted = scope.drugs(node.of)
    return [
        course if _is_certain(drug, wanted, fills) else replace(course, counts=False)
        for drug in fillers(node.of, fills, scope)
        for course in fills[drug].courses
    ]


def _matched(
    needed: Sequence[tuple[str, ...]],
    choices: Sequence[tuple[str, ...]],
    at_least: int,
    node: Therapy,
    fills: Fills,
    scope: Scope,
) -> Truth:
    """Answer whether all ``needed`` places and at least so many of the ``choices`` have a drug of their own."""
    if _is_filled(needed, choices, at_least, node, fills, scope, (Truth.TRUE,)):
        return Truth.TRUE
    if _is_filled(needed, choices, at_least, node, fills, scope, (Truth.TRUE, Truth.UNKNOWN)):
        return Truth.UNKNOWN
    return Truth.FALSE


def _is_filled(
    needed: Sequence[tuple[str, ...]],
    choices: Sequence[tuple[str, ...]],
    at_least: int,
    node: Therapy,
    fills: Fills,
    scope: Scope,
    truths: tuple[Truth, ...],
) -> bool:
    """Fill the needed places first; an augmenting path keeps every place that is filled filled."""
    places = (*needed, *choices)
    able_of = {place: _able(place, node, fills, scope, truths) for place in dict.fromkeys(places)}
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
    return sum(fill(len(needed) + index, set()) for index in range(len(choices))) >= at_least


def _able(place: tuple[str, ...], node: Therapy, fills: Fills, scope: Scope, truths: tuple[Truth, ...]) -> list[str]:
    """Return what may fill a place; drugs of one ``count_once`` set are one."""
    wanted = scope.drugs(place)
    drugs = [drug for drug in fillers(place, fills, scope) if _truth_in(drug, wanted, fills) in truths]
    return list(dict.fromkeys(_as_one(drug, node, scope) for drug in drugs))


def _as_one(drug: str, node: Therapy, scope: Scope) -> str:
    return next(("+".join(once) for once in node.count_once if drug in scope.drugs(once)), drug)
