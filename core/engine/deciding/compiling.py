"""From a condition to its truth: each kind of node is made into a function once, and asked ever after."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from core.chart.values import Value
from core.criteria.nodes import (
    AboutValues,
    All,
    AnyOf,
    AtLeast,
    Between,
    Compare,
    Condition,
    Defined,
    Failed,
    Had,
    Has,
    Includes,
    Not,
    NotPublic,
    Off,
    On,
    Received,
    Repeated,
    Shift,
    Shows,
    SourcesDiffer,
    Stable,
    State,
    Therapy,
    TimeSince,
    WhenThen,
)
from core.criteria.scope import Scope
from core.engine.deciding.changes import decide_repeated, decide_shift
from core.engine.deciding.courses import decide_off, decide_on, decide_stable
from core.engine.deciding.given import Fields, decide_had, decide_has, decide_received
from core.engine.deciding.kleene import FALSE, TRUE, UNKNOWN, agreed, at_least
from core.engine.deciding.measured import FieldsOf, FieldTest, decide_measured, decide_shows, decide_time_since
from core.engine.deciding.moment import Decide, Moment
from core.engine.deciding.record import Record
from core.engine.deciding.therapy import decide_failed, decide_therapy
from core.engine.deciding.together import all_together


def compile_truth(node: Condition, scope: Scope) -> Decide:
    """Return the truth of a condition, ready to be asked."""
    return DECIDED[type(node)](node, scope)


def _at_least(node: AtLeast, scope: Scope) -> Decide:
    each = tuple(compile_truth(part, scope) for part in node.parts)
    needed = node.needed
    return lambda m: at_least(needed, [part(m) for part in each])


def _not(node: Not, scope: Scope) -> Decide:
    inner = compile_truth(node.part, scope)
    return lambda m: -inner(m)


def _when(node: WhenThen, scope: Scope) -> Decide:
    other = None if node.otherwise is None else compile_truth(node.otherwise, scope)
    return _branch(compile_truth(node.when, scope), compile_truth(node.then, scope), other)


def _not_public(_node: NotPublic, _scope: Scope) -> Decide:
    return lambda _m: UNKNOWN


def _sources_differ(node: SourcesDiffer, scope: Scope) -> Decide:
    if node.use:
        return compile_truth(node.readings[node.use], scope)
    found = tuple(compile_truth(reading, scope) for reading in node.readings.values())
    return lambda m: agreed([reading(m) for reading in found])


DECIDED: Mapping[type[Condition], Callable[[Any, Scope], Decide]] = {
    All: lambda node, scope: _all(tuple(compile_truth(part, scope) for part in node.parts)),
    AnyOf: lambda node, scope: _any(tuple(compile_truth(part, scope) for part in node.parts)),
    Not: _not,
    AtLeast: _at_least,
    WhenThen: _when,
    NotPublic: _not_public,
    SourcesDiffer: _sources_differ,
    Defined: lambda node, scope: compile_truth(scope.definitions[node.name], scope),
    Compare: decide_measured,
    Between: decide_measured,
    State: decide_measured,
    Includes: decide_measured,
    Repeated: decide_repeated,
    Shift: decide_shift,
    Shows: lambda node, scope: decide_shows(node, scope, _fields),
    TimeSince: lambda node, _scope: decide_time_since(node),
    Has: lambda node, scope: decide_has(node, scope, _with(node.fields, scope)),
    Had: lambda node, scope: decide_had(node, scope, _with(node.fields, scope)),
    Received: decide_received,
    Failed: decide_failed,
    On: decide_on,
    Off: decide_off,
    Stable: decide_stable,
    Therapy: decide_therapy,
}
"""What decides each kind of node."""


def _all(parts: Sequence[Decide]) -> Decide:
    """Return the least of the parts; the first that is false decides."""
    written = all_together(parts)
    if written is not None:
        return written

    def decide(m: Moment) -> int:
        truth = TRUE
        for part in parts:
            found = part(m)
            if found < truth:
                if found == FALSE:
                    return FALSE
                truth = found
        return truth

    return decide


def _any(parts: Sequence[Decide]) -> Decide:
    """Return the greatest of the parts; the first that is true decides."""

    def decide(m: Moment) -> int:
        truth = FALSE
        for part in parts:
            found = part(m)
            if found > truth:
                if found == TRUE:
                    return TRUE
                truth = found
        return truth

    return decide


def _branch(when: Decide, then: Decide, otherwise: Decide | None) -> Decide:
    def decide(m: Moment) -> int:
        is_so = when(m)
        if is_so == TRUE:
            return then(m)
        other = TRUE if otherwise is None else otherwise(m)
        return other if is_so == FALSE else agreed((then(m), other))

    return decide


# --- the fields of one record or event


def _fields(node: Condition, fields: FieldsOf) -> FieldTest:
    """Return the test of a condition on the fields of one record."""
    match node:
        case All(parts) | AnyOf(parts):
            each = [_fields(part, fields) for part in parts]
            pick = min if isinstance(node, All) else max
            return lambda values, record: pick([part(values, record) for part in each])
        case Not(part):
            inner = _fields(part, fields)
            return lambda values, record: -inner(values, record)
        case AtLeast(needed, parts):
            some = [_fields(part, fields) for part in parts]
            return lambda values, record: at_least(needed, [part(values, record) for part in some])
        case WhenThen(when, then, otherwise):
            other = None if otherwise is None else _fields(otherwise, fields)
            return _field_branch(_fields(when, fields), _fields(then, fields), other)
        case SourcesDiffer(readings):
            if node.use:
                return _fields(readings[node.use], fields)
            found = [_fields(reading, fields) for reading in readings.values()]
            return lambda values, record: agreed([reading(values, record) for reading in found])
        case _ if isinstance(node, AboutValues):
            return fields.test(node)
        case _:
            return lambda _values, _record: UNKNOWN


def _field_branch(when: FieldTest, then: FieldTest, otherwise: FieldTest | None) -> FieldTest:
    def test(values: Mapping[str, Value], record: Record) -> int:
        is_so = when(values, record)
        if is_so == TRUE:
            return then(values, record)
        other = TRUE if otherwise is None else otherwise(values, record)
        return other if is_so == FALSE else agreed((then(values, record), other))

    return test


def _with(node: Condition | None, scope: Scope) -> Fields | None:
    """Return what ``with (…)`` asks of an entry, by the fields that its concept has."""
    if node is None:
        return None
    condition = node

    @cache
    def test_for(name: str) -> FieldTest:
        concept = scope.catalogue.concept(name)
        return _fields(condition, FieldsOf({} if concept is None else concept.fields, scope))

    def fields(name: str, values: Mapping[str, Value], m: Moment) -> int:
        return test_for(name)(values, m.record)

    return fields
