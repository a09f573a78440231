"""Windows and periods in words, with their dates where the days are known."""

from __future__ import annotations

from typing import assert_never

from core.catalogue.concept import Concept
from core.criteria.printing.labels import full_label, plain_label
from core.criteria.printing.lengths import length_words, span_words
from core.criteria.printing.voice import Voice
from core.criteria.printing.window_days import Ends, lasting_days, look_back_days, result_days
from core.criteria.values import Lasting, OnDay, SinceStart, Stretch, Window, Within

_SIDES = {"before": "before", "": "before", "after": "after", "of": "around"}


def result_window(voice: Voice, window: Window) -> str:
    """Return which days a result may be of: both ends are in."""
    words = _window(voice, window)
    if voice.days is not None:
        ends = result_days(window, voice.scope, voice.days)
        if ends is not None:
            return _dated(voice, words, ends)
    return voice.say("both-ends", window=words) if isinstance(window, Within) else words


def open_window(voice: Voice, concepts: tuple[Concept, ...]) -> str:
    """Return which days a result may be of where the file names no window: the catalogue's freshness."""
    lengths = {concept.freshness for concept in concepts}
    if lengths == {None} or not lengths:
        return voice.say("window-open")
    (length, *others) = lengths
    if others or length is None:
        return voice.say("window-assumed-each")
    words = voice.say("window-assumed", length=length_words(voice, length))
    if voice.days is None:
        return words
    return _dated(voice, words, (length.before(voice.days.decision_on), voice.days.decision_on))


def look_back(voice: Voice, window: Window, drugs: frozenset[str] = frozenset()) -> str:
    """Return the days of a look-back: the far end is out."""
    words = _window(voice, window)
    if voice.days is not None:
        ends = look_back_days(window, voice.scope, voice.days, drugs)
        if ends is not None:
            return _dated(voice, words, ends)
    return voice.say("far-end-out", window=words) if isinstance(window, Within) else words


def period(voice: Voice, lasting: Lasting, drugs: frozenset[str]) -> str:
    """Return the days of ``for S before A``."""
    span = voice.say("span-more" if lasting.is_more else "span-at-least", span=span_words(voice, lasting.span))
    words = voice.say("within", span=span, side=_side(voice, "before", lasting.anchor))
    ends = None if voice.days is None else lasting_days(lasting, voice.scope, voice.days, drugs)
    return words if ends is None else _dated(voice, words, ends)


def _window(voice: Voice, window: Window) -> str:
    match window:
        case Within(span, side, anchor):
            return voice.say("within", span=span_words(voice, span), side=_side(voice, _SIDES[side], anchor))
        case Stretch(far, near, side, anchor):
            ends = {"far": length_words(voice, far, "span"), "near": length_words(voice, near, "span")}
            return voice.say("stretch", **ends, side=_side(voice, side, anchor))
        case OnDay(anchor, before):
            if before is None:
                return _side(voice, "on-day", anchor)
            ago = length_words(voice, before, "span")
            return voice.say("day-before", span=ago, side=_side(voice, "before", anchor))
        case SinceStart(drug):
            return voice.say("since-start", drug=full_label(voice, drug))
    assert_never(window)


def _side(voice: Voice, phrase: str, anchor: str) -> str:
    return voice.say(phrase, anchor=anchor or "decision", label=plain_label(voice, anchor) if anchor else "")


def _dated(voice: Voice, words: str, ends: Ends) -> str:
    first, last = voice.day(ends[0]), voice.day(ends[1])
    if first == last:
        return voice.say("date", window=words, day=first)
    return voice.say("dates", window=words, first=first, last=last)
