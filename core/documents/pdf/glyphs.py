"""Which signs the bundled family prints as they are meant: checked before a line is set."""

from __future__ import annotations

import unicodedata
from functools import cache

from core.documents.blocks import Document
from core.documents.keeping_together import set_together
from core.documents.legible import has_form, legible
from core.documents.pdf.typeface import typeface
from core.documents.rewriting import rewritten

# A combining mark that has no composed form would need placing by the font's own rules, which reportlab
# does not apply; letters of right-to-left scripts would be set in the wrong order.
_MARKS = "M"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


@cache
def can_print(sign: str) -> bool:
    """True if ``sign`` is in both weights and needs neither placing nor turning."""
    return (
        has_form(sign)
        and typeface().has(sign)
        and not unicodedata.category(sign).startswith(_MARKS)
        and unicodedata.bidirectional(sign) not in _RIGHT_TO_LEFT
    )


def printable(document: Document) -> Document:
    """Return ``document`` with accents composed, numbers kept to their units and the rest shown as codes."""
    return set_together(legible(rewritten(document, _composed), can_print))


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)
