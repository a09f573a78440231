"""Scores of a patient file: a total, answered items, graded domains; the rest stays unanswered."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from core.catalogue.concept import Code, Concept, Item
from core.chart.reading.amounts import read_number
from core.chart.values import Scored
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.source_text.tree import Scalar
from core.values.interval import Interval
from core.values.truth import Truth

OTHERS = "others"
"""The key that speaks for every item or domain not named."""

_TRUTHS = {
    **dict.fromkeys(("yes", "true"), Truth.TRUE),
    **dict.fromkeys(("no", "false", "0", "none"), Truth.FALSE),
    **dict.fromkeys(("unanswered", "not_examined", "unknown"), Truth.UNKNOWN),
}


def read_score(fields: Fields, concept: Concept) -> Scored | None:
    """Return the score a mapping writes, or None after a problem."""
    scalar = fields.scalar("value")
    total = None if scalar is None else read_number(fields, scalar, concept)
    items, domains = _items(concept, fields), _domains(concept, fields)
    if scalar is None and not items and not domains:
        if fields.written.get("items") is None and fields.written.get("domains") is None:
            hint = "write value: 14, or items: {…}, or domains: {…}"
            fields.report(fields.written.span, "missing-key", said("'{id}' has no value", id=concept.id), hint)
        return None
    _check_total(concept, fields, total, items)
    return Scored(total, items, domains) if total is not None or items or domains else None


def _check_total(concept: Concept, fields: Fields, total: Interval | None, items: dict[str, Truth]) -> None:
    """A total that contradicts its own items is a slip somebody has to look at."""
    if total is None or total.low is None or not total.is_exact or not items:
        return
    summed = sum((item.weight for item in concept.items if items[item.id] is Truth.TRUE), Decimal(0))
    most = sum((item.weight for item in concept.items if items[item.id] is not Truth.FALSE), Decimal(0))
    if not summed <= total.low <= most:
        bound = (
            ""
            if summed == most
            else said("at least {summed}", summed=summed)
            if total.low < summed
            else said("at most {most}", most=most)
        )
        message = said(
            "the items of '{id}' add up to {bound}, not to {low}", id=concept.id, bound=bound or summed, low=total.low
        )
        fields.report(fields.span_of("value"), "total", message, "correct the total or the items")


def _items(concept: Concept, fields: Fields) -> dict[str, Truth]:
    inner = fields.fields("items")
    if inner is None:
        return {}
    known = _spellings(concept.items)
    found: dict[str, Truth] = {}
    for entry in inner.written:
        name = entry.key.text
        if name not in known and name != OTHERS:
            _unknown(inner, entry.key, said("item of '{id}'", id=concept.id), known)
            continue
        truth = _TRUTHS.get(entry.value.text) if isinstance(entry.value, Scalar) else None
        if truth is None:
            hint = "write yes, no, unanswered or not_examined"
            inner.report(entry.value.span, "unknown-value", said("'{name}' is not answered like this", name=name), hint)
        else:
            found[known.get(name, OTHERS)] = truth
    others = found.pop(OTHERS, Truth.UNKNOWN)
    return {item.id: found.get(item.id, others) for item in concept.items}


def _domains(concept: Concept, fields: Fields) -> dict[str, str]:
    inner = fields.fields("domains")
    if inner is None:
        return {}
    known = _spellings(concept.domains)
    found: dict[str, str] = {}
    for entry in inner.written:
        name = entry.key.text
        if name not in known and name != OTHERS:
            _unknown(inner, entry.key, said("domain of '{id}'", id=concept.id), known)
            continue
        if isinstance(entry.value, Scalar) and _TRUTHS.get(entry.value.text) is Truth.UNKNOWN:
            continue  # not graded, and said to be so
        code = concept.code(entry.value.text) if isinstance(entry.value, Scalar) else None
        if code is None:
            hint = said("write one of: {names}", names=", ".join(sorted(concept.words)))
            inner.report(entry.value.span, "unknown-value", said("this is no grade of '{id}'", id=concept.id), hint)
        else:
            found[known.get(name, OTHERS)] = code.id
    others = found.pop(OTHERS, None)
    return found if others is None else {each.id: found.get(each.id, others) for each in concept.domains}


def _spellings(parts: Iterable[Item | Code]) -> dict[str, str]:
    return {name: part.id for part in parts for name in (part.id, *part.also)}


def _unknown(fields: Fields, key: Scalar, what: str, known: dict[str, str]) -> None:
    near = nearest(key.text, known)
    hint = (
        said("did you mean '{near}'?", near=near)
        if near
        else said("known: {names}", names=", ".join(sorted(set(known.values()))) or "none")
    )
    fields.report(key.span, "unknown-name", said("'{text}' is no {what}", text=key.text, what=what), hint)
