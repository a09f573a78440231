"""Diagnoses, signs, events, drugs received: has, had, received."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from core.catalogue.concept import Concept
from core.chart.entries import Course, Episode, Finding
from core.chart.values import Fact, Value
from core.criteria.nodes import Condition, Had, Has, Received
from core.criteria.values import Which
from core.engine.explaining.answers import both_ways, known, settled, unknown
from core.engine.explaining.lists import cover, never_had
from core.engine.explaining.meant import covers
from core.engine.explaining.spans import Days, days_of_course, days_of_episode, days_of_sign, ended, first_denial
from core.engine.explaining.windows import Look, Period, always, look_back_periods, unknown_half_life
from core.engine.judgement.outcome import Cause, Gap, Outcome, united
from core.engine.judgement.situation import Situation
from core.values.truth import Truth, all_of, at_least

FieldJudge = Callable[[Condition, Mapping[str, Value], Mapping[str, Concept], str], Outcome]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for: the names as written, what they stand for, how often, in which days."""

    names: tuple[str, ...]
    members: frozenset[str]
    look: Look
    times: int = 1
    is_now: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """One entry that may be what is asked for: whether it is, whether it was there, and why it is unknown."""

    refs: tuple[str, ...]
    truth: Truth
    gaps: tuple[Gap, ...] = ()


def judge_has(node: Has, situation: Situation, judge_fields: FieldJudge) -> Outcome:
    """Judge ``has``: present on the decision day."""
    today = Period(situation.days.decision_on, situation.days.decision_on)
    return _by_mode(node, node.which, lambda which: _conditions_in(node, which, today, situation, judge_fields))


def judge_had(node: Had, situation: Situation, judge_fields: FieldJudge) -> Outcome:
    """Judge ``had``: there on some day of the look-back."""
    readings = look_back_periods(node.window, situation)
    if readings.gap is not None:
        return unknown(node, (readings.gap,), readings.evidence)

    def judged(which: Which) -> Outcome:
        outcomes = [_conditions_in(node, which, period, situation, judge_fields) for period in readings.periods]
        return both_ways(node, outcomes, ", ".join(which.names))

    outcome = _by_mode(node, node.which, judged)
    return Outcome(node, outcome.truth, outcome.gaps, outcome.evidence | set(readings.evidence), outcome.assumed)


def judge_received(node: Received, situation: Situation) -> Outcome:
    """Judge ``received``: so many courses (or given events) with a day in the look-back."""
    readings = look_back_periods(node.window, situation)
    if readings.gap is not None:
        return unknown(node, (readings.gap,), readings.evidence)

    def judged(which: Which) -> Outcome:
        outcomes = [_received(node, which, node.times, look, situation) for look in readings.looks]
        return both_ways(node, outcomes, ", ".join(which.names))

    outcome = _by_mode(node, node.which, judged)
    return Outcome(node, outcome.truth, outcome.gaps, outcome.evidence | set(readings.evidence), outcome.assumed)


def was_received_in(node: Condition, names: tuple[str, ...], look: Look, situation: Situation) -> Outcome:
    """Judge whether any of the names was given in the days looked at."""
    return _received(node, Which(names), 1, look, situation)


def _by_mode(node: Condition, which: Which, judged: Callable[[Which], Outcome]) -> Outcome:
    if which.mode == "any":
        return judged(which)
    outcomes = [judged(Which((name,), "any", which.other_than)) for name in which.names]
    truth = all_of(outcome.truth for outcome in outcomes)
    carrying = [each for each in outcomes if each.truth is Truth.FALSE] if truth is Truth.FALSE else outcomes
    free = [each for each in carrying if not each.assumed]
    gaps, evidence, assumed = united(free[:1] if truth is Truth.FALSE and free else carrying)
    return settled(node, truth, gaps, evidence, assumed)


# --- conditions and events


def _conditions_in(
    node: Has | Had, which: Which, period: Period, situation: Situation, judge_fields: FieldJudge
) -> Outcome:
    wanted = situation.scope.concepts(which.names) - situation.scope.concepts(which.other_than)
    fields = _Fields(node.fields, judge_fields)
    seen = [
        each
        for episode in situation.chart.episodes
        if (each := _episode(fields, episode, which, wanted, period, situation)) is not None
    ]
    seen += _signs(fields, wanted, period, situation)
    asked = Wanted(which.names, wanted, always(period), is_now=isinstance(node, Has))
    return _concluded(node, asked, seen, situation)


@dataclass(frozen=True, slots=True)
class _Fields:
    """What ``with (…)`` asks of an entry, if it is written."""

    condition: Condition | None
    judge: FieldJudge

    def joined(self, there: Seen, values: Mapping[str, Value], concept: Concept | None) -> Seen:
        """Return an entry with what its fields say; one that is not there needs no fields."""
        if self.condition is None or concept is None or there.truth is Truth.FALSE:
            return there
        fields = self.judge(self.condition, values, concept.fields, concept.id)
        truth = all_of((there.truth, fields.truth))
        gaps = (*there.gaps, *fields.gaps) if truth is Truth.UNKNOWN else ()
        return Seen(there.refs, truth, gaps)


def _episode(
    fields: _Fields, episode: Episode, which: Which, wanted: frozenset[str], period: Period, situation: Situation
) -> Seen | None:
    if not episode.concept:
        return _unlisted(episode, which, wanted, period, situation)
    concept = situation.scope.catalogue.concept(episode.concept)
    if episode.concept in wanted:
        return fields.joined(_present(episode, concept, period, situation), episode.fields, concept)
    kinds = situation.scope.catalogue.kinds_of(episode.concept) & wanted
    if kinds and kinds <= episode.not_kinds:
        return Seen((episode.ref, *episode.parts), Truth.FALSE)
    if not kinds:
        return None
    return fields.joined(_less_exact(episode, concept, period, situation), episode.fields, concept)


def _present(episode: Episode, concept: Concept | None, period: Period, situation: Situation) -> Seen:
    """Answer whether an episode was there; a later "not there" ends one whose end is not known."""
    days = days_of_episode(episode, concept, situation)
    refs: tuple[str, ...] = (episode.ref, *episode.parts)
    truth = _meets(days, episode, period)
    if days.possible_end is None and not episode.is_ongoing:
        denial = first_denial(episode.concept, max(days.onset_last, days.sure_end or date.min), situation)
        shortened = _meets(ended(days, denial), episode, period)
        if denial is not None and shortened is not truth:
            truth, refs = shortened, (*refs, denial.ref)
    if truth is not Truth.UNKNOWN:
        return Seen(refs, truth)
    cause = Cause.CONFLICTING if episode.against else Cause.IMPRECISE
    return Seen((*refs, *episode.against), truth, (Gap(cause, episode.concept),))


def _meets(days: Days, episode: Episode, period: Period) -> Truth:
    """Answer whether some day lies in the period; what is suspected or disputed may not have been there at all."""
    there = days.meet(period)
    is_in_doubt = episode.is_suspected or bool(episode.against)
    return all_of((there, Truth.UNKNOWN)) if is_in_doubt else there


def _less_exact(episode: Episode, concept: Concept | None, period: Period, situation: Situation) -> Seen:
    """A diagnosis recorded as a class may be any of its kinds; of its manifestations it says nothing."""
    there = _present(episode, concept, period, situation)
    if there.truth is Truth.FALSE:
        return there
    return Seen(there.refs, Truth.UNKNOWN, (Gap(Cause.IMPRECISE, episode.concept),))


def _unlisted(
    episode: Episode, which: Which, wanted: frozenset[str], period: Period, situation: Situation
) -> Seen | None:
    """A diagnosis the catalogue does not know may belong to any class, until somebody signs what it counts as.

    It says nothing against what was said in so many words: a class of which everything has never been there.
    """
    is_class = any(
        concept is not None and concept.members
        for name in situation.scope.expanded(which.names)
        for concept in (situation.scope.catalogue.concept(name),)
    )
    if episode.mark is not None or not is_class or never_had(wanted, period, situation):
        return None
    if days_of_episode(episode, None, situation).meet(period) is Truth.FALSE:
        return None
    return Seen((episode.ref,), Truth.UNKNOWN, (Gap(Cause.NEEDS_JUDGEMENT, episode.text),))


def _signs(fields: _Fields, wanted: frozenset[str], period: Period, situation: Situation) -> list[Seen]:
    """Return what findings that saw a condition or event say."""
    concepts = [concept for name in wanted & situation.chart.concepts if (concept := _known(name, situation))]
    return [
        fields.joined(_sign(finding, concept, period, situation), {}, concept)
        for concept in concepts
        for finding in situation.chart.of(concept.id)
        if isinstance(finding.value, Fact) and finding.value.is_so
    ]


def _known(name: str, situation: Situation) -> Concept | None:
    return situation.scope.catalogue.concept(name)


def _sign(finding: Finding, concept: Concept, period: Period, situation: Situation) -> Seen:
    contrary = _denied_on_that_day(finding, situation)
    if contrary is not None:
        return Seen((finding.ref, contrary), Truth.UNKNOWN, (Gap(Cause.CONFLICTING, finding.concept),))
    days = days_of_sign(finding, concept, situation)
    after = date.min if finding.on is None else finding.on.last
    denial = first_denial(finding.concept, after, situation)
    truth = days.meet(period)
    refs: tuple[str, ...] = (finding.ref,)
    shortened = ended(days, denial).meet(period)
    if denial is not None and (finding.on is None or shortened is not truth):
        truth, refs = shortened, (*refs, denial.ref)
    cause = Cause.UNDATED if finding.on is None else Cause.STALE if finding.on.is_exact else Cause.IMPRECISE
    return Seen(refs, truth, (Gap(cause, finding.concept),) if truth is Truth.UNKNOWN else ())


def _denied_on_that_day(finding: Finding, situation: Situation) -> str | None:
    """Return the finding of the same known day that says the opposite."""
    on = finding.on
    if on is None or not on.is_exact:
        return None
    for other in situation.chart.of(finding.concept):
        is_no = isinstance(other.value, Fact) and not other.value.is_so
        if is_no and other.on is not None and other.on.is_exact and other.on.first == on.first:
            return other.ref
    return None


# --- drugs and given events


def _received(node: Condition, which: Which, times: int, look: Look, situation: Situation) -> Outcome:
    scope, period = situation.scope, look(frozenset())
    drugs = scope.drugs(which.names) - scope.drugs(which.other_than)
    events = scope.concepts(which.names) - scope.concepts(which.other_than)
    seen = [each for course in situation.chart.courses if (each := _course(course, drugs, look, situation)) is not None]
    plain = _Fields(None, _no_fields)
    found = (_episode(plain, episode, which, events, period, situation) for episode in situation.chart.episodes)
    seen += [each for each in found if each is not None]
    seen += _signs(plain, events, period, situation)
    return _concluded(node, Wanted(which.names, drugs | events, look, times), seen, situation)


def _no_fields(node: Condition, values: Mapping[str, Value], fields: Mapping[str, Concept], record: str) -> Outcome:
    """Nothing is asked of the fields of what was received."""
    del values, fields, record
    return known(node, Truth.TRUE)


def _course(course: Course, drugs: frozenset[str], look: Look, situation: Situation) -> Seen | None:
    is_meant = covers(course, drugs, situation)
    if is_meant is Truth.FALSE:
        return None
    catalogue = situation.scope.catalogue
    own = catalogue.drugs_of(course.drug)
    period = look(own if own <= drugs else catalogue.may_be(course.drug, course.may_be) & drugs)
    days = days_of_course(course, situation)
    there = days.meet(period)
    truth = all_of((is_meant, there))
    gaps: tuple[Gap, ...] = (Gap(Cause.IMPRECISE, course.drug),) if truth is Truth.UNKNOWN else ()
    if is_meant is Truth.TRUE and there is Truth.UNKNOWN and days.meet(period.possible) is Truth.TRUE:
        gaps = unknown_half_life(period) or gaps  # its days are known: only how far back to look is not
    return Seen((course.ref,), truth, gaps)


def _concluded(node: Condition, asked: Wanted, seen: list[Seen], situation: Situation) -> Outcome:
    """Bring what was seen together with what the lists tell of everything else."""
    truth = at_least(asked.times, (each.truth for each in seen)) if seen else Truth.FALSE
    if truth is Truth.TRUE:
        return known(node, truth, (ref for each in seen if each.truth is Truth.TRUE for ref in each.refs))
    covered = cover(asked.names, asked.members, asked.look, situation, is_now=asked.is_now)
    gaps = (*(gap for each in seen if each.truth is Truth.UNKNOWN for gap in each.gaps), *covered.gaps)
    refs = (*(ref for each in seen for ref in each.refs), *covered.evidence)
    if truth is Truth.FALSE and covered.is_whole:
        return known(node, Truth.FALSE, refs, covered.assumed)
    return unknown(node, gaps if truth is Truth.UNKNOWN else covered.gaps, refs)
