"""``default: {wording: summary, source: copies}``: what every criterion has that does not say otherwise."""

from __future__ import annotations

from core.source_text.fields import Fields
from core.source_text.tree import Entry, Mapping, Sequence, Tree

KEY = "default"
KEYS = ("wording", "source", "at", "asked_of")
_LISTS = ("inclusion", "exclusion")


def with_defaults(fields: Fields) -> Fields:
    """Return a file whose criteria have the keys of ``default``, those of cohorts and blocks among them."""
    inner = fields.fields(KEY)
    if inner is None:
        return fields
    for key in KEYS:
        inner.tree(key)
    inner.finish()
    default = tuple(entry for entry in inner.written if entry.key.text in KEYS)
    entries = tuple(Entry(entry.key, _part(entry.key.text, entry.value, default)) for entry in fields.written)
    return Fields(Mapping(entries, fields.written.span, fields.written.is_flow), fields.file, fields.problems)


def _part(key: str, tree: Tree, default: tuple[Entry, ...]) -> Tree:
    if key in _LISTS and isinstance(tree, Sequence):
        return _listed(tree, default)
    if key == "blocks" and isinstance(tree, Mapping):
        entries = tuple(Entry(each.key, _part("inclusion", each.value, default)) for each in tree)
        return Mapping(entries, tree.span, tree.is_flow)
    if key == "cohorts" and isinstance(tree, Sequence):
        return Sequence(tuple(_cohort(each, default) for each in tree), tree.span, tree.is_flow)
    return tree


def _cohort(tree: Tree, default: tuple[Entry, ...]) -> Tree:
    if not isinstance(tree, Mapping):
        return tree
    entries = tuple(Entry(each.key, _part(each.key.text, each.value, default)) for each in tree)
    return Mapping(entries, tree.span, tree.is_flow)


def _listed(tree: Sequence, default: tuple[Entry, ...]) -> Sequence:
    return Sequence(tuple(_criterion(item, default) for item in tree), tree.span, tree.is_flow)


def _criterion(tree: Tree, default: tuple[Entry, ...]) -> Tree:
    if not isinstance(tree, Mapping) or tree.get("uses") is not None:
        return tree
    added = tuple(entry for entry in default if tree.get(entry.key.text) is None)
    return Mapping((*tree.entries, *added), tree.span, tree.is_flow)
