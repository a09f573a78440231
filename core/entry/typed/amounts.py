"""A number with its unit as it is typed: what it is, what speaks against it, what it may have been meant to be.

The law of offers: an offer keeps everything that was understood (unit, limits, method) and never puts the number behind
another unit than the one typed; a unit that the concept has not is converted where its factor is known, else nothing is
offered; and nothing is offered that no patient can have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cache

from core.catalogue.concept import Concept, Unit
from core.catalogue.units import Conversion, converted, find_conversion, find_unit, shown_unit
from core.entry.statement import Plain
from core.entry.typed.chains import Chained, read_chain
from core.entry.typed.numbers import read_number_text
from core.entry.typed.outcome import Doubt, Offer, Phrase, Refused, TwoReadings, Typing
from core.entry.typed.printed import Bound, NoValue, Printed, read_behind, read_printed
from core.entry.typed.showing import typed_text
from core.language.numbers import format_number, with_decimal_sign
from core.values.quantity import Quantity, parse_quantity
from core.vocabulary.asking import pattern
from core.vocabulary.vocabulary import Matter

_SIGNIFICANT = 3
_MOST_OFFERS = 6
_MOST_DECIMALS = 9
"""So many are read; a conversion that needs more is of something that nobody measures so."""
_NO_VALUES: Mapping[NoValue, str] = {
    NoValue.RANGE: "entry-a-range",
    NoValue.SCALE: "entry-a-scale",
    NoValue.TITRE: "entry-a-titre",
    NoValue.PLUSES: "entry-a-strip",
}

_AGAINST: Mapping[str, str] = {"negative": "+", "positive": "-"}
"""The flag that says the opposite of a word."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as a patient file writes it, with what stands behind it, is shown beside it and speaks against it.

    ``behind`` are the limits of the laboratory and the method, by the keys of a finding.
    """

    text: str
    behind: Mapping[str, Plain] = field(default_factory=dict[str, Plain])
    beside: tuple[Phrase, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def content(self) -> dict[str, Plain]:
        """The content of a finding."""
        return {"value": self.text, **self.behind}


Read = Amount | TwoReadings | Refused


def read_amount_text(text: str, concept: Concept, typing: Typing) -> Read | None:
    """Return the number a text writes for a concept; None where it does not begin like a number."""
    chained = read_chain(text, concept)
    if chained is not None:
        return _chained(chained, text, concept, typing)
    about = _about().match(text)
    if about is not None:
        return _said_about(text[about.end() :], concept, typing)
    printed = read_printed(text, concept)
    if printed is None:
        return None
    if printed.is_none is not None:
        return Refused(Phrase(_NO_VALUES[printed.is_none], {"text": text.strip()}))
    return _Reading(printed, concept, typing).read()


def _chained(chained: Chained, text: str, concept: Concept, typing: Typing) -> TwoReadings | Refused:
    number = format(round(chained.number, 1).normalize(), "f")
    quantity, unit = _quantity(_in(chained.unit, number), concept)
    if quantity is None or not _is_within(quantity, unit, concept, is_possible=True):
        return Refused(_range_phrase("entry-impossible", concept, typing, is_possible=True))
    offer = Offer(typed_text({"value": quantity.text}, concept, typing.language))
    names = {"typed": text.strip(), "unit": shown_unit(chained.unit.name)}
    return TwoReadings(Phrase("entry-converted-exactly", names), (offer,))


def _said_about(text: str, concept: Concept, typing: Typing) -> Read | None:
    """What is said to be about so much is asked for as it was measured."""
    read = read_amount_text(text, concept, typing)
    if not isinstance(read, Amount):
        return read
    return TwoReadings(Phrase("entry-about"), (Offer(typed_text(read.content, concept, typing.language)),))


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{pattern(Matter.TYPED, 'about')}|[~≈])\s*(?=[<>≤≥]?\d)", re.IGNORECASE)


def read_behind_word(word: str, text: str, concept: Concept, typing: Typing) -> Read:
    """Return what stands behind a word that is the value (``raised ULN 170 U/l``)."""
    printed = read_behind(text, concept)
    against = _AGAINST.get(word, "")
    if against and any(set(flag) == {against} for flag in printed.flags):
        return Refused(Phrase("entry-left-over", {"text": text.strip()}))
    return _Reading(printed, concept, typing, word).read()


@dataclass(frozen=True, slots=True)
class _Reading:
    """One text of a concept; ``word`` is the value where it is no number."""

    printed: Printed
    concept: Concept
    typing: Typing
    word: str = ""

    def read(self) -> Read:
        """Return what was printed: one amount, or a question, or why it is none."""
        if self.printed.left:
            return self._not_understood(" ".join(self.printed.left))
        texts = self._texts()
        if not texts:
            return Refused(Phrase("entry-no-number", {"text": self.printed.number or self.word}))
        if self.word:
            return self._asked(texts, (None,)) if len(texts) > 1 else self._one(texts[0], None)
        if self.printed.groups and len(texts) == 1:
            return self._asked(({**texts[0], "value": self.printed.groups},), self._units())
        return self._with_unit(texts)

    def _not_understood(self, left: str) -> Refused:
        """Nothing is offered without what was left over: it may say that the value is another one."""
        is_unit = bool(self.concept.units) and not self.word and not self._written_unit and not re.search(r"\d", left)
        return Refused(
            Phrase("entry-unknown-unit", {"unit": left}) if is_unit else Phrase("entry-left-over", {"text": left})
        )

    def _with_unit(self, texts: Sequence[Mapping[str, str]]) -> Read:
        written = self._written_unit
        if written and not self.concept.units:
            return Refused(Phrase("entry-no-unit-here", {"unit": written}))
        if written and find_unit(written, self.concept) is None:
            return self._converted(texts, written)
        units = self._units()
        if len(texts) == 1 and len(units) == 1:
            return self._one(texts[0], units[0])
        return self._asked(texts, units)

    # --- the numbers

    def _texts(self) -> list[Mapping[str, str]]:
        """Return the numbers by what they are: twice where a separator can stand for thousands, one sense for all."""
        bounds = {key: bound.number for key, bound in self.printed.limits.items()}
        raw = bounds if self.word else {"value": self.printed.number, **bounds}
        firsts: dict[str, str] = {}
        others: dict[str, str] = {}
        for key, text in raw.items():
            number = read_number_text(text)
            if number is None:
                return []
            firsts[key] = number.text
            others[key] = number.other if number.other and number.text not in self.typing.digits else number.text
        if firsts == others:
            return [firsts]
        return [{key: _short(text, others[key]) for key, text in firsts.items()}, others]

    # --- the units

    @property
    def _written_unit(self) -> str:
        """The unit as typed, which a range may say for the value as well."""
        return self.printed.unit or next((bound.unit for bound in self.printed.limits.values() if bound.unit), "")

    def _units(self) -> tuple[Unit | None, ...]:
        """Return the unit that the number is in, the one typed before any other; several where it has to be asked."""
        units = self.concept.units
        if not units:
            return (None,)
        written = self._written_unit or self.typing.unit or self.typing.usual_units.get(self.concept.id, "")
        unit = find_unit(written, self.concept) if written else None
        return units if unit is None else (unit,)

    @property
    def _is_usual(self) -> bool:
        """True if the unit is the one that was answered before, and nothing nearer says it."""
        is_said = self._written_unit or self.typing.unit
        return not is_said and len(self.concept.units) > 1 and self.concept.id in self.typing.usual_units

    def _converted(self, texts: Sequence[Mapping[str, str]], written: str) -> Read:
        conversion = find_conversion(written, self.concept, self.printed.word)
        if conversion is None:
            return Refused(Phrase("entry-unknown-unit", {"unit": written}))
        amounts = [self._amount(self._convert(each, conversion, written), conversion.unit) for each in texts]
        offers = tuple(self._offer(each) for each in amounts if self._is_possible(each))
        if not offers:
            refused = next((each for each in amounts if isinstance(each, Refused)), None)
            return refused or Refused(_range_phrase("entry-impossible", self.concept, self.typing, is_possible=True))
        number = f"{self.printed.sign}{self._local(texts[-1]['value'])}"
        typed = " ".join(filter(None, (number, written, self.printed.word)))
        names = {"typed": typed, "unit": shown_unit(conversion.unit.name), "source": conversion.source}
        return TwoReadings(Phrase("entry-converted" if conversion.source else "entry-converted-exactly", names), offers)

    def _convert(self, numbers: Mapping[str, str], conversion: Conversion, written: str) -> Mapping[str, str]:
        """Return the numbers converted; a limit in a unit of its own stays."""
        bounds = self.printed.limits
        return {
            key: text
            if key in bounds and bounds[key].unit not in ("", written)
            else _converted_text(Decimal(text), conversion)
            for key, text in numbers.items()
        }

    # --- the outcome

    def _one(self, numbers: Mapping[str, str], unit: Unit | None) -> Amount | Refused:
        amount = self._amount(numbers, unit)
        if isinstance(amount, Refused):
            return amount
        return amount if self.word else self._judged(amount, numbers["value"], unit)

    def _asked(self, texts: Iterable[Mapping[str, str]], units: tuple[Unit | None, ...]) -> TwoReadings | Refused:
        """What no patient can have is not offered; what is usual comes first."""
        readings = tuple((numbers, unit) for numbers in texts for unit in units)
        found = [(self._amount(numbers, unit), unit) for numbers, unit in readings]
        possible = [(amount, unit) for amount, unit in found if self._is_possible(amount)]
        if not possible:
            refused = next((amount for amount, _ in found if isinstance(amount, Refused)), None)
            return refused or Refused(_range_phrase("entry-impossible", self.concept, self.typing, is_possible=True))
        usual_first = sorted(possible, key=lambda pair: not self._is_usual_amount(pair[0], pair[1]))
        is_unit_asked = len(units) > 1
        offers = tuple(self._offer(amount, unit if is_unit_asked else None) for amount, unit in usual_first)
        return TwoReadings(Phrase("entry-which-unit" if is_unit_asked else "entry-two-numbers"), offers[:_MOST_OFFERS])

    def _amount(self, numbers: Mapping[str, str], unit: Unit | None) -> Amount | Refused:
        """Return the amount with its limits and its method, or why a limit is none."""
        text = self.word or _in(unit, self.printed.sign + numbers["value"])
        behind: dict[str, Plain] = {}
        for key, bound in self.printed.limits.items():
            own = self._unit_of(bound, unit)
            if own is None and (bound.unit or self.concept.units):
                return Refused(Phrase("entry-which-unit-of-limit", {"text": bound.number}))
            is_value_itself = bound.is_strict and not self.word and Decimal(numbers["value"]) == Decimal(numbers[key])
            if not is_value_itself:  # below 5 is normal: 5 is not, and no limit says so
                behind[key] = _in(own, bound.sign + numbers[key])
        refused = self._wrong_limits(behind)
        if refused is not None:
            return refused
        if self.printed.qualifiers:
            behind["method"] = [code.id for code in self.printed.qualifiers]
        return Amount(text, behind)

    def _unit_of(self, bound: Bound, unit: Unit | None) -> Unit | None:
        """A limit without a unit has that of the value."""
        if bound.unit and unit is not None and find_unit(bound.unit, self.concept) is None:
            return unit if bound.unit == self._written_unit else None  # it was converted with the value
        return find_unit(bound.unit, self.concept) if bound.unit else unit or self._only_unit_of_word()

    def _only_unit_of_word(self) -> Unit | None:
        units = self._units() if self.word else ()
        return units[0] if len(units) == 1 else None

    def _wrong_limits(self, behind: Mapping[str, Plain]) -> Refused | None:
        limits = {key: _quantity(text, self.concept) for key, text in behind.items() if isinstance(text, str)}
        for quantity, unit in limits.values():
            if quantity is None or not _is_within(quantity, unit, self.concept, is_possible=True):
                return Refused(_range_phrase("entry-impossible-limit", self.concept, self.typing, is_possible=True))
        low, high = (_size(*limits[key]) if key in limits else None for key in ("lln", "uln"))
        is_crossed = low is not None and high is not None and low > high
        return Refused(Phrase("entry-crossed-limits")) if is_crossed else None

    def _is_possible(self, amount: Amount | Refused) -> bool:
        if isinstance(amount, Refused) or len(amount.text.partition(" ")[0].partition(".")[2]) > _MOST_DECIMALS:
            return False
        quantity, unit = _quantity(amount.text, self.concept)
        return bool(self.word) or (quantity is not None and _is_within(quantity, unit, self.concept, is_possible=True))

    def _is_usual_amount(self, amount: Amount | Refused, unit: Unit | None) -> bool:
        quantity = None if isinstance(amount, Refused) else parse_quantity(amount.text)
        return quantity is not None and _is_within(quantity, unit, self.concept, is_possible=False)

    def _judged(self, amount: Amount, number: str, unit: Unit | None) -> Amount | Refused:
        """What nobody can have is refused, what is unusual is doubted; nothing is changed."""
        quantity = parse_quantity(amount.text)
        if quantity is None:
            return Refused(Phrase("entry-no-number", {"text": amount.text}))
        offers = tuple(self._intentions(number, unit, amount))
        if not _is_within(quantity, unit, self.concept, is_possible=True):
            return Refused(_range_phrase("entry-impossible", self.concept, self.typing, is_possible=True), offers)
        doubts: tuple[Doubt, ...] = ()
        if not _is_within(quantity, unit, self.concept, is_possible=False):
            doubts = (Doubt(_range_phrase("entry-unusual", self.concept, self.typing, is_possible=False), offers),)
        beside = tuple(_beside(quantity, unit, self.concept, self.typing))
        if self._is_usual and unit is not None:
            beside = (Phrase("entry-usual-unit", {"unit": shown_unit(unit.name)}), *beside)
        return replace(amount, beside=beside, doubts=doubts)

    def _intentions(self, number: str, unit: Unit | None, amount: Amount) -> Iterator[Offer]:
        """Yield what would be usual: another unit where none was typed, no decimal point."""
        likely = self.concept.plausible
        if likely is None:
            return
        factor, family = (Decimal(1), "") if unit is None else (unit.factor, unit.family)
        for other in () if self._written_unit else self.concept.units:
            if other is not unit and other.family == family and likely.holds(Decimal(number) * other.factor):
                yield self._offer(replace(amount, text=_in(other, self.printed.sign + number)))
        if "." in number:
            joined = number.replace(".", "").lstrip("0") or "0"
            if likely.holds(Decimal(joined) * factor):
                yield self._offer(replace(amount, text=_in(unit, self.printed.sign + joined)))

    def _offer(self, amount: Amount | Refused, answers: Unit | None = None) -> Offer:
        content = amount.content if isinstance(amount, Amount) else {}
        text = typed_text(content, self.concept, self.typing.language)
        return Offer(text, "" if answers is None else answers.name)

    def _local(self, number: str) -> str:
        return with_decimal_sign(number, self.typing.language)


def _in(unit: Unit | None, number: str) -> str:
    return number if unit is None else f"{number} {unit.name}"


def _quantity(text: str, concept: Concept) -> tuple[Quantity | None, Unit | None]:
    quantity = parse_quantity(text)
    return quantity, None if quantity is None else concept.unit(quantity.unit)


def _size(quantity: Quantity | None, unit: Unit | None) -> Decimal | None:
    if quantity is None:
        return None
    bound = quantity.amount.low if quantity.amount.low is not None else quantity.amount.high
    return None if bound is None else bound * (Decimal(1) if unit is None else unit.factor)


def _is_within(quantity: Quantity, unit: Unit | None, concept: Concept, *, is_possible: bool) -> bool:
    if unit is not None and unit.family != concept.units[0].family:
        return True
    limits = concept.possible if is_possible else concept.plausible
    factor = Decimal(1) if unit is None else unit.factor
    bounds = [bound * factor for bound in (quantity.amount.low, quantity.amount.high) if bound is not None]
    if limits is None:
        return not is_possible or all(bound >= 0 for bound in bounds)
    return all(limits.holds(bound) for bound in bounds)


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
    in_other = _rounded(bound * unit.factor / others[0].factor, bound)
    yield Phrase("entry-other-unit", {"value": f"{_number(in_other, typing)} {shown_unit(others[0].name)}"})


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
    in_wanted = _rounded(bound * known.factor / wanted.factor, bound)
    return f"{sign}{_number(in_wanted, typing)} {shown_unit(wanted.name)}"


def _converted_text(number: Decimal, conversion: Conversion) -> str:
    """Return a number converted: a definition (inch, pound) to a tenth at least, a molar mass as it was measured."""
    exact = converted(number, conversion.factor)
    rounded = _rounded(exact, number)
    is_coarse = not conversion.source and exact != rounded and rounded == rounded.to_integral_value()
    return format(round(exact, 1) if is_coarse else rounded, "f")


def _rounded(value: Decimal, typed: Decimal) -> Decimal:
    """To at least three digits, to as many as were typed where those are more."""
    digits = max(_SIGNIFICANT, len(typed.as_tuple().digits))
    if value == 0:
        return Decimal(0)
    rounded = value.quantize(Decimal(1).scaleb(value.adjusted() - digits + 1))
    whole = rounded.to_integral_value()
    return whole if rounded == whole else rounded.normalize()


def digits_of(quantity: Quantity) -> str:
    """Return the number of a quantity as it is written, without sign and unit."""
    return quantity.text.lstrip("<>= ").removesuffix(quantity.unit).strip()


def _short(text: str, other: str) -> str:
    """A number of exactly three decimals would be asked about again: without closing zeros it is not."""
    if text == other:
        return text
    shortened = text.rstrip("0").rstrip(".")
    return shortened if shortened != text else f"{text}0"


def _number(value: Decimal, typing: Typing) -> str:
    return format_number(value, typing.language)
