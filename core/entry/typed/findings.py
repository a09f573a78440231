"""A typed value of a concept: content of its statement, or why it is none yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from core.catalogue.concept import Concept, Kind
from core.catalogue.joined import joined
from core.chart.words import LEVELS
from core.entry.statement import Plain
from core.entry.typed.amounts import read_amount_text
from core.entry.typed.dates import read_past_date, shown_date
from core.entry.typed.outcome import (
    Doubt,
    Empty,
    Offer,
    Phrase,
    Refused,
    TwoReadings,
    Typed,
    Typing,
    Understood,
)
from core.entry.typed.parts import ABSENCES, Parts, split_parts
from core.entry.typed.scores import check_total, has_parts, read_score_parts
from core.entry.typed.segments import read_segments
from core.entry.typed.words import RESULTS, YES_NO, code_label, find_codes, in_language, word_shown, words_for
from core.values.partial_date import parse_partial_date

_MOST_OFFERS = 6


@dataclass(frozen=True, slots=True)
class _Value:
    """The value alone, as the patient file writes it."""

    content: Plain
    beside: tuple[Phrase, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def read_typed(text: str, concept: Concept, typing: Typing) -> Typed:
    """Return what a text says of a concept; its content is that of a finding."""
    if not text.strip():
        return Empty()
    parts = split_parts(text, concept)
    value = _value(parts.value, concept, typing)
    if not isinstance(value, _Value):
        return _with_rest(value, text, parts)
    day = _day(parts, text, typing)
    if not isinstance(day, str):
        return day
    content: dict[str, Plain] = dict(value.content) if isinstance(value.content, dict) else {"value": value.content}
    if day:
        content["date"] = day
    for key, limit in parts.limits.items():
        amount = read_amount_text(limit, concept, _in_unit_of(value.content, typing))
        if amount is None:
            return Refused(Phrase("entry-no-number", {"text": limit}))
        if isinstance(amount, TwoReadings | Refused):
            return amount
        content[key] = amount.text
    if parts.qualifiers:
        content["method"] = [code.id for code in parts.qualifiers]
    beside = (*value.beside, *_day_beside(day, typing))
    return Understood(content, beside, value.doubts)


def _day(parts: Parts, text: str, typing: Typing) -> str | Typed:
    """Return the day a value is of, "" where none is known; a day that has not been yet is refused."""
    if parts.day:
        read = read_past_date(parts.day, typing)
        if not isinstance(read, Understood):
            return _of_day(read, text)
        return read.content if isinstance(read.content, str) else ""
    moment = parse_partial_date(typing.on)
    is_to_come = moment is not None and typing.is_to_come(moment)
    return Refused(Phrase("entry-after-today")) if is_to_come else typing.on


def _in_unit_of(value: Plain, typing: Typing) -> Typing:
    """A limit without a unit has that of the value."""
    unit = value.partition(" ")[2] if isinstance(value, str) else ""
    return replace(typing, unit=unit or typing.unit)


def _day_beside(day: str, typing: Typing) -> tuple[Phrase, ...]:
    return (Phrase("entry-of-day", {"day": shown_date(day, typing.language)}),) if day else ()


def _with_rest(value: TwoReadings | Refused, text: str, parts: Parts) -> TwoReadings | Refused:
    """An offer stands in the place of the value; what was typed behind it stays."""
    rest = text.strip()[len(parts.value) :] if text.strip().startswith(parts.value) else ""
    return replace(value, offers=tuple(Offer(offer.text + rest) for offer in value.offers))


def _of_day(read: Typed, text: str) -> Typed:
    before = text.partition("@")[0].rstrip()
    if isinstance(read, TwoReadings | Refused):
        return replace(read, offers=tuple(Offer(f"{before} @ {offer.text}") for offer in read.offers))
    return Refused(Phrase("entry-no-date", {"text": ""}))


def _value(text: str, concept: Concept, typing: Typing) -> _Value | TwoReadings | Refused:
    absence = ABSENCES.get(text.casefold())
    if absence is not None and not find_codes(text, concept.codes):
        return _Value(absence)
    reader = _READERS.get(concept.kind)
    return Refused(Phrase("entry-not-typed-here")) if reader is None else reader(text, concept, typing)


def _yes_no(text: str, concept: Concept, typing: Typing) -> _Value | Refused:
    word = YES_NO.get(text.casefold())
    return _not_a_word(text, concept, typing) if word is None else _Value(word)


def _number(text: str, concept: Concept, typing: Typing) -> _Value | TwoReadings | Refused:
    """A number; of a measurement also that it was raised, low or normal, where its number is not at hand."""
    level = LEVELS.get(text.casefold()) if concept.kind is Kind.NUMBER else None
    if level is not None:
        return _Value(level)
    amount = read_amount_text(text, concept, typing)
    if amount is None:
        return Refused(Phrase("entry-no-number", {"text": text}))
    if isinstance(amount, TwoReadings | Refused):
        return amount
    return _Value(amount.text, amount.beside, amount.doubts)


def _titre(text: str, concept: Concept, typing: Typing) -> _Value | Refused:
    """``1:640`` and ``640`` are the same titre."""
    del concept, typing
    plain = "".join(text.split())
    sign = plain[: len(plain) - len(plain.lstrip("<>=≤≥"))]
    rest = plain[len(sign) :].removeprefix("1:")
    if not rest.isdecimal() or not rest.isascii() or sign not in ("", "<", ">", "<=", ">=") or not int(rest):
        return Refused(Phrase("entry-no-titre", {"text": text}))
    return _Value(f"{sign}1:{rest}")


def _test(text: str, concept: Concept, typing: Typing) -> _Value | TwoReadings | Refused:
    codes = find_codes(text, concept.codes) if concept.codes else ()
    if len(codes) == 1:
        return _Value(codes[0].id)
    word = RESULTS.get(text.casefold())
    if word is not None:
        return _Value(word)
    amount = read_amount_text(text, concept, typing)
    if amount is None:
        return _not_a_word(text, concept, typing)
    return amount if isinstance(amount, TwoReadings | Refused) else _Value(amount.text, amount.beside, amount.doubts)


def _code(text: str, concept: Concept, typing: Typing) -> _Value | Refused:
    found = find_codes(text, concept.codes)
    if len(found) == 1:
        return _Value(found[0].id)
    if found:
        offers = tuple(Offer(code_label(code, typing.language)) for code in found[:_MOST_OFFERS])
        return Refused(Phrase("entry-which-word"), offers)
    return _not_a_word(text, concept, typing)


def _codes(text: str, concept: Concept, typing: Typing) -> _Value | Refused:
    chosen: list[Plain] = []
    for each in text.replace(";", ",").split(","):
        if not each.strip():
            continue
        value = _code(each, concept, typing)
        if isinstance(value, Refused):
            return value
        chosen.append(value.content)
    return _Value(chosen) if chosen else _not_a_word(text, concept, typing)


def _landmark(text: str, concept: Concept, typing: Typing) -> _Value | TwoReadings | Refused:
    del concept
    read = read_past_date(text, typing)
    if isinstance(read, Understood):
        return _Value(read.content)
    return Refused(Phrase("entry-no-date", {"text": text})) if isinstance(read, Empty) else read


def _score(text: str, concept: Concept, typing: Typing) -> _Value | TwoReadings | Refused:
    """A total, its items or domains, or both."""
    segments = read_segments(text)
    if not segments.named or not has_parts(concept):
        return _number(text, concept, typing)
    parts = read_score_parts(segments, concept)
    if isinstance(parts, Refused):
        return parts
    content: dict[str, Plain] = {"items" if concept.items else "domains": parts}
    if not segments.head:
        return _Value(content)
    total = _number(segments.head, concept, typing)
    if not isinstance(total, _Value):
        return replace(total, offers=tuple(Offer(replace(segments, head=each.text).text) for each in total.offers))
    if concept.items and isinstance(total.content, str):
        contradiction = check_total(total.content, parts, segments, concept)
        if contradiction is not None:
            return contradiction
    return _Value({"value": total.content, **content}, total.beside, total.doubts)


def _examination(text: str, concept: Concept, typing: Typing) -> _Value | TwoReadings | Refused:
    """The fields of an examination stand one after another: ``pericardial effusion: no; wall motion: normal``."""
    found: dict[str, Plain] = {}
    bare = replace(typing, on="", unit="")
    for part in text.split(";"):
        name, colon, value = part.partition(":")
        if not part.strip():
            continue
        field = _field_named(name, concept)
        if field is None or not colon:
            offers = tuple(Offer(f"{in_language(each.label, typing.language)}: ") for each in concept.fields.values())
            return Refused(Phrase("entry-no-field", {"text": part.strip()}), offers[:_MOST_OFFERS])
        several = joined(value.replace(";", ",").split(","), field, concept.fields)
        if several is not None:
            both: dict[str, Plain] = {field.id: [*several.codes], **several.behind}
            for each, code in both.items():
                if found.setdefault(each, code) != code:
                    return Refused(Phrase("entry-which-word"))
            continue
        read = _value(value.strip(), field, bare)
        if not isinstance(read, _Value):
            return replace(read, offers=())
        if found.setdefault(field.id, read.content) != read.content:
            return Refused(Phrase("entry-which-word"))
    return _Value(found)


def _field_named(text: str, concept: Concept) -> Concept | None:
    wanted = text.strip().casefold()
    for name, field in concept.fields.items():
        if wanted in {name, name.replace("_", " "), *(label.casefold() for label in field.label.values())}:
            return field
    return None


def _not_a_word(text: str, concept: Concept, typing: Typing) -> Refused:
    words = words_for(concept, typing.language) or (word_shown("yes", typing.language),)
    return Refused(Phrase("entry-no-word", {"text": text}), tuple(Offer(word) for word in words[:_MOST_OFFERS]))


_Reader = Callable[[str, Concept, Typing], "_Value | TwoReadings | Refused"]
_READERS: Mapping[Kind, _Reader] = {
    Kind.YES_NO: _yes_no,
    Kind.CONDITION: _yes_no,
    Kind.TEST: _test,
    Kind.CODE: _code,
    Kind.CLASSIFICATION: _code,
    Kind.CODES: _codes,
    Kind.DATE: _landmark,
    Kind.TITRE: _titre,
    Kind.NUMBER: _number,
    Kind.SCORE: _score,
    Kind.RECORD: _examination,
}
