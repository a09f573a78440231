"""Words of a row that are one of a few (outcomes, reasons for stopping, routes), as typed in either language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from core.catalogue.spelling import folded
from core.chart.words import OUTCOMES
from core.entry.typed.outcome import Offer, Phrase, Refused, Typed, Typing, Understood
from core.entry.typed.spoken import is_reason_for_stopping, spoken_in
from core.vocabulary.asking import shown, shown_anywhere, spelled
from core.vocabulary.vocabulary import Matter

_MOST_OFFERS = 6
_SHORT: Mapping[str, str] = {"iv": "intravenous", "i.v.": "intravenous", "sc": "subcutaneous", "s.c.": "subcutaneous",
    "po": "oral", "p.o.": "oral", "im": "intramuscular", "i.m.": "intramuscular"}  # fmt: skip


def choice_label(word: str, language: str) -> str:
    """Return a word as it is shown."""
    return shown(Matter.TYPED, "choices", language).get(word) or word.replace("_", " ")


@cache
def choice_labels(word: str) -> frozenset[str]:
    """Return a word as every language shows it, folded: each is read."""
    return frozenset(map(folded, (word, *shown_anywhere(Matter.TYPED, "choices", word))))


@cache
def unknown_day() -> frozenset[str]:
    """Return what is typed for a day that nobody knows, folded."""
    return frozenset(map(folded, spelled(Matter.TYPED, "unknown", "day")))


def find_choices(text: str, words: tuple[str, ...], language: str = "") -> tuple[str, ...]:
    """Return the words a text can mean: the one it is, else those that begin with it, in either language."""
    wanted = " ".join(text.casefold().split())
    if _SHORT.get(wanted) in words:
        return (_SHORT[wanted],)
    spoken = tuple(word for word in spoken_in(words).get(folded(text), ()) if word in words)
    if spoken:
        return spoken
    own = tuple(word for word in words if language and folded(choice_label(word, language)) == folded(text))
    if len(own) == 1:
        return own  # as the language that is typed shows it
    labels = {word: choice_labels(word) for word in words}
    exact = tuple(word for word, texts in labels.items() if folded(text) in texts)
    return exact or tuple(
        word for word, texts in labels.items() if any(each.startswith(folded(text)) for each in texts)
    )


def read_choice(text: str, words: tuple[str, ...], typing: Typing) -> Typed:
    """Return the one word a text means; of several what it can be is offered. One that is none is offered nothing: the
    first of a list could be the opposite of what was typed.
    """
    found = find_choices(text, words, typing.language)
    if len(found) == 1:
        return Understood(found[0])
    if found:
        phrase = "entry-word-of-two" if folded(text) in spoken_in(words) else "entry-which-word"
        return Refused(
            Phrase(phrase), tuple(Offer(choice_label(word, typing.language)) for word in found[:_MOST_OFFERS])
        )
    is_elsewhere = words is OUTCOMES and is_reason_for_stopping(text)
    return Refused(Phrase("entry-reason-for-stopping" if is_elsewhere else "entry-no-word", {"text": text.strip()}))
