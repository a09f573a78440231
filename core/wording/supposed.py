"""What is supposed, in words: which rule files would conclude otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from core.language.languages import in_language
from core.language.phrases import Phrases
from core.screening.flips import Flip
from core.wording.headline import headline_word


def flip_lines(flips: Sequence[Flip], phrases: Phrases, most: int) -> tuple[str, ...]:
    """Return a line for each file that concludes otherwise, and how many more than ``most`` there are."""
    words = [(each, headline_word(each.was, phrases), headline_word(each.now, phrases)) for each in flips]
    told = [row for row in words if row[1] != row[2]]  # a file that takes nobody is told by its state before and after
    if not told:
        return (phrases.say("suppose-nothing"),)
    lines = [
        phrases.say(
            "suppose-flip", file=in_language(each.now.rule_file.short_title, phrases.language), was=was, now=now
        )
        for each, was, now in told[:most]
    ]
    return (*lines, phrases.say("suppose-more", count=len(told) - most)) if len(told) > most else tuple(lines)
