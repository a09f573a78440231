"""A situation as a moment: how the rest of the program asks for truth alone."""

from __future__ import annotations

from collections.abc import Callable

from core.criteria.nodes import Condition
from core.criteria.scope import Scope
from core.engine.deciding.compiling import compile_truth
from core.engine.deciding.kleene import TRUTH
from core.engine.deciding.moment import Moment, ordinals
from core.engine.deciding.record import Record, record_of
from core.engine.judgement.situation import Situation
from core.values.truth import Truth


def moment_of(situation: Situation, record: Record | None = None) -> Moment:
    """Return the moment of a situation; ``record`` is that of its chart, where it is at hand."""
    days, measured = situation.days, situation.measured
    held = None if measured is days else (measured.decision_on.toordinal(), ordinals(measured.anchors))
    return Moment(
        record_of(situation.chart, situation.scope.catalogue) if record is None else record,
        situation.evaluation_on.toordinal(),
        days.decision_on.toordinal(),
        ordinals(days.anchors),
        held=held,
        stopped=ordinals(situation.stopped),
        is_assumed=situation.is_absence_assumed,
    )


def decided(condition: Condition, scope: Scope) -> Callable[[Situation], Truth]:
    """Return the truth of a condition for situations."""
    decide = compile_truth(condition, scope)
    return lambda situation: TRUTH[decide(moment_of(situation))]
