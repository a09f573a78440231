"""Spaces that do not break, on PDF and HTML papers: a number stays with its unit, a day with its month."""

from __future__ import annotations

import re

from core.documents.blocks import Document
from core.documents.rewriting import rewritten

NO_BREAK = "\u00a0"
_WORDS = r"[kdcmµnpf]?(?:g|G|mol|l|L|m|kat|IU|IE|U|AU|BAU|Da|s|h|min|mHg|m Hg)|Eq|mEq|copies|cells|mm"
_UNIT = rf"(?:%(?!\w)|°C|×10|‰|/(?:[µh]|min\b)|[dcm]?m[²³]|(?:{_WORDS})\b(?!\w))"
_NUMBER_AND_UNIT = re.compile(rf"(?<=\d) (?={_UNIT})")
_FIGURE = re.compile(r"[0-9]\.? ")
_DAY = re.compile(r"(?<![\w.])(\d{1,2}\.?) ([^\W\d_]{3,9}\.?) (?=\d{4}(?!\d))")


def kept_together(text: str) -> str:
    """Return a text whose numbers do not part from their units, nor days from their months, at the end of a line."""
    if _FIGURE.search(text) is None:
        return text
    return _DAY.sub(rf"\1{NO_BREAK}\2{NO_BREAK}", _NUMBER_AND_UNIT.sub(NO_BREAK, text))


def set_together(document: Document) -> Document:
    """Return a paper with every number kept to its unit, every day to its month and year."""
    return rewritten(document, kept_together)
