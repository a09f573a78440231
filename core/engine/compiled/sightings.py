"""Findings about a condition: yes on a day is an episode seen on it, no on a day says it was not there.

Either stands for the freshness of the concept; a later no ends what was not known to have ended.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from core.chart.entries import Finding
from core.chart.values import Fact
from core.criteria.scope import LIST_FRESHNESS, Scope
from core.engine.compiled.days import OPEN, Span
from core.engine.compiled.judged import NO_GAPS, NO_REFS, UNKNOWN, Judged, Refs, one_gap
from core.engine.compiled.lists import DIAGNOSES, Covers
from core.engine.compiled.windows import EVER, ONE_DAY, Bounds
from core.engine.judgement.outcome import Cause
from core.engine.judgement.situation import Situation
from core.values.duration import Duration
from core.values.partial_date import PartialDate

Seen = Callable[[Situation, Bounds], list[tuple[Finding, Judged]]]
"""Every finding that saw the condition, and whether that puts it into the window."""


class Closed(NamedTuple):
    """Days with a known end, and the finding that tells of it."""

    span: Span
    refs: Refs


def compile_sightings(concepts: Iterable[str], scope: Scope) -> Seen:
    """Make what the findings that say yes answer."""
    stands = {concept: _standing(concept, scope) for concept in sorted(concepts)}

    def seen(situation: Situation, bounds: Bounds) -> list[tuple[Finding, Judged]]:
        return [
            (finding, _sighting(situation, finding, stands[finding.concept], bounds))
            for finding in _about(situation, stands)
            if isinstance(finding.value, Fact) and finding.value.is_so
        ]

    return seen


def compile_denials(concepts: Iterable[str], scope: Scope) -> Covers:
    """Make which concepts were said not to be there, for days on which that still stands."""
    stands = {concept: _standing(concept, scope) for concept in sorted(concepts)}

    def denied(situation: Situation, bounds: Bounds) -> dict[str, str]:
        until = min(situation.evaluation_on, bounds.last)  # up to a later day all goes on unchanged
        found: dict[str, str] = {}
        for finding in _said(_about(situation, stands), is_so=False):
            on = finding.on
            if on is not None and on.last <= bounds.first and until <= stands[finding.concept].after(on.first):
                found.setdefault(finding.concept, finding.ref)
        return found

    return denied


def _about(situation: Situation, names: Mapping[str, object]) -> Iterable[Finding]:
    """Return the findings about any of the names, in the order of the record."""
    if len(names) == 1:
        return situation.chart.of(next(iter(names)))
    return [finding for finding in situation.chart.findings if finding.concept in names]


def closed(span: Span, findings: Iterable[Finding]) -> Closed:
    """Return the days of something with an open end, ended before the first later day on which it was denied."""
    denial = _first_denial(findings, max(span.begins_last, span.ends_first))
    if denial is None or denial.on is None:
        return Closed(span, NO_REFS)
    ends_first = min(span.ends_first, denial.on.first - ONE_DAY)
    ended = Span(span.begins_first, span.begins_last, ends_first, denial.on.last - ONE_DAY)
    return Closed(ended, frozenset((denial.ref,)))


def _standing(concept: str, scope: Scope) -> Duration:
    found = scope.catalogue.concept(concept)
    freshness = None if found is None else found.freshness
    return LIST_FRESHNESS[DIAGNOSES] if freshness is None else freshness


def _said(findings: Iterable[Finding], *, is_so: bool) -> list[Finding]:
    return [each for each in findings if isinstance(each.value, Fact) and each.value.is_so is is_so]


def _first_denial(findings: Iterable[Finding], day: date) -> Finding | None:
    """Return the earliest finding that says no on a day certainly after ``day``."""
    later = [each for each in _said(findings, is_so=False) if each.on is not None and each.on.first > day]
    return min(later, key=_last_day) if later else None


def _last_day(finding: Finding) -> date:
    return OPEN if finding.on is None else finding.on.last


def _sighting(situation: Situation, finding: Finding, stands: Duration, bounds: Bounds) -> Judged:
    findings, on, refs = situation.chart.of(finding.concept), finding.on, frozenset((finding.ref,))
    if on is None:
        return _undated(situation, finding, bounds)
    contrary = _denied_on_that_day(findings, on)
    if contrary is not None:
        return Judged(UNKNOWN, one_gap(Cause.CONFLICTING, finding.concept), refs | {contrary.ref})
    seen, denied_by = closed(Span(on.first, on.last, on.first, OPEN), findings)
    until = stands.after(on.first)
    if until >= situation.evaluation_on:
        until = OPEN  # it still stands today, and up to a later day all goes on unchanged
    truth = Span(seen.begins_first, seen.begins_last, min(until, seen.ends_last), seen.ends_last).lies_in(bounds)
    if truth is not Span(on.first, on.last, until, OPEN).lies_in(bounds):
        refs |= denied_by
    cause = Cause.STALE if on.is_exact else Cause.IMPRECISE
    return Judged(truth, one_gap(cause, finding.concept) if truth is UNKNOWN else NO_GAPS, refs)


def _denied_on_that_day(findings: Iterable[Finding], on: PartialDate) -> Finding | None:
    if not on.is_exact:
        return None
    same = [each for each in _said(findings, is_so=False) if each.on is not None and each.on.is_exact]
    return next((each for each in same if each.on is not None and each.on.first == on.first), None)


def _undated(situation: Situation, finding: Finding, bounds: Bounds) -> Judged:
    """Return what a yes without a date says: it was there some time; any dated no came later."""
    latest = min(situation.evaluation_on, situation.days.decision_on)
    seen, denied_by = closed(Span(EVER, EVER, EVER, OPEN), situation.chart.of(finding.concept))
    truth = seen._replace(begins_last=min(seen.ends_last, latest)).lies_in(bounds)
    gaps = one_gap(Cause.UNDATED, finding.concept) if truth is UNKNOWN else NO_GAPS
    return Judged(truth, gaps, frozenset((finding.ref,)) | denied_by)
