"""failed: a therapy count of one, by the outcomes the file gives the word."""

from __future__ import annotations

from core.criteria.nodes import Failed, Therapy
from core.criteria.scope import Scope
from core.criteria.values import Lasting
from core.engine.compiled.judged import NO, Judge, all_true, outcome_of
from core.engine.compiled.therapy import compile_count
from core.engine.judgement.outcome import Outcome
from core.engine.judgement.situation import Situation


def judge_failed(node: Failed, scope: Scope) -> Judge:
    """Make ``failed which [for …] [window]``."""
    if node.which.mode == "any":
        return _count(node, node.which.names, scope)
    judges = tuple(_count(node, (name,), scope) for name in node.which.names)

    def judge(situation: Situation) -> Outcome:
        parts = tuple(inner(situation) for inner in judges)
        return outcome_of(node, all_true(parts), parts)

    return judge


def _count(node: Failed, names: tuple[str, ...], scope: Scope) -> Judge:
    others = scope.drugs(node.which.other_than)
    left = tuple(sorted(scope.drugs(names) - others)) if others else names
    if not left:
        nothing = outcome_of(node, NO)
        return lambda _situation: nothing
    each_for: dict[str, Lasting] = {} if node.lasting is None else {"": node.lasting}
    therapy = Therapy(scope.failed_means, 1, left, each_for=each_for)
    return compile_count(node, therapy, scope, window=node.window)
