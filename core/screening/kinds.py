"""What a failure that neither a day nor stopping cures is called: repeatable, treatable, fixed and the like."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from core.catalogue.concept import Change
from core.chart.chart import Chart
from core.chart.entries import Episode, Finding
from core.criteria.nodes import (
    AboutValues,
    AnyOf,
    AtLeast,
    Compare,
    Failed,
    Had,
    Has,
    Not,
    Off,
    On,
    Received,
    Repeated,
    Shift,
    Shows,
    Stable,
    State,
    Therapy,
    TimeSince,
)
from core.criteria.scope import Scope
from core.criteria.values import Term
from core.engine.judgement.outcome import Outcome
from core.screening.judgements import Remedy
from core.values.truth import Truth

_ORDER = (Remedy.REPEATABLE, Remedy.PASSING, Remedy.TREATABLE, Remedy.ANOTHER_COURSE, Remedy.FIXED)
_BY_CHANGE = {
    Change.NEVER: Remedy.FIXED,
    Change.WITH_TIME: Remedy.FIXED,
    Change.OF_ITSELF: Remedy.PASSING,
    Change.BY_REPEATING: Remedy.REPEATABLE,
    Change.BY_TREATMENT: Remedy.TREATABLE,
}


def kind_of_failure(outcome: Outcome, scope: Scope, chart: Chart) -> Remedy:
    """Return what would have to happen for a false outcome to become true, the hardest of what is needed."""
    return _Failure(scope, chart).kind(outcome, wanted=Truth.TRUE)


@dataclass(frozen=True, slots=True)
class _Failure:
    """What a failure is judged by: the names of the file, and the entries that are its evidence."""

    scope: Scope
    chart: Chart

    def kind(self, outcome: Outcome, wanted: Truth) -> Remedy:
        """Return the remedy of an outcome that is not what is wanted."""
        parts = [part for part in outcome.parts if part.truth is not wanted or len(outcome.parts) == 1]
        if not outcome.parts or not parts:
            return self._leaf(outcome)
        node = outcome.node
        if isinstance(node, Not):
            return self.kind(outcome.parts[0], ~wanted)
        kinds = [self.kind(part, wanted) for part in parts if part.truth is ~wanted] or [self._leaf(outcome)]
        is_one_enough = isinstance(node, AnyOf | AtLeast | Compare | State) == (wanted is Truth.TRUE)
        pick = min if is_one_enough else max
        return pick(kinds, key=_ORDER.index)

    def _leaf(self, outcome: Outcome) -> Remedy:
        node = outcome.node
        if isinstance(node, Therapy | Failed):
            return Remedy.ANOTHER_COURSE
        if isinstance(node, On | Off | Stable):
            return Remedy.TREATABLE
        if isinstance(node, TimeSince):
            return Remedy.FIXED
        if isinstance(node, Has):
            return self._hardest(self._present(outcome) or self.scope.concepts(node.which.names))
        if isinstance(node, Had | Received):  # what is over stays so; what goes on is what it is under ``has``
            return self._hardest(self._going_on(outcome)) if node.window is not None else Remedy.FIXED
        return self._measured(outcome)

    def _measured(self, outcome: Outcome) -> Remedy:
        node = outcome.node
        if isinstance(node, Shows):
            return self._hardest((node.record,))
        if isinstance(node, Repeated | Shift):
            return self._hardest((node.term.name,))
        if isinstance(node, AboutValues):
            found = self._present(outcome)
            if found:
                return self._hardest(found)
            if isinstance(node.subject, Term):
                return self._hardest((node.subject.name,))
            return self._hardest(self.scope.expanded(node.subject.names))
        return Remedy.FIXED

    def _hardest(self, names: Iterable[str]) -> Remedy:
        return max((_BY_CHANGE[self.scope.change_of(name)] for name in names), key=_ORDER.index, default=Remedy.FIXED)

    def _present(self, outcome: Outcome) -> frozenset[str]:
        """Return the concepts in the evidence: the same fact has the same remedy whatever else a list names."""
        entries = (self.chart.by_ref.get(ref) for ref in outcome.evidence)
        return frozenset(each.concept for each in entries if isinstance(each, Episode | Finding) and each.concept)

    def _going_on(self, outcome: Outcome) -> frozenset[str]:
        entries = (self.chart.by_ref.get(ref) for ref in outcome.evidence)
        return frozenset(each.concept for each in entries if isinstance(each, Episode) and each.is_ongoing)
