"""Lengths of time in words."""

from __future__ import annotations

from typing import Literal

from core.criteria.printing.labels import in_plain_words
from core.criteria.printing.voice import Voice
from core.criteria.values import ExtremeSpan, HalfLives, Lasting, NamedWindow, Span
from core.values.duration import Duration

Form = Literal["length", "span"]
"""How a length is written: alone, or behind a preposition, where languages change the ending."""


def length_words(voice: Voice, duration: Duration, form: Form = "length") -> str:
    """Return a length of time as written in the file."""
    return voice.say(f"{form}-{duration.unit.value}", count=duration.count)


def span_words(voice: Voice, span: Span, form: Form = "span") -> str:
    """Return a span: a length, half-lives, a window of the file with its length, the longer or shorter of two."""
    match span:
        case Duration():
            return length_words(voice, span, form)
        case HalfLives(count):
            return voice.say("half-lives", count=count)
        case NamedWindow(name):
            length = voice.scope.windows.get(name)
            words = "…" if length is None else length_words(voice, length, form)
            return voice.say("named-window", length=words, name=in_plain_words(name))
        case ExtremeSpan(which, first, second):
            ends = {"first": span_words(voice, first, form), "second": span_words(voice, second, form)}
            return voice.say(f"span-{which}", **ends)


def lasting_words(voice: Voice, lasting: Lasting) -> str:
    """Return how long something must last: at least, or more than."""
    phrase = "lasting-more" if lasting.is_more else "lasting-at-least"
    return voice.say(phrase, length=span_words(voice, lasting.span, "length").removesuffix(","))
