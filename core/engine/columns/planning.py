"""From a condition to a plan: every kind of node is made into steps once, for a place in the calendar.

What columns cannot say exactly becomes a verdict column of the deciding engine, which is asked for that sentence alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

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
from core.criteria.printing.sentences import is_sentence, print_sentence
from core.criteria.scope import Scope
from core.engine.columns.column import Column, VerdictOf
from core.engine.columns.histories import plan_had, plan_has, plan_off, plan_on, plan_received
from core.engine.columns.measured import plan_measured, plan_time_since
from core.engine.columns.needing import NeedsEngineError
from core.engine.columns.place import Place
from core.engine.columns.steps import (
    Agreed,
    Constant,
    Counted,
    Excepted,
    Given,
    Greatest,
    Least,
    Reversed,
    Step,
    columns_of,
)
from core.engine.deciding.compiling import compile_truth
from core.engine.deciding.kleene import TRUE, UNKNOWN
from core.engine.deciding.moment import Decide


@dataclass(frozen=True)
class Plan:
    """One condition ready for any machine. ``step`` gives its truth; ``place`` are the days it was made for.

    ``exception`` is the column of those for whom the columns do not suffice: the deciding engine is asked for them.
    """

    step: Step
    place: Place
    decide: Decide
    exception: VerdictOf | None

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns it reads, each once."""
        return tuple(dict.fromkeys(columns_of(self.step)))

    @cached_property
    def plain(self) -> tuple[Column, ...]:
        """Those among them that tell what is on record."""
        return tuple(each for each in self.columns if not isinstance(each, VerdictOf))

    @cached_property
    def given(self) -> tuple[VerdictOf, ...]:
        """Those among them that the deciding engine makes for everybody."""
        return tuple(each for each in self.columns if isinstance(each, VerdictOf) and not each.is_exception)


def plan_of(condition: Condition, scope: Scope, place: Place, name: str) -> Plan:
    """Return the plan of a condition; ``name`` is what its verdict columns are called by."""
    step = _Planner(scope, place, name).step(condition)
    decide = compile_truth(condition, scope)
    if isinstance(step, Constant):
        return Plan(step, place, decide, None)
    exception = VerdictOf(f"{name}_exception", "", decide, is_exception=True)
    return Plan(Excepted(exception, step), place, decide, exception)


class _Planner:
    def __init__(self, scope: Scope, place: Place, name: str) -> None:
        self.scope = scope
        self.place = place
        self._name = name
        self._given: dict[Condition, Given] = {}

    def step(self, node: Condition) -> Step:
        try:
            return PLANNED[type(node)](node, self)
        except NeedsEngineError:
            return self.given(node)

    def steps(self, nodes: tuple[Condition, ...]) -> tuple[Step, ...]:
        return tuple(self.step(each) for each in nodes)

    def given(self, node: Condition) -> Given:
        """Return the verdict of the deciding engine on one sentence."""
        if node not in self._given:
            text = print_sentence(node) if is_sentence(node) else type(node).__name__.lower()
            column = VerdictOf(f"{self._name}_verdict_{len(self._given) + 1}", text, compile_truth(node, self.scope))
            self._given[node] = Given(column)
        return self._given[node]


def _branch(node: WhenThen, planner: _Planner) -> Step:
    """What is so in either branch holds whatever the condition is."""
    when, then = planner.step(node.when), planner.step(node.then)
    other = Constant(TRUE) if node.otherwise is None else planner.step(node.otherwise)
    return Greatest((Least((when, then)), Least((Reversed(when), other)), Least((then, other))))


def _sources_differ(node: SourcesDiffer, planner: _Planner) -> Step:
    if node.use:
        return planner.step(node.readings[node.use])
    return Agreed(planner.steps(tuple(node.readings.values())))


def _measured(node: Compare | Between | State | Includes, planner: _Planner) -> Step:
    return plan_measured(node, planner.scope, planner.place)


def _by_engine(node: Condition, planner: _Planner) -> Step:
    return planner.given(node)


PLANNED: Mapping[type[Condition], Callable[[Any, _Planner], Step]] = {
    All: lambda node, planner: Least(planner.steps(node.parts)),
    AnyOf: lambda node, planner: Greatest(planner.steps(node.parts)),
    Not: lambda node, planner: Reversed(planner.step(node.part)),
    AtLeast: lambda node, planner: Counted(node.needed, planner.steps(node.parts)),
    WhenThen: _branch,
    NotPublic: lambda _node, _planner: Constant(UNKNOWN),
    SourcesDiffer: _sources_differ,
    Defined: lambda node, planner: planner.step(planner.scope.definitions[node.name]),
    Compare: _measured,
    Between: _measured,
    State: _measured,
    Includes: _measured,
    TimeSince: lambda node, planner: plan_time_since(node, planner.place),
    Has: lambda node, planner: plan_has(node, planner.scope, planner.place),
    Had: lambda node, planner: plan_had(node, planner.scope, planner.place),
    Received: lambda node, planner: plan_received(node, planner.scope, planner.place),
    On: lambda node, planner: plan_on(node, planner.scope, planner.place),
    Off: lambda node, planner: plan_off(node, planner.scope, planner.place),
    Repeated: _by_engine,
    Shift: _by_engine,
    Shows: _by_engine,
    Failed: _by_engine,
    Stable: _by_engine,
    Therapy: _by_engine,
}
"""What plans each kind of node; a sentence that needs the deciding engine says so here, or by its own error."""
