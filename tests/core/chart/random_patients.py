"""Patients drawn at random, each with the patient file that writes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias, TypeVar

from hypothesis import strategies as st

from core.catalogue.concept import Concept, Kind
from core.catalogue.drug import ROUTES
from core.catalogue.reading import load_catalogue
from core.chart.chart import Chart
from core.chart.entries import Answer, Completeness, Contraindication, Course, DoseSegment, Episode, Finding, Never
from core.chart.values import Absence, Coded, Fact, Measured, Scored, TestResult, Value
from core.chart.words import OUTCOMES, REASONS_FOR_STOPPING
from core.values.interval import Interval
from core.values.partial_date import PartialDate, parse_partial_date
from core.values.quantity import Quantity, parse_titre
from core.values.truth import Truth, truth_of

Json: TypeAlias = "str | bool | list[Json] | dict[str, Json]"
Draw: TypeAlias = st.DrawFn
Row = TypeVar("Row")

CATALOGUE = load_catalogue()
BIRTH = date(2000, 1, 1)
DRUGS = sorted({*CATALOGUE.drugs, *CATALOGUE.classes})
EPISODES = [each for each in CATALOGUE.concepts.values() if each.kind in (Kind.CONDITION, Kind.EVENT)]
DIAGNOSES = [each for each in EPISODES if each.kind is Kind.CONDITION and not each.is_point]
PLAIN = (Kind.YES_NO, Kind.CODE, Kind.CODES, Kind.NUMBER, Kind.TITRE, Kind.TEST, Kind.SCORE, Kind.CLASSIFICATION)
CONCEPTS = [
    each for each in CATALOGUE.concepts.values() if each.kind in PLAIN and not each.members and each.role != "sex"
]


def moments(first: int, last: int) -> st.SearchStrategy[PartialDate]:
    """Draw a day, a month or a year of the years from ``first`` to ``last``."""
    return st.builds(_moment, st.dates(date(first, 1, 1), date(last, 12, 31)), st.sampled_from([4, 7, 10]))


def _moment(day: date, length: int) -> PartialDate:
    moment = parse_partial_date(day.isoformat()[:length])
    assert moment is not None
    return moment


@st.composite
def values(draw: Draw, concept: Concept) -> tuple[Value | Absence, Json]:
    """Draw a value of a concept, or an absence, and how it is written."""
    if draw(st.integers(0, 9)) == 0:
        absence = draw(st.sampled_from(Absence))
        return absence, absence.value
    match concept.kind:
        case Kind.YES_NO:
            is_so = draw(st.booleans())
            return Fact(is_so), is_so
        case Kind.CODES:
            codes = draw(st.lists(st.sampled_from(sorted(concept.words)), min_size=1, max_size=3, unique=True))
            return Coded(frozenset(codes)), list[Json](codes)
        case Kind.CODE | Kind.CLASSIFICATION:
            code = draw(st.sampled_from(sorted(concept.words)))
            return Coded(frozenset({code})), code
        case Kind.TITRE:
            text = draw(st.sampled_from(["1:80", "<1:80", "1:640", ">=1:5120"]))
            titre = parse_titre(text)
            assert titre is not None
            return Measured(titre), text
        case Kind.TEST:
            word = draw(st.sampled_from(["positive", "negative", "borderline", "indeterminate", "invalid"]))
            return TestResult(word), word
        case Kind.SCORE:
            number = draw(numbers(concept))
            return Scored(Interval.exactly(number)), str(number)
        case _:
            quantity = draw(quantities(concept))
            return Measured(quantity), quantity.text


@st.composite
def numbers(draw: Draw, concept: Concept) -> Decimal:
    """Draw a number no patient is too unusual for, in the concept's first unit."""
    ranges = [each for each in (concept.plausible, concept.possible) if each is not None]
    low = max((each.low for each in ranges if each.low is not None), default=Decimal(0))
    high = min((each.high for each in ranges if each.high is not None), default=low + 100)
    steps = draw(st.integers(0, 100))
    return (low + (high - low) * steps / 100).quantize(Decimal("0.00001")).max(low).min(high)


@st.composite
def quantities(draw: Draw, concept: Concept) -> Quantity:
    """Draw a quantity of a concept in its first unit, exact or known to one side."""
    number = draw(numbers(concept))
    sign = draw(st.sampled_from(["", "", "<", ">="]))
    below, above = Interval(None, number, is_high_open=True), Interval(number, None)
    amount = {"": Interval.exactly(number), "<": below, ">=": above}
    unit = concept.units[0].name if concept.units else ""
    return Quantity(amount[sign], unit, f"{sign}{number:f} {unit}".strip())


@st.composite
def findings(draw: Draw) -> tuple[tuple[Finding, ...], dict[str, Json]]:
    """Draw results of some concepts, one to three of each."""
    found: list[Finding] = []
    written: dict[str, Json] = {}
    for concept in draw(st.lists(st.sampled_from(CONCEPTS), max_size=8, unique_by=lambda each: each.id)):
        rows: list[Json] = []
        for number in range(1, draw(st.integers(1, 3)) + 1):
            (value, text), on = draw(values(concept)), draw(st.none() | moments(2001, 2026))
            row: dict[str, Json] = {"value": text} | ({} if on is None else {"date": on.text})
            used: set[str] = set()
            has_method = draw(st.booleans())
            if concept.qualifiers and has_method:
                used = {draw(st.sampled_from([code.id for code in concept.qualifiers]))}
                row |= {"method": list[Json](used)}
            rows.append(row)
            found.append(Finding(f"{concept.id}/{number}", concept.id, value, on, frozenset(used)))
        written[concept.id] = rows[0] if len(rows) == 1 else rows
    return tuple(found), written


@st.composite
def course(draw: Draw, number: int) -> tuple[Course, Json]:
    """Draw a course that ended, goes on or ended nobody knows when, perhaps with a dose."""
    start = draw(moments(2001, 2012))
    end = draw(moments(2013, 2026) | st.sampled_from(["ongoing", "unknown"]))
    last = end if isinstance(end, PartialDate) else None
    words = {
        "route": draw(st.sampled_from(["", *ROUTES])),
        "outcome": draw(st.sampled_from(["", *OUTCOMES])),
        "stopped_for": draw(st.sampled_from(["", *REASONS_FOR_STOPPING])),
        "note": draw(st.sampled_from(["", "taken as told"])),
    }
    drug = draw(st.sampled_from(DRUGS))
    row: dict[str, Json] = {"drug": drug, "from": start.text, "to": end if isinstance(end, str) else end.text}
    row |= {key: word for key, word in words.items() if word}
    doses: tuple[DoseSegment, ...] = ()
    if draw(st.booleans()):
        amount, days = Decimal(draw(st.integers(0, 5000))), draw(st.integers(1, 60))
        text, per = f"{amount} mg/m2", f"{days} days"
        quantity = Quantity(Interval.exactly(amount), "mg/m2", text)
        doses = (DoseSegment(quantity, Fraction(days), start, last, f"{text} per {per}"),)
        row["doses"] = [{"dose": text, "per": per}]
    is_adequate = draw(st.none() | st.booleans())
    row |= {} if is_adequate is None else {"dose_adequate": is_adequate}
    read = Course(
        ref=f"treatments/{number}", drug=drug, start=start, end=last, is_ongoing=end == "ongoing",
        route=words["route"], doses=doses, outcome=words["outcome"], stopped_for=words["stopped_for"],
        is_dose_adequate=Truth.UNKNOWN if is_adequate is None else truth_of(is_adequate), text=words["note"],
    )  # fmt: skip
    return read, row


@st.composite
def diagnosis(draw: Draw, number: int) -> tuple[Episode, Json]:
    """Draw a diagnosis that goes on or ended."""
    name = draw(st.sampled_from(DIAGNOSES)).id
    onset, end = draw(st.none() | moments(2001, 2012)), draw(st.none() | moments(2013, 2026))
    row: dict[str, Json] = {"is": name}
    row |= {} if onset is None else {"since": onset.text}
    row |= {} if end is None else {"until": end.text}
    return Episode(f"diagnoses/{number}", name, onset, end, is_ongoing=end is None, text=name), row


@st.composite
def never(draw: Draw, number: int) -> tuple[Never, Json]:
    """Draw a drug, class, event or diagnosis that has never been there up to a day."""
    name, day = draw(st.sampled_from([*DRUGS, *(each.id for each in EPISODES)])), draw(moments(2001, 2026))
    return Never(f"never/{number}", name, day.first), {"of": name, "as_of": day.text}


@st.composite
def contraindication(draw: Draw, number: int) -> tuple[Contraindication, Json]:
    """Draw a drug that must not be given."""
    drug, on = draw(st.sampled_from(DRUGS)), draw(moments(2001, 2026))
    row: dict[str, Json] = {"to": drug, "why": "a rash", "by": "Dr Example", "date": on.text}
    return Contraindication(f"contraindications/{number}", drug, "a rash", "Dr Example", on), row


@st.composite
def patients(draw: Draw) -> tuple[Chart, dict[str, Json]]:
    """Draw a chart and the tree of the patient file that writes it."""
    found, tree = draw(findings())
    treatments, diagnoses = draw(_listed(course)), draw(_listed(diagnosis))
    absent, refused = draw(_listed(never)), draw(_listed(contraindication))
    since, as_of = draw(moments(2001, 2012)), draw(moments(2013, 2026))
    truth, asked_on = draw(st.sampled_from(Truth)), draw(moments(2001, 2026))
    said = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNKNOWN: "unknown"}[truth]
    chart = Chart(
        id="random", is_synthetic=True, name="Random patient", birth=PartialDate.on(BIRTH), findings=found,
        episodes=tuple(each for each, _ in diagnoses), courses=tuple(each for each, _ in treatments),
        complete=(Completeness("events_complete", "events", since.last, as_of.first),),
        never=tuple(each for each, _ in absent), contraindications=tuple(each for each, _ in refused),
        answers=(Answer("answers/caregiver/1", "caregiver", truth, "Dr Example", asked_on),),
    )  # fmt: skip
    head: dict[str, Json] = {"format": "1", "id": chart.id, "synthetic": True, "name": chart.name}
    lists: dict[str, Json] = {
        "birth_date": BIRTH.isoformat(),
        "treatments": [row for _, row in treatments],
        "diagnoses": [row for _, row in diagnoses],
        "never": [row for _, row in absent],
        "contraindications": [row for _, row in refused],
        "events_complete": {"since": since.text, "as_of": as_of.text},
        "answers": {"caregiver": {"answer": said, "by": "Dr Example", "date": asked_on.text}},
    }
    return chart, head | tree | lists


@st.composite
def _listed(draw: Draw, one: Callable[[int], st.SearchStrategy[tuple[Row, Json]]]) -> list[tuple[Row, Json]]:
    return [draw(one(number)) for number in range(1, draw(st.integers(0, 4)) + 1)]
