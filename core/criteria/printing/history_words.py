"""Sentences about diagnoses, events and drugs in words; what they deny has words of its own."""

from __future__ import annotations

from typing import assert_never

from core.catalogue.concept import Concept
from core.chart.words import OUTCOMES
from core.criteria.nodes import Condition, Failed, Had, Has, Off, On, Received, Stable
from core.criteria.printing.labels import full_labels, left_out, mode_of
from core.criteria.printing.lengths import lasting_words
from core.criteria.printing.limit_words import comparison
from core.criteria.printing.measured_words import Reader
from core.criteria.printing.voice import Voice
from core.criteria.printing.window_words import look_back, period
from core.criteria.values import Lasting, Which

History = Has | Had | Received | Failed | On | Off | Stable


def history_words(voice: Voice, node: History, read: Reader, *, is_denied: bool = False) -> str:
    """Return a sentence about the patient's history, or its denial."""
    match node:
        case Has(which, fields):
            sentence = _about(voice, "has-not" if is_denied else "has", which)
            return voice.with_notes(sentence, (_fields(voice, which, fields, read), left_out(voice, which)))
        case Had(which, fields):
            notes = (_fields(voice, which, fields, read), left_out(voice, which))
            return voice.with_notes(_had(voice, node, is_denied=is_denied), notes)
        case Received():
            return _received(voice, node, is_denied=is_denied)
        case Failed():
            return _failed(voice, node, is_denied=is_denied)
        case On():
            return _on(voice, node, is_denied=is_denied)
        case Off(which, lasting):
            phrase = _denial("off-now" if lasting is None else "off", is_denied=is_denied)
            return voice.with_notes(_in_period(voice, phrase, which, lasting), (left_out(voice, which),))
        case Stable(which, lasting):
            phrase = _denial("stable", is_denied=is_denied)
            return voice.with_notes(_in_period(voice, phrase, which, lasting), (left_out(voice, which),))
    assert_never(node)


def _denial(phrase: str, *, is_denied: bool) -> str:
    return f"{phrase}-not" if is_denied else phrase


def _about(voice: Voice, phrase: str, which: Which, window: str = "") -> str:
    return voice.say(phrase, mode=mode_of(which), names=full_labels(voice, which.names), window=window)


def _in_period(voice: Voice, phrase: str, which: Which, lasting: Lasting | None) -> str:
    days = "" if lasting is None else period(voice, lasting, voice.scope.drugs(which.names))
    return _about(voice, phrase, which, days)


def _concepts(voice: Voice, which: Which) -> tuple[Concept, ...]:
    found = (voice.scope.catalogue.concept(name) for name in sorted(voice.scope.concepts(which.names)))
    return tuple(concept for concept in found if concept is not None)


def _fields(voice: Voice, which: Which, fields: Condition | None, read: Reader) -> str:
    if fields is None:
        return ""
    known = {name: concept for each in _concepts(voice, which) for name, concept in each.fields.items()}
    return voice.say("counted-if", fields=read(voice.inside(known), fields))


def _had(voice: Voice, node: Had, *, is_denied: bool) -> str:
    if node.window is None:
        return _about(voice, "had-never" if is_denied else "had-ever", node.which)
    concepts = _concepts(voice, node.which)
    verb = "happened" if concepts and all(concept.is_point for concept in concepts) else "had"
    return _about(voice, _denial(verb, is_denied=is_denied), node.which, look_back(voice, node.window))


def _received(voice: Voice, node: Received, *, is_denied: bool) -> str:
    if node.window is None:
        sentence = _about(voice, "received-never" if is_denied else "received-ever", node.which)
    else:
        days = look_back(voice, node.window, voice.scope.drugs(node.which.names))
        sentence = _about(voice, _denial("received", is_denied=is_denied), node.which, days)
    often = voice.say(_denial("times", is_denied=is_denied), times=node.times) if node.times > 1 else ""
    return voice.with_notes(sentence, (often, left_out(voice, node.which)))


def ends_words(voice: Voice, words: tuple[str, ...]) -> str:
    """Return the outcomes and reasons for stopping that a course may end with, as conditions."""
    outcomes = [voice.say(f"outcome-{word}") for word in words if word in OUTCOMES]
    reasons = [voice.say(f"reason-{word}") for word in words if word not in OUTCOMES]
    ends = [voice.say("ended-with", outcomes=voice.any_of(outcomes))] if outcomes else []
    ends += [voice.say("stopped-for", reasons=voice.any_of(reasons))] if reasons else []
    return ends[0] if len(ends) == 1 else voice.say("or-if", one=ends[0], other=ends[1])


def _failed(voice: Voice, node: Failed, *, is_denied: bool) -> str:
    means = voice.scope.failed_means
    notes = [voice.say("failed-means", ends=ends_words(voice, means))] if means else []
    if node.lasting is not None:
        notes.append(voice.say("taken-for", length=lasting_words(voice, node.lasting)))
    if node.window is not None:
        notes.append(voice.say("treatment-in", window=look_back(voice, node.window)))
    sentence = _about(voice, _denial("failed", is_denied=is_denied), node.which)
    return voice.with_notes(sentence, (*notes, left_out(voice, node.which)))


def _on(voice: Voice, node: On, *, is_denied: bool) -> str:
    phrase = _denial("on-now" if node.lasting is None else "on", is_denied=is_denied)
    sentence = _in_period(voice, phrase, node.which, node.lasting)
    dose = "" if node.op is None or node.limit is None else comparison(voice, node.op, node.limit)
    asked = voice.say("daily-dose", test=dose) if dose else ""
    return voice.with_notes(sentence, (asked, left_out(voice, node.which)))
