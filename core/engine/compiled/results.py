"""Results: which finding decides, or any, every, ever one of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from core.catalogue.concept import Concept
from core.chart.entries import Finding
from core.criteria.scope import Scope
from core.criteria.values import Window
from core.engine.compiled.admitting import (
    Admitted,
    Asked,
    Sift,
    Sifted,
    Support,
    asked_of,
    compile_sift,
    is_newer,
    why_none,
    with_support,
)
from core.engine.compiled.judged import (
    FALSE,
    NO_ASSUMPTIONS,
    NO_GAPS,
    TRUE,
    UNKNOWN,
    Ask,
    Assumptions,
    Gaps,
    Judged,
    Refs,
    one_gap,
    together,
    unknown_for,
)
from core.engine.compiled.lists import RESULTS, Complete, compile_completeness
from core.engine.compiled.measuring import Test
from core.engine.compiled.windows import EVER, Bounds, FrameOf, over_windows, results_frame
from core.engine.judgement.outcome import About, Assumption, AssumptionKind, Cause
from core.engine.judgement.situation import Situation
from core.values.truth import Truth


class Weighed(NamedTuple):
    """An admitted finding and what it says."""

    finding: Finding
    is_certain: bool
    judged: Judged
    unsupported: Gaps
    """Why it is not known whether the finding counts at all."""


Settle = Callable[[Situation, Sifted], Judged]
"""Brings what several findings say to one answer."""


class Source(NamedTuple):
    """Where the findings of a sentence come from, before their values are looked at.

    A known answer rests on ``if_dated`` where a dated finding carries it, on ``if_undated`` where an undated one does.
    """

    name: str
    concept: Concept | None
    asked: Asked
    sift: Sift
    frame_of: FrameOf
    if_dated: Assumptions
    if_undated: Assumptions
    if_nothing: Judged | None
    """The answer where nothing at all is recorded of the concept; None where the window must be looked at first."""

    def ask(self, situation: Situation, judge: Callable[[Bounds], Judged]) -> Judged:
        """Return what the findings of the window say; nothing is assumed for an unknown."""
        judged = over_windows(self.frame_of(situation), self.name, judge)
        return judged._replace(assumed=NO_ASSUMPTIONS) if judged.truth is UNKNOWN and judged.assumed else judged


def compile_source(
    name: str,
    qualifiers: tuple[str, ...],
    window: Window | None,
    scope: Scope,
    *,
    is_ever: bool = False,
    support: Support | None = None,
) -> Source:
    """Make the window and the sorting of findings for one concept."""
    concept = scope.catalogue.concept(name)
    asked = asked_of(concept, name, qualifiers, support, is_ever=is_ever, has_window=window is not None)
    frame_of = results_frame(window, scope, concept, is_ever=is_ever)
    if_dated, if_undated = NO_ASSUMPTIONS, NO_ASSUMPTIONS
    if concept is not None and concept.freshness is not None and window is None and not is_ever:
        if_dated = frozenset((Assumption(AssumptionKind.DEFAULT_WINDOW, name, str(concept.freshness)),))
        if_undated = frozenset((Assumption(AssumptionKind.UNDATED, name),))
    is_placed = window is None or window.anchor in ("", *scope.anchors)
    if_nothing = unknown_for(Cause.MISSING, name) if is_placed else None
    return Source(name, concept, asked, compile_sift(asked, concept), frame_of, if_dated, if_undated, if_nothing)


def weigh(situation: Situation, source: Source, test: Test, admitted: Admitted) -> Weighed:
    """Return what an admitted finding says, with what it rests on."""
    judged = with_support(admitted, test(situation, admitted.finding))
    assumed = source.if_undated if admitted.finding.on is None else source.if_dated
    if assumed:
        judged = Judged(judged.truth, judged.gaps, judged.evidence, judged.assumed | assumed)
    return Weighed(admitted.finding, admitted.is_certain, judged, admitted.support.gaps)


Mode = Literal["latest", "first", "any", "every", "ever"]


def compile_result(source: Source, test: Test, mode: Mode, scope: Scope) -> Ask:
    """Make the question to a concept's findings: one decides, or any, every, ever one."""
    settle = _settling(source, test, mode, scope)

    def ask(situation: Situation) -> Judged:
        if source.if_nothing is not None and not situation.chart.of(source.name):
            return source.if_nothing
        return source.ask(situation, lambda bounds: settle(situation, source.sift(situation, bounds)))

    return ask


def _settling(source: Source, test: Test, mode: Mode, scope: Scope) -> Settle:
    if mode in ("any", "every"):
        return _quantified(source, test, TRUE if mode == "any" else FALSE)
    if mode == "ever":
        return _ever(source, test, scope)
    return _deciding(source, test, is_first=mode == "first")


def _deciding(source: Source, test: Test, *, is_first: bool) -> Settle:
    imprecise = one_gap(Cause.IMPRECISE, source.name)
    conflicting = one_gap(Cause.CONFLICTING, source.name)

    def settle(situation: Situation, sifted: Sifted) -> Judged:
        if not sifted.admitted:
            return why_none(situation, sifted, source.name)
        deciding = deciders(sifted.admitted, is_first=is_first)
        if len(deciding) == 1 and deciding[0].is_certain:
            return weigh(situation, source, test, deciding[0]).judged
        weighed = [weigh(situation, source, test, admitted) for admitted in deciding]
        return one_answer(weighed, imprecise, conflicting)

    return settle


def deciders(admitted: list[Admitted], *, is_first: bool) -> list[Admitted]:
    """Return the findings that no certainly admissible one is certainly newer (for ``first``: older) than."""
    if len(admitted) == 1:
        return admitted
    certain = [each.finding for each in admitted if each.is_certain]
    if is_first:
        return [each for each in admitted if not any(is_newer(each.finding, other) for other in certain)]
    return [each for each in admitted if not any(is_newer(other, each.finding) for other in certain)]


def one_answer(weighed: list[Weighed], imprecise: Gaps, conflicting: Gaps) -> Judged:
    """Return what all that may decide say; where they differ unknown: conflicting on one day, else imprecise."""
    truths = {each.judged.truth for each in weighed}
    unsupported = NO_GAPS.union(*(each.unsupported for each in weighed))
    judged = together(UNKNOWN, [each.judged for each in weighed])
    if len(truths) > 1:
        is_conflict = has_one_moment([each.finding for each in weighed])
        return judged._replace(gaps=conflicting if is_conflict else imprecise)
    truth = truths.pop()
    if truth is UNKNOWN:
        return judged
    if not any(each.is_certain for each in weighed):
        return judged._replace(gaps=unsupported or imprecise)
    return together(truth, [each.judged for each in weighed])


def has_one_moment(findings: list[Finding]) -> bool:
    """True if two of the findings are of one known day, and of one clock where both have one."""
    return any(_is_one_moment(one, other) for at, one in enumerate(findings) for other in findings[at + 1 :])


def _is_one_moment(one: Finding, other: Finding) -> bool:
    if one.on is None or other.on is None or not (one.on.is_exact and other.on.is_exact):
        return False
    is_one_clock = not one.on.clock or not other.on.clock or one.on.clock == other.on.clock
    return one.on.first == other.on.first and is_one_clock


def _quantified(source: Source, test: Test, wanted: Truth) -> Settle:
    imprecise = one_gap(Cause.IMPRECISE, source.name)

    def settle(situation: Situation, sifted: Sifted) -> Judged:
        if not sifted.admitted:
            return why_none(situation, sifted, source.name)
        return quantified([weigh(situation, source, test, each) for each in sifted.admitted], wanted, imprecise)

    return settle


def quantified(weighed: list[Weighed], wanted: Truth, imprecise: Gaps) -> Judged:
    """Return ``wanted`` by the certain findings that say so, its negation if all say that; else unknown."""
    carriers = [each.judged for each in weighed if each.is_certain and each.judged.truth is wanted]
    if carriers:
        return together(wanted, carriers)
    everything = [each.judged for each in weighed]
    is_settled = any(each.is_certain for each in weighed)
    if is_settled and all(judged.truth is ~wanted for judged in everything):
        return together(~wanted, everything)
    judged = together(UNKNOWN, everything)
    gaps = judged.gaps.union(*(each.unsupported for each in weighed if each.judged.truth is not UNKNOWN))
    if not gaps or any(each.judged.truth is wanted and not each.unsupported for each in weighed):
        gaps |= imprecise  # one would decide if it certainly counted
    return judged._replace(gaps=gaps)


def _ever(source: Source, test: Test, scope: Scope) -> Settle:
    imprecise = one_gap(Cause.IMPRECISE, source.name)
    incomplete = one_gap(Cause.MISSING, source.name, About.VALUE, "ever")
    complete = compile_completeness(RESULTS, scope)

    def settle(situation: Situation, sifted: Sifted) -> Judged:
        if not sifted.admitted:
            return why_none(situation, sifted, source.name)
        weighed = [weigh(situation, source, test, admitted) for admitted in sifted.admitted]
        judged = quantified(weighed, TRUE, imprecise)
        if judged.truth is not FALSE:
            return judged
        refs = _complete_for_ever(situation, complete)
        if refs is None:
            return Judged(UNKNOWN, incomplete, judged.evidence)
        return judged._replace(evidence=judged.evidence | refs)

    return settle


def _complete_for_ever(situation: Situation, complete: Complete) -> Refs | None:
    """Return what makes the results complete since birth; without a birth date since anything."""
    day = situation.measured.decision_on
    return complete(situation, Bounds(EVER if situation.chart.birth is not None else day, day))
