"""Doses of a course as they are typed: segments apart by a semicolon, each with how often and its days."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from core.entry.statement import Plain
from core.entry.typed.dates import read_typed_date, shown_date
from core.entry.typed.numbers import read_number_text
from core.entry.typed.outcome import Phrase, Refused, TwoReadings, Typing, Understood

_DAYS = re.compile(r"\s+(from|ab|seit|to|bis|until|on|am)\s+", re.IGNORECASE)
_KEYS = {
    "from": "from",
    "ab": "from",
    "seit": "from",
    "to": "to",
    "bis": "to",
    "until": "to",
    "on": "date",
    "am": "date",
}
_SINGLE = re.compile(r"(?:single|einmalig|once)\s+", re.IGNORECASE)
_EVERY = re.compile(r"\s+(?:per|every|alle|je)\s+", re.IGNORECASE)
_TIMES = (
    (re.compile(r"/\s*(?:tag|d)$", re.IGNORECASE), "/day"),
    (re.compile(r"/\s*(?:woche|wk|w)$", re.IGNORECASE), "/week"),
    (re.compile(r"/\s*(?:monat|mo)$", re.IGNORECASE), "/month"),
)
_PER = {"tag": "day", "tage": "days", "woche": "week", "wochen": "weeks", "monat": "month", "monate": "months",
    "stunden": "h", "std": "h", "wk": "weeks", "mo": "months"}  # fmt: skip
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
    segment = _amount(amount.strip())
    for word, written in zip(rest[::2], rest[1::2], strict=True):
        day = written.strip()
        if day.casefold() in ("ongoing", "laufend"):
            segment["to"] = "ongoing"
            continue
        read = read_typed_date(day, typing)
        if not isinstance(read, Understood):
            return read if isinstance(read, Refused | TwoReadings) else Refused(Phrase("entry-no-date", {"text": day}))
        segment[_KEYS[word.casefold()]] = read.content
    if not re.search(r"\d", amount):
        return Refused(Phrase("entry-no-dose", {"text": text}))
    return segment


def _amount(text: str) -> dict[str, Plain]:
    """A decimal comma becomes a point; the words of time become those of the file."""
    single = _SINGLE.match(text)
    if single is not None:
        return {"single": _pointed(text[single.end() :])}
    dose, *per = _EVERY.split(text, maxsplit=1)
    for pattern, word in _TIMES:
        dose = pattern.sub(word, dose.strip())
    segment: dict[str, Plain] = {"dose": _pointed(dose)}
    if per:
        segment["per"] = " ".join(_PER.get(each.casefold(), each) for each in per[0].split())
    return segment


def _pointed(text: str) -> str:
    match = _NUMBER.match(text.strip())
    number = None if match is None else read_number_text(match[0])
    if match is None or number is None or number.other:
        return text.strip()
    return number.text + text.strip()[match.end() :]


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
