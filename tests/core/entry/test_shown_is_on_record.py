"""What is shown is what is on record: shown, read back, equal, over every kind of value, concept and language.

The text of a field reads back as the statement it shows; what a field shows while nobody types in it is that text
without a unit of the concept, and nothing else is cut off.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import pytest

from core.catalogue.concept import Concept, Kind
from core.chart.words import LEVELS
from core.entry.charting import chart_of
from core.entry.desk.fields import Field
from core.entry.desk.reading import Reader
from core.entry.statement import Plain, Statement
from core.entry.typed import Typing, Understood
from core.entry.typed.showing import brief_text, unit_of, value_text
from core.values.partial_date import PartialDate
from tests.sample_screenings import catalogue

LANGUAGES = ("en", "de")
DAYS = ("2026-11-20", "2026-11", "2026", "2026-11-20T07:40")
ABSENT = ("not done", "unknown", "declined", "not applicable", "not asked")
RESULTS = ("positive", "negative", "borderline", "indeterminate", "invalid", "detected_not_quantified")
NUMBERS = ("5", "0.5", "12.50", "1.234", "0.123", "1000", "<0.6", ">=60", "<=1.234", ">1500")
TITRES = ("1:80", "1:1280", "<1:80", ">1:2560", "1:320")


Content = dict[str, Plain]


def of(words: Iterable[str]) -> Iterator[Content]:
    for word in words:
        yield {"value": word}


def values(concept: Concept) -> Iterator[Content]:
    """Yield contents of a finding of every kind: plain, limited, with the method, absent."""
    yield from of(ABSENT)
    codes = [code.id for code in concept.codes]
    match concept.kind:
        case Kind.NUMBER | Kind.TEST:
            yield from numbers(concept)
            yield from of(sorted(LEVELS) if concept.kind is Kind.NUMBER else (*RESULTS, *codes))
        case Kind.TITRE:
            yield from of(TITRES)
            yield {"value": "1:320", "uln": "1:80"}
        case Kind.SCORE:
            yield from of(("5", "0", "12"))
            if concept.items:
                yield {"value": "0", "items": {item.id: "no" for item in concept.items}}
        case Kind.YES_NO | Kind.CONDITION:
            yield from of(("yes", "no"))
        case Kind.CODE | Kind.CLASSIFICATION:
            yield from of(codes)
        case Kind.CODES:
            for code in codes:
                yield {"value": [code]}
            yield {"value": [*codes[:3]]}
        case Kind.DATE:
            yield from of(DAYS[:3])
        case _:
            return


def numbers(concept: Concept) -> Iterator[Content]:
    for unit in concept.units or (None,):
        behind = "" if unit is None else f" {unit.name}"
        yield from of(number + behind for number in NUMBERS)
        yield {"value": f"5{behind}", "uln": f"7.25{behind}", "lln": f"2{behind}"}
        yield {"value": f"1.234{behind}", "uln": f"1.500{behind}"}
        for code in concept.qualifiers:
            yield {"value": f"5{behind}", "method": [code.id], "uln": f"7{behind}"}


def stated() -> Iterator[tuple[Concept, Content]]:
    for concept in catalogue().concepts.values():
        if not concept.members and concept.kind not in (Kind.EVENT, Kind.AGE, Kind.DOSE, Kind.RECORD):
            for content in values(concept):
                yield concept, {**content, "date": DAYS[0]}
    creatinine = catalogue().concepts["creatinine"]
    for day in DAYS:
        yield creatinine, {"value": "88 umol/L", "date": day}


def reader(language: str, statement: Statement) -> Reader:
    typing = Typing(language, date(2026, 11, 20), PartialDate.on(date(1990, 2, 11)), "2026-11-20")
    return Reader(catalogue(), typing, statement)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shown_reads_back_as_itself(language: str) -> None:
    wrong: list[str] = []
    count = 0
    for concept, content in stated():
        statement, where = Statement.of(concept.id, content), Field(concept.id)
        known = reader(language, statement)
        text = known.text_of(where, statement)
        said = known.said(where, statement)
        for shown in (text, said):
            typed = known.read_value(concept, shown)
            if isinstance(typed, Understood):
                count += 1
                is_dated = shown == said or content["date"] == DAYS[0]
                if is_dated and typed.content != content:
                    wrong.append(f"{concept.id}: {content} is shown as {shown!r} and read as {typed.content}")
            elif not is_refused_in_a_file(statement):
                wrong.append(f"{concept.id}: {content} is shown as {shown!r}: {typed}")
    assert count > 5000
    assert not wrong, f"{len(wrong)} of {count}: {wrong[:12]}"


def is_refused_in_a_file(statement: Statement) -> bool:
    """True for a number above that no patient can have: it cannot be on record."""
    found = chart_of("x", [(0, statement)], catalogue()).problems
    return any(problem.is_error for problem in found.get(0, ()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_a_unit_of_the_concept_is_cut_off(language: str) -> None:
    for concept, content in stated():
        whole, brief = value_text(content["value"], concept, language), brief_text(content, concept, language)
        unit = unit_of(content, concept)
        assert whole == f"{brief} {unit}".strip(), (concept.id, content)
        assert not unit or any(unit in value_text(f"1 {each.name}", concept, language) for each in concept.units)
