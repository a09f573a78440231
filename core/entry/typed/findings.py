"""A typed value of a concept: content of its statement, or why it is none yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from core.catalogue.concept import Concept, Kind
from core.catalogue.joined import joined
from core.chart.words import levels
from core.entry.statement import Plain
from core.entry.typed.amounts import Read, read_amount_text, read_behind_word
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
from core.entry.typed.parts import Parts, split_day, split_qualifiers
from core.entry.typed.scores import check_total, has_parts, read_score_parts
from core.entry.typed.segments import read_segments
from core.entry.typed.showing import typed_text
from core.entry.typed.titres import holds_titre, read_titre_text
from core.entry.typed.words import (
    asked_result,
    code_label,
    codes_between,
    find_codes,
    meant_by,
    result_key,
    results,
    word_ends,
    word_shown,
    words_for,
)
from core.language.languages import in_language
from core.values.partial_date import parse_partial_date
from core.values.quantity import parse_titre

_MOST_OFFERS = 6


@dataclass(frozen=True, slots=True)
class _Value:
    """The value alone, as the patient file writes it."""

    content: Plain
    beside: tuple[Phrase, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    behind: Mapping[str, Plain] = field(default_factory=dict[str, Plain])


def read_typed(text: str, concept: Concept, typing: Typing) -> Typed:
    """Return what a text says of a concept; its content is that of a finding."""
    if not text.strip():
        return Empty()
    parts = split_day(text, concept)
    value = _with_method(parts.value, concept, typing)
    if not isinstance(value, _Value):
        return _with_day(value, parts)
    day = _day(parts, typing)
    if not isinstance(day, str):
        shown = typed_text(_content(value), concept, typing.language)
        return _of_day(day, shown)
    content = _content(value)
    if day:
        content["date"] = day
    return Understood(content, (*value.beside, *_day_beside(day, typing)), value.doubts)


def _content(value: _Value) -> dict[str, Plain]:
    content: dict[str, Plain] = dict(value.content) if isinstance(value.content, dict) else {"value": value.content}
    return {**content, **value.behind}


def _day(parts: Parts, typing: Typing) -> str | Typed:
    """Return the day a value is of, "" where none is known; a day that has not been yet is refused."""
    if parts.day:
        read = read_past_date(parts.day, typing)
        return read.content if isinstance(read, Understood) and isinstance(read.content, str) else read
    moment = parse_partial_date(typing.on)
    is_to_come = moment is not None and typing.is_to_come(moment)
    return Refused(Phrase("entry-after-today")) if is_to_come else typing.on


def _day_beside(day: str, typing: Typing) -> tuple[Phrase, ...]:
    return (Phrase("entry-of-day", {"day": shown_date(day, typing.language)}),) if day else ()


def _with_day(value: TwoReadings | Refused, parts: Parts) -> TwoReadings | Refused:
    """An offer stands in the place of everything before the day, which stays as it was typed."""
    day = f" @ {parts.day}" if parts.day else ""
    return replace(value, offers=tuple(replace(offer, text=offer.text + day) for offer in value.offers))


def _of_day(read: Typed, shown: str) -> Typed:
    """An offer for the day keeps the value before it."""
    if isinstance(read, TwoReadings | Refused):
        return replace(read, offers=tuple(Offer(f"{shown} @ {offer.text}") for offer in read.offers))
    return Refused(Phrase("entry-no-date", {"text": ""}))


def _with_method(text: str, concept: Concept, typing: Typing) -> _Value | TwoReadings | Refused:
    """Words of method or sample stand behind a value; those of a number in any order with its range and flags."""
    if concept.kind in (Kind.NUMBER, Kind.TEST) or not concept.qualifiers:
        return _value(text, concept, typing)
    rest, qualifiers = split_qualifiers(text, concept)
    value = _value(rest, concept, typing)
    if isinstance(value, _Value):
        methods: dict[str, Plain] = {"method": [code.id for code in qualifiers]} if qualifiers else {}
        return replace(value, behind={**value.behind, **methods})
    behind = "".join(f" {code_label(code, typing.language)}" for code in qualifiers)
    return replace(value, offers=tuple(replace(offer, text=offer.text + behind) for offer in value.offers))


def _value(text: str, concept: Concept, typing: Typing) -> _Value | TwoReadings | Refused:
    absences = meant_by(text, "absences", typing.language)
    if absences and not find_codes(text, concept.codes):
        return _Value(absences[0]) if len(absences) == 1 else _of_two(absences, typing)
    reader = _READERS.get(concept.kind)
    return Refused(Phrase("entry-not-typed-here")) if reader is None else reader(text, concept, typing)


def _yes_no(text: str, concept: Concept, typing: Typing) -> _Value | Refused:
    words = meant_by(text, "yes_no", typing.language)
    if len(words) > 1:
        return _of_two(words, typing)
    return _Value(words[0]) if words else _not_a_word(text, concept, typing)


def _of_two(words: tuple[str, ...], typing: Typing) -> Refused:
    """Two languages give one word two meanings, and none of them is the one that is typed."""
    return Refused(Phrase("entry-word-of-two"), tuple(Offer(word_shown(word, typing.language)) for word in words))


def _number(text: str, concept: Concept, typing: Typing) -> _Value | TwoReadings | Refused:
    """A number; of a measurement also that it was raised, low or normal, where its number is not at hand."""
    amount = read_amount_text(text, concept, typing)
    if amount is None:
        return _worded(text, levels() if concept.kind is Kind.NUMBER else {}, concept, typing) or Refused(
            Phrase("entry-no-number", {"text": text})
        )
    return _of_amount(amount)


def _of_amount(amount: Read) -> _Value | TwoReadings | Refused:
    if isinstance(amount, TwoReadings | Refused):
        return amount
    return _Value(amount.text, amount.beside, amount.doubts, amount.behind)


def _worded(
    text: str, words: Mapping[str, str], concept: Concept, typing: Typing
) -> _Value | TwoReadings | Refused | None:
    """Return a word with what stands behind it (its range, a flag, the method); None where no word is known."""
    for end in word_ends(text):
        word = words.get(result_key(text[:end]))
        if word is not None:
            return _of_amount(read_behind_word(word, text[end:], concept, typing))
    return None


def _titre(text: str, concept: Concept, typing: Typing) -> _Value | TwoReadings | Refused:
    """``1:640`` and ``640`` are the same titre; flags, the laboratory's range and the pattern may stand behind it."""
    del typing
    read = read_titre_text(text)
    if isinstance(read, Refused):
        return read
    value = parse_titre(read.text)
    limits = concept.possible
    bounds = () if value is None else (value.amount.low, value.amount.high)
    if value is None or any(bound is not None and limits is not None and not limits.holds(bound) for bound in bounds):
        return Refused(Phrase("entry-no-titre", {"text": text}))
    return _Value(read.text, behind=read.limits)


def _test(text: str, concept: Concept, typing: Typing) -> _Value | TwoReadings | Refused:
    codes = find_codes(text, concept.codes) if concept.codes else ()
    if len(codes) == 1:
        return _Value(codes[0].id)
    asked = asked_result(text, typing.language)
    if asked:
        offers = tuple(Offer(word_shown(word, typing.language)) for word in asked)
        return TwoReadings(Phrase("entry-which-result", {"text": text}), offers)
    worded = _worded(text, results(typing.language), concept, typing)
    if worded is not None:
        return worded
    amount = read_amount_text(text, concept, typing)
    if amount is not None:
        return _of_amount(amount)
    return Refused(Phrase("entry-a-titre", {"text": text})) if holds_titre(text) else _not_a_word(text, concept, typing)


def _code(text: str, concept: Concept, typing: Typing) -> _Value | TwoReadings | Refused:
    between = codes_between(text, concept.codes)
    if between:
        offers = tuple(Offer(code_label(code, typing.language)) for code in between[:_MOST_OFFERS])
        return TwoReadings(Phrase("entry-a-range", {"text": text.strip()}), offers)
    found = find_codes(text, concept.codes)
    if len(found) == 1:
        return _Value(found[0].id)
    if found:
        offers = tuple(Offer(code_label(code, typing.language)) for code in found[:_MOST_OFFERS])
        return Refused(Phrase("entry-which-word"), offers)
    return _not_a_word(text, concept, typing)


def _codes(text: str, concept: Concept, typing: Typing) -> _Value | TwoReadings | Refused:
    chosen: list[Plain] = []
    for each in text.replace(";", ",").split(","):
        if not each.strip():
            continue
        value = _code(each, concept, typing)
        if not isinstance(value, _Value):
            return replace(value, offers=())
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
    parts = read_score_parts(segments, concept, typing.language)
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
        own = _field_named(name, concept)
        if own is None or not colon:
            offers = tuple(Offer(f"{in_language(each.label, typing.language)}: ") for each in concept.fields.values())
            return Refused(Phrase("entry-no-field", {"text": part.strip()}), offers[:_MOST_OFFERS])
        several = joined(value.replace(";", ",").split(","), own, concept.fields)
        if several is not None:
            both: dict[str, Plain] = {own.id: [*several.codes], **several.behind}
            for each, code in both.items():
                if found.setdefault(each, code) != code:
                    return Refused(Phrase("entry-which-word"))
            continue
        read = _value(value.strip(), own, bare)
        if not isinstance(read, _Value):
            return replace(read, offers=())
        if found.setdefault(own.id, read.content) != read.content:
            return Refused(Phrase("entry-which-word"))
    return _Value(found)


def _field_named(text: str, concept: Concept) -> Concept | None:
    wanted = text.strip().casefold()
    for name, own in concept.fields.items():
        if wanted in {name, name.replace("_", " "), *(label.casefold() for label in own.label.values())}:
            return own
    return None


def _not_a_word(text: str, concept: Concept, typing: Typing) -> Refused:
    """Offered is what begins alike: any other word of the field may be the opposite of what was typed."""
    wanted = text.casefold().strip()
    words = words_for(concept, typing.language)
    like = tuple(word for word in words if wanted and word.casefold().startswith(wanted))
    return Refused(Phrase("entry-no-word", {"text": text}), tuple(Offer(word) for word in like[:_MOST_OFFERS]))


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
