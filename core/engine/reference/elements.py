"""The elements of a therapy block: which places have to be filled, and whether the drugs that count fill them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from core.criteria.nodes import Therapy
from core.criteria.scope import Scope
from core.values.merging import merged
from core.values.truth import Truth, all_of, any_of, at_least


@dataclass(frozen=True, slots=True)
class Fill:
    """One drug as a filler: whether it counts, whether it is contraindicated, the lines of its courses."""

    truth: Truth
    is_contraindicated: bool = False
    refs: tuple[str, ...] = ()
    lines: frozenset[int] = frozenset()
    is_line_open: bool = False


Fills = Mapping[str, Fill]


def block_truth(node: Therapy, fills: Fills, scope: Scope) -> Truth:
    """Return the Kleene truth of all elements of a block."""
    elements: list[Truth] = [_one_of((name,), node, fills, scope) for name in node.all_of]
    if node.one_from_each:
        elements.append(_places(node, fills, scope))
    if node.of:
        elements.append(_count(node, fills, scope))
    if node.must_include:
        elements.append(_one_of(node.must_include, node, fills, scope))
    return all_of(elements)


def fillers(names: Iterable[str], fills: Fills, scope: Scope) -> tuple[str, ...]:
    """Return the drugs (and recorded classes) that may fill a place, in order."""
    wanted = scope.drugs(names)
    return tuple(drug for drug in fills if drug in wanted or _is_class_within(drug, wanted, scope))


def _is_class_within(drug: str, wanted: frozenset[str], scope: Scope) -> bool:
    members = scope.catalogue.drugs_of(drug)
    return drug not in scope.catalogue.drugs and bool(members) and bool(members & wanted)


def _truth_in(drug: str, wanted: frozenset[str], fills: Fills, scope: Scope) -> Truth:
    """A class that only partly lies inside the names may be one of them."""
    members = scope.catalogue.drugs_of(drug)
    is_certain = members <= wanted
    return fills[drug].truth if is_certain else all_of((fills[drug].truth, Truth.UNKNOWN))


def _one_of(names: tuple[str, ...], node: Therapy, fills: Fills, scope: Scope) -> Truth:
    wanted = scope.drugs(names)
    drugs = fillers(names, fills, scope)
    if _is_waived(drugs, node, fills):
        return Truth.TRUE
    return any_of(_truth_in(drug, wanted, fills, scope) for drug in drugs)


def _is_waived(drugs: tuple[str, ...], node: Therapy, fills: Fills) -> bool:
    """An element is lifted if every drug that could fill it is contraindicated or already counted."""
    if node.contraindicated != "waives" or not any(fills[drug].is_contraindicated for drug in drugs):
        return False
    return all(fills[drug].is_contraindicated or fills[drug].truth is Truth.TRUE for drug in drugs)


def _count(node: Therapy, fills: Fills, scope: Scope) -> Truth:
    drugs = fillers(node.of, fills, scope)
    if _is_waived(drugs, node, fills):
        return Truth.TRUE
    if node.counting == "groups":
        return _matched([(name,) for name in node.of], node.at_least, fills, scope)
    if node.counting == "lines":
        return _lines(node, drugs, fills)
    return _drugs(node, drugs, fills, scope)


def _drugs(node: Therapy, drugs: tuple[str, ...], fills: Fills, scope: Scope) -> Truth:
    """Count drugs; those of one ``count_once`` set are one."""
    wanted = scope.drugs(node.of)
    clusters: dict[str, list[Truth]] = {}
    for drug in drugs:
        key = next(
            ("+".join(once) for once in node.count_once if drug in scope.drugs(once)),
            drug,
        )
        clusters.setdefault(key, []).append(_truth_in(drug, wanted, fills, scope))
    return at_least(node.at_least, [any_of(truths) for truths in clusters.values()])


def _lines(node: Therapy, drugs: tuple[str, ...], fills: Fills) -> Truth:
    """Count lines of therapy; unrecorded lines keep it unknown unless there are too few drugs for them."""
    certain = merged(fills[drug].lines for drug in drugs if fills[drug].truth is Truth.TRUE)
    if len(certain) >= node.at_least:
        return Truth.TRUE
    possible = [drug for drug in drugs if fills[drug].truth is not Truth.FALSE]
    if len(possible) < node.at_least:
        return Truth.FALSE
    is_open = any(fills[drug].truth is Truth.UNKNOWN or fills[drug].is_line_open for drug in possible)
    return Truth.UNKNOWN if is_open else Truth.FALSE


def _places(node: Therapy, fills: Fills, scope: Scope) -> Truth:
    """One drug from each list, one drug filling one place; waived places need none."""
    places = [place for place in node.one_from_each if not _is_waived(fillers(place, fills, scope), node, fills)]
    return _matched(places, len(places), fills, scope)


def _matched(places: list[tuple[str, ...]], needed: int, fills: Fills, scope: Scope) -> Truth:
    """Answer whether at least ``needed`` places can be filled by distinct drugs."""
    if needed == 0:
        return Truth.TRUE
    if _most(places, fills, scope, (Truth.TRUE,)) >= needed:
        return Truth.TRUE
    if _most(places, fills, scope, (Truth.TRUE, Truth.UNKNOWN)) >= needed:
        return Truth.UNKNOWN
    return Truth.FALSE


def _most(places: list[tuple[str, ...]], fills: Fills, scope: Scope, truths: tuple[Truth, ...]) -> int:
    """Return the size of a largest matching of places and drugs (augmenting paths)."""
    able: list[list[str]] = []
    for place in places:
        wanted = scope.drugs(place)
        able.append([drug for drug in fillers(place, fills, scope) if _truth_in(drug, wanted, fills, scope) in truths])
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

    return sum(fill(place, set()) for place in range(len(places)))
