"""The places of a therapy block, and whether different drugs that count fill them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from core.criteria.nodes import Therapy
from core.criteria.scope import Scope
from core.engine.compiled.judged import (
    FALSE,
    NO_GAPS,
    NO_REFS,
    TRUE,
    UNKNOWN,
    Judged,
    Refs,
    one_gap,
    together,
)
from core.engine.compiled.lists import Unrecorded
from core.engine.compiled.matching import filled
from core.engine.compiled.therapy_drugs import Status
from core.engine.judgement.outcome import Cause
from core.values.truth import Truth


class Taken(NamedTuple):
    """What is known of the drugs of a block in one situation."""

    statuses: tuple[Status, ...]
    members: dict[str, frozenset[str]]
    """Of each status: the drugs it can be."""
    unrecorded: Unrecorded
    contraindicated: dict[str, Refs]
    ids: frozenset[str]
    """All drugs the block names."""

    def of(self, drugs: frozenset[str]) -> list[Status]:
        """Return the statuses of drugs that are, or may be, among these."""
        return [status for status in self.statuses if not drugs.isdisjoint(self.members[status.drug])]


Element = Callable[[Taken], Judged]

NOTHING_OPEN = Unrecorded(frozenset())


def compile_elements(node: Therapy, scope: Scope) -> tuple[Element, ...]:
    """Return what has to be filled: places by different drugs, lines of treatment, one compulsory drug."""
    found = [_places(node, scope)] if node.all_of or node.one_from_each or node.counting != "lines" else []
    if node.of and node.counting == "lines":
        found.append(_lines(node, scope.drugs(node.of)))
    if node.must_include:
        found.append(_one_of(scope.drugs(node.must_include), node))
    return tuple(found)


class _Asked(NamedTuple):
    """The places every one of which is needed, and those of which ``at_least`` are."""

    needed: tuple[frozenset[str], ...]
    choices: tuple[frozenset[str], ...]
    at_least: int


def _asked(node: Therapy, scope: Scope) -> _Asked:
    needed = (*(scope.drugs((name,)) for name in node.all_of), *(scope.drugs(line) for line in node.one_from_each))
    if not node.of or node.counting == "lines":
        return _Asked(needed, (), 0)
    if node.counting == "groups":
        return _Asked(needed, tuple(scope.drugs((name,)) for name in node.of), node.at_least)
    return _Asked(needed, (scope.drugs(node.of),) * node.at_least, node.at_least)


def _places(node: Therapy, scope: Scope) -> Element:
    """Make the element of all places: each filled by another drug, sets that count once being one."""
    asked, keys = _asked(node, scope), _keys(node, scope)
    drugs = NO_REFS.union(*asked.needed, *asked.choices)

    def element(taken: Taken) -> Judged:
        left, lifted = _without_waived(asked, taken, node)
        places = (*left.needed, *left.choices)
        statuses = taken.of(drugs)
        sure = [status for status in statuses if status.judged.truth is TRUE]
        certain = _certain(sure, taken)
        able = [[keys.get(drug, drug) for drug, members in certain.items() if members <= place] for place in places]
        if filled(able, len(left.needed)) >= left.at_least:
            return together(TRUE, [*lifted, *(status.judged for status in sure)])
        possible = _possible(statuses, taken)
        able = [[keys.get(drug, drug) for drug, members in possible.items() if members & place] for place in places]
        is_possible = filled(able, len(left.needed)) >= left.at_least
        return _undecided(UNKNOWN if is_possible else FALSE, statuses, taken, drugs)

    return element


def _keys(node: Therapy, scope: Scope) -> dict[str, str]:
    """Return the drugs that count once together, each with the name of its set."""
    keys: dict[str, str] = {}
    for names in node.count_once:
        for drug in scope.drugs(names):
            keys.setdefault(drug, ", ".join(names))
    return keys


def _without_waived(asked: _Asked, taken: Taken, node: Therapy) -> tuple[_Asked, list[Judged]]:
    """Return the places that are left, and why the others are lifted."""
    if node.contraindicated != "waives":
        return asked, []
    lifted: list[Judged] = []
    needed: list[frozenset[str]] = []
    for place in asked.needed:
        judged = _waived(place, taken)
        if judged is None:
            needed.append(place)
        else:
            lifted.append(judged)
    waived = _waived(NO_REFS.union(*asked.choices), taken) if asked.choices else None
    if waived is None:
        return _Asked(tuple(needed), asked.choices, asked.at_least), lifted
    return _Asked(tuple(needed), (), 0), [*lifted, waived]


def _waived(drugs: frozenset[str], taken: Taken) -> Judged | None:
    """Return that nothing is asked where every drug is contraindicated or already counted."""
    counted = {status.drug: status.judged.evidence for status in taken.of(drugs) if status.judged.truth is TRUE}
    refs = [taken.contraindicated.get(drug) or counted.get(drug) for drug in drugs]
    if drugs.isdisjoint(taken.contraindicated) or None in refs:
        return None
    return Judged(TRUE, NO_GAPS, NO_REFS.union(*(each for each in refs if each is not None)))


def _certain(sure: list[Status], taken: Taken) -> dict[str, frozenset[str]]:
    """Return what certainly counts as different drugs: a class may be one of the drugs recorded beside it."""
    fillers: dict[str, frozenset[str]] = {}
    used: set[str] = set()
    for status in sorted(sure, key=lambda each: len(taken.members[each.drug])):
        members = taken.members[status.drug]
        if used.isdisjoint(members):
            fillers[status.drug] = members
            used |= members
    return fillers


def _possible(statuses: list[Status], taken: Taken) -> dict[str, frozenset[str]]:
    """Return everything that may fill a place, recorded or not."""
    fillers = {drug: frozenset((drug,)) for drug in sorted(taken.unrecorded.open_ids)}
    return fillers | {
        status.drug: taken.members[status.drug] for status in statuses if status.judged.truth is not FALSE
    }


def _undecided(truth: Truth, statuses: list[Status], taken: Taken, drugs: frozenset[str]) -> Judged:
    """Return false or unknown with all that is known of the drugs, of contraindications, and of the list."""
    rest = taken.unrecorded
    is_open = not rest.open_ids.isdisjoint(drugs)
    by_list = Judged(UNKNOWN if is_open else FALSE, rest.gaps if is_open else NO_GAPS, rest.evidence, rest.assumed)
    refs = NO_REFS.union(*taken.contraindicated.values())
    judged = together(truth, [*(status.judged for status in statuses), by_list, Judged(TRUE, NO_GAPS, refs)])
    if truth is not UNKNOWN:
        return judged
    vague = [
        status.drug
        for status in statuses
        if status.judged.truth is not FALSE and taken.members[status.drug] != frozenset((status.drug,))
        if status.judged.truth is TRUE or not judged.gaps
    ]
    return judged._replace(gaps=judged.gaps.union(*(one_gap(Cause.IMPRECISE, drug) for drug in vague)))


def _one_of(drugs: frozenset[str], node: Therapy) -> Element:
    """Make the element of a compulsory drug: one of these must count, in whatever place."""

    def element(taken: Taken) -> Judged:
        waived = _waived(drugs, taken) if node.contraindicated == "waives" else None
        if waived is not None:
            return waived
        statuses = taken.of(drugs)
        sure = [
            status.judged for status in statuses if status.judged.truth is TRUE and taken.members[status.drug] <= drugs
        ]
        if sure:
            return together(TRUE, sure)
        is_open = not taken.unrecorded.open_ids.isdisjoint(drugs)
        is_possible = is_open or any(status.judged.truth is not FALSE for status in statuses)
        return _undecided(UNKNOWN if is_possible else FALSE, statuses, taken, drugs)

    return element


def _lines(node: Therapy, drugs: frozenset[str]) -> Element:
    """Make the element that counts lines of treatment, as recorded on the courses."""
    needed = node.at_least

    def element(taken: Taken) -> Judged:
        statuses = taken.of(drugs)
        courses = [each for status in statuses for each in status.courses if each.judged.truth is not FALSE]
        sure = [status for status in statuses if status.judged.truth is TRUE and taken.members[status.drug] <= drugs]
        lines = {each.course.line for status in sure for each in status.courses if each.judged.truth is TRUE}
        if len(lines - {None}) >= needed:
            return together(TRUE, [status.judged for status in sure])
        recorded = {each.course.line for each in courses} - {None}
        unlined = [each for each in courses if each.course.line is None]
        is_open = not taken.unrecorded.open_ids.isdisjoint(drugs)
        if not is_open and len(recorded) + len(unlined) < needed:
            return _undecided(FALSE, statuses, taken, drugs)
        judged = _undecided(UNKNOWN, statuses, taken, drugs)
        gaps = judged.gaps.union(*(one_gap(Cause.MISSING, each.course.drug, detail="line") for each in unlined))
        return judged._replace(gaps=gaps)

    return element
