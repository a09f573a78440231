"""Absence: whether lists, a "never" or a sign not seen tell that what is not recorded was not there."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from core.chart.sections import list_of
from core.criteria.scope import Scope
from core.engine.deciding.calendar import LONG_AGO, after
from core.engine.deciding.moment import Moment
from core.engine.deciding.windows import Look
from core.values.duration import Duration, TimeUnit

SIGN_STANDS = Duration(28, TimeUnit.DAY)
"""How long a sign is taken to stay where the concept has no freshness of its own."""

Covers = Callable[[Moment, Look], bool]
"""True if everything wanted that is not recorded is known to be absent in the days looked at."""


def covering(wanted: Iterable[str], scope: Scope, *, is_count: bool = False, is_now: bool = False) -> Covers:
    """Return how to tell of some names; ``is_count``: complete since before the diagnosis is enough."""
    members = tuple((name, frozenset((name,))) for name in sorted(wanted))
    lists = {name: list_of(scope.catalogue.concept(name)) for name, _ in members}
    completes = {which: complete(which, scope, is_count=is_count) for which in set(lists.values())}
    fresh = {which: after(scope.freshness_of_list(which)) for which in completes}
    signs = {name: after(_stands(name, scope)) for name, _ in members} if is_now else {}

    def is_told(m: Moment, name: str, first: int, last: int, whole: dict[tuple[str, int, int], bool]) -> bool:
        which = lists[name]
        asked = (which, first, last)
        if asked not in whole:
            whole[asked] = first > last or completes[which](m, first, last)
        if whole[asked]:
            return True
        said = m.record.never.get(name)
        return said is not None and fresh[which](said) >= min(m.evaluation, last)

    def covers(m: Moment, look: Look) -> bool:
        is_open = is_unknown = False
        whole: dict[tuple[str, int, int], bool] = {}
        for name, alone in members:
            first, last, widest_first, widest_last = look(alone)
            if is_told(m, name, widest_first, widest_last, whole) or (is_now and _is_not_seen(m, name, signs[name])):
                continue
            is_part = (first, last) != (widest_first, widest_last)
            if is_part and is_told(m, name, first, last, whole):
                is_unknown = True
            else:
                is_open = True
        return not is_unknown and (m.is_assumed or not is_open)

    return covers


def _stands(name: str, scope: Scope) -> Duration:
    concept = scope.catalogue.concept(name)
    return SIGN_STANDS if concept is None or concept.freshness is None else concept.freshness


def _is_not_seen(m: Moment, name: str, stands: Callable[[int], int]) -> bool:
    until = min(m.evaluation, m.decision)
    return any(
        each.is_no and each.first is not None and each.last is not None and each.last <= m.decision
        and stands(each.first) >= until
        for each in m.record.of(name)
    )  # fmt: skip


def complete(which: str, scope: Scope, *, is_count: bool = False) -> Callable[[Moment, int, int], bool]:
    """Return whether a list holds everything of some days."""
    fresh = after(scope.freshness_of_list(which))
    targets = scope.concepts(scope.targets) if is_count else frozenset[str]()

    def is_complete(m: Moment, first: int, last: int) -> bool:
        entries = m.record.complete.get(which)
        if not entries:
            return False
        needed = _needed(m, first, targets)
        until = min(m.evaluation, last)
        return needed is not None and any(since <= needed and fresh(as_of) >= until for since, as_of in entries)

    return is_complete


def _needed(m: Moment, first: int, targets: frozenset[str]) -> int | None:
    """Return the day from which a list has to be complete; None where nothing is enough."""
    birth = m.record.birth
    start: int | None = first if first != LONG_AGO else None if birth is None else birth[0]
    if start is not None and birth is not None:
        start = max(start, birth[0])
    if targets:
        onsets = [
            each.episode.onset.last.toordinal()
            for each in m.record.episodes
            if each.concept in targets and each.episode.onset is not None
        ]
        return min(onsets, default=start)
    return start


def never_had(m: Moment, wanted: Iterable[str], last: int, scope: Scope) -> bool:
    """True if of everything wanted it was said that it has never been there."""
    until = min(m.evaluation, last)
    return all(
        (said := m.record.never.get(name)) is not None
        and after(scope.freshness_of_list(list_of(scope.catalogue.concept(name))))(said) >= until
        for name in wanted
    )


def results_are_complete(scope: Scope) -> Callable[[Moment], bool]:
    """Return whether all results ever are recorded."""
    is_complete = complete("results", scope)

    def every(m: Moment) -> bool:
        first = LONG_AGO if m.record.birth is not None else m.measured
        return is_complete(m, first, m.measured)

    return every
