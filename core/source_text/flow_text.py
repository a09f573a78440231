"""What may stand unquoted inside ``{ }`` and ``[ ]``: bare names, numbers, dates and quantities.

A comma ends a value there without a word, so a sentence inside braces is cut in silence (language case G51).
"""

from __future__ import annotations

import re

COMMA_HINT = "a comma ends the value here: quote it or use its own line"

_SENTENCE_SIGN = re.compile(r"[()?]")
_JOINING_WORD = re.compile(r"(?:^|\s)(?:and|or)(?:\s|$)")
_COMPARISON = re.compile(r"[<>≤≥=]")


def sentence_sign(text: str) -> str | None:
    """Return the sign or word that makes ``text`` a sentence, or None if it may stand bare inside braces."""
    sign = _SENTENCE_SIGN.search(text)
    if sign is not None:
        return sign.group()
    if " " not in text and "\n" not in text:
        return None
    found = _JOINING_WORD.search(text) or _COMPARISON.search(text)
    return None if found is None else found.group().strip()
