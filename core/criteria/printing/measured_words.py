"""Sentences about measured values, facts and records in words."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from core.catalogue.concept import Kind
from core.criteria.nodes import Between, Compare, Condition, Includes, Repeated, Shift, Shows, State, TimeSince
from core.criteria.printing.labels import concept_of, full_labels, in_plain_words, labelled, plain_label, value_label
from core.criteria.printing.lengths import length_words
from core.criteria.printing.limit_words import comparison, difference_words, limit_words, op_name
from core.criteria.printing.subject_words import (
    concepts_of,
    deciding,
    is_several,
    subject_words,
    term_words,
    window_words,
)
from core.criteria.printing.voice import Voice
from core.criteria.values import Clean, Domains, Length, Limit, Subject, Term
from core.values.duration import Duration, TimeUnit

Reader = Callable[[Voice, Condition], str]
"""Reads a condition inside another one."""

_OPPOSITE = {"yes": "no", "no": "yes"}
Measured = Compare | Between | State | Includes | Repeated | Shift | Shows | TimeSince


def measured_words(voice: Voice, node: Measured, read: Reader) -> str:
    """Return a sentence about a measured value, a fact or a record."""
    match node:
        case Compare():
            return _compare(voice, node)
        case Between():
            return _between(voice, node)
        case State():
            return _state(voice, node)
        case Includes():
            return _includes(voice, node)
        case Repeated():
            return _repeated(voice, node)
        case Shift():
            return _shift(voice, node)
        case TimeSince(landmark, op, duration):
            test = difference_words(voice, op, length_words(voice, duration))
            return voice.say("since", landmark=plain_label(voice, landmark), test=test)
        case Shows():
            return _shows(voice, node, read)
    assert_never(node)


def _compare(voice: Voice, node: Compare) -> str:
    years = _years(voice, node.subject, node.limit)
    if years is not None:
        counted = {"years": years, "next": years + 1}
        return voice.say(f"age-{op_name(node.op)}", subject=subject_words(voice, node.subject), **counted)
    sentence = _tested(voice, node.subject, comparison(voice, node.op, node.limit))
    notes = (*deciding(voice, node.subject, node.pick, node.window), _clean(voice, node.clean))
    return voice.with_notes(sentence, notes)


def _between(voice: Voice, node: Between) -> str:
    low, high = _years(voice, node.subject, node.low), _years(voice, node.subject, node.high)
    if low is not None and high is not None:
        subject = subject_words(voice, node.subject)
        return voice.say("age-between", subject=subject, low=low, high=high, next=high + 1)
    test = voice.say("test-between", low=limit_words(voice, node.low), high=limit_words(voice, node.high))
    notes = (*deciding(voice, node.subject, node.pick, node.window), _clean(voice, node.clean))
    return voice.with_notes(_tested(voice, node.subject, test), notes)


def _years(voice: Voice, subject: Subject, limit: Limit) -> int | None:
    """Return the years an age is compared with: they are told as birthdays."""
    is_age = all(concept.kind is Kind.AGE for concept in concepts_of(voice, subject))
    match limit:
        case Length(Duration(count, TimeUnit.YEAR)) if is_age and not is_several(subject):
            return count
        case _:
            return None


def _tested(voice: Voice, subject: Subject, test: str) -> str:
    phrase = "compare-several" if is_several(subject) else "compare"
    return voice.say(phrase, subject=subject_words(voice, subject), test=test)


def _clean(voice: Voice, clean: Clean | None) -> str:
    if clean is None:
        return ""
    span = length_words(voice, clean.duration, "span")
    return voice.say("clean", names=full_labels(voice, clean.names), span=span)


# --- facts


def _values(voice: Voice, subject: Subject, choices: tuple[str, ...]) -> tuple[str, ...]:
    concepts = concepts_of(voice, subject)
    concept = concepts[0] if concepts else None
    return tuple(value_label(voice, concept, choice) for choice in choices)


def _state(voice: Voice, node: State) -> str:
    notes = deciding(voice, node.subject, node.pick, node.window)
    if node.domains is not None:
        return voice.with_notes(_domains(voice, node, node.domains), notes)
    sentence = voice.say("is", subject=subject_words(voice, node.subject), value=_value(voice, node))
    return voice.with_notes(sentence, notes)


def _value(voice: Voice, node: State) -> str:
    choices, is_not = node.choices, node.is_not
    if is_not and len(choices) == 1 and _is_yes_or_no(voice, node.subject):
        choices, is_not = (_OPPOSITE[choices[0]],), False  # a fact that is not yes is no: nobody says "not yes"
    words = _values(voice, node.subject, choices)
    if len(words) == 1:
        return voice.say("is-not", value=words[0]) if is_not else words[0]
    return voice.say("none-of" if is_not else "one-of", values=voice.row(words))


def _is_yes_or_no(voice: Voice, subject: Subject) -> bool:
    if isinstance(subject, Term) and subject.name in voice.scope.questions:
        return True
    concepts = concepts_of(voice, subject)
    return bool(concepts) and all(concept.kind is Kind.YES_NO for concept in concepts)


def _domains(voice: Voice, node: State, domains: Domains) -> str:
    grades = [voice.say("quoted", text=word) for word in _values(voice, node.subject, node.choices)]
    grade = voice.say("grade-not" if node.is_not else "grade", grades=voice.any_of(grades))
    phrase = "domains" if not domains.names else "domains-other" if domains.is_other_than else "domains-of"
    names = voice.row(_domain(voice, node.subject, name) for name in domains.names)
    subject = subject_words(voice, node.subject)
    return voice.say(phrase, subject=subject, grade=grade, needed=domains.needed, names=names)


def _domain(voice: Voice, subject: Subject, name: str) -> str:
    known = [code for concept in concepts_of(voice, subject) for code in concept.domains]
    code = next((code for code in known if code.id == name), None)
    return in_plain_words(name) if code is None else labelled(code.label, name, voice.language)


def _includes(voice: Voice, node: Includes) -> str:
    words = _values(voice, node.subject, node.choices)
    phrase = "includes" if len(words) == 1 else "includes-one-of"
    sentence = voice.say(phrase, subject=subject_words(voice, node.subject), value=voice.row(words))
    return voice.with_notes(sentence, deciding(voice, node.subject, node.pick, node.window))


# --- several results, one record


def _repeated(voice: Voice, node: Repeated) -> str:
    test = node.test
    words = comparison(voice, test.op, test.limit) if isinstance(test, Compare) else _value(voice, test)
    subject = term_words(voice, node.term)
    sentence = voice.say("repeated", needed=node.needed, subject=subject, test=words)
    days = window_words(voice, concepts_of(voice, node.term), node.window)
    return voice.with_notes(sentence, (voice.say("among", window=days),))


def _shift(voice: Voice, node: Shift) -> str:
    limit = limit_words(voice, node.limit)
    if node.scale:
        limit = voice.say("relative" if node.scale == "relative" else "percentage-points", limit=limit)
    test = difference_words(voice, node.op, limit)
    subject = term_words(voice, node.term)
    if node.over is None:
        sentence = voice.say(f"shift-{node.direction}-since", subject=subject, test=test)
    else:
        span = length_words(voice, node.over, "span")
        sentence = voice.say(f"shift-{node.direction}", subject=subject, span=span, test=test)
    return voice.with_notes(sentence, deciding(voice, node.term, "latest", node.window))


def _shows(voice: Voice, node: Shows, read: Reader) -> str:
    record = concept_of(voice, node.record)
    fields = read(voice.inside({} if record is None else record.fields), node.condition)
    sentence = voice.say("shows", record=plain_label(voice, node.record), fields=fields)
    return voice.with_notes(sentence, deciding(voice, Term(node.record), node.pick, node.window))
