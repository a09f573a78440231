"""Steps of look-backs: conditions, events and drugs that were there on some day, wash-outs, being on a drug now.

Exact where the period reaches to the evaluation date: then the last day on which something certainly was there, the
last on which it may have been, and what is known of absence say it all.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core.chart.sections import list_of
from core.criteria.nodes import Had, Has, Off, On, Received
from core.criteria.scope import Scope
from core.criteria.values import Which
from core.engine.columns.column import Born, LastDay, ListDay, NeverUntil
from core.engine.columns.measured import empty_record
from core.engine.columns.needing import NeedsEngineError
from core.engine.columns.place import Place, latest
from core.engine.columns.steps import Absent, Constant, Greatest, Least, Listed, Reversed, Step, There
from core.engine.deciding.calendar import Shift, after
from core.engine.deciding.courses import drugs_of
from core.engine.deciding.kleene import FALSE, UNKNOWN
from core.engine.deciding.windows import Looks, is_by_calendar, lasting, looks_back

Days = tuple[int, int]


def plan_has(node: Has, scope: Scope, place: Place) -> Step:
    """Return the step of ``has``: present on the decision day."""
    if node.fields is not None:
        raise NeedsEngineError
    days = _reaching(place.decision, place.decision, place)
    return _each(node.which, lambda which: _conditions(which, days, scope, place, is_now=True))


def plan_had(node: Had, scope: Scope, place: Place) -> Step:
    """Return the step of ``had``: there on some day of the look-back."""
    if node.fields is not None or not is_by_calendar(node.window, scope):
        raise NeedsEngineError
    days = _days(looks_back(node.window, scope), scope, place)
    if days is None:
        return Constant(UNKNOWN)
    return _each(node.which, lambda which: _conditions(which, days, scope, place, is_now=False))


def plan_received(node: Received, scope: Scope, place: Place) -> Step:
    """Return the step of ``received``: once in the look-back."""
    if node.times != 1 or not is_by_calendar(node.window, scope):
        raise NeedsEngineError
    days = _days(looks_back(node.window, scope), scope, place)
    if days is None:
        return Constant(UNKNOWN)
    return _each(node.which, lambda which: _received(which.names, which.other_than, days, scope, place))


def plan_off(node: Off, scope: Scope, place: Place) -> Step:
    """Return the step of ``off``: received on no day of the period."""
    days = _lasting(node, scope, place)
    if days is None:
        return Constant(UNKNOWN)

    def off(which: Which) -> Step:
        names = which.names if not which.other_than else tuple(sorted(drugs_of(which, scope)))
        return Reversed(_received(names, (), days, scope, place))

    return _each(node.which, off)


def plan_on(node: On, scope: Scope, place: Place) -> Step:
    """Return the step of ``on``: taken on the decision day, at whatever dose."""
    if node.op is not None or node.lasting is not None:
        raise NeedsEngineError
    days = _reaching(place.decision, place.decision, place)

    def on(which: Which) -> Step:
        drugs = drugs_of(which, scope)
        there = _there(frozenset(), drugs, days, is_class=False, is_now=False)
        return Greatest((there, _absent(drugs, days, scope, place)))

    return _each(node.which, on)


def _lasting(node: Off, scope: Scope, place: Place) -> Days | None:
    if not is_by_calendar(node.lasting, scope):
        raise NeedsEngineError
    return _days(lasting(node.lasting, scope), scope, place)


def _days(looks: Looks, scope: Scope, place: Place) -> Days | None:
    """Return the days of a look-back, None where none of them has come yet."""
    found = looks(place.moment(empty_record(scope.catalogue)))
    if found is None:
        return None
    if len(found) != 1:
        raise NeedsEngineError
    first, last, *_ = found[0](frozenset())
    return _reaching(first, last, place)


def _reaching(first: int, last: int, place: Place) -> Days:
    if last < place.evaluation:
        raise NeedsEngineError
    return first, last


def _each(which: Which, made: Callable[[Which], Step]) -> Step:
    if which.mode == "any":
        return made(which)
    return Least(tuple(made(replace(which, names=(name,), mode="any")) for name in which.names))


def _conditions(which: Which, days: Days, scope: Scope, place: Place, *, is_now: bool) -> Step:
    wanted = scope.concepts(which.names) - scope.concepts(which.other_than)
    there = _there(wanted, frozenset(), days, is_class=_is_class(which.names, scope), is_now=is_now)
    return Greatest((there, _absent(wanted, days, scope, place)))


def _received(names: tuple[str, ...], other_than: tuple[str, ...], days: Days, scope: Scope, place: Place) -> Step:
    drugs = scope.drugs(names) - scope.drugs(other_than)
    events = scope.concepts(names) - scope.concepts(other_than)
    there = _there(events, drugs, days, is_class=_is_class(names, scope), is_now=False)
    return Greatest((there, _absent(drugs | events, days, scope, place)))


def _is_class(names: tuple[str, ...], scope: Scope) -> bool:
    concepts = (scope.catalogue.concept(name) for name in scope.expanded(names))
    return any(concept is not None and concept.members for concept in concepts)


def _there(conditions: frozenset[str], drugs: frozenset[str], days: Days, *, is_class: bool, is_now: bool) -> Step:
    sure, possible = (LastDay(conditions, drugs, is_sure, is_class, is_now) for is_sure in (True, False))
    return There(sure, possible, max(days[0], 1))


def _first_fresh(stays: Shift, until: int) -> int:
    """Return the first day on which what was said then still stands on a day."""
    return latest(lambda day: stays(max(day, 1)) < until) + 1


def _absent(wanted: frozenset[str], days: Days, scope: Scope, place: Place) -> Step:
    """Return whether lists and "never" tell that nothing of what is wanted was there."""
    if place.is_absence_assumed:
        return Constant(FALSE)
    first, last = days
    until = min(place.evaluation, last)
    names: dict[str, set[str]] = {}
    for name in wanted:
        names.setdefault(list_of(scope.catalogue.concept(name)), set()).add(name)
    lists: list[Listed] = []
    for which in sorted(names):
        stays = after(scope.freshness_of_list(which))
        fresh = _first_fresh(stays, until)
        never = NeverUntil(frozenset(names[which]))
        lists.append(Listed(ListDay(which, "since"), ListDay(which, "as_of"), never, fresh))
    return Absent(Born("first"), first, tuple(lists))
