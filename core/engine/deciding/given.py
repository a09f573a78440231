"""Conditions, events and drugs in some days: has, had, received."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace

from core.chart.values import Value
from core.criteria.nodes import Had, Has, Received
from core.criteria.scope import Scope
from core.criteria.values import Which
from core.engine.deciding.absences import SIGN_STANDS, covering, never_had
from core.engine.deciding.calendar import OPEN, after
from core.engine.deciding.kleene import FALSE, TRUE, UNKNOWN, agreed, at_least
from core.engine.deciding.moment import Decide, Moment
from core.engine.deciding.record import Days, Result, Taken, There
from core.engine.deciding.windows import Look, Looks, Period, always, looks_back
from core.values.duration import Duration

Fields = Callable[[str, Mapping[str, Value], Moment], int]
"""What ``with (…)`` says of an entry of a concept."""

In = Callable[[Moment, Look], int]
"""The truth in the days of one reading."""


def meet(days: Days, first: int, last: int) -> int:
    """Return whether some day lies between two."""
    if days[0] > last or first > last or days[3] < first:
        return FALSE
    return TRUE if days[1] <= last and days[2] >= first else UNKNOWN


def meet_period(days: Days, period: Period) -> int:
    """Return whether some day lies in a period; in one known in part, certainly or possibly."""
    sure = meet(days, period[0], period[1])
    if sure == TRUE or (period[0] == period[2] and period[1] == period[3]):
        return sure
    return FALSE if meet(days, period[2], period[3]) == FALSE else UNKNOWN


def over(which: Which, looks: Looks, made: Callable[[Which], In]) -> Decide:
    """Return what all readings give, for any of the names or for each of them."""
    each = (which,) if which.mode == "any" else tuple(replace(which, names=(name,), mode="any") for name in which.names)
    judges = tuple(made(one) for one in each)

    def decide(m: Moment) -> int:
        found = looks(m)
        if found is None:
            return UNKNOWN
        if len(found) == 1:
            return min([judge(m, found[0]) for judge in judges])
        return min([agreed([judge(m, look) for look in found]) for judge in judges])

    return decide


def decide_has(node: Has, scope: Scope, fields: Fields | None) -> Decide:
    """Return ``has``: present on the decision day."""
    return over(
        node.which,
        lambda m: (always(m.decision, m.decision),),
        lambda which: conditions_in(which, scope, fields, is_now=True),
    )


def decide_had(node: Had, scope: Scope, fields: Fields | None) -> Decide:
    """Return ``had``: there on some day of the look-back."""
    return over(
        node.which, looks_back(node.window, scope), lambda which: conditions_in(which, scope, fields, is_now=False)
    )


def decide_received(node: Received, scope: Scope) -> Decide:
    """Return ``received``: so many courses (or given events) with a day in the look-back."""
    return over(
        node.which,
        looks_back(node.window, scope),
        lambda which: received_in(which.names, scope, which.other_than, node.times),
    )


# --- conditions and events


def conditions_in(which: Which, scope: Scope, fields: Fields | None, *, is_now: bool) -> In:
    """Return whether one of some conditions or events was there."""
    wanted = scope.concepts(which.names) - scope.concepts(which.other_than)
    entries = _entries(which, wanted, scope, fields)
    covers = covering(wanted, scope, is_now=is_now)

    def judge(m: Moment, look: Look) -> int:
        best = max(entries(m, look(frozenset())), default=FALSE)
        return best if best != FALSE else FALSE if covers(m, look) else UNKNOWN

    return judge


def _entries(
    which: Which, wanted: frozenset[str], scope: Scope, fields: Fields | None
) -> Callable[[Moment, Period], list[int]]:
    """Return what each episode and sign says."""
    catalogue = scope.catalogue
    concepts = (catalogue.concept(name) for name in scope.expanded(which.names))
    is_class = any(concept is not None and concept.members for concept in concepts)
    stands = {name: after(_stands(name, scope)) for name in wanted}

    def of_text(m: Moment, each: There, period: Period) -> int:
        if each.episode.mark is not None or never_had(m, wanted, period[3], scope):
            return FALSE
        return min(UNKNOWN, meet_period(each.days_at(m.evaluation), period))

    def of_sign(m: Moment, name: str, result: Result, period: Period) -> int:
        truth = _sign(m, name, result, stands[name], period)
        return truth if fields is None or truth == FALSE else min(truth, fields(name, {}, m))

    def entries(m: Moment, period: Period) -> list[int]:
        seen = m.record.of_conditions(wanted)
        found = [_with(fields, each, min(is_of, _present(m, each, period)), m) for each, is_of in seen]
        if is_class:
            found += [of_text(m, each, period) for each in m.record.untold]
        for name in wanted & m.record.recorded:
            found += [of_sign(m, name, result, period) for result in m.record.of(name) if result.is_yes]
        return found

    return entries


def _with(fields: Fields | None, there: There, truth: int, m: Moment) -> int:
    if fields is None or truth == FALSE:
        return truth
    return min(truth, fields(there.concept, there.episode.fields, m))


def _present(m: Moment, there: There, period: Period) -> int:
    """Return whether an episode was there; a later "not there" ends one whose end is not known."""
    days = there.days_at(m.evaluation)
    if there.is_open:
        denial = _first_denial(m, there.concept, max(days[1], days[2]))
        if denial is not None:
            days = _ended(days, denial)
    truth = meet_period(days, period)
    return min(truth, UNKNOWN) if there.is_in_doubt else truth


def _first_denial(m: Moment, concept: str, day: int) -> int | None:
    """Return the last possible day of the first finding that says "not there", certainly after a day."""
    days = [each.last for each in m.record.of(concept) if each.is_no and each.first is not None and each.first > day]
    return min((last for last in days if last is not None), default=None)


def _ended(days: Days, denial: int) -> Days:
    last = denial - 1
    return days[0], min(days[1], last), min(days[2], last), last


def _stands(name: str, scope: Scope) -> Duration:
    concept = scope.catalogue.concept(name)
    return SIGN_STANDS if concept is None or concept.freshness is None else concept.freshness


def _sign(m: Moment, name: str, seen: Result, stands: Callable[[int], int], period: Period) -> int:
    """Return whether a sign that was seen was there in a period."""
    if seen.first is None or seen.last is None:
        days: Days = (1, 1, 1, OPEN)
        denial = _first_denial(m, name, 1)
        return meet_period(days if denial is None else _ended(days, denial), period)
    if seen.first == seen.last and any(
        other.is_no and other.first == other.last == seen.first for other in m.record.of(name)
    ):
        return UNKNOWN
    until = stands(seen.first)
    end = OPEN if until >= m.evaluation else until
    days = (seen.first, seen.last, end, OPEN)
    denial = _first_denial(m, name, seen.last)
    return meet_period(days if denial is None else _ended(days, denial), period)


# --- drugs and given events


def looked(name: str, may_be: frozenset[str], drugs: AbstractSet[str], scope: Scope) -> frozenset[str]:
    """Return the drugs whose half-lives count for a course written with a name."""
    own = scope.catalogue.drugs_of(name)
    return own if own <= drugs else scope.catalogue.may_be(name, may_be) & drugs


def received_in(names: tuple[str, ...], scope: Scope, other_than: tuple[str, ...] = (), times: int = 1) -> In:
    """Return whether some drugs or events were given so many times."""
    drugs = scope.drugs(names) - scope.drugs(other_than)
    events = scope.concepts(names) - scope.concepts(other_than)
    entries = _entries(Which(names, "any", other_than), events, scope, None)
    covers = covering(drugs | events, scope)

    def of_course(m: Moment, taken: Taken, is_meant: int, look: Look) -> int:
        period = look(looked(taken.drug, taken.course.may_be, drugs, scope))
        return min(is_meant, meet_period(taken.days_at(m.evaluation, m.stopped), period))

    def judge(m: Moment, look: Look) -> int:
        found = [of_course(m, each, is_meant, look) for each, is_meant in m.record.of_drugs(drugs)]
        found += entries(m, look(frozenset()))
        truth = at_least(times, found)
        return truth if truth != FALSE else FALSE if covers(m, look) else UNKNOWN

    return judge
