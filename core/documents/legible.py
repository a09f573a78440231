"""Signs that a paper cannot show stand as their code, visibly, and the paper says so.

A control sign, an invisible one or one that turns the reading direction can make a paper say something
else than its text; a sign the font lacks would print as an empty box. Neither may happen in silence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace

from core.documents.blocks import Document
from core.documents.rewriting import rewritten

# Unicode general categories: control, format (bidirectional marks and zero-width signs among them),
# surrogate, private, unassigned, line and paragraph separator. None has a form of its own.
_WITHOUT_FORM = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})

CanShow = Callable[[str], bool]
"""Whether one sign can be shown."""


def has_form(sign: str) -> bool:
    """True if ``sign`` is something a reader could see, or a space."""
    return (sign.isascii() and sign.isprintable()) or unicodedata.category(sign) not in _WITHOUT_FORM


def shown(text: str, can_show: CanShow = has_form) -> str:
    """Return ``text`` with every sign that cannot be shown as ``⟨U+1F600⟩``."""
    if all(map(can_show, text)):
        return text
    return "".join(sign if can_show(sign) else f"⟨U+{ord(sign):04X}⟩" for sign in text)


def legible(document: Document, can_show: CanShow = has_form) -> Document:
    """Return ``document`` as it can be shown; if anything had to be replaced, the footer says so."""
    result = rewritten(document, lambda text: shown(text, can_show))
    if result == document:
        return document
    return replace(result, footer=(*result.footer, result.words.escaped_signs))
