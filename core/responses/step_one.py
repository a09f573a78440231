"""Step 1 of ACR CRISS: an event between two visits that rules an improvement out, as far as the record tells.

One that nobody recorded is absent only where the record says so: a complete list of diagnoses, a value of the visit.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from core.chart.entries import Episode
from core.criteria.scope import Scope
from core.engine.explaining.lists import cover
from core.engine.explaining.windows import Period, always
from core.engine.judgement.outcome import About, Cause, Gap
from core.engine.judgement.situation import Days, Situation
from core.responses.contact import Contact, Used
from core.responses.visited import Visited
from core.values.truth import Truth

NONE, RENAL_CRISIS = "none", "new_renal_crisis"
_CRISIS, _PAH = "scleroderma_renal_crisis", "pah"
_EJECTION_FRACTION, _LUNG = "lvef", "fvc_percent"
_LEAST_EJECTION_FRACTION = Decimal(45)
_LUNG_FROM = Decimal(80)
_OF_BASELINE = Decimal("0.85")
"""As in the paper: an ejection fraction of 45 % or less, FVC below 80 % that fell by 15 % or more of itself."""


@dataclass(frozen=True, slots=True)
class StepOne:
    """The event as the score names it, "none", or "" with what leaves it open."""

    event: str
    now: tuple[Used, ...] = ()
    before: tuple[Used, ...] = ()
    gaps: tuple[Gap, ...] = ()


def step_one(visited: Visited, baseline: Contact, contact: Contact) -> StepOne:
    """Return what the record tells of an event between the baseline and a visit; an answer in the panel goes first."""
    recorded = visited.of_score("criss", contact)
    said = "" if recorded is None else recorded.answers.get("step1_event", "")
    if said and said not in ("unanswered", "not_examined"):
        return StepOne(said)
    last = min(contact.last, visited.evaluation_on)
    crisis = _began(visited, _CRISIS, baseline.on, last)
    if crisis is Truth.TRUE:
        return StepOne(RENAL_CRISIS)
    lung, before = visited.value(_LUNG, contact), visited.value(_LUNG, baseline)
    heart = visited.value(_EJECTION_FRACTION, contact)
    values = tuple(each for each in (lung, heart) if isinstance(each, Used))
    earlier = (before,) if isinstance(before, Used) else ()
    gaps = [*_open(crisis, _CRISIS), *_open(_began(visited, _PAH, baseline.on, last), _PAH)]
    if not _is_above(heart, _LEAST_EJECTION_FRACTION):
        gaps.append(heart if isinstance(heart, Gap) else _to_judge(_EJECTION_FRACTION))
    if not _has_kept(lung, before):
        gaps.append(lung if isinstance(lung, Gap) else before if isinstance(before, Gap) else _to_judge(_LUNG))
    return StepOne("" if gaps else NONE, values, earlier, tuple(gaps))


def _began(visited: Visited, name: str, after: date, last: date) -> Truth:
    """Answer whether a diagnosis was made after a day and up to another."""
    first = after + timedelta(days=1)
    wanted = visited.catalogue.concepts_of(name)
    perhaps = False
    for each in visited.chart.episodes:
        if each.concept in wanted:
            truth = _onset_in(each, first, last)
            if truth is Truth.TRUE:
                return truth
            perhaps = perhaps or truth is Truth.UNKNOWN
    days = Days(visited.evaluation_on)
    situation = Situation(visited.chart, Scope(visited.catalogue), visited.evaluation_on, days, days)
    covered = cover((name,), wanted, always(Period(first, last)), situation)
    return Truth.FALSE if covered.is_whole and not perhaps else Truth.UNKNOWN


def _onset_in(episode: Episode, first: date, last: date) -> Truth:
    onset = episode.onset
    if onset is None:
        return Truth.UNKNOWN
    if onset.last < first or onset.first > last:
        return Truth.FALSE
    is_certain = first <= onset.first and onset.last <= last and not episode.is_suspected
    return Truth.TRUE if is_certain else Truth.UNKNOWN


def _is_above(value: Used | Gap, limit: Decimal) -> bool:
    return isinstance(value, Used) and value.amount.is_above(limit) is Truth.TRUE


def _has_kept(lung: Used | Gap, before: Used | Gap) -> bool:
    """True if FVC certainly is no decline of step 1: not below its limit, or not fallen by as much."""
    if not isinstance(lung, Used):
        return False
    if lung.amount.compare(">=", _LUNG_FROM) is Truth.TRUE:
        return True
    if not isinstance(before, Used) or before.amount.high is None or _methods(lung) != _methods(before):
        return False
    return lung.amount.is_above(before.amount.high * _OF_BASELINE) is Truth.TRUE


def _methods(value: Used) -> frozenset[str]:
    return frozenset() if value.finding is None else value.finding.qualifiers


def _to_judge(name: str) -> Gap:
    return replace(Gap(Cause.NEEDS_JUDGEMENT, "criss.step1_event", About.ANSWER), detail=name)


def _open(truth: Truth, name: str) -> tuple[Gap, ...]:
    return () if truth is Truth.FALSE else (Gap(Cause.MISSING, name, About.LIST),)
