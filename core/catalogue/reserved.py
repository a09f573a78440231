"""The words that no name of the catalogue may be, because the rule language reads them as its own."""

from __future__ import annotations

import re

_KEYWORDS = """
    LLN ULN after and any at before between domain domains each ever every failed fall first for from had has
    higher highest in includes is latest least longer lower lowest more not of off on one only or other over points
    received relative results rise shorter shows since stable start than the time times to with within without
"""
_MEASURES = "hour hours day days week weeks month months year years kg cm mm g mg U Cel x"

KEYWORDS = frozenset(_KEYWORDS.split())
"""The words of sentences. The grammar of the language holds the same list; a test compares them."""

MEASURES = frozenset(_MEASURES.split())
"""Times, units and the sign of a multiple, which stand for themselves in a sentence."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def is_name(text: str) -> bool:
    """True if a sentence can hold ``text`` as a name: letters, digits and underscores, and no word of the language."""
    return _NAME.fullmatch(text) is not None and text not in KEYWORDS and text not in MEASURES
