"""Titres as they are typed: ``1:640``, ``1:1.280``, ``1:640 homogeneous``; a range of them is none."""

from __future__ import annotations

import re
from collections.abc import Mapping

from core.entry.typed.numbers import narrowed
from core.entry.typed.outcome import Offer, Phrase, Refused
from core.entry.typed.printed import is_flag

_SIGN = r"<=|>=|≤|≥|<|>"
_SIGNS: Mapping[str, str] = {"≤": "<=", "≥": ">="}
_DENOMINATOR = r"\d{1,3}(?:[.,'\u2019 \u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,9}"
_BEFORE = r"(?:(?:titer|titre|titer:|titre:|ana|positive?|pos\.?)\s*:?\s+)*"
_TITRE = re.compile(rf"{_BEFORE}(?P<sign>{_SIGN})?\s*(?:1\s*(?P<colon>[:/])\s*)?(?P<low>{_DENOMINATOR})", re.IGNORECASE)
_HELD = re.compile(r"(?<!\d)1\s*[:/]\s*\d{2}|\b1\s*:\s*\d", re.ASCII)
_RANGE = re.compile(
    rf"[(\[]?\s*(?:ref\.?|norm\.?|normal)?\s*(?:{_SIGN})\s*1\s*:\s*(?:{_DENOMINATOR})\s*[)\]]?", re.IGNORECASE
)
_PATTERNS = re.compile(
    r"(?:fine|coarse|dense|fein|grob|dicht|few|multiple|cytoplasmic|zytoplasmatisch|nuclear|nukleär|pattern|muster|"
    r"homogeneous|homogenous|homogen|speckled|gesprenkelt|nucleolar|nukleolär|centromere|zentromer|fleckig|granulär|"
    r"granular|peripheral|peripher|diffuse|diffus|mixed|gemischt|ac-?\d{1,2}|titer|titre)\b,?",
    re.IGNORECASE,
)
"""Words for how the nuclei shine: no titre, and no part of it."""


def holds_titre(text: str) -> bool:
    """True if a titre stands in a text, whatever else does."""
    return _HELD.search(narrowed(text)) is not None


def read_titre_text(text: str) -> str | Refused:
    """Return the titre as a patient file writes it, or why it is none."""
    written = narrowed(text).strip()
    match = _TITRE.match(written)
    refused = Refused(Phrase("entry-no-titre", {"text": text}))
    if match is None:
        return refused
    denominator = re.sub(r"\D", "", match["low"])
    if not denominator.isascii() or not int(denominator) or not _is_known(written[match.end() :]):
        return refused
    titre = f"{_SIGNS.get(match['sign'] or '', match['sign'] or '')}1:{int(denominator)}"
    return titre if match["colon"] != "/" else Refused(Phrase("entry-no-titre", {"text": text}), (Offer(titre),))


def _is_known(behind: str) -> bool:
    """True if what stands behind a titre says nothing else: a flag, the laboratory's own range, the pattern."""
    rest = behind.strip(" ,;\t")
    while rest:
        known = _RANGE.match(rest) or _PATTERNS.match(rest)
        token = re.match(r"[(\[]?(?P<flag>[^\s()\[\],;]+)[)\]]?", rest)
        if known is not None:
            rest = rest[known.end() :].strip(" ,;\t")
        elif token is not None and is_flag(token["flag"]):
            rest = rest[token.end() :].strip(" ,;\t")
        else:
            return False
    return True
