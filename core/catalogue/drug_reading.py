"""Drugs and drug classes, read from the files of the catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from core.catalogue.concept import Code
from core.catalogue.drug import ROUTES, Drug, DrugClass
from core.catalogue.names import Among, Names
from core.catalogue.shapes import read_duration, read_labels, read_number, read_spellings, read_usual_exclusion
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.suggestion import nearest
from core.values.duration import Duration


def read_drug(fields: Fields, names: Names) -> Drug | None:
    """Return one drug, or None where it has no id; its classes are filled in from the lists of the classes."""
    name = names.declare(fields)
    by_route = _by_route(fields)
    drug = Drug(
        id=name or "",
        label=read_labels(fields, "label"),
        also=read_spellings(fields),
        dosing_interval=read_duration(fields, "dosing_interval"),
        dosing_interval_source=_source(fields, "dosing_interval"),
        half_life_days=read_number(fields, "half_life_days"),
        half_life_source=_source(fields, "half_life", needed_by="half_life_days"),
        equivalence=_equivalence(fields),
        equivalence_source=_source(fields, "equivalence"),
        is_any=fields.choice("substance", ("unknown",)) is not None,
        usually_excludes=read_usual_exclusion(fields),
        intervals_by_route={route: length for route, (length, _) in by_route.items()},
        interval_sources_by_route={route: source for route, (_, source) in by_route.items()},
    )
    fields.finish()
    return None if name is None else drug


def read_class(fields: Fields, names: Names) -> DrugClass | None:
    """Return one class with its members as written (classes among them), or None where it has no id."""
    name = names.declare(fields)
    fields.required_texts("members")
    found = DrugClass(
        id=name or "",
        label=read_labels(fields, "label"),
        members=names.use(fields, "members", Among.DRUGS),
        also=read_spellings(fields),
        source=fields.text("source") or "",
        help=read_labels(fields, "help"),
        usually_excludes=read_usual_exclusion(fields),
    )
    fields.finish()
    return None if name is None else found


def _by_route(fields: Fields) -> Mapping[str, tuple[Duration, str]]:
    """Return the interval of each route with its source, from ``{subcutaneous: {every: 1 week, source: …}}``."""
    routes = fields.fields("dosing_interval_by_route")
    found: dict[str, tuple[Duration, str]] = {}
    for entry in () if routes is None else routes.written:
        route = entry.key.text
        if route not in ROUTES:
            near = nearest(route, ROUTES)
            one_of = said("write one of: {names}", names=", ".join(ROUTES))
            hint = said("did you mean '{near}'?", near=near) if near else one_of
            fields.report(entry.key.span, "unknown-value", said("there is no route '{text}'", text=route), hint)
            continue
        inner = None if routes is None else routes.fields(route)
        if inner is not None:
            inner.required_scalar("every")
            length, source = read_duration(inner, "every"), inner.required_text("source")
            inner.finish()
            if length is not None and source is not None:
                found[route] = (length, source)
    return found


def _source(fields: Fields, key: str, needed_by: str = "") -> str:
    """Return the source of a number; a number without one is a problem."""
    is_needed = fields.tree(needed_by or key) is not None
    return (fields.required_text(f"{key}_source") if is_needed else fields.text(f"{key}_source")) or ""


def _equivalence(fields: Fields) -> Decimal | None:
    """Return how many mg of the reference one mg stands for, from ``{mg: 4, stands_for: 5}``."""
    pair = fields.fields("equivalence")
    if pair is None:
        return None
    pair.required_scalar("mg")
    pair.required_scalar("stands_for")
    amount, reference = read_number(pair, "mg"), read_number(pair, "stands_for")
    pair.finish()
    if amount is None or reference is None:
        return None
    if amount <= 0 or reference <= 0:
        fields.report(fields.span_of("equivalence"), "number", "both numbers are above zero")
        return None
    return reference / amount


def drugs_as_codes(drugs: Iterable[Drug]) -> tuple[Code, ...]:
    """Return each drug as a code, for the fields that name a substance."""
    return tuple(Code(drug.id, drug.label, drug.also) for drug in drugs)


def expanded(classes: Mapping[str, DrugClass], name: str, above: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the drugs of a class, those of its inner classes among them, each once; a circle ends where it closes."""
    found: dict[str, None] = {}
    for member in classes[name].members:
        is_inner = member in classes and member not in above
        for drug in expanded(classes, member, above | {name}) if is_inner else (member,):
            if drug not in classes:
                found.setdefault(drug)
    return tuple(found)
