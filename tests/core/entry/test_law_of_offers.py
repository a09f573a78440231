"""The law of offers over the whole catalogue: what is offered keeps what was typed, and is nothing else.

Every concept, every unit of it, both decimal signs, and the flags, brackets, ranges and limits that laboratories print
around a value: recorded at once or by the first offer, it is the typed number in the typed unit. A unit of another
concept is converted or nothing is offered; a range, a scale, a titre is no value; a correction keeps its unit.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.catalogue.concept import Concept, Kind, Unit
from core.catalogue.measures import measures_of
from core.catalogue.units import find_conversion, find_unit, own_measures, shown_unit
from core.entry.statement import Plain
from core.entry.typed import Refused, TwoReadings, Typed, Typing, Understood, read_typed
from core.values.partial_date import PartialDate
from core.values.quantity import Quantity, parse_quantity
from tests.sample_screenings import catalogue
from tests.spec.typed_fields import TypedInto

COUNTED = (Kind.NUMBER, Kind.TEST, Kind.SCORE)
LANGUAGES = ("en", "de")


def counted() -> tuple[Concept, ...]:
    found = catalogue().concepts.values()
    return tuple(each for each in found if each.kind in COUNTED and not each.members and not each.domains)


def units() -> Iterator[tuple[Concept, Unit]]:
    yield from ((concept, unit) for concept in counted() for unit in concept.units)


UNITS = tuple(units())
"""Every unit of every measurement and test."""

PRINTS = (
    "{n} {u}",
    "{n}  {u}",
    "{n}\u00a0{u}",
    "{n}\u2009{u}",
    "{n} {u} H",
    "{n} {u} L",
    "{n} {u} N",
    "{n} {u} +",
    "{n} {u} -",
    "{n} {u} ++",
    "{n} {u} ↑",
    "{n} {u}↓",
    "{n} {u} *",
    "{n} {u} (H)",
    "{n} {u} [L]",
    "{n} H {u}",
    "{n} * {u}",
    "{n} ↑ {u}",
    "{n} {u} ({a}-{b})",
    "{n} {u} ({a} - {b} {u})",
    "{n} {u} [{a} – {b}]",
    "{n} {u} {a}-{b}",
    "{n} {u} H {a}-{b}",
    "{n} {u} ({a}-{b}) H",
    "{n} {u} - {a}-{b}",
    "{n} {u} + ({a}-{b})",
    "{n} {u} (<{b})",
    "{n} {u} (< {b} {u})",
    "{n} {u} (>{a})",
    "{n} {u} <= {b}",
    "{n} {u} Ref: {a} - {b}",
    "{n} {u} (Norm {a}-{b})",
    "{n} ({a}-{b}) {u}",
    "{n} {a}-{b} {u}",
    "{n} H {a}-{b} {u}",
    "{n} {u} ULN {b} LLN {a}",
    "{n} {u} LLN {a} ULN {b}",
    "{n} {u} OGN {b} UGN {a}",
    "{n} {u} uln: {b} {u}",
    "{n} {u} ({a}-{b}) @ 20 Nov 2026",
    "{n} {u} 20.11.2026",
)


def fitting(concept: Concept, unit: Unit | None) -> tuple[str, str, str]:
    """Return a usual number in a unit and one below and one above it, none with three decimals."""
    likely = concept.plausible or concept.possible
    is_scaled = (
        likely is not None and likely.high is not None and (unit is None or unit.family == concept.units[0].family)
    )
    if not is_scaled or likely is None or likely.high is None:
        return "12.5", "7.5", "17.5"
    factor = Decimal(1) if unit is None else unit.factor
    middle = ((likely.low or Decimal(0)) + likely.high) / 2 / factor
    most = likely.high if concept.possible is None or concept.possible.high is None else concept.possible.high
    above = min(middle * Decimal("1.2"), most / factor)
    return _plain(middle), _plain(middle * Decimal("0.7")), _plain(above)


def _plain(number: Decimal) -> str:
    """Two digits that count, written without an exponent and never with three decimals of a number above one."""
    rounded = number.quantize(Decimal(1).scaleb(number.adjusted() - 1))
    return format(rounded, "f")


def printed(print_: str, concept: Concept, unit: Unit, language: str) -> tuple[str, str]:
    numbers = fitting(concept, unit)
    n, a, b = (each.replace(".", ",") if language == "de" else each for each in numbers)
    return print_.format(n=n, a=a, b=b, u=shown_unit(unit.name)), numbers[0]


@dataclass(frozen=True, slots=True)
class Read:
    """What the reader of values alone makes of a text: the desk asks the reader of files besides, and takes longer."""

    typed: Typed

    @property
    def content(self) -> dict[str, Plain] | None:
        return (
            self.typed.content if isinstance(self.typed, Understood) and isinstance(self.typed.content, dict) else None
        )

    @property
    def offers(self) -> tuple[str, ...]:
        return tuple(each.text for each in self.typed.offers) if isinstance(self.typed, Refused | TwoReadings) else ()


def read(text: str, concept: Concept, language: str = "en") -> Read:
    typing = Typing(language, date(2026, 11, 20), PartialDate.on(date(1990, 2, 11)))
    return Read(read_typed(text, concept, typing))


def quantity(value: object) -> Quantity | None:
    return parse_quantity(value) if isinstance(value, str) else None


def is_it(value: object, number: str, unit: Unit, concept: Concept) -> bool:
    """True if a value is the number in the unit; of two spellings of one unit either is it."""
    found = quantity(value)
    own = None if found is None else concept.unit(found.unit)
    if found is None or own is None or found.amount.low is None:
        return False
    return (own.factor, own.family) == (unit.factor, unit.family) and found.amount.low == Decimal(number)


def taken(answer: Read, concept: Concept, language: str) -> dict[str, Plain] | None:
    """Return the content recorded at once, or by the first offer."""
    if answer.content is not None or not answer.offers:
        return answer.content
    return read(answer.offers[0], concept, language).content


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_offer_is_what_was_typed(language: str) -> None:
    wrong: list[str] = []
    count = 0
    for concept, unit in UNITS:
        if unit.name == "ratio":
            continue
        for each in PRINTS:
            text, number = printed(each, concept, unit, language)
            count += 1
            content = taken(read(text, concept, language), concept, language)
            if content is None:
                wrong.append(f"{concept.id}: {text}: {read(text, concept, language).typed}")
                continue
            if not is_it(content["value"], number, unit, concept):
                wrong.append(f"{concept.id}: {text}: {content}")
            wrong += [f"{concept.id}: {text}: {problem}" for problem in wrong_limits(content, each, concept, unit)]
    assert count > 8000
    assert not wrong, f"{len(wrong)} of {count}: {wrong[:20]}"


def wrong_limits(content: dict[str, Plain], print_: str, concept: Concept, unit: Unit) -> Iterator[str]:
    _, low, high = fitting(concept, unit)
    for key, number, place in (("lln", low, "{a}"), ("uln", high, "{b}")):
        if key in content and (place not in print_ or not is_it(content[key], number, unit, concept)):
            yield f"{key} {content[key]}"
        if place in print_ and key not in content:
            yield f"no {key}"


@cache
def every_unit() -> tuple[str, ...]:
    names = {name for _, unit in UNITS for name in (unit.name, *unit.also)}
    return tuple(sorted({*names, "lb", "in", "ft", "mg/dL BUN", "pmol/L", "mEq/L", "ng/dL", "kat/L", "mmHg", "parsec"}))


def test_a_unit_of_another_concept_is_converted_or_nothing_is_offered() -> None:
    wrong: list[str] = []
    for concept in counted():
        for name in every_unit():
            if find_unit(name, concept) is not None or name == "L":  # low, where it is no unit
                continue
            conversion = find_conversion(name, concept)
            for number in ("12", "0.4", "250"):
                answer = read(f"{number} {name}", concept)
                if answer.content is not None:
                    wrong.append(f"{concept.id}: {number} {name} is recorded: {answer.content}")
                for offer in answer.offers:
                    content = read(offer, concept).content
                    found = None if content is None else quantity(content["value"])
                    if conversion is None or found is None or found.amount.low is None:
                        wrong.append(f"{concept.id}: {number} {name} offers {offer}")
                        continue
                    exact = Fraction(Decimal(number)) * conversion.factor
                    if abs(Fraction(found.amount.low) - exact) > exact / 150:
                        wrong.append(f"{concept.id}: {number} {name} offers {offer}")
    assert not wrong, f"{len(wrong)}: {wrong[:20]}"


def test_the_catalogue_and_the_parts_of_units_agree() -> None:
    """What a unit measures is read from its parts; the catalogue says the same by its factors."""
    for concept, unit in UNITS:
        first = next(each for each in concept.units if each.family == unit.family)
        for one in own_measures(unit.name):
            for other in own_measures(first.name):
                if one.is_like(other):
                    assert one.size / other.size == Fraction(unit.factor), (concept.id, unit.name)
        assert find_unit(shown_unit(unit.name), concept) is unit, (concept.id, unit.name)
        for spelled in unit.also:
            assert find_unit(spelled, concept) is unit


def test_what_is_converted_names_its_source_and_is_no_unit_of_the_record() -> None:
    for concept in catalogue().concepts.values():
        for each in concept.converted:
            assert each.source, concept.id
            assert concept.unit(each.name) is None
            assert not concept.possible or concept.range_source


SAME_UNITS = [
    ("10^9/L", "G/l GPT/l Gpt/l 10e9/L 10E9/l 10*9/L x10(9)/L x10^9/l ×10⁹/l 109/L /nl"),
    ("10^3/uL", "Tsd/µl Tsd./µl K/uL k/µl thou/uL Thousand/uL x10E3/uL 10*3/uL 10^3/mm^3 10³/µl tausend/µl"),
    ("/uL", "/µl /mm3 /mm³ /cmm cells/uL Zellen/µl cells/mm3 /cumm"),
    ("mg/dL", "mg/dl MG/DL mg/100ml mg/100mL"),
    ("ug/L", "µg/l mcg/L μg/L ug/l"),
    ("IU/mL", "IE/ml I.U./mL iu/ml"),
    ("mL/min/1.73m2", "ml/min/1,73m² mL/min/1.73 mL/min/1.73m^2 ml/min/1,73qm ml/min/1.73\u00a0m²"),
    ("g/day", "g/24h g/24\u00a0h g/d g/Tag g/24Std. g/24hr"),
    ("mg/g", "mg/gKrea mg/gKreatinin mg/g·Krea"),
    ("s", "sec sek Sek. sec. Sekunden"),
    ("mm/h", "mm/1h mm/Std mm/hr"),
    ("umol/L", "µmol/l UMOL/L μmol/L umol/l"),
]


@pytest.mark.parametrize(("name", "spelled"), SAME_UNITS, ids=[name for name, _ in SAME_UNITS])
def test_every_spelling_of_a_unit_is_that_unit(name: str, spelled: str) -> None:
    for concept, unit in UNITS:
        if unit.name != name:
            continue
        for text in spelled.split(" "):
            if "Krea" in text and not concept.unit_words:
                continue
            found = find_unit(text.replace("·", " "), concept)
            assert found is not None, (concept.id, text)
            assert (found.factor, found.family) == (unit.factor, unit.family), (concept.id, text)


NO_VALUES = (
    "{a}-{b}",
    "{a}-{b} {u}",
    "{a} - {b} {u}",
    "{a} – {b}{u}",
    "{a}…{b} {u}",
    "{a} to {b} {u}",
    "{a} bis {b} {u}",
    "{n}/{m}",
    "{n} / {m} {u}",
    "{n} of {m}",
    "1:80",
    "1:640 {u}",
    "<1:40",
    "1/640",
    "{n}:{m}",
    "{n} {u} {m}",
    "{n} {u} {m} {u}",
    "{n} x {m} {u}",
    "{n}e3 {u}",
    "{n} ± {m} {u}",
    "{n}.{m}.1 {u}",
    "{n}, {m} {u}",
)


def test_no_number_is_read_out_of_a_range_a_scale_or_a_titre() -> None:
    wrong: list[str] = []
    for concept in counted():
        for unit in concept.units or (None,):
            n, a, b = fitting(concept, unit)
            for each in NO_VALUES:
                text = each.format(n=n, a=a, b=b, m="997", u="" if unit is None else shown_unit(unit.name)).strip()
                answer = read(text, concept)
                if answer.content is not None or answer.offers:
                    wrong.append(f"{concept.id}: {text}: {answer.content} {answer.offers}")
    assert not wrong, f"{len(wrong)}: {wrong[:20]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_correction_keeps_its_unit(language: str) -> None:
    wrong: list[str] = []
    for concept, unit in UNITS:
        before, after, _ = fitting(concept, unit)
        into = TypedInto(concept.id, language)
        on_record = f"{before} {shown_unit(unit.name)} ULN {before}"
        typed = after.replace(".", ",") if language == "de" else after
        answer = into.answer(typed, on_record)
        if answer.content is not None and not is_it(into.value(answer.content), after, unit, concept):
            wrong.append(f"{concept.id}: {on_record} corrected with {typed}: {answer.content}")
        if answer.content is None:
            wrong.append(f"{concept.id}: {on_record} corrected with {typed}: {answer.words}")
    assert not wrong, wrong[:20]


def test_an_offer_is_possible() -> None:
    """Whatever a text is asked about: no offer is refused again, and none is asked about again."""
    wrong: list[str] = []
    for concept in counted():
        for number in ("0.1", "5", "44", "88", "112", "900", "1,500", "1.234", "180 000", "<3", ">1,200"):
            wrong += [
                f"{concept.id}: {number} offers {offer}"
                for offer in read(number, concept).offers
                if read(offer, concept).content is None
            ]
    assert not wrong, wrong[:20]


signs = st.sampled_from(
    (
        "",
        " ",
        "\u00a0",
        "-",
        "–",
        "+",
        "/",
        ":",
        "(",
        ")",
        "[",
        "]",
        "<",
        ">",
        "≤",
        "@",
        ",",
        ".",
        "*",
        "H",
        "L",
        "ULN",
        "LLN",
        "bis",
    )
)
words = st.sampled_from(
    ("Ref", "Norm", "Krea", "BUN", "FEU", "neg", "positiv", "++", "1:80", "x10", "e3", "ft", "m", "NYHA", "20.11.26")
)
numbers = st.sampled_from(
    ("1", "4,4", "4.4", "12", "1,500", "1.234", "180'000", "0", "10", "３", "1.2.3", "999999999999")
)
names = st.sampled_from(tuple(sorted({each.name for _, each in UNITS} | {"Tsd/µl", "IE/ml", "lb", "%", "parsec"})))
texts = st.lists(st.one_of(signs, words, numbers, names), max_size=9).map("".join) | st.lists(
    st.one_of(signs, words, numbers, names), max_size=9
).map(" ".join)


@given(st.sampled_from(UNITS), texts, st.sampled_from(LANGUAGES))
def test_around_the_grammar_nothing_is_invented(where: tuple[Concept, Unit], text: str, language: str) -> None:
    """Digits that are recorded stand in the text, and whatever is offered can be taken."""
    concept, _ = where
    answer = read(text, concept, language)
    typed_numbers = text.replace(",", ".").replace("'", "")
    if answer.content is not None:
        found = quantity(answer.content.get("value"))
        if found is not None and found.amount.low is not None:
            assert_typed(found, typed_numbers)
        check_limits(answer.content)
    for offer in answer.offers:
        assert read(offer, concept, language).content is not None or "@" in text, offer


def assert_typed(found: Quantity, text: str) -> None:
    bound = found.amount.low if found.amount.low is not None else found.amount.high
    assert bound is not None
    digits = format(bound, "f").strip("-")
    wide = str.maketrans("０１２３４５６７８９", "0123456789")
    assert digits in text.translate(wide) or digits.rstrip("0").rstrip(".") in text.translate(wide), (found, text)


def check_limits(content: dict[str, Plain]) -> None:
    if "lln" in content and "uln" in content:
        low, high = quantity(content["lln"]), quantity(content["uln"])
        assert low is not None
        assert high is not None


def test_a_unit_is_none_that_measures_something_else() -> None:
    assert measures_of("furlong") == ()
    egfr = catalogue().concepts["egfr"]
    assert find_unit("ml/min", egfr) is None
    assert find_conversion("ml/min", egfr) is None
    d_dimer = catalogue().concepts["d_dimer"]
    assert find_unit("mg/l FEU", d_dimer) is not None
    assert find_unit("mg/l DDU", d_dimer) is None
    assert find_conversion("mg/l DDU", d_dimer) is None


def test_a_usual_unit_counts_where_none_is_typed_and_nothing_is_on_record() -> None:
    creatinine = catalogue().concepts["creatinine"]
    typing = replace(TypedInto("creatinine", "en").typing, usual_units={"creatinine": "umol/L"})
    typed = read_typed("88", creatinine, typing)
    assert isinstance(typed, Understood)
    assert isinstance(typed.content, dict)
    assert typed.content["value"] == "88 umol/L"
    assert typed.beside[0].id == "entry-usual-unit"
    other = read_typed("0.9 mg/dL", creatinine, typing)
    assert isinstance(other, Understood)
    assert "entry-usual-unit" not in [phrase.id for phrase in other.beside]
    on_record = read_typed("0.9", creatinine, replace(typing, unit="mg/dL"))
    assert isinstance(on_record, Understood)
    assert isinstance(on_record.content, dict)
    assert on_record.content["value"] == "0.9 mg/dL"
