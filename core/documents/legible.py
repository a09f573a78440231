"""Signs that a paper cannot show stand as their code, visibly, and the paper says so.

A control sign, an invisible one or one that turns the reading direction can make a paper say something
else than its text; a sign the fonts lack would print as an empty box. Neither may happen in silence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from core.documents.blocks import Document
from core.documents.rewriting import rewritten

# Unicode general categories: control, format (bidirectional marks and zero-width signs among them),
# surrogate, private, unassigned, line and paragraph separator. None has a form of its own.
_WITHOUT_FORM = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
JOINERS: Final = frozenset({"\u200c", "\u200d"})
_JOINED_SCRIPTS = frozenset({"AL"})
_VIRAMA = 9


def has_form(sign: str) -> bool:
    """True if ``sign`` is something a reader could see, or a space."""
    return (sign.isascii() and sign.isprintable()) or unicodedata.category(sign) not in _WITHOUT_FORM


def joins(text: str, at: int) -> bool:
    """True if the joiner at ``at`` is spelling: after a virama, or between two letters of an Arabic script.

    So are names in Persian and in Indian scripts written (RFC 5892, appendix A, asks the same of names of computers);
    anywhere else a joiner hides that two names differ.
    """
    before, after = text[max(at - 1, 0) : at], text[at + 1 : at + 2]
    if before and unicodedata.combining(before) == _VIRAMA:
        return True
    if not before or not after:
        return False
    return unicodedata.bidirectional(before) in _JOINED_SCRIPTS and unicodedata.bidirectional(after) in _JOINED_SCRIPTS


def coded(sign: str) -> str:
    """Return what stands for a sign that cannot be shown."""
    return f"⟨U+{ord(sign):04X}⟩"


def shown(text: str) -> str:
    """Return ``text`` with every sign that cannot be shown as ``⟨U+1F600⟩``."""
    if all(map(has_form, text)):
        return text
    return "".join(_shown(text, at, sign) for at, sign in enumerate(text))


def legible(document: Document) -> Document:
    """Return ``document`` as it can be shown; if anything had to be replaced, the footer says so."""
    return with_codes(document, shown)


def with_codes(document: Document, encode: Callable[[str], str]) -> Document:
    """Return ``document`` with its texts as ``encode`` makes them; if that changed any, the footer says so."""
    result = rewritten(document, encode)
    if result == document:
        return document
    return replace(result, footer=(*result.footer, result.words.escaped_signs))


def _shown(text: str, at: int, sign: str) -> str:
    return sign if has_form(sign) or (sign in JOINERS and joins(text, at)) else coded(sign)
