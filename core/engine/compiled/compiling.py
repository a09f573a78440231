"""From a condition to the closure that judges it; everything the rule and the catalogue decide is decided here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, singledispatch

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
from core.criteria.values import Which
from core.engine.compiled.connectives import (
    compile_all,
    compile_any,
    compile_at_least,
    compile_defined,
    compile_not,
    compile_not_public,
    compile_sources,
    compile_when,
)
from core.engine.compiled.courses import ask_off, ask_on, ask_received
from core.engine.compiled.episodes import FieldsOf, ask_had, ask_has
from core.engine.compiled.failures import judge_failed
from core.engine.compiled.judged import Judge, asking
from core.engine.compiled.landmarks import ask_time_since
from core.engine.compiled.records import ask_shows, compile_event_fields
from core.engine.compiled.repeated import ask_repeated
from core.engine.compiled.shifts import ask_shift
from core.engine.compiled.stability import ask_stable
from core.engine.compiled.subjects import judge_measured
from core.engine.compiled.therapy import judge_therapy


def compile_condition(condition: Condition, scope: Scope) -> Judge:
    """Return the closure that judges a condition; at run time it looks only at the situation's chart and days."""
    return _made(condition, scope)


@singledispatch
def _made(node: object, _scope: Scope) -> Judge:
    message = f"no closure can be made of {type(node).__name__}"
    raise TypeError(message)


def _inner(scope: Scope) -> Callable[[Condition], Judge]:
    return partial(compile_condition, scope=scope)


@_made.register
def _(node: All, scope: Scope) -> Judge:
    return compile_all(node, _inner(scope))


@_made.register
def _(node: AnyOf, scope: Scope) -> Judge:
    return compile_any(node, _inner(scope))


@_made.register
def _(node: Not, scope: Scope) -> Judge:
    return compile_not(node, _inner(scope))


@_made.register
def _(node: AtLeast, scope: Scope) -> Judge:
    return compile_at_least(node, _inner(scope))


@_made.register
def _(node: WhenThen, scope: Scope) -> Judge:
    return compile_when(node, _inner(scope))


@_made.register
def _(node: SourcesDiffer, scope: Scope) -> Judge:
    return compile_sources(node, _inner(scope))


@_made.register
def _(node: NotPublic, _scope: Scope) -> Judge:
    return compile_not_public(node)


@_made.register
def _(node: Defined, scope: Scope) -> Judge:
    return compile_defined(node, compile_condition(scope.definitions[node.name], scope))


@_made.register(Compare)
@_made.register(Between)
@_made.register(State)
@_made.register(Includes)
def _(node: Compare | Between | State | Includes, scope: Scope) -> Judge:
    return judge_measured(node, scope)


@_made.register
def _(node: Repeated, scope: Scope) -> Judge:
    return asking(node, ask_repeated(node, scope))


@_made.register
def _(node: Shift, scope: Scope) -> Judge:
    return asking(node, ask_shift(node, scope))


@_made.register
def _(node: TimeSince, _scope: Scope) -> Judge:
    return asking(node, ask_time_since(node))


@_made.register
def _(node: Shows, scope: Scope) -> Judge:
    return asking(node, ask_shows(node, scope, _inner(scope)))


@_made.register
def _(node: Has, scope: Scope) -> Judge:
    return asking(node, ask_has(node, scope, _fields(node.which, node.fields, scope)))


@_made.register
def _(node: Had, scope: Scope) -> Judge:
    return asking(node, ask_had(node, scope, _fields(node.which, node.fields, scope)))


def _fields(which: Which, fields: Condition | None, scope: Scope) -> FieldsOf | None:
    return compile_event_fields(fields, scope.concepts(which.names), scope, _inner(scope))


@_made.register
def _(node: Received, scope: Scope) -> Judge:
    return asking(node, ask_received(node, scope))


@_made.register
def _(node: Failed, scope: Scope) -> Judge:
    return judge_failed(node, scope)


@_made.register
def _(node: On, scope: Scope) -> Judge:
    return asking(node, ask_on(node, scope))


@_made.register
def _(node: Off, scope: Scope) -> Judge:
    return asking(node, ask_off(node, scope))


@_made.register
def _(node: Stable, scope: Scope) -> Judge:
    return asking(node, ask_stable(node, scope))


@_made.register
def _(node: Therapy, scope: Scope) -> Judge:
    return judge_therapy(node, scope)
