"""Words of a row that are one of a few (outcomes, reasons for stopping, routes), as typed in either language."""

from __future__ import annotations

from collections.abc import Mapping

from core.catalogue.spelling import folded
from core.chart.words import FAILED, OUTCOMES
from core.entry.typed.outcome import Offer, Phrase, Refused, Typed, Typing, Understood
from core.entry.typed.spoken import is_reason_for_stopping, spoken_in

_GERMAN: Mapping[str, str] = {
    "remission": "Remission",
    "response": "Ansprechen",
    "partial_response": "teilweises Ansprechen",
    "no_response": "kein Ansprechen",
    "lost_response": "Wirkverlust",
    "relapse": "Rückfall",
    "failed": "Versagen, nicht unterschieden",
    "not_assessable": "nicht beurteilbar",
    "intolerance": "Unverträglichkeit",
    "inefficacy": "unwirksam",
    "planned": "geplant",
    "wish": "Wunsch",
    "infection": "Infektion",
    "pregnancy": "Schwangerschaft",
    "supply": "nicht lieferbar",
    "other": "anderes",
    "nothing_listed": "nichts Gelistetes",
    "none": "keine",
    "autologous": "autolog",
    "allogeneic": "allogen",
    "oral": "oral",
    "intravenous": "intravenös",
    "subcutaneous": "subkutan",
    "intramuscular": "intramuskulär",
    "topical": "topisch",
    "inhaled": "inhaliert",
    "intrathecal": "intrathekal",
    "pulse": "Stoßtherapie",
    "mild": "leicht",
    "moderate": "mittel",
    "severe": "schwer",
    "life_threatening": "lebensbedrohlich",
    "confirmed": "gesichert",
    "suspected": "Verdacht",
    "ruled_out": "ausgeschlossen",
    "yes": "ja",
    "no": "nein",
    "ongoing": "laufend",
    "unknown": "unbekannt",
}
_MOST_OFFERS = 6
_SHORT: Mapping[str, str] = {"iv": "intravenous", "i.v.": "intravenous", "sc": "subcutaneous", "s.c.": "subcutaneous",
    "po": "oral", "p.o.": "oral", "im": "intramuscular", "i.m.": "intramuscular"}  # fmt: skip

_ENGLISH: Mapping[str, str] = {FAILED: "failed, not told how"}
"""Shown so where the word alone would be asked about."""

_UNKNOWN_DAY = (
    "unknown",
    "unbekannt",
    "?",
    "n.b.",
    "n. b.",
    "nicht bekannt",
    "not known",
    "unk",
    "unklar",
    "k.A.",
    "k. A.",
)
UNKNOWN_DAY = frozenset(map(folded, _UNKNOWN_DAY))
"""What is typed for a day that nobody knows."""

ENDS = ("ongoing", "unknown")
"""What can stand for an end besides a day."""


def choice_label(word: str, language: str) -> str:
    """Return a word as it is shown."""
    return _GERMAN.get(word, word) if language == "de" else _ENGLISH.get(word, word.replace("_", " "))


def find_choices(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words a text can mean: the one it is, else those that begin with it, in either language."""
    wanted = " ".join(text.casefold().split())
    if _SHORT.get(wanted) in words:
        return (_SHORT[wanted],)
    spoken = tuple(word for word in spoken_in(words).get(folded(text), ()) if word in words)
    if spoken:
        return spoken
    spelled = {
        word: {folded(word), folded(_GERMAN.get(word, word)), folded(_ENGLISH.get(word, word))} for word in words
    }
    exact = tuple(word for word, texts in spelled.items() if folded(text) in texts)
    return exact or tuple(
        word for word, texts in spelled.items() if any(each.startswith(folded(text)) for each in texts)
    )


def read_choice(text: str, words: tuple[str, ...], typing: Typing) -> Typed:
    """Return the one word a text means; of several what it can be is offered. One that is none is offered nothing: the
    first of a list could be the opposite of what was typed.
    """
    found = find_choices(text, words)
    if len(found) == 1:
        return Understood(found[0])
    if found:
        phrase = "entry-word-of-two" if folded(text) in spoken_in(words) else "entry-which-word"
        return Refused(
            Phrase(phrase), tuple(Offer(choice_label(word, typing.language)) for word in found[:_MOST_OFFERS])
        )
    is_elsewhere = words is OUTCOMES and is_reason_for_stopping(text)
    return Refused(Phrase("entry-reason-for-stopping" if is_elsewhere else "entry-no-word", {"text": text.strip()}))
