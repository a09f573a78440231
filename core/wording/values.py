"""Values of the chart in words; the digits stay as they were typed, units are those of print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.catalogue.concept import Code, Concept, Kind
from core.chart.values import Absence, Coded, Fact, Landmark, Measured, Recorded, Scored, TestResult, Value
from core.language.languages import in_language
from core.values.interval import Interval
from core.values.truth import Truth
from core.wording.measures import typeset
from core.wording.telling import Telling


def value_words(value: Value | Absence, concept: Concept | None, telling: Telling) -> str:
    """Return what a finding says; "" for a landmark, whose day says all."""
    match value:
        case Absence():
            return telling.say(f"absence-{value.value.replace(' ', '-')}")
        case Fact(is_so):
            return telling.say("evidence-yes" if is_so else "evidence-no")
        case Measured(quantity):
            return typeset(quantity.text, telling.phrases)
        case TestResult(word, quantity):
            return _result(word, concept, telling) if quantity is None else typeset(quantity.text, telling.phrases)
        case Coded():
            return _coded(value, concept, telling)
        case Landmark():
            return ""
        case Recorded(fields):
            return fields_words(fields, concept, telling)
        case Scored():
            return _score(value, concept, telling)


def _result(word: str, concept: Concept | None, telling: Telling) -> str:
    """Return the word of a test; of a measurement without its number, whether it was raised, low or normal."""
    is_level = concept is not None and concept.kind is Kind.NUMBER
    return telling.say(f"level-{word}" if is_level else f"aloud-result-{word}")


def fields_words(fields: Mapping[str, Value], concept: Concept | None, telling: Telling) -> str:
    """Return the fields of a record or event, each with its label."""
    known: Mapping[str, Concept] = {} if concept is None else concept.fields
    return "; ".join(
        f"{_label(name, known.get(name), telling)}: {value_words(value, known.get(name), telling)}"
        for name, value in fields.items()
    )


def labels_of(codes: Iterable[Code], telling: Telling) -> dict[str, str]:
    """Return the labels of codes by their ids."""
    return {code.id: in_language(code.label, telling.phrases.language) for code in codes}


def _label(name: str, concept: Concept | None, telling: Telling) -> str:
    return name.replace("_", " ") if concept is None else in_language(concept.label, telling.phrases.language)


def _coded(value: Coded, concept: Concept | None, telling: Telling) -> str:
    labels = {} if concept is None else labels_of(concept.codes, telling)
    words = ", ".join(labels.get(code, code.replace("_", " ")) for code in sorted(value.codes))
    return words if value.number is None else f"{words} ({_amount(value.number, telling)})"


def _score(value: Scored, concept: Concept | None, telling: Telling) -> str:
    parts = [] if value.total is None else [_amount(value.total, telling)]
    if concept is not None:
        domains = labels_of(concept.domains, telling)
        parts += [f"{domains[name]} {value.domains[name]}" for name in domains if name in value.domains]
        parts += [
            in_language(item.label, telling.phrases.language)
            for item in concept.items
            if value.items.get(item.id) is Truth.TRUE
        ]
    return ", ".join(parts)


def _amount(interval: Interval, telling: Telling) -> str:
    if interval.is_exact:
        written = str(interval.low)
    elif interval.low is None:
        written = f"<{interval.high}"
    else:
        written = f">{interval.low}" if interval.high is None else f"{interval.low}-{interval.high}"
    return typeset(written, telling.phrases)
