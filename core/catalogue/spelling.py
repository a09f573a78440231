"""How names may be said: capitals, spaces, hyphens and accents make no other name, and ä is ae."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

_BETWEEN = re.compile(r"[\s_,'\u2019\u2010-\u2015-]+")
_UMLAUT = re.compile(r"([aou])e")
"""An umlaut without its dots; the e goes in names that never had one too, on both sides of a comparison."""

_SHORT = 4
"""Up to so many letters an abbreviation is meant, where every letter counts (UAE, UA)."""


def folded(text: str) -> str:
    """Return what is left of ``text`` where no capitals, spaces, hyphens, commas and accents count."""
    spelled = _BETWEEN.sub("", text.casefold())
    if not spelled.isascii():  # of ten thousand names most are
        spelled = "".join(sign for sign in unicodedata.normalize("NFKD", spelled) if not unicodedata.combining(sign))
    return _UMLAUT.sub(r"\1", spelled) if len(spelled) > _SHORT else spelled


def by_spelling(spelled: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return what each folded spelling stands for; one that could mean two things stands for none."""
    meant: dict[str, set[str]] = {}
    for spelling, owner in spelled:
        meant.setdefault(folded(spelling), set()).add(owner)
    return {spelling: next(iter(owners)) for spelling, owners in meant.items() if len(owners) == 1}
