"""A probe: something put on record, in words; and the ground that it is made on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property

from core.assurance.probing.plain import Plain
from core.catalogue.concept import Concept, Kind
from core.chart.birth import BIRTH_DATE
from core.chart.sections import every_section
from core.criteria.lengths import lengths_of
from core.criteria.nodes import Condition
from core.criteria.printing.labels import plain_label, value_label
from core.criteria.printing.voice import Voice
from core.criteria.scope import Scope
from core.language.phrases import Phrases

DAY = timedelta(days=1)
_LATELY = 4 * DAY
_DATE = re.compile(r"\d{4}(-\d{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Probe:
    """What is put on record: ``put`` takes the place of a key, ``more`` is added to a list, ``laid`` over a mapping.

    ``gone`` are names whose entries in lists are taken away first.
    """

    words: str
    put: Mapping[str, Plain] = field(default_factory=dict[str, Plain])
    more: Mapping[str, list[Plain]] = field(default_factory=dict[str, list[Plain]])
    laid: Mapping[str, dict[str, Plain]] = field(default_factory=dict[str, dict[str, Plain]])
    gone: frozenset[str] = frozenset()

    def on(self, patient: Mapping[str, Plain]) -> dict[str, Plain]:
        """Return a patient with it."""
        found = {key: _without(value, self.gone) for key, value in patient.items()} if self.gone else dict(patient)
        if BIRTH_DATE in self.put:
            born, now = patient.get(BIRTH_DATE), self.put[BIRTH_DATE]
            found = {key: _moved(value, born, now) for key, value in found.items()}
        found |= self.put
        for key, entries in self.more.items():
            before = found.get(key)
            found[key] = [*before, *entries] if isinstance(before, list) else list(entries)
        for key, entry in self.laid.items():
            before = found.get(key)
            found[key] = {**before, **entry} if isinstance(before, dict) else dict(entry)
        return found


def _without(value: Plain, gone: frozenset[str]) -> Plain:
    if not isinstance(value, list):
        return value
    return [each for each in value if not (isinstance(each, dict) and _name_of(each) in gone)]


def _name_of(entry: Mapping[str, Plain]) -> Plain:
    return next((entry[key] for key in ("drug", "is", "event", "of") if key in entry), "")


def _moved(value: Plain, old: Plain | None, new: Plain) -> Plain:
    """Return what began at a birth as it begins at another; nothing is older than that."""
    if isinstance(value, dict):
        return {key: _moved(each, old, new) for key, each in value.items()}
    if isinstance(value, list):
        return [_moved(each, old, new) for each in value]
    is_before = isinstance(new, str) and _DATE.fullmatch(value) is not None and value < new
    return new if value == old or is_before else value


@dataclass(frozen=True)
class Ground:
    """Whose record it is: the names of the file, the words of its language, the days."""

    scope: Scope
    phrases: Phrases
    on: date
    anchors: tuple[date, ...]

    @cached_property
    def voice(self) -> Voice:
        """What says the names."""
        return Voice(self.scope, self.phrases)

    @property
    def lately(self) -> date:
        """A day on which a result is fresh."""
        return self.on - _LATELY

    def label(self, name: str) -> str:
        """Return a name in words."""
        return plain_label(self.voice, name)

    def value(self, concept: Concept | None, word: str) -> str:
        """Return a value in words."""
        return value_label(self.voice, concept, word)

    def say(self, phrase: str, **arguments: str | int) -> str:
        """Return a phrase of probes."""
        return self.phrases.say(f"boundary-{phrase}", **arguments)

    def edges(self, *conditions: Condition) -> tuple[date, ...]:
        """Return the days around each far end of each length that conditions write, none of them ahead."""
        found: dict[date, None] = {}
        for start in dict.fromkeys((self.on, *self.anchors)):
            for length in sorted(lengths_of(conditions, self.scope), key=lambda each: each.days):
                for end in (length.before(start), length.after(start)):
                    for day in (end - DAY, end, end + DAY):
                        if date(1930, 1, 1) < day <= self.on:
                            found.setdefault(day)
        return tuple(found)


Probes = Callable[[Condition, Ground], Iterator[Probe]]


def list_for(concept: Concept) -> str:
    """Return the list in which a diagnosis or event stands."""
    return next(each.id for each in every_section() if concept.kind in each.kinds)


def drugs_list() -> str:
    """Return the list in which courses stand."""
    return next(each.id for each in every_section() if each.holds_drugs)


def written(number: Decimal) -> str:
    """Return a number as a patient file writes it."""
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def around(number: Decimal, *, is_whole: bool) -> tuple[Decimal, ...]:
    """Return a number with the nearest below and above: whole ones, or of one digit more."""
    exponent = number.as_tuple().exponent
    digits = min(exponent, 0) if isinstance(exponent, int) else 0
    step = Decimal(1) if is_whole else Decimal(1).scaleb(digits - 1)
    return tuple(each for each in (number - step, number, number + step) if each >= 0)


def is_whole(concept: Concept) -> bool:
    """True for totals of scores, which have no decimals."""
    return concept.kind is Kind.SCORE and (concept.step is None or concept.step >= 1)


def first_drug(names: Iterable[str], scope: Scope) -> str:
    """Return the drug that stands first among what names stand for: of a class the first of its members."""
    for name in scope.expanded(names):
        found = scope.catalogue.classes.get(name)
        drug = name if found is None else found.members[0]
        if drug in scope.catalogue.drugs:
            return drug
    return min(scope.drugs(names))
