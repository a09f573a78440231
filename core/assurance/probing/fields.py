"""Values of the fields of one record or entry, around what a condition on them asks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations, product

from core.assurance.probing.plain import Plain
from core.assurance.probing.probe import Ground, around, is_whole, written
from core.catalogue.concept import Concept, Kind
from core.criteria.nodes import Between, Compare, Condition, Includes, State, walk
from core.criteria.values import Amount, Limit, Term, TitreLimit

Said = tuple[dict[str, Plain], str]
"""The fields as they are written, and the same in words."""


def field_values(condition: Condition | None, fields: Mapping[str, Concept], ground: Ground) -> Iterator[Said]:
    """Yield fields: the first value of each that a condition asks about, then each other value in turn, then none."""
    if condition is None:
        yield {}, ""
        return
    for found in _combined(_by_field(condition, fields)):
        yield found, _words(found, fields, ground)


def _by_field(condition: Condition, fields: Mapping[str, Concept]) -> dict[str, list[Plain]]:
    """Return the values of each field that a condition asks about."""
    by_field: dict[str, list[Plain]] = {}
    for node in walk(condition):
        if isinstance(node, Compare | Between | State | Includes) and isinstance(node.subject, Term):
            field = fields.get(node.subject.name)
            if field is not None:
                known = by_field.setdefault(field.id, [])
                known += [each for each in _values(node, field) if each not in known]
    return by_field


def _combined(by_field: Mapping[str, list[Plain]]) -> Iterator[dict[str, Plain]]:
    first = {name: values[0] for name, values in by_field.items() if values}
    yield first
    for name, values in by_field.items():
        yield from ({**first, name: value} for value in values[1:])
        rest = {key: value for key, value in first.items() if key != name}
        if rest:
            yield rest
    for one, other in combinations(by_field, 2):
        for value, more in product(by_field[one][1:4], by_field[other][1:4]):
            yield {**first, one: value, other: more}


def _words(values: Mapping[str, Plain], fields: Mapping[str, Concept], ground: Ground) -> str:
    return ", ".join(
        f"{ground.say('field', what=fields[name].label.get(ground.phrases.language, name), value=_shown(value))}"
        for name, value in values.items()
    )


def _shown(value: Plain) -> str:
    return " ".join(str(each) for each in value) if isinstance(value, list) else str(value).replace("_", " ")


def _values(node: Compare | Between | State | Includes, field: Concept) -> Iterator[Plain]:
    match node:
        case Compare():
            yield from _of_limit(node.limit, field)
        case Between():
            yield from _of_limit(node.low, field)
            yield from _of_limit(node.high, field)
        case State() | Includes():
            words = list(node.choices)
            if field.kind in (Kind.YES_NO, Kind.CONDITION):
                words += [each for each in ("yes", "no") if each not in words]
            elif field.kind is Kind.TEST:
                words += [each for each in ("positive", "negative") if each not in words]
            else:
                words += [each.id for each in field.codes if each.id not in words][:5]
            for word in words:
                yield [word] if field.kind is Kind.CODES else word


def _of_limit(limit: Limit, field: Concept) -> Iterator[Plain]:
    match limit:
        case Amount(number, unit):
            for each in reversed(around(number, is_whole=is_whole(field))):
                yield f"{written(each)} {unit}".strip()
        case TitreLimit(denominator):
            yield from (f"1:{each}" for each in (denominator * 2, denominator, max(denominator // 2, 1)))
        case _:
            return
