"""Which findings are admissible for a term, certainly or possibly, and why none is where none is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from core.catalogue.concept import Concept, Kind
from core.chart.entries import Finding
from core.chart.values import Absence
from core.engine.compiled.absences import newest_absence
from core.engine.compiled.judged import FALSE, NO, NO_GAPS, TRUE, UNKNOWN, Judged, one_gap
from core.engine.compiled.measuring import SCORE
from core.engine.compiled.newest import newest
from core.engine.compiled.windows import Bounds
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation
from core.values.partial_date import PartialDate

Support = Callable[[Situation, Finding], Judged]
"""Answers whether a result was taken under what disqualifies it (a transfusion shortly before)."""

REPEAT = "repeat without support"
_STANDING_KINDS = (Kind.YES_NO, Kind.CODE, Kind.CODES)


class Admitted(NamedTuple):
    """A finding that may decide. ``support`` is unknown where it may be disqualified, or nobody can say."""

    finding: Finding
    is_certain: bool
    support: Judged


class Sifted(NamedTuple):
    """The findings admitted, and what became of the others."""

    admitted: list[Admitted]
    stale: list[Finding]
    undated: list[Finding]
    supported: list[tuple[Finding, Judged]]
    other_method: list[Finding]


Sift = Callable[[Situation, Bounds], Sifted]


class Asked(NamedTuple):
    """What a sentence asks of the findings of one concept before it looks at their values."""

    concept: str
    qualifiers: frozenset[str]
    is_undated_admitted: bool
    support: Support | None


def asked_of(
    concept: Concept | None,
    name: str,
    qualifiers: Iterable[str],
    support: Support | None,
    *,
    has_window: bool,
    is_ever: bool,
) -> Asked:
    """Return what is asked; undated findings count only where no window could shut them out."""
    is_fresh_for_ever = concept is None or concept.freshness is None
    is_standing = concept is not None and concept.kind in _STANDING_KINDS
    is_undated = not has_window and (is_fresh_for_ever or is_ever or is_standing)
    return Asked(name, frozenset(qualifiers) - {SCORE}, is_undated, support)


def compile_sift(asked: Asked, concept: Concept | None) -> Sift:
    """Make the closure that sorts the findings of a concept for one window."""
    of_method = _method(asked.qualifiers, concept)

    def sift(situation: Situation, bounds: Bounds) -> Sifted:
        sifted = Sifted([], [], [], [], [])
        for finding in situation.chart.of(asked.concept):
            if isinstance(finding.value, Absence):
                continue
            if not of_method(finding.qualifiers):
                sifted.other_method.append(finding)
                continue
            place = _place(finding.on, bounds, is_undated_admitted=asked.is_undated_admitted)
            if place is None:
                (sifted.undated if finding.on is None else sifted.stale).append(finding)
                continue
            _admit(situation, finding, asked.support, sifted, is_certain=place)
        return sifted

    return sift


def _admit(
    situation: Situation, finding: Finding, support: Support | None, sifted: Sifted, *, is_certain: bool
) -> None:
    judged = NO if support is None else support(situation, finding)
    if judged.truth is TRUE:
        sifted.supported.append((finding, judged))
    else:
        sifted.admitted.append(Admitted(finding, is_certain and judged.truth is FALSE, judged))


def _method(qualifiers: frozenset[str], concept: Concept | None) -> Callable[[frozenset[str]], bool]:
    if qualifiers:
        return qualifiers.issubset
    if concept is None or not concept.interchangeable:
        return _any_method
    standing = concept.interchangeable[0]
    return lambda written: not written or not standing.isdisjoint(written)


def _any_method(_written: frozenset[str]) -> bool:
    return True


def _place(on: PartialDate | None, bounds: Bounds, *, is_undated_admitted: bool) -> bool | None:
    """Return True for certainly inside, False for possibly, None for outside."""
    if on is None:
        return True if is_undated_admitted else None
    if on.last < bounds.first or on.first > bounds.last:
        return None
    return bounds.first <= on.first and on.last <= bounds.last


def why_none(situation: Situation, sifted: Sifted, concept: str) -> Judged:
    """Return the one gap that explains why no finding is admissible, with the newest finding that made it."""
    reasons = (
        (Cause.STALE, "", sifted.stale),
        (Cause.UNDATED, "", sifted.undated),
        (Cause.METHOD, REPEAT, [finding for finding, _ in sifted.supported]),
        (Cause.METHOD, "", sifted.other_method),
    )
    for cause, detail, findings in reasons:
        found = newest(reversed(findings))  # of one day the one recorded last
        if found is not None:
            evidence = frozenset((found.ref,))
            if detail:
                evidence = evidence.union(*(judged.evidence for each, judged in sifted.supported if each is found))
            return Judged(UNKNOWN, one_gap(cause, concept, detail=detail), evidence)
    word, evidence = newest_absence(situation.chart.of(concept))
    return Judged(UNKNOWN, one_gap(Cause.MISSING, concept, detail=word), evidence)


def is_newer(one: Finding, other: Finding) -> bool:
    """True if one finding is certainly newer than the other: by day, on one day by clock; undated is oldest."""
    if one.on is None or other.on is None:
        return one.on is not None and other.on is None
    if one.on.first > other.on.last:
        return True
    is_one_day = one.on.is_exact and other.on.is_exact and one.on.first == other.on.first
    return is_one_day and bool(one.on.clock) and bool(other.on.clock) and one.on.clock > other.on.clock


def with_support(admitted: Admitted, judged: Judged) -> Judged:
    """Return what an admitted finding says, with what was looked at to admit it."""
    support = admitted.support
    if support is NO:
        evidence = judged.evidence | {admitted.finding.ref} if judged.evidence else frozenset((admitted.finding.ref,))
        return Judged(judged.truth, judged.gaps, evidence, judged.assumed)
    evidence = judged.evidence | support.evidence | {admitted.finding.ref}
    if judged.truth is UNKNOWN:
        return Judged(UNKNOWN, judged.gaps, evidence)
    return Judged(judged.truth, NO_GAPS, evidence, judged.assumed | support.assumed)
