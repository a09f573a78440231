"""Titres as they are typed: ``1:640``, ``1:1.280``, ``1:640 homogeneous``; a range of them is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from core.entry.statement import Plain
from core.entry.typed.numbers import narrowed
from core.entry.typed.outcome import Offer, Phrase, Refused
from core.entry.typed.printed import is_flag

_BETWEEN = " ,;\t"
_SIGN = r"<=|>=|≤|≥|<|>"
_SIGNS: Mapping[str, str] = {"≤": "<=", "≥": ">="}
_DENOMINATOR = r"\d{1,3}(?:[.,'\u2019 \u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,9}"
_BEFORE = r"(?:(?:titer|titre|titer:|titre:|ana|positive?|pos\.?)\s*:?\s+)*"
_TITRE = re.compile(rf"{_BEFORE}(?P<sign>{_SIGN})?\s*(?:1\s*(?P<colon>[:/])\s*)?(?P<low>{_DENOMINATOR})", re.IGNORECASE)
_HELD = re.compile(r"(?<!\d)1\s*[:/]\s*\d{2}|\b1\s*:\s*\d", re.ASCII)
_RANGE = re.compile(
    rf"[(\[]?\s*(?:ref\.?|norm\.?|normal)?\s*(?:{_SIGN})\s*1\s*:\s*(?:{_DENOMINATOR})\s*[)\]]?", re.IGNORECASE
)
_LIMIT = re.compile(
    rf"(?P<key>uln|lln|ogn|ugn)\b\s*[:=]?\s*(?P<sign>{_SIGN})?\s*1\s*:\s*(?P<low>{_DENOMINATOR})", re.IGNORECASE
)
_KEYS = {"uln": "uln", "ogn": "uln", "lln": "lln", "ugn": "lln"}
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


@dataclass(frozen=True, slots=True)
class Titre:
    """A titre as a patient file writes it, with the limits of the laboratory by their keys."""

    text: str
    limits: Mapping[str, Plain]


def read_titre_text(text: str) -> Titre | Refused:
    """Return the titre that a text writes, or why it is none."""
    written = narrowed(text).strip()
    match = _TITRE.match(written)
    limits = None if match is None else _limits_behind(written[match.end() :])
    titre = "" if match is None else _written(match)
    if match is None or limits is None or not titre:
        return Refused(Phrase("entry-no-titre", {"text": text}))
    return (
        Titre(titre, limits)
        if match["colon"] != "/"
        else Refused(Phrase("entry-no-titre", {"text": text}), (Offer(titre),))
    )


def _written(match: re.Match[str]) -> str:
    denominator = re.sub(r"\D", "", match["low"])
    sign = _SIGNS.get(match["sign"] or "", match["sign"] or "")
    return f"{sign}1:{int(denominator)}" if denominator.isascii() and int(denominator) else ""


def _limits_behind(behind: str) -> dict[str, Plain] | None:
    """Return the limits behind a titre; None where something else stands there than flags, its range, its pattern."""
    rest, limits = behind.strip(_BETWEEN), dict[str, Plain]()
    while rest:
        limit = _LIMIT.match(rest)
        known = limit or _RANGE.match(rest) or _PATTERNS.match(rest)
        flag = re.match(r"[(\[]?(?P<flag>[^\s()\[\],;]+)[)\]]?", rest)
        if limit is not None:
            limits[_KEYS[limit["key"].casefold()]] = _written(limit)
        if known is None and (flag is None or not is_flag(flag["flag"])):
            return None
        end = known.end() if known is not None else 0 if flag is None else flag.end()
        rest = rest[end:].strip(_BETWEEN)
    return limits
