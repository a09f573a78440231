"""Strong Kleene over outcomes: which parts carry a result, and what stays open."""

from __future__ import annotations

from collections.abc import Sequence

from core.criteria.nodes import Condition, SourcesDiffer
from core.engine.judgement.outcome import About, Assumption, Cause, Gap, Outcome, united
from core.values.merging import merged
from core.values.truth import Truth, agreed, at_least

_NO_REFS = frozenset[str]()
_NO_GAPS = frozenset[Gap]()
_NOTHING = frozenset[Assumption]()


def joined(node: Condition, parts: Sequence[Outcome], *, is_all: bool) -> Outcome:
    """Join parts by ``all`` or ``any``."""
    decisive = Truth.FALSE if is_all else Truth.TRUE
    truths = {part.truth for part in parts}
    if decisive in truths:
        return _made(node, decisive, _carrying(parts, decisive), parts)
    truth = Truth.UNKNOWN if Truth.UNKNOWN in truths else ~decisive
    return _made(node, truth, parts, parts)


def counted(node: Condition, parts: Sequence[Outcome], needed: int) -> Outcome:
    """Join parts by ``at least n``."""
    truth = at_least(needed, (part.truth for part in parts))
    carrying = tuple(parts)
    if truth is Truth.TRUE:
        true_parts = [part for part in parts if part.truth is Truth.TRUE]
        carrying = tuple(sorted(true_parts, key=lambda part: bool(part.assumed))[:needed])
    return _made(node, truth, carrying, parts)


def negated(node: Condition, part: Outcome) -> Outcome:
    """Negate a part."""
    return Outcome(node, ~part.truth, part.gaps, part.evidence, part.assumed, (part,), part.counted)


def branched(node: Condition, when: Outcome, then: Outcome, otherwise: Outcome | None) -> Outcome:
    """Judge ``when/then/else``; a missing ``else`` is satisfied."""
    parts = (when, then) if otherwise is None else (when, then, otherwise)
    other_truth = Truth.TRUE if otherwise is None else otherwise.truth
    if when.truth is Truth.TRUE:
        return _made(node, then.truth, (when, then), parts)
    if when.truth is Truth.FALSE:
        carrying = (when,) if otherwise is None else (when, otherwise)
        return _made(node, other_truth, carrying, parts)
    truth = agreed((then.truth, other_truth))
    if truth is Truth.UNKNOWN:
        gaps = merged(part.gaps for part in parts)
        return Outcome(node, truth, gaps, united(parts)[1], frozenset(), parts)
    return _made(node, truth, parts, parts)


def disputed(node: SourcesDiffer, readings: Sequence[Outcome]) -> Outcome:
    """Judge readings of several sources: the newer one decides where the file says so, else they must agree."""
    if node.use:
        chosen = readings[tuple(node.readings).index(node.use)]
        return Outcome(node, chosen.truth, chosen.gaps, chosen.evidence, chosen.assumed, tuple(readings))
    truth = agreed(reading.truth for reading in readings)
    if truth is Truth.UNKNOWN and all(reading.truth.is_known for reading in readings):
        gap = Gap(Cause.SOURCES_DIFFER, ", ".join(node.readings), About.TEXT)
        return Outcome(node, truth, frozenset({gap}), united(readings)[1], frozenset(), tuple(readings))
    return _made(node, truth, tuple(readings), readings)


def _carrying(parts: Sequence[Outcome], decisive: Truth) -> tuple[Outcome, ...]:
    carrying = tuple(part for part in parts if part.truth is decisive)
    free = tuple(part for part in carrying if not part.assumed)
    return free[:1] or carrying


def _made(node: Condition, truth: Truth, carrying: Sequence[Outcome], parts: Sequence[Outcome]) -> Outcome:
    evidence = _NO_REFS.union(*[part.evidence for part in carrying])
    if truth is Truth.UNKNOWN:
        gaps = _NO_GAPS.union(*[part.gaps for part in carrying if part.truth is Truth.UNKNOWN])
        return Outcome(node, truth, gaps, evidence, _NOTHING, tuple(parts))
    assumed = _NOTHING.union(*[part.assumed for part in carrying])
    return Outcome(node, truth, _NO_GAPS, evidence, assumed, tuple(parts))
