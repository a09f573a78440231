"""ACR CRISS: which values on record are the pairs it asks for, and what an event of its first step makes of them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from core.engine.judgement.outcome import Cause, Gap
from core.responses.between import answered_once, merged
from core.responses.contact import Contact
from core.responses.inputs import truth_of_told
from core.responses.pairs import (
    PATIENT,
    VAS,
    Pair,
    Source,
    newest_day,
    pair_of,
    recorded_number,
    refs_of,
    with_recorded,
    without_refused,
)
from core.responses.response import Part, Response
from core.responses.step_one import NONE, step_one
from core.responses.visited import Visited
from core.scores.shipped import definition_of
from core.values.truth import Truth, truth_of

CRISS, SKIN = "criss", "mrss"
_LUNG = Source("fvc", "fvc_percent", is_higher_better=True)
_OTHERS = (Source("mrss", SKIN), Source("patient", PATIENT), Source("physician", VAS), Source("haq", "haq_di"))


def criss_of(visited: Visited, baseline: Contact, contact: Contact) -> Response:
    """Return ACR CRISS of a visit: the probability, or between what it lies, and whether that is an improvement."""
    pairs = tuple(pair_of(visited, each.name, each, baseline, contact) for each in _OTHERS)
    pairs = without_refused(CRISS, (*pairs, _fvc(visited, baseline, contact)), {})
    first = step_one(visited, baseline, contact)
    events = (first.event,) if first.event else definition_of(CRISS).inputs["step1_event"].options
    whole = {each.name: each for each in pairs if each.is_whole}
    answers = [
        answered_once(
            CRISS, {"step1_event": event, "raw": {name: each.end(is_best=best) for name, each in whole.items()}}
        )
        for event in events
        for best in (False, True)
    ]
    between = merged(answers)
    low, high = between.ranges.get("p", (None, None))
    truth = truth_of_told(between.output.get("improver"))
    found = recorded_number(visited, CRISS, contact)
    measures = (each.part(_improved(each)) for each in pairs)
    parts = (
        Part(
            "step1_event",
            truth_of(first.event == NONE) if first.event else Truth.UNKNOWN,
            first.now,
            first.before,
            first.gaps,
        ),
        *measures,
    )
    response = Response(CRISS, contact, newest_day(pairs), truth, parts, (), low, high, refs=refs_of(pairs))
    if found is None:
        return response
    limit = definition_of(CRISS).limits["improver"]
    return with_recorded(response, found, (), truth_of(Fraction(found[1].low or 0) >= limit))


def _improved(pair: Pair) -> Truth:
    """Answer whether a measure is better than at the baseline."""
    if not pair.is_whole:
        return Truth.UNKNOWN
    signs = {_sign(pair, one, other) for one in pair.before_ends for other in pair.now_ends}
    return truth_of(signs.pop() > 0) if len(signs) == 1 else Truth.UNKNOWN


def _sign(pair: Pair, before: Fraction, now: Fraction) -> int:
    gain = now - before if pair.is_higher_better else before - now
    return (gain > 0) - (gain < 0)


def _fvc(visited: Visited, baseline: Contact, contact: Contact) -> Pair:
    """Return FVC in percent of one and the same reference: two references differ by more than a change."""
    pair = pair_of(visited, "fvc", _LUNG, baseline, contact)
    methods = {each.finding.qualifiers for each in (pair.before, pair.now) if each is not None and each.finding}
    if pair.is_whole and len(methods) > 1:
        return replace(pair, before_ends=(), now_ends=(), gaps=(Gap(Cause.METHOD, _LUNG.concept),))
    return pair
