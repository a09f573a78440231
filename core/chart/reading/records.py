"""The fields of an examination, a diagnosis or an event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.catalogue.concept import Concept
from core.catalogue.joined import joined
from core.chart.reading.plain_values import absence_of, read_value
from core.chart.values import Coded, Recorded, Value
from core.language.said import said
from core.source_text.fields import Fields
from core.source_text.tree import Scalar, Sequence, Tree


def read_record(fields: Fields, concept: Concept, own: Iterable[str]) -> Recorded | None:
    """Return the examination a mapping writes; one that says nothing is a problem."""
    names = _names(concept)
    if not any(entry.key.text in names for entry in fields.written):
        hint = said("write some of: {names}", names=", ".join(concept.fields))
        fields.report(fields.written.span, "missing-key", said("'{id}' says nothing", id=concept.id), hint)
        return None
    return Recorded(read_fields(fields, concept, own))


def read_fields(fields: Fields, concept: Concept, own: Iterable[str]) -> dict[str, Value]:
    """Return the fields of a concept that are written beside its own keys; an absence leaves a field out."""
    names = _names(concept)
    kept = frozenset(own)
    found: dict[str, Value] = {}
    behind: list[tuple[str, str, Tree]] = []
    for entry in fields.written:
        name = entry.key.text
        if name in kept or name not in names:
            continue
        field = names[name]
        tree = fields.tree(name)
        if tree is None or absence_of(tree, field) is not None:
            continue
        several = joined(_texts(tree), field, concept.fields)
        if several is not None:
            found[field.id] = Coded(frozenset(several.codes))
            behind += ((code_of, code, tree) for code_of, code in several.behind.items())
            continue
        value = read_value(fields, field, tree)
        if value is not None:
            found[field.id] = value
    for name, code, tree in behind:
        if found.setdefault(name, Coded(frozenset({code}))) != Coded(frozenset({code})):
            message = said("'{code}' here, and another word at '{name}'", code=code, name=name)
            fields.report(tree.span, "contradiction", message, "write one of both")
    return found


def _texts(tree: Tree) -> tuple[str, ...]:
    """Return the words of a text or a list of texts; none where something else stands among them."""
    items = tree.items if isinstance(tree, Sequence) else (tree,)
    words = tuple(item.text for item in items if isinstance(item, Scalar))
    return words if len(words) == len(items) else ()


def _names(concept: Concept) -> Mapping[str, Concept]:
    return {name: field for key, field in concept.fields.items() for name in (*field.also, key)}
