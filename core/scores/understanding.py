"""What somebody writes of a score, understood: names, units, checklists. What is not understood is refused by name.

How a checklist says what was asked: ``present: [...]`` is finished (everything else was answered no) unless
``unanswered`` or ``not_examined`` names items. A map of items is finished by ``others: 0`` (or ``none``) alone; without
it an item that is not named is unanswered. ``all: 3`` and ``all_max: true`` answer for every item.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from core.language.said import said
from core.scores.definition import Definition, Input, Kind
from core.scores.given import Json, Refusal, RefusedError, Value
from core.scores.numbers import exact
from core.scores.units import plain, slug
from core.source_text.suggestion import nearest

_WORDS_OF_CHECKLISTS = ("present", "unanswered", "missing", "not_examined", "others", "all", "all_max", "only")
_NOTHING = ("0", "none", "no", "false")
_YES = ("yes", "true", "1")
_NUMBER_AND_UNIT = 2


@dataclass(slots=True)
class Understood:
    """What was told: values by input, what was not examined, which were taken as usual, which were said to be open."""

    values: dict[str, Value] = field(default_factory=dict[str, Value])
    not_examined: list[str] = field(default_factory=list[str])
    settings: list[str] = field(default_factory=list[str])
    left_open: list[str] = field(default_factory=list[str])


def understood(definition: Definition, written: Mapping[str, Json]) -> Understood:
    """Return the values that were written. Raises RefusedError with everything that is wrong."""
    reader = _Reader(definition)
    reader.read(written)
    if reader.refusals:
        raise RefusedError(*reader.refusals)
    return reader.found


@dataclass(slots=True)
class _Reader:
    definition: Definition
    found: Understood = field(default_factory=Understood)
    refusals: list[Refusal] = field(default_factory=list[Refusal])
    unit: str = ""

    def read(self, written: Mapping[str, Json]) -> None:
        own = {key: value for key, value in written.items() if not self._is_word(key)}
        unit = own.pop("unit", None) if "unit" not in self.definition.inputs else None
        if unit is not None:
            self.unit = unit if isinstance(unit, str) else ""
            self._check_unit_beside(own)
        for key, value in own.items():
            if value is not None:
                self._one(key, value, own)
        if self.definition.items:
            self._checklist(written)
        for each in self.definition.inputs.values():
            self._default(each)

    def _is_word(self, key: str) -> bool:
        """True for a word that speaks of the whole checklist."""
        return key in _WORDS_OF_CHECKLISTS and bool(self.definition.items) and key not in self.definition.inputs

    # --- one input

    def _one(self, key: str, value: Json, own: Mapping[str, Json]) -> None:
        asked, unit = self._asked(key)
        if asked is None:
            if not self._is_unit_of_another(key, own):
                self._refuse_name(key)
            return
        if asked.id in self.found.values:
            self._refuse(key, said("'{name}' is told twice", name=asked.id), "write it once")
            return
        beside = own.get(f"{key}_unit")
        unit = unit or (beside if isinstance(beside, str) else "")
        read = self._value(asked, key, value, unit)
        if read is not None:
            self.found.values[asked.id] = read

    def _asked(self, key: str) -> tuple[Input | None, str]:
        """Return the input of a name, and the unit that the name ends in."""
        asked = self.definition.named(key)
        if asked is not None:
            return asked, ""
        for each in self.definition.inputs.values():
            for name in (each.id, *each.also):
                if key.startswith(f"{name}_"):
                    ending = key.removeprefix(f"{name}_").lower()
                    unit = next((unit for unit in each.units if slug(unit).lower() == ending), "")
                    if unit:
                        return each, unit
        return None, ""

    def _is_unit_of_another(self, key: str, own: Mapping[str, Json]) -> bool:
        return key.endswith("_unit") and key.removesuffix("_unit") in own

    def _value(self, asked: Input, key: str, value: Json, unit: str) -> Value | None:
        if value == "not_examined":
            self.found.not_examined.append(asked.id)
            return None
        if value in ("unknown", "unanswered"):
            self.found.left_open.append(asked.id)
            return None
        if asked.kind in (Kind.NUMBER, Kind.WHOLE):
            return self._number(asked, key, value, unit)
        if asked.kind is Kind.STRUCTURE:
            return self._structure(key, value)
        if asked.kind is Kind.YES_NO:
            return self._yes_no(key, value)
        if asked.kind is Kind.DAY:
            return self._day(key, value)
        return self._choice(asked, key, value)

    def _structure(self, key: str, value: Json) -> Value | None:
        if isinstance(value, (list, dict)):
            return value
        self._refuse(key, said("'{value}' is no list", value=_shown(value)), "write it as --explain shows")
        return None

    def _yes_no(self, key: str, value: Json) -> bool | None:
        text = _shown(value).lower()
        if text in _YES or text in _NOTHING:
            return text in _YES
        self._refuse(
            key, said("'{value}' is neither yes nor no", value=_shown(value)), "write true, false or not_examined"
        )
        return None

    def _day(self, key: str, value: Json) -> date | None:
        try:
            return date.fromisoformat(_shown(value))
        except ValueError:
            self._refuse(key, said("'{value}' is no day", value=_shown(value)), "write 2026-11-22")
            return None

    def _choice(self, asked: Input, key: str, value: Json) -> str | None:
        text = _shown(value)
        if isinstance(value, bool):
            text = "yes" if value else "no"
        by_plain = {option.lower().replace(" ", "_"): option for option in asked.options}
        found = by_plain.get(text.lower().replace(" ", "_"))
        if found is None:
            near = nearest(text, asked.options)
            hint = (
                said("did you mean '{near}'?", near=near)
                if near
                else said("write one of: {names}", names=", ".join(asked.options))
            )
            self._refuse(key, said("'{key}' cannot be '{text}'", key=key, text=text), hint)
        return found

    def _number(self, asked: Input, key: str, value: Json, unit: str) -> Fraction | None:
        number, told = _number_and_unit(value)
        unit = told or unit or (self.unit if self._knows(asked, self.unit) else "")
        if number is None:
            self._refuse(key, said("'{value}' is no number", value=_shown(value)), "write digits with a point")
            return None
        factor = self._factor(asked, key, unit)
        if factor is None:
            return None
        amount = number * factor
        if asked.kind is Kind.WHOLE and amount.denominator != 1:
            self._refuse(key, said("'{value}' is no whole number", value=_shown(value)), "write a whole number")
            return None
        return amount if self._is_in_range(asked, key, amount) else None

    def _factor(self, asked: Input, key: str, unit: str) -> Fraction | None:
        if not unit:
            return Fraction(1)
        for known, factor in asked.units.items():
            if plain(known) == plain(unit):
                return factor
        known_units = ", ".join(asked.units) or "none"
        message = said("'{key}' is not told in '{unit}'", key=key, unit=unit)
        self._refuse(key, message, said("known units: {names}", names=known_units))
        return None

    def _is_in_range(self, asked: Input, key: str, amount: Fraction) -> bool:
        for limits, template in (
            (asked.possible, "'{key}' cannot be {number}"),
            (asked.valid, "{number} is outside of what this score was made for"),
        ):
            if limits is not None and not limits[0] <= amount <= limits[1]:
                low, high = (_plain_number(each) for each in limits)
                message = said(template, key=key, number=_plain_number(amount))
                hint = said("from {low} to {high} {unit}", low=low, high=high, unit=asked.unit)
                self.refusals.append(Refusal(key, message, hint, is_of_range=True))
                return False
        return True

    def _knows(self, asked: Input, unit: str) -> bool:
        return any(plain(known) == plain(unit) for known in asked.units)

    def _check_unit_beside(self, own: Mapping[str, Json]) -> None:
        """The unit beside the values belongs to exactly one of them."""
        told = [each for key in own if (each := self._asked(key)[0]) is not None and self._knows(each, self.unit)]
        if len(told) != 1:
            message = said("the unit '{unit}' belongs to none or to several of the values", unit=self.unit)
            self._refuse("unit", message, 'write it with the value: {"value": 42, "unit": "µmol/L"}')

    # --- the checklist

    def _checklist(self, written: Mapping[str, Json]) -> None:
        items = self.definition.items
        for item in self._listed(written, "present"):
            self._answer(item, item.highest)
        open_items = {each.id for word in ("unanswered", "missing") for each in self._listed(written, word)}
        not_examined = {each.id for each in self._listed(written, "not_examined")}
        self.found.not_examined += sorted(not_examined - set(self.found.not_examined))
        is_open = open_items | {*self.found.not_examined, *self.found.left_open}
        left = [each for each in items if each.id not in is_open]
        if written.get("all_max") is True:
            for each in left:
                self._fill(each, each.highest)
        told_all, number = written.get("all"), exact(written.get("all"))
        if told_all is not None and number is None:
            self._refuse("all", said("'{value}' is no number", value=_shown(told_all)), "write digits with a point")
        for each in left if number is not None else ():
            self._fill_level(each, number or Fraction(0))
        others = written.get("others")
        if others is not None and _shown(others).lower() not in _NOTHING:
            self._refuse(
                "others", said("'{value}' says nothing of the others", value=_shown(others)), "write 0 or none"
            )
        if others is not None or written.get("only") is True or written.get("present") is not None:
            for each in left:
                self._fill(each, Fraction(0))

    def _fill_level(self, item: Input, level: Fraction) -> None:
        if item.kind is Kind.WHOLE and level > item.highest:
            low, high = "0", _plain_number(item.highest)
            hint = said("from {low} to {high} {unit}", low=low, high=high, unit="")
            message = said("'{key}' cannot be {number}", key=item.id, number=_plain_number(level))
            self.refusals.append(Refusal(item.id, message, hint, is_of_range=True))
        else:
            self._fill(item, level)

    def _listed(self, written: Mapping[str, Json], word: str) -> Iterator[Input]:
        told = written.get(word)
        if told is None:
            return
        if isinstance(told, str) and told.upper() == "ALL":
            yield from (each for each in self.definition.items if each.kind is not Kind.CHOICE)
            return
        for name in told if isinstance(told, list) else [told]:
            item = self.definition.named(_shown(name))
            if item is None or not item.is_item:
                self._refuse_name(_shown(name))
            else:
                yield item

    def _answer(self, item: Input, level: Fraction) -> None:
        if item.id in self.found.values and _level(self.found.values[item.id]) != level:
            self._refuse(item.id, said("'{name}' is told twice", name=item.id), "write it once")
        self._fill(item, level)

    def _fill(self, item: Input, level: Fraction) -> None:
        if item.id in self.found.values or item.id in self.found.not_examined:
            return
        if item.kind is Kind.CHOICE:
            self.found.values[item.id] = item.options[0 if level == 0 else -1]
        else:
            self.found.values[item.id] = bool(level) if item.kind is Kind.YES_NO else level

    # --- what is left

    def _default(self, asked: Input) -> None:
        """Take what is usual where nothing was said; what was said to be open stays open."""
        if asked.default is None or asked.id in (*self.found.values, *self.found.not_examined, *self.found.left_open):
            return
        read = self._value(asked, asked.id, _as_json(asked.default), "")
        if read is not None:
            self.found.values[asked.id] = read
            self.found.settings.append(asked.id)

    def _refuse_name(self, key: str) -> None:
        names = [name for each in self.definition.inputs.values() for name in (each.id, *each.also)]
        near = nearest(key, names)
        known = ", ".join(self.definition.inputs) or "none"
        hint = said("did you mean '{near}'?", near=near) if near else said("it asks for: {names}", names=known)
        self._refuse(key, said("'{score}' does not ask for '{key}'", score=self.definition.id, key=key), hint)

    def _refuse(self, where: str, message: str, hint: str) -> None:
        self.refusals.append(Refusal(where, message, hint))


def _level(value: Value) -> Fraction:
    return Fraction(value) if isinstance(value, (bool, Fraction)) else Fraction(-1)


def _as_json(text: str) -> Json:
    return text


def _shown(value: Json) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _plain_number(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{float(number):g}"


def _number_and_unit(value: Json) -> tuple[Fraction | None, str]:
    """Return a number and the unit told with it: ``42``, ``"42 µmol/L"``, ``{"value": 42, "unit": "µmol/L"}``."""
    if isinstance(value, dict):
        unit = value.get("unit", "")
        known = set(value) <= {"value", "unit"}
        return (exact(value.get("value")) if known else None), unit if isinstance(unit, str) else ""
    if isinstance(value, str):
        parts = value.split(maxsplit=1)
        return (exact(parts[0]) if parts else None), parts[1] if len(parts) == _NUMBER_AND_UNIT else ""
    return exact(value), ""
