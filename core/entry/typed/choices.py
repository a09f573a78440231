"""Words of a row that are one of a few (outcomes, reasons for stopping, routes), as typed in either language."""

from __future__ import annotations

from collections.abc import Mapping

from core.chart.words import FAILED, FAILED_SPELLINGS
from core.entry.typed.outcome import Offer, Phrase, Refused, Typed, Typing, Understood

_GERMAN: Mapping[str, str] = {
    "remission": "Remission",
    "response": "Ansprechen",
    "partial_response": "teilweises Ansprechen",
    "no_response": "kein Ansprechen",
    "lost_response": "Wirkverlust",
    "relapse": "Rückfall",
    "failed": "Versagen",
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

_SPLIT: Mapping[str, tuple[str, ...]] = dict.fromkeys(
    (*FAILED_SPELLINGS, "refraktär", "progress", "progredient"), ("no_response", "lost_response", FAILED)
)
"""Words that say of a course that it failed and not how: asked, since somebody who types it may know."""

ENDS = ("ongoing", "unknown")
"""What can stand for an end besides a day."""


def choice_label(word: str, language: str) -> str:
    """Return a word as it is shown."""
    return _GERMAN.get(word, word) if language == "de" else word.replace("_", " ")


def find_choices(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words a text can mean: the one it is, else those that begin with it, in either language."""
    wanted = " ".join(text.casefold().split())
    if _SHORT.get(wanted) in words:
        return (_SHORT[wanted],)
    if wanted in _SPLIT:
        return tuple(word for word in _SPLIT[wanted] if word in words)
    spelled = {word: {word, word.replace("_", " "), _GERMAN.get(word, word).casefold()} for word in words}
    exact = tuple(word for word, texts in spelled.items() if wanted in texts)
    return exact or tuple(word for word, texts in spelled.items() if any(each.startswith(wanted) for each in texts))


def read_choice(text: str, words: tuple[str, ...], typing: Typing) -> Typed:
    """Return the one word a text means; of several, and of none, what it can be is offered."""
    found = find_choices(text, words)
    if len(found) == 1:
        return Understood(found[0])
    offers = tuple(Offer(choice_label(word, typing.language)) for word in (found or words)[:_MOST_OFFERS])
    return Refused(Phrase("entry-which-word") if found else Phrase("entry-no-word", {"text": text.strip()}), offers)
