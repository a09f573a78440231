"""Doses of a course as they are typed: segments apart by a semicolon, each with how often and its days."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from core.chart.shorthand import Dosage, read_shorthand
from core.entry.statement import Plain
from core.entry.typed.dates import beginnings_of_months, read_typed_date, shown_date
from core.entry.typed.numbers import read_number_text
from core.entry.typed.outcome import Offer, Phrase, Refused, TwoReadings, Typing, Understood
from core.language.numbers import with_decimal_sign
from core.vocabulary.asking import certain_spelling, meanings, pattern, shown, spelled
from core.vocabulary.vocabulary import Matter

_KEYS = ("from", "date", "to")
_TIMES = ("day", "week", "month")
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
    amount, *rest = _days().split(f"{text} ")
    segment = _amount(amount.strip(), text, typing)
    if not isinstance(segment, dict):
        return segment
    for word, written in zip(rest[::2], rest[1::2], strict=True):
        day = written.strip()
        if day.casefold() in meanings(Matter.DOSES, "goes_on"):
            segment["to"] = "ongoing"
            continue
        read = read_typed_date(day, typing)
        if not isinstance(read, Understood):
            return read if isinstance(read, Refused | TwoReadings) else Refused(Phrase("entry-no-date", {"text": day}))
        segment[_key(word, typing.language)] = read.content
    return segment


def _amount(text: str, whole: str, typing: Typing) -> dict[str, Plain] | Refused | TwoReadings:
    """Return what is taken and how often, as the file writes it; ``whole`` is the segment with its days."""
    doubtful = _of_two_numbers(text)
    if doubtful is not None:
        offers = tuple(Offer(whole.replace(text, each, 1)) for each in doubtful)
        return TwoReadings(Phrase("entry-two-numbers"), offers)
    single = re.match(rf"{pattern(Matter.DOSES, 'single_before')}\s+", text, re.IGNORECASE)
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
    say = shown(Matter.DOSES, "words", language)
    words = [_amount_text(segment, language)]
    per = segment.get("per")
    if isinstance(per, str):
        words.append(_per_text(per, language))
    for key in _KEYS:
        day = segment.get(key)
        if isinstance(day, str):
            words.append(say[key])
            words.append(shown_date(day, language) if day[:1].isdecimal() else say["ongoing"])
    return " ".join(words)


def _amount_text(segment: Mapping[str, Plain], language: str) -> str:
    amount = str(segment.get("single", segment.get("dose", "")))
    number = _NUMBER.match(amount)
    amount = amount if number is None else with_decimal_sign(number[0], language) + amount[number.end() :]
    for unit in _TIMES:
        amount = amount.replace(f"/{unit}", f"/{shown(Matter.DOSES, 'per', language)[unit]}")
    return f"{shown(Matter.DOSES, 'words', language)['single']} {amount}" if "single" in segment else amount


def _per_text(per: str, language: str) -> str:
    units, say = shown(Matter.DOSES, "per", language), shown(Matter.DOSES, "words", language)
    words = " ".join(units.get(word, word) for word in per.split())
    return f"{say['every' if words[:1].isdecimal() else 'per']} {words}"


def _key(word: str, language: str) -> str:
    """Return the day of a course that a word stands before."""
    return meanings(Matter.DOSES, "course", language)[word.casefold()][0]


@cache
def _days() -> re.Pattern[str]:
    """A word before a day; ``on`` stands before other things too (am Tag), ``to`` before the end of a range."""
    near = "|".join((*spelled(Matter.TYPED, "days"), *spelled(Matter.DOSES, "goes_on")))
    return re.compile(
        rf"\s+({certain_spelling(Matter.DOSES, 'course')})\s+(?!\d[\d.,]*\s*(?:[muµ]?g|mcg|ml|i?[ue])\b)"
        rf"(?=\d|{beginnings_of_months()}|{near}|\Z)",
        re.IGNORECASE,
    )
