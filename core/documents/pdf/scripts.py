"""Which face prints each sign of a text, and which signs none can print.

A mark and a joiner need the face of the letter before them: they are placed on it, or change its shape.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from core.documents.legible import JOINERS, has_form, joins
from core.documents.pdf.typeface import Face, fallbacks, typeface
from core.documents.reading_order import is_turned

# Hebrew and Indic letters carry up to three marks each; a heap of more would grow into the lines around it.
_MOST_MARKS = 3


@cache
def is_plain(sign: str) -> bool:
    """True if both weights of the family print ``sign`` as it is: neither placed, joined nor turned."""
    return has_form(sign) and typeface().has(sign) and not _is_mark(sign) and not is_turned(sign)


def is_simple(text: str) -> bool:
    """True if the family prints every sign of ``text`` as it is: nearly always, so it is asked quickly."""
    return (text.isascii() and text.isprintable()) or all(map(is_plain, set(text)))


def faces_of(text: str, own: Face) -> list[Face | None]:
    """Return the face of each sign of ``text``: ``own`` where it can, else that of its script; none: no face has it."""
    if is_simple(text):
        return [own] * len(text)
    return list(_chosen(text, own))


def _chosen(text: str, own: Face) -> Iterator[Face | None]:
    before: Face | None = None
    marks = 0
    for at, sign in enumerate(text):
        if sign in JOINERS:
            before = before if joins(text, at) and before is not None and before.has(sign) else None
        elif not has_form(sign):
            before = None
        elif _is_mark(sign):
            marks += 1
            stands = marks <= _MOST_MARKS and not text[at - 1 : at].isspace()
            before = before if stands and before is not None and before.has(sign) else None
        else:
            marks = 0
            before = _face_of(sign, own, before)
        yield before


def _face_of(sign: str, own: Face, before: Face | None) -> Face | None:
    if own.has(sign):
        return own
    if before is not None and before is not own and before.has(sign):
        return before
    return next((face for face in fallbacks() if face.has(sign)), None)


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign).startswith("M")
