"""From a condition to its truth: each kind of node is made into a function once, and asked ever after."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from core.chart.values import Value
from core.criteria.nodes import (
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


def compile_truth(node: Condition, scope: Scope) -> Decide:
    """Return the truth of a condition, ready to be asked."""
    match node:
        case All(parts):
            return _all(tuple(compile_truth(part, scope) for part in parts))
        case AnyOf(parts):
            return _any(tuple(compile_truth(part, scope) for part in parts))
        case Not(part):
            inner = compile_truth(part, scope)
            return lambda m: -inner(m)
        case AtLeast(needed, parts):
            each = tuple(compile_truth(part, scope) for part in parts)
            return lambda m: at_least(needed, [part(m) for part in each])
        case WhenThen(when, then, otherwise):
            other = None if otherwise is None else compile_truth(otherwise, scope)
            return _branch(compile_truth(when, scope), compile_truth(then, scope), other)
        case NotPublic():
            return lambda _m: UNKNOWN
        case SourcesDiffer(readings):
            if node.use:
                return compile_truth(readings[node.use], scope)
            found = tuple(compile_truth(reading, scope) for reading in readings.values())
            return lambda m: agreed([reading(m) for reading in found])
        case Defined(name):
            return compile_truth(scope.definitions[name], scope)
        case _:
            return _sentence(node, scope)


def _sentence(node: Condition, scope: Scope) -> Decide:
    match node:
        case Compare() | Between() | State() | Includes():
            return decide_measured(node, scope)
        case Repeated():
            return decide_repeated(node, scope)
        case Shift():
            return decide_shift(node, scope)
        case Shows():
            return decide_shows(node, scope, _fields)
        case TimeSince():
            return decide_time_since(node)
        case Has():
            return decide_has(node, scope, _with(node.fields, scope))
        case Had():
            return decide_had(node, scope, _with(node.fields, scope))
        case _:
            return _history(node, scope)


def _history(node: Condition, scope: Scope) -> Decide:
    match node:
        case Received():
            return decide_received(node, scope)
        case On():
            return decide_on(node, scope)
        case Off():
            return decide_off(node, scope)
        case Stable():
            return decide_stable(node, scope)
        case Failed():
            return decide_failed(node, scope)
        case Therapy():
            return decide_therapy(node, scope)
        case _:
            message = f"no truth for {type(node).__name__}"
            raise TypeError(message)


def _all(parts: Sequence[Decide]) -> Decide:
    """Return the least of the parts; the first that is false decides."""

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
        case Compare() | Between() | State() | Includes():
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


Compiler = Callable[[Condition, Scope], Decide]
