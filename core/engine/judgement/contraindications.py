"""What a therapy count takes for granted about contraindications nobody recorded."""

from __future__ import annotations

from core.criteria.nodes import Therapy
from core.engine.judgement.outcome import Assumption, AssumptionKind
from core.values.truth import Truth

_NONE_ELSE = frozenset({Assumption(AssumptionKind.ABSENT, "contraindications")})


def taken_for_granted(node: Therapy, truth: Truth) -> frozenset[Assumption]:
    """Return that no further drug is contraindicated, where one more could turn a false count.

    There is no list of contraindications that could be complete: absence is inferred here, so it is said.
    """
    is_open = truth is Truth.FALSE and node.contraindicated != "ignored"
    return _NONE_ELSE if is_open else frozenset()
