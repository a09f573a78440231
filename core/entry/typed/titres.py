"""Titres as they are typed: ``1:640``, ``1:1.280``, ``1:640 homogeneous``; a range of them is none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from core.entry.statement import Plain
from core.entry.typed.numbers import narrowed
from core.entry.typed.outcome import Offer, Phrase, Refused
from core.entry.typed.printed import is_flag, limit_key
from core.vocabulary.asking import certain_spelling, pattern
from core.vocabulary.vocabulary import Matter

_BETWEEN = " ,;\t"
_SIGN = r"<=|>=|≤|≥|<|>"
_SIGNS: Mapping[str, str] = {"≤": "<=", "≥": ">="}
_DENOMINATOR = r"\d{1,3}(?:[.,'\u2019 \u00a0\u2009\u202f]\d{3})+(?!\d)|\d{1,9}"
_HELD = re.compile(r"(?<!\d)1\s*[:/]\s*\d{2}|\b1\s*:\s*\d", re.ASCII)


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
    match = _titre().match(written)
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
        limit = _limit().match(rest)
        known = limit or _range().match(rest) or _shine().match(rest)
        flag = re.match(r"[(\[]?(?P<flag>[^\s()\[\],;]+)[)\]]?", rest)
        if limit is not None:
            limits[limit_key(limit["key"])] = _written(limit)
        if known is None and (flag is None or not is_flag(flag["flag"])):
            return None
        end = known.end() if known is not None else 0 if flag is None else flag.end()
        rest = rest[end:].strip(_BETWEEN)
    return limits


@cache
def _titre() -> re.Pattern[str]:
    before = rf"(?:{pattern(Matter.TYPED, 'titre_before')}\s*:?\s+)*"
    titre = rf"(?P<sign>{_SIGN})?\s*(?:1\s*(?P<colon>[:/])\s*)?(?P<low>{_DENOMINATOR})"
    return re.compile(before + titre, re.IGNORECASE)


@cache
def _range() -> re.Pattern[str]:
    normal = pattern(Matter.TYPED, "titre_normal")
    bound = rf"(?:{_SIGN})\s*1\s*:\s*(?:{_DENOMINATOR})"
    return re.compile(rf"[(\[]?\s*{normal}?\s*{bound}\s*[)\]]?", re.IGNORECASE)


@cache
def _limit() -> re.Pattern[str]:
    key = certain_spelling(Matter.TYPED, "limits")
    return re.compile(
        rf"(?P<key>{key})\b\s*[:=]?\s*(?P<sign>{_SIGN})?\s*1\s*:\s*(?P<low>{_DENOMINATOR})", re.IGNORECASE
    )


@cache
def _shine() -> re.Pattern[str]:
    """Words for how the nuclei shine: no titre, and no part of it."""
    return re.compile(rf"{pattern(Matter.TYPED, 'titre_pattern')}\b,?", re.IGNORECASE)
