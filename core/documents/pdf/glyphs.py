"""What the bundled faces cannot print stands as its code: decided before a line is set."""

from __future__ import annotations

import unicodedata

from core.documents.blocks import Document
from core.documents.keeping_together import set_together
from core.documents.legible import coded, with_codes
from core.documents.pdf.scripts import faces_of, is_simple
from core.documents.pdf.typeface import typeface
from core.documents.rewriting import rewritten


def printable(document: Document) -> Document:
    """Return ``document`` with accents composed, numbers kept to their units and the rest shown as codes."""
    return set_together(with_codes(rewritten(document, _composed), _printed))


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _printed(text: str) -> str:
    """Return ``text`` with every sign that no face has as its code (both weights have the same signs)."""
    if is_simple(text):
        return text
    faces = faces_of(text, typeface().regular)
    return "".join(sign if face else coded(sign) for sign, face in zip(text, faces, strict=True))
