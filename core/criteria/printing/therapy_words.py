"""The therapy block in words: what is counted first, then each further condition on its own line."""

from __future__ import annotations

from collections.abc import Iterator

from core.criteria.nodes import DoseLimit, Therapy
from core.criteria.printing.history_words import ends_words
from core.criteria.printing.labels import full_label, full_labels, plain_label
from core.criteria.printing.lengths import lasting_words, length_words
from core.criteria.printing.limit_words import comparison
from core.criteria.printing.voice import Voice
from core.criteria.printing.window_words import look_back


def therapy_lines(voice: Voice, node: Therapy) -> tuple[str, ...]:
    """Return the elements of a block, what makes a course count, and the lengths, doses and marks asked for."""
    return (*_elements(voice, node), *_counting(voice, node), *_lengths(voice, node), *_conditions(voice, node))


def _elements(voice: Voice, node: Therapy) -> Iterator[str]:
    if node.of:
        names = full_labels(voice, node.of)
        yield voice.say(f"therapy-{node.counting}", needed=node.at_least, names=names)
    if node.all_of:
        yield voice.say("therapy-all-of", names=full_labels(voice, node.all_of))
    if node.one_from_each:
        places = [voice.any_of(full_label(voice, name) for name in place) for place in node.one_from_each]
        numbered = "; ".join(f"({number}) {place}" for number, place in enumerate(places, start=1))
        yield voice.say("therapy-one-from-each", places=numbered)
    if node.must_include:
        yield voice.say("therapy-must-include", names=full_labels(voice, node.must_include))
    for once in node.count_once:
        together = voice.all_of(plain_label(voice, name) for name in once)
        yield voice.say("therapy-count-once", names=together)


def _counting(voice: Voice, node: Therapy) -> Iterator[str]:
    if node.counted_if is None:
        yield voice.say("therapy-taken")
    else:
        yield voice.say("therapy-counted-if", ends=ends_words(voice, node.counted_if))
    if node.any_length_if:
        yield voice.say("therapy-any-length", ends=ends_words(voice, node.any_length_if))
    yield voice.say(f"therapy-contraindicated-{node.contraindicated}")


def _lengths(voice: Voice, node: Therapy) -> Iterator[str]:
    for name, lasting in node.each_for.items():
        length = lasting_words(voice, lasting)
        if name:
            yield voice.say("therapy-each-for-one", name=plain_label(voice, name), length=length)
        else:
            phrase = "therapy-each-for" if len(node.each_for) == 1 else "therapy-each-for-others"
            yield voice.say(phrase, length=length)
    if node.together_for is not None:
        yield voice.say("therapy-together-for", length=lasting_words(voice, node.together_for))
    if node.in_total_for is not None:
        yield voice.say("therapy-in-total-for", length=lasting_words(voice, node.in_total_for))
    if node.gap is not None:
        yield voice.say("therapy-gap", length=length_words(voice, node.gap))
    elif node.each_for or node.together_for is not None:
        yield voice.say("therapy-gap-default")


def _conditions(voice: Voice, node: Therapy) -> Iterator[str]:
    if node.looking_back is not None:
        yield voice.say("therapy-looking-back", window=look_back(voice, node.looking_back))
    if node.together_with:
        yield voice.say("therapy-together-with", names=full_labels(voice, node.together_with))
    for name, limit in node.at_dose.items():
        yield voice.say("therapy-at-dose", name=plain_label(voice, name), test=_dose(voice, limit))
    for name, limit in node.cumulative.items():
        yield voice.say("therapy-cumulative", name=plain_label(voice, name), test=_dose(voice, limit))
    if node.is_dose_adequate_required:
        yield voice.say("therapy-dose-adequate")
    if node.is_adherence_required:
        yield voice.say("therapy-adherence")
    if node.is_still_on:
        yield voice.say("therapy-still-on")
    if node.unchanged_for is not None:
        yield voice.say("therapy-unchanged-for", length=lasting_words(voice, node.unchanged_for))


def _dose(voice: Voice, limit: DoseLimit) -> str:
    return voice.all_of(comparison(voice, op, each) for op, each in limit.tests)
