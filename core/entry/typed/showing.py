"""What a field shows of a statement: a text that reads back as the statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from core.catalogue.concept import Concept, Kind
from core.catalogue.units import shown_unit
from core.entry.statement import Plain
from core.entry.typed.dates import shown_date
from core.entry.typed.scores import has_parts, score_text
from core.entry.typed.words import code_label, word_shown
from core.language.languages import in_language
from core.language.numbers import with_decimal_sign
from core.vocabulary.asking import shown
from core.vocabulary.vocabulary import Matter

_AMOUNT = re.compile(r"([<>=]*)(-?\d+(?:\.\d+)?)(?:\s*(.*))?")
_KINDS_WITH_WORDS = (Kind.YES_NO, Kind.CONDITION)


def typed_text(content: Plain, concept: Concept, language: str, *, is_dated: bool = False) -> str:
    """Return the text of a finding's content. Its day stands beside the field, and in the text if ``is_dated``."""
    if not isinstance(content, dict):
        return value_text(content, concept, language)
    if concept.kind is Kind.RECORD and "value" not in content and "absent" not in content:
        return _examination_text(content, concept, language)
    value = content.get("value", content.get("absent", ""))
    if has_parts(concept) and ("items" in content or "domains" in content):
        total = value_text(value, concept, language)
        behind = _behind(content, concept, language, is_dated=is_dated)
        return " ".join((score_text(content, total, concept, language), *behind))
    return " ".join((value_text(value, concept, language), *_behind(content, concept, language, is_dated=is_dated)))


def brief_text(content: Plain, concept: Concept, language: str) -> str:
    """Return the value alone, without its unit, which stands beside the field."""
    value = content.get("value") if isinstance(content, dict) else None
    if not isinstance(value, str):
        return typed_text(content, concept, language)
    amount = _AMOUNT.fullmatch(value) if unit_of(content, concept) else None
    return value_text(value if amount is None else amount[1] + amount[2], concept, language)


def unit_of(content: Plain, concept: Concept) -> str:
    """Return the unit of a finding's number as it is printed; "" of everything else that a value can be."""
    value = content.get("value") if isinstance(content, dict) else None
    amount = _AMOUNT.fullmatch(value) if isinstance(value, str) and concept.kind is not Kind.TITRE else None
    unit = None if amount is None or not amount[3] else concept.unit(amount[3])
    return "" if unit is None else shown_unit(unit.name)


def beside_text(content: Plain, concept: Concept, language: str, *, is_dated: bool = False) -> tuple[str, ...]:
    """Return what is said beside a value: how it was found, the laboratory's own limits, its day if ``is_dated``."""
    return tuple(_behind(content, concept, language, is_dated=is_dated)) if isinstance(content, dict) else ()


def _examination_text(content: Mapping[str, Plain], concept: Concept, language: str) -> str:
    known = {name: field for key, field in concept.fields.items() for name in (key, *field.also)}
    return "; ".join(
        f"{in_language(known[name].label, language)}: {value_text(value, known[name], language)}"
        for name, value in content.items()
        if name in known
    )


def value_text(value: Plain, concept: Concept, language: str) -> str:
    """Return the text of a value alone."""
    if isinstance(value, list):
        return ", ".join(value_text(each, concept, language) for each in value)
    if isinstance(value, dict):
        return ""
    code = concept.code(value)
    if code is not None:
        return code_label(code, language)
    if concept.kind is Kind.DATE and value[:1].isdecimal():
        return shown_date(value, language)
    amount = _AMOUNT.fullmatch(value) if concept.kind is not Kind.TITRE else None
    return word_shown(value, language) if amount is None else _amount_text(amount, concept, language)


def _amount_text(amount: re.Match[str], concept: Concept, language: str) -> str:
    sign, number, unit = amount[1], amount[2], amount[3] or ""
    known = concept.unit(unit) if unit else None
    return f"{sign}{with_decimal_sign(number, language)} {shown_unit(unit if known is None else known.name)}".strip()


def _behind(content: Mapping[str, Plain], concept: Concept, language: str, *, is_dated: bool) -> Iterator[str]:
    for key in ("method", "sample", "circumstances"):
        written = content.get(key, [])
        for name in written if isinstance(written, list) else [written]:
            code = next((each for each in concept.qualifiers if name in (each.id, *each.also)), None)
            yield str(name) if code is None else code_label(code, language)
    for key in ("uln", "lln"):
        limit = content.get(key)
        if isinstance(limit, str):
            yield f"{shown(Matter.TYPED, 'limits', language)[key]} {value_text(limit, concept, language)}"
    day = content.get("date")
    if is_dated and isinstance(day, str):
        yield f"@ {shown_date(day, language)}"
