"""What a field makes of a typed text: asked as the window asks, on a desk with a patient born in 1990."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction

from core.catalogue.concept import Concept, Kind
from core.chart.sections import is_section, section_of
from core.entry.charting import chart_of
from core.entry.desk.desk import Desk
from core.entry.desk.fields import Field, Kept, cells_of, text_of
from core.entry.desk.showing import problem_words
from core.entry.statement import Plain, Statement
from core.entry.typed import Offer, Refused, TwoReadings, Typed, Typing, Understood
from core.language.phrases import Phrases
from core.values.interval import Interval
from core.values.quantity import parse_quantity, parse_titre
from tests.sample_screenings import catalogue

TODAY = date(2026, 11, 20)
BORN = "1990-02-11"
_AT = datetime(2026, 11, 20, tzinfo=UTC)
_AROUND: Mapping[str, Mapping[str, str]] = {
    "treatments": {"drug": "prednisone", "from": "2020", "to": "unknown"},
    "diagnoses": {"is": "sle"},
    "events": {"event": "stroke", "date": "2020"},
}
"""What else stands in the row of a cell."""

_LIMITS = ("uln", "lln")
_ZERO = Decimal(0)
_ROUNDED = Decimal("0.002")


@dataclass(frozen=True, slots=True)
class Answer:
    """What a text became: ``content`` of a statement, or None; ``offers`` are the texts it can become."""

    typed: Typed
    content: Plain | None
    offers: tuple[str, ...]
    words: str
    is_warned: bool


@dataclass(frozen=True, slots=True)
class TypedInto:
    """One field: a concept, the birth date, or a cell (``treatments.drug``)."""

    name: str
    language: str
    born: str = BORN

    def answer(self, text: str, on_record: str = "") -> Answer:
        """Return what the field makes of a text, which corrects what was typed and recorded before."""
        desk = self._desk()
        if on_record:
            before = desk.typed(self._field, self._written(on_record)).left(self._field)
            assert before is not None, on_record
            assert before.statement is not None
            desk = desk.keeping(Kept(2, before.statement, "Dr A", _AT))
        return self._told(desk, text)

    def recorded(self, text: str) -> Plain | None:
        """Return the value a text alone records, None where it records none."""
        return self.value(self.answer(text).content)

    def value(self, content: Plain | None) -> Plain | None:
        """Return what the content of a statement says of this field."""
        if "." in self.name and isinstance(content, dict):
            column = section_of(self._section).column(self._cell)
            return content.get(self._cell if column is None else column.written)
        return content.get("value", content.get("date")) if isinstance(content, dict) else content

    def limits(self, content: Plain | None) -> dict[str, Plain]:
        """Return the limits of the laboratory that a content writes."""
        return {key: content[key] for key in _LIMITS if key in content} if isinstance(content, dict) else {}

    def is_same(self, one: Plain | None, other: Plain | None) -> bool:
        """True if two values say the same: another spelling of an amount is no other amount."""
        if one is None or other is None:
            return one is other
        return self._meaning(one) == self._meaning(other)

    def is_converted(self, one: Plain | None, other: Plain | None) -> bool:
        """True if two amounts are the same but for how a factor was rounded."""
        if self.is_same(one, other):
            return True
        if not isinstance(one, str) or not isinstance(other, str) or self.concept is None:
            return False
        both = [parse_quantity(each) for each in (one, other)]
        numbers = [each.amount.low for each in both if each is not None and each.amount.low is not None]
        units = {self.concept.unit(each.unit) for each in both if each is not None}
        if len(numbers) != len(both) or len(units) != 1:
            return False
        return abs(numbers[0] - numbers[1]) <= abs(numbers[1]) * _ROUNDED

    # --- how it is asked

    @property
    def _section(self) -> str:
        return self.name.partition(".")[0]

    @property
    def _cell(self) -> str:
        return self.name.partition(".")[2]

    @property
    def _field(self) -> Field:
        return Field(self._section, row="new1" if self._cell else "")

    @property
    def concept(self) -> Concept | None:
        """The concept of the field, None where it is none."""
        return None if self._cell or is_section(self.name) else catalogue().concept(self.name)

    @property
    def typing(self) -> Typing:
        """What a text of this field is read with."""
        return self._desk().typing

    def _desk(self) -> Desk:
        born = () if self.name == "birth_date" else (Kept(1, Statement.of("birth_date", self.born), "Dr A", _AT),)
        desk = Desk("p", catalogue(), self.language, TODAY, TODAY.isoformat(), born, author="Dr A")
        return replace(desk, today=TODAY)

    def _written(self, text: str) -> str:
        """Return the text of the whole field: of a cell its row."""
        return text_of({**_AROUND[self._section], self._cell: text}) if self._cell else text

    def _told(self, desk: Desk, text: str) -> Answer:
        draft = desk.typed(self._field, self._written(text)).draft(self._field)
        if draft is None:  # as on record
            stands = desk.standing(self._field)
            assert stands is not None, text
            return Answer(Understood(stands.statement.plain), stands.statement.plain, (), "", is_warned=False)
        typed = draft.typed
        content = None if draft.statement is None or not draft.is_understood else draft.statement.plain
        words = problem_words(typed, Phrases(self.language))
        return Answer(typed, content, tuple(self._offered(typed)), words, is_warned=bool(words))

    def _offered(self, typed: Typed) -> Iterator[str]:
        offers: tuple[Offer, ...] = typed.offers if isinstance(typed, Refused | TwoReadings) else ()
        for offer in offers:
            yield cells_of(offer.text)[self._cell] if offer.text.startswith("{") else offer.text

    # --- what it means

    def _meaning(self, value: Plain) -> object:
        if self.name == "treatments.dose":
            return _dose_of(value)
        if not isinstance(value, str) or self.concept is None:
            return value
        return _amount(value, self.concept) or value


def _amount(value: str, concept: Concept) -> object:
    """Return the bounds in the first unit of the family, so that 900 mg/g and 0.9 g/g are one."""
    quantity = parse_titre(value) if concept.kind is Kind.TITRE else parse_quantity(value)
    if quantity is None:
        return None
    if concept.kind is Kind.TITRE or not concept.units:
        return quantity.amount, ""
    unit = concept.units[0] if not quantity.unit and concept.units[0].name == "ratio" else concept.unit(quantity.unit)
    if unit is None:
        return None
    return _scaled(quantity.amount, unit.factor), unit.family


def _scaled(amount: Interval, factor: Decimal) -> Interval:
    low, high = (None if each is None else (each * factor).normalize() for each in (amount.low, amount.high))
    return replace(amount, low=low, high=high)


def _dose_of(value: Plain) -> object:
    """Return the amounts a day with their units, of a list of segments or of one as a row writes it."""
    if isinstance(value, str):
        dose, _, per = value.partition(" per ")
        value = [{"dose": dose, "per": per} if per else {"dose": dose}]
    content: Plain = {"drug": "prednisone", "from": "2020", "to": "unknown", "doses": value}
    courses = chart_of("x", [(0, Statement.of("treatments", content))], catalogue()).chart.courses
    assert courses, value
    return [_a_day(each.amount.amount.low or _ZERO, each.per_days, each.amount.unit) for each in courses[0].doses]


def _a_day(amount: Decimal, days: Fraction, unit: str) -> tuple[Fraction, str]:
    grams = unit == "g" or unit.startswith("g/")
    scale = 1000 if grams else 1
    return Fraction(amount) * scale / (days or 1), f"m{unit}" if grams else unit
