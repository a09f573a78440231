"""A number with its unit as it is typed: what it is, the other unit beside it, what speaks against it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from core.catalogue.concept import Concept, Unit
from core.entry.typed.numbers import read_number_text
from core.entry.typed.outcome import Doubt, Offer, Phrase, Refused, TwoReadings, Typing
from core.entry.typed.units import find_unit, shown_unit
from core.language.numbers import format_number
from core.values.quantity import Quantity, parse_quantity

_PARTS = re.compile(r"\s*(?P<sign><=|>=|≤|≥|<|>)?\s*(?P<number>-?\d[\d.,\u00a0\u2009\u202f]*)\s*(?P<unit>.*)")
_SIGNS = {"≤": "<=", "≥": ">="}
_SIGNIFICANT = 3


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as the patient file writes it, with what is shown beside it and what speaks against it."""

    text: str
    beside: tuple[Phrase, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def read_amount_text(text: str, concept: Concept, typing: Typing) -> Amount | TwoReadings | Refused | None:
    """Return the number a text writes for a concept; None where it does not begin like a number."""
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return None
    number = read_number_text(parts["number"])
    if number is None:
        return Refused(Phrase("entry-no-number", {"text": text.strip()}))
    sign = _SIGNS.get(parts["sign"] or "", parts["sign"] or "")
    if number.other:
        offers = tuple(
            Offer(_joined(sign, each, parts["unit"], typing)) for each in (_short(number.text), number.other)
        )
        return TwoReadings(Phrase("entry-two-numbers"), offers)
    return _with_unit(sign + number.text, parts["unit"].strip(), concept, typing)


def _with_unit(number: str, written: str, concept: Concept, typing: Typing) -> Amount | Refused:
    if not concept.units:
        if written:
            return Refused(Phrase("entry-no-unit-here", {"unit": written}), (Offer(_local(number, typing)),))
        return _judged(number, None, concept, typing)
    unit = find_unit(written or typing.unit, concept) if written or typing.unit else _only_unit(concept)
    if unit is not None:
        return _judged(number, unit, concept, typing)
    offers = tuple(Offer(f"{_local(number, typing)} {shown_unit(each.name)}") for each in concept.units)
    if written:
        return Refused(Phrase("entry-unknown-unit", {"unit": written}), offers)
    return Refused(Phrase("entry-which-unit"), offers)


def _only_unit(concept: Concept) -> Unit | None:
    return concept.units[0] if len(concept.units) == 1 else None


def _judged(number: str, unit: Unit | None, concept: Concept, typing: Typing) -> Amount | Refused:
    """What nobody can have is refused, what is unusual is doubted; nothing is changed."""
    text = number if unit is None else f"{number} {unit.name}"
    quantity = parse_quantity(text)
    if quantity is None:
        return Refused(Phrase("entry-no-number", {"text": text}))
    offers = tuple(_intentions(number, unit, concept, typing))
    if not _is_within(quantity, unit, concept, is_possible=True):
        return Refused(_range_phrase("entry-impossible", concept, typing, is_possible=True), offers)
    doubts: tuple[Doubt, ...] = ()
    if not _is_within(quantity, unit, concept, is_possible=False):
        doubts = (Doubt(_range_phrase("entry-unusual", concept, typing, is_possible=False), offers),)
    return Amount(text, tuple(_beside(quantity, unit, concept, typing)), doubts)


def _is_within(quantity: Quantity, unit: Unit | None, concept: Concept, *, is_possible: bool) -> bool:
    if unit is not None and unit.family != concept.units[0].family:
        return True
    limits = concept.possible if is_possible else concept.plausible
    factor = Decimal(1) if unit is None else unit.factor
    bounds = [bound * factor for bound in (quantity.amount.low, quantity.amount.high) if bound is not None]
    if limits is None:
        return not is_possible or all(bound >= 0 for bound in bounds)
    return all(limits.holds(bound) for bound in bounds)


def _intentions(number: str, unit: Unit | None, concept: Concept, typing: Typing) -> Iterator[Offer]:
    """Yield the texts under which the number would be usual: another unit, no decimal point."""
    likely = concept.plausible
    bare = number.lstrip("<>=")
    sign = number[: len(number) - len(bare)]
    if likely is None:
        return
    family = unit.family if unit is not None else ""
    for other in concept.units:
        if other is not unit and other.family == family and likely.holds(Decimal(bare) * other.factor):
            yield Offer(f"{_local(number, typing)} {shown_unit(other.name)}")
    if "." in bare:
        joined = bare.replace(".", "").lstrip("0") or "0"
        factor = Decimal(1) if unit is None else unit.factor
        if likely.holds(Decimal(joined) * factor):
            yield Offer(sign + joined + ("" if unit is None else f" {shown_unit(unit.name)}"))


def _range_phrase(phrase: str, concept: Concept, typing: Typing, *, is_possible: bool) -> Phrase:
    limits = concept.possible if is_possible else concept.plausible
    unit = f" {shown_unit(concept.units[0].name)}" if concept.units else ""
    low = Decimal(0) if limits is None else limits.low
    high = None if limits is None else limits.high
    if high is None:
        return Phrase(f"{phrase}-from", {"low": _number(low or Decimal(0), typing) + unit})
    if low is None:
        return Phrase(f"{phrase}-to", {"high": _number(high, typing) + unit})
    return Phrase(phrase, {"low": _number(low, typing), "high": _number(high, typing) + unit})


def _beside(quantity: Quantity, unit: Unit | None, concept: Concept, typing: Typing) -> Iterator[Phrase]:
    """Yield the same amount in the next unit of the concept, to as many digits as were typed."""
    others = [each for each in concept.units if unit is not None and each is not unit and each.family == unit.family]
    bound = quantity.amount.low if quantity.amount.low is not None else quantity.amount.high
    if unit is None or not others or bound is None:
        return
    converted = _rounded(bound * unit.factor / others[0].factor, bound)
    yield Phrase("entry-other-unit", {"value": f"{_number(converted, typing)} {shown_unit(others[0].name)}"})


def other_unit(text: str, concept: Concept, typing: Typing) -> Phrase | None:
    """Return a recorded number in the next unit of its concept; None where there is none."""
    quantity = parse_quantity(text)
    unit = None if quantity is None else find_unit(quantity.unit, concept)
    return None if quantity is None else next(_beside(quantity, unit, concept, typing), None)


def in_unit(text: str, unit_name: str, concept: Concept, typing: Typing) -> str | None:
    """Return a number text converted to another unit; None where it does not convert."""
    quantity = parse_quantity(text)
    known, wanted = (None if quantity is None else find_unit(quantity.unit, concept)), find_unit(unit_name, concept)
    if quantity is None or known is None or wanted is None or known.family != wanted.family:
        return None
    bound = quantity.amount.low if quantity.amount.low is not None else quantity.amount.high
    if bound is None:
        return None
    sign = text[: len(text) - len(text.lstrip("<>="))]
    converted = _rounded(bound * known.factor / wanted.factor, bound)
    return f"{sign}{_number(converted, typing)} {shown_unit(wanted.name)}"


def _rounded(value: Decimal, typed: Decimal) -> Decimal:
    """To at least three digits, to as many as were typed where those are more."""
    digits = max(_SIGNIFICANT, len(typed.as_tuple().digits))
    if value == 0:
        return Decimal(0)
    rounded = value.quantize(Decimal(1).scaleb(value.adjusted() - digits + 1))
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded.normalize()


def _short(text: str) -> str:
    """A number of exactly three decimals would be asked about again: without closing zeros it is not."""
    shortened = text.rstrip("0").rstrip(".")
    return shortened if shortened != text else f"{text}0"


def _joined(sign: str, number: str, unit: str, typing: Typing) -> str:
    return f"{sign}{_local(number, typing)} {unit.strip()}".strip()


def _local(number: str, typing: Typing) -> str:
    return number.replace(".", ",") if typing.language == "de" else number


def _number(value: Decimal, typing: Typing) -> str:
    return format_number(value, typing.language)
