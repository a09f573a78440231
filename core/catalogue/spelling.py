"""How names may be said: capitals, spaces and hyphens make no other name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

_BETWEEN = re.compile(r"[\s_-]+")


def folded(text: str) -> str:
    """Return ``text`` as names are written: small letters, underscores between the words."""
    return _BETWEEN.sub("_", text.strip()).casefold()


def by_spelling(spelled: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """Return what each folded spelling stands for; one that could mean two things stands for none."""
    meant: dict[str, set[str]] = {}
    for spelling, owner in spelled:
        meant.setdefault(folded(spelling), set()).add(owner)
    return {spelling: next(iter(owners)) for spelling, owners in meant.items() if len(owners) == 1}
