"""Which of the recorded results counts: admissible ones, the newest of them, all of a window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from core.catalogue.concept import Concept, Kind
from core.chart.deriving.marks import is_derived
from core.chart.entries import Finding
from core.chart.values import Absence
from core.criteria.nodes import Condition, Pick, Received
from core.criteria.values import Clean, Which, Window
from core.engine.explaining.answers import both_ways, known, missing, settled, unknown
from core.engine.explaining.comparing import Answer, together
from core.engine.explaining.happenings import was_received_in
from core.engine.explaining.lists import results_are_complete
from core.engine.explaining.windows import Period, always, result_periods
from core.engine.judgement.outcome import About, Assumption, AssumptionKind, Cause, Gap, Outcome
from core.engine.judgement.situation import Situation
from core.values.truth import Truth, agreed, all_of

Test = Callable[[Finding], Answer]


@dataclass(frozen=True, slots=True)
class Ask:
    """What a sentence asks of the results of one concept."""

    node: Condition
    concept: Concept
    qualifiers: tuple[str, ...]
    pick: Pick
    window: Window | None
    test: Test
    clean: Clean | None = None
    is_all: bool = False  # highest and lowest: every value has to satisfy, not just one
    is_count: bool = False  # results of several days are counted

    @property
    def looks_back(self) -> bool:
        """True if a written window is looked back over, as over events: it moves with time.

        The newest result is held when one looks ahead; what a window held at some time leaves it as days pass.
        """
        return self.window is not None and (self.is_count or self.pick in ("any", "every", "highest", "lowest"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A finding that counts, certainly or possibly; ``gaps`` why only possibly."""

    finding: Finding
    certainty: Truth
    gaps: tuple[Gap, ...] = ()
    refs: tuple[str, ...] = ()


def judge_results(ask: Ask, situation: Situation) -> Outcome:
    """Judge the results of one concept."""
    return judge_in_windows(ask, situation, lambda period: _judge_in(ask, period, situation))


def judge_in_windows(ask: Ask, situation: Situation, judge_in: Callable[[Period], Outcome]) -> Outcome:
    """Judge in each window that the sentence can mean; one that is not written is the catalogue's, and assumed."""
    freshness = None if ask.pick == "ever" else ask.concept.freshness
    readings = result_periods(ask.window, freshness, situation, is_timed=ask.looks_back)
    if readings.gap is not None:
        return unknown(ask.node, (readings.gap,), readings.evidence)
    outcomes = [judge_in(period) for period in readings.periods]
    outcome = both_ways(ask.node, outcomes, ask.concept.id)
    refs = outcome.evidence | set(readings.evidence)
    return Outcome(ask.node, outcome.truth, outcome.gaps, refs, outcome.assumed | _default_window(ask, outcome))


def _default_window(ask: Ask, outcome: Outcome) -> frozenset[Assumption]:
    if ask.window is not None or ask.pick == "ever" or ask.concept.freshness is None or not outcome.truth.is_known:
        return frozenset()
    if any(each.kind is AssumptionKind.UNDATED for each in outcome.assumed):
        return frozenset()
    detail = str(ask.concept.freshness)
    return frozenset({Assumption(AssumptionKind.DEFAULT_WINDOW, ask.concept.id, detail)})


def _judge_in(ask: Ask, period: Period, situation: Situation) -> Outcome:
    candidates = admissible(ask, period, situation)
    if not candidates:
        return why_none(ask, period, situation)
    if ask.pick in ("", "latest"):
        return _decided_by(ask, ends(candidates, "newest"))
    if ask.pick == "first":
        return _decided_by(ask, ends(candidates, "oldest"))
    is_all = ask.pick == "every" or (ask.pick in ("highest", "lowest") and ask.is_all)
    return _over_all(ask, candidates, situation, is_all=is_all)


def answered(ask: Ask, finding: Finding) -> Answer:
    """Answer for one finding; what stands against it has to say the same."""
    answers = tuple(ask.test(each) for each in (finding, *finding.against))
    contrary = (ref for each in finding.against for ref in _recorded(each))
    refs = (finding.ref, *finding.parts, *contrary)
    truth = agreed(answer.truth for answer in answers)
    if truth is Truth.UNKNOWN and any(answer.truth is not Truth.UNKNOWN for answer in answers):
        return Answer(truth, (Gap(Cause.CONFLICTING, ask.concept.id),), refs)
    joint = together(truth, answers)
    return Answer(truth, joint.gaps, (*joint.refs, *refs))


def _recorded(finding: Finding) -> tuple[str, ...]:
    """Return what a finding rests on: what follows from other entries and stands against one is no entry itself."""
    return finding.parts if is_derived(finding.ref) else (finding.ref, *finding.parts)


# --- admissible


def admissible(ask: Ask, period: Period, situation: Situation) -> list[Candidate]:
    """Return the findings that count, certainly or possibly, in the order of the record."""
    found = (_candidate(ask, finding, period, situation) for finding in situation.chart.of(ask.concept.id))
    return [candidate for candidate in found if candidate is not None]


def has_method(finding: Finding, concept: Concept, qualifiers: tuple[str, ...]) -> bool:
    """True if the finding was made by an accepted method."""
    asked = set(qualifiers) - {"score"}
    if asked:
        return asked <= finding.qualifiers
    if not concept.interchangeable or not finding.qualifiers:
        return True
    return bool(finding.qualifiers & concept.interchangeable[0])


def _accepts_undated(ask: Ask) -> bool:
    if ask.window is not None:
        return False
    is_fact = ask.concept.kind in (Kind.YES_NO, Kind.CODE, Kind.CODES)
    return ask.pick == "ever" or ask.concept.freshness is None or is_fact


def _in_period(finding: Finding, period: Period) -> Truth:
    """Answer whether the finding is of a day of the period."""
    on = finding.on
    if on is None:
        return Truth.UNKNOWN
    is_after_start = period.first is None or on.first >= period.first
    is_before_end = on.last <= period.last
    if is_after_start and is_before_end:
        return Truth.TRUE
    is_out = on.first > period.last or (period.first is not None and on.last < period.first)
    return Truth.FALSE if is_out else Truth.UNKNOWN


def _candidate(ask: Ask, finding: Finding, period: Period, situation: Situation) -> Candidate | None:
    if isinstance(finding.value, Absence) or not has_method(finding, ask.concept, ask.qualifiers):
        return None
    if finding.on is None:
        return Candidate(finding, Truth.TRUE) if _accepts_undated(ask) else None
    place = _in_period(finding, period)
    if place is Truth.FALSE:
        return None
    gaps = (Gap(Cause.IMPRECISE, ask.concept.id),) if place is Truth.UNKNOWN else ()
    if ask.clean is None:
        return Candidate(finding, place, gaps)
    spoilt = _spoilt(ask.clean, finding, situation)
    if spoilt.truth is Truth.TRUE:
        return None
    return Candidate(finding, all_of((place, ~spoilt.truth)), (*gaps, *spoilt.gaps), tuple(sorted(spoilt.evidence)))


def _spoilt(clean: Clean, finding: Finding, situation: Situation) -> Outcome:
    """Judge whether something given shortly before the sample disqualifies it."""
    on = finding.on
    node = Received(Which(clean.names))
    if on is None:
        return unknown(node, (missing(clean.names[0], about=About.LIST),))
    days = {on.first, on.last}
    readings = [
        was_received_in(node, clean.names, always(Period(clean.duration.before(day), day)), situation)
        for day in sorted(days)
    ]
    return both_ways(node, readings, clean.names[0])


def why_none(ask: Ask, period: Period, situation: Situation) -> Outcome:
    """Say why no result counts; the newest one that made the gap is the evidence."""
    findings = situation.chart.of(ask.concept.id)
    valued = [finding for finding in findings if not isinstance(finding.value, Absence)]
    rightly = [finding for finding in valued if has_method(finding, ask.concept, ask.qualifiers)]
    outside = [finding for finding in rightly if finding.on is not None and _in_period(finding, period) is Truth.FALSE]
    undated = [finding for finding in rightly if finding.on is None]
    spoilt = [finding for finding in rightly if finding not in outside and finding not in undated]
    wrongly = [finding for finding in valued if finding not in rightly]
    reasons: tuple[tuple[Sequence[Finding], Cause, str], ...] = (
        (outside, Cause.STALE, ""),
        (undated, Cause.UNDATED, ""),
        (spoilt, Cause.METHOD, "repeat without support"),
        (wrongly, Cause.METHOD, ""),
    )
    for group, cause, detail in reasons:
        if group:
            newest = _newest(group)
            refs = (newest.ref, *(_spoilt_refs(ask, newest, situation) if group is spoilt else ()))
            return unknown(ask.node, (Gap(cause, ask.concept.id, About.VALUE, detail),), refs)
    absent = [finding for finding in findings if isinstance(finding.value, Absence)]
    if not absent:
        return unknown(ask.node, (missing(ask.concept.id),))
    newest = _newest(absent)
    detail = newest.value.value if isinstance(newest.value, Absence) else ""
    return unknown(ask.node, (missing(ask.concept.id, detail),), (newest.ref,))


def _spoilt_refs(ask: Ask, finding: Finding, situation: Situation) -> tuple[str, ...]:
    return () if ask.clean is None else tuple(sorted(_spoilt(ask.clean, finding, situation).evidence))


def _newest(findings: Sequence[Finding]) -> Finding:
    def age(finding: Finding) -> tuple[bool, str, str]:
        on = finding.on
        return (on is not None, "" if on is None else on.last.isoformat(), "" if on is None else on.clock)

    return max(reversed(findings), key=age)


# --- which decides


def is_certainly_newer(one: Finding, other: Finding) -> bool:
    """True if one was certainly made after the other; an undated finding is older than all."""
    if one.on is None or other.on is None:
        return one.on is not None
    return one.on.is_after(other.on)


def ends(candidates: Sequence[Candidate], which: Literal["newest", "oldest"]) -> list[Candidate]:
    """Return the candidates that may be the newest (oldest): no certain one certainly beats them."""

    def beats(one: Candidate, other: Candidate) -> bool:
        if one.certainty is not Truth.TRUE:
            return False
        if which == "newest":
            return is_certainly_newer(one.finding, other.finding)
        return is_certainly_newer(other.finding, one.finding)

    return [each for each in candidates if not any(beats(other, each) for other in candidates)]


def _decided_by(ask: Ask, deciding: Sequence[Candidate]) -> Outcome:
    answers = [answered(ask, candidate.finding) for candidate in deciding]
    evidence = {candidate.finding.ref for candidate in deciding}
    evidence |= {ref for candidate in deciding for ref in candidate.refs}
    evidence |= {ref for answer in answers for ref in answer.refs}
    truths = {answer.truth for answer in answers}
    if len(truths) > 1:
        return unknown(ask.node, (disagreement(ask, deciding),), evidence)
    truth = truths.pop()
    if truth is Truth.UNKNOWN:
        return unknown(ask.node, (gap for answer in answers for gap in answer.gaps), evidence)
    if not any(candidate.certainty is Truth.TRUE for candidate in deciding):
        return unknown(ask.node, (gap for candidate in deciding for gap in candidate.gaps), evidence)
    return known(ask.node, truth, evidence, _undated(ask, deciding))


def _undated(ask: Ask, deciding: Sequence[Candidate]) -> tuple[Assumption, ...]:
    is_undated = any(candidate.finding.on is None for candidate in deciding)
    if is_undated and ask.concept.freshness is not None and ask.pick != "ever":
        return (Assumption(AssumptionKind.UNDATED, ask.concept.id),)
    return ()


def disagreement(ask: Ask, deciding: Sequence[Candidate]) -> Gap:
    """Return why candidates that may all decide leave it open: they are of one moment, or their order is not known."""
    moments: list[tuple[str, str]] = []
    for candidate in deciding:
        on = candidate.finding.on
        if on is not None and on.is_exact:
            moments.append((on.first.isoformat(), on.clock))
    is_one_moment = any(
        one[0] == other[0] and (one[1] == other[1] or not one[1] or not other[1])
        for index, one in enumerate(moments)
        for other in moments[index + 1 :]
    )
    return Gap(Cause.CONFLICTING if is_one_moment else Cause.IMPRECISE, ask.concept.id)


def _over_all(ask: Ask, candidates: Sequence[Candidate], situation: Situation, *, is_all: bool) -> Outcome:
    """Judge ``any`` (``every``) over the window: one that satisfies (violates) decides."""
    answers = [answered(ask, candidate.finding) for candidate in candidates]
    decisive = Truth.FALSE if is_all else Truth.TRUE
    deciding = [
        (candidate, answer)
        for candidate, answer in zip(candidates, answers, strict=True)
        if answer.truth is decisive and candidate.certainty is Truth.TRUE
    ]
    if deciding:
        evidence = {candidate.finding.ref for candidate, _ in deciding}
        evidence |= {ref for _, answer in deciding for ref in answer.refs}
        evidence |= {ref for candidate, _ in deciding for ref in candidate.refs}
        return known(ask.node, decisive, evidence)
    refs = {candidate.finding.ref for candidate in candidates} | {ref for answer in answers for ref in answer.refs}
    refs |= {ref for candidate in candidates for ref in candidate.refs}
    return _over_the_rest(ask, candidates, answers, refs, situation, is_all=is_all)


def _over_the_rest(
    ask: Ask,
    candidates: Sequence[Candidate],
    answers: Sequence[Answer],
    refs: set[str],
    situation: Situation,
    *,
    is_all: bool,
) -> Outcome:
    rest = Truth.TRUE if is_all else Truth.FALSE
    open_gaps = [gap for answer in answers if answer.truth is Truth.UNKNOWN for gap in answer.gaps]
    doubtful = [
        gap
        for candidate, answer in zip(candidates, answers, strict=True)
        if answer.truth is ~rest
        for gap in candidate.gaps
    ]
    if open_gaps or doubtful:
        return unknown(ask.node, (*open_gaps, *doubtful), refs)
    if not any(candidate.certainty is Truth.TRUE for candidate in candidates):
        return unknown(ask.node, (gap for candidate in candidates for gap in candidate.gaps), refs)
    if ask.pick != "ever":
        return settled(ask.node, rest, (), refs, _undated(ask, candidates))
    complete = results_are_complete(situation)
    if complete is None:
        return unknown(ask.node, (missing(ask.concept.id, "ever"),), refs)
    return known(ask.node, rest, refs | {complete})
