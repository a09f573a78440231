"""Two values of one measure, at the baseline and at a visit, as the scores of improvement ask for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction

from core.chart.entries import Finding
from core.engine.judgement.outcome import Cause, Gap
from core.responses.between import answered_once, bounds_of
from core.responses.contact import Contact, Used, number_in
from core.responses.response import Part, Response
from core.responses.visited import Visited
from core.scores.given import Json, RefusedError
from core.values.interval import Interval
from core.values.truth import Truth

VAS, PATIENT = "phga_vas", "ptga_vas"
"""Ten-centimetre lines of the physician, and of the patient or a parent."""
ONE = Fraction(1)
_ONES = (ONE, ONE)
_DUST = 1e-4
"""What a recorded number may differ by where it was cut at four digits."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a measure may be read: a concept, by one method where the numbers of two never convert."""

    name: str
    concept: str
    method: str = ""
    is_higher_better: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """The two values of one measure, as the score names it; or what leaves it open. ``is_higher_better`` as it says."""

    measure: str
    name: str = ""
    before: Used | None = None
    now: Used | None = None
    before_ends: tuple[Fraction, ...] = ()
    now_ends: tuple[Fraction, ...] = ()
    gaps: tuple[Gap, ...] = ()
    is_higher_better: bool = False

    @property
    def is_whole(self) -> bool:
        """True if both values are there."""
        return bool(self.before_ends and self.now_ends)

    def end(self, *, is_best: bool) -> Json:
        """Return the pair that gives the least or the most improvement."""
        is_fall = self.is_higher_better is not is_best
        before = max(self.before_ends) if is_fall else min(self.before_ends)
        now = min(self.now_ends) if is_fall else max(self.now_ends)
        return [before, now]

    def part(self, truth: Truth = Truth.UNKNOWN, change: float | None = None, points: float | None = None) -> Part:
        """Return it as a part of the response."""
        now = () if self.now is None else (self.now,)
        before = () if self.before is None else (self.before,)
        return Part(self.measure, truth, now, before, () if truth.is_known else self.gaps, (), change, points)


def pair_of(visited: Visited, measure: str, source: Source, baseline: Contact, contact: Contact) -> Pair:
    """Return a measure as it may be read at one place, with what leaves it open."""
    before, now = (
        visited.value_by(source.concept, source.method, each) if source.method else visited.value(source.concept, each)
        for each in (baseline, contact)
    )
    return paired(Pair(measure, source.name, is_higher_better=source.is_higher_better), before, now)


def paired(pair: Pair, before: Used | Gap, now: Used | Gap, limits: tuple[Fraction, Fraction] = _ONES) -> Pair:
    """Return a measure with its two values, each in multiples of its limit; an open side leaves it open."""
    gaps: list[Gap] = []
    ends: list[tuple[Fraction, ...]] = []
    for each, limit in zip((before, now), limits, strict=True):
        if isinstance(each, Gap):
            gaps.append(each)
            ends.append(())
            continue
        is_bounded = each.amount.low is not None and each.amount.high is not None
        bounds = bounds_of(each.amount, Fraction(0), Fraction(0)) if is_bounded else ()
        ends.append(tuple(dict.fromkeys(one / limit for one in bounds)))
        if len(ends[-1]) != 1:
            gaps.append(Gap(Cause.IMPRECISE, each.concept))
    return replace(
        pair,
        before=None if isinstance(before, Gap) else before,
        now=None if isinstance(now, Gap) else now,
        before_ends=ends[0],
        now_ends=ends[1],
        gaps=tuple(dict.fromkeys(gaps)),
    )


def without_refused(score: str, pairs: tuple[Pair, ...], given: Mapping[str, Json]) -> tuple[Pair, ...]:
    """Return the measures with those left open whose values the score cannot use."""
    found: list[Pair] = []
    for each in pairs:
        try:
            for is_best in (False, True) if each.is_whole else ():
                answered_once(score, {**given, "raw": {each.name: each.end(is_best=is_best)}})
        except RefusedError:
            gaps = tuple(Gap(Cause.INDETERMINATE, one.concept) for one in (each.before, each.now) if one is not None)
            found.append(replace(each, before_ends=(), now_ends=(), gaps=gaps))
        else:
            found.append(each)
    return tuple(found)


def newest_day(pairs: Iterable[Pair]) -> date | None:
    """Return the day of the newest value of a visit."""
    return max((each.now.on for each in pairs if each.now is not None), default=None)


def refs_of(pairs: Iterable[Pair]) -> tuple[str, ...]:
    """Return the entries that whole pairs rest on."""
    values = (each for pair in pairs if pair.is_whole for each in (pair.before, pair.now) if each is not None)
    return tuple(dict.fromkeys(ref for each in values for ref in each.refs))


def recorded_number(visited: Visited, score: str, contact: Contact) -> tuple[Finding, Interval] | None:
    """Return a result that somebody recorded for a visit, with its number."""
    finding = visited.of_score(score, contact)
    amount = None if finding is None else number_in(finding, visited.concept(score))
    return None if finding is None or amount is None or not amount.is_exact else (finding, amount)


def with_recorded(
    response: Response, recorded: tuple[Finding, Interval], words: tuple[str, ...], truth: Truth
) -> Response:
    """Return the response with a recorded number in the place of the computed one, which may differ."""
    finding, amount = recorded
    number = float(amount.low or 0)
    low, high = response.low, response.high
    differs = low is not None and high is not None and not low - _DUST <= number <= high + _DUST
    on = response.on if finding.on is None else finding.on.first
    return replace(
        response, truth=truth, words=words, low=number, high=number, recorded=finding, differs=differs, on=on
    )
