"""A hint corrects how an amount is written, never what it is: over every concept and thirty units it has not.

What a unit measures is said here once more, without the program's own reader of units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

import pytest

from core.catalogue.amount_hints import bare_hint, unit_hint
from core.catalogue.concept import Concept, Kind
from core.catalogue.reading import load_catalogue
from core.criteria.parsing.sentences import read_sentence
from core.criteria.scope import Scope

MASS, MOLES, COUNT, DAILY, LENGTH, WEIGHT, UNITS, RATIO = ["g/L", "mol/L", "1/L", "g/day", "m", "g", "U/L", "g/g"]
MEASURES: dict[str, tuple[str, Fraction]] = {
    unit: (of, Fraction(size))
    for of, sizes in {
        MASS: {"g/l": "1", "G/DL": "10", "g/dl": "10", "mg/dl": "0.01", "mg/l": "0.001", "MG/DL": "0.01",
               "ug/l": "0.000001", "µg/L": "0.000001", "ng/ml": "0.000001", "ng/dl": "0.00000001",
               "pg/ml": "0.000000001", "mg/100ml": "0.01"},
        MOLES: {"mmol/l": "0.001", "umol/l": "0.000001", "µmol/L": "0.000001", "nmol/l": "0.000000001"},
        COUNT: {"/mm3": "1000000", "/ul": "1000000", "/µL": "1000000", "10^9/l": "1000000000", "10^3/ul": "1000000000"},
        DAILY: {"mg/24h": "0.001", "g/24h": "1", "mg/d": "0.001"},
        LENGTH: {"inch": "0.0254", "CM": "0.01"},
        WEIGHT: {"lb": "453.59237", "KG": "1000"},
        UNITS: {"u/l": "1", "IU/l": "1", "mU/L": "0.001"},
        RATIO: {"mg/mg": "1", "ug/mg": "0.001"},
    }.items()
    for unit, size in sizes.items()
}  # fmt: skip
KNOWN: dict[str, tuple[str, Fraction]] = {
    unit: (of, Fraction(size))
    for of, sizes in {
        MASS: {"g/L": "1", "g/dL": "10", "mg/dL": "0.01", "mg/L": "0.001", "ug/L": "0.000001", "ng/mL": "0.000001",
               "pg/mL": "0.000000001", "ng/L": "0.000000001", "ng/dL": "0.00000001", "ug/dL": "0.00001",
               "ug/mL": "0.001"},
        MOLES: {"mmol/L": "0.001", "umol/L": "0.000001", "nmol/L": "0.000000001", "pmol/L": "0.000000000001"},
        COUNT: {"10^9/L": "1000000000", "/uL": "1000000", "G/L": "1000000000", "10^3/uL": "1000000000",
                "10^6/L": "1000000", "10^12/L": "1000000000000"},
        DAILY: {"g/day": "1", "mg/day": "0.001"},
        LENGTH: {"cm": "0.01", "m": "1"},
        WEIGHT: {"kg": "1000", "g": "1"},
        UNITS: {"U/L": "1", "IU/L": "1", "mU/L": "0.001", "mIU/L": "0.001", "kU/L": "1000"},
        RATIO: {"g/g": "1", "mg/g": "0.001"},
    }.items()
    for unit, size in sizes.items()
}  # fmt: skip
NUMBERS = ("2", "35.5")
_AMOUNT = re.compile(r"^write ([\d.]+) (\S+)(?:,|$)")
LEAST_CONVERTED = 200


def measured() -> tuple[Concept, ...]:
    """Return every concept that is a number with a unit."""
    kinds = (Kind.NUMBER, Kind.TEST, Kind.DOSE)
    return tuple(each for each in load_catalogue().concepts.values() if each.units and each.kind in kinds)


def amounts(concept: Concept) -> Iterator[tuple[str, str, str, str]]:
    """Yield number and unit as typed, and those of the hint where it names an amount."""
    for unit in MEASURES:
        if concept.unit(unit) is not None:
            continue
        for number in NUMBERS:
            written = _AMOUNT.match(unit_hint(number, unit, (concept,)))
            if written is not None:
                yield number, unit, written[1], written[2]


@pytest.mark.parametrize("concept", measured(), ids=lambda concept: concept.id)
def test_a_hint_is_the_same_amount_and_can_be_written(concept: Concept) -> None:
    """Of units that measure the same by definition; by a factor of the catalogue another kind is measured."""
    for number, unit, hinted, known in amounts(concept):
        of, size = MEASURES[unit]
        if unit == "g/l" and KNOWN.get(known, ("",))[0] == COUNT:
            of, size = COUNT, Fraction(10**9)  # of cells it is the G/L of German prints: thousand millions
        assert concept.unit(known) is not None
        if known in KNOWN and KNOWN[known][0] == of:
            assert abs(Fraction(hinted) * KNOWN[known][1] / (Fraction(number) * size) - 1) < Fraction(1, 10**5)
        else:
            assert concept.converted or known not in KNOWN, (number, unit, hinted, known)
        if concept.kind is not Kind.DOSE:
            assert read_sentence(f"{concept.id} >= {hinted} {known}", Scope(load_catalogue()))[1] == ()


def test_many_are_led_to_the_same_amount() -> None:
    assert sum(1 for concept in measured() for _ in amounts(concept)) >= LEAST_CONVERTED


def test_a_missing_unit_is_never_invented() -> None:
    """Of several units none is put behind the number; of one only where the number is usual so."""
    for concept in measured():
        hint = bare_hint("1500", (concept,))
        if len(concept.units) > 1:
            assert not hint.startswith(tuple(f"write 1500 {unit.name}" for unit in concept.units)), concept.id
    lvef = load_catalogue().concepts["lvef"]
    assert bare_hint("45", (lvef,)) == "write 45 %"
    assert bare_hint("0.45", (lvef,)) == "write 45 %, the same as 0.45"
    assert bare_hint("450", (lvef,)) == "write 450 with one of: %"
