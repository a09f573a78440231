"""What is supposed, in words: which rule files would conclude otherwise."""

from __future__ import annotations

from collections.abc import Sequence

from core.language.languages import in_language
from core.language.phrases import Phrases
from core.screening.flips import Flip
from core.wording.headline import headline_word


def flip_lines(flips: Sequence[Flip], phrases: Phrases, most: int) -> tuple[str, ...]:
    """Return a line for each file that concludes otherwise, and how many more than ``most`` there are."""
    if not flips:
        return (phrases.say("suppose-nothing"),)
    lines = [
        phrases.say(
            "suppose-flip",
            file=in_language(each.now.rule_file.short_title, phrases.language),
            was=headline_word(each.was, phrases),
            now=headline_word(each.now, phrases),
        )
        for each in flips[:most]
    ]
    return (*lines, phrases.say("suppose-more", count=len(flips) - most)) if len(flips) > most else tuple(lines)
