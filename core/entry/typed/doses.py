"""Doses of a course as they are typed: segments apart by a semicolon, each with how often and its days."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from core.chart.shorthand import Dosage, read_shorthand
from core.entry.statement import Plain
from core.entry.typed.dates import read_typed_date, shown_date
from core.entry.typed.numbers import read_number_text
from core.entry.typed.outcome import Offer, Phrase, Refused, TwoReadings, Typing, Understood

_MONTHS = (
    "jan|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez|today|heute|yesterday|gestern|ongoing|laufend"
)
_DAYS = re.compile(
    rf"\s+(from|since|ab|seit|to|bis|until|on|am)\s+(?!\d[\d.,]*\s*(?:[muµ]?g|mcg|ml|i?[ue])\b)(?=\d|{_MONTHS}|\Z)",
    re.IGNORECASE,
)
"""A word before a day; ``on`` and ``am`` also stand before other things (am Tag), ``to`` before the end of a range."""
_KEYS = {
    "from": "from",
    "since": "from",
    "ab": "from",
    "seit": "from",
    "to": "to",
    "bis": "to",
    "until": "to",
    "on": "date",
    "am": "date",
}
_SINGLE = re.compile(r"(?:single|einmalig|once)\s+", re.IGNORECASE)
_DAYS_SHOWN = {"from": ("from", "ab"), "date": ("on", "am"), "to": ("to", "bis")}
_ONGOING = {False: "ongoing", True: "laufend"}
_TIMES_SHOWN = {"day": "Tag", "week": "Woche", "month": "Monat"}
_PER_SHOWN = {"day": "Tag", "days": "Tage", "week": "Woche", "weeks": "Wochen", "month": "Monat", "months": "Monate",
    "h": "Stunden"}  # fmt: skip
_NUMBER = re.compile(r"[\d.,]+")


def read_doses_text(text: str, typing: Typing) -> list[Plain] | Refused | TwoReadings:
    """Return the segments as a patient file writes them; whether a dose is one is for its reader to say."""
    found: list[Plain] = []
    for segment in text.split(";"):
        if segment.strip():
            read = _segment(segment.strip(), typing)
            if not isinstance(read, dict):
                return read
            found.append(read)
    return found


def doses_text(doses: Sequence[Plain], language: str) -> str:
    """Return segments as they are typed."""
    return "; ".join(_segment_text(each, language) for each in doses if isinstance(each, dict))


def _segment(text: str, typing: Typing) -> dict[str, Plain] | Refused | TwoReadings:
    amount, *rest = _DAYS.split(f"{text} ")
    segment = _amount(amount.strip(), text, typing)
    if not isinstance(segment, dict):
        return segment
    for word, written in zip(rest[::2], rest[1::2], strict=True):
        day = written.strip()
        if day.casefold() in ("ongoing", "laufend"):
            segment["to"] = "ongoing"
            continue
        read = read_typed_date(day, typing)
        if not isinstance(read, Understood):
            return read if isinstance(read, Refused | TwoReadings) else Refused(Phrase("entry-no-date", {"text": day}))
        segment[_KEYS[word.casefold()]] = read.content
    return segment


def _amount(text: str, whole: str, typing: Typing) -> dict[str, Plain] | Refused | TwoReadings:
    """Return what is taken and how often, as the file writes it; ``whole`` is the segment with its days."""
    doubtful = _of_two_numbers(text)
    if doubtful is not None:
        offers = tuple(Offer(whole.replace(text, each, 1)) for each in doubtful)
        return TwoReadings(Phrase("entry-two-numbers"), offers)
    single = _SINGLE.match(text)
    if single is not None and not isinstance(read_shorthand(text), Dosage):
        text = text[single.end() :]
        bare = read_shorthand(f"{text} single")
    else:
        bare = read_shorthand(text)
    if isinstance(bare, Dosage):
        return _written(bare)
    if bare is None:
        return Refused(Phrase("entry-no-dose", {"text": text}))
    rest = whole[whole.index(text) + len(text) :] if text in whole else ""
    offered = () if bare.may_be is None else (Offer(f"{_segment_text(_written(bare.may_be), typing.language)}{rest}"),)
    return Refused(Phrase(f"entry-dose-{bare.why.value}", {"text": text}), offered)


def _of_two_numbers(text: str) -> tuple[str, ...] | None:
    """Return the texts that a number with one separator before three digits can be; None where there is none."""
    for match in _NUMBER.finditer(text):
        number = read_number_text(match[0])
        if number is not None and number.other:
            ways = (number.text.rstrip("0").rstrip("."), number.other)
            return tuple(f"{text[: match.start()]}{each}{text[match.end() :]}" for each in ways)
    return None


def _written(dosage: Dosage) -> dict[str, Plain]:
    if not dosage.per:
        return {"single": dosage.text}
    if dosage.is_apart:
        return {"dose": dosage.text, "per": dosage.per}
    return {"dose": f"{dosage.text}/{dosage.per}"}


def _segment_text(segment: Mapping[str, Plain], language: str) -> str:
    german = language == "de"
    words = [_amount_text(segment, german=german)]
    per = segment.get("per")
    if isinstance(per, str):
        words.append(_per_text(per) if german else f"per {per}")
    for key, (english_word, german_word) in _DAYS_SHOWN.items():
        day = segment.get(key)
        if isinstance(day, str):
            words.append(german_word if german else english_word)
            words.append(shown_date(day, language) if day[:1].isdecimal() else _ONGOING[german])
    return " ".join(words)


def _amount_text(segment: Mapping[str, Plain], *, german: bool) -> str:
    amount = str(segment.get("single", segment.get("dose", "")))
    if not german:
        return f"single {amount}" if "single" in segment else amount
    number = _NUMBER.match(amount)
    amount = amount if number is None else number[0].replace(".", ",") + amount[number.end() :]
    for english, shown in _TIMES_SHOWN.items():
        amount = amount.replace(f"/{english}", f"/{shown}")
    return f"einmalig {amount}" if "single" in segment else amount


def _per_text(per: str) -> str:
    words = " ".join(_PER_SHOWN.get(word, word) for word in per.split())
    return f"alle {words}" if words[:1].isdecimal() else f"je {words}"
