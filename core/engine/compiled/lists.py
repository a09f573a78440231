"""Lists: complete for some days or not; names asserted never; and so whether what is not recorded was not there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from core.chart.entries import Never
from core.criteria.scope import Scope
from core.engine.compiled.judged import (
    FALSE,
    NO_GAPS,
    NO_REFS,
    TRUE,
    UNKNOWN,
    Gaps,
    Judged,
    Refs,
    one_gap,
)
from core.engine.compiled.windows import EVER, Bounds
from core.engine.judgement.outcome import About, Assumption, AssumptionKind, Cause
from core.engine.judgement.situation import Situation

TREATMENTS, EVENTS, DIAGNOSES, RESULTS = "treatments", "events", "diagnoses", "results"


class Wanted(NamedTuple):
    """One name of a sentence: the drugs or concepts it stands for, and the list they would be on."""

    name: str
    ids: frozenset[str]
    list: str


Complete = Callable[[Situation, Bounds], Refs | None]
"""The refs that make a list complete for some days; None if it is not."""

Covers = Callable[[Situation, Bounds], dict[str, str]]
"""Ids that something besides lists and never entries says were not there, with the ref that says it."""

Absent = Callable[[Situation, Bounds], Judged]
"""False if nothing unrecorded can have been there, else unknown with the gaps of the lists."""


def compile_completeness(which: str, scope: Scope, *, is_for_count: bool = False) -> Complete:
    """Make the test whether a list is complete; for therapy counts since before the disease is enough."""
    stays = scope.freshness_of_list(which)
    targets = scope.concepts(scope.targets)

    def complete(situation: Situation, bounds: Bounds) -> Refs | None:
        until = min(situation.evaluation_on, bounds.last)
        entries = [
            entry
            for entry in situation.chart.complete
            if entry.of == which and (entry.as_of >= until or stays.after(entry.as_of) >= until)
        ]
        if not entries:
            return None
        if is_for_count:
            refs = _since_disease(situation, targets, [(entry.since, entry.ref) for entry in entries])
            if refs is not None:
                return refs
        since = first_day(situation, bounds)
        if since is None:
            return None
        return next((frozenset((entry.ref,)) for entry in entries if entry.since <= since), None)

    return complete


def first_day(situation: Situation, bounds: Bounds) -> date | None:
    """Return the first day that matters: nobody took or had anything before birth; None if no day is known."""
    birth = situation.chart.birth
    if bounds.first != EVER:
        return bounds.first if birth is None else max(bounds.first, birth.first)
    return None if birth is None else birth.first


def _since_disease(situation: Situation, targets: frozenset[str], entries: list[tuple[date, str]]) -> Refs | None:
    """Return the first entry that reaches back to the first onset of a target disease, with all that tell onsets."""
    onsets = [
        (episode.onset.last, episode.ref)
        for episode in situation.chart.episodes
        if episode.concept in targets and episode.onset is not None
    ]
    if not onsets:
        return None
    first = min(onsets)[0]
    refs = frozenset(episode for _, episode in onsets)
    return next((refs | {ref} for since, ref in entries if since <= first), None)


def compile_absence(
    wanted: tuple[Wanted, ...], scope: Scope, *, is_for_count: bool = False, also: Covers | None = None
) -> Absent:
    """Make the question whether none of the names can have been there on some days."""
    lists = tuple(dict.fromkeys(each.list for each in wanted))
    complete = {each: compile_completeness(each, scope, is_for_count=is_for_count) for each in lists}
    nevers = {each: _compile_nevers(each, scope) for each in lists}

    def absent(situation: Situation, bounds: Bounds) -> Judged:
        whole = {each: complete[each](situation, bounds) for each in lists}
        if None not in whole.values():
            return Judged(FALSE, NO_GAPS, NO_REFS.union(*[refs for refs in whole.values() if refs]))
        told = {} if also is None else also(situation, bounds)
        asserted = {each: nevers[each](situation, bounds) for each in lists if whole[each] is None}
        evidence: set[str] = set()
        left: list[tuple[str, Cause]] = []
        for each in wanted:
            refs = whole[each.list]
            if refs is not None:
                evidence |= refs
                continue
            covered = _covered(each, asserted[each.list], told)
            evidence |= covered.refs
            if not covered.is_whole:
                left.append((each.name, _cause(situation, each, is_stale=covered.is_stale)))
        return _answer(situation, left, frozenset(evidence))

    return absent


class _Cover(NamedTuple):
    is_whole: bool
    refs: frozenset[str]
    is_stale: bool


class _Asserted(NamedTuple):
    fresh: dict[str, str]
    stale: frozenset[str]


NOTHING_ASSERTED = _Asserted({}, frozenset())


def _compile_nevers(which: str, scope: Scope) -> Callable[[Situation, Bounds], _Asserted]:
    stays = scope.freshness_of_list(which)
    catalogue = scope.catalogue
    meant: dict[str, frozenset[str]] = {}

    def ids(never: Never) -> frozenset[str]:
        if never.of not in meant:
            meant[never.of] = catalogue.drugs_of(never.of) | catalogue.concepts_of(never.of)
        return meant[never.of]

    def asserted(situation: Situation, bounds: Bounds) -> _Asserted:
        if not situation.chart.never:
            return NOTHING_ASSERTED
        until = min(situation.evaluation_on, bounds.last)
        fresh: dict[str, str] = {}
        stale: set[str] = set()
        for never in situation.chart.never:
            if stays.after(never.as_of) >= until:
                for each in ids(never):
                    fresh.setdefault(each, never.ref)
            else:
                stale |= ids(never)
        return _Asserted(fresh, frozenset(stale))

    return asserted


def _covered(wanted: Wanted, asserted: _Asserted, told: dict[str, str]) -> _Cover:
    if not asserted.fresh and not told:
        return _Cover(not wanted.ids, NO_REFS, not asserted.stale.isdisjoint(wanted.ids))
    refs = {asserted.fresh[each] if each in asserted.fresh else told.get(each, "") for each in wanted.ids}
    is_whole = "" not in refs
    return _Cover(is_whole, frozenset(refs - {""}), not asserted.stale.isdisjoint(wanted.ids))


def _cause(situation: Situation, wanted: Wanted, *, is_stale: bool) -> Cause:
    is_begun = any(entry.of == wanted.list for entry in situation.chart.complete)
    return Cause.STALE if is_stale or is_begun else Cause.MISSING


def _answer(situation: Situation, left: list[tuple[str, Cause]], evidence: Refs) -> Judged:
    if not left:
        return Judged(FALSE, NO_GAPS, evidence)
    if situation.is_absence_assumed:
        subject = joined(name for name, _ in left)
        assumed = frozenset((Assumption(AssumptionKind.ABSENT, subject),))
        return Judged(FALSE, NO_GAPS, evidence, assumed)
    gaps: Gaps = NO_GAPS
    for cause in (Cause.STALE, Cause.MISSING):
        names = [name for name, why in left if why is cause]
        if names:
            gaps |= one_gap(cause, joined(names), About.LIST)
    return Judged(UNKNOWN, gaps, evidence)


def joined(names: Iterable[str]) -> str:
    """Return names as one subject: sorted, each once."""
    return ", ".join(sorted(set(names)))


def happened(found: list[Judged], absent: Callable[[], Judged]) -> Judged:
    """Return whether one of the entries was there: all true ones carry it; else the list must tell of the others."""
    true = [each for each in found if each.truth is TRUE]
    if true:
        return Judged(TRUE, NO_GAPS, NO_REFS.union(*(each.evidence for each in true)))
    rest = absent()
    everything = [*found, rest]
    is_unknown = any(each.truth is UNKNOWN for each in everything)
    gaps = NO_GAPS.union(*(each.gaps for each in everything)) if is_unknown else NO_GAPS
    evidence = NO_REFS.union(*(each.evidence for each in everything))
    return Judged(UNKNOWN if is_unknown else FALSE, gaps, evidence, frozenset() if is_unknown else rest.assumed)


class Unrecorded(NamedTuple):
    """Which of some drugs may have been taken though no course says so, and why; what tells of the others."""

    open_ids: frozenset[str]
    gaps: Gaps = NO_GAPS
    whole: Refs = NO_REFS
    """What makes the list complete."""
    told: Mapping[str, str] = {}
    """The entry that says of a drug that it was never taken, where the list is not complete."""
    assumed: frozenset[Assumption] = frozenset()

    def evidence_of(self, ids: Iterable[str]) -> Refs:
        """Return what tells of these drugs."""
        return self.whole | {self.told[each] for each in ids if each in self.told}

    @property
    def evidence(self) -> Refs:
        """Everything that tells of any drug."""
        return self.evidence_of(self.told)


TellUnrecorded = Callable[[Situation, Bounds, frozenset[str]], Unrecorded]


def compile_unrecorded(scope: Scope) -> TellUnrecorded:
    """Make what the list of treatments and the never entries leave open, for counts over courses."""
    complete = compile_completeness(TREATMENTS, scope, is_for_count=True)
    nevers = _compile_nevers(TREATMENTS, scope)

    def tell(situation: Situation, bounds: Bounds, ids: frozenset[str]) -> Unrecorded:
        whole = complete(situation, bounds)
        if whole is not None:
            return Unrecorded(frozenset(), whole=whole)
        asserted = nevers(situation, bounds)
        told = {each: asserted.fresh[each] for each in ids if each in asserted.fresh}
        left = ids - told.keys()
        if situation.is_absence_assumed:
            assumed = frozenset(Assumption(AssumptionKind.ABSENT, drug) for drug in left)
            return Unrecorded(frozenset(), told=told, assumed=assumed)
        is_begun = any(entry.of == TREATMENTS for entry in situation.chart.complete)
        stale = left if is_begun else left & asserted.stale
        gaps = one_gap(Cause.STALE, TREATMENTS, About.LIST) if stale else NO_GAPS
        if stale != left:
            gaps |= one_gap(Cause.MISSING, TREATMENTS, About.LIST)
        return Unrecorded(left, gaps, told=told)

    return tell
